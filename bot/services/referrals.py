"""Noting who sent us whom; whoever sent somebody is thanked within two days (P35, P122)."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.domain.customers import Customer
from bot.domain.errands import GoneErrand, Here, Unknown, Which, Who
from bot.domain.followups import FollowUp
from bot.domain.names import Ask, Found, find, whole_key
from bot.domain.playbooks import cause_of
from bot.domain.policy import Actor, Role, require
from bot.domain.referrals import (
    SAME_FRIEND,
    SOMEBODY,
    GoneReferral,
    NotYourReferral,
    Referral,
    Sent,
    SentByAnother,
    SentThemselves,
    TakenBack,
)
from bot.services import customers, finding, playbooks
from bot.services.followups import show_anew
from bot.store import audit, errands, outbox, referrals, staff, visits
from bot.store import customers as customer_book
from bot.store import followups as book
from bot.store.database import BookSession

EVENT = "referral"
INSTEAD = "referral.instead"
"""The errand that waits for whether somebody else sent them."""


def sent_by(
    session: BookSession, actor: Actor, friend_id: int, typed: str, now: datetime, visit_id: int | None = None
) -> Sent | SentByAnother | Which | Unknown:
    """Note who sent a customer, by the name as typed; when that is not clear, ask who is meant."""
    require(actor, "customer.change")
    found = find(typed, customer_book.people(session))
    facts = {"friend": friend_id, "visit": visit_id}
    who = finding.settle(session, actor, EVENT, found, typed, facts, now)
    return note(session, actor, who.customer.id, friend_id, now, visit_id) if isinstance(who, Here) else who


def friend(
    session: BookSession, actor: Actor, kind: str, found: Found, words: str, facts: dict[str, Any], now: datetime
) -> Who:
    """Decide whom somebody sent: whoever was here before is meant only if their whole name was typed."""
    who = finding.settle(session, actor, kind, found, words, facts, now)
    if not isinstance(who, Here) or whole_key(words) == whole_key(who.customer.name):
        return who
    earlier = visits_before(session, who.customer.id, now)
    if not earlier:
        return who
    asked = finding.settle(session, actor, kind, Ask((who.customer.id,)), words, facts, now)
    return replace(asked, visits=earlier) if isinstance(asked, Which) else asked


def whom_sent(session: BookSession, actor: Actor, typed: str, by: str, now: datetime) -> Who:
    """Find whom somebody sent, by the name as typed; an errand goes on with who sent them, ``by``."""
    found = find(typed, customer_book.people(session))
    return friend(session, actor, "customer.sent_by", found, typed, {"sent_by": by}, now)


def visits_before(session: BookSession, customer_id: int, now: datetime) -> int:
    """Return how often a customer came before today."""
    return visits.count_before(session, customer_id, staff.workspace(session).today(now))


def note(
    session: BookSession,
    actor: Actor,
    customer_id: int,
    friend_id: int,
    now: datetime,
    visit_id: int | None = None,
) -> Sent | SentByAnother:
    """Note that a customer sent a friend; if somebody else is noted, ask."""
    require(actor, "customer.change")
    customer, friend = finding.known(session, customer_id), finding.known(session, friend_id)
    if customer.id == friend.id:
        raise SentThemselves
    customer_book.hold(session, friend.id)  # of two who say it at once, the second sees what the first said
    before = referrals.of_friend(session, friend.id)
    if before is None and (meant := referrals.unnamed(session, customer.id, now - SAME_FRIEND)):
        return _name(session, actor, meant, customer, friend, now, visit_id)
    if before is None:
        return _write(session, actor, customer, friend, now, visit_id)
    if before.customer_id == customer.id:
        return Sent(before, customer, friend, actor.zone, now, again=True)
    facts = {"customer": customer.id, "friend": friend.id, "visit": visit_id}
    errand = errands.begin(session, actor.user, INSTEAD, facts, now)
    return SentByAnother(errand.id, friend, finding.known(session, before.customer_id), customer)


def instead(session: BookSession, actor: Actor, errand_id: int, now: datetime) -> Sent:
    """Note somebody else as who sent them; what was planned to thank the one before is called off."""
    require(actor, "customer.change")
    errand = finding.errand(session, actor, errand_id)
    if errand.kind != INSTEAD:
        raise GoneErrand
    facts = errand.facts
    customer, friend = finding.known(session, facts["customer"]), finding.known(session, facts["friend"])
    before = referrals.of_friend(session, friend.id)
    if before:
        _remove(session, before, now)
    return _write(session, actor, customer, friend, now, facts.get("visit"))


def _write(
    session: BookSession, actor: Actor, customer: Customer, friend: Customer, now: datetime, visit_id: int | None
) -> Sent:
    new = referrals.add(session, customer.id, friend.id, actor.user, now, visit_id)
    coming = playbooks.run(session, EVENT, customer, actor.user, {"friend": friend.name}, now, about=f"{new.id}")
    _after(session, actor, "note", new, now)
    earlier = visits_before(session, friend.id, now)
    return Sent(new, customer, friend, actor.zone, now, coming, earlier=earlier)


def _name(
    session: BookSession, actor: Actor, meant: Referral, customer: Customer, friend: Customer, now: datetime,
    visit_id: int | None,
) -> Sent:  # fmt: skip
    """Say who the somebody was that they sent: the thanks that are due name them, and are owed once."""
    named = referrals.name_friend(session, meant.id, friend.id, visit_id)
    for each in book.caused_by(session, cause_of(EVENT, f"{named.id}")):
        book.change(session, each.id, text=each.text.replace(SOMEBODY, friend.name, 1))
        show_anew(session, each, now)
    _after(session, actor, "name", named, now)
    return Sent(named, customer, friend, actor.zone, now, named=True)


def somebody(
    session: BookSession, actor: Actor, customer: Customer, now: datetime
) -> tuple[Referral, list[FollowUp]]:
    """Note that a customer sent us a friend whom nobody named; return the thanks that are due."""
    require(actor, "customer.change")
    new = referrals.add(session, customer.id, None, actor.user, now, None)
    facts = {"friend": SOMEBODY}
    made = playbooks.create(session, EVENT, customer, actor.user, facts, now, about=f"{new.id}")
    _after(session, actor, "note", new, now)
    return new, [done.followup for done in made]


def undo(session: BookSession, actor: Actor, referral_id: int, now: datetime) -> TakenBack:
    """Take back who sent somebody: whoever noted it, or a manager."""
    require(actor, "customer.change")
    found = referrals.get(session, referral_id)
    if found is None:
        raise GoneReferral
    if actor.user != found.by and actor.role < Role.MANAGER:
        raise NotYourReferral
    called_off = _remove(session, found, now)
    _after(session, actor, "undo", found, now)
    friend = customer_book.get(session, found.friend_id) if found.friend_id else None
    return TakenBack(friend, called_off)


def take_back(session: BookSession, referral_id: int, now: datetime) -> None:
    """Take a referral back with what it was told on; one that is gone already is left alone."""
    found = referrals.get(session, referral_id)
    if found:
        _remove(session, found, now)


def visit_undone(session: BookSession, visit_id: int, now: datetime) -> int:
    """Take back what was told on a visit of who sent them, since the visit was; return what was called off."""
    return sum(_remove(session, each, now) for each in referrals.on_visit(session, visit_id))


def _remove(session: BookSession, found: Referral, now: datetime) -> int:
    referrals.remove(session, found.id)
    return playbooks.call_off(session, EVENT, f"{found.id}", now)


def _after(session: BookSession, actor: Actor, what: str, found: Referral, now: datetime) -> None:
    audit.note(session, actor.user, what, f"referral:{found.id}", now)
    customers.refresh(session, found.customer_id, now)
    outbox.refresh(session, "home:%", now)
