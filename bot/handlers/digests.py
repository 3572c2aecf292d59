"""`/digest`, what its lines open, and what managers decide about messages that could not be delivered."""

from bot.domain.digests import NotASection
from bot.domain.policy import require
from bot.handlers.doors import Ask, Doors, Say
from bot.services import digests
from bot.store.database import BookSession
from bot.views import delivery as delivery_views
from bot.views import digests as views
from bot.views import help as help_views


class Digests:
    """Today at a glance."""

    def __init__(self, doors: Doors) -> None:
        self.doors = doors

    async def show(self, ask: Ask) -> Say:
        """`/digest`, `/digest off`, `/digest on`."""
        word = ask.text.strip().casefold()
        if word in ("off", "on"):
            return await self.doors.once(ask, lambda session: self._mute(session, ask, word == "off"))
        if word not in ("", "today", "now"):
            return help_views.usage("digest", f"I don't know “{ask.text.strip()[:60]}”.")
        return await self.doors.read(ask, lambda session: views.digest(digests.look(session, ask.actor, ask.now)))

    def _mute(self, session: BookSession, ask: Ask, off: bool) -> Say:
        return views.muted(off, digests.mute(session, ask.actor, ask.now, off=off))

    async def whole(self, ask: Ask) -> Say:
        """**Show all** of one part."""
        if ask.value not in views.CAPS:
            raise NotASection

        def look(session: BookSession) -> Say:
            seen = digests.look(session, ask.actor, ask.now)
            return views.all_of(seen, ask.value) or views.nothing_left()

        return await self.doors.read(ask, look)

    async def person(self, ask: Ask) -> Say:
        """**Show** what is overdue with somebody."""

        def look(session: BookSession) -> Say:
            require(ask.actor, "digest.team")
            return views.of_person(digests.look(session, ask.actor, ask.now), ask.value)

        return await self.doors.read(ask, look)

    async def again(self, ask: Ask) -> Say:
        """**Send again**."""
        return await self._decide(ask, again=True)

    async def drop(self, ask: Ask) -> Say:
        """**Drop**."""
        return await self._decide(ask, again=False)

    async def _decide(self, ask: Ask, *, again: bool) -> Say:
        def deed(session: BookSession) -> Say:
            digests.decide(session, ask.actor, ask.number, ask.now, again=again)
            return delivery_views.decided(again)

        return await self.doors.once(ask, deed)


def register(doors: Doors) -> None:
    """Say what this file answers."""
    door = Digests(doors)
    doors.commands["digest"] = door.show
    doors.buttons |= {
        "digest.show": door.show,
        "digest.all": door.whole,
        "digest.person": door.person,
        "delivery.again": door.again,
        "delivery.drop": door.drop,
    }
