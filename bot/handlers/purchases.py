"""**Bought …** on an arrival: what somebody spent on a visit."""

from bot.handlers.doors import Ask, Doors, Say, as_id
from bot.services import purchases
from bot.store.database import BookSession
from bot.views import purchases as views


class Purchases:
    """Somebody bought something."""

    def __init__(self, doors: Doors) -> None:
        self.doors = doors

    async def new(self, ask: Ask) -> Say:
        """**Bought …**: a form with two fields."""

        def look(session: BookSession) -> Say:
            visit, customer = purchases.visit_of(session, ask.actor, ask.number)
            return views.purchase_form(visit.id, customer, purchases.currency(session))

        return await self.doors.read(ask, look)

    async def note(self, ask: Ask) -> Say:
        """The form, filled in."""

        def deed(session: BookSession) -> Say:
            spent = views.read_form(ask.filled, purchases.currency(session))
            return views.noted(purchases.note(session, ask.actor, as_id(ask.value), spent, ask.now))

        return await self.doors.once(ask, deed)

    async def undo(self, ask: Ask) -> Say:
        """**Undo purchase**."""
        return await self.doors.once(
            ask, lambda session: views.undone(purchases.undo(session, ask.actor, ask.number, ask.now))
        )


def register(doors: Doors) -> None:
    """Say what this file answers."""
    door = Purchases(doors)
    doors.buttons |= {"purchase.new": door.new, "purchase.undo": door.undo}
    doors.beside.add("purchase.undo")
    doors.forms["purchase.note"] = door.note
