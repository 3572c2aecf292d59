"""Setting follow-ups: planned by other deeds, typed, changed, taken back.

`plan` and `cancel_caused` are what other capabilities use.
"""

from datetime import datetime

from bot.domain.cooling import without
from bot.domain.coupons import is_sent
from bot.domain.followups import FollowUp, Plan
from bot.domain.reminders import Wake, due_instant, first_wake, is_by_day, wake_anew
from bot.domain.rota import Rota, rota
from bot.services import customers
from bot.store import followups, outbox, staff
from bot.store.database import BookSession


def plan(session: BookSession, wanted: Plan, by: str, now: datetime) -> FollowUp | None:
    """Write a follow-up down and set its alarm; None when its cause has made one before.

    Raises nothing for a moment that is over: the owner is then reminded at once.
    """
    due_at = due_instant(wanted.due_local, wanted.zone)
    wake = _first_wake(session, wanted, due_at, now)
    new = followups.add(
        session,
        by,
        now,
        customer_id=wanted.customer_id,
        kind=wanted.kind,
        text=wanted.text,
        owner=wanted.owner,
        due_local=wanted.due_local,
        due_at=due_at,
        zone=wanted.zone,
        rrule=wanted.rrule,
        anchor=wanted.due_local if wanted.rrule else None,
        wake_at=wake.at,
        wake_for=wake.step,
        promised=wanted.promised,
        issue_id=wanted.issue_id,
        cause=wanted.cause,
        details=dict(wanted.details) | {"first_due": due_at.isoformat()},
    )
    if new:
        show_anew(session, new, now)
    return new


def _first_wake(session: BookSession, wanted: Plan, due_at: datetime, now: datetime) -> Wake:
    as_typed = bool(wanted.details.get("as_typed"))
    by_day = is_by_day(wanted.details)
    if expects := wanted.details.get("expects"):
        due_at = datetime.fromisoformat(str(expects))  # so that they are told before it passes
    return first_wake(due_at, wanted.promised, as_typed, rota_of(session, wanted.owner), now, by_day=by_day)


def rota_of(session: BookSession, user: str | None) -> Rota:
    """Return when somebody may be nudged; nobody's are the shop's own hours."""
    return rota(staff.workspace(session), staff.get(session, user) if user else None)


def cancel_caused(session: BookSession, prefix: str, now: datetime) -> int:
    """Drop what is open and whose cause begins like this, e.g. ``issue:7:``; return how many."""
    gone = followups.caused_by(session, prefix, joined=True)
    for followup in gone:
        if followup.is_open:
            close(session, followup, "dropped", "cancelled", None, now)
            _carry_on(session, followup, now)
        else:
            _part(session, followup, now)
    return len(gone)


def _part(session: BookSession, joined: FollowUp, now: datetime) -> None:
    """Take what was joined to another follow-up out of it again, since its reason is gone."""
    followups.change(session, joined.id, if_open=False, outcome="cancelled")
    into = followups.get(session, int(joined.details["into"]))
    if into and into.is_open:
        followups.change(session, into.id, text=without(into.text, str(joined.details["piece"])))
        show_anew(session, into, now)


def _carry_on(session: BookSession, gone: FollowUp, now: datetime) -> None:
    """Let what was joined to a follow-up stand for itself again, since the reason of that one alone is gone."""
    for each in followups.joined_to(session, gone):
        kept = {key: value for key, value in each.details.items() if key not in ("into", "piece")}
        followups.change(session, each.id, if_open=False, details=kept)
        open_again(session, each, now)


def close(
    session: BookSession, followup: FollowUp, state: str, outcome: str, by: str | None, now: datetime
) -> bool:
    """End a follow-up as ``done`` or ``dropped``; False when somebody was quicker."""
    ended = followups.change(
        session, followup.id, state=state, outcome=outcome, done_at=now, done_by=by,
        wake_at=None, wake_for=None, handed_to=None,
    )  # fmt: skip
    if ended:
        followups.note(session, followup.id, outcome, by, now)
        show_anew(session, followup, now)
    return ended


def open_again(session: BookSession, followup: FollowUp, now: datetime) -> None:
    """Open a follow-up that was ended together with another one by mistake; its alarm is set anew."""
    wake = wake_anew(followup, rota_of(session, followup.owner), now)
    followups.change(
        session, followup.id, if_open=False, state="open", outcome="sent" if is_sent(followup.details) else None,
        done_at=None, done_by=None, wake_at=wake.at, wake_for=wake.step,
    )  # fmt: skip
    followups.note(session, followup.id, "reopened", None, now)
    show_anew(session, followup, now)


def show_anew(session: BookSession, followup: FollowUp, now: datetime) -> None:
    """Have every message that shows this follow-up said anew: its DMs, the floor's, Home, the managers'."""
    outbox.refresh(session, f"followup:{followup.id}:%", now)
    outbox.refresh(session, "home:%", now)
    if followup.escalated_at:
        outbox.refresh(session, f"{escalation_key(followup.escalated_at)}:%", now)
    for event in followups.events(session, followup.id):
        if event.what == followups.QUEUED:
            outbox.refresh(session, f"queue:{event.detail}:%", now)
    customers.refresh(session, followup.customer_id, now)


def shared_hour(at: datetime) -> int:
    """Return the hour, counted since 1970, in which what goes up, or to everybody, shares one message."""
    return int(at.timestamp()) // 3600


def escalation_key(at: datetime) -> str:
    """Return the beginning of the key of the message that an escalation stands in."""
    return f"escalation:{shared_hour(at)}"
