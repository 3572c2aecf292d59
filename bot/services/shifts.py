"""When somebody works: said by themselves, respected by every reminder."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.calendars import Shift, parse_shift
from bot.domain.policy import Actor, require
from bot.domain.rota import Working, rota, shift_of
from bot.store import audit, outbox, staff
from bot.store.database import BookSession


def look(session: BookSession, actor: Actor, now: datetime) -> Working:
    """Return when the actor works, and when a reminder would reach them next."""
    require(actor, "shift.change")
    person = staff.get(session, actor.user)
    current = rota(staff.workspace(session), person)
    return Working(shift_of(person, actor.zone), current.works(now), current.next_moment(now), actor.zone)


def change(session: BookSession, actor: Actor, text: str, now: datetime) -> Working:
    """Write down what the actor said of their shift; raises the refusals of the calendar."""
    require(actor, "shift.change")
    today = now.astimezone(ZoneInfo(actor.zone)).date()
    said: Shift = parse_shift(text, today, shift_of(staff.get(session, actor.user), actor.zone))
    staff.change(session, actor.user, shifts=said.to_json())
    audit.note(session, actor.user, "shift", f"staff:{actor.user}", now)
    outbox.refresh(session, f"home:{actor.user}", now)
    return look(session, actor, now)
