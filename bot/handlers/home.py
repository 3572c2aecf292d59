"""App Home: somebody opens it, and the buttons that stand only there."""

from bot.handlers.doors import Ask, Doors, Say
from bot.services import home
from bot.store.database import BookSession


class Homes:
    """The page that is somebody's whole day."""

    def __init__(self, doors: Doors) -> None:
        self.doors = doors

    async def opened(self, ask: Ask) -> Say:
        """The tab was opened; the courier draws it at once."""
        if ask.body["event"].get("tab", "home") != "home":
            return None

        def deed(session: BookSession) -> Say:
            home.open_home(session, ask.actor, ask.now)
            return None

        return await self.doors.once(ask, deed)

    async def log_visit(self, ask: Ask) -> Say:
        """**Log a visit**: the same form as the shortcut's."""
        return await self.doors.shortcuts["log_visit"](ask)


def register(doors: Doors) -> None:
    """Say what this file answers."""
    door = Homes(doors)
    doors.events["app_home_opened"] = door.opened
    doors.buttons["home.visit"] = door.log_visit
