"""When one person works: their own weekly hours, days off, and days they came in all the same."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from bot.domain.calendars.hours import Hours, format_hours, parse_hours
from bot.domain.calendars.leave import DaysOff, parse_days_off
from bot.domain.errors import Refusal

_OFF = ("off", "away")


class ShiftUnclear(Refusal):
    """“{text}” is not clear to me. Type “mon-fri 9-17”, “on”, “off”, “off 24-26 dec” or “shop hours”."""


@dataclass(frozen=True)
class Shift:
    """When one person works. Without own hours it is whenever the shop is open.

    ``came_in`` are days worked during the shop's hours in spite of days off and weekly hours; ``zone`` is where
    their clock stands, for quiet hours, where that is not the shop's zone.
    """

    hours: Hours | None = None
    off: tuple[DaysOff, ...] = ()
    came_in: tuple[date, ...] = ()
    zone: str | None = None

    def is_off(self, day: date) -> bool:
        """Whether the day is one of the days off."""
        return any(day in days for days in self.off)

    def to_json(self) -> dict[str, Any]:
        """Return plain values for a JSON column."""
        return {
            "hours": self.hours.to_json() if self.hours else None,
            "off": [[days.first.isoformat(), days.last.isoformat()] for days in self.off],
            "came_in": [day.isoformat() for day in self.came_in],
            "zone": self.zone,
        }

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> "Shift":
        """Return the shift that ``to_json`` wrote; what is missing is as for somebody new."""
        return cls(
            Hours.from_json(value["hours"]) if value.get("hours") else None,
            tuple(
                DaysOff(date.fromisoformat(first), date.fromisoformat(last))
                for first, last in value.get("off", ())
            ),
            tuple(date.fromisoformat(day) for day in value.get("came_in", ())),
            value.get("zone"),
        )


NEW_SHIFT = Shift()
"""Somebody who never said when they work."""


def parse_shift(text: str, today: date, shift: Shift = NEW_SHIFT) -> Shift:
    """Return somebody's shift after what they typed; ``today`` is their local date.

    “mon-fri 9-17” sets weekly hours, “shop hours” goes back to the shop's, “off” is off for today, “on” is here
    today in spite of everything, “off 24-26 dec” adds days off. Days that are past are dropped.
    Raises ShiftUnclear, what ``parse_days_off`` raises, or what ``parse_hours`` raises.
    """
    said = " ".join(text.casefold().split())
    first_word, _, rest = said.partition(" ")
    shift = _without_past(shift, today)
    if said in {"on", "in", "here"}:
        return _with_day_on(shift, today)
    if said in {"shop hours", "opening hours", "reset"}:
        return replace(shift, hours=None)
    if first_word in _OFF:
        return _with_days_off(shift, parse_days_off(rest, today))
    if not first_word.isalpha() and not first_word[:1].isalpha():
        raise ShiftUnclear(text=text.strip())
    return replace(shift, hours=parse_hours(said))


def format_shift(shift: Shift) -> str:
    """Return a shift as people write it: “Mon–Fri 09:00–17:00; Sat–Sun closed; off 24–26 Dec 2026”."""
    hours = format_hours(shift.hours) if shift.hours else "shop hours"
    return "; ".join([hours, *(f"off {days}" for days in shift.off)])


def _without_past(shift: Shift, today: date) -> Shift:
    off = tuple(days for days in shift.off if days.last >= today)
    return replace(shift, off=off, came_in=tuple(day for day in shift.came_in if day >= today))


def _with_day_on(shift: Shift, today: date) -> Shift:
    off = tuple(left for days in shift.off for left in days.without(today))
    return replace(shift, off=off, came_in=tuple(sorted({*shift.came_in, today})))


def _with_days_off(shift: Shift, added: DaysOff) -> Shift:
    came_in = tuple(day for day in shift.came_in if day not in added)
    return replace(shift, off=tuple(sorted({*shift.off, added})), came_in=came_in)
