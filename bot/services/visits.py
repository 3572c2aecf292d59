"""Somebody came in: write it down, tell the floor, climb the greeting ladder."""

from datetime import datetime

from bot.domain import greetings
from bot.domain.delivery import Letter
from bot.domain.errands import GoneCustomer, Here, Who
from bot.domain.names import several
from bot.domain.policy import Actor, Role, require
from bot.domain.visits import (
    NUDGE_LASTS,
    AlreadyIn,
    AlreadyUndone,
    Arrival,
    Logged,
    NotYourVisit,
    Undone,
    Visit,
    VisitOutcome,
    WhoCameIn,
    arrival,
)
from bot.services import finding, playbooks
from bot.services.contacts import contact_happened
from bot.services.customers import see
from bot.services.letters import Render, Rendered, Skip
from bot.store import audit, customers, outbox, staff, visits
from bot.store.database import BookSession
from bot.views import visits as views


def log(session: BookSession, actor: Actor, text: str, now: datetime) -> tuple[VisitOutcome, ...]:
    """Log the visit of everybody named in the text."""
    require(actor, "visit.log")
    if not text.strip():
        raise WhoCameIn
    named = several(text, customers.people(session))
    if not named:
        raise WhoCameIn
    return tuple(
        _log_who(session, actor, finding.settle(session, actor, "visit", found, words, {}, now), now)
        for found, words in named
    )


def _log_who(session: BookSession, actor: Actor, who: Who, now: datetime) -> VisitOutcome:
    return log_known(session, actor, who.customer.id, now) if isinstance(who, Here) else who


def log_known(
    session: BookSession, actor: Actor, customer_id: int, now: datetime, *, another: bool = False
) -> Logged | AlreadyIn:
    """Log the visit of a customer; a second one on the same local day must be asked for with ``another``."""
    require(actor, "visit.log")
    customer = finding.known(session, customer_id)
    workspace = staff.workspace(session)
    day = workspace.today(now)
    before = visits.on_day(session, customer.id, day)
    if before and not another:
        return AlreadyIn(before, see(session, actor, customer.id, now))
    visit = visits.log(session, customer.id, actor.user, now, day)
    contact_happened(session, customer.id, now)
    _tell(session, visit, workspace.floor_channel, now)
    came = _arrival(session, visit)
    playbooks.visited(session, customer, visit.id, came.number, actor.user, now)
    told = staff.tell_defaults_once(session, now)
    return Logged(came, workspace, now, told)


def _tell(session: BookSession, visit: Visit, floor: str | None, now: datetime) -> None:
    """Promise the floor its message, and everybody's Home the visit."""
    if floor:
        outbox.promise(
            session,
            key=f"visit:{visit.id}",
            kind="visit.arrival",
            about=visit.id,
            to=floor,
            now=now,
            not_after=now + NUDGE_LASTS,
        )
    outbox.refresh(session, "home:%", now)


def look(session: BookSession, visit_id: int) -> Arrival | None:
    """Return what the floor is told about a visit, as things stand now."""
    visit = visits.get(session, visit_id)
    return _arrival(session, visit) if visit else None


def _arrival(session: BookSession, visit: Visit) -> Arrival:
    card = customers.card(session, finding.known(session, visit.customer_id))
    number, last = visits.before(session, visit)
    return arrival(visit, card, number, last, visits.greeted_by(session, visit.id))


def undo(session: BookSession, actor: Actor, visit_id: int, now: datetime) -> Undone:
    """Take a visit back: whoever logged it, or a manager."""
    require(actor, "visit.log")
    visit = _visit(session, visit_id)
    if visit.undone_at:
        raise AlreadyUndone
    if actor.user != visit.by and actor.role < Role.MANAGER:
        raise NotYourVisit
    visits.undo(session, visit, now)
    playbooks.unvisited(session, visit.id, now)
    for shown in (f"visit:{visit.id}", "home:%"):
        outbox.refresh(session, shown, now)
    audit.note(session, actor.user, "undo", f"visit:{visit.id}", now)
    return Undone(see(session, actor, visit.customer_id, now))


def greet(session: BookSession, actor: Actor, visit_id: int, now: datetime) -> Logged:
    """Note that the actor greeted the customer by name; the message on the floor says so."""
    require(actor, "visit.greet")
    visit = _visit(session, visit_id)
    if visit.undone_at:
        raise greetings.VisitTakenBack
    greetings.may_greet(visits.greeted_by(session, visit.id), actor.user)
    visits.greet(session, visit.id, actor.user, now)
    outbox.refresh(session, f"visit:{visit.id}", now)
    return Logged(_arrival(session, visit), staff.workspace(session), now)


def _visit(session: BookSession, visit_id: int) -> Visit:
    visit = visits.get(session, visit_id)
    if visit is None:
        raise GoneCustomer
    return visit


def _render_arrival(session: BookSession, letter: Letter, now: datetime) -> Rendered:
    came = look(session, letter.about)
    if came is None or (came.visit.undone_at and not letter.is_update):
        return Skip("taken back")
    return views.arrival(came, staff.workspace(session).zone)


RENDERERS: dict[str, Render] = {"visit.arrival": _render_arrival}
