"""When the clock acts on a follow-up, and for what: reminded, asked again, gone to the managers.

The row itself is the schedule (RELIABILITY.md): ``wake_at`` with `Step`. Every function here is pure; instants
are UTC, and what people mean by a wall clock is kept as local time and zone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Any

from bot.domain.best_times import good_hours
from bot.domain.calendars import Workplace, add_working_days, closing_on, localise, wall
from bot.domain.followups import FollowUp
from bot.domain.rota import Rota, default_hour
from bot.domain.workspaces import Workspace

PROMISE_LEAD = timedelta(hours=2)
"""So long before a promised time its owner is reminded of it."""

WARN_LEAD = timedelta(minutes=30)
"""So long before a promised time the owner is asked to tell the customer a new one (P127)."""

ACCEPT_WITHIN = timedelta(hours=1)
"""Whoever is handed a follow-up has so long to take it."""

TOO_LONG_AWAY = timedelta(days=3)
"""An owner who is off for longer than this has what is due meanwhile covered (P118)."""

GRACE: Mapping[str, timedelta] = {
    "call": timedelta(hours=1),
    "checkin": timedelta(hours=4),
    "other": timedelta(hours=4),
    "gift": timedelta(hours=24),
    "note": timedelta(hours=24),
}
"""How long after a reminder the owner is asked again, and after that the managers are told."""

PROMISE_GRACE = timedelta(minutes=15)

MOST_TRIES = 3
"""A call nobody answers is tried so often; then a note is kinder (P76)."""

SNOOZES_BEFORE_ASKING = 2
"""The snooze after these asks whether to hand over or drop."""


class Step(StrEnum):
    """What the clock does when a follow-up wakes."""

    REMIND = "remind"
    WARN = "warn"
    AGAIN = "again"
    ESCALATE = "escalate"
    COME_BACK = "come_back"


@dataclass(frozen=True)
class Wake:
    """The next moment for the clock, and what it does then."""

    at: datetime
    step: Step


def grace(followup: FollowUp, workspace: Workspace) -> timedelta:
    """Return how long a reminder may stay unanswered; settings may say so for a kind, in minutes."""
    if followup.promised:
        return PROMISE_GRACE
    minutes = (workspace.settings.get("grace") or {}).get(followup.kind)
    return timedelta(minutes=int(minutes)) if minutes else GRACE[followup.kind]


def most_tries(workspace: Workspace) -> int:
    """Return how often a call is tried before a note is suggested."""
    return int(workspace.settings.get("tries") or MOST_TRIES)


def first_wake(
    due_at: datetime, promised: bool, as_typed: bool, rota: Rota, now: datetime, *, by_day: bool = False
) -> Wake:
    """Return when a new follow-up is first spoken of.

    A promise has its reminder ahead of its time; ``by_day`` says that it names a day and no hour. Other moments
    wait until the owner works, unless the owner typed the hour for themselves.
    """
    if promised:
        return _before_promise(due_at, rota, now, by_day=by_day)
    return Wake(due_at if as_typed else rota.next_moment(due_at), Step.REMIND)


def counts_on(promise: FollowUp) -> datetime:
    """Return the time a customer counts on: that of the promise, or an earlier word they know nothing else of."""
    expects = promise.details.get("expects")
    return datetime.fromisoformat(str(expects)) if expects else promise.due_at


def wake_anew(followup: FollowUp, rota: Rota, now: datetime) -> Wake:
    """Return when a follow-up is first spoken of to whoever has it now, at the earliest now."""
    due_at = counts_on(followup) if followup.promised else max(followup.due_at, now)
    by_day = is_by_day(followup.details)
    return first_wake(due_at, followup.promised, False, rota, now, by_day=by_day)


def _before_promise(due_at: datetime, rota: Rota, now: datetime, *, by_day: bool) -> Wake:
    """Return the reminder of a promise: when its day begins, two hours ahead of it, or the warning."""
    reminders = [_when_the_day_begins(due_at, rota)] if by_day else []
    ahead = next((at for at in [*reminders, _two_hours_ahead(due_at, rota)] if at > now), None)
    return Wake(ahead, Step.REMIND) if ahead else Wake(max(now, warn_at(due_at, rota, by_day=by_day)), Step.WARN)


def _when_the_day_begins(due_at: datetime, rota: Rota) -> datetime:
    """Return when the owner begins to work on the day of a promise; late on the day before when they are off."""
    zone = rota.workplace.zone
    midnight = localise(datetime.combine(wall(due_at, zone).date(), time()), zone)
    begins = rota.next_moment(midnight)
    return begins if begins < due_at - PROMISE_LEAD else _two_hours_ahead(midnight + PROMISE_LEAD, rota)


def _two_hours_ahead(due_at: datetime, rota: Rota) -> datetime:
    """Return a moment two hours ahead; when the owner is off then, two hours before they last go home."""
    ahead = due_at - PROMISE_LEAD
    if rota.works(ahead):
        return ahead
    last = rota.stretch_before(ahead)
    return max(last[0], last[1] - PROMISE_LEAD) if last else ahead


def warn_at(due_at: datetime, rota: Rota, *, by_day: bool) -> datetime:
    """Return when the owner is asked for a new time: half an hour ahead, or before they go home on that day."""
    warning = due_at - WARN_LEAD
    last = rota.stretch_before(due_at) if by_day and not rota.works(warning) else None
    return max(last[0], last[1] - WARN_LEAD) if last else warning


def is_by_day(details: Mapping[str, Any]) -> bool:
    """Say whether a promise names a day and no hour: it is kept until the shop closes."""
    return bool(details.get("by_day"))


def after_step(followup: FollowUp, step: Step, rota: Rota, workspace: Workspace, now: datetime) -> Wake | None:
    """Return what comes after a step that was just taken, if nobody answers; None when it rests."""
    if followup.promised and step in (Step.REMIND, Step.WARN):
        ahead = _ahead_of_promise(followup, step, rota, now)
        if ahead:
            return ahead
    if step in (Step.REMIND, Step.WARN, Step.COME_BACK):
        since = max(now, followup.due_at) if followup.promised else now
        return Wake(rota.next_moment(since + grace(followup, workspace)), Step.AGAIN)
    if step is Step.AGAIN and followup.escalated_at is None:
        return Wake(rota.next_moment(now + grace(followup, workspace)), Step.ESCALATE)
    return None


def _ahead_of_promise(followup: FollowUp, step: Step, rota: Rota, now: datetime) -> Wake | None:
    """Return what comes before a promise is due: the warning, or the reminder of a time nobody was told of yet."""
    by_day = is_by_day(followup.details)
    if step is Step.REMIND:
        warnings = (warn_at(at, rota, by_day=by_day) for at in (counts_on(followup), followup.due_at))
        warning = next((at for at in warnings if at > now), None)
        return Wake(warning, Step.WARN) if warning else None
    moved = counts_on(followup) < followup.due_at and now < warn_at(followup.due_at, rota, by_day=by_day)
    return _before_promise(followup.due_at, rota, now, by_day=by_day) if moved else None


def next_try(followup: FollowUp, rota: Rota, now: datetime, best_time: str | None = None) -> datetime:
    """Return the naive local time of the next try: the next working day, at another hour (P76).

    The customer's best time to call decides where it can be read and falls into the owner's hours. Otherwise,
    whoever did not answer in the morning may in the afternoon, and the other way round.
    """
    local = wall(now, followup.zone)
    day = add_working_days(local.date(), 1, rota.workplace)
    good = [datetime.combine(day, hour) for hour in good_hours(best_time)]
    good = [moment for moment in good if rota.works(localise(moment, followup.zone))]
    another = [moment for moment in good if moment.hour != local.hour]
    usual = datetime.combine(day, time(15) if local.hour < 13 else time(10))
    return next(iter([*another, *good, usual]))


def next_working_day(now: datetime, zone: str, rota: Rota, workspace: Workspace, days: int = 1) -> datetime:
    """Return the naive local time of a working day ahead, at the workspace's default hour."""
    day = add_working_days(wall(now, zone).date(), days, rota.workplace)
    return datetime.combine(day, default_hour(workspace))


SNOOZES: Mapping[str, str] = {
    "hour": "In 1 hour",
    "afternoon": "This afternoon",
    "tomorrow": "Tomorrow",
    "week": "Next week",
}


def snooze_until(choice: str, zone: str, workspace: Workspace, now: datetime) -> datetime:
    """Return the instant (UTC) that a choice of `SNOOZES` means, always after ``now``.

    This afternoon is 15:00, or in an hour when that is near or over; next week is next Monday.
    """
    local, in_an_hour = wall(now, zone), now.replace(second=0, microsecond=0) + timedelta(hours=1)
    if choice == "tomorrow":
        return localise(datetime.combine(local.date() + timedelta(days=1), default_hour(workspace)), zone)
    if choice == "week":
        monday = local.date() + timedelta(days=7 - local.weekday())
        return localise(datetime.combine(monday, default_hour(workspace)), zone)
    afternoon = localise(datetime.combine(local.date(), time(15)), zone)
    return afternoon if choice == "afternoon" and afternoon > in_an_hour else in_an_hour


def closings(zone: str, workplace: Workplace, now: datetime) -> tuple[datetime, ...]:
    """Return naive local times by which a promise may be kept: when the shop closes today, next, in three days.

    These are days on which it is open; today only while there is an hour left.
    """
    today = wall(now, workplace.zone).date()
    days = [today, *(add_working_days(today, n, workplace) for n in (1, 3))]
    ends = [closing_on(day, workplace) for day in days if day != today or workplace.spans_on(day)]
    return tuple(dict.fromkeys(wall(end, zone) for end in ends if end >= now + timedelta(hours=1)))


def suggestions(zone: str, workspace: Workspace, now: datetime) -> tuple[datetime, ...]:
    """Return sensible naive local times for a follow-up typed without one: later today, tomorrow, Monday."""
    local = wall(now, zone)
    in_three = (local + timedelta(hours=3)).replace(minute=0, second=0, microsecond=0)
    later = (in_three,) if in_three.date() == local.date() and in_three.hour < 20 else ()
    days = [wall(snooze_until(choice, zone, workspace, now), zone) for choice in ("tomorrow", "week")]
    return tuple(dict.fromkeys((*later, *days)))


def clock_was_typed(words: str) -> bool:
    """Say whether the words of a time name an hour, and not only a day."""
    return any(mark in f" {words.casefold()} " for mark in _CLOCK_MARKS) or ":" in words


_CLOCK_MARKS = (
    " at ", "am ", "pm ", "a.m", "p.m", " noon", "midnight", "o'clock", "tonight", "evening", "morning",
    "afternoon", "hour", " min", "uhr", "heures",
)  # fmt: skip


def due_instant(due_local: datetime, zone: str) -> datetime:
    """Return the UTC instant of a wall time; see `bot.domain.calendars.localise`."""
    return localise(due_local, zone)


def stamp(at: datetime) -> str:
    """Return an instant as it stands in the key of a message, e.g. ``20261201T150000``."""
    return f"{at:%Y%m%dT%H%M%S}"


def details_with(followup: FollowUp, **changes: Any) -> dict[str, Any]:
    """Return the details with some of them set; None takes one away."""
    merged = dict(followup.details) | changes
    return {key: value for key, value in merged.items() if value is not None}
