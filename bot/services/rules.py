"""The rules of follow-ups: shown to managers, and changed by them."""

from datetime import datetime

from bot.domain import rules
from bot.domain.policy import Actor, require
from bot.domain.rules import Rules
from bot.store import audit, staff
from bot.store.database import BookSession


def look(session: BookSession, actor: Actor) -> Rules:
    """Return the rules in force to a manager."""
    require(actor, "setup.change")
    return rules.of(staff.workspace(session))


def change(session: BookSession, actor: Actor, wanted: Rules, now: datetime) -> Rules:
    """Write the rules down; they hold from the next step of every follow-up on."""
    require(actor, "setup.change")
    settings = staff.workspace(session).settings
    staff.decide(session, settings={**settings, **wanted.to_settings()})
    audit.note(session, actor.user, "change", "rules", now)
    return rules.of(staff.workspace(session))
