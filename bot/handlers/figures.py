"""`/followup figures`, and **Per person** in the digest and on a manager's Home."""

from bot.domain.policy import may
from bot.handlers.doors import Ask, Doors, Say
from bot.services import figures
from bot.store.database import BookSession
from bot.views import figures as views


class Figures:
    """What was due, done in time, late, and is open."""

    def __init__(self, doors: Doors) -> None:
        self.doors = doors

    async def show(self, ask: Ask) -> Say:
        """`/followup figures last week`: per person to a manager, to anybody else their own."""

        def look(session: BookSession) -> Say:
            table = figures.look(session, ask.actor, ask.text, ask.now)
            return views.per_person(table) if may(ask.actor, "figures.team") else views.own(table)

        return await self.doors.read(ask, look)

    async def per_person(self, ask: Ask) -> Say:
        """**Per person**."""
        return await self.doors.read(
            ask, lambda session: views.per_person(figures.per_person(session, ask.actor, ask.now))
        )


def register(doors: Doors) -> None:
    """Say what this file answers."""
    door = Figures(doors)
    doors.buttons |= {"followup.figures": door.show, "figures.people": door.per_person}
