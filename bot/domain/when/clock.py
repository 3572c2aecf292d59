"""The hour that was meant: am or pm, the part of the day, the conventions for a number alone."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import time

from bot.domain.when.phrase import Phrase
from bot.domain.when.pieces import Clock, Here, Part

PART_HOURS = {
    **{"morning": 9, "noon": 12, "lunch": 12, "afternoon": 15, "evening": 18, "tonight": 20, "night": 20},
    **{"midnight": 0, "eod": 17},
}
# What the early, the middle or the late part of a morning may mean.
EDGE_HOURS = {
    **{("early", "morning"): (7, 8), ("mid", "morning"): (10, 11), ("late", "morning"): (11, 12)},
    **{("early", "afternoon"): (13, 14), ("mid", "afternoon"): (15, 16), ("late", "afternoon"): (16, 17)},
    **{("early", "evening"): (17, 18), ("mid", "evening"): (19, 20), ("late", "evening"): (20, 21)},
}
LATE = frozenset({"afternoon", "evening", "night", "tonight", "eod"})


def clock_of(phrase: Phrase, here: Here, *, named: bool) -> time | None:
    """Return the wall clock that was said, the part of the day deciding between am and pm."""
    if phrase.clock is None:
        return _part_clock(phrase.part, here, named=named) if phrase.part else None
    clock = phrase.clock
    return time(hour_of(clock, phrase.part), clock.minute, clock.second)


def hours_of_edge(phrase: Phrase) -> Iterator[Phrase]:
    """Yield a phrase for each hour that “late afternoon” may mean; the phrase itself where there is only one."""
    part = phrase.part
    if not part or not part.edge or phrase.clock:
        yield phrase
        return
    for hour in EDGE_HOURS[part.edge, part.name]:
        yield replace(phrase, clock=Clock(hour, sure=True))


def _part_clock(part: Part, here: Here, *, named: bool) -> time | None:
    if part.name == "first thing":
        return here.habits.default_time
    if part.name == "eod":
        return here.eod
    if part.name == "midnight" and named:
        return None
    return time(PART_HOURS[part.name])


def hour_of(clock: Clock, part: Part | None) -> int:
    """Hour of the day: am and pm as said; else by the part of the day; else 1-7 pm, 8-12 as they are."""
    hour = clock.hour
    if clock.half:
        return hour % 12 + (12 if clock.half == "p" else 0)
    if clock.sure:
        return hour
    if part and part.name == "morning":
        return hour % 12
    if part and part.name in LATE:
        if part.name in {"night", "tonight"} and hour in {12, 1, 2, 3, 4}:
            return hour % 12
        return hour % 12 + 12
    return hour + 12 if 1 <= hour <= 7 else hour
