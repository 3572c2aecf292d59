"""The promise ledger as a table: kept, told, late, broken (P127)."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.followups import FollowUp
from bot.domain.promises import PromiseFigures, State, figures, state, tellings

FOUR = datetime(2026, 11, 27, 16, tzinfo=UTC)
PROMISE = FollowUp(
    1, 7, "Dana", "call", "Call", "open", "U1", "U1", FOUR - timedelta(days=2), FOUR, FOUR.replace(tzinfo=None),
    "UTC", promised=True,
)  # fmt: skip
MOVED = replace(PROMISE, due_at=FOUR + timedelta(days=1), details={"expects": FOUR.isoformat()})
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def told(at: datetime, before: datetime = FOUR) -> list[list[str]]:
    return [[at.isoformat(), before.isoformat()]]


@pytest.mark.parametrize(
    ("promise", "now", "found"),
    [
        (PROMISE, FOUR, State.OPEN),
        (PROMISE, FOUR + HOUR, State.LATE),
        (PROMISE, FOUR + DAY, State.BROKEN),
        (replace(PROMISE, state="done", done_at=FOUR), FOUR, State.KEPT),
        (replace(PROMISE, state="done", done_at=FOUR + HOUR), FOUR + DAY, State.LATE),
        (replace(PROMISE, state="done", done_at=FOUR + DAY), FOUR + DAY, State.BROKEN),
        (replace(PROMISE, state="done", done_at=FOUR, details={"tellings": told(FOUR - HOUR)}), FOUR, State.TOLD),
        (replace(PROMISE, state="done", done_at=FOUR, details={"tellings": told(FOUR + HOUR)}), FOUR, State.LATE),
        # moved to the next day, and the customer was not told
        (MOVED, FOUR, State.OPEN),
        (MOVED, FOUR + HOUR, State.LATE),
        (replace(MOVED, state="done", done_at=FOUR), FOUR, State.KEPT),
        (replace(MOVED, state="done", done_at=FOUR + HOUR), FOUR + DAY, State.LATE),
        (replace(MOVED, state="done", done_at=FOUR + DAY), FOUR + DAY, State.BROKEN),
        # moved to the day before, and the customer was not told
        (replace(MOVED, due_at=FOUR - DAY, state="done", done_at=FOUR), FOUR, State.KEPT),
        (replace(PROMISE, state="dropped", outcome="dropped", done_at=FOUR), FOUR, State.BROKEN),
        (replace(PROMISE, state="dropped", outcome="undone", done_at=FOUR), FOUR, None),
        (replace(PROMISE, state="dropped", outcome="not_wanted", done_at=FOUR), FOUR, None),
    ],
)
def test_how_a_promise_stands(promise: FollowUp, now: datetime, found: State | None) -> None:
    assert state(promise, now) is found


def test_one_telling_too_late_is_enough() -> None:
    twice = told(FOUR - HOUR) + told(FOUR + DAY, FOUR + HOUR)
    assert [each.in_time for each in tellings(replace(PROMISE, details={"tellings": twice}))] == [True, False]


def test_the_rate_counts_telling_in_time_as_keeping() -> None:
    kept = replace(PROMISE, state="done", done_at=FOUR)
    said = replace(kept, details={"tellings": told(FOUR - HOUR)})
    late = replace(kept, done_at=FOUR + HOUR)
    counted = figures([kept, kept, said, late, replace(PROMISE, due_at=FOUR + DAY)], FOUR)
    assert counted == PromiseFigures(kept=2, told=1, late=1, open=1)
    assert (counted.settled, counted.rate) == (4, 0.75)
    assert figures([], FOUR).rate is None
