"""`/regulars calendar`: exceptions that every reminder respects."""

from bot.playground.people import Person
from tests.conftest import Shop
from tests.handlers.customers import Know, knows

__all__ = ["knows"]


def test_a_manager_closes_the_shop_and_reminders_wait(shop: Shop, knows: Know, maria: Person, pat: Person) -> None:
    knows("Dana López")
    pat.types("/regulars calendar closed 24-25 nov")
    pat.sees("Tue 24 Nov 2026: closed", where="ephemeral")
    maria.types("/followup dana order the laces tomorrow")
    maria.sees("Thu 26 Nov", where="ephemeral")
    shop.turns_clock(days=1)
    maria.does_not_see("Order the laces", where="dm")


def test_everybody_sees_it_and_managers_decide(shop: Shop, maria: Person) -> None:
    maria.types("/regulars calendar")
    maria.sees("Tue 1 Dec 2026: closed (Restoration of Independence Day)", where="ephemeral")
    maria.types("/regulars calendar closed tomorrow")
    maria.sees("Only a manager can do that.", where="ephemeral")


def test_quiet_hours_are_kept(shop: Shop, pat: Person) -> None:
    pat.types("/regulars calendar quiet off")
    pat.sees("Quiet hours: none", where="ephemeral")
    pat.types("/regulars calendar")
    pat.sees("Quiet hours: none", where="ephemeral")


def test_what_cannot_be_read_says_what_to_type(shop: Shop, pat: Person) -> None:
    pat.types("/regulars calendar party")
    pat.sees("Try closed 24-26 dec, open 8 dec 10-16 or quiet 21-7.", where="ephemeral")
