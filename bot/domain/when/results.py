"""What can come of reading a time: a moment, a question, nothing, or one of the refusals."""

from dataclasses import dataclass
from datetime import date, datetime, time

from bot.domain.errors import Refusal


@dataclass(frozen=True)
class Habits:
    """What a workspace is used to, as far as it matters to reading a time.

    ``closing_time`` is the end of the day (17:00 unless set); ``weekend`` counts Monday as 0.
    """

    default_time: time = time(9)
    closing_time: time | None = None
    holidays: frozenset[date] = frozenset()
    weekend: frozenset[int] = frozenset({5, 6})

    def works_on(self, day: date) -> bool:
        """Tell whether ``day`` counts as a business day."""
        return day.weekday() not in self.weekend and day not in self.holidays


@dataclass(frozen=True)
class Understood:
    """A time that was read: the instant, the wall clock it was meant on, the rule, and the rest of the text.

    ``when`` is UTC; ``local`` is the naive wall time in ``zone``; ``rrule`` is an RFC 5545 rule without
    DTSTART, and then ``when`` is its first occurrence. ``words`` are what was taken as the time. ``until`` is
    the moment something has to be done by (“by friday”, “before 3”), where that was said.
    """

    when: datetime
    local: datetime
    zone: str
    rrule: str | None
    rest: str
    words: str = ""
    until: datetime | None = None


@dataclass(frozen=True)
class Asked:
    """Something like a time, but not certainly: a question, and one to three readings to choose from."""

    rest: str
    question: str
    choices: tuple[Understood, ...]


@dataclass(frozen=True)
class NoTime:
    """The text names no time; ``rest`` is all of it."""

    rest: str


class TimeRefused(Refusal):
    """I could not use “{words}” as a time. Try “tomorrow 9am”, “next tuesday at 3pm” or “in 20 minutes”."""


class Past(TimeRefused):
    """“{words}” is over already. Please name a moment still to come, such as “tomorrow 9am”."""


class PartOver(Past):
    """“{words}” means {hour} here, and that is over. Please type the hour you mean, or “tomorrow 9am”."""


class ImpossibleDate(TimeRefused):
    """There is no such date as “{words}”. Please type a day that exists, such as “28 feb” or “2026-12-31”."""


class ImpossibleTime(TimeRefused):
    """There is no such time as “{words}”. Please type one like “3pm” or “15:30”."""


class Contradiction(TimeRefused):
    """“{words}” does not fit together: that date is a {weekday}. Please type the date or the weekday alone."""


class NoAmount(TimeRefused):
    """“{words}” leads nowhere. Please type an amount of at least one, such as “in 20 minutes”."""


class TooFar(TimeRefused):
    """“{words}” is further away than I can count. Please name a day in this century."""


class EveryWhat(TimeRefused):
    """“{words}” does not say how often. Try “every monday at 9am” or “every 2 weeks”."""


class UnknownZone(TimeRefused):
    """I am not sure which time zone “{words}” is. Type the time without it for your own, or one like “3pm UTC”."""
