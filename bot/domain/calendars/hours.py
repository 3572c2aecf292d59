"""Opening hours of a week: “Mon-Fri 9-12:30, 14-18; Sat 10-16; Sun closed”."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from itertools import groupby

from bot.domain.calendars.spans import DAY, DAYS, SPAN, Span, in_order, parse_span, weekdays
from bot.domain.errors import Refusal

_DAY_WORDS = re.compile(
    r"every\s+day|[^\W\d_]+\.?(?:\s*[-–—]\s*[^\W\d_]+\.?|\s+to\s+[^\W\d_]+\.?)?", re.IGNORECASE
)
_CLOSED = {"closed", "off", "cerrado", "ferme", "geschlossen", "zu", "fechado", "none"}
_ALL_DAY = re.compile(r"24\s*(?:h|hours)\b|24/7|open\b|always\b", re.IGNORECASE)
_SPACE = re.compile(r"[\s,;:]+")


class HoursMissing(Refusal):
    """Opening hours are needed. Type them like “Mon-Fri 9-12:30, 14-18; Sat 10-16; Sun closed”."""


class HoursUnclear(Refusal):
    """“{text}” is not clear to me. Type opening hours like “Mon-Fri 9-12:30, 14-18; Sat 10-16; Sun closed”."""


class QuietUnclear(Refusal):
    """“{text}” is not clear to me. Type quiet hours like “20-8”, “10pm-7am” or “off”."""


@dataclass(frozen=True)
class Hours:
    """The spans of each weekday, Monday first; no spans is a closed day."""

    days: tuple[tuple[Span, ...], ...]

    def to_json(self) -> list[list[list[int]]]:
        """Return seven lists of [start, end] in minutes after midnight."""
        return [[[span.start, span.end] for span in spans] for spans in self.days]

    @classmethod
    def from_json(cls, value: Sequence[Sequence[Sequence[int]]]) -> "Hours":
        """Return the hours that ``to_json`` wrote."""
        return cls(tuple(tuple(Span(start, end) for start, end in spans) for spans in value))


@dataclass(frozen=True)
class Quiet:
    """Minutes after midnight between which nobody is nudged: half-open, usually across midnight."""

    start: int
    end: int

    def __str__(self) -> str:
        """Return it as people write it, “20:00–08:00”."""
        return str(Span(self.start, self.end))

    def to_json(self) -> Mapping[str, int]:
        """Return plain values for a JSON column."""
        return {"start": self.start, "end": self.end}

    @classmethod
    def from_json(cls, value: Mapping[str, int]) -> "Quiet":
        """Return the quiet hours that ``to_json`` wrote."""
        return cls(value["start"], value["end"])


def parse_hours(text: str) -> Hours:
    """Read the opening hours of a week; days not named are closed, a day named again is as said last.

    Raises HoursMissing, HoursUnclear, NotATime or TimesOverlap.
    """
    days: dict[int, list[Span]] = {}
    named: list[int] = []
    spoken = True
    rest = _SPACE.sub(" ", text.replace(":", "\0")).replace("\0", ":").strip(" ")
    while rest:
        read, rest = _next_word(rest, text)
        if isinstance(read, tuple):
            # Days in a row (“Mon, Wed 9-12”) share what follows; days after hours begin anew.
            named = [*([] if spoken else named), *read]
            spoken = False
            continue
        if not named:
            raise HoursUnclear(text=text.strip())
        for day in named:
            days[day] = [*(days[day] if spoken else []), *read]
        spoken = True
    if not days:
        raise HoursMissing() if not named else HoursUnclear(text=text.strip())
    if not spoken:
        raise HoursUnclear(text=text.strip())
    return Hours(tuple(in_order(days.get(day, [])) for day in range(7)))


def _next_word(rest: str, whole: str) -> tuple[tuple[int, ...] | list[Span], str]:
    """Return the next weekdays (a tuple) or spans (a list), and the text after it."""
    if span := SPAN.match(rest):
        return [parse_span(span["start"], span["end"])], rest[span.end() :].lstrip(" :,;")
    if full := _ALL_DAY.match(rest):
        return [Span(0, DAY)], rest[full.end() :].lstrip(" :,;")
    if word := _DAY_WORDS.match(rest):
        after = rest[word.end() :].lstrip(" :,;")
        if word[0].casefold().strip(".") in _CLOSED:
            return [], after
        if (days := weekdays(re.sub(r"\s*(?:[–—]|\bto\b)\s*", "-", word[0]))) is not None:
            return days, after
    raise HoursUnclear(text=whole.strip())


def format_hours(hours: Hours) -> str:
    """Return hours as people write them, “Mon–Fri 09:00–18:00; Sat–Sun closed”; ``parse_hours`` reads it back."""
    runs = groupby(range(7), key=lambda day: hours.days[day])
    return "; ".join(f"{_days(list(run))} {_spans(spans)}" for spans, run in runs)


def _days(run: list[int]) -> str:
    return DAYS[run[0]] if len(run) == 1 else f"{DAYS[run[0]]}–{DAYS[run[-1]]}"


def _spans(spans: tuple[Span, ...]) -> str:
    return ", ".join(str(span) for span in spans) or "closed"


def is_open(hours: Hours, local: datetime) -> bool:
    """Whether a local moment lies within the week's hours, last night's that go past midnight included."""
    minute = local.hour * 60 + local.minute
    today, yesterday = hours.days[local.weekday()], hours.days[local.weekday() - 1]
    return any(minute in span for span in today) or any(minute + DAY in span for span in yesterday)


def parse_quiet(text: str) -> Quiet | None:
    """Read quiet hours; None for “off”. Raises QuietUnclear or NotATime."""
    said = text.strip()
    if said.casefold() in {"off", "none", "never", ""}:
        return None
    written = SPAN.fullmatch(said)
    if not written:
        raise QuietUnclear(text=said)
    span = _across_midnight(written["start"].strip(), written["end"].strip())
    return Quiet(span.start % DAY, span.end % DAY)


def _across_midnight(start: str, end: str) -> Span:
    # Quiet hours are at night: “8-7” and “10-7” are evening to morning, though as opening hours they are not.
    begins = f"{start}pm" if start.isdigit() and 5 <= int(start) <= 11 else start
    return parse_span(begins, f"{end}am" if end.isdigit() and 1 <= int(end) <= 11 else end)


def in_quiet_hours(local_time: time, quiet: Quiet | None) -> bool:
    """Whether a local time of the day is quiet: from the start on, up to and without the end."""
    if quiet is None or quiet.start == quiet.end:
        return False
    minute = local_time.hour * 60 + local_time.minute
    if quiet.start < quiet.end:
        return quiet.start <= minute < quiet.end
    return minute >= quiet.start or minute < quiet.end
