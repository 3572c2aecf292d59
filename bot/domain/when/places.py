"""Time zones as people say them: “GMT”, “EST”, “UTC+2”, “Europe/Berlin”, “tokyo time”."""

import re
from collections.abc import Iterator
from functools import cache
from zoneinfo import available_timezones

from bot.domain.when.pieces import Found, Zone

FIXED = {
    **dict.fromkeys(("utc", "gmt", "z", "zulu"), ("Etc/UTC",)),
    "est": ("Etc/GMT+5", "America/New_York"),
    "edt": ("Etc/GMT+4", "America/New_York"),
    "mst": ("Etc/GMT+7", "America/Denver"),
    "mdt": ("Etc/GMT+6", "America/Denver"),
    "pst": ("Etc/GMT+8", "America/Los_Angeles"),
    "pdt": ("Etc/GMT+7", "America/Los_Angeles"),
    "cst": ("Etc/GMT+6", "America/Chicago"),
    "bst": ("Etc/GMT-1", "Europe/London"),
    "cdt": ("Etc/GMT+5", "America/Chicago"),
    "cet": ("Etc/GMT-1", "Europe/Paris"),
    "cest": ("Etc/GMT-2", "Europe/Paris"),
    "mez": ("Etc/GMT-1", "Europe/Berlin"),
    "mesz": ("Etc/GMT-2", "Europe/Berlin"),
    "eet": ("Etc/GMT-2", "Europe/Athens"),
    "eest": ("Etc/GMT-3", "Europe/Athens"),
    "wet": ("Etc/UTC", "Europe/Lisbon"),
    "west": ("Etc/GMT-1", "Europe/Lisbon"),
    "msk": ("Europe/Moscow",),
    "jst": ("Asia/Tokyo",),
    "kst": ("Asia/Seoul",),
    "hkt": ("Asia/Hong_Kong",),
    "sgt": ("Asia/Singapore",),
    "pht": ("Asia/Manila",),
    "aest": ("Etc/GMT-10", "Australia/Brisbane"),
    "aedt": ("Etc/GMT-11", "Australia/Sydney"),
    "awst": ("Australia/Perth",),
    "nzst": ("Etc/GMT-12", "Pacific/Auckland"),
    "nzdt": ("Etc/GMT-13", "Pacific/Auckland"),
    "hst": ("Pacific/Honolulu",),
    "sast": ("Africa/Johannesburg",),
    "brt": ("America/Sao_Paulo",),
    **dict.fromkeys(("et", "eastern"), ("America/New_York",)),
    **dict.fromkeys(("ct", "central"), ("America/Chicago",)),
    **dict.fromkeys(("mt", "mountain"), ("America/Denver",)),
    **dict.fromkeys(("pt", "pacific"), ("America/Los_Angeles",)),
    "uk": ("Europe/London",),
    # Each of these names several zones; who means which cannot be told.
    **dict.fromkeys(("ist", "ast", "pkt", "art", "cot"), ()),
}
ZONE = re.compile(
    r" ?\(?(?P<offset>(?:(?:utc|gmt) ?(?=[+-])|(?=[+-]\d{2}:?\d{2}))(?P<sign>[+-])(?P<hours>\d{1,2})"
    r"(?::?(?P<minutes>\d{2}))?)\)?(?!\d)"
    r"| ?\(?(?P<path>[a-z]+(?:/[a-z_-]+){1,2})\)?(?!\w)"
    rf"| ?\(?(?P<short>{'|'.join(sorted(FIXED, key=len, reverse=True))})\b(?: (?:standard |daylight )?time\b)?\)?"
    r"| \(?(?P<own>local|my|our|shop|store) time\b\)?"
    r"| (?:in )?(?P<city>[a-z]+(?: [a-z]+){0,2}) time\b"
)
CITY = re.compile(r"[ ,]*\(?(?:in )?(?P<city>[a-z]+(?: [a-z]+){0,2})\)?[ .!?]*$")
OWN = "own"


def zones(text: str, at: int) -> Iterator[Found]:
    """Yield the time zone that can be read at ``at``; one of no names when it is not known which is meant."""
    match = ZONE.match(text, at)
    if not match:
        return
    if match["offset"]:
        ahead = (60 * int(match["hours"]) + int(match["minutes"] or 0)) * (-1 if match["sign"] == "-" else 1)
        yield match.end(), Zone(_offset(match), match[0].strip(), ahead)
    elif match["short"]:
        yield match.end(), Zone(FIXED[match["short"]], match[0].strip())
    elif match["own"]:
        yield match.end(), Zone((OWN,), match[0].strip())
    elif names := _places().get(match["path"] or match["city"]):
        yield match.end(), Zone(names, match[0].strip())


def city_follows(text: str, at: int) -> bool:
    """Tell whether a text ends with a city after an hour: “3pm (London)” may be its clock, or where to meet."""
    match = CITY.match(text, at)
    return match is not None and match["city"] in _places()


HALF_HOURS = {
    **{"+3:30": ("Asia/Tehran",), "+4:30": ("Asia/Kabul",), "+5:30": ("Asia/Kolkata",)},
    **{"+5:45": ("Asia/Kathmandu",), "+6:30": ("Asia/Yangon",), "+9:30": ("Australia/Darwin",)},
    # These have a summer time; the offset tells which of two equal hours is meant.
    **{"-3:30": ("America/St_Johns",), "+10:30": ("Australia/Lord_Howe",)},
}


def _offset(match: re.Match[str]) -> tuple[str, ...]:
    """Return the zone of an offset (Etc/GMT-2 is two hours *ahead* of UTC); nothing if there is none."""
    hours, minutes = int(match["hours"]), match["minutes"] or "00"
    if minutes != "00":
        return HALF_HOURS.get(f"{match['sign']}{hours}:{minutes}", ())
    if hours > (14 if match["sign"] == "+" else 12):
        return ()
    return (f"Etc/GMT{'-' if match['sign'] == '+' else '+'}{hours}" if hours else "Etc/UTC",)


@cache
def _places() -> dict[str, tuple[str, ...]]:
    """Return IANA zones by lower-case name, and by city."""
    names = sorted(available_timezones())
    cities = {name.rpartition("/")[2].replace("_", " ").lower(): (name,) for name in names if "/" in name}
    return {**cities, **{name.lower(): (name,) for name in names}, "uk": ("Europe/London",)}
