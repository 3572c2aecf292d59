"""**Hand over**, **Accept**, **Can't** and **I'll take it**."""

from bot.handlers.doors import Ask, Doors, Say, as_id
from bot.services import changes, handovers
from bot.store.database import BookSession
from bot.views import handovers as views


class Handovers:
    """A follow-up changes hands."""

    def __init__(self, doors: Doors) -> None:
        self.doors = doors

    async def open_form(self, ask: Ask) -> Say:
        """**Hand over**: to whom."""
        return await self.doors.read(
            ask,
            lambda session: views.hand_over_form(changes.still_open(session, ask.actor, ask.number, ask.now)),
        )

    async def hand_over(self, ask: Ask) -> Say:
        """The form of **Hand over**."""
        to, where = ask.filled.text("who") or None, ask.filled.text("where")
        if to:
            await self.doors.people(ask, [to])  # somebody the bot never met is looked up in Slack first

        def deed(session: BookSession) -> Say:
            done = handovers.hand_over(session, ask.actor, as_id(ask.value), to, where, ask.now)
            return views.handed(done.followup, done.to, done.at, ask.actor.zone, ask.now)

        return await self.doors.once(ask, deed)

    async def accept(self, ask: Ask) -> Say:
        """**Accept**: a message changes by itself; a list gets an answer."""

        def deed(session: BookSession) -> Say:
            mine = handovers.accept(session, ask.actor, ask.number, ask.now)
            return views.took(mine, ask.actor.zone, ask.now) if ask.private else None

        return await self.doors.once(ask, deed)

    async def decline(self, ask: Ask) -> Say:
        """**Can't**."""

        def deed(session: BookSession) -> Say:
            declined = handovers.decline(session, ask.actor, ask.number, ask.now)
            return views.declined(declined) if ask.private else None

        return await self.doors.once(ask, deed)

    async def take(self, ask: Ask) -> Say:
        """**I'll take it**, of something that is nobody's."""

        def deed(session: BookSession) -> Say:
            mine = handovers.take(session, ask.actor, ask.number, ask.now)
            return views.took(mine, ask.actor.zone, ask.now)

        return await self.doors.once(ask, deed)


def register(doors: Doors) -> None:
    """Say what this file answers."""
    door = Handovers(doors)
    doors.buttons |= {
        "followup.hand_over": door.open_form,
        "followup.accept": door.accept,
        "followup.decline": door.decline,
        "followup.take": door.take,
    }
    doors.beside |= {"followup.accept", "followup.decline", "followup.take"}  # the rest of a list is still wanted
    doors.forms["followup.hand_over"] = door.hand_over
