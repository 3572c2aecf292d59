"""A moment as it was read: the wall time, its zone, the instant, and from a wall time to the instant."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.when.pieces import Here


@dataclass(frozen=True)
class Reading:
    """One thing a phrase may mean: the wall time and its zone, the instant, the rule."""

    local: datetime
    zone: str
    when: datetime
    rrule: str | None = None
    until: datetime | None = None


def instant(local: datetime, zone: str, minutes: int | None = None) -> datetime:
    """Return the UTC instant of a wall time: forward over a gap, the first of two in an overlap.

    The second where ``minutes`` ahead of UTC say so.
    """
    first, second = (local.replace(tzinfo=ZoneInfo(zone), fold=fold) for fold in (0, 1))
    late = minutes is not None and second.utcoffset() == timedelta(minutes=minutes)
    return (second if late else first).astimezone(UTC)


def wall(moment: datetime, zone: str) -> datetime:
    """Return the naive wall time of an instant."""
    return moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None, fold=0)


def elapsed(length: timedelta, here: Here, begin: datetime | None = None) -> Reading:
    """Return the moment so much real time after now, or after the wall time ``begin``."""
    when = (instant(begin, here.zone) if begin else here.moment) + length
    return Reading(wall(when, here.zone), here.zone, when)


def at(local: datetime, zone: str, rrule: str | None = None, minutes: int | None = None) -> Reading:
    """Return the moment at a wall time of ``zone``; see ``instant`` for ``minutes``."""
    return Reading(local, zone, instant(local, zone, minutes), rrule)


def ahead(reading: Reading) -> int:
    """Return by how many minutes the clock of a reading is ahead of UTC at that moment."""
    offset = reading.when.astimezone(ZoneInfo(reading.zone)).utcoffset() or timedelta()
    return int(offset.total_seconds()) // 60
