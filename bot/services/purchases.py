"""Noting what a customer spent on a visit; a large first purchase is asked after (P31)."""

from dataclasses import replace
from datetime import datetime

from bot.domain import money
from bot.domain.customers import Customer
from bot.domain.issues import Coming
from bot.domain.policy import Actor, Role, require
from bot.domain.purchases import (
    CAUSE,
    SAME_WITHIN,
    AlreadyTakenBack,
    GonePurchase,
    Noted,
    NotYourPurchase,
    Purchase,
    Spent,
    VisitWasTakenBack,
    in_words,
    is_large_first,
)
from bot.domain.visits import Visit
from bot.services import finding, playbooks
from bot.store import audit, customers, purchases, staff, visits
from bot.store.database import BookSession


def currency(session: BookSession) -> str:
    """Return the currency in which the workspace's amounts are; empty when nobody said."""
    return money.of(staff.workspace(session))


def visit_of(session: BookSession, actor: Actor, visit_id: int) -> tuple[Visit, Customer]:
    """Return a visit that stands, and whose it is."""
    require(actor, "visit.log")
    visit = visits.get(session, visit_id)
    if visit is None:
        raise GonePurchase
    if visit.undone_at:
        raise VisitWasTakenBack
    return visit, finding.known(session, visit.customer_id)


def note(session: BookSession, actor: Actor, visit_id: int, spent: Spent, now: datetime) -> Noted:
    """Note what was spent on a visit; the same by the same person within a minute is there already."""
    visit, customer = visit_of(session, actor, visit_id)
    customers.hold(session, customer.id)  # of two amounts at once, the second is added to the first
    before = [each for each in purchases.on_visit(session, visit.id) if _is_same(each, spent, actor, now)]
    if before:
        return _noted(session, actor, before[0], customer, now, again=True)
    new = purchases.add(session, customer.id, visit.id, spent, actor.user, now)
    audit.note(session, actor.user, "note", f"purchase:{new.id}", now)
    coming = _play(session, actor, visit, customer, now)
    return _noted(session, actor, new, customer, now, coming)


def _is_same(before: Purchase, spent: Spent, actor: Actor, now: datetime) -> bool:
    same = (before.spent, before.what, before.by) == (spent.amount, spent.what, actor.user)
    return same and now - before.at < SAME_WITHIN


def _noted(
    session: BookSession, actor: Actor, purchase: Purchase, customer: Customer, now: datetime,
    coming: tuple[Coming, ...] = (), *, again: bool = False,
) -> Noted:  # fmt: skip
    total = sum(each.spent for each in purchases.on_visit(session, purchase.visit_id))
    return Noted(purchase, customer, total, currency(session), actor.zone, now, coming, again)


def _play(
    session: BookSession, actor: Actor, visit: Visit, customer: Customer, now: datetime
) -> tuple[Coming, ...]:
    if not _is_large_first(session, visit):
        return ()
    facts = {"what": in_words(purchases.on_visit(session, visit.id))}
    return playbooks.run(session, CAUSE, customer, actor.user, facts, now, about=f"{visit.id}", there=visit.by)


def _is_large_first(session: BookSession, visit: Visit) -> bool:
    spent = sum(each.spent for each in purchases.on_visit(session, visit.id))
    number, _ = visits.before(session, visit)
    before = purchases.bought_before(session, visit.customer_id, visit.id)
    return is_large_first(spent, number, before, staff.workspace(session))


def undo(session: BookSession, actor: Actor, purchase_id: int, now: datetime) -> Noted:
    """Take a purchase back: whoever noted it, or a manager; what it had set going is called off."""
    require(actor, "visit.log")
    purchase = purchases.get(session, purchase_id)
    if purchase is None:
        raise GonePurchase
    if actor.user != purchase.by and actor.role < Role.MANAGER:
        raise NotYourPurchase
    if not purchases.undo(session, purchase.id, now):
        raise AlreadyTakenBack
    visit = visits.get(session, purchase.visit_id)
    gone = visit is not None and not _is_large_first(session, visit)
    called_off = playbooks.call_off(session, CAUSE, f"{purchase.visit_id}", now) if gone else 0
    audit.note(session, actor.user, "undo", f"purchase:{purchase.id}", now)
    done = _noted(session, actor, purchase, finding.known(session, purchase.customer_id), now)
    return replace(done, called_off=called_off)
