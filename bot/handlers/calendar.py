"""`/regulars calendar`: when the shop is open, and the days on which it is different."""

from bot.handlers.doors import Ask, Doors, Say
from bot.services import calendar, staff
from bot.store.database import BookSession
from bot.views import calendar as views


class Calendar:
    """The shop's calendar."""

    def __init__(self, doors: Doors) -> None:
        self.doors = doors

    async def answer(self, ask: Ask) -> Say:
        """Show the calendar, or change it as typed."""

        def deed(session: BookSession) -> Say:
            _, today = staff.country_and_today(session, ask.now)
            if ask.text.strip() in ("", "help"):
                return views.calendar(calendar.look(session, ask.actor), today)
            return views.calendar(calendar.change(session, ask.actor, ask.text, ask.now), today)

        return await self.doors.once(ask, deed)


def register(doors: Doors) -> None:
    """Say what this file answers."""
    doors.regulars["calendar"] = Calendar(doors).answer
