"""`/followup`, the buttons under its answer, its forms, and the shortcut **Follow up on this**."""

from dataclasses import replace
from typing import Any

from bot.domain.errands import Question, These, Unsure
from bot.domain.followups import LONGEST_TEXT, LongMessage, clean_text
from bot.domain.typed import Listed, Set, mentioned
from bot.handlers.doors import Ask, Doors, Say, as_id, as_typed
from bot.services import changes, finding, lists, typed
from bot.services.changes import Form
from bot.store.database import BookSession
from bot.views import errands as errand_views
from bot.views import followups as views
from bot.views import help as help_views
from bot.views import lists as list_views


class FollowUps:
    """Setting, changing and listing follow-ups."""

    def __init__(self, doors: Doors) -> None:
        self.doors = doors

    async def command(self, ask: Ask) -> Say:
        """`/followup dana call about the boots next tuesday at 3pm`, `/followup mine`."""
        text = ask.text.strip()
        if text.casefold() in ("", "help"):
            return help_views.usage("followup")
        if text.casefold() in lists.NAMES:
            return await self.doors.read(ask, lambda session: _list(session, ask, text.casefold()))
        word, _, rest = text.partition(" ")
        if word.casefold() == "figures":
            return await self.doors.buttons["followup.figures"](replace(ask, text=rest))
        if text.casefold() == "done":
            return await self.doors.buttons["followup.bulk"](ask)
        await self.doors.people(ask, mentioned(text))  # a colleague the bot never met is looked up first
        return await self.doors.once(
            ask, lambda session: say(typed.type_in(session, ask.actor, text, ask.now), ask)
        )

    async def page(self, ask: Ask) -> Say:
        """**Show more**, **Back** under a long list."""
        what, page, ids = [*ask.value.split(":"), "", ""][:3]
        people = [as_id(each) for each in ids.split(",")]

        def look(session: BookSession) -> Say:
            found = lists.leafed(session, ask.actor, what, people, as_id(page), ask.now)
            return list_views.listed(found, ask.actor.zone, ask.now, ask.actor.user)

        return await self.doors.read(ask, look)

    async def choose(self, ask: Ask) -> Say:
        """One of the moments that were offered."""
        errand, _, number = ask.value.partition(":")
        return await self.doors.once(
            ask,
            lambda session: say(typed.choose(session, ask.actor, as_id(errand), as_id(number), ask.now), ask),
        )

    async def other_time(self, ask: Ask) -> Say:
        """**Another time**: a form with one field."""
        return views.time_form(ask.number)

    async def set_time(self, ask: Ask) -> Say:
        """The form of **Another time**."""
        return await self.doors.once(
            ask,
            lambda session: say(
                typed.choose_typed(session, ask.actor, as_id(ask.value), ask.filled.text("when"), ask.now), ask
            ),
        )

    async def anyway(self, ask: Ask) -> Say:
        """**Set it**, although a customer hears from somebody already."""
        return await self.doors.once(
            ask, lambda session: say(typed.set_anyway(session, ask.actor, ask.number, ask.now), ask)
        )

    async def only_clear(self, ask: Ask) -> Say:
        """**Only …**: for those who do not hear from anybody yet."""
        return await self.doors.once(
            ask, lambda s: say(typed.set_anyway(s, ask.actor, ask.number, ask.now, only_clear=True), ask)
        )

    async def new(self, ask: Ask) -> Say:
        """**Follow-up** on a card: a short form."""
        return await self.doors.read(ask, lambda session: views.new_form(finding.known(session, ask.number)))

    async def submit_new(self, ask: Ask) -> Say:
        """The form of a card, filled in."""
        return await self.doors.once(
            ask,
            lambda session: set_from_form(
                session, ask, These((finding.known(session, as_id(ask.value)),), "", _facts(ask))
            ),
        )

    async def edit(self, ask: Ask) -> Say:
        """**Change**: the form of a follow-up."""
        return await self.doors.read(ask, lambda session: edit_form(session, ask, ask.number))

    async def change(self, ask: Ask) -> Say:
        """The form of a follow-up, filled in."""

        def deed(session: BookSession) -> Say:
            form = Form(ask.filled.text("text"), ask.filled.text("kind"), ask.filled.text("when"))
            done = changes.change(session, ask.actor, as_id(ask.value), form, ask.now)
            return views.planned(done, ask.actor.zone, ask.now)

        return await self.doors.once(ask, deed)

    async def undo(self, ask: Ask) -> Say:
        """**Undo**."""
        return await self.doors.once(
            ask, lambda session: views.undone(changes.drop(session, ask.actor, ask.number, "undone", ask.now))
        )

    async def undo_all(self, ask: Ask) -> Say:
        """**Undo all**: what one command set for several customers."""
        ids = [as_id(each) for each in ask.value.split(",")]
        return await self.doors.once(
            ask, lambda session: views.taken_back(changes.take_back(session, ask.actor, ids, ask.now))
        )

    async def open_shortcut(self, ask: Ask) -> Say:
        """The message shortcut **Follow up on this**."""
        text = as_typed(str((ask.body.get("message") or {}).get("text") or "")).strip()
        if len(text) > LONGEST_TEXT:
            raise LongMessage(length=len(text), limit=LONGEST_TEXT)
        return views.from_message_form(text)

    async def submit_shortcut(self, ask: Ask) -> Say:
        """The form of the shortcut: who is found as in a command."""

        def deed(session: BookSession) -> Say:
            facts = _facts(ask)
            typed.read_alone(session, ask.actor, facts["when"], ask.now)
            found = typed.whoever(session, ask.actor, ask.filled.text("who"), facts, ask.now)
            return set_from_form(session, ask, found) if isinstance(found, These) else say(found, ask)

        return await self.doors.once(ask, deed)


def _facts(ask: Ask) -> dict[str, Any]:
    return {"text": clean_text(ask.filled.text("text")), "when": ask.filled.text("when")}


def edit_form(session: BookSession, ask: Ask, followup_id: int) -> Say:
    """Return the form of a follow-up the actor may change."""
    return views.edit_form(changes.own(session, ask.actor, followup_id, ask.now), ask.actor.zone, ask.now)


def _list(session: BookSession, ask: Ask, what: str) -> Say:
    found = lists.listed(session, ask.actor, what, ask.now)
    return list_views.listed(found, ask.actor.zone, ask.now, ask.actor.user)


def go_on(session: BookSession, ask: Ask, found: These) -> Say:
    """Go on with `/followup` once it is clear who it is about."""
    return say(typed.type_for(session, ask.actor, found, ask.now), ask)


def set_from_form(session: BookSession, ask: Ask, found: These) -> Say:
    """Set what a form says for whoever it is about."""
    return say(typed.fill_in(session, ask.actor, found, ask.now), ask)


def say(outcome: Set | Listed | Unsure | Question, ask: Ask) -> Say:
    """Put into words what came of a command."""
    if isinstance(outcome, Unsure | Question):
        return errand_views.whom(outcome, ask.actor.zone, ask.now)
    if isinstance(outcome, Listed):
        return list_views.listed(outcome, ask.actor.zone, ask.now, ask.actor.user)
    return views.said(outcome, ask.actor.zone, ask.now)


def register(doors: Doors) -> None:
    """Say what this file answers."""
    door = FollowUps(doors)
    doors.commands["followup"] = door.command
    doors.buttons |= {
        "followup.page": door.page,
        "followup.at": door.choose,
        "followup.other_time": door.other_time,
        "followup.anyway": door.anyway,
        "followup.only_clear": door.only_clear,
        "followup.new": door.new,
        "followup.edit": door.edit,
        "followup.undo": door.undo,
        "followup.undo_all": door.undo_all,
    }
    doors.forms |= {
        "followup.time": door.set_time,
        "followup.new": door.submit_new,
        "followup.change": door.change,
        "followup.from_message": door.submit_shortcut,
    }
    doors.shortcuts["followup_message"] = door.open_shortcut
    doors.several |= {"followup": go_on, "followup.form": set_from_form}
