"""`/regulars setup`: the form, its answers, and what Slack says when somebody's profile changes."""

from datetime import datetime
from typing import Any

from bot.domain.policy import Role
from bot.domain.workspaces import NotAManager, SetupForm, SharedWithOthers
from bot.handlers.doors import Ask, Doors, Say
from bot.services import handovers, staff
from bot.store.database import BookSession
from bot.views import setup as views


class Settings:
    """How the workspace is set up, and who is in it."""

    def __init__(self, doors: Doors) -> None:
        self.doors = doors

    async def open(self, ask: Ask) -> Say:
        """`/regulars setup`, or **Set up**."""
        return await self.doors.read(
            ask, lambda session: views.setup_form(staff.look_at_setup(session, ask.actor, ask.now))
        )

    async def save(self, ask: Ask) -> Say:
        """The form, filled in. Slack is asked first, so that nobody waits for it inside a transaction."""
        asked = views.read_form(ask.filled)
        await self.doors.book.read(ask.actor.workspace, staff.may_set_up, ask.actor)
        await self._refuse_shared(asked)
        await self._refuse_outsiders(ask, asked)

        def deed(session: BookSession) -> Say:
            return views.done(staff.set_up(session, ask.actor, asked, ask.now))

        return await self.doors.once(ask, deed)

    async def _refuse_shared(self, asked: SetupForm) -> None:
        for field in views.CHANNELS:
            chosen = getattr(asked, field)
            if chosen and await self.doors.slack.is_shared(chosen):
                raise SharedWithOthers(field=field)

    async def _refuse_outsiders(self, ask: Ask, asked: SetupForm) -> None:
        found = {person.user: person for person in await self.doors.people(ask, asked.managers)}
        for user in asked.managers:
            if user not in found or found[user].role < Role.STAFF:
                raise NotAManager(name=found[user].name if user in found else user, field="managers")

    async def who(self, ask: Ask) -> Say:
        """`/regulars who`."""
        return await self.doors.read(ask, lambda session: views.who(staff.who(session, ask.actor)))

    async def profile_changed(self, workspace: str, event: dict[str, Any], now: datetime) -> None:
        """Somebody moved to another time zone, was deactivated, or came back; strangers to the bot stay so."""
        user = str(event["user"]["id"])
        if await self.doors.book.read(workspace, staff.heard_of, user):
            profile = await self.doors.slack.person(user)
            await self.doors.book.write(workspace, handovers.profile_changed, profile, now)


def register(doors: Doors) -> None:
    """Say what this file answers."""
    door = Settings(doors)
    doors.regulars |= {"setup": door.open, "who": door.who}
    doors.buttons["setup.open"] = door.open
    doors.forms[views.FORM] = door.save
    doors.news["user_change"] = door.profile_changed
