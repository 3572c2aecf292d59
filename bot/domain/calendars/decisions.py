"""What a manager decides of the shop's calendar, in one line: “closed 24-26 dec”, “open 8 dec 10-16”."""

import re
from dataclasses import replace
from datetime import date, timedelta

from bot.domain.calendars.hours import parse_hours, parse_quiet
from bot.domain.calendars.leave import DaysOff, parse_days_off
from bot.domain.calendars.spans import Span
from bot.domain.calendars.workplaces import SpecialDay, Workplace, check_region
from bot.domain.errors import Refusal

MOST = 400
"""So many exceptions are kept; a year has no more days."""


class CalendarUnclear(Refusal):
    """“{text}” says nothing of the calendar. Try `closed 24-26 dec`, `open 8 dec 10-16` or `quiet 21-7`."""


class NoCountryYet(Refusal):
    """Regions belong to a country, and none is chosen yet. Choose one with `/regulars setup`."""


def decide(text: str, today: date, workplace: Workplace) -> Workplace:
    """Return the workplace as it is after a decision; exceptions that are past are dropped.

    ``closed DAYS``, ``open DAYS HOURS``, ``usual DAYS`` (back to the week), ``quiet HOURS`` or ``quiet off``,
    ``region CODE`` or ``region none``. Raises CalendarUnclear or the refusals of days, hours and regions.
    """
    said = " ".join(text.split())
    word, _, rest = said.partition(" ")
    deed = _DEEDS.get(word.casefold())
    if deed is None:
        raise CalendarUnclear(text=said)
    after = deed(rest, today, workplace)
    return replace(after, special=tuple(each for each in after.special if each.day >= today)[:MOST])


def _closed(rest: str, today: date, workplace: Workplace) -> Workplace:
    return _with(workplace, parse_days_off(rest, today), ())


def _open(rest: str, today: date, workplace: Workplace) -> Workplace:
    parts = re.fullmatch(r"(.*?)[ ,:]+((?:\d{1,2}(?::\d\d)?(?:am|pm)?\s*[-–]\s*\d[^ ]*[, ]*)+)", rest)
    if not parts:
        raise CalendarUnclear(text=f"open {rest}".strip())
    return _with(workplace, parse_days_off(parts[1], today), parse_hours(f"mon {parts[2]}").days[0])


def _usual(rest: str, today: date, workplace: Workplace) -> Workplace:
    days = parse_days_off(rest, today)
    return replace(workplace, special=tuple(each for each in workplace.special if each.day not in days))


def _with(workplace: Workplace, days: DaysOff, spans: tuple[Span, ...]) -> Workplace:
    length = (days.last - days.first).days + 1
    new = [SpecialDay(days.first + timedelta(days=n), spans) for n in range(length)]
    kept = [each for each in workplace.special if each.day not in days]
    return replace(workplace, special=tuple(sorted([*kept, *new], key=lambda each: each.day)))


def _quiet(rest: str, _today: date, workplace: Workplace) -> Workplace:
    return replace(workplace, quiet=parse_quiet(rest))


def _region(rest: str, _today: date, workplace: Workplace) -> Workplace:
    region = None if rest.strip().casefold() in ("", "none") else rest.strip().upper()
    if region and not workplace.country:
        raise NoCountryYet
    if workplace.country:
        check_region(workplace.country, region)
    return replace(workplace, region=region)


_DEEDS = {"closed": _closed, "close": _closed, "open": _open, "usual": _usual, "quiet": _quiet, "region": _region}


def ahead(workplace: Workplace, today: date, days: int = 92) -> tuple[tuple[date, str, tuple[Span, ...]], ...]:
    """Return the days to come that differ from the week: the date, why, and when it is open all the same."""
    special = {each.day: each for each in workplace.special}
    found = []
    for day in (today + timedelta(days=n) for n in range(days)):
        if day in special:
            found.append((day, special[day].reason, special[day].spans))
        elif holiday := workplace.holiday_on(day):
            found.append((day, holiday, ()))
    return tuple(found)
