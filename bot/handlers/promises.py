"""`/promise dana call by friday 4pm`, and **Tell a new time**."""

from bot.domain.errands import Question, These, Unsure
from bot.domain.typed import Set
from bot.handlers.doors import Ask, Doors, Say, as_id
from bot.services import promises
from bot.store.database import BookSession
from bot.views import errands as errand_views
from bot.views import followups as followup_views
from bot.views import promises as views


class Promises:
    """What a customer was told."""

    def __init__(self, doors: Doors) -> None:
        self.doors = doors

    async def command(self, ask: Ask) -> Say:
        """`/promise dana call by friday 4pm`, `/promise list`."""
        what = ask.text.strip().casefold()
        if what in promises.LISTS:
            return await self.doors.read(ask, lambda s: _list(s, ask, what))
        return await self.doors.once(ask, lambda s: say(promises.type_in(s, ask.actor, ask.text, ask.now), ask))

    async def heard(self, ask: Ask) -> Say:
        """**They know**: the customer was told of the time it was moved to."""

        def deed(session: BookSession) -> Say:
            return views.told(promises.know(session, ask.actor, ask.number, ask.now), ask.actor.zone, ask.now)

        return await self.doors.once(ask, deed)

    async def open_form(self, ask: Ask) -> Say:
        """**Tell a new time**: which one."""
        return await self.doors.read(
            ask,
            lambda s: views.tell_form(
                promises.promised(s, ask.actor, ask.number, ask.now), ask.actor.zone, ask.now
            ),
        )

    async def tell(self, ask: Ask) -> Say:
        """The form of **Tell a new time**."""

        def deed(session: BookSession) -> Say:
            done = promises.tell(session, ask.actor, as_id(ask.value), ask.filled.text("when"), ask.now)
            return views.told(done, ask.actor.zone, ask.now)

        return await self.doors.once(ask, deed)


def _list(session: BookSession, ask: Ask, what: str) -> Say:
    found = promises.listed(session, ask.actor, what, ask.now)
    return views.listed(found, ask.actor.zone, ask.now, ask.actor.user)


def go_on(session: BookSession, ask: Ask, found: These) -> Say:
    """Go on with `/promise` once it is clear to whom."""
    return say(promises.type_for(session, ask.actor, found, ask.now), ask)


def say(outcome: Set | Unsure | Question, ask: Ask) -> Say:
    """Put into words what came of it."""
    if isinstance(outcome, Unsure | Question):
        return errand_views.whom(outcome, ask.actor.zone, ask.now)
    return followup_views.said(outcome, ask.actor.zone, ask.now)


def register(doors: Doors) -> None:
    """Say what this file answers."""
    door = Promises(doors)
    doors.commands["promise"] = door.command
    doors.buttons |= {"followup.told": door.open_form, "followup.heard": door.heard}
    doors.forms["promise.told"] = door.tell
    doors.several["promise"] = go_on
