"""A real contact with a customer: what comes again counts from it, so that nobody nags after the fact."""

from datetime import datetime

from bot.domain.calendars import wall
from bot.domain.followups import FollowUp, Plan
from bot.domain.recurring import anchor_after, moved_by_contact, next_due
from bot.domain.reminders import details_with, first_wake
from bot.services.followups import plan, rota_of, show_anew
from bot.store import followups
from bot.store.database import BookSession


def contact_happened(session: BookSession, customer_id: int, now: datetime) -> int:
    """Move what comes again and was to ask for the customer soon; return how many were moved.

    Called for a logged visit and for a call that reached somebody.
    """
    moved = [_move(session, followup, now) for followup in followups.recurring(session, customer_id)]
    return sum(moved)


def _move(session: BookSession, followup: FollowUp, now: datetime) -> bool:
    assert followup.rrule
    anchor = followup.anchor or followup.due_local
    due_at = moved_by_contact(followup.rrule, anchor, followup.zone, followup.due_at, now)
    if due_at is None:
        return False
    wake = first_wake(due_at, followup.promised, False, rota_of(session, followup.owner), now)
    followups.change(
        session, followup.id, due_at=due_at, due_local=wall(due_at, followup.zone), wake_at=wake.at,
        wake_for=wake.step, reminded_at=None, asked_again_at=None, escalated_at=None, tries=0, snoozes=0,
        anchor=anchor_after(followup.rrule, anchor, followup.zone, now),
        details=details_with(followup, first_due=due_at.isoformat()),
    )  # fmt: skip
    followups.note(session, followup.id, "contact", None, now)
    show_anew(session, followup, now)
    return True


def series_of(followup: FollowUp) -> str:
    """Return what the causes of all the later ones of a recurring follow-up begin with."""
    return str(followup.details.get("series") or followup.cause or f"followup:{followup.id}")


def set_next(session: BookSession, followup: FollowUp, by: str, now: datetime) -> FollowUp | None:
    """Set the next occurrence of something that was done and comes again; None when it does not."""
    if not followup.rrule:
        return None
    anchor = followup.anchor or followup.due_local
    due_at = next_due(followup.rrule, anchor, followup.zone, followup.due_at, now)
    if due_at is None:
        return None
    due_local = wall(due_at, followup.zone)
    series = series_of(followup)
    new = plan(
        session,
        Plan(
            customer_id=followup.customer_id,
            kind=followup.kind,
            text=followup.text,
            owner=followup.owner,
            due_local=due_local,
            zone=followup.zone,
            rrule=followup.rrule,
            issue_id=followup.issue_id,
            cause=f"{series}:again:{due_local:%Y%m%dT%H%M}",
            details={"series": series},
        ),
        by,
        now,
    )
    if new:
        followups.change(session, new.id, anchor=anchor_after(followup.rrule, anchor, followup.zone, now))
    return new
