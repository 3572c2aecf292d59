"""Due, in time, late, open: each figure as docs/followups.md defines it, and fair to whoever had the work."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.completion import (
    Completion,
    Period,
    Traced,
    WhichPeriod,
    completion,
    due_moment,
    moved,
    periods,
    read_periods,
    total,
)
from bot.domain.followups import Event, FollowUp

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
NOW = NOON + timedelta(days=4)
WEEK = Period("this week", NOON - timedelta(days=1), NOON + timedelta(days=6))
CALL = FollowUp(
    5, 7, "Dana", "call", "Call", "open", "U1", "U1", NOON, NOON, NOON.replace(tzinfo=None), "Europe/Lisbon",
    details={"first_due": NOON.isoformat()},
)  # fmt: skip


def done(hours: float, **values: object) -> FollowUp:
    """Return the call as it was done so many hours after its moment."""
    facts = {"state": "done", "outcome": "reached", "done_at": NOON + timedelta(hours=hours), "done_by": "U1"}
    return replace(CALL, **facts | values)  # type: ignore[arg-type]


def dropped(outcome: str, hours: float = 1) -> FollowUp:
    return done(hours, state="dropped", outcome=outcome)


def told(hours: float) -> dict[str, object]:
    """Return the details of a promise whose new time was told so many hours after the first."""
    telling = [(NOON + timedelta(hours=hours)).isoformat(), NOON.isoformat()]
    return {"first_due": NOON.isoformat(), "tellings": [telling]}


def event(hours: float, what: str, by: str | None = None, detail: str | None = None) -> Event:
    return Event(NOON + timedelta(hours=hours), by, what, detail)


SET = event(-48, "set", "U1", "U1")
LATER = NOON + timedelta(days=2)


@pytest.mark.parametrize(
    ("followup", "counts"),
    [
        (done(1), Completion(in_time=1)),
        (done(-30), Completion(in_time=1)),
        (done(24), Completion(in_time=1)),
        (done(24.1), Completion(late=1)),
        (CALL, Completion(open=1)),
        (replace(CALL, due_at=LATER, snoozes=2), Completion(open=1)),  # putting off makes nothing punctual
        (done(30, due_at=LATER, snoozes=1), Completion(late=1)),
        (done(0, promised=True), Completion(in_time=1)),
        (done(1, promised=True), Completion(late=1)),  # a promise is due to the minute
        (done(47, promised=True, due_at=LATER, details=told(-1)), Completion(in_time=1)),
        (done(47, promised=True, due_at=LATER, details=told(1)), Completion(late=1)),
        (dropped("not_wanted"), None),
        (dropped("cancelled"), None),
        (dropped("undone"), None),
        (dropped("joined"), None),
        (dropped("expired"), None),
        (dropped("dropped", -1), None),
        (dropped("dropped", 1), Completion(dropped=1)),
        (replace(CALL, kind="gift", details={"sent": "x"}), None),
        # not in this period, or not due yet
        (replace(CALL, due_at=NOW + timedelta(hours=1), details={}), None),
        (done(-30, due_at=NOW + timedelta(hours=1), details={}), Completion(in_time=1)),
        (done(1, details={"first_due": (NOON - timedelta(days=2)).isoformat()}), None),
        (done(1, details={"first_due": (NOON + timedelta(days=6)).isoformat()}), None),
        (done(1, details={}), Completion(in_time=1)),  # written down by an older version
    ],
)
def test_what_counts_as_what(followup: FollowUp, counts: Completion | None) -> None:
    found = completion([Traced(followup, [SET])], WEEK, NOW)
    assert dict(found) == ({"U1": counts} if counts else {})


@pytest.mark.parametrize(
    ("followup", "history", "who"),
    [
        (CALL, [], "U1"),
        (replace(CALL, owner=None), [event(-48, "set", "U1")], None),
        (replace(CALL, owner="U2"), [SET, event(-1, "taken", "U2")], "U2"),
        (replace(CALL, owner="U2"), [SET, event(0, "taken", "U2")], "U2"),
        (replace(CALL, owner="U2"), [SET, event(1, "taken", "U2")], "U1"),  # handed over when it was late already
        (done(30, owner="U2", done_by="U2"), [SET, event(1, "taken", "U2")], "U1"),
        (done(1, done_by="U2"), [SET], "U1"),  # a colleague helped out
        (done(-5, owner="U1"), [SET, event(-2, "taken", "U3")], "U1"),  # done before it changed hands
        (replace(CALL, owner=None), [SET, event(-1, "queued", "U1")], None),
        (replace(CALL, owner="U2"), [SET, event(-3, "queued"), event(-1, "taken", "U2")], "U2"),
        (replace(CALL, owner="U2"), [SET, event(-3, "queued"), event(1, "taken", "U2")], None),
        (replace(CALL, owner=None), [SET, event(2, "queued", None, "494000")], "U1"),
        (replace(CALL, owner="U3"), [SET, event(-1, "covered", None, "U3")], "U3"),
        (replace(CALL, owner="U3"), [SET, event(1, "covered", None, "U3")], "U1"),
    ],
)
def test_it_counts_for_whoever_had_it_when_it_was_due(
    followup: FollowUp, history: Sequence[Event], who: str | None
) -> None:
    assert list(completion([Traced(followup, history)], WEEK, NOW)) == [who]


def test_what_can_still_be_in_time_is_not_held_against_anybody() -> None:
    soon = replace(CALL, due_at=NOW - timedelta(hours=23), details={})
    over = replace(CALL, due_at=NOW - timedelta(hours=25), details={})
    word = replace(soon, promised=True)
    for each, counts, rate in (
        (soon, Completion(open=1, hopeful=1), None),
        (over, Completion(open=1), 0),
        (word, Completion(open=1), 0),
    ):
        found = completion([Traced(each)], WEEK, NOW)["U1"]
        assert (found, found.rate) == (counts, rate)
    team = total(completion([Traced(each) for each in (soon, over, done(1), done(2))], WEEK, NOW))
    assert (team.due, team.rate) == (4, 2 / 3)


def test_the_teams_figures_are_the_sum() -> None:
    late, queued = done(30), replace(CALL, owner=None)
    figures = completion([Traced(each) for each in (CALL, done(1), done(2), late, queued)], WEEK, NOW)
    assert figures == {"U1": Completion(in_time=2, late=1, open=1), None: Completion(open=1)}
    assert total(figures) == Completion(in_time=2, late=1, open=2)
    assert total(figures).due == 5


@pytest.mark.parametrize(
    ("hours", "tried", "judged_by"),
    [
        (-1, False, LATER),  # edited before its moment
        (1, False, NOON),  # edited when it was late
        (23, True, LATER),  # nobody answered, and it was tried in time
        (25, True, NOON),
    ],
)
def test_when_its_moment_moves(hours: float, tried: bool, judged_by: datetime) -> None:
    after = moved(CALL, LATER, NOON + timedelta(hours=hours), tried=tried)
    assert due_moment(after) == judged_by


def test_the_periods_are_those_of_the_wall_clock() -> None:
    now = datetime(2026, 3, 30, 8, tzinfo=UTC)  # a Monday in Lisbon, the day after the clocks went forward
    told = {
        each.name: (f"{each.start:%a %d %b %H:%M}", f"{each.end:%a %d %b %H:%M}")
        for each in periods("Europe/Lisbon", now)
    }
    assert told == {
        "this week": ("Sun 29 Mar 23:00", "Sun 05 Apr 23:00"),
        "last week": ("Mon 23 Mar 00:00", "Sun 29 Mar 23:00"),
        "30 days": ("Sun 01 Mar 00:00", "Mon 30 Mar 23:00"),
    }


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("", ["this week", "last week", "30 days"]),
        ("This  Week", ["this week"]),
        ("last week", ["last week"]),
        ("in the last 30 days", ["30 days"]),
        ("month", ["30 days"]),
    ],
)
def test_a_period_is_typed(typed: str, names: list[str]) -> None:
    assert [each.name for each in read_periods(typed, "UTC", NOW)] == names


def test_any_other_period_is_refused_with_what_to_type() -> None:
    with pytest.raises(WhichPeriod, match="with `this week`, `last week` or `30 days`"):
        read_periods("ever since", "UTC", NOW)
