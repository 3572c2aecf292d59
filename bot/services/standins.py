"""Who stands in for somebody: gets what they owe when they leave, and is asked while they are away for days."""

from datetime import datetime

from bot.domain.errors import Refusal
from bot.domain.policy import Actor, Role, require
from bot.domain.typed import mentioned
from bot.domain.workspaces import Staff
from bot.store import audit, staff
from bot.store.database import BookSession

NOBODY = ("off", "nobody", "none")


class WhoStandsIn(Refusal):
    """Type who stands in for you as a mention, for example `/regulars standin @jon`, or `off` for nobody."""


class NotForYourself(Refusal):
    """You can't stand in for yourself. Mention a colleague, for example `/regulars standin @jon`."""


class CannotStandIn(Refusal):
    """They can't stand in for you: they are not on this team, or have left. Mention somebody else."""


def look(session: BookSession, actor: Actor) -> Staff | None:
    """Return who stands in for the actor, as long as they are here."""
    require(actor, "shift.change")
    person = staff.get(session, actor.user)
    cover = staff.get(session, person.stand_in) if person and person.stand_in else None
    return cover if cover and cover.left_at is None else None


def change(session: BookSession, actor: Actor, text: str, now: datetime) -> Staff | None:
    """Name the actor's stand-in by a mention, or nobody by one of `NOBODY`."""
    require(actor, "shift.change")
    chosen = None if text.strip().casefold() in NOBODY else _colleague(session, actor, text)
    staff.change(session, actor.user, stand_in=chosen.id if chosen else None)
    audit.note(session, actor.user, "stand_in", f"staff:{actor.user}", now)
    return chosen


def _colleague(session: BookSession, actor: Actor, text: str) -> Staff:
    users = mentioned(text)
    if len(users) != 1:
        raise WhoStandsIn
    if users[0] == actor.user:
        raise NotForYourself
    person = staff.get(session, users[0])
    if person is None or person.left_at or person.role < Role.STAFF:
        raise CannotStandIn
    return person
