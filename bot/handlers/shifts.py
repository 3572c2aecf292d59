"""`/regulars shift on | off | mon-fri 9-17`."""

from bot.handlers.doors import Ask, Doors, Say
from bot.services import shifts
from bot.store.database import BookSession
from bot.views import shifts as views


class Shifts:
    """When somebody works."""

    def __init__(self, doors: Doors) -> None:
        self.doors = doors

    async def change(self, ask: Ask) -> Say:
        """Show the shift, or change it as typed."""

        def deed(session: BookSession) -> Say:
            if ask.text.strip() in ("", "help"):
                return views.working(shifts.look(session, ask.actor, ask.now), ask.now)
            return views.working(shifts.change(session, ask.actor, ask.text, ask.now), ask.now)

        return await self.doors.once(ask, deed)


def register(doors: Doors) -> None:
    """Say what this file answers."""
    doors.regulars["shift"] = Shifts(doors).change
