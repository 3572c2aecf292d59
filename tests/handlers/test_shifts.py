"""`/regulars shift`: reminders come when somebody works."""

import pytest

from bot.playground.people import Person
from tests.conftest import Shop
from tests.handlers.customers import Know, knows

__all__ = ["knows"]


def test_a_shift_is_said_and_repeated(shop: Shop, maria: Person) -> None:
    maria.types("/regulars shift")
    maria.sees("You are at work now", where="ephemeral")
    maria.types("/regulars shift tue-fri 13-18")
    maria.sees("You are off now; reminders wait until Tue 24 Nov, 13:00.", where="ephemeral")
    maria.types("/regulars shift on")
    maria.sees("You are at work now", where="ephemeral")
    maria.types("/regulars shift shop hours")
    maria.types("/regulars shift off")
    maria.sees("reminders wait until Tue 24 Nov, 09:00", where="ephemeral")


def test_a_reminder_waits_for_the_shift(shop: Shop, knows: Know, maria: Person) -> None:
    knows("Dana López")
    maria.types("/followup dana order the laces tomorrow")
    maria.types("/regulars shift off 24-25 nov")
    shop.turns_clock(days=1)
    maria.does_not_see("Order the laces", where="dm")
    shop.turns_clock(days=2)
    maria.sees("Order the laces", where="dm")


@pytest.mark.parametrize("typed", ["🎉", "whenever", "mon-fri 25-30", "off 31 feb"])
def test_what_is_no_shift_is_refused_with_what_to_type(shop: Shop, maria: Person, typed: str) -> None:
    maria.types(f"/regulars shift {typed}")
    assert "“" in maria.all_seen("ephemeral")[0].text
