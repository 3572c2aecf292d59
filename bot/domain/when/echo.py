"""Saying a moment and a rule back, in words that would be understood as the same again."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

MONTHS_AHEAD = timedelta(days=300)


def echo(moment: datetime, zone: str, now: datetime) -> str:
    """Return the moment as “Tue 1 Dec, 15:00” on the wall clock of ``zone``.

    The year is added when the day is not within the coming ten months, the offset when the clock shows the
    same hour twice that night and the second is meant.
    """
    local = moment.astimezone(ZoneInfo(zone))
    today = now.astimezone(ZoneInfo(zone))
    near = today.date() <= local.date() <= (today + MONTHS_AHEAD).date() and moment > now
    year = "" if near else f" {local.year}"
    return f"{local:%a} {local.day} {local:%b}{year}, {local:%H:%M}{_offset(local)}"


def _offset(local: datetime) -> str:
    """Return the offset of the second of two equal hours."""
    if not local.fold:
        return ""
    minutes = int((local.utcoffset() or timedelta()).total_seconds() // 60)
    hours, rest = divmod(abs(minutes), 60)
    return f" UTC{'-' if minutes < 0 else '+'}{hours}" + (f":{rest:02}" if rest else "")


def utc_text(moment: datetime) -> str:
    """Return an instant as ISO 8601 in UTC, ending in Z."""
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


DAY_NAMES = {
    **{"MO": "Monday", "TU": "Tuesday", "WE": "Wednesday", "TH": "Thursday"},
    **{"FR": "Friday", "SA": "Saturday", "SU": "Sunday"},
}
UNITS = {
    **{"MINUTELY": "minute", "HOURLY": "hour", "DAILY": "day"},
    **{"WEEKLY": "week", "MONTHLY": "month", "YEARLY": "year"},
}
NAMES = ("January", "February", "March", "April", "May", "June", "July", "August")
MONTH_NAMES = (*NAMES, "September", "October", "November", "December")


def echo_rule(rule: str, zone: str = "UTC") -> str:
    """Return a rule in words: “every 2 weeks on Monday”, “every month on the 3rd Friday”, “every day, 6 times”.

    ``rule`` is one of those that ``understand`` returns; its end is a day on the calendar of ``zone``.
    """
    parts = dict(part.split("=", 1) for part in rule.split(";"))
    return f"{_repeated(parts)}{_ended(parts, zone)}"


def _ended(parts: dict[str, str], zone: str) -> str:
    if count := parts.get("COUNT"):
        return ", once" if count == "1" else f", {count} times"
    if until := parts.get("UNTIL"):
        last = datetime.fromisoformat(until).astimezone(ZoneInfo(zone))
        clock = f"{last:%H:%M on }" if parts["FREQ"] in {"HOURLY", "MINUTELY"} else ""
        return f" until {clock}{last.day} {last:%B %Y}"
    return ""


def _repeated(parts: dict[str, str]) -> str:
    every = _every(int(parts.get("INTERVAL", "1")), UNITS[parts["FREQ"]])
    byday, month = parts.get("BYDAY", ""), parts.get("BYMONTH")
    if parts["FREQ"] == "WEEKLY" and byday:
        return _weekly(every, byday)
    if byday:
        of = f" of {MONTH_NAMES[int(month) - 1]}" if month else ""
        return f"{every} on the {_nth(byday, parts.get('BYSETPOS'))}{of}"
    if month:
        return f"{every} on {parts['BYMONTHDAY']} {MONTH_NAMES[int(month) - 1]}"
    if numbers := parts.get("BYMONTHDAY"):
        named = [ordinal(int(number)) for number in numbers.split(",")]
        return f"{every} on the {'last day' if numbers == '-1' else _listed(named)}"
    return every


def _every(interval: int, unit: str) -> str:
    return f"every {unit}" if interval == 1 else f"every {interval} {unit}s"


def _weekly(every: str, byday: str) -> str:
    names = {"MO,TU,WE,TH,FR": "weekday", "SA,SU": "weekend"}
    days = [DAY_NAMES[code] for code in byday.split(",")]
    listed = names.get(byday) or _listed(days)
    return f"every {listed}" if every == "every week" else f"{every} on {listed}"


def _listed(words: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _nth(byday: str, which: str | None) -> str:
    """The 2nd and 4th Tuesday, the last weekday."""
    codes = byday.split(",")
    named = [which] if which else [code[:-2] for code in codes]
    nths = _listed(["last" if nth == "-1" else ordinal(int(nth)) for nth in named])
    return f"{nths} {'weekday' if which else DAY_NAMES[codes[0][-2:]]}"


def ordinal(number: int) -> str:
    """Return 1st, 2nd, 3rd, 11th."""
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
