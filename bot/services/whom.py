"""Whom a command is for: one customer or several, and the questions until that is clear.

Nothing is carried out before everybody is known; what was typed waits in an errand meanwhile, and each errand is
answered once.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.domain.customers import Added
from bot.domain.errands import (
    GoneErrand,
    Here,
    Meaning,
    NameFirst,
    These,
    TooManyAtOnce,
    Unknown,
    Unsure,
    Which,
    Whom,
)
from bot.domain.names import Ask, Match, Reading, Someone, Suggest, find, readings, several
from bot.domain.policy import Actor
from bot.services import customers as customer_deeds
from bot.services import finding
from bot.store import customers, errands
from bot.store.database import BookSession

MOST = 10
"""For so many customers a command may be at once."""

NAME, READING = "whom.name", "whom.reading"
"""The errands that wait for one name of several, and for the way in which a command is meant."""

EXAMPLES = {
    "followup": "/followup dana order laces friday",
    "promise": "/promise dana call by friday 4pm",
    "thanks": "/thanks dana for sending us Ana",
}
"""Kind of command → how it is typed with the name first."""

Facts = dict[str, Any]
"""A command on its way: ``kind``, ``who`` (a list of ``words``, ``ids``, ``sure`` and, when known, ``id``),
``rest``, and ``more``, which came with the command."""


def of_command(
    session: BookSession, actor: Actor, kind: str, text: str, now: datetime, owner: str | None = None
) -> Whom:
    """Find whom a command is for, “dana, rose and jon silva call about the fair”; ``kind`` goes on with it.

    ``owner`` is the colleague who was named in front, and who shall do it.
    """
    more = {"owner": owner} if owner else None
    found = [_facts(kind, reading, more) for reading in readings(text, customers.people(session))]
    if not found[0]["who"]:
        raise NameFirst(typed=text.strip()[:80], example=EXAMPLES[kind])
    if len(found) == 1:
        return _settle(session, actor, found[0], now)
    errand = errands.begin(session, actor.user, READING, {"readings": found}, now)
    return Unsure(errand.id, tuple(_meaning(session, each) for each in found))


def of_names(
    session: BookSession, actor: Actor, kind: str, text: str, more: Mapping[str, Any], now: datetime
) -> Whom:
    """Find whom a form is for when a field holds names and nothing else."""
    people = customers.people(session)
    named = several(text, people) or [(find(text, people), text)]
    who = tuple(Someone(found, words) for found, words in named)
    return _settle(session, actor, _facts(kind, Reading(who, ""), more), now)


def _facts(kind: str, reading: Reading, more: Mapping[str, Any] | None) -> Facts:
    return {
        "kind": kind,
        "who": [_slot(each) for each in reading.who],
        "rest": reading.rest,
        "more": dict(more or {}),
    }


def _slot(someone: Someone) -> Facts:
    slot: Facts = {"words": someone.words, "ids": [], "sure": not isinstance(someone.found, Suggest)}
    if isinstance(someone.found, Match):
        return slot | {"id": someone.found.id}
    return slot | {"ids": list(someone.found.ids)} if isinstance(someone.found, Ask | Suggest) else slot


def _is_new(slot: Facts) -> bool:
    return "id" not in slot and not slot["ids"]


def _meaning(session: BookSession, facts: Facts) -> Meaning:
    return Meaning(
        tuple(_name(session, slot) for slot in facts["who"]),
        tuple(_name(session, slot) for slot in facts["who"] if _is_new(slot)),
        facts["rest"],
    )


def _name(session: BookSession, slot: Facts) -> str:
    return finding.known(session, slot["id"]).name if "id" in slot else finding.as_name(slot["words"])


# ---- one question after the other


def _settle(session: BookSession, actor: Actor, facts: Facts, now: datetime) -> Whom:
    """Return everybody a command is for, or ask about the first name that is not clear."""
    if len(facts["who"]) > MOST:
        raise TooManyAtOnce(count=len(facts["who"]), most=MOST)
    at = next((at for at, slot in enumerate(facts["who"]) if "id" not in slot), None)
    if at is not None:
        return _ask(session, actor, facts, at, now)
    ids = dict.fromkeys(slot["id"] for slot in facts["who"])
    return These(tuple(finding.known(session, each) for each in ids), facts["rest"], facts["more"])


def _ask(session: BookSession, actor: Actor, facts: Facts, at: int, now: datetime) -> Which | Unknown:
    slot = facts["who"][at]
    others = tuple(_name(session, each) for n, each in enumerate(facts["who"]) if n != at)
    found = Ask(tuple(slot["ids"])) if slot["sure"] else Suggest(tuple(slot["ids"]))
    asked = finding.settle(
        session, actor, NAME, find("", ()) if _is_new(slot) else found, slot["words"], {**facts, "at": at}, now
    )
    assert not isinstance(asked, Here)
    if isinstance(asked, Which):
        return Which(asked.errand, asked.words, asked.choices, asked.sure, others)
    return Unknown(asked.errand, asked.words, others)


def named(
    session: BookSession, actor: Actor, errand_id: int, customer_id: int | None, now: datetime
) -> tuple[str, Whom]:
    """Go on once one more name is clear, or with None without it; return the kind of command, and for whom."""
    facts = _taken(session, actor, errand_id, NAME)
    at = int(facts["at"])
    slots: list[Facts] = facts["who"]
    if customer_id is not None:
        slots[at] = slots[at] | {"id": customer_id}
    elif len(slots) > 1:
        del slots[at]
    kept = {key: facts[key] for key in ("kind", "who", "rest", "more")}
    return facts["kind"], _settle(session, actor, kept, now)


def meant(
    session: BookSession, actor: Actor, errand_id: int, number: int, now: datetime
) -> tuple[str, Whom, Sequence[Added]]:
    """Go on with one of the readings; whom it names as new is added with it."""
    choices = _taken(session, actor, errand_id, READING)["readings"]
    if not 0 <= number < len(choices):
        raise GoneErrand
    facts: Facts = choices[number]
    added = []
    for slot in filter(_is_new, facts["who"]):
        new = customer_deeds.add(session, actor, finding.as_name(slot["words"]), now)
        slot["id"] = new.customer.id
        added.append(new)
    return facts["kind"], _settle(session, actor, facts, now), added


def _taken(session: BookSession, actor: Actor, errand_id: int, kind: str) -> Facts:
    errand = finding.take(session, actor, errand_id)
    if errand.kind != kind:
        raise GoneErrand
    return errand.facts
