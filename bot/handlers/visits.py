"""`/visit`, the buttons under an arrival, and the shortcut **Log a visit**."""

from typing import Any

from bot.handlers.doors import Ask, Doors, Say
from bot.services import visits
from bot.store.database import BookSession
from bot.views import help as help_views
from bot.views import visits as views


class Visits:
    """Somebody came in."""

    def __init__(self, doors: Doors) -> None:
        self.doors = doors

    async def log(self, ask: Ask) -> Say:
        """`/visit dana lopes`."""
        if ask.text.strip() == "help":
            return help_views.usage("visit")
        return await self._log(ask, ask.text)

    async def _log(self, ask: Ask, text: str) -> Say:
        return await self.doors.once(
            ask,
            lambda session: views.outcome(visits.log(session, ask.actor, text, ask.now), ask.actor.zone, ask.now),
        )

    async def log_again(self, ask: Ask) -> Say:
        """**Log visit** on a card."""
        return await self.doors.once(ask, lambda session: log_known(session, ask, ask.number, {}))

    async def another(self, ask: Ask) -> Say:
        """**Log another** for somebody who is already in."""
        return await self.doors.once(ask, lambda session: log_known(session, ask, ask.number, {"another": True}))

    async def undo(self, ask: Ask) -> Say:
        """**Undo**."""
        return await self.doors.once(
            ask, lambda session: views.undone(visits.undo(session, ask.actor, ask.number, ask.now))
        )

    async def greet(self, ask: Ask) -> Say:
        """**Greeted by name**: the message on the floor says so; who pressed it there needs no other answer."""

        def deed(session: BookSession) -> Say:
            done = visits.greet(session, ask.actor, ask.number, ask.now)
            return views.logged(done) if ask.private else None

        return await self.doors.once(ask, deed)

    async def open_form(self, ask: Ask) -> Say:
        """The shortcut **Log a visit**: a form with one field."""
        return views.log_form()

    async def submit(self, ask: Ask) -> Say:
        """The form of the shortcut."""
        return await self._log(ask, ask.filled.text("who"))


def log_known(session: BookSession, ask: Ask, customer_id: int, facts: dict[str, Any]) -> Say:
    """Log the visit of somebody who is known by now."""
    done = visits.log_known(session, ask.actor, customer_id, ask.now, another=bool(facts.get("another")))
    return views.outcome((done,), ask.actor.zone, ask.now)


def register(doors: Doors) -> None:
    """Say what this file answers."""
    door = Visits(doors)
    doors.commands["visit"] = door.log
    doors.buttons |= {
        "visit.log": door.log_again,
        "visit.another": door.another,
        "visit.undo": door.undo,
        "visit.greet": door.greet,
    }
    doors.shortcuts["log_visit"] = door.open_form
    doors.forms["visit.log"] = door.submit
    doors.errands["visit"] = log_known
