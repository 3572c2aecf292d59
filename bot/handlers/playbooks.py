"""`/regulars playbooks`: what an event sets going, for managers to read and to change."""

from bot.handlers.doors import Ask, Doors, Say
from bot.services import playbooks
from bot.store.database import BookSession
from bot.views import playbooks as views


class Playbooks:
    """What happens, and what comes of it."""

    def __init__(self, doors: Doors) -> None:
        self.doors = doors

    async def open_list(self, ask: Ask) -> Say:
        """`/regulars playbooks`, and **All playbooks**."""
        return await self.doors.read(ask, lambda session: views.listed(playbooks.look(session, ask.actor)))

    async def edit(self, ask: Ask) -> Say:
        """**Edit**: the form of one event."""
        return await self.doors.read(
            ask, lambda session: views.edit(ask.value, playbooks.steps(session, ask.actor, ask.value))
        )

    async def save(self, ask: Ask) -> Say:
        """The form of one event, filled in."""

        def deed(session: BookSession) -> Say:
            playbooks.steps(session, ask.actor, ask.value)
            wanted = views.read(ask.value, ask.filled)
            return views.changed(ask.value, playbooks.change(session, ask.actor, ask.value, wanted, ask.now))

        return await self.doors.once(ask, deed)

    async def default(self, ask: Ask) -> Say:
        """**Back to default**, confirmed."""
        return await self.doors.once(
            ask,
            lambda session: views.changed(
                ask.value, playbooks.change(session, ask.actor, ask.value, None, ask.now)
            ),
        )


def register(doors: Doors) -> None:
    """Say what this file answers."""
    door = Playbooks(doors)
    doors.regulars["playbooks"] = door.open_list
    doors.buttons |= {
        "playbook.list": door.open_list,
        "playbook.edit": door.edit,
        "playbook.default": door.default,
    }
    doors.forms["playbook.save"] = door.save
