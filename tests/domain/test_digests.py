"""Who is slipping away, whose birthday is near, and when a digest is due, once for each local date."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import digests
from bot.domain.calendars import SpecialDay, Workplace, parse_hours
from bot.domain.customers import Customer
from bot.domain.policy import Role
from bot.domain.workspaces import Staff, Workspace

TODAY = date(2026, 11, 24)


def every(days: int, times: int, *, last: int) -> list[date]:
    """Return visits every so many days, the last one so many days ago."""
    return [TODAY - timedelta(days=last + days * n) for n in reversed(range(times))]


@pytest.mark.parametrize(
    ("came", "gap_and_usual"),
    [
        (every(14, 5, last=41), (41, 14)),  # the example of P46
        (every(14, 5, last=22), (22, 14)),
        (every(14, 5, last=21), None),  # exactly 1.5 times is not yet more
        (every(14, 5, last=3), None),
        (every(14, 3, last=41), None),  # three visits are no rhythm
        (every(1, 40, last=6), None),  # daily, and a week's holiday
        (every(1, 40, last=7), (7, 1)),
        (every(1, 40, last=71), None),  # gone, and no longer slipping
        (every(30, 4, last=300), (300, 30)),
        (every(30, 4, last=301), None),
        ([], None),
        ([TODAY], None),
    ],
)
def test_slipping_is_measured_against_ones_own_rhythm(
    came: list[date], gap_and_usual: tuple[int, int] | None
) -> None:
    found = digests.slipping({7: came}, TODAY)
    assert [(each.gap, each.usual) for each in found] == ([gap_and_usual] if gap_and_usual else [])


def test_one_long_gap_does_not_change_the_rhythm() -> None:
    came = [TODAY - timedelta(days=ago) for ago in (400, 393, 386, 379, 30, 23)]
    assert [each.usual for each in digests.slipping({7: came}, TODAY)] == [7]


def test_the_most_faithful_come_first() -> None:
    found = digests.slipping({1: every(7, 4, last=30), 2: every(7, 20, last=20)}, TODAY)
    assert [each.customer_id for each in found] == [2, 1]


def test_birthdays_of_the_week_leap_day_included() -> None:
    people = [
        Customer(1, "Today", birthday="1990-11-24"),
        Customer(2, "Sunday", birthday="--11-29"),
        Customer(3, "In a week", birthday="--12-01"),
        Customer(4, "Unknown"),
    ]
    assert [(each.customer.id, each.days) for each in digests.birthdays(people, TODAY)] == [(1, 0), (2, 5)]
    leap = [Customer(5, "Leap", birthday="2000-02-29")]
    assert [each.days for each in digests.birthdays(leap, date(2027, 2, 25))] == [3]


@pytest.mark.parametrize(
    ("today", "last"),
    [
        (date(2026, 11, 24), date(2026, 11, 23)),
        (date(2026, 11, 23), date(2026, 11, 21)),  # Monday: Sunday is closed
        (date(2026, 12, 2), date(2026, 11, 30)),  # Tuesday was a holiday
    ],
)
def test_yesterday_is_the_last_day_the_shop_was_open(today: date, last: date) -> None:
    hours = parse_hours("Mon-Sat 9-19")
    place = Workplace("Europe/Lisbon", hours, special=(SpecialDay(date(2026, 12, 1)),))
    assert digests.last_open_day(place, today) == last


def test_after_long_holidays_it_is_yesterday() -> None:
    closed = tuple(SpecialDay(TODAY - timedelta(days=ago)) for ago in range(1, 20))
    assert digests.last_open_day(Workplace("UTC", special=closed), TODAY) == TODAY - timedelta(days=1)


SHOP = Workspace("T1", zone="Europe/Lisbon", digest_at=time(8, 30))
PAT = Staff("U0PAT", "Pat", Role.MANAGER, "Europe/Lisbon")


def at(hour: int, minute: int = 0, *, zone: str = "Europe/Lisbon", day: int = 24) -> datetime:
    """Return an instant by the clock on a wall."""
    return datetime(2026, 11, day, hour, minute, tzinfo=ZoneInfo(zone)).astimezone(UTC)


Change = Callable[[Staff, Workspace], tuple[Staff, Workspace]]


@pytest.mark.parametrize(
    ("person", "shop", "now", "due"),
    [
        (PAT, SHOP, at(8, 29), None),
        (PAT, SHOP, at(8, 30), TODAY),
        (PAT, SHOP, at(14), TODAY),  # the bot was away in the morning
        (PAT, SHOP, at(20, 30), None),  # too late for a morning's digest
        (replace(PAT, digest_on=TODAY), SHOP, at(9), None),
        (replace(PAT, digest_on=TODAY - timedelta(days=9)), SHOP, at(9), TODAY),  # only today's
        (replace(PAT, digest_muted=True), SHOP, at(9), None),
        (replace(PAT, left_at=at(1)), SHOP, at(9), None),
        (replace(PAT, zone="America/New_York"), SHOP, at(9), None),
        (replace(PAT, zone="America/New_York"), SHOP, at(8, 30, zone="America/New_York"), TODAY),
        (replace(PAT, zone="Asia/Tokyo"), SHOP, at(8, 30, zone="Asia/Tokyo", day=25), date(2026, 11, 25)),
        (replace(PAT, zone="Mars/Base"), SHOP, at(9), TODAY),  # an unknown zone falls back to the shop's
        (PAT, replace(SHOP, set_up_at=at(10)), at(11), None),  # nobody is told the minute they set up
        (PAT, replace(SHOP, set_up_at=at(8)), at(11), TODAY),
        (replace(PAT, welcomed_at=at(10)), SHOP, at(11), None),
    ],
)
def test_when_a_digest_is_due(person: Staff, shop: Workspace, now: datetime, due: date | None) -> None:
    assert digests.is_due(person, shop, now) == due


CLOSED = replace(SHOP, settings={"hours": "Mon-Fri 9-19", "country": "PT"})


@pytest.mark.parametrize(
    ("person", "shop", "now", "comes"),
    [
        (PAT, SHOP, at(8, 29), at(8, 30)),
        (PAT, SHOP, at(8, 30), at(8, 30, day=25)),  # that one is due already
        (replace(PAT, digest_on=TODAY), SHOP, at(7), at(8, 30, day=25)),
        (PAT, CLOSED, at(9, day=27), at(8, 30, day=30)),  # Friday: the weekend is closed
        (PAT, CLOSED, at(9, day=30), at(8, 30, day=30) + timedelta(days=2)),  # 1 December is a holiday
        (replace(PAT, zone="Asia/Tokyo"), SHOP, at(9), at(8, 30, zone="Asia/Tokyo", day=25)),
        (PAT, replace(SHOP, set_up_at=at(10)), at(7), at(8, 30, day=25)),
        (replace(PAT, digest_muted=True), SHOP, at(7), None),
        (replace(PAT, left_at=at(1)), SHOP, at(7), None),
        (replace(PAT, role=Role.STAFF), SHOP, at(7), None),
    ],
)
def test_when_the_next_digest_comes(person: Staff, shop: Workspace, now: datetime, comes: datetime | None) -> None:
    assert digests.next_digest(person, shop, now) == comes


ZONES = ("Europe/Lisbon", "America/New_York", "Asia/Tokyo", "Australia/Lord_Howe", "Pacific/Apia")


@given(
    st.integers(0, 2 * 366 * 24 * 60).map(
        lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    ),
    st.builds(time, st.integers(0, 23), st.integers(0, 59)),
    st.sampled_from(ZONES),
    st.sampled_from((SHOP, CLOSED)),
)
def test_the_next_one_is_due_when_it_comes_and_not_before(
    now: datetime, digest_at: time, zone: str, shop: Workspace
) -> None:
    shop, person = replace(shop, digest_at=digest_at), replace(PAT, zone=zone)
    comes = digests.next_digest(person, shop, now)
    assert comes
    assert comes > now
    due = digests.is_due(person, shop, comes)
    assert due == comes.astimezone(ZoneInfo(zone)).date()
    before = digests.is_due(person, shop, comes - timedelta(seconds=1))
    assert before != due


@pytest.mark.parametrize(
    ("day", "digest_at", "first"),
    [
        (date(2026, 3, 29), time(1, 30), "2026-03-29T01:00+00:00"),  # Lisbon skips 01:00–02:00
        (date(2026, 10, 25), time(1, 30), "2026-10-25T00:30+00:00"),  # and has it twice in autumn
    ],
)
def test_daylight_saving_brings_exactly_one(day: date, digest_at: time, first: str) -> None:
    shop, person, sent = replace(SHOP, digest_at=digest_at), PAT, []
    now = datetime.combine(day, time(), UTC) - timedelta(hours=6)
    while now < datetime.combine(day, time(), UTC) + timedelta(hours=18):
        due = digests.is_due(person, shop, now)
        if due == day:
            sent.append(now)
        person = replace(person, digest_on=due or person.digest_on)
        now += timedelta(minutes=10)
    assert sent == [datetime.fromisoformat(first)]
