"""Calendar dates: “1 dec”, “12/05”, “2026-12-05”, “the 15th”, “the first monday of december”."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from bot.domain.when.feasts import feasts
from bot.domain.when.pieces import (
    CODES,
    MONTH,
    MONTHS,
    WEEKDAY,
    WEEKDAYS,
    Day,
    Found,
    Here,
    Piece,
    Table,
    Wrong,
    table,
)
from bot.domain.when.results import ImpossibleDate, TooFar

ON = r"(?:on |on the |the |this )?"
NTH = r"(?:st|nd|rd|th)"
YEAR = r"(?P<year>20\d{2}|\d{4,})"
# Two digits are a year where they can be no hour.
SHORT_YEAR = r"(?P<year>20\d{2}|\d{4,}|2[5-9](?![:.]\d)|3\d(?![:.]\d))"
TO = r"(?:-|to|until|through|thru)"
LAST_YEAR = 2126


def dates(text: str, at: int, here: Here) -> Iterator[Found]:
    """Yield every calendar date that can be read at ``at``, with where it ends."""
    for pattern, build in NAMED:
        if (match := pattern.match(text, at)) and (piece := build(match)):
            yield match.end(), piece
    for pattern in NUMERIC:
        if match := pattern.match(text, at):
            yield match.end(), _numbers(match, here.month_first)
    yield from feasts(text, at, here)


def _date(match: re.Match[str]) -> Piece:
    """A day of a named month, with or without its year."""
    year = int(match["year"]) if match["year"] else None
    year = year + 2000 if year is not None and year < 100 else year
    return on_date(int(match["number"]), MONTHS.index(match["month"]) + 1, year)


def on_date(day: int, month: int, year: int | None) -> Piece:
    """Return the date; without a year the next such one, 29 February in a leap year."""
    longest = monthrange(year if year and 1 <= year <= 9999 else 2028, month)[1] if 1 <= month <= 12 else 0
    if not 1 <= day <= longest or (year is not None and not 1 <= year <= 9999):
        return Wrong(ImpossibleDate)
    if year is not None:
        if year > 2126:
            return Wrong(TooFar)
        fixed = date(year, month, day)
        return Day(lambda _: (fixed,), "date", number=day, month=month)
    return Day(lambda here: (next_date(here.today, day, month),), "date", number=day, month=month)


def next_date(today: date, day: int, month: int) -> date:
    """Return the next such date, today included."""
    years = (year for year in range(today.year, today.year + 9) if day <= monthrange(year, month)[1])
    return next(there for year in years if (there := date(year, month, day)) >= today)


def _month_day(match: re.Match[str]) -> Piece:
    """A day of the month by number: the next month that has it."""
    word = match["number"]
    number = {"first": 1, "second": 2}.get(word) or int(word)
    if not 1 <= number <= 31:
        return Wrong(ImpossibleDate)
    which = (match["which"] or "").strip()
    if which:
        return Day(lambda here: (_in_month(here.today, number, int(which == "next")),))
    weak = "bare" in match.groupdict()
    return Day(lambda here: (next_monthday(here.today, number),), "monthday", number=number, weak=weak)


def _in_month(today: date, number: int, ahead: int) -> date:
    first = today.replace(day=1) + relativedelta(months=ahead)
    if number > monthrange(first.year, first.month)[1]:
        raise ImpossibleDate
    return first.replace(day=number)


def next_monthday(today: date, number: int) -> date:
    """Return the next day with this number, today included."""
    first = today.replace(day=1)
    while number > monthrange(first.year, first.month)[1] or first.replace(day=number) < today:
        first += relativedelta(months=1)
    return first.replace(day=number)


def _nth_weekday(match: re.Match[str]) -> Piece:
    """“First monday of december”, “last friday of the month”."""
    word, day = match["nth"], WEEKDAYS.index(match["weekday"])
    nth = -1 if word == "last" else {"first": 1, "second": 2}.get(word) or int(word[0])
    month, year = match["month"], match["year"]
    ahead = 1 if match["which"] == "next" else 0

    def find(here: Here) -> tuple[date, ...]:
        if month:
            number = MONTHS.index(month) + 1
            start = date(int(year), number, 1) if year else next_date(here.today.replace(day=1), 1, number)
            found = nth_weekday(start, nth, day)
            over = found < here.today and not year
            return (nth_weekday(start + relativedelta(years=1), nth, day) if over else found,)
        start = here.today.replace(day=1) + relativedelta(months=ahead)
        found = nth_weekday(start, nth, day)
        return (found if found >= here.today else nth_weekday(start + relativedelta(months=1), nth, day),)

    if not month:
        return Day(find)
    return Day(find, "nth", byday=f"{nth}{CODES[day]}", month=MONTHS.index(month) + 1)


def _nth_day(match: re.Match[str]) -> Piece:
    """“The last day of february”, “first day of june”."""
    month, nth = MONTHS.index(match["month"]) + 1, match["nth"]
    year = int(match["year"]) if match["year"] else None
    if nth != "last":
        return on_date({"first": 1, "second": 2}.get(nth) or int(nth[:-2]), month, year)

    def find(here: Here) -> tuple[date, ...]:
        start = date(year, month, 1) if year else next_date(here.today.replace(day=1), 1, month)
        return (start + relativedelta(months=1, days=-1),)

    return Day(find)


def nth_weekday(first: date, nth: int, weekday: int) -> date:
    """Return the nth such weekday of the month that begins at ``first``; the last for -1."""
    if nth < 0:
        last = first + relativedelta(months=1, days=-1)
        return last - timedelta((last.weekday() - weekday) % 7)
    return first + timedelta((weekday - first.weekday()) % 7 + 7 * (nth - 1))


def _numbers(match: re.Match[str], month_first: bool) -> Piece:
    """Dates in numbers: a year first is ISO; dots are always day first; 12/05 follows the locale."""
    said = match.groupdict()
    if "month" in said:
        return on_date(int(said["day"]), int(said["month"]), int(said["year"]))
    first, second = int(said["first"]), int(said["second"])
    dotted = "." in match[0]
    day, month = (second, first) if month_first and not dotted else (first, second)
    year = int(said["year"]) if said["year"] else None
    return on_date(day, month, year + 2000 if year is not None and year < 100 else year)


NAMED: Table = table(
    (
        rf"{ON}(?P<number>\d{{1,2}})(?:{NTH}|\.)?[ -]?(?:of |de )?{MONTH}\b"
        rf"[.,]?(?:,?[ -]?(?:of |de )?{SHORT_YEAR}\b)?(?!:)",
        _date,
    ),
    (
        rf"{ON}{MONTH},? ?(?:the )?(?P<number>\d{{1,2}}){NTH}?(?![\w:]|[./]\d)(?:,? ?{YEAR}(?![\w:]))?",
        _date,
    ),
    # A range begins with its first day.
    (
        rf"{ON}{MONTH} (?P<number>\d{{1,2}}){NTH}? ?{TO} ?\d{{1,2}}{NTH}?(?![\w:/]|[ap]m)"
        rf"(?:,? {YEAR}(?![\w:]))?(?! ?[ap]m)",
        _date,
    ),
    (
        rf"(?:on |from )?(?:the )?(?P<number>\d{{1,2}}){NTH}? ?{TO} ?\d{{1,2}}{NTH}? (?:of )?{MONTH}\b"
        rf"(?: {YEAR}\b)?",
        _date,
    ),
    # “wed 9th”: a number beside its weekday, unless it counts what follows.
    (
        rf"(?:(?<=day )|(?<=day, )|(?<=\x02 ))(?P<which>)(?P<number>\d{{1,2}}){NTH}(?![\w-])"
        r"(?! (?!(?:at|of|in|from|by|around|about|before|after|morning|afternoon|evening|noon)\b)[a-z])",
        _month_day,
    ),
    # “20th at 1”: by itself a number that may count anything.
    (rf"(?P<which>)(?P<bare>)(?P<number>\d{{1,2}}){NTH}(?![\w-])(?= ?(?:at|@|around|,|\d)| ?[.!?]*$)", _month_day),
    (r"(?:on )?the (?P<number>first|second) (?:day )?of (?:the )?(?P<which>next |this |)month\b", _month_day),
    (
        rf"(?:on the |on |the )(?P<number>\d{{1,2}}){NTH}"
        r"(?: (?:of )?(?:the )?(?P<which>next |this |)month\b)?(?!\w|-)",
        _month_day,
    ),
    (
        rf"(?:on )?(?:the )?(?P<nth>first|second|last|[1-5]{NTH}) {WEEKDAY} (?:of|in) "
        rf"(?:the month\b|(?:the )?(?P<which>next|this) month\b|{MONTH}\b(?: {YEAR}\b)?)",
        _nth_weekday,
    ),
    (
        rf"(?:on )?(?:the )?(?P<nth>first|second|last|\d{{1,2}}{NTH}) day (?:of|in) {MONTH}\b(?: {YEAR}\b)?",
        _nth_day,
    ),
)
NUMERIC = tuple(
    re.compile(rf"(?:on |on the |the )?{numbers}")
    for numbers in (
        r"(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?:t(?=\d{2}:)|(?![\w-]))",
        r"(?P<first>\d{1,2})(?P<mark>[-/.])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4}|\d{2})(?![\w:-])",
        r"(?P<first>\d{1,2})/(?P<second>\d{1,2})(?P<year>)(?![\w/:-])",
        r"(?P<first>\d{1,2})\.(?P<second>\d{1,2})(?P<year>)\.(?![\w:])",
    )
)
