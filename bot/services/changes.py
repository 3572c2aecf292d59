"""Looking a follow-up up by the id of a button, changing it, handing it back, and taking it back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.domain.completion import moved as judged_anew
from bot.domain.followups import (
    KINDS,
    AlreadyDone,
    AlreadyDropped,
    FollowUp,
    GoneFollowUp,
    NothingToTakeBack,
    NotYours,
    clean_text,
)
from bot.domain.playbooks.planning import REMINDS
from bot.domain.policy import Actor, Role, require
from bot.domain.promises import CORRECTED_WITHIN, not_told
from bot.domain.reminders import details_with, due_instant, first_wake, wake_anew
from bot.domain.typed import Planned, TakenBack, Task
from bot.domain.when import Understood
from bot.services import typed
from bot.services.followups import cancel_caused, close, rota_of, show_anew
from bot.store import audit, followups, staff
from bot.store.database import BookSession
from bot.views import words


@dataclass(frozen=True)
class Form:
    """What was filled in: what, its kind, and when, as typed."""

    text: str
    kind: str
    when: str


def known(session: BookSession, followup_id: int) -> FollowUp:
    """Return a follow-up of this workspace, or refuse."""
    followup = followups.get(session, followup_id)
    if followup is None:
        raise GoneFollowUp
    return followup


def still_open(session: BookSession, actor: Actor, followup_id: int, now: datetime) -> FollowUp:
    """Return a follow-up that is still open; refuse with who ended it, and when."""
    require(actor, "followup.change")
    followup = known(session, followup_id)
    if followup.is_open:
        return followup
    raise ended(session, actor, followup, now)


def ended(session: BookSession, actor: Actor, followup: FollowUp, now: datetime) -> AlreadyDone | AlreadyDropped:
    """Return the refusal that says who ended a follow-up, and when."""
    by = staff.get(session, followup.done_by) if followup.done_by else None
    who = "you" if followup.done_by == actor.user else by.name if by else "Regulars"
    facts: dict[str, Any] = {"who": who, "when": words.moment(followup.done_at or now, actor.zone, now)}
    return AlreadyDone(**facts) if followup.state == "done" else AlreadyDropped(**facts)


def own(session: BookSession, actor: Actor, followup_id: int, now: datetime) -> FollowUp:
    """Return an open follow-up that the actor may change or drop: its owner, who set it, or a manager."""
    followup = still_open(session, actor, followup_id, now)
    if actor.user not in (followup.owner, followup.created_by) and actor.role < Role.MANAGER:
        raise NotYours
    return followup


def change(session: BookSession, actor: Actor, followup_id: int, form: Form, now: datetime) -> Planned:
    """Write down what was filled in; an untouched time keeps its rule and its alarm."""
    followup = own(session, actor, followup_id, now)
    kind = form.kind if form.kind in KINDS else followup.kind
    values: dict[str, Any] = {"text": clean_text(form.text, kind), "kind": kind}
    if form.when and form.when != words.moment(followup.due_at, actor.zone, now):
        time = typed.read_alone(session, actor, form.when, now, promised=followup.promised)
        values |= _moved(session, actor, followup, time, now)
    followups.change(session, followup.id, **values)
    followups.note(session, followup.id, "changed", actor.user, now)
    audit.note(session, actor.user, "change", f"followup:{followup.id}", now)
    show_anew(session, followup, now)
    return typed.planned(session, known(session, followup.id))


def _moved(
    session: BookSession, actor: Actor, followup: FollowUp, time: Understood, now: datetime
) -> dict[str, Any]:
    task = Task(followup.text, followup.kind, actor.zone).at(time)
    assert task.due_local
    moved = when_columns(session, followup, task, now) | {
        "rrule": task.rrule,
        "anchor": task.due_local if task.rrule else None,
        "snoozes": 0,
    }
    return _untold(session, followup, moved, now) if followup.promised else moved


def _untold(session: BookSession, promise: FollowUp, moved: dict[str, Any], now: datetime) -> dict[str, Any]:
    """Keep what the customer counts on while nobody has told them of the new time."""
    if now - promise.created_at <= CORRECTED_WITHIN:
        return moved
    expects = not_told(promise, moved["due_at"])
    details = details_with(replace(promise, details=moved["details"]), expects=expects)
    wake = wake_anew(
        replace(promise, due_at=moved["due_at"], details=details), rota_of(session, promise.owner), now
    )
    return moved | {"details": details, "wake_at": wake.at, "wake_for": wake.step}


def when_columns(session: BookSession, followup: FollowUp, task: Task, now: datetime) -> dict[str, Any]:
    """Return the columns that move a follow-up to a task's moment, its alarm set anew."""
    assert task.due_local
    due_at = due_instant(task.due_local, task.zone)
    rota = rota_of(session, followup.owner)
    wake = first_wake(due_at, followup.promised, task.as_typed, rota, now, by_day=task.by_day)
    return {
        "due_local": task.due_local,
        "zone": task.zone,
        "due_at": due_at,
        "wake_at": wake.at,
        "wake_for": wake.step,
        "reminded_at": None,
        "asked_again_at": None,
        "escalated_at": None,
        "details": details_with(
            judged_anew(followup, due_at, now), as_typed=task.as_typed or None, by_day=task.by_day or None
        ),
    }


def drop(session: BookSession, actor: Actor, followup_id: int, outcome: str, now: datetime) -> FollowUp:
    """Drop a follow-up (``dropped``), or take one back that was just set (``undone``)."""
    followup = own(session, actor, followup_id, now)
    if not close(session, followup, "dropped", outcome, actor.user, now):
        raise ended(session, actor, known(session, followup_id), now)
    if followup.kind == "gift" and followup.cause:
        cancel_caused(session, f"{followup.cause}{REMINDS}", now)  # a coupon that is not sent needs no reminder
    audit.note(session, actor.user, outcome, f"followup:{followup.id}", now)
    return known(session, followup.id)


def take_back(session: BookSession, actor: Actor, ids: Sequence[int], now: datetime) -> TakenBack:
    """Take several back that were set at once; what somebody has ended meanwhile stays as it is."""
    found = [known(session, each) for each in ids]
    open_ones = [each for each in found if each.is_open]
    if not open_ones:
        raise NothingToTakeBack
    gone = tuple(drop(session, actor, each.id, "undone", now) for each in open_ones)
    return TakenBack(gone, tuple(each for each in found if each.state == "done"))
