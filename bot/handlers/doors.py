"""The doors: what Slack sent becomes an `Ask`; what a handler answers becomes what Slack expects.

Bolt tries its listeners in turn, so there are few of them, and the doors route by dictionary (DESIGN.md). Every
answer leaves after the commit (``process_before_response``): an ack means that it is written down.
"""

import json
import logging
import re
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import uuid4

import aiohttp
from slack_bolt.async_app import AsyncApp
from slack_bolt.response import BoltResponse
from slack_sdk.errors import SlackApiError

from bot.clock import Clock
from bot.domain.errors import Refusal
from bot.domain.policy import Actor, NotForOutsiders, Role
from bot.services import staff
from bot.services.once import once
from bot.slack import Slack
from bot.store.database import Book, BookSession
from bot.views import help as help_views
from bot.views import refusals
from bot.views.blocks import Filled, Message, Mrkdwn, View

log = logging.getLogger("regulars.doors")

Say = Message | View | None
Body = dict[str, Any]


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
        return _was_private(self.body)


def as_id(value: str) -> int:
    """Read an id from outside; 0 is nobody's."""
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 16 else 0


def as_typed(text: str) -> str:
    """Undo the escaping with which Slack sends what was typed; a mention stays ``<@U…|name>``."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


Handler = Callable[[Ask], Awaitable[Say]]
Continue = Callable[[BookSession, Ask, int, dict[str, Any]], Say]
"""Goes on with an errand for a customer, inside a transaction."""
Hear = Callable[[str, Body, datetime], Awaitable[None]]
"""Takes note of an event that nobody in particular asks for: workspace, Slack's event, now."""


class Doors:
    """The register of who answers what, and the way there and back."""

    def __init__(self, book: Book, slack: Slack, clock: Clock) -> None:
        self.book = book
        self.slack = slack
        self.clock = clock
        self.commands: dict[str, Handler] = {}
        self.buttons: dict[str, Handler] = {}
        self.forms: dict[str, Handler] = {}
        self.shortcuts: dict[str, Handler] = {}
        self.events: dict[str, Handler] = {}
        self.news: dict[str, Hear] = {}
        self.regulars: dict[str, Handler] = {}
        """The words after ``/regulars``; every command is one of them as well."""
        self.errands: dict[str, Continue] = {}

    # ---- what handlers call

    async def once(self, ask: Ask, deed: Callable[[BookSession], Say]) -> Say:
        """Run a deed and put it into words in one transaction, once for each request."""
        answer = await self.book.write(ask.actor.workspace, _once, ask, deed)
        return _unpack(answer)

    async def read(self, ask: Ask, deed: Callable[[BookSession], Say]) -> Say:
        """Look something up and put it into words."""
        return await self.book.read(ask.actor.workspace, deed)

    async def people(self, ask: Ask, users: Iterable[str]) -> list[Actor]:
        """Return who these users are, asking Slack about those not met lately; unknown ones are left out."""
        found = [await self._person(ask, user) for user in users]
        return [person for person in found if person]

    async def _person(self, ask: Ask, user: str) -> Actor | None:
        known = await self.book.read(ask.actor.workspace, staff.recognise, user, ask.now)
        try:
            return known or await self._meet(ask.actor.workspace, user, ask.now)
        except SlackApiError as error:
            if error.response.get("error") == "user_not_found":
                return None
            raise

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
        text = as_typed(body.get("text", ""))
        ask = await self._ask(body, body["trigger_id"], text=text, channel=body["channel_id"])
        said = await self.command(body["command"].removeprefix("/"), ask)
        if isinstance(said, dict):
            await self.slack.open_form(body["trigger_id"], _with_return(said, body))
        if isinstance(said, Message) and not ask.actor.welcomed:
            said = await self._welcome(ask, said)
        return _ack(_reply(said)) if isinstance(said, Message) else _ack()

    async def command(self, name: str, ask: Ask) -> Say:
        """Answer a command, typed by its own name or after ``/regulars``; `help` explains it."""
        if name in help_views.USAGE and ask.text.strip().casefold() in ("help", "?", "-h", "--help"):
            return help_views.usage(name) if name != "regulars" else help_views.everything()
        return await self.commands[name](ask)

    async def _welcome(self, ask: Ask, said: Message) -> Message:
        """Put one line of welcome under the answer to somebody's first command."""
        first = await self.book.write(ask.actor.workspace, staff.welcome, ask.actor, ask.now)
        return help_views.welcomed(said) if first else said

    async def _action(self, body: Body) -> BoltResponse:
        action = body["actions"][0]
        route = _route(action["action_id"])
        if route not in self.buttons:
            return _ack()  # a link button, or one of a message from an older version
        ask = await self._ask(
            body,
            body.get("trigger_id") or action.get("action_ts", ""),
            value=_chosen(action),
            channel=(body.get("channel") or {}).get("id", ""),
            filled=Filled.from_view(body.get("view") or {}),
        )
        await self._tell(body, await self.buttons[route](replace(ask, key=f"{ask.key}:{action['action_id']}")))
        return _ack()

    async def _tell(self, body: Body, said: Say) -> None:
        """Answer a press: a form opens, a reply replaces the private message it came from, or stands below."""
        if isinstance(said, dict):
            show = self.slack.push_form if _in_modal(body) else self.slack.open_form
            await show(body["trigger_id"], _with_return(said, body))
        elif isinstance(said, Message):
            await self._respond(body, _reply(said) | {"replace_original": _was_private(body)})

    async def _respond(self, body: Body, reply: Body) -> None:
        if body.get("response_url"):
            await self.slack.respond(body["response_url"], reply)
        elif body.get("trigger_id"):
            show = self.slack.push_form if _in_modal(body) else self.slack.open_form
            await show(body["trigger_id"], refusals.as_form(reply["text"], reply.get("blocks")))

    async def _form(self, body: Body) -> BoltResponse:
        view = body["view"]
        handler = self.forms.get(view["callback_id"])
        if handler is None or body["type"] == "view_closed":
            return _ack()
        key = f"{view['id']}:{view.get('hash', '')}"
        carry, url = _read_return(view)
        said = await handler(await self._ask(body, key, filled=Filled.from_view(view), value=carry))
        if isinstance(said, Message):
            # Back to where the form was opened from, if Slack still lets us; else into the form's own window.
            if url and await self.slack.respond(url, _reply(said) | {"replace_original": False}):
                return _ack({"response_action": "clear"})
            said = refusals.as_form(said.text, list(said.blocks))
        return _ack({"response_action": "update", "view": said}) if said else _ack()

    async def _shortcut(self, body: Body) -> BoltResponse:
        handler = self.shortcuts[body["callback_id"]]
        said = await handler(
            await self._ask(body, body["trigger_id"], channel=(body.get("channel") or {}).get("id", ""))
        )
        if isinstance(said, Message):
            said = refusals.as_form(said.text, list(said.blocks))
        if said:
            await self.slack.open_form(body["trigger_id"], _with_return(said, body))
        return _ack()

    async def _event(self, body: Body) -> BoltResponse:
        event = body["event"]
        if event["type"] in self.news:
            await self.news[event["type"]](_workspace(body), event, self.clock.now())
            return _ack()
        user = event["user"] if isinstance(event.get("user"), str) else event.get("user", {}).get("id", "")
        ask = await self._ask(body, body["event_id"], user=user, channel=event.get("channel", ""))
        await self.events[event["type"]](ask)
        return _ack()

    # ---- who is there

    async def _ask(self, body: Body, key: str, *, user: str = "", **more: Any) -> Ask:
        now = self.clock.now()
        workspace = _workspace(body)
        who = user or body.get("user_id") or body["user"]["id"]
        if _stranger(body, workspace):
            raise NotForOutsiders
        actor = await self.book.read(workspace, staff.recognise, who, now)
        actor = actor or await self._meet(workspace, who, now)
        if actor.role < Role.STAFF:
            raise NotForOutsiders
        return Ask(actor=actor, now=now, key=key, body=body, **more)

    async def _meet(self, workspace: str, user: str, now: datetime) -> Actor:
        """Ask Slack who somebody is; if Slack is away, an earlier word on them has to do."""
        try:
            profile = await self.slack.person(user)
        except (SlackApiError, aiohttp.ClientError, TimeoutError, OSError):
            known = await self.book.read(workspace, staff.assume, user, now)
            if known is None:
                raise
            return known
        return await self.book.write(workspace, staff.meet, profile, now)

    # ---- what went wrong

    async def _mend(self, error: Exception, body: Body) -> BoltResponse:
        """Turn a refusal into its sentence, and anything else into an apology with a reference number."""
        if isinstance(error, Refusal):
            said, where = refusals.refusal(error), error.field
        else:
            reference = uuid4().hex[:8]
            log.error("request_failed reference=%s", reference, exc_info=error)
            if body.get("type") == "event_callback":
                return BoltResponse(status=500, body="")  # not acknowledged: Slack sends it again
            said, where = refusals.apology(reference), None
        return await self._refuse(body, said, where)

    async def _refuse(self, body: Body, said: Message, where: str | None) -> BoltResponse:
        if body.get("type") == "view_submission":
            return _ack({"response_action": "errors", "errors": {_field(body["view"], where): _plain(said.text)}})
        if "command" in body:
            return _ack(_reply(said))
        if body.get("type") in ("block_actions", "shortcut", "message_action"):
            await self._respond(body, _reply(said) | {"replace_original": False})
        return _ack()


def _once(session: BookSession, ask: Ask, deed: Callable[[BookSession], Say]) -> Body | None:
    return once(session, ask.key, ask.now, lambda inner: _pack(deed(inner)))


def _pack(said: Say) -> Body | None:
    if isinstance(said, Message):
        return {"text": str(said.text), "blocks": list(said.blocks), "public": said.public}
    return {"view": said} if said else None


def _unpack(kept: Body | None) -> Say:
    if kept is None:
        return None
    return kept["view"] if "view" in kept else Message(Mrkdwn(kept["text"]), tuple(kept["blocks"]), kept["public"])


def _ack(body: Body | None = None) -> BoltResponse:
    return BoltResponse(status=200, body=body or "")


def _reply(said: Message) -> Body:
    return said.payload() | {"response_type": "in_channel" if said.public else "ephemeral"}


def _route(action_id: str) -> str:
    """Return the route of a control; a number at its end only tells apart controls of one message."""
    return re.sub(r"\.\d+$", "", action_id)


def _chosen(action: Body) -> str:
    """Return what was pressed or chosen, whatever kind of control it is."""
    if action.get("selected_option"):
        return str(action["selected_option"]["value"])
    for key in ("value", "selected_user", "selected_date", "selected_time", "selected_channel"):
        if action.get(key):
            return str(action[key])
    return ""


def _with_return(view: View, body: Body) -> View:
    """Note in a form where the answer to it should appear; a ``response_url`` lasts half an hour."""
    kept = {"carry": view.get("private_metadata", ""), "url": body.get("response_url", "")}
    return view | {"private_metadata": json.dumps(kept)}


def _read_return(view: View) -> tuple[str, str]:
    kept = json.loads(view.get("private_metadata") or "{}")
    return str(kept.get("carry", "")), str(kept.get("url", ""))


def _typed(text: str) -> str:
    """Undo Slack's escaping of what was typed after a command; our own views escape it again."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _in_modal(body: Body) -> bool:
    return (body.get("view") or {}).get("type") == "modal"


def _was_private(body: Body) -> bool:
    return bool((body.get("container") or {}).get("is_ephemeral"))


def _workspace(body: Body) -> str:
    """Return the workspace a request is about, from whichever place this kind of payload has it."""
    team = body.get("team_id") or (body.get("team") or {}).get("id") or (body.get("user") or {}).get("team_id")
    return str(team or "")


def _stranger(body: Body, workspace: str) -> bool:
    """Say whether the person belongs to another workspace (Slack Connect)."""
    user = body.get("user")
    home = user.get("team_id") if isinstance(user, dict) else None
    return bool(home) and home != workspace


def _field(view: View, where: str | None) -> str:
    """Return the field to put a sentence under: the one it belongs to, or the first."""
    fields = [block["block_id"] for block in view["blocks"] if block["type"] == "input"]
    return where if where and where in fields else (fields or [""])[0]


def _plain(text: Mrkdwn) -> str:
    """Undo the escaping where Slack shows plain text."""
    return as_typed(text.replace("\u200b", ""))
