"""What a day brings by itself, and from when on it is looked at."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain import occasions
from bot.domain.customers import Customer
from bot.domain.workspaces import Workspace

DAY = date(2026, 11, 24)
SHOP = Workspace("T1", zone="Europe/Lisbon")
LEAP, DANA = Customer(1, "Leap", birthday="2000-02-29"), Customer(2, "Dana", birthday="--11-24")


def came(*ago: int) -> list[date]:
    """Return visits so many days ago, the oldest first."""
    return [DAY - timedelta(days=days) for days in ago]


@pytest.mark.parametrize(
    ("day", "brings"),
    [
        (DAY, [("birthday", "2:2026", {})]),
        (date(2027, 2, 28), [("birthday", "1:2027", {})]),
        (date(2028, 2, 28), []),
        (date(2028, 2, 29), [("birthday", "1:2028", {})]),
        (DAY + timedelta(days=1), []),
    ],
)
def test_birthdays(day: date, brings: list[tuple[str, str, dict[str, str]]]) -> None:
    found = occasions.of_day([LEAP, DANA], {}, day)
    assert [(each.event, each.about, dict(each.facts)) for each in found] == brings


@pytest.mark.parametrize(
    ("visits", "days"),
    [
        (came(62, 52, 42, 32, 22), "22"),
        (came(62, 52, 42, 32, 23), None),  # began more than a week ago: the digest says so
        (came(54, 44, 34, 24, 14), None),
    ],
)
def test_who_begins_to_stay_away(visits: list[date], days: str | None) -> None:
    found = occasions.of_day([LEAP], {1: visits, 9: visits}, DAY)
    wanted = [("slipping", f"1:{visits[-1]}", {"days": days})] if days else []
    assert [(each.event, each.about, dict(each.facts)) for each in found] == wanted


@pytest.mark.parametrize(
    ("now", "until", "days"),
    [
        ("2026-11-24T07:59", "2026-11-24T08:00", []),
        ("2026-11-24T07:59", "2026-11-24T08:01", [24]),
        ("2026-11-24T08:00", "2026-11-27T08:00", [25, 26]),
    ],
)
def test_a_day_is_looked_at_from_eight_in_the_morning(now: str, until: str, days: list[int]) -> None:
    moments = [datetime.fromisoformat(each).replace(tzinfo=UTC) for each in (now, until)]
    assert [day.day for day in occasions.days_between(SHOP, *moments)] == days
