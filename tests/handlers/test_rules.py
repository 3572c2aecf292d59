"""`/regulars rules`: how often, how soon, and how long a customer is left in peace."""

from datetime import UTC, datetime, time

import pytest

from bot.playground.filling import Chosen
from bot.playground.people import Person
from bot.store import staff
from tests.conftest import Shop
from tests.handlers.customers import Know, knows

__all__ = ["knows"]


def test_a_manager_sees_the_rules_and_changes_them(shop: Shop, knows: Know, pat: Person, maria: Person) -> None:
    knows("Dana López")
    pat.types("/regulars rules")
    pat.sees("Rules of follow-ups", where="modal")
    pat.fills(
        {"Tries of a call": "1", "Grace for a call, in minutes": "30", "Hour of a day without one": time(10, 30)}
    )
    pat.submits()
    pat.sees("1 try · 3 days in peace · 10:30 without an hour", where="ephemeral")
    kept = shop.book(staff.workspace).settings
    assert (kept["tries"], kept["grace"]["call"], kept["default_time"]) == (1, 30, "10:30")
    assert kept["country"] == "PT", "the other settings stay"
    maria.types("/followup dana call about the boots tomorrow")
    maria.sees("Tue 24 Nov, 10:30: Call about the boots")
    shop.turns_clock_to(datetime(2026, 11, 24, 10, 30, tzinfo=UTC))
    shop.turns_clock(minutes=30)
    assert "I asked again below" in maria.all_seen("dm")[-1].text
    maria.presses("No answer")
    shop.settles()
    maria.sees("No answer 1 time. A note may be kinder now.", where="dm")


def test_only_managers_set_them(shop: Shop, maria: Person) -> None:
    maria.types("/regulars rules")
    maria.sees("Only a manager can do that.")


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("Tries of a call", "0"),
        ("Tries of a call", "many"),
        ("Tries of a call", "11"),
        ("Grace for a note, in minutes", "-5"),
        ("Grace for a call, in minutes", "🎂"),
        ("Grace for a call, in minutes", "20000"),
        ("Days in peace", "1.5"),
        ("Days in peace", "٣٠٠"),
    ],
)
def test_what_is_no_such_number_is_refused_under_its_field(
    shop: Shop, pat: Person, field: str, typed: Chosen
) -> None:
    before = shop.book(staff.workspace).settings
    pat.types("/regulars rules")
    pat.fills({field: typed})
    pat.submits()
    pat.sees("Type a whole number from", where="modal")
    assert shop.book(staff.workspace).settings == before


def test_no_days_in_peace_is_allowed(shop: Shop, pat: Person) -> None:
    pat.types("/regulars rules")
    pat.fills({"Days in peace": "0"})
    pat.submits()
    assert shop.book(staff.workspace).settings["cool_down_days"] == 0
