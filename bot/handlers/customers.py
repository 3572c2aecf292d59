"""`/customer`: the card, its form, export and forget."""

from dataclasses import replace
from typing import Any

from bot.domain import referrals as referral_rules
from bot.domain.customers import Seen
from bot.domain.errands import Here, Question
from bot.handlers.doors import Ask, Doors, Say, as_id
from bot.services import customers, finding, referrals, staff
from bot.store.database import BookSession
from bot.views import customers as views
from bot.views import errands as errand_views
from bot.views import help as help_views


class Customers:
    """Looking somebody up, and what can be done from the card."""

    def __init__(self, doors: Doors) -> None:
        self.doors = doors

    async def look_up(self, ask: Ask) -> Say:
        """`/customer dana lopes`, `… dana export`, `… dana forget`, `… kim sent by rose`."""
        name, _, last = ask.text.strip().rpartition(" ")
        if ask.text.strip() in ("", "help"):
            return help_views.usage("customer")
        if name and last.casefold() in ("export", "forget"):
            return await self.doors.once(ask, lambda session: self._whoever(session, ask, name, last.casefold()))
        if sent := referral_rules.read(ask.text):
            return await self.doors.once(ask, lambda session: self._sent_by(session, ask, *sent))
        return await self.doors.once(
            ask, lambda session: _say(customers.look_up(session, ask.actor, ask.text, ask.now), ask)
        )

    def _whoever(self, session: BookSession, ask: Ask, name: str, what: str) -> Say:
        """Export or forget whoever is meant; when that is not clear, ask, and go on with the answer."""
        who = finding.whole(session, ask.actor, f"customer.{what}", name, ask.now)
        if isinstance(who, Here):
            return self.doors.errands[f"customer.{what}"](session, ask, who.customer.id, {})
        return errand_views.question(who, ask.actor.zone, ask.now)

    def _sent_by(self, session: BookSession, ask: Ask, friend: str, by: str) -> Say:
        """Note who sent a customer; when it is not clear who was sent, ask, and go on with the answer."""
        who = referrals.whom_sent(session, ask.actor, friend, by, ask.now)
        if isinstance(who, Here):
            return self.doors.errands["customer.sent_by"](session, ask, who.customer.id, {"sent_by": by})
        return errand_views.question(who, ask.actor.zone, ask.now)

    async def card(self, ask: Ask) -> Say:
        """The **Card** button."""
        return await self.doors.read(ask, lambda session: show(session, ask, ask.number, {}))

    async def edit(self, ask: Ask) -> Say:
        """The **Edit** button: the form of the card."""
        return await self.doors.read(
            ask, lambda session: views.edit_form(customers.see(session, ask.actor, ask.number, ask.now))
        )

    async def save(self, ask: Ask) -> Say:
        """The form of a card, filled in."""

        def deed(session: BookSession) -> Say:
            region, today = staff.country_and_today(session, ask.now)
            asked = views.read_form(ask.filled, today, region)
            return views.card(customers.change(session, ask.actor, as_id(ask.value), asked, ask.now))

        return await self.doors.once(ask, deed)

    async def more(self, ask: Ask) -> Say:
        """The “…” menu of a card."""
        what, _, customer_id = ask.value.partition(":")
        if what == "note":
            return await self.doors.read(
                ask,
                lambda session: views.note_form(customers.see(session, ask.actor, as_id(customer_id), ask.now)),
            )
        if what == "praised":
            return await self.doors.buttons["kudos.praised"](replace(ask, value=customer_id))
        return await self.doors.once(
            ask, lambda session: self.doors.errands[f"customer.{what}"](session, ask, as_id(customer_id), {})
        )

    async def note(self, ask: Ask) -> Say:
        """The short form for a note."""

        def deed(session: BookSession) -> Say:
            text, source = ask.filled.text("note"), ask.filled.text("source") or "said"
            return views.card(customers.add_note(session, ask.actor, as_id(ask.value), text, source, ask.now))

        return await self.doors.once(ask, deed)

    async def export(self, ask: Ask) -> Say:
        """The **Export first** button."""
        return await self.doors.once(ask, lambda session: export(session, ask, ask.number, {}))

    async def forget(self, ask: Ask) -> Say:
        """The **Erase** button, confirmed."""

        def deed(session: BookSession) -> Say:
            customers.forget(session, ask.actor, ask.number, ask.now)
            return views.forgotten()

        return await self.doors.once(ask, deed)


def show(session: BookSession, ask: Ask, customer_id: int, _facts: dict[str, Any]) -> Say:
    """Show a card."""
    return views.card(customers.see(session, ask.actor, customer_id, ask.now))


def export(session: BookSession, ask: Ask, customer_id: int, _facts: dict[str, Any]) -> Say:
    """Promise the file with everything that is stored."""
    return views.exported(customers.export(session, ask.actor, customer_id, ask.now))


def ask_to_forget(session: BookSession, ask: Ask, customer_id: int, _facts: dict[str, Any]) -> Say:
    """Ask a manager, or the managers, whether to erase somebody."""
    return views.to_forget(customers.ask_to_forget(session, ask.actor, customer_id, ask.now))


def _say(found: Seen | Question, ask: Ask) -> Say:
    return views.card(found) if isinstance(found, Seen) else errand_views.question(found, ask.actor.zone, ask.now)


def register(doors: Doors) -> None:
    """Say what this file answers."""
    door = Customers(doors)
    doors.commands["customer"] = door.look_up
    doors.buttons |= {
        "customer.card": door.card,
        "customer.edit": door.edit,
        "customer.more": door.more,
        "customer.export": door.export,
        "customer.forget": door.forget,
    }
    doors.forms |= {"customer.save": door.save, "customer.note": door.note}
    doors.errands |= {"customer": show, "customer.export": export, "customer.forget": ask_to_forget}
