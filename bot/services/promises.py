"""Promises to customers: made in words, and when they cannot be kept, told before they slip."""

from datetime import datetime
from typing import Any

from bot.domain.errands import Question, These, Unsure
from bot.domain.followups import FollowUp
from bot.domain.policy import Actor, require
from bot.domain.promises import NoPromise, PromiseWhat
from bot.domain.reminders import details_with
from bot.domain.typed import Planned, Set, Task, task
from bot.services import typed, whom
from bot.services.changes import known, still_open, when_columns
from bot.services.followups import cancel_caused, close, show_anew
from bot.store import audit, followups
from bot.store.database import BookSession


def type_in(session: BookSession, actor: Actor, text: str, now: datetime) -> Set | Unsure | Question:
    """Keep the promise of a command such as “dana call by friday 4pm”."""
    require(actor, "followup.change")
    if not text.strip():
        raise PromiseWhat
    found = whom.of_command(session, actor, "promise", text, now)
    return type_for(session, actor, found, now) if isinstance(found, These) else found


def type_for(session: BookSession, actor: Actor, found: These, now: datetime) -> Set:
    """Go on once it is clear to whom it was promised."""
    require(actor, "followup.change")
    if not found.rest.strip():
        raise PromiseWhat
    time = typed.read_deadline(session, actor, found.rest, now)
    wanted = task(time.rest, actor.zone, promised=True)
    return typed.settle(session, actor, found.customers, wanted, time, now)


def promised(session: BookSession, actor: Actor, followup_id: int, now: datetime) -> FollowUp:
    """Return an open promise, for the form in which the new time is typed."""
    promise = still_open(session, actor, followup_id, now)
    if not promise.promised:
        raise NoPromise
    return promise


def kept(session: BookSession, cause: str, by: str, now: datetime) -> int:
    """End the open promises whose cause begins like this as done; whether in time, the ledger says."""
    done = [close(session, each, "done", "done", by, now) for each in followups.caused_by(session, cause)]
    return len(done)


def replaced(session: BookSession, cause: str, now: datetime, *, told: bool) -> dict[str, Any]:
    """Call off the open promises of a cause, and return the details of the one that takes their place.

    ``told`` says that the customer hears of the new time now; what they were told before stays on record.
    """
    before = followups.caused_by(session, cause)
    said = [telling for each in before for telling in each.details.get("tellings") or ()]
    if told:
        said += [[now.isoformat(), each.due_at.isoformat()] for each in before]
    cancel_caused(session, cause, now)
    return {"tellings": said} if said else {}


def tell(session: BookSession, actor: Actor, followup_id: int, when: str, now: datetime) -> Planned:
    """Note that the customer was told a new time, and count from it (P126, P127)."""
    promise = promised(session, actor, followup_id, now)
    time = typed.read_alone(session, actor, when, now, promised=True)
    moved = when_columns(session, promise, Task(promise.text, promise.kind, actor.zone).at(time), now)
    told = [*(promise.details.get("tellings") or ()), [now.isoformat(), promise.due_at.isoformat()]]
    followups.change(
        session, promise.id, **moved | {"told_at": now, "details": details_with(promise, tellings=told)}
    )
    followups.note(session, promise.id, "told", actor.user, now, moved["due_at"].isoformat())
    audit.note(session, actor.user, "tell", f"followup:{promise.id}", now)
    show_anew(session, promise, now)
    return typed.planned(session, known(session, promise.id))
