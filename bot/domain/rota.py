"""When somebody may be nudged, as the workspace's settings and the person's own shift say.

A shop that never said when it is open is taken for always open, but for the night (21:00–07:00).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time
from typing import Any

from bot.domain.calendars import (
    NEW_SHIFT,
    Hours,
    Quiet,
    Shift,
    Workplace,
    next_working_moment,
    parse_hours,
    parse_quiet,
    stretch_before,
    works_at,
)
from bot.domain.calendars.spans import DAY
from bot.domain.errors import Refusal
from bot.domain.when import Habits
from bot.domain.workspaces import Staff, Workspace

ALWAYS_OPEN = parse_hours("daily open")
NIGHT = Quiet(21 * 60, 7 * 60)


@dataclass(frozen=True)
class Rota:
    """A workplace and the shift of one person in it; without a person, the shop's own hours."""

    workplace: Workplace
    shift: Shift | None = None

    def next_moment(self, at: datetime) -> datetime:
        """Return ``at`` when they may be nudged then, else the next instant (UTC) at which they may."""
        return next_working_moment(at, self.workplace, self.shift)

    def stretch_before(self, at: datetime) -> tuple[datetime, datetime] | None:
        """Return the last stretch before an instant in which they may be nudged."""
        return stretch_before(at, self.workplace, self.shift)

    def works(self, at: datetime) -> bool:
        """Say whether they may be nudged at an instant."""
        return works_at(at, self.workplace, self.shift)


@dataclass(frozen=True)
class Working:
    """When somebody works, whether they do now, and the next instant at which a reminder reaches them."""

    shift: Shift
    at_work: bool
    next: datetime
    zone: str


def shift_of(person: Staff | None, zone: str) -> Shift:
    """Return somebody's shift in their zone; without one of their own it is the shop's."""
    return _read_shift(person.shifts if person else {}, zone)


def rota(workspace: Workspace, person: Staff | None = None) -> Rota:
    """Return when a person of this workspace may be nudged."""
    shift = _read_shift(person.shifts, person.zone) if person else None
    return Rota(workplace(workspace), shift)


def workplace(workspace: Workspace) -> Workplace:
    """Return the workplace that the settings describe; what cannot be read has its default."""
    settings = workspace.settings
    return Workplace(
        zone=workspace.zone,
        hours=_read_hours(settings.get("hours")),
        country=str(settings.get("country") or "") or None,
        region=str(settings.get("region") or "") or None,
        special=Workplace.from_json({"zone": workspace.zone, "special": settings.get("special") or ()}).special,
        quiet=_read_quiet(settings.get("quiet")),
    )


def _read_hours(said: object) -> Hours:
    if isinstance(said, list):
        return Hours.from_json(said)
    try:
        return parse_hours(str(said or "")) if said else ALWAYS_OPEN
    except Refusal:
        return ALWAYS_OPEN


def _read_quiet(said: object) -> Quiet | None:
    if isinstance(said, Mapping):
        return Quiet.from_json(said)
    try:
        return parse_quiet(str(said)) if said else NIGHT
    except Refusal:
        return NIGHT


def _read_shift(kept: Mapping[str, Any], zone: str) -> Shift:
    return replace(Shift.from_json(kept), zone=zone) if kept else replace(NEW_SHIFT, zone=zone)


def habits(workspace: Workspace) -> Habits:
    """Return what the workspace is used to, for reading times: its default hour, its weekend, when it closes."""
    hours = _read_hours(workspace.settings.get("hours"))
    closed = frozenset(day for day in range(7) if not hours.days[day])
    weekend = closed if 0 < len(closed) < 7 else Habits().weekend
    return Habits(default_time=default_hour(workspace), weekend=weekend, closing_time=_closing_time(hours))


def _closing_time(hours: Hours) -> time | None:
    """Return when a day is over: where days differ, the earliest, which is in time on all of them.

    None for a shop that never closes, or closes after midnight.
    """
    ends = [max(span.end for span in spans) for spans in hours.days if spans]
    earliest = min((end for end in ends if end < DAY), default=None)
    return time(earliest // 60, earliest % 60) if earliest is not None else None


def default_hour(workspace: Workspace) -> time:
    """Return the hour meant by a date without a time: 09:00 unless set."""
    try:
        return time.fromisoformat(str(workspace.settings.get("default_time") or "09:00"))
    except ValueError:
        return time(9)
