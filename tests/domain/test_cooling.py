"""What joins a call that is planned, what waits, and what keeps to itself."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.calendars import Workplace, parse_hours
from bot.domain.calendars.workplaces import SpecialDay
from bot.domain.cooling import is_cooled, joins, rests_until, without
from bot.domain.followups import LONGEST_TEXT, FollowUp, Plan

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
THURSDAY = datetime(2026, 11, 26, 10, tzinfo=UTC)
DUE = datetime(2026, 11, 25, 10, tzinfo=UTC)
WANTED = Plan(
    1, "call", "Ask Dana about: strap", "U1", DUE.replace(tzinfo=None), "UTC", cause="issue.resolved:2:0:1"
)  # fmt: skip
CALL = FollowUp(
    7, 1, "Dana", "call", "Call about the boots", "open", "U2", "U2", NOW, THURSDAY,
    THURSDAY.replace(tzinfo=None), "UTC",
)  # fmt: skip
SHOP = Workplace("UTC", parse_hours("Mon-Sat 9-19"), special=(SpecialDay(date(2026, 11, 26)),))
APART = timedelta(days=3)


@pytest.mark.parametrize(
    ("changes", "cooled"),
    [
        ({}, True),
        ({"kind": "checkin"}, True),
        ({"kind": "note"}, False),
        ({"kind": "gift"}, False),
        ({"promised": True}, False),
        ({"cause": "birthday:1:2026:1"}, False),
        ({"kind": "checkin", "details": {"code": "DANA-1"}}, False),
    ],
)
def test_what_asks_for_a_customers_time(changes: dict[str, object], cooled: bool) -> None:
    assert is_cooled(replace(WANTED, **changes)) is cooled  # type: ignore[arg-type] # a table of changes


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({}, "Call about the boots. Also: Ask Dana about: strap"),
        ({"text": "Is it dry?"}, "Is it dry? Also: Ask Dana about: strap"),
        ({"text": "Ask Dana about: heel"}, "Ask Dana about: heel; and: strap"),
        ({"promised": True}, "Call about the boots. Also: Ask Dana about: strap"),
        ({"cause": "issue.resolved:1:0:1"}, "Call about the boots. Also: Ask Dana about: strap"),
        ({"cause": "issue.resolved:2:0:2"}, None),  # a step of the same event
        ({"rrule": "FREQ=WEEKLY"}, None),
        ({"details": {"code": "DANA-1"}}, None),
        ({"state": "done", "done_at": NOW}, None),
        ({"text": "x" * LONGEST_TEXT}, None),
    ],
)
def test_what_a_planned_call_can_see_to_as_well(changes: dict[str, object], text: str | None) -> None:
    contact = replace(CALL, **changes)  # type: ignore[arg-type] # a table of changes
    join = joins(WANTED, DUE, [contact], NOW)
    assert (f"{contact.text}{join.piece}" if join else None) == text
    if join:
        assert without(f"{contact.text}{join.piece}", join.piece) == contact.text


def test_the_nearest_call_takes_it_and_an_overdue_one_is_near() -> None:
    friday = replace(CALL, id=8, due_at=THURSDAY + timedelta(days=1))
    overdue = replace(CALL, id=9, due_at=NOW - timedelta(days=20))
    for contacts, expected in (([friday, CALL], 7), ([friday, overdue], 8), ([overdue], 9)):
        join = joins(WANTED, DUE, contacts, NOW)
        assert join
        assert join.into.id == expected


@pytest.mark.parametrize(
    ("done_at", "until"),
    [
        (None, None),
        ("2026-11-21T09:00", None),  # long enough ago
        ("2026-11-22T12:00", "2026-11-25T12:00"),
        ("2026-11-23T10:00", "2026-11-27T10:00"),  # the 26th is closed
        ("2026-11-26T12:00", "2026-11-30T10:00"),  # a Sunday
    ],
)
def test_after_a_contact_the_customer_is_left_in_peace(done_at: str | None, until: str | None) -> None:
    done = datetime.fromisoformat(done_at).replace(tzinfo=UTC) if done_at else None
    contact = replace(CALL, state="done", done_at=done)
    found = rests_until(WANTED, DUE, [contact], APART, SHOP)
    assert found == (datetime.fromisoformat(until) if until else None)
