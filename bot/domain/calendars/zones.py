"""Local time and instants: what a wall clock in a zone means, daylight saving included."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

_SECOND = timedelta(seconds=1)


def localise(local: datetime, zone: str) -> datetime:
    """Return the instant (UTC) at which a wall clock in the zone shows a naive local time.

    A time that daylight saving skips is the first valid instant after it; one that happens twice is the first
    of the two. Raises ValueError for a local time that already has a zone.
    """
    if local.tzinfo is not None:
        raise ValueError("localise wants a naive local time")
    first = _instant(local, zone, fold=0)
    if _wall(first, zone) == local:
        return first
    return _end_of_gap(_instant(local, zone, fold=1), first, ZoneInfo(zone))


def localise_after(local: datetime, zone: str, at: datetime) -> datetime:
    """Return the first instant not before ``at`` at which the wall clock shows a local time; see ``localise``."""
    first = localise(local, zone)
    return first if first >= at else max(at, _instant(local, zone, fold=1))


def wall(at: datetime, zone: str) -> datetime:
    """Return what a wall clock in the zone shows at an instant, as a naive local time."""
    return _wall(at, zone)


def _wall(at: datetime, zone: str) -> datetime:
    return at.astimezone(ZoneInfo(zone)).replace(tzinfo=None, fold=0)


def _instant(local: datetime, zone: str, *, fold: int) -> datetime:
    return local.replace(tzinfo=ZoneInfo(zone), fold=fold).astimezone(UTC)


def _end_of_gap(before: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    """Return the instant between two at which the zone's offset changes, by halving; gaps end on full seconds."""
    before, after = before.replace(microsecond=0), after.replace(microsecond=0)
    offset = before.astimezone(zone).utcoffset()
    while after - before > _SECOND:
        middle = before + (after - before) // 2
        middle = middle.replace(microsecond=0)
        before, after = (middle, after) if middle.astimezone(zone).utcoffset() == offset else (before, middle)
    return after
