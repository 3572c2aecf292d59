"""`/regulars standin @jon | off`."""

from bot.domain.typed import mentioned
from bot.handlers.doors import Ask, Doors, Say
from bot.services import standins
from bot.store.database import BookSession
from bot.views import standins as views


class StandIns:
    """Who stands in for somebody."""

    def __init__(self, doors: Doors) -> None:
        self.doors = doors

    async def change(self, ask: Ask) -> Say:
        """Show who stands in, or change it as typed."""
        if ask.text.strip() in ("", "help"):
            return await self.doors.read(ask, lambda session: views.standing_in(standins.look(session, ask.actor)))
        await self.doors.people(ask, mentioned(ask.text)[:1])  # somebody the bot never met is looked up first

        def deed(session: BookSession) -> Say:
            return views.standing_in(standins.change(session, ask.actor, ask.text, ask.now))

        return await self.doors.once(ask, deed)


def register(doors: Doors) -> None:
    """Say what this file answers."""
    doors.regulars["standin"] = StandIns(doors).change
