"""Which follow-ups a list shows."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.customers import Customer
from bot.domain.followups import FollowUp
from bot.domain.policy import Actor, require
from bot.domain.typed import Listed
from bot.store import customers, followups
from bot.store.database import BookSession

ABOUT = "about"
"""The list of what is open for some customers, whose ids come with it."""

NAMES = {"list": "mine", "mine": "mine", "team": "team", "overdue": "overdue", "queue": "queue"}
"""What can be typed after `/followup` → the list it shows."""


def listed(session: BookSession, actor: Actor, what: str, now: datetime) -> Listed:
    """Return one of the lists of `NAMES`."""
    require(actor, "followup.change")
    name = NAMES[what]
    return Listed(name, tuple(_found(session, actor, name, now)))


def about(session: BookSession, people: Sequence[Customer]) -> Listed:
    """Return what is open for some customers."""
    found = [each for customer in people for each in followups.open_about(session, customer.id)]
    return Listed(ABOUT, tuple(sorted(found, key=lambda each: (each.due_at, each.id))), tuple(people))


def leafed(session: BookSession, actor: Actor, what: str, ids: Sequence[int], page: int, now: datetime) -> Listed:
    """Return another page of a list; ``ids`` are the customers it is about, of whom some may be gone."""
    if what != ABOUT:
        return replace(listed(session, actor, what if what in NAMES else "mine", now), page=page)
    require(actor, "followup.change")
    return replace(about(session, customers.get_many(session, ids)), page=page)


def _found(session: BookSession, actor: Actor, name: str, now: datetime) -> list[FollowUp]:
    if name == "mine":
        return followups.open_for(session, actor.user)
    if name == "queue":
        return followups.queue(session)
    everything = followups.open_all(session)
    return [each for each in everything if each.is_overdue(now)] if name == "overdue" else everything
