"""Weeks, months and years: “next week”, “in september”, “end of next month”, “this weekend”."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from bot.domain.when.pieces import (
    MONTH,
    MONTHS,
    Day,
    Found,
    Here,
    Piece,
    Table,
    coming,
    in_week,
    table,
    units,
)

SHIFT = {"this": 0, "the": 0, "": 0, "next": 1, "coming": 0, "following": 1}
YEAR = r"(?: (?P<year>20\d{2})\b)?"


def spans(text: str, at: int) -> Iterator[Found]:
    """Yield every week, month or year that can be read at ``at``, with where it ends."""
    for pattern, build in PATTERNS:
        if (match := pattern.match(text, at)) and (piece := build(match)):
            yield match.end(), piece


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

    return Day(find) if part or year else Day(find, "date", number=1, month=month)


def _part_of(first: date, part: str) -> date:
    if part.startswith(("end", "late")):
        return first + relativedelta(months=1, days=-1)
    return first.replace(day=15) if part.startswith("mid") else first


def _span(match: re.Match[str]) -> Piece | None:
    """The next or this week, month, quarter, year; or the beginning, middle or end of it."""
    part, unit = match["part"] or ("end" if match.groupdict().get("last") else ""), match["unit"]
    which = match["which"] or ""
    if not (part or match["afternext"] or which in {"next", "following", "coming"}):
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
    if match["which"] == "next" or match["afternext"]:
        ahead = 2 if match["afternext"] else 1
        return Day(lambda here: (in_week(here, 5, ahead),))
    return Day(lambda here: (coming(here.today, 5),))


SINCE = r"(?:(?<=from )|(?<=starting )|(?<=until )|(?<=till )|(?<=before ))"
SURE_MONTHS = "january|february|july|september|october|november|december"
# “Start the week” and “end the month” are things to do.
NO_VERB = "(?:(?<!start )(?<!end )|(?=next |this ))"
PARTS = r"(?P<part>early|mid|middle|late|beginning|start|end)"
PATTERNS: Table = table(
    (r"(?:in )?(?:the )?(?P<part>)(?P<which>)(?P<unit>week)(?P<afternext> after next)\b", _span),
    (
        rf"(?:(?:in|by|at|towards) )?(?:the )?(?:{PARTS}[ -](?:of |in )?)"
        rf"(?:the )?{MONTH}{YEAR}(?P<nextyear> next year)?(?! \d{{1,2}}(?![:.\w]| ?[ap]m)|\w)",
        _month_part,
    ),
    (
        rf"(?P<part>)(?:in|next|this|coming) {MONTH}{YEAR}(?P<nextyear>(?: of)? next year)?(?! ?\d|\w|')",
        _month_part,
    ),
    (rf"(?P<part>)(?P<nextyear>){MONTH},? (?P<year>20\d{{2}})\b(?!:)", _month_part),
    # “from april”: not “by april”, who is a person.
    (rf"(?P<part>)(?P<year>)(?P<nextyear>){SINCE}{MONTH}(?! ?\d|\w|')", _month_part),
    (rf"(?P<part>)(?P<year>)(?P<nextyear>)(?<=by )(?P<month>{SURE_MONTHS})(?! ?\d|\w|')", _month_part),
    (
        rf"(?:(?:at|on|in|by) )?(?:the )?(?:(?:{PARTS}|(?P<last>last day))[ -](?:of |{NO_VERB}))?"
        r"(?:(?P<which>the|this|next|following|coming) )?(?P<unit>week|month|quarter|year)"
        r"(?P<afternext> after next)?\b",
        _span,
    ),
    (
        r"(?:(?:in|on|at|over|during) )?(?:the )?(?:(?P<which>this coming|this|next|coming) )?weekend\b"
        r"(?P<afternext> after next\b)?",
        _weekend,
    ),
)
