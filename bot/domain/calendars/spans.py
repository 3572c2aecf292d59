"""Spans of the day, and how people write times and weekdays: “9-12:30”, “9-5”, “10pm-2am”, “Mon-Fri”."""

import re
from dataclasses import dataclass
from itertools import pairwise

from anyascii import anyascii

from bot.domain.errors import Refusal

DAY = 24 * 60
"""Minutes of a day by the wall clock."""

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")

# The first letters that tell the days apart: English, OpenStreetMap, German, Spanish, French, Portuguese.
_SPELLINGS = (
    "mon mo monday montag lun lunes lundi seg segunda",
    "tue tu tues tuesday di die dienstag mar martes mardi ter terca",
    "wed we wednesday mi mit mittwoch mie miercoles mer mercredi qua quarta",
    "thu th thur thurs thursday do don donnerstag jue jueves jeu jeudi qui quinta",
    "fri fr friday fre freitag vie viernes ven vendredi sex sexta",
    "sat sa saturday sam samstag sab sabado samedi",
    "sun su sunday so son sonntag dom domingo dim dimanche",
)
_DAY_OF = {word: day for day, line in enumerate(_SPELLINGS) for word in line.split()}
_GROUPS = {
    "daily": range(7),
    "everyday": range(7),
    "weekdays": range(5),
    "weekday": range(5),
    "weekend": range(5, 7),
    "weekends": range(5, 7),
}

_TIME = r"(?:\d{1,2}(?:[:.h]\d{2}|h)?\s*(?:[ap]\.?m\.?)?|noon|midnight)"
_DASH = r"\s*(?:-|–|—|\bto\b|\bbis\b|\ba\b|\buntil\b)\s*"
SPAN = re.compile(rf"(?P<start>{_TIME}){_DASH}(?P<end>{_TIME})(?![\d:])", re.IGNORECASE)
_CLOCK = re.compile(r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2})|h)?\s*(?P<half>[ap])?", re.IGNORECASE)
_NAMED = {"noon": "12pm", "midnight": "12am"}


class NotATime(Refusal):
    """“{text}” is not a time of the day. Type hours like “9-17”, “9:30-18:00” or “9am-5pm”."""


class TimesOverlap(Refusal):
    """{first} and {second} overlap. Type each stretch of the day once, like “9-12:30, 14-18”."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of the wall clock, in minutes after midnight; ``end`` over 1440 is the next morning."""

    start: int
    end: int

    def __str__(self) -> str:
        """Return it as people write it, “09:00–12:30”; it parses back."""
        return f"{clock(self.start)}–{clock(self.end)}"

    def __contains__(self, minute: int) -> bool:
        return self.start <= minute < self.end


def clock(minutes: int) -> str:
    """Return minutes after midnight as “09:00”; 24:00 stays, later ones are those of the next day."""
    shown = minutes if minutes <= DAY else minutes - DAY
    return f"{shown // 60:02}:{shown % 60:02}"


def parse_span(start: str, end: str) -> Span:
    """Return the span from one time to another; “9-5” ends in the afternoon, “18-2” the next morning.

    Raises NotATime for anything that is not a time, and for a span of no length.
    """
    begins, begins_half = _minutes(start)
    ends, ends_half = _minutes(end)
    if ends_half and not begins_half and begins < DAY // 2 and begins + DAY // 2 < ends:
        begins += DAY // 2  # “1-5pm” begins at one in the afternoon
    if ends <= begins and begins <= DAY // 2 and not ends_half and not re.match(r"\s*\d\d[:.h]\d\d", end):
        ends += DAY // 2  # “9-5” ends at five in the afternoon
    if ends <= begins:
        ends += DAY
    if ends - begins > DAY or ends == begins + DAY != DAY:
        raise NotATime(text=f"{start.strip()}-{end.strip()}")
    return Span(begins, ends)


def _minutes(text: str) -> tuple[int, str]:
    written = _CLOCK.match(_NAMED.get(text.strip().casefold(), text.strip()))
    if not written:
        raise NotATime(text=text.strip())
    hour, minute = int(written["hour"]), int(written["minute"] or 0)
    half = (written["half"] or "").casefold()
    if half and not 1 <= hour <= 12:
        raise NotATime(text=text.strip())
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    if minute > 59 or hour * 60 + minute > DAY:
        raise NotATime(text=text.strip())
    return hour * 60 + minute, half


def in_order(spans: list[Span]) -> tuple[Span, ...]:
    """Return spans of one day by time, neighbours that touch as one. Raises TimesOverlap."""
    ordered = sorted(spans)
    for first, second in pairwise(ordered):
        if second.start < first.end:
            raise TimesOverlap(first=first, second=second)
    merged: list[Span] = []
    for span in ordered:
        if merged and merged[-1].end == span.start and span.end - merged[-1].start <= DAY:
            merged[-1] = Span(merged[-1].start, span.end)
        else:
            merged.append(span)
    return tuple(merged)


def weekday(word: str) -> int | None:
    """Return 0 for Monday to 6 for Sunday, or None."""
    return _DAY_OF.get(anyascii(word).casefold().strip("."))


def weekdays(text: str) -> tuple[int, ...] | None:
    """Return the days that “Mon-Fri”, “sat”, “weekend” or “daily” names, or None."""
    plain = anyascii(text).casefold().replace("every day", "daily").strip()
    if plain in _GROUPS:
        return tuple(_GROUPS[plain])
    ends = [weekday(part) for part in re.split(r"\s*-\s*", plain)]
    if None in ends or len(ends) > 2:
        return None
    first, last = ends[0] or 0, ends[-1] or 0
    return tuple((first + step) % 7 for step in range((last - first) % 7 + 1))
