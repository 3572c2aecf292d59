"""`/thanks dana for sending us Ana`."""

from typing import Any

from bot.domain.errands import Unknown, Which
from bot.domain.typed import Set
from bot.handlers.doors import Ask, Doors, Say
from bot.services import finding, thanks
from bot.services.thanks import Owed
from bot.store.database import BookSession
from bot.views import errands as errand_views
from bot.views import followups as followup_views
from bot.views import thanks as views


class Thanks:
    """A note is owed."""

    def __init__(self, doors: Doors) -> None:
        self.doors = doors

    async def command(self, ask: Ask) -> Say:
        """`/thanks dana for sending us Ana`."""
        return await self.doors.once(ask, lambda s: say(thanks.type_in(s, ask.actor, ask.text, ask.now), ask))


def go_on(session: BookSession, ask: Ask, customer_id: int, facts: dict[str, Any]) -> Say:
    """Go on with `/thanks` once it is clear who is meant."""
    customer = finding.known(session, customer_id)
    return say(thanks.type_for(session, ask.actor, customer, str(facts.get("rest", "")), ask.now), ask)


def say(outcome: Owed | Set | Which | Unknown, ask: Ask) -> Say:
    """Put into words what came of it."""
    if isinstance(outcome, Which):
        return errand_views.which(outcome, ask.actor.zone, ask.now)
    if isinstance(outcome, Unknown):
        return errand_views.unknown(outcome)
    if isinstance(outcome, Owed):
        return views.owed(outcome.planned, outcome.draft, ask.actor.zone, ask.now)
    return followup_views.said(outcome, ask.actor.zone, ask.now)


def register(doors: Doors) -> None:
    """Say what this file answers."""
    doors.commands["thanks"] = Thanks(doors).command
    doors.errands["thanks"] = go_on
