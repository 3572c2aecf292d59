"""Looking somebody up, adding them, changing their card, giving out and erasing what is stored."""

import json
from datetime import date, datetime
from typing import Any

from bot.domain.customers import Added, Customer, CustomerForm, Export, Seen, ToForget, WhoIsIt
from bot.domain.delivery import Letter
from bot.domain.errands import Here, Question
from bot.domain.names import clean_name, duplicates
from bot.domain.policy import Actor, require
from bot.services import finding
from bot.services.letters import File, Render, Rendered, Skip
from bot.store import audit, customers, followups, outbox, referrals, staff
from bot.store.database import BookSession
from bot.views import customers as views


def look_up(session: BookSession, actor: Actor, text: str, now: datetime) -> Seen | Question:
    """Find somebody and return the card, or the question who is meant."""
    require(actor, "customer.see")
    if not text.strip():
        raise WhoIsIt
    who = finding.whole(session, actor, "customer", text, now)
    return see(session, actor, who.customer.id, now) if isinstance(who, Here) else who


def see(session: BookSession, actor: Actor, customer_id: int, now: datetime) -> Seen:
    """Return a customer's card."""
    require(actor, "customer.see")
    customer = finding.known(session, customer_id)
    return Seen(customers.card(session, customer), staff.workspace(session), now)


def add(session: BookSession, actor: Actor, name: str, now: datetime) -> Added:
    """Add a customer by name alone; say who looks like the same person."""
    require(actor, "customer.change")
    name = clean_name(name)
    same = duplicates(name, None, None, customers.people(session))
    customer = customers.add(session, name, actor.user, now)
    audit.note(session, actor.user, "add", f"customer:{customer.id}", now)
    return Added(customer, tuple(customers.get_many(session, same)))


def change(session: BookSession, actor: Actor, customer_id: int, form: CustomerForm, now: datetime) -> Seen:
    """Write the form of a card down."""
    require(actor, "customer.change")
    customer = finding.known(session, customer_id)
    fields: dict[str, Any] = dict(vars(form))
    text, source = fields.pop("note"), fields.pop("note_source")
    customers.change(session, customer.id, **fields)
    if text:
        customers.note(session, customer.id, text, source, actor.user, now)
    audit.note(session, actor.user, "change", f"customer:{customer.id}", now)
    refresh(session, customer.id, now)
    return see(session, actor, customer.id, now)


def add_note(session: BookSession, actor: Actor, customer_id: int, text: str, source: str, now: datetime) -> Seen:
    """Write a note on a card; an empty one changes nothing."""
    require(actor, "customer.change")
    customer = finding.known(session, customer_id)
    if text:
        customers.note(session, customer.id, text, source, actor.user, now)
        audit.note(session, actor.user, "note", f"customer:{customer.id}", now)
    return see(session, actor, customer.id, now)


def refresh(session: BookSession, customer_id: int, now: datetime) -> None:
    """Have messages that show the customer's card said anew."""
    for visit_id in customers.recent_visit_ids(session, customer_id):
        outbox.refresh(session, f"visit:{visit_id}", now)
    outbox.refresh(session, "home:%", now)


def export(session: BookSession, actor: Actor, customer_id: int, now: datetime) -> Customer:
    """Promise the actor a file with everything stored about a customer, for their privacy request."""
    require(actor, "customer.export")
    customer = finding.known(session, customer_id)
    audit.note(session, actor.user, "export", f"customer:{customer.id}", now)
    key = f"customer.export:{customer.id}:{actor.user}:{now:%Y%m%d%H%M%S}"
    outbox.promise(session, key=key, kind="customer.export", about=customer.id, to=actor.user, now=now)
    return customer


def everything(session: BookSession, customer_id: int) -> Export | None:
    """Return the file with everything stored about a customer."""
    customer = customers.get(session, customer_id)
    if customer is None:
        return None
    rows = customers.everything(session, customer.id)
    content = json.dumps(rows, ensure_ascii=False, indent=2, default=_plain).encode()
    return Export(f"customer-{customer.id}.json", content)


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def ask_to_forget(session: BookSession, actor: Actor, customer_id: int, now: datetime) -> ToForget:
    """Say what erasing would mean, and who may confirm it; a staff member's wish goes to the managers."""
    require(actor, "customer.ask_forget")
    customer = finding.known(session, customer_id)
    managers = tuple(person.id for person in staff.managers(session))
    may_confirm = actor.user in managers
    if not may_confirm:
        for manager in managers:
            key = f"customer.forget:{customer.id}:{manager}:{actor.user}:{now:%Y%m%d}"
            outbox.promise(session, key=key, kind="customer.forget", about=customer.id, to=manager, now=now)
    audit.note(session, actor.user, "ask_forget", f"customer:{customer.id}", now)
    return ToForget(customer, may_confirm, managers)


def forget(session: BookSession, actor: Actor, customer_id: int, now: datetime) -> None:
    """Erase a customer everywhere (RELIABILITY.md, rule 26)."""
    require(actor, "customer.forget")
    customer = finding.known(session, customer_id)
    wished = audit.who(session, "ask_forget", f"customer:{customer.id}") - {actor.user}
    sent_by = referrals.leave_out(session, customer.id, customer.name)
    customers.erase(session, customer.id, now)
    for each in (
        followups.open_about(session, sent_by) if sent_by else ()
    ):  # what is said of them may name a friend
        outbox.refresh(session, f"followup:{each.id}:%", now)
    for user in sorted(wished):
        key = f"customer.forgotten:{customer.id}:{user}"
        outbox.promise(session, key=key, kind="customer.forgotten", about=customer.id, to=user, now=now)
    for shared in ("home:%", "digest:%", "escalation:%", "queue:%"):  # these name several customers in one message
        outbox.refresh(session, shared, now)
    audit.note(session, actor.user, "forget", f"customer:{customer.id}", now)


def _render_export(session: BookSession, letter: Letter, now: datetime) -> Rendered:
    file = everything(session, letter.about)
    if file is None:
        return Skip("erased")
    return File(file.name, file.content, "The file you asked for: everything stored about one customer.")


def _render_wish(session: BookSession, letter: Letter, now: datetime) -> Rendered:
    customer = customers.get(session, letter.about)
    named = letter.key.split(":")  # the key names who asked, so that each wish is told once
    asked_by = named[3] if len(named) == 5 else None
    return views.forget_request(customer, asked_by) if customer else Skip("erased")


def _render_forgotten(session: BookSession, letter: Letter, now: datetime) -> Rendered:
    return views.wish_granted()


RENDERERS: dict[str, Render] = {
    "customer.export": _render_export,
    "customer.forget": _render_wish,
    "customer.forgotten": _render_forgotten,
}
