"""Feasts people name instead of a date: those with a fixed day, and those that move with Easter or a weekday."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from dateutil.easter import easter

from bot.domain.when.pieces import Day, Found, Here

FIXED = {
    **{"christmas day": (12, 25), "christmas": (12, 25), "xmas": (12, 25), "christmas eve": (12, 24)},
    **{"xmas eve": (12, 24), "boxing day": (12, 26), "st stephens day": (12, 26), "new years eve": (12, 31)},
    **{"new years day": (1, 1), "valentines day": (2, 14), "st patricks day": (3, 17), "halloween": (10, 31)},
    **{"independence day": (7, 4), "veterans day": (11, 11)},
}
AFTER_EASTER = {
    **{"shrove tuesday": -47, "pancake day": -47, "ash wednesday": -46, "palm sunday": -7, "good friday": -2},
    **{"easter": 0, "easter sunday": 0, "easter monday": 1, "pentecost": 49, "whit monday": 50},
}
# The nth such weekday (Monday is 0) of a month, as in the United States; -1 is the last.
NTH_WEEKDAYS = {
    **{"thanksgiving": (11, 3, 4), "thanksgiving day": (11, 3, 4), "labor day": (9, 0, 1)},
    **{"memorial day": (5, 0, -1), "mlk day": (1, 0, 3), "presidents day": (2, 0, 3), "columbus day": (10, 0, 2)},
    **{"mothers day": (5, 6, 2), "fathers day": (6, 6, 3)},
}
AFTER_THANKSGIVING = {"black friday": 1, "cyber monday": 4}
# Outside the United States these fall on another day, or on none.
AMERICAN = frozenset(NTH_WEEKDAYS) - {"fathers day"} | {"independence day", "veterans day"}
NAMES = sorted({*FIXED, *AFTER_EASTER, *NTH_WEEKDAYS, *AFTER_THANKSGIVING}, key=len, reverse=True)
FEAST = re.compile(rf"(?P<lead>(?:on|at) )?(?P<feast>{'|'.join(NAMES)})\b(?: (?P<year>20\d\d)\b)?")


def feasts(text: str, at: int, here: Here) -> Iterator[Found]:
    """Yield the feast that can be read at ``at``; weak where nothing leads it, or it may be another day."""
    if match := FEAST.match(text, at):
        name, year = match["feast"], int(match["year"] or 0)
        weak = not match["lead"] or (name in AMERICAN and not here.month_first)
        month, number = FIXED.get(name, (0, 0))
        kind = "date" if number else "relative"
        yield match.end(), Day(_find(name, year), kind, number=number, month=month, weak=weak)


def _find(name: str, year: int) -> Callable[[Here], tuple[date, ...]]:
    """The feast of that year, else the next one, today's included."""
    if year:
        return lambda _: (_of(name, year),)
    return lambda here: (
        next(day for ahead in (0, 1) if (day := _of(name, here.today.year + ahead)) >= here.today),
    )


def _of(name: str, year: int) -> date:
    if name in FIXED:
        return date(year, *FIXED[name])
    if name in AFTER_EASTER:
        return easter(year) + timedelta(AFTER_EASTER[name])
    if name in AFTER_THANKSGIVING:
        return _of("thanksgiving", year) + timedelta(AFTER_THANKSGIVING[name])
    month, weekday, nth = NTH_WEEKDAYS[name]
    if nth < 0:
        last = date(year, month + 1, 1) - timedelta(1)
        return last - timedelta((last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta((weekday - first.weekday()) % 7 + 7 * (nth - 1))
