"""Recurrences: one occurrence a local day in every zone, clamped months, rules that make no sense."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest

from bot.domain.when import echo_rule, next_occurrence

BEGIN, END = datetime(2024, 1, 1, tzinfo=UTC), datetime(2036, 1, 1, tzinfo=UTC)
WALLS = (time(0), time(0, 30), time(1, 30), time(2), time(2, 30), time(3), time(23), time(23, 30))


def transitions(zone: str) -> Iterator[datetime]:
    clock = ZoneInfo(zone)
    week, here = timedelta(7), BEGIN
    while here < END:
        if here.astimezone(clock).utcoffset() != (here + week).astimezone(clock).utcoffset():
            early, late = here, here + week
            while late - early > timedelta(minutes=1):
                middle = early + (late - early) / 2
                same = middle.astimezone(clock).utcoffset() == here.astimezone(clock).utcoffset()
                early, late = (middle, late) if same else (early, middle)
            yield late
        here += week


def days_of(zone: str, first: date, wall: time, count: int) -> list[date]:
    anchor = datetime.combine(first, wall)
    moment = anchor.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC) - timedelta(hours=3)
    found = []
    for _ in range(count):
        there = next_occurrence("FREQ=DAILY", anchor, zone, moment)
        assert there is not None
        assert there > moment
        found.append(there.astimezone(ZoneInfo(zone)).date())
        moment = there
    return found


def test_every_zone_and_every_transition_until_2035_gives_one_occurrence_a_local_day() -> None:
    seen = set()
    for zone in sorted(available_timezones()):
        for change in transitions(zone):
            local = change.astimezone(ZoneInfo(zone))
            before = (change - timedelta(hours=2)).astimezone(ZoneInfo(zone)).utcoffset()
            shape = (local.replace(tzinfo=None), local.utcoffset(), before)
            if shape in seen:  # zones that change at the same local moment are alike
                continue
            seen.add(shape)
            first = local.date() - timedelta(2)
            for wall in WALLS:
                assert days_of(zone, first, wall, 4) == [first + timedelta(n) for n in range(4)], (zone, wall)
    assert len(seen) > 200


@pytest.mark.parametrize(
    ("rule", "anchor", "after", "want"),
    [
        ("FREQ=MONTHLY", "2026-01-31T09:00", "2026-01-31T09:00", "2026-02-28T09:00"),
        ("FREQ=MONTHLY", "2026-01-31T09:00", "2026-02-28T09:00", "2026-03-31T09:00"),
        ("FREQ=YEARLY", "2024-02-29T09:00", "2024-03-01T00:00", "2025-02-28T09:00"),
        ("FREQ=YEARLY", "2024-02-29T09:00", "2027-03-01T00:00", "2028-02-29T09:00"),
        ("FREQ=DAILY;INTERVAL=3", "2026-01-01T09:00", "2030-06-01T00:00", "2030-06-03T09:00"),
        ("FREQ=WEEKLY;INTERVAL=2", "2026-11-23T09:00", "2026-11-23T08:00", "2026-11-23T09:00"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "2026-11-23T09:00", "2036-11-23T09:00", "2036-11-24T09:00"),
        ("FREQ=WEEKLY;BYDAY=MO,TH", "2026-11-23T09:00", "2026-11-23T09:00", "2026-11-26T09:00"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "2026-11-27T09:00", "2026-11-27T09:00", "2026-12-25T09:00"),
        ("FREQ=MONTHLY;BYMONTHDAY=31", "2026-01-31T09:00", "2026-01-31T09:00", "2026-03-31T09:00"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2024-02-29T09:00", "2024-02-29T09:00", "2028-02-29T09:00"),
        ("FREQ=HOURLY;INTERVAL=2", "2026-01-01T09:00", "2026-01-01T12:30", "2026-01-01T13:00"),
        ("FREQ=MINUTELY;INTERVAL=30", "2026-01-01T09:00", "2026-01-01T08:00", "2026-01-01T09:00"),
        ("FREQ=DAILY;COUNT=2", "2026-01-01T09:00", "2026-01-01T09:00", "2026-01-02T09:00"),
        ("FREQ=DAILY;COUNT=2", "2026-01-01T09:00", "2026-01-02T09:00", None),
        ("FREQ=MONTHLY;COUNT=2", "2026-01-31T09:00", "2026-01-31T09:00", "2026-02-28T09:00"),
        ("FREQ=WEEKLY;BYDAY=MO;COUNT=2", "2026-11-23T09:00", "2026-11-23T09:00", "2026-11-30T09:00"),
        ("FREQ=WEEKLY;BYDAY=MO;COUNT=2", "2026-11-23T09:00", "2026-11-30T09:00", None),
        ("FREQ=HOURLY;COUNT=3", "2026-01-01T09:00", "2026-01-01T10:00", "2026-01-01T11:00"),
        ("FREQ=HOURLY;COUNT=3", "2026-01-01T09:00", "2026-01-01T11:00", None),
        ("FREQ=DAILY;UNTIL=20260103T090000Z", "2026-01-01T09:00", "2026-01-02T09:00", "2026-01-03T09:00"),
        ("FREQ=DAILY;UNTIL=20260103T090000Z", "2026-01-01T09:00", "2026-01-03T09:00", None),
        ("FREQ=DAILY;UNTIL=20260103", "2026-01-01T09:00", "2026-01-02T09:00", "2026-01-03T09:00"),
        ("FREQ=MONTHLY;BYDAY=1FR,3FR", "2026-11-20T09:00", "2026-11-20T09:00", "2026-12-04T09:00"),
        (
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
            "2026-11-30T09:00",
            "2026-11-30T09:00",
            "2026-12-31T09:00",
        ),
        ("FREQ=DAILY;UNTIL=20260103T090000", "2026-01-01T09:00", "2026-01-03T09:00", None),
        ("FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30", "2026-01-01T09:00", "2026-01-01T09:00", None),
        ("FREQ=DAILY;INTERVAL=0", "2026-01-01T09:00", "2026-01-01T09:00", None),
        ("FREQ=DAILY;INTERVAL=-1", "2026-01-01T09:00", "2026-01-01T09:00", None),
        ("FREQ=DAILY;INTERVAL=999999999999", "2026-01-01T09:00", "2026-01-01T09:00", None),
        ("FREQ=DAILY;BYDAY=XX", "2026-01-01T09:00", "2026-01-01T09:00", None),
        ("FREQ=SECONDLY", "2026-01-01T09:00", "2026-01-01T09:00", None),
        ("nonsense", "2026-01-01T09:00", "2026-01-01T09:00", None),
    ],
)
def test_the_next_occurrence(rule: str, anchor: str, after: str, want: str | None) -> None:
    moment = datetime.fromisoformat(after).replace(tzinfo=UTC)
    found = next_occurrence(rule, datetime.fromisoformat(anchor), "UTC", moment)
    assert (f"{found:%Y-%m-%dT%H:%M}" if found else None) == want


def test_a_weekly_rule_keeps_its_wall_clock_over_the_clock_change() -> None:
    after = datetime(2026, 10, 20, tzinfo=UTC)
    found = next_occurrence(
        "FREQ=WEEKLY;BYDAY=MO", datetime.fromisoformat("2026-01-05T09:00"), "Europe/Berlin", after
    )
    assert found == datetime(2026, 10, 26, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("FREQ=DAILY", "every day"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "every 2 weeks on Monday"),
        ("FREQ=WEEKLY;BYDAY=MO,WE,FR", "every Monday, Wednesday and Friday"),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "every weekday"),
        ("FREQ=WEEKLY;BYDAY=SA,SU", "every weekend"),
        ("FREQ=WEEKLY;BYDAY=MO;COUNT=6", "every Monday, 6 times"),
        ("FREQ=WEEKLY;BYDAY=FR;UNTIL=20261218T090000Z", "every Friday until 18 December 2026"),
        ("FREQ=HOURLY;UNTIL=20261218T170000Z", "every hour until 17:00 on 18 December 2026"),
        ("FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", "every year on the 4th Thursday of November"),
        ("FREQ=MONTHLY;BYDAY=1FR,3FR", "every month on the 1st and 3rd Friday"),
        ("FREQ=MONTHLY;BYMONTHDAY=1,15", "every month on the 1st and 15th"),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "every month on the last weekday"),
        ("FREQ=MONTHLY;BYDAY=3FR", "every month on the 3rd Friday"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "every month on the last Friday"),
        ("FREQ=MONTHLY;BYMONTHDAY=12", "every month on the 12th"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "every month on the last day"),
        ("FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=3", "every year on 3 March"),
    ],
)
def test_a_rule_in_words(rule: str, words: str) -> None:
    assert echo_rule(rule) == words
