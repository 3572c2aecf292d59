"""The doors: what Slack sent becomes an `Ask`; what a handler answers becomes what Slack expects.

Bolt tries its listeners in turn, so there are few of them, and the doors route by dictionary (DESIGN.md). Every
answer leaves after the commit (``process_before_response``): an ack means that it is written down. The key of a
request is Slack's own: ``event_id``, ``trigger_id``, or a form's id and hash (RELIABILITY.md, rule 2).
"""

import logging
import re
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import uuid4

from slack_bolt.async_app import AsyncApp
from slack_bolt.response import BoltResponse

from bot.clock import Clock
from bot.domain.errands import These
from bot.domain.errors import Refusal
from bot.domain.policy import Actor, NotForOutsiders, Role
from bot.handlers.payloads import (
    Body,
    Say,
    ack,
    as_id,
    as_plain,
    as_typed,
    channel_of,
    chosen,
    field_for,
    is_stranger,
    modal_of,
    pack,
    read_return,
    reply,
    route_of,
    unpack,
    user_of,
    was_private,
    with_return,
    workspace_of,
)
from bot.services import staff
from bot.services.once import once
from bot.slack import Slack, SlackAway, UnknownUser
from bot.store.database import Book, BookSession
from bot.views import help as help_views
from bot.views import refusals
from bot.views.blocks import Filled, Message, View

__all__ = ["Ask", "Body", "Continue", "Doors", "GoOn", "Handler", "Hear", "Say", "as_id", "as_typed"]

log = logging.getLogger("regulars.doors")


class OldVersion(Refusal):
    """That comes from an older version of Regulars, and I don't know it any more. See `/regulars help`."""


@dataclass(frozen=True)
class Ask:
    """One request of one person."""

    actor: Actor
    now: datetime
    key: str
    """Unique for this request; a repeated delivery brings the same key."""
    text: str = ""
    value: str = ""
    filled: Filled = field(default_factory=lambda: Filled({}))
    channel: str = ""
    body: Body = field(default_factory=dict)

    @property
    def number(self) -> int:
        """Return the button's value as an id; what is no number is nobody's id."""
        return as_id(self.value)

    @property
    def private(self) -> bool:
        """Say whether the button stood on a message that only its presser sees."""
        return was_private(self.body)


Handler = Callable[[Ask], Awaitable[Say]]
Continue = Callable[[BookSession, Ask, int, dict[str, Any]], Say]
"""Goes on with an errand for a customer, inside a transaction."""
GoOn = Callable[[BookSession, Ask, These], Say]
"""Goes on with a command once everybody is known whom it is for, inside a transaction."""
Hear = Callable[[str, Body, datetime], Awaitable[None]]
"""Takes note of an event that nobody in particular asks for: workspace, Slack's event, now."""


class Doors:
    """The register of who answers what, and the way there and back; for the members of one workspace."""

    def __init__(self, book: Book, slack: Slack, clock: Clock, team: str) -> None:
        self.book = book
        self.slack = slack
        self.clock = clock
        self.team = team
        self.commands: dict[str, Handler] = {}
        self.buttons: dict[str, Handler] = {}
        self.beside: set[str] = set()
        """Buttons whose answer stands beside a private message, since its other controls are still wanted."""
        self.forms: dict[str, Handler] = {}
        self.shortcuts: dict[str, Handler] = {}
        self.events: dict[str, Handler] = {}
        self.news: dict[str, Hear] = {}
        self.regulars: dict[str, Handler] = {}
        """The words after ``/regulars``; every command is one of them as well."""
        self.errands: dict[str, Continue] = {}
        self.several: dict[str, GoOn] = {}
        """Kind of command → what goes on with it for one customer or several; see `bot.services.whom`."""

    # ---- what handlers call

    async def once(self, ask: Ask, deed: Callable[[BookSession], Say]) -> Say:
        """Run a deed and put it into words in one transaction, once for each request."""
        answer = await self.book.write(ask.actor.workspace, _once, ask, deed)
        return unpack(answer)

    async def read(self, ask: Ask, deed: Callable[[BookSession], Say]) -> Say:
        """Look something up and put it into words."""
        return await self.book.read(ask.actor.workspace, deed)

    async def people(self, ask: Ask, users: Iterable[str]) -> list[Actor]:
        """Return who these users are, asking Slack about those not met lately; unknown ones are left out."""
        found = [await self._person(ask, user) for user in users]
        return [person for person in found if person]

    async def _person(self, ask: Ask, user: str) -> Actor | None:
        try:
            return await self._meet(ask.actor.workspace, user, ask.now)
        except UnknownUser:
            return None

    async def dismiss(self, ask: Ask) -> None:
        """Take the private message away on which a button was pressed."""
        if ask.body.get("response_url"):
            await self.slack.respond(ask.body["response_url"], {"delete_original": True})

    # ---- Bolt

    def attach(self, app: AsyncApp) -> None:
        """Register the few listeners that lead to all handlers."""
        anything = re.compile("")
        app.command(anything)(self._command)
        app.action(anything)(self._action)
        app.view(anything)(self._form)
        app.shortcut(anything)(self._shortcut)
        for event in self.events.keys() | self.news.keys():
            app.event(event)(self._event)
        app.error(self._mend)

    async def _command(self, body: Body) -> BoltResponse:
        ask = await self._ask(body, body["trigger_id"], text=as_typed(body.get("text", "")))
        said = await self.command(body["command"].removeprefix("/"), ask)
        if isinstance(said, Message):
            return ack(reply(said if ask.actor.welcomed else await self._welcome(ask, said)))
        await self._open(body, said)
        return ack()

    async def command(self, name: str, ask: Ask) -> Say:
        """Answer a command, typed by its own name or after ``/regulars``; `help` explains it."""
        if name in help_views.USAGE and ask.text.strip().casefold() in ("help", "?", "-h", "--help"):
            return help_views.usage(name) if name != "regulars" else help_views.everything()
        if name not in self.commands:
            raise OldVersion
        return await self.commands[name](ask)

    async def _welcome(self, ask: Ask, said: Message) -> Message:
        """Put one line of welcome under the answer to somebody's first command."""
        first = await self.book.write(ask.actor.workspace, staff.welcome, ask.actor, ask.now)
        return help_views.welcomed(said) if first else said

    async def _action(self, body: Body) -> BoltResponse:
        action = body["actions"][0]
        if action.get("url"):
            return ack()  # Slack has opened the link already
        key = f"{body['trigger_id']}:{action['action_id']}"
        ask = await self._ask(body, key, value=chosen(action), filled=Filled.from_view(body.get("view") or {}))
        route = route_of(action["action_id"])
        handler = self.buttons.get(route)
        if handler is None:
            raise OldVersion
        said = await handler(ask)
        if isinstance(said, Message):
            await self._answer(body, said, replace_original=was_private(body) and route not in self.beside)
        else:
            await self._open(body, said)
        return ack()

    async def _form(self, body: Body) -> BoltResponse:
        view = body["view"]
        carry, url = read_return(view)
        ask = await self._ask(body, f"{view['id']}:{view['hash']}", filled=Filled.from_view(view), value=carry)
        handler = self.forms.get(view["callback_id"])
        if handler is None:
            raise OldVersion
        said = await handler(ask)
        if isinstance(said, Message):
            # Back to where the form was opened from, if Slack still lets us; else into the form's own window.
            if url and await self.slack.respond(url, reply(said) | {"replace_original": False}):
                return ack({"response_action": "clear"})
            said = refusals.as_form(said)
        return ack({"response_action": "update", "view": with_return(said, url)}) if said else ack()

    async def _shortcut(self, body: Body) -> BoltResponse:
        ask = await self._ask(body, body["trigger_id"])
        handler = self.shortcuts.get(body["callback_id"])
        if handler is None:
            raise OldVersion
        said = await handler(ask)
        await self._open(body, refusals.as_form(said) if isinstance(said, Message) else said)
        return ack()

    async def _event(self, body: Body) -> BoltResponse:
        event, workspace = body["event"], workspace_of(body)
        if workspace != self.team:
            raise NotForOutsiders
        if event["type"] in self.news:
            await self.news[event["type"]](workspace, event, self.clock.now())
        elif user_of(body):  # what nobody did is nobody's request
            await self.events[event["type"]](await self._ask(body, body["event_id"]))
        return ack()

    # ---- who is there

    async def _ask(self, body: Body, key: str, **more: Any) -> Ask:
        """Return the request of somebody who may make one; strangers, guests and bots are refused (rule 22)."""
        now, workspace = self.clock.now(), workspace_of(body)
        if workspace != self.team or is_stranger(body, workspace):
            raise NotForOutsiders
        actor = await self._meet(workspace, user_of(body), now)
        if actor.role < Role.STAFF:
            raise NotForOutsiders
        return Ask(actor=actor, now=now, key=key, channel=channel_of(body), body=body, **more)

    async def _meet(self, workspace: str, user: str, now: datetime) -> Actor:
        """Return who somebody is, asking Slack now and then; if Slack is away, an earlier word has to do.

        Raises `UnknownUser`, or `SlackAway` when nobody has ever heard of them.
        """
        known = await self.book.read(workspace, staff.recognise, user, now)
        if known:
            return known
        try:
            profile = await self.slack.person(user)
        except SlackAway:
            assumed = await self.book.read(workspace, staff.assume, user, now)
            if assumed is None:
                raise
            return assumed
        return await self.book.write(workspace, staff.meet, profile, now)

    # ---- the answer

    async def _open(self, body: Body, view: View | None) -> None:
        """Open a form, on top of the window in which the control stood."""
        if view:
            url = str(body.get("response_url") or "")
            await self.slack.open_form(body["trigger_id"], with_return(view, url), on=modal_of(body))

    async def _answer(self, body: Body, said: Message, *, replace_original: bool) -> None:
        """Answer beside the message a control stood on; from a Home or a form, in a window.

        Where Slack shows no window any more, it is said in direct messages: somebody waits for the sentence.
        """
        url = body.get("response_url")
        if url and await self.slack.respond(url, reply(said) | {"replace_original": replace_original}):
            return
        try:
            await self._open(body, refusals.as_form(said))
        except Refusal:
            await self.slack.post(user_of(body), said.payload(), mark=uuid4().hex)

    # ---- what went wrong

    async def _mend(self, error: Exception, body: Body) -> BoltResponse:
        """Turn a refusal into its sentence, and anything else into an apology with a reference number."""
        is_event = body.get("type") == "event_callback"
        if isinstance(error, Refusal) and not (is_event and isinstance(error, SlackAway)):
            return await self._refuse(body, refusals.refusal(error), error.field)
        reference = uuid4().hex[:8]
        log.error("request_failed reference=%s", reference, exc_info=error)
        if is_event:
            return BoltResponse(status=500, body="")  # not acknowledged: Slack sends it again
        return await self._refuse(body, refusals.apology(reference), None)

    async def _refuse(self, body: Body, said: Message, where: str | None) -> BoltResponse:
        if body.get("type") == "view_submission":
            return ack(_refused_form(body["view"], said, where))
        if "command" in body:
            return ack(reply(said))
        if body.get("type") in ("block_actions", "shortcut", "message_action"):
            await self._answer(body, said, replace_original=False)
        return ack()


def _once(session: BookSession, ask: Ask, deed: Callable[[BookSession], Say]) -> Body | None:
    return once(session, ask.key, ask.now, lambda inner: pack(deed(inner)))


def _refused_form(view: View, said: Message, where: str | None) -> Body:
    """Say what is wrong under a field, so that nothing has to be typed again; without fields, in its place."""
    name = field_for(view, where)
    if name is None:
        return {"response_action": "update", "view": refusals.as_form(said)}
    return {"response_action": "errors", "errors": {name: as_plain(said.text)}}
