"""Recurrences: the rule as text, its first occurrence, and the next one, always anchor + k × delta."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import count, islice, takewhile
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta
from dateutil.rrule import rrulestr

from bot.domain.when.pieces import Here, Rule, units

CALENDAR = {"DAILY": "day", "WEEKLY": "week", "MONTHLY": "month", "YEARLY": "year"}
EXACT = {"HOURLY": timedelta(hours=1), "MINUTELY": timedelta(minutes=1)}
# Rough lengths, for jumping close to a day without walking there.
DAYS = {"DAILY": 1.0, "WEEKLY": 7.0, "MONTHLY": 30.44, "YEARLY": 365.25}
HORIZON_YEARS = 60


def rule_text(rule: Rule) -> str:
    """Return the RFC 5545 rule, without DTSTART."""
    parts = [f"FREQ={rule.freq}"]
    if rule.interval != 1:
        parts.append(f"INTERVAL={rule.interval}")
    if rule.bymonth:
        parts.append(f"BYMONTH={rule.bymonth}")
    if rule.byday:
        parts.append(f"BYDAY={','.join(rule.byday)}")
    if rule.bymonthday:
        parts.append(f"BYMONTHDAY={','.join(map(str, rule.bymonthday))}")
    if rule.bysetpos:
        parts.append(f"BYSETPOS={rule.bysetpos}")
    return ";".join(parts)


def first_occurrence(rule: Rule, clock: time | None, start: date | None, here: Here) -> datetime:
    """Return the first wall time of a rule strictly after now; plain intervals start one interval from now."""
    anchor = here.at(start or here.today, clock)
    if rule.byday or rule.bymonthday:
        simple = rule_text(replace(rule, interval=1))
        found: datetime | None = rrulestr(simple, dtstart=anchor).after(here.now)
        assert found is not None  # rules that were typed name days that exist
        return found
    if rule.freq in EXACT:
        return _next_exact(anchor, EXACT[rule.freq] * rule.interval, here.now)
    if anchor > here.now and (start or (rule.freq, rule.interval) == ("DAILY", 1)):
        return anchor
    return anchor + units(CALENDAR[rule.freq], rule.interval)


def _next_exact(anchor: datetime, step: timedelta, after: datetime) -> datetime:
    """Return the first of anchor, anchor + step, … after a moment; the anchor itself counts."""
    return anchor if anchor > after else anchor + step * ((after - anchor) // step + 1)


def count_before(rule: Rule, first: datetime, end: datetime) -> int:
    """Return how often a rule comes from its first wall time until just before ``end``; at most 1001."""
    if rule.byday or rule.bymonthday:
        moments: Iterator[datetime] = iter(rrulestr(rule_text(rule), dtstart=first))
    elif rule.freq in EXACT:
        moments = (first + EXACT[rule.freq] * rule.interval * k for k in count())
    else:
        moments = (first + units(CALENDAR[rule.freq], rule.interval * k) for k in count())
    return sum(1 for _ in islice(takewhile(lambda there: there < end, moments), 1001))


def next_occurrence(rule: str, anchor_local: datetime, zone: str, after: datetime) -> datetime | None:
    """Return the first occurrence of ``rule`` strictly after ``after``, as a UTC instant.

    ``anchor_local`` is the naive wall time of the first occurrence in ``zone``. Days, weeks, months and years
    keep the wall clock, and month ends clamp (31 Jan, 28 Feb, 31 Mar); hours and minutes are real time. None
    when the rule has ended, makes no sense (an interval of 0), or names no day in the coming sixty years.
    """
    parts = dict(part.split("=", 1) for part in rule.upper().split(";") if "=" in part)
    freq, interval = parts.get("FREQ", ""), parts.get("INTERVAL", "1")
    if (freq not in CALENDAR and freq not in EXACT) or not interval.isdigit() or int(interval) == 0:
        return None
    try:
        last = _last(parts.pop("UNTIL", None), zone)
        found = _next(parts, freq, int(interval), anchor_local, zone, after)
    except (OverflowError, ValueError):
        return None
    return found if found and (last is None or found <= last) else None


def _last(until: str | None, zone: str) -> datetime | None:
    """Return the last instant of UNTIL: a moment in UTC, a wall time, or the whole of a day."""
    if until is None:
        return None
    there = datetime.fromisoformat(until.removesuffix("Z"))
    if until.endswith("Z"):
        return there.replace(tzinfo=UTC)
    return at_wall(there if "T" in until else datetime.combine(there, time(23, 59)), zone)


def _next(
    parts: dict[str, str], freq: str, interval: int, anchor: datetime, zone: str, after: datetime
) -> datetime | None:
    times = int(parts["COUNT"]) if "COUNT" in parts else None
    if freq in EXACT:
        begin, step = at_wall(anchor, zone), EXACT[freq] * interval
        found = _next_exact(begin, step, after.astimezone(UTC))
        return found if times is None or found < begin + step * times else None
    if set(parts) <= {"FREQ", "INTERVAL", "COUNT"}:
        return _next_plain(freq, interval, anchor, zone, after, times)
    return _next_named(parts, anchor, zone, after)


def at_wall(local: datetime, zone: str) -> datetime:
    """Return the instant of a wall time, on its own day.

    Forward over a gap and the first of two in an overlap; a gap that reaches midnight is stepped over
    backwards, so that the day keeps its occurrence.
    """
    clock = ZoneInfo(zone)
    there = local.replace(tzinfo=clock, fold=0).astimezone(UTC)
    if there.astimezone(clock).date() == local.date():
        return there
    return local.replace(tzinfo=clock, fold=1).astimezone(UTC)


def _near(freq: str, interval: int, anchor: datetime, after: datetime) -> int:
    """Return a k, a little too small, for which anchor + k × interval comes close to ``after``."""
    return max(0, int((after - anchor).days / (DAYS[freq] * interval)) - 2)


def _next_plain(
    freq: str, interval: int, anchor: datetime, zone: str, after: datetime, times: int | None
) -> datetime | None:
    local_after = after.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    k = _near(freq, interval, anchor, local_after)
    while (there := at_wall(anchor + units(CALENDAR[freq], k * interval), zone)) <= after:
        k += 1
    return there if times is None or k < times else None


def _next_named(parts: dict[str, str], anchor: datetime, zone: str, after: datetime) -> datetime | None:
    """Walk a rule that names days, from a period shortly before ``after``, for at most sixty years."""
    freq, interval = parts["FREQ"], int(parts.get("INTERVAL", "1"))
    local_after = after.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    begin, times = anchor, parts.pop("COUNT", None)
    if times is None:
        begin += units(CALENDAR[freq], interval * _near(freq, interval, anchor, local_after))
    horizon = max(local_after, anchor) + relativedelta(years=HORIZON_YEARS)
    ended = {**parts, "UNTIL": f"{horizon:%Y%m%dT%H%M%S}"}
    walk = rrulestr(";".join(f"{name}={value}" for name, value in ended.items()), dtstart=begin)
    counted = islice(walk, int(times)) if times else walk
    return next((there for local in counted if (there := at_wall(local, zone)) > after), None)
