"""The answers to “whom is this for?”, where a command may be for several: it goes on where it stopped."""

from functools import reduce
from typing import Any

from bot.domain.errands import These, Whom
from bot.handlers.doors import Ask, Doors, Say, as_id
from bot.services import whom
from bot.store.database import BookSession
from bot.views import customers as customer_views
from bot.views import errands as views
from bot.views.blocks import Message


class Questions:
    """Buttons under such a question."""

    def __init__(self, doors: Doors) -> None:
        self.doors = doors

    def name(self, session: BookSession, ask: Ask, customer_id: int, facts: dict[str, Any]) -> Say:
        """One of several was chosen, or somebody new was added."""
        errand = as_id(ask.value.partition(":")[0])
        return self._go_on(session, ask, *whom.named(session, ask.actor, errand, customer_id, ask.now))

    async def without(self, ask: Ask) -> Say:
        """**Without …**: the command goes on for the others."""
        return await self.doors.once(
            ask, lambda s: self._go_on(s, ask, *whom.named(s, ask.actor, ask.number, None, ask.now))
        )

    async def meant(self, ask: Ask) -> Say:
        """One of the ways in which a command may be meant."""
        errand, _, number = ask.value.partition(":")

        def deed(session: BookSession) -> Say:
            kind, found, added = whom.meant(session, ask.actor, as_id(errand), as_id(number), ask.now)
            said = self._go_on(session, ask, kind, found)
            return reduce(customer_views.with_doubles, added, said) if isinstance(said, Message) else said

        return await self.doors.once(ask, deed)

    def _go_on(self, session: BookSession, ask: Ask, kind: str, found: Whom) -> Say:
        if isinstance(found, These):
            return self.doors.several[kind](session, ask, found)
        return views.whom(found, ask.actor.zone, ask.now)


def register(doors: Doors) -> None:
    """Say what this file answers."""
    door = Questions(doors)
    doors.errands[whom.NAME] = door.name
    doors.buttons |= {"whom.without": door.without, "whom.meant": door.meant}
