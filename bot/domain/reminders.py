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
from bot.domain.calendars import add_working_days, localise, wall
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


def first_wake(due_at: datetime, promised: bool, as_typed: bool, rota: Rota, now: datetime) -> Wake:
    """Return when a new follow-up is first spoken of.

    A promise has its reminder ahead of its time. Other moments wait until the owner works, unless the owner
    typed the hour for themselves.
    """
    if promised:
        return _before_promise(due_at, now)
    return Wake(due_at if as_typed else rota.next_moment(due_at), Step.REMIND)


def _before_promise(due_at: datetime, now: datetime) -> Wake:
    reminder = due_at - PROMISE_LEAD
    return Wake(reminder, Step.REMIND) if reminder > now else Wake(max(now, due_at - WARN_LEAD), Step.WARN)


def after_step(followup: FollowUp, step: Step, rota: Rota, workspace: Workspace, now: datetime) -> Wake | None:
    """Return what comes after a step that was just taken, if nobody answers; None when it rests."""
    if step is Step.REMIND and followup.promised and now < followup.due_at - WARN_LEAD:
        return Wake(followup.due_at - WARN_LEAD, Step.WARN)
    if step in (Step.REMIND, Step.WARN, Step.COME_BACK):
        since = max(now, followup.due_at) if followup.promised else now
        return Wake(rota.next_moment(since + grace(followup, workspace)), Step.AGAIN)
    if step is Step.AGAIN and followup.escalated_at is None:
        return Wake(rota.next_moment(now + grace(followup, workspace)), Step.ESCALATE)
    return None


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
