"""What a playbook asks of a customer's time, kept apart from, or joined with, what is asked of it already."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain import cooling
from bot.domain.cooling import JOINED
from bot.domain.followups import FollowUp, Plan
from bot.domain.rota import workplace
from bot.domain.typed import cool_down
from bot.services import followups as deeds
from bot.store import customers, followups, staff
from bot.store.database import BookSession


@dataclass(frozen=True)
class Cooled:
    """The follow-up that sees to a plan; ``joined`` when it was planned before."""

    followup: FollowUp
    joined: bool = False


def plan(session: BookSession, wanted: Plan, by: str, now: datetime) -> Cooled | None:
    """Plan, join or put off; None when its cause has made one before (see `bot.domain.cooling`)."""
    apart = cool_down(staff.workspace(session))
    if not apart or not cooling.is_cooled(wanted):
        return _planned(deeds.plan(session, wanted, by, now))
    customers.hold(session, wanted.customer_id)  # two colleagues may resolve two issues at once
    due_at = cooling.due_instant(wanted)
    near = followups.contacts_near(session, wanted.customer_id, due_at - apart, due_at + apart, now)
    join = cooling.joins(wanted, due_at, near, now)
    if join:
        return _join(session, wanted, join, by, now)
    later = cooling.rests_until(wanted, due_at, near, apart, workplace(staff.workspace(session)))
    return _planned(deeds.plan(session, replace(wanted, due_local=later) if later else wanted, by, now))


def _planned(new: FollowUp | None) -> Cooled | None:
    return Cooled(new) if new else None


def _join(session: BookSession, wanted: Plan, join: cooling.Join, by: str, now: datetime) -> Cooled | None:
    """Write the plan down as seen to by the other one: its cause stands in the book, and comes never again."""
    details = dict(wanted.details) | {"into": join.into.id, "piece": join.piece}
    new = deeds.plan(session, replace(wanted, details=details), by, now)
    if new is None:
        return None
    deeds.close(session, new, "dropped", JOINED, None, now)
    followups.change(session, join.into.id, text=f"{join.into.text}{join.piece}")
    followups.note(session, join.into.id, JOINED, None, now, str(new.id))
    deeds.show_anew(session, join.into, now)
    into = followups.get(session, join.into.id)
    assert into  # this transaction has just changed it
    return Cooled(into, joined=True)
