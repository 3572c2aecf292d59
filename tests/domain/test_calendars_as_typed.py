"""Opening hours, shifts, days off and quiet hours as people type them, and as they are written back."""

from collections.abc import Callable
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendars import (
    NEW_SHIFT,
    DaysOff,
    Hours,
    Quiet,
    Shift,
    Span,
    SpecialDay,
    Workplace,
    check_region,
    format_hours,
    format_shift,
    in_quiet_hours,
    is_open,
    parse_days_off,
    parse_hours,
    parse_quiet,
    parse_shift,
)
from bot.domain.calendars.spans import parse_span
from bot.domain.errors import Refusal

SATURDAY = date(2026, 11, 21)
SHOP = "Mon–Fri 09:00–12:30, 14:00–18:00; Sat 10:00–16:00; Sun closed"


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Mon-Fri 9-12:30, 14-18; Sat 10-16; Sun closed", SHOP),
        (SHOP, SHOP),
        ("mo-fr 9-5", "Mon–Fri 09:00–17:00; Sat–Sun closed"),
        ("Mon to Fri 9 to 5", "Mon–Fri 09:00–17:00; Sat–Sun closed"),
        ("weekdays 9am-5:30pm", "Mon–Fri 09:00–17:30; Sat–Sun closed"),
        ("daily 1-5pm", "Mon–Sun 13:00–17:00"),
        ("every day noon to midnight", "Mon–Sun 12:00–24:00"),
        ("daily 18-2", "Mon–Sun 18:00–02:00"),
        ("fri 10am-2am", "Mon–Thu closed; Fri 10:00–02:00; Sat–Sun closed"),
        ("weekend 24h", "Mon–Fri closed; Sat–Sun 00:00–24:00"),
        ("daily open", "Mon–Sun 00:00–24:00"),
        ("Sat-Mon 10-14", "Mon 10:00–14:00; Tue–Fri closed; Sat–Sun 10:00–14:00"),
        ("Tue, Wed 9-12, Thu 9-13", "Mon closed; Tue–Wed 09:00–12:00; Thu 09:00–13:00; Fri–Sun closed"),
        ("Mon-Fri 9-17; Wed 9-13", "Mon–Tue 09:00–17:00; Wed 09:00–13:00; Thu–Fri 09:00–17:00; Sat–Sun closed"),
        ("mon 9-12, 12-15", "Mon 09:00–15:00; Tue–Sun closed"),
        ("Lun-Ven 9h-12h30, 14h-19h", "Mon–Fri 09:00–12:30, 14:00–19:00; Sat–Sun closed"),
        ("Mo–Fr: 09.00–18.00; Sa zu", "Mon–Fri 09:00–18:00; Sat–Sun closed"),
        ("seg-sex 9-18, sáb 9-13", "Mon–Fri 09:00–18:00; Sat 09:00–13:00; Sun closed"),
        ("daily closed", "Mon–Sun closed"),
    ],
)
def test_opening_hours_are_read_and_written_so_that_they_read_back(typed: str, written: str) -> None:
    hours = parse_hours(typed)
    assert format_hours(hours) == written
    assert parse_hours(written) == hours


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "Opening hours are needed. Type them like “Mon-Fri 9-12:30"),
        ("whenever", "“whenever” is not clear to me"),
        ("9-17", "“9-17” is not clear to me"),
        ("mon", "“mon” is not clear to me"),
        ("mon 9-17 tue", "“mon 9-17 tue” is not clear to me"),
        ("mon 9-17 maybe", "is not clear to me"),
        ("mon-tue-wed 9-17", "is not clear to me"),
        ("mon 9-17, 12-18", "09:00–17:00 and 12:00–18:00 overlap"),
        ("mon 25-27", "“25” is not a time"),
        ("mon 9:75-12", "“9:75” is not a time"),
        ("mon 13pm-15", "“13pm” is not a time"),
        ("mon 18-18", "“18-18” is not a time"),
    ],
)
def test_hours_that_are_not_clear_are_refused_with_what_to_type(typed: str, says: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse_hours(typed)
    assert says in str(refused.value)


SPANS = st.lists(st.tuples(st.integers(0, 1439), st.integers(1, 1440)), max_size=4)


def _week(days: list[list[tuple[int, int]]]) -> Hours:
    """Spans that neither overlap nor touch, the last perhaps past midnight."""
    week = []
    for starts in days:
        spans: list[Span] = []
        for start, length in sorted(starts):
            if not spans or start > spans[-1].end:
                spans.append(Span(start, start + min(length, 1440 if start == 0 else 1439)))
        week.append(tuple(spans))
    return Hours(tuple(week))


@given(st.lists(SPANS, min_size=7, max_size=7).map(_week))
def test_any_week_survives_being_written_and_stored(hours: Hours) -> None:
    assert parse_hours(format_hours(hours)) == hours
    assert Hours.from_json(hours.to_json()) == hours


def _read_or_refused(read: Callable[[str], object], text: str) -> str:
    try:
        return f"read as {read(text)}"
    except Refusal as refusal:
        return str(refusal)


TYPED = st.text(max_size=60) | st.lists(
    st.sampled_from(
        [
            "mon",
            "fri-sun",
            "noon",
            "midnight",
            "9",
            "9h",
            "12:30",
            "5pm",
            "24",
            "-",
            "to",
            ",",
            ";",
            "off",
            "on",
            "until",
            "dec",
            "24-26",
            "daily",
            "closed",
        ]
    )
).map(" ".join)


@given(TYPED)
def test_any_text_is_hours_a_shift_and_quiet_hours_or_refused(text: str) -> None:
    for read in (parse_hours, parse_quiet, lambda said: parse_shift(said, SATURDAY)):
        assert _read_or_refused(read, text)


@pytest.mark.parametrize(
    ("local", "opens"),
    [
        ("2026-11-23 09:00", True),
        ("2026-11-23 08:59", False),
        ("2026-11-23 12:30", False),
        ("2026-11-23 14:00", True),
        ("2026-11-22 12:00", False),
        ("2026-11-28 15:59", True),
    ],
)
def test_hours_begin_on_the_minute_and_end_before_it(local: str, opens: bool) -> None:
    assert is_open(parse_hours(SHOP), datetime.fromisoformat(local)) is opens


def test_a_bar_is_open_past_midnight() -> None:
    bar = parse_hours("fri 18-2")
    assert is_open(bar, datetime.fromisoformat("2026-11-28 01:59"))
    assert not is_open(bar, datetime.fromisoformat("2026-11-28 02:00"))
    assert not is_open(bar, datetime.fromisoformat("2026-11-27 01:00"))


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("22-7", "22:00–07:00"),
        ("20-8", "20:00–08:00"),
        ("8-7", "20:00–07:00"),
        ("9pm-7", "21:00–07:00"),
        ("10pm to 7am", "22:00–07:00"),
        ("21:30–06:30", "21:30–06:30"),
        ("0-6", "00:00–06:00"),
        ("13-15", "13:00–15:00"),
        ("noon-midnight", "12:00–00:00"),
        ("9h - 7", "09:00–07:00"),
        ("off", "None"),
        ("", "None"),
    ],
)
def test_quiet_hours_are_at_night_unless_said_otherwise(typed: str, written: str) -> None:
    quiet = parse_quiet(typed)
    assert str(quiet) == written
    assert quiet is None or (parse_quiet(str(quiet)) == quiet == Quiet.from_json(quiet.to_json()))


def test_quiet_hours_that_are_not_clear_are_refused() -> None:
    with pytest.raises(Refusal, match="Type quiet hours like"):
        parse_quiet("at night")


def test_a_span_is_made_of_times() -> None:
    with pytest.raises(Refusal, match="“soon” is not a time of the day"):
        parse_span("9", "soon")


@pytest.mark.parametrize(
    ("quiet", "local", "silent"),
    [
        (Quiet(1320, 420), time(22, 0), True),
        (Quiet(1320, 420), time(6, 59, 59), True),
        (Quiet(1320, 420), time(7, 0), False),
        (Quiet(1320, 420), time(21, 59), False),
        (Quiet(780, 900), time(13, 0), True),
        (Quiet(780, 900), time(15, 0), False),
        (Quiet(0, 0), time(0, 0), False),
        (None, time(3, 0), False),
    ],
)
def test_quiet_hours_are_half_open_and_go_past_midnight(quiet: Quiet | None, local: time, silent: bool) -> None:
    assert in_quiet_hours(local, quiet) is silent


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("", SATURDAY, SATURDAY),
        ("today", SATURDAY, SATURDAY),
        ("tomorrow", date(2026, 11, 22), date(2026, 11, 22)),
        ("friday", date(2026, 11, 27), date(2026, 11, 27)),
        ("on sat", date(2026, 11, 28), date(2026, 11, 28)),
        ("24 dec", date(2026, 12, 24), date(2026, 12, 24)),
        ("24th of December", date(2026, 12, 24), date(2026, 12, 24)),
        ("24-26 dec", date(2026, 12, 24), date(2026, 12, 26)),
        ("dec 24-26", date(2026, 12, 24), date(2026, 12, 26)),
        ("Dec 24 – Jan 2", date(2026, 12, 24), date(2027, 1, 2)),
        ("24 dec to 2 jan", date(2026, 12, 24), date(2027, 1, 2)),
        ("19-23 nov", date(2026, 11, 19), date(2026, 11, 23)),
        ("1-5 march", date(2027, 3, 1), date(2027, 3, 5)),
        ("1-5 march 2028", date(2028, 3, 1), date(2028, 3, 5)),
        ("until 3 jan", SATURDAY, date(2027, 1, 3)),
        ("until monday", SATURDAY, date(2026, 11, 23)),
        ("2026-12-24", date(2026, 12, 24), date(2026, 12, 24)),
        ("2026-12-24 to 2026-12-26", date(2026, 12, 24), date(2026, 12, 26)),
    ],
)
def test_days_off_are_the_next_such_days(typed: str, first: date, last: date) -> None:
    assert parse_days_off(typed, SATURDAY) == DaysOff(first, last)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("31 feb", "“31 feb” are no days I know"),
        ("24 smarch", "are no days I know"),
        ("2026-13-01", "are no days I know"),
        ("some time", "are no days I know"),
        ("26-24 dec", "end before they begin"),
        ("2026-12-26 to 2026-12-24", "end before they begin"),
        ("1 jan 2020", "are over already"),
        ("2026-12-01 to 2028-01-01", "a year at most"),
    ],
)
def test_days_off_that_cannot_be_are_refused(typed: str, says: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse_days_off(typed, SATURDAY)
    assert says in str(refused.value)


def test_a_shift_is_told_in_words_one_after_the_other() -> None:
    shift = parse_shift("Mon-Fri 9-17", SATURDAY)
    assert format_shift(shift) == "Mon–Fri 09:00–17:00; Sat–Sun closed"

    shift = parse_shift("off 20-22 nov", SATURDAY, shift)
    shift = parse_shift("off 24 dec - 2 jan", SATURDAY, shift)
    assert (
        format_shift(shift) == "Mon–Fri 09:00–17:00; Sat–Sun closed; off 20–22 Nov 2026; off 24 Dec – 2 Jan 2027"
    )

    shift = parse_shift("on", SATURDAY, shift)
    assert shift.came_in == (SATURDAY,)
    assert [str(days) for days in shift.off] == ["20 Nov 2026", "22 Nov 2026", "24 Dec – 2 Jan 2027"]

    assert parse_shift("off", SATURDAY, shift).came_in == ()
    later = parse_shift("shop hours", date(2026, 12, 1), shift)
    assert format_shift(later) == "shop hours; off 24 Dec – 2 Jan 2027"
    assert later.came_in == ()
    assert Shift.from_json(shift.to_json()) == shift
    assert Shift.from_json({}) == NEW_SHIFT


@pytest.mark.parametrize("typed", ["", "9-17", "?"])
def test_a_shift_that_is_not_clear_is_refused(typed: str) -> None:
    with pytest.raises(Refusal, match="Type “mon-fri 9-17”"):
        parse_shift(typed, SATURDAY)


def test_a_workplace_survives_being_stored() -> None:
    christmas = SpecialDay(date(2026, 12, 24), (Span(540, 780),), "Christmas Eve")
    shop = Workplace("Europe/Berlin", parse_hours(SHOP), "DE", "BY", (christmas,), Quiet(1320, 420))
    assert Workplace.from_json(shop.to_json()) == shop
    assert Workplace.from_json({"zone": "Asia/Tokyo"}) == Workplace("Asia/Tokyo")


def test_a_country_or_region_without_known_holidays_is_refused() -> None:
    check_region("DE", "BY")
    check_region("DE", None)
    with pytest.raises(Refusal, match="Choose a country by its two letters"):
        check_region("XX", None)
    with pytest.raises(Refusal, match=r"“TX” is no region of DE .* Choose one of BB, BE, BW"):
        check_region("DE", "TX")
    with pytest.raises(Refusal, match="it has no regions"):
        check_region("JP", "Tokyo")
