"""The answers to “which of them?” and “shall I add them?”: the command goes on where it stopped."""

from bot.domain.errands import GoneErrand
from bot.handlers.doors import Ask, Doors, Say, as_id
from bot.services import customers, finding
from bot.store.database import BookSession
from bot.views import customers as views
from bot.views.blocks import Message


class Errands:
    """Buttons under a question."""

    def __init__(self, doors: Doors) -> None:
        self.doors = doors

    async def choose(self, ask: Ask) -> Say:
        """Somebody was chosen."""
        errand, _, customer = ask.value.partition(":")
        return await self.doors.once(
            ask, lambda session: self._go_on(session, ask, as_id(errand), as_id(customer))
        )

    async def add(self, ask: Ask) -> Say:
        """Somebody new is added, then the command goes on."""

        def deed(session: BookSession) -> Say:
            errand = finding.errand(session, ask.actor, ask.number)
            new = customers.add(session, ask.actor, str(errand.facts["name"]), ask.now)
            said = self._go_on(session, ask, errand.id, new.customer.id)
            return views.with_doubles(said, new) if isinstance(said, Message) else said

        return await self.doors.once(ask, deed)

    def _go_on(self, session: BookSession, ask: Ask, errand_id: int, customer_id: int) -> Say:
        errand = finding.errand(session, ask.actor, errand_id)
        if errand.kind not in self.doors.errands:
            raise GoneErrand  # asked by an older version
        return self.doors.errands[errand.kind](session, ask, customer_id, errand.facts)

    async def dismiss(self, ask: Ask) -> Say:
        """“No, thanks”: take the question away."""
        await self.doors.dismiss(ask)
        return None


def register(doors: Doors) -> None:
    """Say what this file answers."""
    door = Errands(doors)
    doors.buttons |= {"errand.choose": door.choose, "errand.add": door.add, "dismiss": door.dismiss}
