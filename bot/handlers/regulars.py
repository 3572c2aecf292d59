"""`/regulars`: everything by one name, for help and for workspaces where another app took a command's name."""

from dataclasses import replace

from bot.handlers.doors import Ask, Doors, Say
from bot.views import help as help_views


class Regulars:
    """Sends each word to whoever answers it."""

    def __init__(self, doors: Doors) -> None:
        self.doors = doors

    async def route(self, ask: Ask) -> Say:
        """`/regulars setup`, `/regulars visit dana lopes`."""
        first, _, rest = ask.text.strip().partition(" ")
        word = first.casefold().removeprefix("/")
        if word in ("", "help"):
            about = rest.strip().casefold().removeprefix("/")
            return help_views.usage(about) if about in help_views.USAGE else help_views.everything()
        inner = replace(ask, text=rest.strip())
        if word in self.doors.regulars:
            return await self.doors.regulars[word](inner)
        if word in self.doors.commands and word != "regulars":
            return await self.doors.command(word, inner)
        return help_views.misunderstood(first, [*self.doors.regulars, *self.doors.commands])


def register(doors: Doors) -> None:
    """Say what this file answers."""
    doors.commands["regulars"] = Regulars(doors).route
