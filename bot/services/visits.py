"""Somebody came in: write it down, tell the floor, climb the greeting ladder."""

from datetime import datetime

from bot.domain import greetings, money
from bot.domain.delivery import Letter
from bot.domain.errands import GoneCustomer, GoneErrand, Here
from bot.domain.names import Match, several
from bot.domain.policy import Actor, Role, require
from bot.domain.purchases import AmountOrName, OneAtATime, Said, Spent, bare_number, read_spent, read_visit
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
from bot.services import finding, playbooks, purchases, referrals
from bot.services.contacts import contact_happened
from bot.services.customers import see
from bot.services.letters import Render, Rendered, Skip
from bot.store import audit, customers, errands, outbox, staff, visits
from bot.store.database import BookSession
from bot.views import visits as views


def log(session: BookSession, actor: Actor, text: str, now: datetime) -> tuple[VisitOutcome, ...]:
    """Log the visit of everybody named in the text, what they spent, and who sent them."""
    require(actor, "visit.log")
    said = read_visit(text, money.of(staff.workspace(session)))
    doubt = None if said.more else _doubt(session, actor, said.names, now)
    return (doubt,) if doubt else log_said(session, actor, said, now)


def log_form(
    session: BookSession, actor: Actor, who: str, spent: str, sent_by: str, now: datetime
) -> tuple[VisitOutcome, ...]:
    """Log what was filled into the form; raises `HowMuch` under its field."""
    require(actor, "visit.log")
    paid = read_spent("spent", spent, money.of(staff.workspace(session)), "spent") if spent else None
    if paid is None and not sent_by:
        return log(session, actor, who, now)
    return log_said(session, actor, Said(who, paid, sent_by or None), now)


def log_said(session: BookSession, actor: Actor, said: Said, now: datetime) -> tuple[VisitOutcome, ...]:
    """Log what is read already; a customer who is not clear is asked about, and the rest is not forgotten."""
    require(actor, "visit.log")
    named = several(said.names, customers.people(session))
    if not named:
        raise WhoCameIn
    if said.more and len(named) > 1:
        raise OneAtATime
    facts = said.to_facts()
    settle = referrals.friend if said.sent_by else finding.settle
    settled = [settle(session, actor, "visit", found, words, facts, now) for found, words in named]
    each = [
        come_in(session, actor, who.customer.id, said, now) if isinstance(who, Here) else (who,) for who in settled
    ]
    return tuple(outcome for outcomes in each for outcome in outcomes)


def come_in(
    session: BookSession, actor: Actor, customer_id: int, said: Said, now: datetime
) -> tuple[VisitOutcome, ...]:
    """Log the visit of a customer with what was told of it; a purchase of whoever is in already is today's."""
    done = log_known(session, actor, customer_id, now)
    visit = done.visit if isinstance(done, AlreadyIn) else done.arrival.visit
    told: list[VisitOutcome] = []
    if said.spent:
        told.append(purchases.note(session, actor, visit.id, said.spent, now))
    if said.sent_by:
        told.append(referrals.sent_by(session, actor, customer_id, said.sent_by, now, visit.id))
    return tuple(told) if told and isinstance(done, AlreadyIn) else (done, *told)


DOUBT = "visit.doubt"
"""The errand that waits for whether a number is an amount or part of a name."""


def _doubt(session: BookSession, actor: Actor, names: str, now: datetime) -> AmountOrName | None:
    """Return the question what a bare number after a name is; None where it is surely part of the name."""
    currency = money.of(staff.workspace(session))
    tail = bare_number(names, currency)
    if tail is None or isinstance(several(names, customers.people(session))[-1][0], Match):
        return None
    name, number = tail
    errand = errands.begin(session, actor.user, DOUBT, {"name": names, "who": name, "number": number}, now)
    return AmountOrName(errand.id, name, number, money.read(number, currency), currency)


def settle_doubt(
    session: BookSession, actor: Actor, errand_id: int, now: datetime, *, amount: bool
) -> tuple[VisitOutcome, ...]:
    """Go on once it is clear whether the number is what they spent, or part of the name."""
    errand = finding.errand(session, actor, errand_id)
    if errand.kind != DOUBT:
        raise GoneErrand
    if not amount:
        return log_said(session, actor, Said(str(errand.facts["name"])), now)
    spent = Spent(money.read(str(errand.facts["number"]), money.of(staff.workspace(session))))
    return log_said(session, actor, Said(str(errand.facts["who"]), spent), now)


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
    called_off = playbooks.unvisited(session, visit.id, now) + referrals.visit_undone(session, visit.id, now)
    for shown in (f"visit:{visit.id}", "home:%"):
        outbox.refresh(session, shown, now)
    audit.note(session, actor.user, "undo", f"visit:{visit.id}", now)
    return Undone(see(session, actor, visit.customer_id, now), called_off)


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
