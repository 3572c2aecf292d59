"""Finding out who a command is about, and keeping the command until that is clear."""

import re
from datetime import datetime
from typing import Any

from bot.domain.customers import Customer
from bot.domain.errands import Choice, GoneCustomer, GoneErrand, Here, Unknown, Which, Who
from bot.domain.names import Ask, Found, Match, Suggest, clean_name, find, find_at_start
from bot.domain.policy import Actor
from bot.store import customers, errands
from bot.store.database import BookSession


def who(session: BookSession, actor: Actor, kind: str, text: str, now: datetime) -> Who:
    """Find the customer whose name stands at the start of a command.

    Raises the names' refusals when there is no name in it at all.
    """
    found, words, rest = find_at_start(text, customers.people(session))
    return settle(session, actor, kind, found, words, {"rest": rest}, now)


def whole(
    session: BookSession, actor: Actor, kind: str, text: str, now: datetime, facts: dict[str, Any] | None = None
) -> Who:
    """Find the customer when the whole text is the name; ``facts`` are kept for the answer."""
    return settle(session, actor, kind, find(text, customers.people(session)), text, facts or {}, now)


def settle(
    session: BookSession, actor: Actor, kind: str, found: Found, words: str, facts: dict[str, Any], now: datetime
) -> Who:
    """Turn the decision about a name into somebody, or into an errand that waits for an answer."""
    if isinstance(found, Match):
        return Here(known(session, found.id), str(facts.get("rest", "")))
    name = as_name(clean_name(words))
    errand = errands.begin(session, actor.user, kind, facts | {"name": name}, now)
    if isinstance(found, Ask | Suggest):
        people = customers.get_many(session, found.ids)
        last = customers.last_visits(session, [person.id for person in people])
        choices = tuple(Choice(person, last.get(person.id)) for person in people)
        return Which(errand.id, name, choices, sure=isinstance(found, Ask))
    return Unknown(errand.id, name)


def known(session: BookSession, customer_id: int) -> Customer:
    """Return a customer of this workspace, or refuse."""
    customer = customers.get(session, customer_id)
    if customer is None:
        raise GoneCustomer
    return customer


def errand(session: BookSession, actor: Actor, errand_id: int) -> errands.Errand:
    """Return the actor's own errand, or refuse."""
    kept = errands.get(session, errand_id, actor.user)
    if kept is None:
        raise GoneErrand
    return kept


def take(session: BookSession, actor: Actor, errand_id: int) -> errands.Errand:
    """Return the actor's own errand to carry it out now; a second answer to the same question is refused."""
    kept = errands.take(session, errand_id, actor.user)
    if kept is None:
        raise GoneErrand
    return kept


def as_name(words: str) -> str:
    """Give an all-small name its capitals: “zzyzx” is added as “Zzyzx”, “rose and crown” as “Rose and Crown”."""
    if not words.islower():
        return words
    return re.sub(r"(?<=\S )(And|Und|Et|E|Y)(?= )", lambda found: found[0].lower(), words.title())
