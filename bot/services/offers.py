"""Offering a follow-up to a colleague, who must accept: until then it stays where it was."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.errors import Refusal
from bot.domain.followups import FollowUp, GoneFollowUp
from bot.domain.policy import Role
from bot.domain.reminders import ACCEPT_WITHIN, Step, stamp
from bot.domain.rota import rota
from bot.domain.workspaces import Staff
from bot.services.followups import show_anew
from bot.store import audit, followups, outbox, staff
from bot.store.database import BookSession


class ToYourself(Refusal):
    """It is yours already. Choose a colleague, whoever is on shift, or the queue."""


class NotOnTheTeam(Refusal):
    """I can't hand that over: they are not on this team, or have left. Choose somebody else."""


@dataclass(frozen=True)
class Handed:
    """Where a follow-up went: offered to somebody from ``at`` on, or into the queue."""

    followup: FollowUp
    to: Staff | None
    at: datetime


def offer(session: BookSession, by: str | None, followup: FollowUp, to: str, now: datetime) -> Handed:
    """Ask somebody to take a follow-up; the owner keeps it until they do. ``by`` None is the clock."""
    person = staff.get(session, to)
    if to == followup.owner:
        raise ToYourself(field="who")
    if person is None or person.role < Role.STAFF or person.left_at:
        raise NotOnTheTeam(field="who")
    asked_at = rota(staff.workspace(session), person).next_moment(now)
    followups.change(
        session, followup.id, handed_to=to, handed_at=now, wake_at=asked_at + ACCEPT_WITHIN,
        wake_for=Step.COME_BACK,
    )  # fmt: skip
    followups.note(session, followup.id, "offered", by, now, to)
    key = f"followup:{followup.id}:offer:{stamp(now)}:{to}"
    outbox.promise(session, key=key, kind="followup.offer", about=followup.id, to=to, now=now, at=asked_at)
    audit.note(session, by or "clock", "hand_over", f"followup:{followup.id}", now)
    show_anew(session, followup, now)
    return Handed(_again(session, followup), person, asked_at)


def _again(session: BookSession, followup: FollowUp) -> FollowUp:
    found = followups.get(session, followup.id)
    if found is None:
        raise GoneFollowUp
    return found
