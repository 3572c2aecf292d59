"""Giving kudos, linking them to a customer, taking them back."""

from dataclasses import replace
from datetime import datetime

from bot.domain import kudos as rules
from bot.domain.customers import Customer
from bot.domain.delivery import Letter
from bot.domain.errands import GoneErrand, Here, Question
from bot.domain.issues import Coming, first_line
from bot.domain.kudos import Given, GoneKudos, Kudos, NotYourKudos, Overheard, Praise
from bot.domain.names import find
from bot.domain.policy import Actor, require
from bot.services import finding, playbooks
from bot.services.letters import Delete, Render, Rendered, Skip
from bot.store import audit, customers, kudos, outbox, staff
from bot.store.database import BookSession
from bot.views import kudos as views


def give(session: BookSession, actor: Actor, praise: Praise, now: datetime) -> Given:
    """Write kudos down, and promise the post and a word to each receiver.

    The same praise twice within a minute is there already. Who may receive was checked by `rules.check`.
    """
    require(actor, "kudos.give")
    channel = staff.workspace(session).kudos_channel
    staff.hold(session, actor.user)
    before = kudos.same_lately(session, actor.user, praise, now - rules.SAME_WITHIN)
    if before:
        return Given(before, channel, again=True)
    given = kudos.add(session, actor.user, praise, now)
    if channel:
        outbox.promise(session, key=f"kudos:{given.id}", kind="kudos.post", about=given.id, to=channel, now=now)
    for user in given.receivers:
        key = f"kudos:{given.id}:{user}"
        outbox.promise(session, key=key, kind="kudos.dm", about=given.id, to=user, now=now)
    audit.note(session, actor.user, "give", f"kudos:{given.id}", now)
    outbox.refresh(session, "home:%", now)
    return Given(given, channel)


FROM = "kudos.from"
"""The errand that waits for whose words these are; nobody reads them before."""


def give_from(session: BookSession, actor: Actor, praise: Praise, now: datetime) -> Given | Question:
    """Give kudos; where a customer is named whose words they are, link them, or return the question who is meant.

    As long as that is not clear nothing is posted: channels may be read by guests, and a name is for the team.
    """
    if praise.said_by is None:
        return give(session, actor, praise, now)
    require(actor, "kudos.give")
    found, facts = find(praise.said_by, customers.people(session)), praise.to_facts()
    who = finding.settle(session, actor, FROM, found, praise.said_by, facts, now)
    return give_words(session, actor, praise, who.customer.id, now) if isinstance(who, Here) else who


def give_words(
    session: BookSession, actor: Actor, praise: Praise, customer_id: int | None, now: datetime
) -> Given:
    """Pass on what a customer said; None as the customer when it is better said without a name."""
    given = give(session, actor, replace(praise, story=praise.words), now)
    if customer_id is not None:
        linked = link(session, actor, given.kudos.id, customer_id, now, said=True)
        return replace(linked, again=given.again)
    kudos.change(session, given.kudos.id, from_customer=True)
    _refresh(session, given.kudos.id, now)
    return replace(given, kudos=replace(given.kudos, from_customer=True))


def give_nameless(session: BookSession, actor: Actor, errand_id: int, now: datetime) -> Given:
    """Pass on what a customer said, without saying who it was."""
    errand = finding.take(session, actor, errand_id)
    if errand.kind != FROM:
        raise GoneErrand
    return give_words(session, actor, Praise.from_facts(errand.facts), None, now)


def undo(session: BookSession, actor: Actor, kudos_id: int, now: datetime) -> Kudos:
    """Take kudos back: the post and the direct messages disappear."""
    require(actor, "kudos.give")
    found = see(session, actor, kudos_id)
    rules.may_undo(found, actor.user, now)
    kudos.change(session, found.id, undone_at=now)
    audit.note(session, actor.user, "undo", f"kudos:{found.id}", now)
    _refresh(session, found.id, now)
    playbooks.call_off(session, PRAISE, f"{found.id}", now)
    return replace(found, undone_at=now)


def see(session: BookSession, actor: Actor, kudos_id: int) -> Kudos:
    """Return kudos of this workspace, or refuse."""
    require(actor, "kudos.give")
    found = kudos.get(session, kudos_id)
    if found is None:
        raise GoneKudos
    return found


def see_own(session: BookSession, actor: Actor, kudos_id: int) -> Kudos:
    """Return kudos that the actor gave and that stand, or refuse."""
    found = see(session, actor, kudos_id)
    if found.giver != actor.user:
        raise NotYourKudos
    if found.undone_at:
        raise rules.AlreadyTakenBack
    return found


def tag(session: BookSession, actor: Actor, kudos_id: int, tags: tuple[str, ...], now: datetime) -> Given:
    """Set the values that the kudos stand for."""
    found = see_own(session, actor, kudos_id)
    kudos.change(session, found.id, tags=list(tags))
    _refresh(session, found.id, now)
    return Given(replace(found, tags=tags), staff.workspace(session).kudos_channel)


def whose(
    session: BookSession,
    actor: Actor,
    kudos_id: int,
    name: str,
    now: datetime,
    *,
    said: bool = False,
) -> Given | Question:
    """Find the customer the kudos are about, as typed, and link them; or return the question who is meant.

    ``said`` says that they are the customer's own words.
    """
    found = see_own(session, actor, kudos_id)
    before = customers.get(session, found.customer_id) if found.customer_id else None
    if before and before.name == name.strip():
        return link(session, actor, found.id, before.id, now, said=said)
    customer, facts = find(name, customers.people(session)), {"kudos": found.id, "said": said}
    who = finding.settle(session, actor, "kudos.customer", customer, name, facts, now)
    if isinstance(who, Here):
        return link(session, actor, found.id, who.customer.id, now, said=said)
    return who


def link(
    session: BookSession, actor: Actor, kudos_id: int, customer_id: int, now: datetime, *, said: bool = False
) -> Given:
    """Say which customer the kudos are about (P105), and whether they are that customer's own words (P43)."""
    found = see_own(session, actor, kudos_id)
    customer = finding.known(session, customer_id)
    after = replace(found, customer_id=customer.id, from_customer=said)
    kudos.change(session, found.id, customer_id=customer.id, from_customer=said)
    audit.note(session, actor.user, "link", f"kudos:{found.id}", now)
    _refresh(session, found.id, now)
    coming = _thank(session, actor, found, after, customer, now)
    return Given(after, staff.workspace(session).kudos_channel, coming=coming, thanked=customer.name)


def _thank(
    session: BookSession, actor: Actor, before: Kudos, after: Kudos, customer: Customer, now: datetime
) -> tuple[Coming, ...]:
    """Run the playbook of praise for whose words these are; what was planned for somebody else is called off."""
    if before.from_customer and (before.customer_id != customer.id or not after.from_customer):
        playbooks.call_off(session, PRAISE, f"{before.id}", now)
    if not after.from_customer:
        return ()
    names = {person.id: person.name for person in staff.team(session)}
    facts = {"words": first_line(rules.with_names(after.story, names))}
    return playbooks.run(session, PRAISE, customer, actor.user, facts, now, about=f"{after.id}")


PRAISE = "praise"


def overheard(session: BookSession, actor: Actor, said: Overheard) -> Overheard:
    """Return a message with people's names in it, for the form; refuse one that is too long for it."""
    require(actor, "kudos.give")
    names = {person.id: person.name for person in staff.team(session)}
    author = said.author if said.author in names and said.author != actor.user else None
    text = rules.with_names(rules.plain_story(said.text), names)
    if len(text) > rules.LONGEST:
        raise rules.LongMessage(length=len(text))
    return replace(said, author=author, text=text)


def _refresh(session: BookSession, kudos_id: int, now: datetime) -> None:
    outbox.refresh(session, f"kudos:{kudos_id}", now)
    outbox.refresh(session, f"kudos:{kudos_id}:%", now)
    outbox.refresh(session, "home:%", now)


def _render(session: BookSession, letter: Letter, now: datetime) -> Rendered:
    found = kudos.get(session, letter.about)
    if found is None or found.undone_at:
        return Delete() if letter.is_update else Skip("taken back")
    if letter.kind == "kudos.post":
        return views.post(found)
    return views.direct(found, staff.workspace(session).kudos_channel)


RENDERERS: dict[str, Render] = {"kudos.post": _render, "kudos.dm": _render}
