"""`/issue`, its forms, the buttons on an issue, and the shortcut **Log an issue from this**."""

from collections.abc import Callable
from typing import Any

from bot.domain.errands import Question
from bot.domain.issues import Changed, Draft, Listed, Looked, read_by
from bot.handlers.doors import Ask, Doors, Say, as_id, as_typed
from bot.services import issues
from bot.store.database import BookSession
from bot.views import errands as errand_views
from bot.views import help as help_views
from bot.views import issue_forms as forms
from bot.views import issues as views

Found = Draft | Listed | Question


class Issues:
    """Somebody was let down."""

    def __init__(self, doors: Doors) -> None:
        self.doors = doors

    async def open(self, ask: Ask) -> Say:
        """`/issue dana left heel came loose again`, `/issue dana`, `/issue list`."""
        said = ask.text.strip()
        if said.casefold() in ("", "help"):
            return help_views.usage("issue")
        if said.casefold() == "list":
            return await self.doors.read(ask, lambda s: views.listed(issues.list_open(s, ask.actor, ask.now)))
        return await self.doors.once(ask, lambda s: _say(s, ask, issues.begin(s, ask.actor, said, ask.now)))

    async def again(self, ask: Ask) -> Say:
        """**Issue** on a customer's card: what is open already, or the form."""
        return await self.doors.read(ask, lambda s: begin(s, ask, ask.number, {}))

    async def start(self, ask: Ask) -> Say:
        """**New issue**, though others are open."""
        return await self.doors.read(
            ask, lambda s: _say(s, ask, issues.fresh(s, ask.actor, ask.number, "", ask.now))
        )

    async def from_message(self, ask: Ask) -> Say:
        """The shortcut **Log an issue from this**: the message becomes the story."""
        story = as_typed(str((ask.body.get("message") or {}).get("text") or ""))
        return await self.doors.read(ask, lambda s: _say(s, ask, issues.draft_from(s, ask.actor, story)))

    async def write_down(self, ask: Ask) -> Say:
        """The form of a new issue for a known customer."""
        return await self._filled(ask, lambda s: log(s, ask, as_id(ask.value), {}))

    async def write_down_for(self, ask: Ask) -> Say:
        """The form of the shortcut, which asks who it is about."""

        def deed(session: BookSession) -> Say:
            form = forms.read(ask.filled, issues.reader(session, ask.actor, ask.now), ask.actor.user)
            done = issues.log_for(session, ask.actor, ask.filled.text("who"), form, ask.now)
            return views.logged(done) if isinstance(done, Changed) else _ask_who(done, ask)

        return await self._filled(ask, deed)

    async def save(self, ask: Ask) -> Say:
        """The form of an issue that stands."""

        def deed(session: BookSession) -> Say:
            before = issues.look(session, ask.actor, as_id(ask.value), ask.now).issue
            reader = issues.reader(session, ask.actor, ask.now)
            form = forms.read(ask.filled, reader, ask.actor.user, before)
            return views.changed(issues.change(session, ask.actor, before.id, form, ask.now))

        return await self._filled(ask, deed)

    async def _filled(self, ask: Ask, deed: Callable[[BookSession], Say]) -> Say:
        """Carry a form out, once the bot has met whoever is to look after the issue."""
        owner = ask.filled.text("owner")
        if owner and owner != ask.actor.user:
            await self.doors.people(ask, [owner])
        return await self.doors.once(ask, deed)

    async def show(self, ask: Ask) -> Say:
        """**Open** in a list."""
        return await self._look(ask, lambda _, looked: views.card(looked))

    async def edit(self, ask: Ask) -> Say:
        """**Edit**: the form."""
        return await self._look(ask, lambda s, found: forms.edit(found, issues.reader(s, ask.actor, ask.now)))

    async def tell(self, ask: Ask) -> Say:
        """**Told them**: the form for what."""
        return await self._look(ask, lambda s, found: forms.tell(found, issues.reader(s, ask.actor, ask.now)))

    async def resolve(self, ask: Ask) -> Say:
        """**Resolve**: the form for the customer's verdict."""
        return await self._look(ask, lambda _, looked: forms.resolve(looked))

    async def read_back(self, ask: Ask) -> Say:
        """**Read back**: what to say to the customer."""
        return await self._look(ask, lambda _, looked: views.read_back(looked))

    async def _look(self, ask: Ask, show: Callable[[BookSession, Looked], Say]) -> Say:
        return await self.doors.read(ask, lambda s: show(s, issues.look(s, ask.actor, ask.number, ask.now)))

    async def told(self, ask: Ask) -> Say:
        """The form of **Told them**."""

        def deed(session: BookSession) -> Say:
            before = issues.look(session, ask.actor, as_id(ask.value), ask.now).issue
            reader = issues.reader(session, ask.actor, ask.now)
            due_at = read_by(ask.filled.text("by"), reader, before.due_at)
            done = issues.tell(session, ask.actor, before.id, ask.filled.text("what"), due_at, ask.now)
            return views.told(done)

        return await self.doors.once(ask, deed)

    async def resolved(self, ask: Ask) -> Say:
        """The form of **Resolve**."""
        verdict, said, step = forms.read_verdict(ask.filled), ask.filled.text("said"), ask.filled.text("next_step")
        return await self.doors.once(
            ask,
            lambda s: views.solved(issues.resolve(s, ask.actor, as_id(ask.value), verdict, said, step, ask.now)),
        )

    async def agree(self, ask: Ask) -> Say:
        """**They confirmed**."""
        return await self.doors.once(ask, lambda s: views.agreed(issues.agree(s, ask.actor, ask.number, ask.now)))

    async def fixed(self, ask: Ask) -> Say:
        """**Fixed on the spot**."""
        return await self.doors.once(
            ask, lambda s: views.solved(issues.fix_on_the_spot(s, ask.actor, ask.number, ask.now))
        )

    async def reopen(self, ask: Ask) -> Say:
        """**Re-open**."""
        return await self.doors.once(
            ask, lambda s: views.reopened(issues.reopen(s, ask.actor, ask.number, ask.now))
        )


def begin(session: BookSession, ask: Ask, customer_id: int, facts: dict[str, Any]) -> Say:
    """Go on with `/issue` for somebody who is known by now."""
    told = str(facts.get("rest", ""))
    return _say(session, ask, issues.draft(session, ask.actor, customer_id, told, ask.now))


def log(session: BookSession, ask: Ask, customer_id: int, _facts: dict[str, Any]) -> Say:
    """Write the filled form down."""
    form = forms.read(ask.filled, issues.reader(session, ask.actor, ask.now), ask.actor.user)
    return views.logged(issues.log(session, ask.actor, customer_id, form, ask.now))


def log_kept(session: BookSession, ask: Ask, customer_id: int, facts: dict[str, Any]) -> Say:
    """Write down what was filled in before it was clear who it is about."""
    return views.logged(issues.log(session, ask.actor, customer_id, issues.unpack(facts), ask.now))


def _say(session: BookSession, ask: Ask, found: Found) -> Say:
    if isinstance(found, Draft):
        return forms.new(found, ask.actor.user, issues.reader(session, ask.actor, ask.now))
    return views.standing(found) if isinstance(found, Listed) else _ask_who(found, ask)


def _ask_who(found: Question, ask: Ask) -> Say:
    return errand_views.question(found, ask.actor.zone, ask.now)


def register(doors: Doors) -> None:
    """Say what this file answers."""
    door = Issues(doors)
    doors.commands["issue"] = door.open
    doors.buttons |= {
        "issue.new": door.again,
        "issue.start": door.start,
        "issue.show": door.show,
        "issue.edit": door.edit,
        "issue.tell": door.tell,
        "issue.resolve": door.resolve,
        "issue.read_back": door.read_back,
        "issue.agree": door.agree,
        "issue.fixed": door.fixed,
        "issue.reopen": door.reopen,
    }
    doors.forms |= {
        "issue.open": door.write_down,
        "issue.message": door.write_down_for,
        "issue.save": door.save,
        "issue.told": door.told,
        "issue.resolved": door.resolved,
    }
    doors.shortcuts["issue_message"] = door.from_message
    doors.errands |= {"issue": begin, "issue.filled": log_kept}
