"""The promise ledger: kept, told before it slipped, late, broken (P127). Pure functions of times."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import datetime, time, timedelta
from enum import StrEnum

from bot.domain.calendars import Workplace, closing_on, wall
from bot.domain.errors import Refusal
from bot.domain.followups import FollowUp
from bot.domain.reminders import clock_was_typed, counts_on
from bot.domain.when import Asked, NoTime, Understood

BROKEN_AFTER = timedelta(hours=24)
"""So long after its time a promise nobody has seen to is broken, and no longer late."""

FORGIVEN = frozenset({"undone", "cancelled", "not_wanted"})
"""Outcomes after which nobody waits for what was promised."""


class State(StrEnum):
    """How a promise stands."""

    OPEN = "open"
    KEPT = "kept"
    TOLD = "told"
    LATE = "late"
    BROKEN = "broken"


class NoPromise(Refusal):
    """That was not promised to anybody, so there is nothing to tell. Use Snooze, or Edit."""


class PromiseWhat(Refusal):
    """Type whom, what and by when, for example `/promise dana call by friday 4pm`."""


@dataclass(frozen=True)
class WholeDay(Understood):
    """A day that was promised without an hour: the customer counts on it until the shop closes."""


PROBE = time(4, 44)
"""An hour that nobody promises: read with it as the usual hour, a time that has it names none."""


def as_deadline(
    time: Understood | Asked | NoTime, probed: Understood | Asked | NoTime, now: datetime, workplace: Workplace
) -> Understood | Asked | NoTime:
    """Return a time as the limit that the customer counts on: “before 4” is 16:00, “by friday” until closing.

    ``probed`` is the same text, read with `PROBE` as the usual hour.
    """
    if isinstance(time, Understood):
        return _limit(time, probed, now, workplace)
    if not isinstance(time, Asked) or not isinstance(probed, Asked):
        return time
    if today := _today(time, now, workplace):
        return today
    pairs = zip(time.choices, probed.choices, strict=False)
    return replace(time, choices=tuple(_limit(each, other, now, workplace) for each, other in pairs))


def _today(asked: Asked, now: datetime, workplace: Workplace) -> WholeDay | None:
    """Return “today” as until closing; None when more than today was said, or the shop has closed."""
    first = asked.choices[0]
    here = wall(now, first.zone).date()
    one_word = len(first.words.split()) <= 2 and not any(map(str.isdigit, first.words))
    if len(asked.choices) < 2 or not one_word or any(each.local.date() != here for each in asked.choices):
        return None
    closing = closing_on(here, workplace)
    rest = re.sub(r"\s*\b(?:(?:by|before|until|till)\s+)?(?:the\s+)?end of$", "", asked.rest)
    if closing <= now:
        return None
    return WholeDay(closing, wall(closing, first.zone), first.zone, None, rest, first.words)


def _limit(
    time: Understood, probed: Understood | Asked | NoTime, now: datetime, workplace: Workplace
) -> Understood:
    if not _names_an_hour(time, probed, now):
        closing = closing_on(time.local.date(), workplace)
        known = {field.name: getattr(time, field.name) for field in fields(Understood)}
        return WholeDay(**known | {"when": closing, "local": wall(closing, time.zone)})
    return replace(time, when=time.until, local=wall(time.until, time.zone)) if time.until else time


def _names_an_hour(time: Understood, probed: Understood | Asked | NoTime, now: datetime) -> bool:
    """Say whether an hour was typed: neither the usual one was taken, nor that of now, as “in 2 days” does."""
    if isinstance(probed, Understood) and probed.local.time() == PROBE:
        return False
    here = wall(now, time.zone)
    same_hour = (time.local.hour, time.local.minute) == (here.hour, here.minute)
    return not same_hour or time.local.date() == here.date() or clock_was_typed(time.words)


@dataclass(frozen=True)
class Telling:
    """The customer was told a new time: at ``at``, when ``before`` was still what they expected."""

    at: datetime
    before: datetime

    @property
    def in_time(self) -> bool:
        """Say whether they heard of it before the time they expected had passed."""
        return self.at <= self.before


def tellings(promise: FollowUp) -> tuple[Telling, ...]:
    """Return what the customer was told of new times, oldest first."""
    kept = promise.details.get("tellings") or ()
    return tuple(Telling(datetime.fromisoformat(at), datetime.fromisoformat(before)) for at, before in kept)


def not_told(promise: FollowUp, moved: datetime) -> str | None:
    """Return what the details keep as ``expects`` when a promise moves and the customer is not told.

    None when it does not move for them: then they count on the time it has.
    """
    expected = counts_on(promise)
    return None if expected == moved else expected.isoformat()


CORRECTED_WITHIN = timedelta(minutes=10)
"""A promise changed so soon after it was typed was typed wrongly; the customer was never told the first time."""


def state(promise: FollowUp, now: datetime) -> State | None:
    """Return how a promise stands; None for one that nobody waits for any more.

    It counts by what the customer expects: a time that was moved without telling them forgives nothing.
    """
    if promise.state == "dropped":
        return None if promise.outcome in FORGIVEN else State.BROKEN
    told, expected = tellings(promise), counts_on(promise)
    if promise.is_open:
        return _still_open(expected, now)
    assert promise.done_at
    if promise.done_at > expected or not all(telling.in_time for telling in told):
        return State.LATE if promise.done_at - expected < BROKEN_AFTER else State.BROKEN
    return State.TOLD if told else State.KEPT


def _still_open(due_at: datetime, now: datetime) -> State:
    if now <= due_at:
        return State.OPEN
    return State.LATE if now - due_at < BROKEN_AFTER else State.BROKEN


@dataclass(frozen=True)
class Ledger:
    """Promises to show: those still open, soonest first, and how those of late have ended, latest first.

    ``everybodys`` says that they are the team's.
    """

    open: tuple[FollowUp, ...]
    settled: tuple[tuple[State, FollowUp], ...]
    everybodys: bool = False


LATELY = timedelta(days=7)
"""So long a promise that was kept, or was not, is shown."""


def ledger(promises: Iterable[FollowUp], now: datetime, *, everybodys: bool) -> Ledger:
    """Return how promises stand; what nobody waits for any more is left out."""
    found = list(promises)
    ended = [(stands, each) for each in found if not each.is_open and (stands := state(each, now))]
    ended.sort(key=lambda pair: (pair[1].done_at or now, pair[1].id), reverse=True)
    return Ledger(tuple(each for each in found if each.is_open), tuple(ended), everybodys)


@dataclass(frozen=True)
class PromiseFigures:
    """How many promises of a team stand how; never of one person beside another."""

    kept: int = 0
    told: int = 0
    late: int = 0
    broken: int = 0
    open: int = 0

    @property
    def settled(self) -> int:
        """Return how many can be judged."""
        return self.kept + self.told + self.late + self.broken

    @property
    def rate(self) -> float | None:
        """Return the share that was kept, telling in time included; None when there is none to judge."""
        return (self.kept + self.told) / self.settled if self.settled else None


def figures(promises: Iterable[FollowUp], now: datetime) -> PromiseFigures:
    """Count promises by how they stand."""
    counted = Counter(found for promise in promises if (found := state(promise, now)))
    return PromiseFigures(**{name.value: counted[name] for name in State})
