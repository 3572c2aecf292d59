"""`/regulars rules`: a small form for managers."""

from bot.domain import rules
from bot.handlers.doors import Ask, Doors, Say
from bot.services import rules as deeds
from bot.store.database import BookSession
from bot.views import rules as views


class RulesOfFollowUps:
    """How often, how soon, and how long in peace."""

    def __init__(self, doors: Doors) -> None:
        self.doors = doors

    async def open(self, ask: Ask) -> Say:
        """The form, with the rules in force."""
        return await self.doors.read(ask, lambda session: views.rules_form(deeds.look(session, ask.actor)))

    async def save(self, ask: Ask) -> Say:
        """The form, filled in."""

        def deed(session: BookSession) -> Say:
            deeds.look(session, ask.actor)  # who may not set them hears that first
            wanted = rules.read({name: ask.filled.text(name) for name in views.FIELDS})
            return views.changed(deeds.change(session, ask.actor, wanted, ask.now))

        return await self.doors.once(ask, deed)


def register(doors: Doors) -> None:
    """Say what this file answers."""
    door = RulesOfFollowUps(doors)
    doors.regulars["rules"] = door.open
    doors.forms["rules.save"] = door.save
