"""Amounts of time: “20 minutes”, “an hour and a half”, “3 business days”, “1h 30m”."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from dateutil.relativedelta import relativedelta

from bot.domain.when.pieces import Here
from bot.domain.when.results import NoAmount, TooFar

LETTERS = {
    **{"m": "minutes", "h": "hours", "d": "day", "w": "week", "s": "seconds", "minutes": "minutes"},
    **{"hours": "hours", "seconds": "seconds", "day": "day", "week": "week", "month": "month", "year": "year"},
    **{"business day": "business", "quarter": "quarter", "weekend": "weekend"},
}
NUMBER = r"(?P<n{k}>-? ?\d+(?:[.,]\d+)?(?: 1/2| and a half)?|an?\b)"
NAME = r"(?P<u{k}>minutes|hours|seconds|business day|day|week|month|year|m|h|d|w|s)"
ONE = rf"{NUMBER} ?{NAME}(?:s\b|\b|(?=\d))(?P<h{{k}}> and a half)?"
AMOUNT = re.compile(ONE.format(k=1) + r"(?:(?:,? and |,? ?)" + ONE.format(k=2) + r")?(?P<bare>(?<=h)\d{2}\b)?")
EXACT = {"seconds": 1, "minutes": 60, "hours": 3600}
CENTURY = 36_525


@dataclass(frozen=True)
class Amount:
    """Seconds of real time, or days, months and business days on the calendar."""

    seconds: float = 0
    days: int = 0
    months: int = 0
    business: int = 0

    @property
    def on_calendar(self) -> bool:
        """Tell whether days or more were named: the wall clock is kept, not the stretch of time."""
        return bool(self.days or self.months or self.business)

    def plus(self, other: "Amount") -> "Amount":
        """Return both together."""
        return Amount(
            self.seconds + other.seconds,
            self.days + other.days,
            self.months + other.months,
            self.business + other.business,
        )

    def after(self, day: date, here: Here, sign: int = 1) -> date:
        """Return the date this far after ``day`` (before it for ``sign`` -1); month ends clamp."""
        there: date = day + sign * relativedelta(days=self.days, months=self.months)
        for _ in range(self.business):
            there += timedelta(sign)
            while not here.habits.works_on(there):
                there += timedelta(sign)
        return there

    def length(self) -> timedelta:
        """Return the stretch of real time."""
        return timedelta(seconds=self.seconds)

    def onward(self, here: Here) -> datetime:
        """Return the wall time this far from now, the wall clock kept."""
        return datetime.combine(self.after(here.today, here), here.now.time())


def read_amount(match: re.Match[str]) -> Amount | None:
    """Return the amount a match of ``AMOUNT`` names; None for “half a month”.

    Raises NoAmount for zero and less, TooFar for more than a century.
    """
    parts = [_one(match[f"n{k}"], match[f"u{k}"], match[f"h{k}"]) for k in (1, 2) if match[f"n{k}"]]
    if match["bare"]:
        parts.append(Amount(seconds=60 * int(match["bare"])))
    total = Amount()
    for part in parts:
        if part is None:
            return None
        total = total.plus(part)
    return total


def _one(number: str, unit: str, half: str | None) -> Amount | None:
    count = _count(number) + (0.5 if half else 0)
    if count <= 0:
        raise NoAmount
    return _of(count, LETTERS[unit])


def _count(number: str) -> float:
    if number.startswith("a"):
        return 1
    digits = number.replace(" and a half", "").replace(" 1/2", "").replace(",", ".").replace(" ", "")
    if len(digits) > 9:
        raise NoAmount if digits.startswith("-") else TooFar
    return float(digits) + (0.5 if digits != number.replace(",", ".").replace(" ", "") else 0)


def _of(count: float, unit: str) -> Amount | None:
    if unit in EXACT:
        if count * EXACT[unit] > CENTURY * 86400:
            raise TooFar
        return Amount(seconds=count * EXACT[unit])
    if unit == "week":
        count, unit = count * 7, "day"
    if unit == "year":
        count, unit = count * 12, "month"
    if count != int(count):
        return Amount(seconds=count * 86400) if unit == "day" else None
    if count * {"day": 1, "business": 1.5, "month": 30.5}[unit] > CENTURY:
        raise TooFar
    whole = int(count)
    return {"day": Amount(days=whole), "month": Amount(months=whole)}.get(unit, Amount(business=whole))
