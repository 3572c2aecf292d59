"""What a Home sorts: overdue, today and soon by somebody's own calendar, and whether anybody looks at it."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain import home
from bot.domain.followups import FollowUp
from bot.domain.policy import Role
from bot.domain.workspaces import Staff

NOW = datetime(2026, 11, 24, 10, 2, tzinfo=UTC)


def task(due: str) -> FollowUp:
    """Return a call due at an instant."""
    at = datetime.fromisoformat(due)
    local = at.replace(tzinfo=None)
    return FollowUp(1, 7, "Dana", "call", "call", "open", "U1", "U1", NOW, at, local, "UTC")


@pytest.mark.parametrize(
    ("due", "zone", "place"),
    [
        ("2026-11-24T10:01+00:00", "UTC", "overdue"),
        ("2026-11-24T10:02+00:00", "UTC", "today"),
        ("2026-11-24T23:59+00:00", "UTC", "today"),
        ("2026-11-25T00:00+00:00", "UTC", "soon"),
        ("2026-11-24T16:00+00:00", "Asia/Tokyo", "soon"),  # one in the morning there
        ("2026-11-25T04:59+00:00", "America/New_York", "today"),
        ("2026-12-01T23:59+00:00", "UTC", "soon"),
        ("2026-12-02T00:00+00:00", "UTC", "later"),
    ],
)
def test_tasks_are_sorted_by_ones_own_calendar(due: str, zone: str, place: str) -> None:
    tasks = home.sort_out([task(due)], NOW, zone)
    found = [name for name in ("overdue", "today", "soon") if getattr(tasks, name)]
    assert found == ([] if place == "later" else [place])


@pytest.mark.parametrize(
    ("opened", "looked_at"),
    [(None, False), (timedelta(minutes=1), True), (timedelta(hours=9), True), (timedelta(hours=11), False)],
)
def test_a_home_is_kept_fresh_as_long_as_it_may_be_on_a_screen(opened: timedelta | None, looked_at: bool) -> None:
    person = Staff("U1", "Maria", Role.STAFF, "UTC", home_opened_at=NOW - opened if opened else None)
    assert home.is_looked_at(person, NOW) is looked_at
