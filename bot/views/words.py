"""Small phrases that several capabilities share: days, ages, ordinals, lists."""

from datetime import date, datetime
from zoneinfo import ZoneInfo


def ordinal(n: int) -> str:
    """Return 1st, 2nd, 3rd, 4th, 11th, 112th …"""
    ending = "th" if n % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{ending}"


def local_date(at: datetime, zone: str) -> date:
    """Return the day on which an instant falls in a zone."""
    return at.astimezone(ZoneInfo(zone)).date()


def day(when: date, today: date) -> str:
    """Return “today”, “tomorrow”, “Friday”, “31 Oct” or “31 Oct 2024”, whichever is the shortest clear one."""
    ahead = (when - today).days
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}
    if ahead in near:
        return near[ahead]
    if 1 < ahead < 7:
        return f"{when:%A}"
    return f"{when.day} {when:%b}" if abs(ahead) < 300 else f"{when.day} {when:%b %Y}"


def heading(when: date) -> str:
    """Return a day as it heads a page: “Monday, 23 November”."""
    return f"{when:%A}, {when.day} {when:%B}"


def moment(at: datetime, zone: str, now: datetime) -> str:
    """Return an absolute local time: “Tue 1 Dec, 15:00”; the year only when it is far."""
    local = at.astimezone(ZoneInfo(zone))
    year = f" {local.year}" if abs((local.date() - local_date(now, zone)).days) > 300 else ""
    return f"{local:%a} {local.day} {local:%b}{year}, {local:%H:%M}"


def clock(at: datetime, zone: str) -> str:
    """Return the local time of day, 10:02."""
    return f"{at.astimezone(ZoneInfo(zone)):%H:%M}"


def age(since: datetime, now: datetime) -> str:
    """Return how long ago: “3 days”, “2 hours”, “5 minutes”, “a moment”."""
    seconds = max(0, int((now - since).total_seconds()))
    for unit, size in (("day", 86400), ("hour", 3600), ("minute", 60)):
        if seconds >= size:
            return count(seconds // size, unit)
    return "a moment"


def count(n: int, thing: str, plural: str | None = None) -> str:
    """Return “1 visit”, “3 visits”."""
    return f"{n} {thing if n == 1 else plural or thing + 's'}"


def listed(names: list[str]) -> str:
    """Return “A”, “A and B”, “A, B and C”."""
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


def sentence(text: str) -> str:
    """Return a text with a full stop, unless it ends in punctuation."""
    return text if text[-1:] in ".!?…" else f"{text}."
