"""The best time to call, as it was typed on a card: “after 14:00”, “mornings”. What cannot be read is no time."""

import re
from collections.abc import Mapping
from datetime import time

_PARTS: Mapping[str, tuple[time, ...]] = {
    "morning": (time(10), time(11)),
    "noon": (time(12), time(13)),
    "afternoon": (time(15), time(17)),
    "evening": (time(18), time(19)),
}
"""Part of the day → good hours in it, the better first."""

_WORDS = re.compile(r"\b(?P<part>morning|noon|lunch|afternoon|evening)(?:s|time|times)?\b", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not?|never|except|but|don't|avoid)\b", re.IGNORECASE)
_CLOCK = r"\d{1,2}(?:[:.h]\d{2}|h)?\s*(?:[ap]\.?m\b\.?)?"
_SPAN = re.compile(
    rf"(?:between\s+)?(?P<from>{_CLOCK})\s*(?:-|–|to|and|until|till)\s*(?P<to>{_CLOCK})", re.IGNORECASE
)
_TIME = re.compile(
    r"(?P<lead>\b(?:after|from|before|until|till|around|about|at)\s+)?"
    r"(?<!\d)(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2})(?!\d)|(?P<h>h\b))?\s*(?P<half>[ap])?(?(half)\.?m\b)",
    re.IGNORECASE,
)


def good_hours(text: str | None) -> tuple[time, ...]:
    """Return good times of day to call, the best first; empty when the words do not say one surely.

    Two different times, or what they do *not* want, are no answer.
    """
    if not text or _NOT.search(text):
        return ()
    spans = _SPAN.sub(_its_beginning, text)
    times = [found for found in _TIME.finditer(spans) if _is_a_time(found)]
    parts = {_part(found["part"]) for found in _WORDS.finditer(spans)}
    if len(times) == 1 and len(parts) <= 1:
        return _around(times[0], next(iter(parts), ""))
    only_words = not re.search(r"\d", text)
    return _PARTS[parts.pop()] if only_words and len(parts) == 1 else ()


def _its_beginning(span: re.Match[str]) -> str:
    """Put the beginning in the place of a span; “2-4pm” begins at 2 pm."""
    half = "" if re.search("[ap]", span["from"], re.IGNORECASE) else "".join(re.findall("[apAP]", span["to"]))
    return f"from {span['from'].strip()}{half and half + 'm'} "


def _part(word: str) -> str:
    return "noon" if word.casefold() == "lunch" else word.casefold()


def _is_a_time(found: re.Match[str]) -> bool:
    """Say whether a number is an hour, and not one of anything else."""
    said = found["lead"] or found["minute"] or found["h"] or found["half"]
    return bool(said) and int(found["hour"]) < 24 and int(found["minute"] or 0) < 60


def _around(found: re.Match[str], part: str) -> tuple[time, ...]:
    """Return the hour that was named, and another one that suits; before an hour is the hour before it."""
    at = time(_hour(found, part), int(found["minute"] or 0))
    lead = (found["lead"] or "").strip().casefold()
    if lead in ("before", "until", "till"):
        return tuple(time(at.hour - back, at.minute) for back in (1, 2) if at.hour >= back)
    if lead in ("after", "from") and at.hour < 22:
        return (at, time(at.hour + 2, at.minute))
    return (at,)


def _hour(found: re.Match[str], part: str) -> int:
    """Return the hour from 0 to 23; a bare “2” is in the afternoon, since nobody calls at night."""
    hour, half = int(found["hour"]), (found["half"] or "").casefold()
    if half:
        return hour % 12 + (12 if half == "p" else 0) if hour <= 12 else hour
    late = part in ("afternoon", "evening") or (hour < 8 and not found["minute"])
    return hour + 12 if late and 0 < hour < 12 else hour
