"""The pieces a time is said in: a day, an hour, a part of the day, an amount, a zone, a rule, a little word."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

from bot.domain.when.results import Habits

CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
WEEKDAY = rf"(?P<weekday>{'|'.join(WEEKDAYS)})"
MONTH = rf"(?P<month>{'|'.join(MONTHS)})"
UNIT = r"(?P<unit>minutes|hours|seconds|day|week|month|year|quarter|weekend)s?"


def units(unit: str, count: int) -> relativedelta:
    """Return so many days, weeks, months or years of the calendar."""
    amounts = {f"{unit}s": count}
    return relativedelta(**amounts)  # type: ignore[arg-type]  # the stubs see dates where numbers go


@dataclass(frozen=True)
class Here:
    """Where and when the words were typed: the instant, the wall clock, the habits, the order of 12/05."""

    moment: datetime
    now: datetime
    zone: str
    month_first: bool
    habits: Habits

    @property
    def today(self) -> date:
        """The local date."""
        return self.now.date()

    @property
    def eod(self) -> time:
        """The end of the day: closing time, else 17:00."""
        return self.habits.closing_time or time(17)

    def seen_from(self, zone: str) -> "Here":
        """Return the same instant as the wall clock of another zone shows it."""
        now = self.moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None, fold=0)
        return replace(self, now=now, zone=zone)

    def from_tomorrow(self) -> "Here":
        """Return the same place as the day after begins, for a date that is to come after today."""
        return replace(self, now=datetime.combine(self.today + timedelta(1), time()))

    def at(self, day: date, clock: time | None = None) -> datetime:
        """Return the wall time of ``day``, at the default hour unless a clock is given."""
        return datetime.combine(day, clock or self.habits.default_time)


@dataclass(frozen=True)
class Day:
    """A date: ``find`` gives it; several mean that the words are ambiguous.

    ``weekday`` is set where only a weekday was named, ``bare`` where it stood without a little word, ``weak``
    where it is also an everyday word (sat, sun). ``keeps_clock`` says that the wall clock of now is kept (“in
    3 days”). ``kind`` tells what a rule may use of it: weekday, monthday (with ``number``), date (with
    ``number`` and ``month``), nth (with ``byday`` and ``month``), or nothing of a relative one.
    """

    find: Callable[[Here], tuple[date, ...]]
    kind: str = "relative"
    weekday: int | None = None
    number: int = 0
    month: int = 0
    byday: str = ""
    weak: bool = False
    bare: bool = False
    keeps_clock: bool = False


@dataclass(frozen=True)
class Clock:
    """An hour: ``half`` is am or pm where said; ``sure`` on the 24-hour clock.

    ``bare`` where a little word is needed to tell it from an amount, ``plain`` for a number and nothing else,
    ``ranged`` where it begins a range (“2-4pm”).
    """

    hour: int
    minute: int = 0
    second: int = 0
    half: str = ""
    sure: bool = False
    bare: bool = False
    ranged: bool = False
    plain: bool = False


@dataclass(frozen=True)
class Part:
    """A part of the day by name; ``today`` where it can only be today's; ``weak`` if it may be a plain noun.

    ``bare`` where no little word led it; ``edge`` is early, mid or late: several hours may be meant then.
    """

    name: str
    today: bool = False
    weak: bool = False
    bare: bool = False
    edge: str = ""


@dataclass(frozen=True)
class Elapsed:
    """A stretch of real time from now, or from the wall time that ``begin`` gives (“in 2 days and 3 hours”).

    ``weak`` where nothing says that it counts from now (“30 minutes”).
    """

    length: timedelta
    begin: Callable[[Here], datetime] | None = None
    weak: bool = False


@dataclass(frozen=True)
class Vague:
    """A stretch of time without a number (“a few days”): the readings to choose from."""

    lengths: tuple[timedelta, ...]


@dataclass(frozen=True)
class SameTime:
    """The wall clock of now, on another day."""


@dataclass(frozen=True)
class Sense:
    """How the moment is meant: by, before, after, around, starting."""

    word: str


@dataclass(frozen=True)
class Zone:
    """A time zone that was named: IANA names that it may stand for, or none when it cannot be told.

    ``minutes`` are those ahead of UTC, where the zone was named by them.
    """

    names: tuple[str, ...]
    words: str
    minutes: int | None = None


@dataclass(frozen=True)
class Rule:
    """A recurrence as far as the words with “every” say it; ``weak`` if they might be an adjective."""

    freq: str
    interval: int = 1
    byday: tuple[str, ...] = ()
    bymonthday: tuple[int, ...] = ()
    bymonth: int = 0
    bysetpos: int = 0
    weak: bool = False
    also: "tuple[Rule, ...]" = ()


@dataclass(frozen=True)
class End:
    """How long a rule holds: until a day or an hour, for so many times, for a stretch of the calendar.

    ``start`` is set where the same words say from when, too (“in december”).
    """

    until: Day | None = None
    clock: Clock | None = None
    count: int = 0
    span: relativedelta | None = None
    start: Day | None = None


@dataclass(frozen=True)
class Except:
    """The weekdays on which a rule does not hold."""

    byday: tuple[str, ...]


@dataclass(frozen=True)
class Wrong:
    """Words that are a time, but one that is refused."""

    refusal: type[Exception]


Piece = Day | Clock | Part | Elapsed | Vague | SameTime | Sense | Zone | Rule | End | Except | Wrong
Found = tuple[int, Piece]
Table = tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Piece | None]], ...]


def table(*rows: tuple[str, Callable[[re.Match[str]], Piece | None]]) -> Table:
    """Return patterns, compiled, each with what builds a piece from its match."""
    return tuple((re.compile(pattern), build) for pattern, build in rows)


def coming(today: date, weekday: int) -> date:
    """Return the next such weekday after ``today``; on that weekday itself, the one in 7 days."""
    return today + timedelta((weekday - today.weekday() - 1) % 7 + 1)


def in_week(here: Here, weekday: int, weeks: int) -> date:
    """Return that weekday of the Monday–Sunday week that is ``weeks`` ahead."""
    return here.today + timedelta(weekday - here.today.weekday() + 7 * weeks)
