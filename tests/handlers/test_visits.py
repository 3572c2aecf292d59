"""Step 1 to 3 of the walk: who came in, who greeted them, and which of them was meant."""

from bot.playground.people import Person
from tests.conftest import Shop


def test_a_new_customer_is_added_in_one_tap_and_the_visit_is_logged(shop: Shop, maria: Person) -> None:
    maria.types("/visit dana lópez")
    maria.sees("I don't know a Dana López yet. Add them?")
    maria.presses("Add Dana López")
    maria.sees("Visit logged: 1st.")
    maria.sees("Dana López just came in. First visit.", where="floor")
