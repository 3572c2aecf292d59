"""The shop's calendar: looked at by everybody, decided by managers."""

from datetime import datetime

from bot.domain.calendars import Workplace, decide
from bot.domain.policy import Actor, require
from bot.domain.rota import workplace
from bot.store import audit, staff
from bot.store.database import BookSession


def look(session: BookSession, actor: Actor) -> Workplace:
    """Return when the shop is open and when not."""
    require(actor, "calendar.see")
    return workplace(staff.workspace(session))


def change(session: BookSession, actor: Actor, text: str, now: datetime) -> Workplace:
    """Write a decision down; raises the calendar's refusals."""
    require(actor, "setup.change")
    workspace = staff.workspace(session)
    decided = decide(text, workspace.today(now), workplace(workspace))
    kept = decided.to_json()
    quiet = kept["quiet"] if decided.quiet else "off"
    settings = dict(workspace.settings) | {"special": kept["special"], "region": kept["region"], "quiet": quiet}
    staff.decide(session, settings=settings)
    audit.note(session, actor.user, "calendar", f"workspace:{session.workspace}", now)
    return decided
