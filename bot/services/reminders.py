"""The clock's deeds: a follow-up that is due is spoken of, asked after, and at last goes to the managers.

One follow-up, one transaction: it is taken, the message is promised under a key that names the moment, and the
next moment is set. A process that dies in between leaves everything as it was.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from bot.domain.coupons import is_over
from bot.domain.followups import FollowUp
from bot.domain.openers import next_variant
from bot.domain.reminders import (
    Step,
    Wake,
    after_step,
    details_with,
    due_instant,
    next_working_day,
    stamp,
)
from bot.services import handovers
from bot.services.followups import close, escalation_key, rota_of, shared_hour, show_anew
from bot.store import followup_facts, followups, outbox, staff
from bot.store.database import BookSession

TIRED = timedelta(minutes=15)
"""A follow-up that could not be woken is tried again after this, so that it does not stop the line."""


def wake(session: BookSession, followup_id: int, now: datetime) -> bool:
    """Do what is due for a follow-up; False when another process was quicker."""
    followup = followups.take_due(session, followup_id, now)
    if followup is None:
        return False
    if is_over(followup, now):
        return close(session, followup, "dropped", "expired", None, now)
    followup = _with_owner_here(session, followup, now)
    step = Step(followup.wake_for or Step.REMIND)
    if later := _not_at_work(session, followup, step, now):
        _wait(session, followup, later, now)
        return True
    if step is Step.COME_BACK:
        silent, followup = str(followup.handed_to), _come_back(session, followup, now)
        if handovers.is_early(followup, now):
            handovers.comes_back_early(session, followup, silent, now)
            return True
    if step in (Step.ESCALATE, Step.COME_BACK):
        _escalate(session, followup, now)
    if step is not Step.ESCALATE:
        _nudge(session, followup, step, now)
    then = _then(session, known_again(session, followup), step, now)
    followups.change(session, followup.id, wake_at=then.at, wake_for=then.step)
    return True


def known_again(session: BookSession, followup: FollowUp) -> FollowUp:
    """Return a follow-up as it stands now in this transaction."""
    found = followups.get(session, followup.id)
    assert found  # this transaction holds its row
    return found


def _with_owner_here(session: BookSession, followup: FollowUp, now: datetime) -> FollowUp:
    """Find a new home for what somebody owned who has left; `handovers.leaves` does so for all they had."""
    owner = staff.get(session, followup.owner) if followup.owner else None
    if followup.owner is None or (owner and owner.left_at is None):
        return followup
    if owner is None:
        return followup  # Slack has not been asked about them yet
    step = followup.wake_for
    handovers.leaves(session, followup.owner, now)
    # What just woke goes on in this transaction, whatever alarm the hand-over set.
    followups.change(session, followup.id, wake_at=None, wake_for=step)
    return replace(known_again(session, followup), wake_for=step)


def _not_at_work(session: BookSession, followup: FollowUp, step: Step, now: datetime) -> datetime | None:
    """Return when the owner works next, if a nudge would reach them off duty; promises cannot wait."""
    if followup.promised or followup.details.get("as_typed") or step is Step.COME_BACK:
        return None
    who = None if step is Step.ESCALATE else followup.owner
    later = rota_of(session, who).next_moment(now)
    return later if later > now else None


def _wait(session: BookSession, followup: FollowUp, later: datetime, now: datetime) -> None:
    """Wait until the owner works again; when that is days away, somebody else is asked to see to it."""
    followups.change(session, followup.id, wake_at=later)
    if handovers.away_for_days(session, followup.owner, now):
        handovers.is_away(session, followup, now)


def _come_back(session: BookSession, followup: FollowUp, now: datetime) -> FollowUp:
    """Give a follow-up back when whoever it was offered to kept silent: to its owner, or to the queue if away."""
    silent = None if handovers.is_early(followup, now) else followup.handed_to
    followups.change(session, followup.id, handed_to=None, details=details_with(followup, silent=silent))
    followups.note(session, followup.id, "came_back", None, now, followup.handed_to)
    if handovers.away_for_days(session, followup.owner, now):
        handovers.to_queue(session, known_again(session, followup), None, now)
    return known_again(session, followup)


def _nudge(session: BookSession, followup: FollowUp, step: Step, now: datetime) -> None:
    """Promise the reminder; the queue's goes to the floor."""
    moment = stamp(now)
    details = details_with(
        followup, nudge=moment, opener=next_variant(followup_facts.last_opener(session, followup.customer_id))
    )
    values: dict[str, Any] = {"details": details}
    values["asked_again_at" if step is Step.AGAIN else "reminded_at"] = now
    if followup.reminded_at is None:
        values["reminded_at"] = now
    followups.change(session, followup.id, **values)
    followups.note(session, followup.id, step, None, now)
    show_anew(session, followup, now)
    if followup.owner:
        key = f"followup:{followup.id}:{moment}"
        outbox.promise(session, key=key, kind="followup.nudge", about=followup.id, to=followup.owner, now=now)
    else:
        _tell_everybody(session, followup, now)


def _tell_everybody(session: BookSession, followup: FollowUp, now: datetime) -> None:
    """Tell the floor of what is nobody's: what comes up within an hour stands in one message."""
    hour = shared_hour(now)
    followups.note(session, followup.id, followups.QUEUED, None, now, str(hour))
    floor = staff.workspace(session).floor_channel
    for to in [floor] if floor else handovers.managers_to_tell(session):
        outbox.promise(session, key=f"queue:{hour}:{to}", kind="team.queue", about=hour, to=to, now=now)
    outbox.refresh(session, f"queue:{hour}:%", now)


def _escalate(session: BookSession, followup: FollowUp, now: datetime) -> None:
    """Tell the managers once; what goes up within an hour stands in one message."""
    if followup.escalated_at is None:
        followups.change(session, followup.id, escalated_at=now)
        followups.note(session, followup.id, "escalated", None, now)
    at = followup.escalated_at or now
    key = escalation_key(at)
    for to in handovers.managers_to_tell(session):
        outbox.promise(session, key=f"{key}:{to}", kind="team.escalation", about=shared_hour(at), to=to, now=now)
    outbox.refresh(session, f"{key}:%", now)


def _then(session: BookSession, followup: FollowUp, step: Step, now: datetime) -> Wake:
    """Return what comes next: nothing open is ever left without an alarm."""
    workspace, rota = staff.workspace(session), rota_of(session, followup.owner)
    then = after_step(followup, step, rota, workspace, now)
    if then:
        return then
    again = due_instant(next_working_day(now, followup.zone, rota, workspace), followup.zone)
    return Wake(rota.next_moment(again), Step.REMIND)


def to_be_spared(session: BookSession, followup_id: int) -> str | None:
    """Return whose “Do not disturb” a follow-up that is due should wait for; None when it cannot wait.

    What was promised, or typed for that hour, comes all the same, and the managers hear of what slips.
    """
    followup = followups.get(session, followup_id)
    if followup is None or followup.promised or followup.details.get("as_typed"):
        return None
    return followup.owner if followup.wake_for in (Step.REMIND, Step.AGAIN) else None


def rest_until(session: BookSession, followup_id: int, until: datetime) -> None:
    """Let a follow-up that is due rest until then."""
    followups.push_ahead(session, followup_id, until)


def rest(session: BookSession, followup_id: int, now: datetime) -> None:
    """Push a follow-up ahead that could not be woken, so that it does not stop the line (rule 10)."""
    rest_until(session, followup_id, now + TIRED)
