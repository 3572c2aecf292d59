"""What a manager decides of the calendar, as a table."""

from datetime import date

import pytest

from bot.domain.calendars import Span, Workplace, ahead, decide
from bot.domain.errors import Refusal

TODAY = date(2026, 11, 24)
SHOP = Workplace("Europe/Lisbon", country="PT")


@pytest.mark.parametrize(
    ("said", "day", "spans"),
    [
        ("closed 24-26 dec", date(2026, 12, 25), ()),
        ("CLOSED tomorrow", date(2026, 11, 25), ()),
        ("open 8 dec 10-16", date(2026, 12, 8), (Span(600, 960),)),
        ("open 8 dec 9:30-12, 14-18", date(2026, 12, 8), (Span(570, 720), Span(840, 1080))),
        ("open 2026-12-08 10-16", date(2026, 12, 8), (Span(600, 960),)),
    ],
)
def test_a_day_differs_from_its_week(said: str, day: date, spans: tuple[Span, ...]) -> None:
    assert decide(said, TODAY, SHOP).spans_on(day) == spans


def test_a_later_word_on_a_day_holds_and_usual_takes_it_back() -> None:
    closed = decide("closed 7-9 dec", TODAY, SHOP)
    opened = decide("open 8 dec 10-16", TODAY, closed)
    assert [bool(opened.spans_on(date(2026, 12, day))) for day in (7, 8, 9)] == [False, True, False]
    usual = decide("usual 7-9 dec", TODAY, opened)
    assert usual.special == ()


def test_what_is_past_is_dropped() -> None:
    closed = decide("closed 24 nov", TODAY, SHOP)
    assert len(closed.special) == 1
    assert decide("closed 1 dec", date(2026, 11, 25), closed).special[0].day == date(2026, 12, 1)


def test_quiet_hours_and_regions() -> None:
    assert str(decide("quiet 21-7", TODAY, SHOP).quiet)
    assert decide("quiet off", TODAY, SHOP).quiet is None
    assert decide("region none", TODAY, SHOP).region is None
    german = Workplace("Europe/Berlin", country="DE")
    assert decide("region by", TODAY, german).region == "BY"


@pytest.mark.parametrize(
    "said",
    [
        "",
        "party",
        "closed",
        "open 8 dec",
        "open",
        "closed 31 feb",
        "quiet maybe",
        "region ZZ",
        "🎉",
        "open 8 dec 25-30",
    ],
)
def test_what_cannot_be_read_is_refused(said: str) -> None:
    if said == "closed":
        assert decide(said, TODAY, SHOP).special[0].day == TODAY  # closed today
        return
    with pytest.raises(Refusal):
        decide(said, TODAY, SHOP)


def test_a_region_needs_a_country() -> None:
    with pytest.raises(Refusal, match="belong to a country"):
        decide("region BY", TODAY, Workplace("UTC"))


def test_the_days_ahead_are_holidays_and_exceptions() -> None:
    days = {day: why for day, why, _ in ahead(decide("closed 24 dec", TODAY, SHOP), TODAY)}
    assert days[date(2026, 12, 1)] == "Restoration of Independence Day"
    assert days[date(2026, 12, 24)] == ""
