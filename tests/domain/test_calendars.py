"""When a nudge goes out: in working time, on the right local day, in every zone."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import available_timezones

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.domain.calendars import (
    DaysOff,
    Hours,
    Quiet,
    Shift,
    Span,
    SpecialDay,
    Workplace,
    add_working_days,
    closing_on,
    localise,
    next_working_moment,
    parse_hours,
    promised_outside_hours,
    public_holidays,
    stretch_before,
    wall,
    works_at,
)

ZONES = sorted(
    zone for zone in available_timezones() if "/" in zone and not zone.startswith(("Etc/", "posix", "right"))
)
SPLIT = parse_hours("Mon-Fri 9-12:30, 14-18; Sat 10-16")
SHOP = Workplace("Europe/Berlin", SPLIT, "DE", "BY", quiet=Quiet(20 * 60, 8 * 60))


def berlin(text: str) -> datetime:
    """A local time in Berlin, “2026-12-24 09:00”, as an instant."""
    return localise(datetime.fromisoformat(text), "Europe/Berlin")


@pytest.mark.parametrize(
    ("at", "then"),
    [
        ("2026-11-23 10:00", "2026-11-23 10:00"),
        ("2026-11-23 12:30", "2026-11-23 14:00"),
        ("2026-11-23 07:00", "2026-11-23 09:00"),
        ("2026-11-23 18:00", "2026-11-24 09:00"),
        ("2026-11-28 16:00", "2026-11-30 09:00"),
        ("2026-12-24 18:30", "2026-12-28 09:00"),
        ("2027-01-06 10:00", "2027-01-07 09:00"),
    ],
)
def test_a_nudge_waits_for_the_shop_to_open(at: str, then: str) -> None:
    assert next_working_moment(berlin(at), SHOP) == berlin(then)


@pytest.mark.parametrize(
    ("at", "begin", "end"),
    [
        ("2026-11-23 11:00", "2026-11-23 09:00", "2026-11-23 11:00"),  # cut off
        ("2026-11-23 13:00", "2026-11-23 09:00", "2026-11-23 12:30"),
        ("2026-11-23 14:00", "2026-11-23 09:00", "2026-11-23 12:30"),
        ("2026-11-23 07:00", "2026-11-21 10:00", "2026-11-21 16:00"),  # over a Sunday
        ("2026-12-27 12:00", "2026-12-24 14:00", "2026-12-24 18:00"),  # over Christmas
    ],
)
def test_the_last_stretch_before_a_moment(at: str, begin: str, end: str) -> None:
    assert stretch_before(berlin(at), SHOP) == (berlin(begin), berlin(end))


def test_quiet_hours_end_the_stretch_of_a_shop_that_never_closes() -> None:
    open_always = Workplace("Europe/Berlin", parse_hours("daily open"), quiet=Quiet(21 * 60, 7 * 60))
    for at, begin, end in (
        ("2026-11-23 06:00", "2026-11-22 07:00", "2026-11-22 21:00"),
        ("2026-11-23 12:00", "2026-11-23 07:00", "2026-11-23 12:00"),
        ("2026-11-23 23:00", "2026-11-23 07:00", "2026-11-23 21:00"),
    ):
        assert stretch_before(berlin(at), open_always) == (berlin(begin), berlin(end))


def test_without_quiet_hours_a_stretch_is_as_long_as_the_shop_is_open() -> None:
    loud = Workplace("Europe/Berlin", SPLIT)
    assert stretch_before(berlin("2026-11-23 13:00"), loud) == (
        berlin("2026-11-23 09:00"),
        berlin("2026-11-23 12:30"),
    )


def test_whoever_was_off_for_weeks_has_no_stretch_before() -> None:
    off = Shift(SPLIT, (DaysOff(date(2026, 11, 2), date(2026, 11, 23)),))
    assert stretch_before(berlin("2026-11-23 13:00"), SHOP, off) is None


@pytest.mark.parametrize(
    ("hours", "day", "closes"),
    [
        ("Mon-Fri 9-12:30, 14-18; Sat 10-16", "2026-11-23", "18:00"),
        ("Mon-Fri 9-12:30, 14-18; Sat 10-16", "2026-11-28", "16:00"),
        ("Mon-Fri 9-12:30, 14-18; Sat 10-16", "2026-11-29", "17:00"),  # closed
        ("Mon-Sat 18:00-02:00", "2026-11-23", "23:59"),
        ("daily open", "2026-11-23", "17:00"),
    ],
)
def test_when_the_shop_closes_on_a_day(hours: str, day: str, closes: str) -> None:
    shop = Workplace("Europe/Berlin", parse_hours(hours))
    assert closing_on(date.fromisoformat(day), shop) == berlin(f"{day} {closes}")


MARIA = Shift(parse_hours("Tue-Sat 7-15"), (DaysOff(date(2026, 12, 1), date(2026, 12, 4)),), (date(2026, 11, 23),))


@pytest.mark.parametrize(
    ("person", "at", "then"),
    [
        (MARIA, "2026-11-24 07:10", "2026-11-24 08:00"),  # at work, but quiet until eight
        (MARIA, "2026-11-24 15:00", "2026-11-25 08:00"),
        (MARIA, "2026-11-22 12:00", "2026-11-23 09:00"),  # came in on a Monday: the shop's hours
        (MARIA, "2026-11-28 15:00", "2026-12-05 08:00"),  # days off
        (MARIA, "2026-12-25 10:00", "2026-12-29 08:00"),  # two holidays, a Sunday and her Monday
        (Shift(), "2026-11-23 12:30", "2026-11-23 14:00"),
        (Shift(off=(DaysOff(date(2026, 11, 23), date(2026, 11, 23)),)), "2026-11-23 10:00", "2026-11-24 09:00"),
        (Shift(zone="America/New_York"), "2026-11-23 10:00", "2026-11-23 14:00"),  # 4 in the morning for her
        (Shift(zone="Asia/Tokyo"), "2026-11-23 10:00", "2026-11-23 10:00"),
    ],
)
def test_a_nudge_waits_for_the_person(person: Shift, at: str, then: str) -> None:
    assert next_working_moment(berlin(at), SHOP, person) == berlin(then)


def test_a_special_day_opens_or_closes() -> None:
    shop = Workplace(
        "Europe/Berlin",
        SPLIT,
        "DE",
        special=(
            SpecialDay(date(2026, 12, 25), (Span(600, 720),), "Christmas market"),
            SpecialDay(date(2026, 11, 24), (), "stocktaking"),
            SpecialDay(date(2026, 11, 25)),
        ),
    )
    assert next_working_moment(berlin("2026-12-24 18:00"), shop) == berlin("2026-12-25 10:00")
    assert next_working_moment(berlin("2026-11-23 18:00"), shop) == berlin("2026-11-26 09:00")
    assert shop.closed_because(date(2026, 12, 25)) is None
    assert shop.closed_because(date(2026, 11, 24)) == "stocktaking"
    assert shop.closed_because(date(2026, 11, 25)) == "a day you are closed"
    assert shop.closed_because(date(2027, 1, 1)) == "New Year's Day"


def test_a_shop_that_never_opens_keeps_the_plain_moment() -> None:
    never = Workplace("Europe/Berlin", parse_hours("daily closed"))
    at = berlin("2026-11-23 10:00")
    assert next_working_moment(at, never) == at
    assert add_working_days(date(2026, 11, 23), 3, never) == date(2026, 11, 26)
    all_quiet = Workplace("Europe/Berlin", SPLIT, quiet=Quiet(8 * 60, 20 * 60))
    assert next_working_moment(at, all_quiet) == at


def test_the_end_of_the_calendar_keeps_the_plain_moment() -> None:
    never = Workplace("UTC", parse_hours("daily closed"))
    last = datetime(9999, 12, 30, tzinfo=UTC)
    assert next_working_moment(last, never) == last


@pytest.mark.parametrize(
    ("day", "n", "then"),
    [
        (date(2026, 11, 20), 1, date(2026, 11, 21)),
        (date(2026, 11, 20), 2, date(2026, 11, 23)),
        (date(2026, 12, 23), 2, date(2026, 12, 28)),
        (date(2026, 11, 22), 0, date(2026, 11, 23)),
        (date(2026, 11, 23), 0, date(2026, 11, 23)),
    ],
)
def test_working_days_skip_what_is_closed(day: date, n: int, then: date) -> None:
    assert add_working_days(day, n, SHOP) == then


def test_working_days_are_counted_forwards() -> None:
    with pytest.raises(ValueError, match="forwards"):
        add_working_days(date(2026, 11, 23), -1, SHOP)


@pytest.mark.parametrize(
    ("at", "warning"),
    [
        ("2026-11-23 10:00", None),
        ("2026-11-23 13:00", "You promised Mon 23 Nov, 13:00, but you are open 09:00–12:30, 14:00–18:00 then."),
        ("2026-11-22 10:00", "You promised Sun 22 Nov, but you are closed that day of the week."),
        ("2026-12-25 10:00", "You promised Fri 25 Dec, but that is Christmas Day and you are closed."),
    ],
)
def test_a_promise_outside_hours_warns(at: str, warning: str | None) -> None:
    assert promised_outside_hours(berlin(at), SHOP) == warning


def test_an_unknown_country_has_no_holidays() -> None:
    assert public_holidays("XX", None, 2026) == {}
    assert public_holidays("DE", "nowhere", 2026) == {}
    assert public_holidays("DE", "BY", 2026)[date(2026, 1, 6)] == "Epiphany"


@pytest.mark.parametrize(
    ("zone", "local", "instant"),
    [
        ("Europe/Berlin", "2026-03-29 02:30", "2026-03-29 01:00"),  # skipped: the first valid instant after
        ("Europe/Berlin", "2026-03-29 02:00", "2026-03-29 01:00"),
        ("Europe/Berlin", "2026-03-29 03:00", "2026-03-29 01:00"),
        ("Europe/Berlin", "2026-10-25 02:30", "2026-10-25 00:30"),  # twice: the first
        ("America/New_York", "2026-03-08 02:59", "2026-03-08 07:00"),
        ("Australia/Lord_Howe", "2026-10-04 02:15", "2026-10-03 15:30"),
        ("Pacific/Apia", "2011-12-30 12:00", "2011-12-30 10:00"),  # a whole day was skipped
        ("Asia/Kathmandu", "2026-11-21 12:00", "2026-11-21 06:15"),
    ],
)
def test_daylight_saving_gap_and_overlap(zone: str, local: str, instant: str) -> None:
    expected = datetime.fromisoformat(instant).replace(tzinfo=UTC)
    assert localise(datetime.fromisoformat(local), zone) == expected


def test_a_local_time_with_a_zone_is_not_localised_twice() -> None:
    with pytest.raises(ValueError, match="naive"):
        localise(datetime(2026, 1, 1, tzinfo=UTC), "Europe/Berlin")


FIRST, LAST = datetime.fromisoformat("2024-01-01"), datetime.fromisoformat("2035-12-31")
INSTANTS = st.datetimes(FIRST, LAST, timezones=st.just(UTC))
WALLS = st.datetimes(FIRST, LAST)


@given(WALLS, st.sampled_from(ZONES))
def test_a_local_time_comes_back_or_was_skipped(local: datetime, zone: str) -> None:
    instant = localise(local, zone)
    shown = wall(instant, zone)
    assert shown == local or (shown > local and wall(instant - timedelta(seconds=1), zone) < local)


MINUTES = st.integers(0, 1439)
QUIETS = st.none() | st.builds(Quiet, MINUTES, MINUTES)
WEEKS = st.sampled_from(
    [SPLIT, parse_hours("daily 0-24"), parse_hours("daily 18-3"), parse_hours("Sun 1-4"), parse_hours("Mon 9-17")]
)
PEOPLE = st.none() | st.builds(Shift, st.none() | WEEKS, zone=st.none() | st.sampled_from(ZONES))


@settings(deadline=None)  # who never works is looked for through 400 days
@given(INSTANTS, st.sampled_from(ZONES), WEEKS, QUIETS, PEOPLE)
def test_the_next_working_moment_is_not_before_is_at_work_and_stays(
    at: datetime, zone: str, week: Hours, quiet: Quiet | None, person: Shift | None
) -> None:
    shop = Workplace(zone, week, quiet=quiet)
    then = next_working_moment(at, shop, person)
    assert then >= at
    assert next_working_moment(then, shop, person) == then
    assert works_at(then, shop, person) or then == at


def test_half_past_two_comes_once_on_every_local_day_in_every_zone() -> None:
    """Every zone, every day on which its offset changes from 2024 to 2035, and the days around it."""
    for zone in ZONES:
        for day in _days_of_change(zone):
            morning = Workplace(zone, parse_hours("daily 2:30-3:30"))
            first = next_working_moment(localise(datetime.combine(day, datetime.min.time()), zone), morning)
            second = next_working_moment(first + timedelta(hours=4), morning)
            assert wall(first, zone).date() == day, zone
            assert wall(second, zone).date() == day + timedelta(days=1), zone


def _days_of_change(zone: str) -> list[date]:
    found = []
    day = FIRST + timedelta(hours=12)
    while day.year < 2036:
        month = day + timedelta(days=14)
        if _offset(day, zone) != _offset(month, zone):
            found += [day.date() + timedelta(days=step) for step in range(14) if _changes(day, step, zone)]
        day = month
    return found


def _changes(start: datetime, step: int, zone: str) -> bool:
    return _offset(start + timedelta(days=step - 1), zone) != _offset(start + timedelta(days=step + 1), zone)


def _offset(local: datetime, zone: str) -> timedelta:
    return local.replace(tzinfo=UTC) - localise(local, zone)


@settings(max_examples=150, deadline=None)
@example("Europe/Berlin", datetime(2026, 11, 23, 9, 0, 0, 1))  # noqa: DTZ001 - local; just opened
@given(st.sampled_from(ZONES), st.datetimes(datetime(2024, 1, 1), datetime(2035, 12, 31)))  # noqa: DTZ001 - local
def test_a_stretch_before_a_moment_is_worked_and_not_after_it(zone: str, local: datetime) -> None:
    shop = Workplace(zone, SPLIT, quiet=Quiet(20 * 60, 8 * 60))
    at = localise(local, zone)
    found = stretch_before(at, shop)
    assert found
    begin, end = found
    assert begin < end <= at
    assert works_at(begin, shop)
    assert works_at(end - (end - begin) / 2, shop)
