"""Days off, and how people write them: “24-26 dec”, “24 dec - 2 jan”, “until 3 jan”, “2026-12-24”."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.calendars.spans import weekday
from bot.domain.errors import Refusal

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
LONGEST_LEAVE = timedelta(days=366)

_DASH = r"\s*(?:-|–|—|\bto\b|\btill\b|\buntil\b)\s*"
_DAY = r"(\d{1,2})(?:st|nd|rd|th|\.)?"
_MONTH = r"(?:of )?([a-z]{3,9})\.?"
_YEAR = r"(?:,?\s+(\d{4}))?"
_ISO = re.compile(rf"(\d{{4}}-\d\d-\d\d)(?:{_DASH}(\d{{4}}-\d\d-\d\d))?")
_DAY_FIRST = re.compile(rf"(?:{_DAY}\s*(?:{_MONTH})?{_DASH})?{_DAY}\s*{_MONTH}{_YEAR}")
_MONTH_FIRST = re.compile(rf"([a-z]{{3,9}})\.?\s*{_DAY}(?:{_DASH}(?:([a-z]{{3,9}})\.?\s*)?{_DAY})?{_YEAR}")


class NoSuchDays(Refusal):
    """“{text}” are no days I know. Type days off like “off 24 dec”, “off 24-26 dec” or “off 2026-12-24”."""


class LeaveBackwards(Refusal):
    """Those days off end before they begin. Type the first day first, like “off 24-26 dec”."""


class LeaveOver(Refusal):
    """Those days off are over already. Type days to come, like “off 24-26 dec”."""


class LeaveTooLong(Refusal):
    """Days off can be a year at most. Somebody who left is better deactivated in Slack."""


@dataclass(frozen=True, slots=True, order=True)
class DaysOff:
    """Days on which somebody does not work, both ends included."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def __str__(self) -> str:
        """Return it as people write it, “24–26 Dec 2026”."""
        last = f"{self.last.day} {MONTHS[self.last.month - 1]} {self.last.year}"
        if self.first == self.last:
            return last
        if (self.first.year, self.first.month) == (self.last.year, self.last.month):
            return f"{self.first.day}–{last}"
        return f"{self.first.day} {MONTHS[self.first.month - 1]} – {last}"

    def without(self, day: date) -> "tuple[DaysOff, ...]":
        """Return what is left of these days off when somebody works on one of them."""
        if day not in self:
            return (self,)
        one = timedelta(days=1)
        before = (DaysOff(self.first, day - one),) if self.first < day else ()
        after = (DaysOff(day + one, self.last),) if day < self.last else ()
        return before + after


def parse_days_off(text: str, today: date) -> DaysOff:
    """Read days off; without a year they are the next such days that are not over.

    Raises NoSuchDays, LeaveBackwards, LeaveOver or LeaveTooLong.
    """
    said = " ".join(text.casefold().split())
    days = _near(said, today) or _until(said, today) or _dates(said, today)
    if days.last < days.first:
        raise LeaveBackwards()
    if days.last < today:
        raise LeaveOver()
    if days.last - days.first > LONGEST_LEAVE:
        raise LeaveTooLong()
    return days


def _near(said: str, today: date) -> DaysOff | None:
    ahead = {"": 0, "today": 0, "tomorrow": 1}.get(said)
    if ahead is None and (named := weekday(said.removeprefix("on "))) is not None:
        ahead = (named - today.weekday() - 1) % 7 + 1
    return None if ahead is None else DaysOff(*[today + timedelta(days=ahead)] * 2)


def _until(said: str, today: date) -> DaysOff | None:
    end = re.match(r"(?:until|till|through)\s+", said)
    if not end:
        return None
    rest = said[end.end() :]
    return DaysOff(today, (_near(rest, today) or _dates(rest, today)).last)


def _dates(said: str, today: date) -> DaysOff:
    try:
        if iso := _ISO.fullmatch(said):
            return DaysOff(date.fromisoformat(iso[1]), date.fromisoformat(iso[2] or iso[1]))
        if written := _DAY_FIRST.fullmatch(said):
            day, month, last_day, last_month, year = written.groups()
            return _range((day, month), (last_day, last_month), year, today)
        if written := _MONTH_FIRST.fullmatch(said):
            month, day, last_month, last_day, year = written.groups()
            return _range((day, month), (last_day or day, last_month or month), year, today)
    except (ValueError, KeyError):
        pass
    raise NoSuchDays(text=said)


def _range(first: tuple[str | None, str | None], last: tuple[str, str], year: str | None, today: date) -> DaysOff:
    """Make dates of (day, month) pairs. Raises ValueError or KeyError for days or months that do not exist."""
    last_month = _month(last[1])
    first_month = _month(first[1] or last[1])
    first_day, last_day = int(first[0] or last[0]), int(last[0])
    end = date(int(year) if year else today.year, last_month, last_day)
    if not year and end < today:
        end = date(today.year + 1, last_month, last_day)
    # “24 dec - 2 jan” begins in the year before; “26-24 dec” does not.
    begins = end.year - (first_month > last_month)
    return DaysOff(date(begins, first_month, first_day), end)


def _month(word: str) -> int:
    return {name.casefold(): at for at, name in enumerate(MONTHS, 1)}[word[:3]]
