"""Which follow-ups a list shows."""

from datetime import datetime

from bot.domain.followups import FollowUp
from bot.domain.policy import Actor, require
from bot.domain.typed import Listed
from bot.store import followups
from bot.store.database import BookSession

NAMES = {"list": "mine", "mine": "mine", "team": "team", "overdue": "overdue", "queue": "queue"}
"""What can be typed after `/followup` → the list it shows."""


def listed(session: BookSession, actor: Actor, what: str, now: datetime) -> Listed:
    """Return one of the lists of `NAMES`."""
    require(actor, "followup.change")
    name = NAMES[what]
    return Listed(name, tuple(_found(session, actor, name, now)))


def _found(session: BookSession, actor: Actor, name: str, now: datetime) -> list[FollowUp]:
    if name == "mine":
        return followups.open_for(session, actor.user)
    if name == "queue":
        return followups.queue(session)
    everything = followups.open_all(session)
    return [each for each in everything if each.is_overdue(now)] if name == "overdue" else everything
