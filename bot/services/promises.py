"""Promises to customers: made in words, and when they cannot be kept, told before they slip."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.domain.errands import Question, These, Unsure
from bot.domain.followups import FollowUp
from bot.domain.policy import Actor, require
from bot.domain.promises import LATELY, Ledger, NoPromise, PromiseWhat, ledger
from bot.domain.reminders import counts_on, details_with
from bot.domain.typed import Planned, Set, Task, owner_first, task
from bot.services import typed, whom
from bot.services.changes import known, still_open, when_columns
from bot.services.followups import cancel_caused, close, show_anew
from bot.store import audit, followups
from bot.store.database import BookSession


def type_in(session: BookSession, actor: Actor, text: str, now: datetime) -> Set | Unsure | Question:
    """Keep the promise of a command such as “dana call by friday 4pm”."""
    require(actor, "followup.change")
    owner, said = owner_first(text.strip())
    if not said.strip():
        raise PromiseWhat
    found = whom.of_command(session, actor, "promise", said, now, owner)
    return type_for(session, actor, found, now) if isinstance(found, These) else found


LISTS = {"list": "mine", "mine": "mine", "team": "team"}
"""What can be typed after `/promise` → whose promises are listed."""


def listed(session: BookSession, actor: Actor, what: str, now: datetime) -> Ledger:
    """Return the actor's promises, or with `team` everybody's: still open, and lately kept, told, late, broken."""
    require(actor, "followup.change")
    everybodys = LISTS[what] == "team"
    found = followups.promised_since(session, now - LATELY)
    return ledger((each for each in found if everybodys or each.owner == actor.user), now, everybodys=everybodys)


def type_for(session: BookSession, actor: Actor, found: These, now: datetime) -> Set:
    """Go on once it is clear to whom it was promised."""
    require(actor, "followup.change")
    if not found.rest.strip():
        raise PromiseWhat
    time = typed.read_deadline(session, actor, found.rest, now)
    wanted = typed.for_owner(found, task(time.rest, actor.zone, promised=True))
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
    expected = min((counts_on(each) for each in before), default=None)
    if expected and told:
        said.append([now.isoformat(), expected.isoformat()])
    cancel_caused(session, cause, now)
    found = {"tellings": said, "expects": expected.isoformat() if expected and not told else None}
    return {name: value for name, value in found.items() if value}


def stands(session: BookSession, cause: str, owner: str, now: datetime, *, told: bool) -> None:
    """Keep the open promises of a cause whose time was taken away, or is over, with whoever owns them now.

    The customer still counts on them, unless they were ``told`` before the time they expected had passed.
    """
    for promise in followups.caused_by(session, cause):
        if told and now <= counts_on(promise):
            close(session, promise, "dropped", "cancelled", None, now)
        elif promise.owner != owner:
            followups.change(session, promise.id, owner=owner)
            show_anew(session, promise, now)


def heard(session: BookSession, cause: str, now: datetime) -> None:
    """Note that the customer knows now of the time to which the open promises of a cause had been moved."""
    for promise in followups.caused_by(session, cause):
        if promise.details.get("expects"):
            followups.change(session, promise.id, details=_knowing(promise, promise.details, now))
            show_anew(session, promise, now)


def know(session: BookSession, actor: Actor, followup_id: int, now: datetime) -> Planned:
    """Note that the customer was told of the time to which a promise was moved before (P126, P127)."""
    promise = promised(session, actor, followup_id, now)
    if promise.details.get("expects"):
        details = _knowing(promise, promise.details, now)
        followups.change(session, promise.id, told_at=now, details=details)
        _was_told(session, actor, promise, promise.due_at, now)
    return typed.planned(session, known(session, promise.id))


def _was_told(session: BookSession, actor: Actor, promise: FollowUp, new: datetime, now: datetime) -> None:
    followups.note(session, promise.id, "told", actor.user, now, new.isoformat())
    audit.note(session, actor.user, "tell", f"followup:{promise.id}", now)
    show_anew(session, promise, now)


def _knowing(promise: FollowUp, details: Mapping[str, Any], now: datetime) -> dict[str, Any]:
    """Return details with one more telling: from now on they count on the time of the promise."""
    told = [*(promise.details.get("tellings") or ()), [now.isoformat(), counts_on(promise).isoformat()]]
    return details_with(replace(promise, details=details), tellings=told, expects=None)


def tell(session: BookSession, actor: Actor, followup_id: int, when: str, now: datetime) -> Planned:
    """Note that the customer was told a new time, and count from it (P126, P127)."""
    promise = promised(session, actor, followup_id, now)
    time = typed.read_alone(session, actor, when, now, promised=True)
    moved = when_columns(session, promise, Task(promise.text, promise.kind, actor.zone).at(time), now)
    details = _knowing(promise, moved["details"], now)
    followups.change(session, promise.id, **moved | {"told_at": now, "details": details})
    _was_told(session, actor, promise, moved["due_at"], now)
    return typed.planned(session, known(session, promise.id))
