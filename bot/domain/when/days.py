"""Days said from today: “tomorrow”, “next tuesday”, and every other way to name a day."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from bot.domain.when.dates import dates
from bot.domain.when.pieces import WEEKDAY, WEEKDAYS, Day, Found, Here, Piece, Table, Wrong, coming, in_week, table
from bot.domain.when.results import Past
from bot.domain.when.spans import spans


def days(text: str, at: int, here: Here) -> Iterator[Found]:
    """Yield every day that can be read at ``at``, with where it ends."""
    for pattern, build in PATTERNS:
        if (match := pattern.match(text, at)) and (piece := build(match)):
            yield match.end(), piece
    yield from dates(text, at, here)
    yield from spans(text, at)


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
        return Day(lambda here: (in_week(here, day, 1),))
    if "this week" in which:
        return Day(lambda here: (in_week(here, day, 0),))
    if which == "week after next":
        return Day(lambda here: (in_week(here, day, 2),))
    if "after next" in which:
        return Day(lambda here: (in_week(here, day, 2), coming(here.today, day) + timedelta(7)))
    if which == "week":
        return Day(lambda here: (coming(here.today, day) + timedelta(7),))
    return Day(lambda here: (coming(here.today, day),), "weekday", weekday=day, weak=weak, bare=not lead)


def _business(_: re.Match[str]) -> Piece:
    """The next working day."""

    def find(here: Here) -> tuple[date, ...]:
        day = here.today + timedelta(1)
        while not here.habits.works_on(day):
            day += timedelta(1)
        return (day,)

    return Day(find)


def _gone(_: re.Match[str]) -> Piece:
    """Last week, last month: over."""
    return Wrong(Past)


WHICH = r"(?P<which>this coming|coming|upcoming|next|last|past|previous|this week|next week|following)"
PATTERNS: Table = table(
    (
        r"(?:on )?(?:the )?(?P<relative>today|tomorrow|day after tomorrow|day before yesterday|yesterday)\b",
        _relative,
    ),
    (
        rf"(?P<lead>on (?:the |a )?|this )?(?:{WHICH}(?: on)? )?{WEEKDAY}(?P<weak>\x02)?(?!\w|\x02)"
        r"(?: (?:of |in )?(?:the )?(?P<after>next week|this week|week after next|week(?! after)|after next|coming|"
        r"next|following week)\b)?",
        _weekday,
    ),
    (rf"(?P<lead>)(?:a |1 )?(?P<which>week) (?:on |this ){WEEKDAY}(?P<weak>)(?P<after>)\b", _weekday),
    (r"(?:on |in )?(?:the )?next business day\b", _business),
    (r"(?:in |the )?(?:last|past|previous) (?:week|weekend|month|year|night)\b(?! of|'|-)", _gone),
)
