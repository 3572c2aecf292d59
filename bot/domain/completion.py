"""How many follow-ups were due, done in time, done late, and are still open. Every figure is defined here.

- A follow-up counts once: in the period in which it was **due**. What is not due yet counts only if it is done.
- **due** is the moment it was set for. It moves when it is edited before that moment, when a call that was tried
  in time comes back, when a real contact makes it needless, and when a customer is told in time of a new time;
  putting it off does not move it.
- **in time**: done within 24 hours of that moment; a promise by its moment. **late**: done later. **open**: not
  done though its moment has passed. The share done in time leaves out what is open and can still be in time.
- It counts for whoever **had it when it was due** (or when it was done before): not for whoever handed it over
  earlier, nor for whoever helped out later. What nobody had then is the shared queue's.
- What was dropped counts for nobody: the customer was erased, wants no contact, or the reason is gone. What
  somebody dropped by hand after its moment is told beside the figures.
- A coupon that was sent and waits for its customer is no work of the team's.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from unicodedata import combining, normalize

from bot.domain.calendars import localise, wall
from bot.domain.coupons import is_sent
from bot.domain.errors import Refusal
from bot.domain.followups import Event, FollowUp
from bot.domain.issues import as_said
from bot.domain.promises import tellings
from bot.domain.reminders import details_with

IN_TIME = timedelta(hours=24)
"""A follow-up done within a day of its moment was done in time; a promise by its moment."""

CHANGES_OWNER = ("set", "taken", "queued", "covered")
"""The events after which somebody else has it; see `owner_when_due`."""


class WhichPeriod(Refusal):
    """I don't know the period “{typed}”. Type `/followup figures`, with `this week`, `last week` or `30 days`."""


@dataclass(frozen=True)
class Completion:
    """Figures of one person, or of the team; ``due`` is the sum of the first three."""

    in_time: int = 0
    late: int = 0
    open: int = 0
    dropped: int = 0
    """By hand, after its moment; not among those that were due."""
    hopeful: int = 0
    """How many of the open ones can still be done in time."""

    @property
    def rate(self) -> float | None:
        """Return the share that was done in time, of all that can be judged; None when nothing can."""
        judged = self.due - self.hopeful
        return self.in_time / judged if judged else None

    @property
    def due(self) -> int:
        """Return how many there were to do."""
        return self.in_time + self.late + self.open

    def plus(self, other: "Completion") -> "Completion":
        """Return both together."""
        return Completion(
            self.in_time + other.in_time,
            self.late + other.late,
            self.open + other.open,
            self.dropped + other.dropped,
            self.hopeful + other.hopeful,
        )


@dataclass(frozen=True)
class Period:
    """A stretch of time with a name, from ``start`` up to and without ``end``."""

    name: str
    start: datetime
    end: datetime


@dataclass(frozen=True)
class Traced:
    """A follow-up with the events of its history that say who had it, oldest first."""

    followup: FollowUp
    events: Sequence[Event] = ()


Figures = Mapping[str | None, Completion]
"""Figures by person; None is the shared queue."""

PERIODS = ("this week", "last week", "30 days")


def periods(zone: str, now: datetime) -> tuple[Period, ...]:
    """Return the periods of `PERIODS` on a wall clock: weeks from Monday on, and thirty days with today."""
    midnight = wall(now, zone).replace(hour=0, minute=0, second=0, microsecond=0)
    monday = midnight - timedelta(days=midnight.weekday())
    days = ((monday, 0, 7), (monday, -7, 0), (midnight, -29, 1))
    return tuple(
        Period(name, localise(start + timedelta(days=first), zone), localise(start + timedelta(days=last), zone))
        for name, (start, first, last) in zip(PERIODS, days, strict=True)
    )


def seven_days(now: datetime) -> Period:
    """Return the seven days until now: what the digest and Home tell of."""
    return Period("seven days", now - timedelta(days=7), now)


def read_periods(typed: str, zone: str, now: datetime) -> tuple[Period, ...]:
    """Return the periods that are asked for, all when none is named; raise `WhichPeriod`."""
    wanted = " ".join(typed.casefold().split()).removeprefix("in ").removeprefix("the ")
    wanted = {"week": "this week", "30": "30 days", "month": "30 days", "last 30 days": "30 days"}.get(
        wanted, wanted
    )
    found = tuple(period for period in periods(zone, now) if wanted in ("", period.name))
    if not found:
        raise WhichPeriod(typed=as_said(typed.strip())[:60])
    return found


def completion(found: Iterable[Traced], period: Period, now: datetime) -> Figures:
    """Count the follow-ups that were due within a period, by whoever had them then."""
    figures: dict[str | None, Completion] = {}
    for each in found:
        moment = due_moment(each.followup)
        counted = _counted(each.followup, moment, now) if period.start <= moment < period.end else None
        if counted:
            who = owner_when_due(each, moment)
            figures[who] = figures.get(who, Completion()).plus(counted)
    return figures


def _counted(followup: FollowUp, moment: datetime, now: datetime) -> Completion | None:
    """Return a follow-up as a figure of one; None when it does not count."""
    if is_sent(followup.details):
        return None
    last = moment + (timedelta() if followup.promised else IN_TIME)
    if followup.is_open:
        return Completion(open=1, hopeful=int(now <= last)) if moment < now else None
    assert followup.done_at
    if followup.state == "dropped":
        by_hand = followup.outcome == "dropped" and followup.done_at > moment
        return Completion(dropped=1) if by_hand else None
    return Completion(late=1) if followup.done_at > last else Completion(in_time=1)


def due_moment(followup: FollowUp) -> datetime:
    """Return the moment by which a follow-up is judged."""
    if followup.promised and all(telling.in_time for telling in tellings(followup)):
        return followup.due_at
    first = followup.details.get("first_due")
    return datetime.fromisoformat(str(first)) if first else followup.due_at


def moved(followup: FollowUp, due_at: datetime, now: datetime, *, tried: bool = False) -> FollowUp:
    """Return a follow-up whose moment has moved, if that is fair: before it, or with a try that was in time."""
    last = due_moment(followup) + (IN_TIME if tried else timedelta())
    if now > last:
        return followup
    return replace(followup, details=details_with(followup, first_due=due_at.isoformat()))


def owner_when_due(traced: Traced, moment: datetime) -> str | None:
    """Return who had a follow-up at its moment, or when it was done if that was before."""
    done_at = traced.followup.done_at
    at = min(moment, done_at) if done_at else moment
    changes = [event for event in traced.events if event.what in CHANGES_OWNER]
    if not any(event.what != "set" for event in changes):
        return traced.followup.owner
    before = [event for event in changes if event.at <= at] or changes[:1]
    return _owner_after(before[-1])


def _owner_after(event: Event) -> str | None:
    """Return who has it after an event: whoever took it, nobody, or who is written down."""
    return {"taken": event.by, "queued": None}.get(event.what, event.detail)


def total(figures: Figures) -> Completion:
    """Return the figures of the team."""
    team = Completion()
    for each in figures.values():
        team = team.plus(each)
    return team


@dataclass(frozen=True)
class Row:
    """The figures of one person, or of the shared queue, one for each period."""

    user: str | None
    figures: tuple[Completion, ...]


@dataclass(frozen=True)
class Table:
    """Figures to show: of the team and of each person to a manager, in alphabetical order; else one's own."""

    periods: tuple[Period, ...]
    rows: tuple[Row, ...]
    team: tuple[Completion, ...] = ()


def table(found: Sequence[Traced], asked: tuple[Period, ...], names: Mapping[str, str], now: datetime) -> Table:
    """Return the figures of everybody who had something to do; never ranked (P24), the queue last."""
    figures = [completion(found, period, now) for period in asked]
    who = {user for each in figures for user in each}
    order = sorted(who, key=lambda user: (user is None, _fold(names.get(user or "", "")), user or ""))
    rows = (Row(user, tuple(each.get(user, Completion()) for each in figures)) for user in order)
    return Table(asked, tuple(rows), tuple(map(total, figures)))


def own(found: Sequence[Traced], asked: tuple[Period, ...], user: str, now: datetime) -> Table:
    """Return somebody's own figures."""
    figures = (completion(found, period, now).get(user, Completion()) for period in asked)
    return Table(asked, (Row(user, tuple(figures)),))


def _fold(name: str) -> str:
    """Return a name as it is sorted: small letters, without accents."""
    return "".join(each for each in normalize("NFKD", name) if not combining(each)).casefold()
