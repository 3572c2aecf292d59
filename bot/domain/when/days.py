"""Days: “tomorrow”, “next tuesday”, “1 dec”, “12/05”, “end of next month”, “3 days after friday”."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from bot.domain.when.amounts import AMOUNT, read_amount
from bot.domain.when.pieces import (
    MONTH,
    MONTHS,
    WEEKDAY,
    WEEKDAYS,
    Day,
    Elapsed,
    Found,
    Here,
    Piece,
    Vague,
    Wrong,
    units,
)
from bot.domain.when.results import ImpossibleDate, NoAmount, Past, TooFar

Builder = Callable[[re.Match[str]], Piece | None]
ON = r"(?:on |on the |the |this )?"
ORDINAL = r"(?P<number>\d{1,2})(?:st|nd|rd|th)"
YEAR = r"(?P<year>20\d{2}|\d{4,})"
SHIFT = {"this": 0, "the": 0, "": 0, "next": 1, "coming": 0, "following": 1}


def days(text: str, at: int, here: Here) -> Iterator[Found]:
    """Yield every day that can be read at ``at``, with where it ends."""
    for pattern, build in PATTERNS:
        if (match := pattern.match(text, at)) and (piece := build(match)):
            yield match.end(), piece
    yield from _numeric(text, at, here.month_first)
    yield from _amounts(text, at, here)


def _relative(match: re.Match[str]) -> Piece:
    """Today, tomorrow and their neighbours; yesterday is refused."""
    words = match["relative"]
    if "yesterday" in words:
        return Wrong(Past)
    ahead = 2 if "after" in words else int(words == "tomorrow")
    return Day(lambda here: (here.today + timedelta(ahead),), number=ahead)


def _weekday(match: re.Match[str]) -> Piece:
    """A weekday: the next one after today; with “next”, that of the next Monday–Sunday week."""
    day = WEEKDAYS.index(match["weekday"])
    which = match["which"] or match["after"] or ""
    lead = bool(match["lead"] or which)
    weak = not lead and bool(match["weak"])
    if which in {"last", "past", "previous"}:
        return Wrong(Past)
    if "next week" in which or which == "next":
        return Day(lambda here: (in_week(here, day, 1),), "weekday")
    if "this week" in which:
        return Day(lambda here: (in_week(here, day, 0),), "weekday")
    if "after next" in which:
        return Day(lambda here: (in_week(here, day, 2), coming(here.today, day) + timedelta(7)), "weekday")
    later = 7 if which == "week" else 0
    if later:
        return Day(lambda here: (coming(here.today, day) + timedelta(later),), "weekday")
    return Day(lambda here: (coming(here.today, day),), "weekday", weekday=day, weak=weak, bare=not lead)


def coming(today: date, weekday: int) -> date:
    """Return the next such weekday after ``today``; on that weekday itself, the one in 7 days."""
    return today + timedelta((weekday - today.weekday() - 1) % 7 + 1)


def in_week(here: Here, weekday: int, weeks: int) -> date:
    """Return that weekday of the Monday–Sunday week that is ``weeks`` ahead."""
    return here.today + timedelta(weekday - here.today.weekday() + 7 * weeks)


def _date(match: re.Match[str]) -> Piece:
    """A day of a named month, with or without its year."""
    year = int(match["year"]) if match["year"] else None
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
    for year in range(today.year, today.year + 9):
        if day <= monthrange(year, month)[1] and date(year, month, day) >= today:
            return date(year, month, day)
    raise ImpossibleDate


def _month_day(match: re.Match[str]) -> Piece:
    """A day of the month by number: the next month that has it."""
    number = int(match["number"])
    if not 1 <= number <= 31:
        return Wrong(ImpossibleDate)
    which = match["which"]
    if which in {"next", "this"}:
        return Day(lambda here: (_in_month(here.today, number, int(which == "next")),))
    return Day(lambda here: (next_monthday(here.today, number),), "monthday", number=number)


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
    month = match["month"]
    ahead = 1 if match["which"] == "next" else 0

    def find(here: Here) -> tuple[date, ...]:
        if month:
            start = next_date(here.today.replace(day=1), 1, MONTHS.index(month) + 1)
            found = nth_weekday(start, nth, day)
            return (found if found >= here.today else nth_weekday(start + relativedelta(years=1), nth, day),)
        start = here.today.replace(day=1) + relativedelta(months=ahead)
        found = nth_weekday(start, nth, day)
        return (found if found >= here.today else nth_weekday(start + relativedelta(months=1), nth, day),)

    return Day(find)


def nth_weekday(first: date, nth: int, weekday: int) -> date:
    """Return the nth such weekday of the month that begins at ``first``; the last for -1."""
    if nth < 0:
        last = first + relativedelta(months=1, days=-1)
        return last - timedelta((last.weekday() - weekday) % 7)
    return first + timedelta((weekday - first.weekday()) % 7 + 7 * (nth - 1))


def _month_part(match: re.Match[str]) -> Piece | None:
    """In september: the 1st; early, mid, end of: 1st, 15th, last day."""
    month, part = MONTHS.index(match["month"]) + 1, match["part"] or ""
    year = int(match["year"]) if match["year"] else None

    def find(here: Here) -> tuple[date, ...]:
        years = [year] if year else [here.today.year, here.today.year + 1]
        if match["nextyear"]:
            years = [here.today.year + 1]
        found = [_part_of(date(y, month, 1), part) for y in years]
        return (next((day for day in found if day >= here.today), found[-1]),)

    return Day(find)


def _part_of(first: date, part: str) -> date:
    if part.startswith(("end", "late")):
        return first + relativedelta(months=1, days=-1)
    return first.replace(day=15) if part.startswith("mid") else first


def _span(match: re.Match[str]) -> Piece | None:
    """The next or this week, month, quarter, year; or the beginning, middle or end of it."""
    part, unit = match["part"] or "", match["unit"]
    which = match["which"] or ""
    if not part and which not in {"next", "following", "coming"}:
        return None
    ahead = 2 if match["afternext"] else SHIFT[which.strip()]
    return Day(lambda here: (_of_span(here.today, part[:3], unit, ahead),))


def _of_span(today: date, part: str, unit: str, ahead: int) -> date:
    first = _first_of(today, unit, ahead)
    if not part and unit in {"month", "year"}:
        return today + units(unit, ahead)
    if part in {"end", "lat", "las"}:
        if unit == "week":
            friday = first + timedelta(4)
            return friday if friday >= today else friday + timedelta(7)
        return _first_of(today, unit, ahead + 1) - timedelta(1)
    if part == "mid":
        return first + {"week": timedelta(2), "month": timedelta(14)}.get(unit, timedelta(45))
    return first if first >= today else _first_of(today, unit, ahead + 1)


def _first_of(today: date, unit: str, ahead: int) -> date:
    if unit == "week":
        return today + timedelta(7 * ahead - today.weekday())
    if unit == "month":
        return today.replace(day=1) + relativedelta(months=ahead)
    if unit == "quarter":
        return today.replace(day=1, month=(today.month - 1) // 3 * 3 + 1) + relativedelta(months=3 * ahead)
    return today.replace(day=1, month=1) + relativedelta(years=ahead)


def _weekend(match: re.Match[str]) -> Piece:
    """The weekend begins on Saturday; the next one belongs to the next Monday–Sunday week."""
    if match["which"] == "next":
        return Day(lambda here: (in_week(here, 5, 1),))
    return Day(lambda here: (coming(here.today, 5),))


def _business(match: re.Match[str]) -> Piece:
    """The next working day."""

    def find(here: Here) -> tuple[date, ...]:
        day = here.today + timedelta(1)
        while not here.habits.works_on(day):
            day += timedelta(1)
        return (day,)

    return Day(find)


def _feast(match: re.Match[str]) -> Piece:
    """A feast with a fixed date."""
    day, month = FEASTS[match["feast"]]
    return on_date(day, month, None)


FEASTS = {
    "christmas day": (25, 12),
    "christmas": (25, 12),
    "xmas": (25, 12),
    "christmas eve": (24, 12),
    "xmas eve": (24, 12),
    "boxing day": (26, 12),
    "new year's eve": (31, 12),
    "new years eve": (31, 12),
    "halloween": (31, 10),
}
PATTERNS: tuple[tuple[re.Pattern[str], Builder], ...] = tuple(
    (re.compile(pattern), build)
    for pattern, build in (
        (
            r"(?:on )?(?P<relative>today|tomorrow|(?:the )?day after tomorrow|(?:the )?day before yesterday|yesterday)\b",
            _relative,
        ),
        (
            rf"(?P<lead>on (?:the |a )?|this )?(?:(?P<which>this coming|coming|upcoming|next|last|past|previous|this week|next week|following)(?: on)? )?"
            rf"{WEEKDAY}(?P<weak>\x02)?(?!\w|\x02)"
            r"(?: (?:of |in )?(?P<after>next week|this week|week(?! after)|after next|coming|next|following week)\b)?",
            _weekday,
        ),
        (rf"(?P<lead>)(?P<which>week) on {WEEKDAY}(?P<weak>)(?P<after>)\b", _weekday),
        (rf"(?P<lead>)(?:a|1) (?P<which>week) (?:on|this) {WEEKDAY}(?P<weak>)(?P<after>)\b", _weekday),
        (
            rf"{ON}(?P<number>\d{{1,2}})(?:st|nd|rd|th|\.)? ?(?:of |de )?{MONTH}\b[.,]?(?:,? ?(?:of )?{YEAR}\b)?(?!:)",
            _date,
        ),
        (
            rf"{ON}{MONTH},? ?(?:the )?(?P<number>\d{{1,2}})(?:st|nd|rd|th)?(?![\w:]|[./]\d)(?:,? ?{YEAR}(?![\w:]))?",
            _date,
        ),
        (rf"{ON}{ORDINAL}? ?{MONTH},? {YEAR}\b", lambda m: _date(m) if m["number"] else None),
        (
            rf"(?:on the |on |the ){ORDINAL}(?: (?:of )?(?:the )?(?P<which>next |this |)month\b)?(?!\w|-)",
            lambda m: _month_day(m),
        ),
        (
            rf"(?:on )?(?:the )?(?P<nth>first|second|last|[1-5](?:st|nd|rd|th)) {WEEKDAY} (?:of|in) (?:the month\b|(?:the )?(?P<which>next|this) month\b|{MONTH}\b)",
            _nth_weekday,
        ),
        (
            rf"(?:(?:in|by|at|towards) )?(?:the )?(?:(?P<part>early|mid|middle|late|beginning|start|end)[ -](?:of |in )?)(?:the )?{MONTH}(?: {YEAR}\b)?(?P<nextyear> next year)?(?!\w)",
            _month_part,
        ),
        (
            rf"(?P<part>)(?:in|next) {MONTH}(?: {YEAR}\b)?(?P<nextyear>(?: of)? next year)?(?! ?\d|\w|')",
            _month_part,
        ),
        (
            r"(?:(?:at|on|in|by|for) )?(?:the )?(?:(?P<part>early|mid|middle|late|beginning|start|end|last day)[ -](?:of )?)?(?:(?P<which>the|this|next|following|coming) )?(?P<unit>week|month|quarter|year)(?P<afternext> after next)?\b",
            _span,
        ),
        (
            r"(?:(?:in|on|at|over|during) )?(?:the )?(?:(?P<which>this coming|this|next|coming) )?weekend\b",
            _weekend,
        ),
        (r"(?:on |in )?(?:the )?next business day\b", _business),
        (rf"(?:on|at|by|before|after) (?P<feast>{'|'.join(sorted(FEASTS, key=len, reverse=True))})\b", _feast),
    )
)
NUMERIC = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?:on )?(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?:t(?=\d{2}:)|(?![\w-]))",
        r"(?:on |on the |the )?(?P<first>\d{1,2})(?P<mark>[-/.])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4}|\d{2})(?![\w:-])",
        r"(?:on |on the |the )?(?P<first>\d{1,2})/(?P<second>\d{1,2})(?P<year>)(?![\w/:-])",
        r"(?:on |on the |the )?(?P<first>\d{1,2})\.(?P<second>\d{1,2})(?P<year>)\.(?![\w:])",
    )
)


def _numeric(text: str, at: int, month_first: bool) -> Iterator[Found]:
    for pattern in NUMERIC:
        if match := pattern.match(text, at):
            yield match.end(), _numbers(match, month_first)


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


FROM = re.compile(r" (?P<from>from|after|before|following|past|later|ago|on) ?")
NOW = re.compile(r"(?:right )?now\b")
VAGUE = re.compile(
    r"(?:in )?(?:a few|some|several|a handful of|a bit|a while)(?: (?P<unit>minutes|hours|day|week|month)s?\b)?(?: from now| time)?"
)
VAGUE_LENGTHS = {
    "minutes": tuple(timedelta(minutes=n) for n in (5, 10, 15)),
    "hours": tuple(timedelta(hours=n) for n in (2, 3, 4)),
    "day": tuple(timedelta(days=n) for n in (2, 3, 5)),
    "week": tuple(timedelta(weeks=n) for n in (2, 3, 4)),
    "month": tuple(timedelta(days=n) for n in (61, 91, 122)),
    None: tuple(timedelta(minutes=n) for n in (15, 30, 60)),
}
IN = re.compile(
    r"(?:within(?: the next)?|in(?: the next| exactly| about| around| just)?|after|give (?:it|me)) ?(?=[-\da])"
)
THE_DAY = re.compile(r"(?:on )?(?:the )?(?P<unit>day|week|month)(?P<from> after| before) (?!next)")


def _amounts(text: str, at: int, here: Here) -> Iterator[Found]:
    """“In 3 days”, “3 days from now”, “a week after friday”, “the day after the 5th”."""
    lead = IN.match(text, at)
    start = lead.end() if lead else at
    if match := AMOUNT.match(text, start):
        yield from _measured(text, match, here, bool(lead))
    if match := THE_DAY.match(text, at):
        amount = AMOUNT.match(f"a {match['unit']}")
        assert amount
        for end, base in days(text, match.end(), here):
            if isinstance(base, Day):
                yield end, _away(amount, base, -1 if "before" in match["from"] else 1)
    if (match := VAGUE.match(text, at)) and (match["unit"] or match[0].startswith("in ")):
        yield match.end(), Vague(VAGUE_LENGTHS[match["unit"]])


def _measured(text: str, match: re.Match[str], here: Here, led: bool) -> Iterator[Found]:
    if led and not re.match(r"\w|'", text[match.end() :]):
        yield match.end(), _from_now(match)
    after = FROM.match(text, match.end())
    if not after:
        return
    way = after["from"]
    if way in {"later", "ago"}:
        if re.match(r"(?!\w)", text[after.end("from") :]):
            yield after.end("from"), Wrong(Past) if way == "ago" else _from_now(match)
        return
    if now := NOW.match(text, after.end()):
        yield now.end(), _from_now(match)
    for end, base in days(text, after.end(), here):
        if isinstance(base, Day):
            yield end, _away(match, base, -1 if way == "before" else 1)


def _from_now(match: re.Match[str]) -> Piece:
    """An amount from now: real time for minutes and hours, the calendar for the rest."""
    try:
        amount = read_amount(match)
    except (NoAmount, TooFar) as error:
        return Wrong(type(error))
    if amount is None:
        return Wrong(NoAmount)
    if not amount.on_calendar:
        return Elapsed(amount.length())
    extra = amount.length()
    return (
        Day(lambda here: ((amount.onward(here) + extra).date(),), keeps_clock=True)
        if not extra
        else Elapsed(extra)
    )


def _away(match: re.Match[str], base: Day, sign: int) -> Piece:
    """An amount from a day: the date that far from it."""
    try:
        amount = read_amount(match)
    except (NoAmount, TooFar) as error:
        return Wrong(type(error))
    if amount is None or not amount.on_calendar:
        return Wrong(NoAmount)
    return Day(lambda here: tuple(amount.after(day, here, sign) for day in base.find(here)))
