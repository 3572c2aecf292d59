"""Coupons: kept in mind once they are sent, redeemed with one tap, called off with what they belong to (P32)."""

from datetime import datetime

from bot.domain.coupons import CAUSE, NoCoupon, code_of, is_over, once_sent
from bot.domain.followups import FollowUp
from bot.domain.outcomes import Settled
from bot.domain.policy import Actor
from bot.services.changes import ended, known, still_open
from bot.services.followups import cancel_caused, close, open_again, plan
from bot.store import audit, followups
from bot.store.database import BookSession


def sent(session: BookSession, gift: FollowUp, by: str, now: datetime) -> None:
    """Keep a coupon in mind that was sent just now: open, until it is redeemed or ends."""
    kept = once_sent(gift, by, now)
    new = plan(session, kept, by, now) if kept else None
    if new:
        followups.change(session, new.id, outcome="sent")


def taken_back(session: BookSession, gift: FollowUp, now: datetime) -> None:
    """Forget that a coupon was sent."""
    cancel_caused(session, f"{CAUSE}:{gift.id}:", now)


def redeem(session: BookSession, actor: Actor, followup_id: int, now: datetime) -> Settled:
    """Note that a coupon was redeemed, whichever of its messages that is said on; nobody is reminded any more.

    Raises `AlreadyDone` with who was quicker, and `NoCoupon`.
    """
    followup = still_open(session, actor, followup_id, now)
    code = code_of(followup.details)
    if code is None:
        raise NoCoupon
    if not close(session, followup, "done", "redeemed", actor.user, now):
        raise ended(session, actor, known(session, followup_id), now)
    for each in followups.open_about(session, followup.customer_id):
        if code_of(each.details) == code:
            _close_other(session, each, actor, now)
    audit.note(session, actor.user, "redeemed", f"followup:{followup.id}", now)
    return Settled(known(session, followup.id), "redeemed")


def not_redeemed(session: BookSession, followup: FollowUp, now: datetime) -> None:
    """Open again what redeeming a coupon by mistake had ended with it: the coupon itself, and its reminder."""
    code = code_of(followup.details)
    if followup.outcome != "redeemed" or code is None:
        return
    for each in followups.ended_with(session, followup):
        with_it = each.outcome in ("redeemed", "cancelled") and code_of(each.details) == code
        if with_it and not is_over(each, now):
            open_again(session, each, now)


def _close_other(session: BookSession, other: FollowUp, actor: Actor, now: datetime) -> None:
    """End what else is open for a redeemed coupon: the coupon itself with it, its reminder as needless."""
    state, outcome = ("done", "redeemed") if other.kind == "gift" else ("dropped", "cancelled")
    close(session, other, state, outcome, actor.user, now)
