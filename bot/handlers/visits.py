"""`/visit`, the buttons under an arrival, and the shortcut **Log a visit**."""

from dataclasses import replace
from typing import Any

from bot.domain.purchases import Said
from bot.domain.visits import VisitOutcome
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
        return await self.doors.once(ask, lambda session: _say(visits.log(session, ask.actor, text, ask.now), ask))

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

        def deed(session: BookSession) -> Say:
            who, spent, sent_by = (ask.filled.text(name) for name in ("who", "spent", "sent_by"))
            return _say(visits.log_form(session, ask.actor, who, spent, sent_by, ask.now), ask)

        return await self.doors.once(ask, deed)

    async def more(self, ask: Ask) -> Say:
        """The “…” menu of an arrival: its value says what, and of which visit or customer."""
        what, _, about = ask.value.partition(":")
        route = {"bought": "purchase.new", "praised": "kudos.praised"}.get(what)
        return await self.doors.buttons[route](replace(ask, value=about)) if route else None

    async def as_amount(self, ask: Ask) -> Say:
        """**They spent …**: a bare number after a name is an amount."""
        return await self._settle(ask, amount=True)

    async def as_name(self, ask: Ask) -> Say:
        """**It is the name**."""
        return await self._settle(ask, amount=False)

    async def _settle(self, ask: Ask, *, amount: bool) -> Say:
        return await self.doors.once(
            ask, lambda s: _say(visits.settle_doubt(s, ask.actor, ask.number, ask.now, amount=amount), ask)
        )


def log_known(session: BookSession, ask: Ask, customer_id: int, facts: dict[str, Any]) -> Say:
    """Log the visit of somebody who is known by now."""
    if facts.get("another"):
        return _say((visits.log_known(session, ask.actor, customer_id, ask.now, another=True),), ask)
    return _say(visits.come_in(session, ask.actor, customer_id, Said.from_facts(facts), ask.now), ask)


def _say(done: tuple[VisitOutcome, ...], ask: Ask) -> Say:
    return views.outcome(done, ask.actor.zone, ask.now)


def register(doors: Doors) -> None:
    """Say what this file answers."""
    door = Visits(doors)
    doors.commands["visit"] = door.log
    doors.buttons |= {
        "visit.log": door.log_again,
        "visit.another": door.another,
        "visit.undo": door.undo,
        "visit.greet": door.greet,
        "visit.more": door.more,
        "visit.as_amount": door.as_amount,
        "visit.as_name": door.as_name,
    }
    doors.beside.add("visit.undo")
    doors.shortcuts["log_visit"] = door.open_form
    doors.forms["visit.log"] = door.submit
    doors.errands["visit"] = log_known
