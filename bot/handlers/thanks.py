"""`/thanks dana for sending us Ana`."""

from bot.domain.errands import Question, These, Unsure
from bot.domain.typed import Set
from bot.handlers.doors import Ask, Doors, Say
from bot.services import thanks
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


def go_on(session: BookSession, ask: Ask, found: These) -> Say:
    """Go on with `/thanks` once it is clear who is meant."""
    return say(thanks.type_for(session, ask.actor, found, ask.now), ask)


def say(outcome: Owed | Set | Unsure | Question, ask: Ask) -> Say:
    """Put into words what came of it."""
    if isinstance(outcome, Unsure | Question):
        return errand_views.whom(outcome, ask.actor.zone, ask.now)
    if isinstance(outcome, Owed):
        return views.owed(outcome.planned, outcome.draft, ask.actor.zone, ask.now)
    return followup_views.said(outcome, ask.actor.zone, ask.now)


def register(doors: Doors) -> None:
    """Say what this file answers."""
    doors.commands["thanks"] = Thanks(doors).command
    doors.several["thanks"] = go_on
