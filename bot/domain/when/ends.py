"""How long a recurrence holds: “until friday”, “for 6 weeks”, “3 times”, “in december”, “except sundays”."""

import re
from collections.abc import Callable, Iterator
from datetime import date

from dateutil.relativedelta import relativedelta

from bot.domain.when.dates import next_date
from bot.domain.when.days import days
from bot.domain.when.hours import clocks
from bot.domain.when.pieces import CODES, MONTH, MONTHS, Clock, Day, End, Except, Found, Here, units
from bot.domain.when.rules import LIST, codes

UNTIL = re.compile(r"(?:and )?(?:until|till|til|through|thru|up to|ending|ends|to)(?: on)? ")
SPAN = re.compile(
    r"(?:for|over|during) (?:the )?(?:next |coming )?(?:(?P<number>\d{1,3}) )?(?P<unit>day|week|month|year)s?\b"
)
A_SPAN = re.compile(r"for (?:a|one|the next) (?P<number>)(?P<unit>day|week|month|year)\b")
TIMES = re.compile(
    r"(?:for )?(?:(?P<number>\d{1,3}) (?:times|occurrences)|(?P<word>once|twice))\b"
    r"(?! (?:an?|per|every|in)\b)"
)
MONTHLONG = re.compile(rf"(?:in|during|throughout) {MONTH}\b(?! ?\d)")
NOON = re.compile(r"noon\b")
EXCEPT = re.compile(
    r"\(?(?:except|excluding|but(?: not)?|apart from|other than|not)(?: for)?(?: on)? "
    rf"(?:{LIST}|(?P<kind>weekend)s?\b)"
)


def ends(text: str, at: int, here: Here) -> Iterator[Found]:
    """Yield every end of a recurrence that can be read at ``at``, with where it ends."""
    if match := UNTIL.match(text, at):
        yield from _until(text, match.end(), here)
    if match := SPAN.match(text, at) or A_SPAN.match(text, at):
        span = units(match["unit"], int(match["number"] or 1))
        yield match.end(), End(span=span)
    if match := TIMES.match(text, at):
        yield match.end(), End(count={"once": 1, "twice": 2}.get(match["word"]) or int(match["number"]))
    if match := MONTHLONG.match(text, at):
        month = MONTHS.index(match["month"]) + 1
        yield match.end(), End(start=Day(_begin_of(month)), until=Day(_end_of(month)))
    if match := EXCEPT.match(text, at):
        yield match.end(), Except(CODES[5:] if match["kind"] else codes(match["days"]))


def _until(text: str, at: int, here: Here) -> Iterator[Found]:
    """Until a day, an hour, or an hour of a day."""
    if noon := NOON.match(text, at):
        yield noon.end(), End(clock=Clock(12))
    for end, clock in _clocks(text, at):
        yield end, End(clock=clock)
        yield from ((last, End(until=day, clock=clock)) for last, day in _days(text, _next(text, end), here))
    for end, day in _days(text, at, here):
        yield end, End(until=day)
        yield from ((last, End(until=day, clock=clock)) for last, clock in _clocks(text, _next(text, end)))


def _next(text: str, at: int) -> int:
    return at + text.startswith(" ", at)


def _days(text: str, at: int, here: Here) -> Iterator[tuple[int, Day]]:
    yield from ((end, piece) for end, piece in days(text, at, here) if isinstance(piece, Day))


def _clocks(text: str, at: int) -> Iterator[tuple[int, Clock]]:
    yield from ((end, piece) for end, piece in clocks(text, at) if isinstance(piece, Clock))


def _begin_of(month: int) -> Callable[[Here], tuple[date, ...]]:
    """The month that is running, else the next such one."""
    return lambda here: (next_date(here.today.replace(day=1), 1, month),)


def _end_of(month: int) -> Callable[[Here], tuple[date, ...]]:
    return lambda here: (next_date(here.today.replace(day=1), 1, month) + relativedelta(months=1, days=-1),)
