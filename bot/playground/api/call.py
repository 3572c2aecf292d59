"""One call of a Web API method: its arguments, however they were sent, and how it can fail."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from bot.playground.desk import Desk
from bot.playground.model import Channel, Json, User


class ApiError(Exception):
    """Slack's `ok: false`; `error` is its name, `extra` what else the answer carries."""

    def __init__(self, error: str, **extra: Any) -> None:
        super().__init__(error)
        self.error, self.extra = error, extra

    def as_json(self) -> Json:
        """Return the answer's body."""
        return {"ok": False, "error": self.error, **self.extra}


def invalid(message: str, error: str = "invalid_arguments") -> ApiError:
    """Return an error with one explaining message, as Slack gives them."""
    return ApiError(error, response_metadata={"messages": [f"[ERROR] {message}"]})


@dataclass(frozen=True)
class Call:
    """The arguments of one call, and the desk to serve it from."""

    desk: Desk
    arguments: dict[str, Any]

    def text(self, name: str, default: str = "") -> str:
        """Return a text argument."""
        value = self.arguments.get(name)
        return default if value is None else str(value)

    def need(self, name: str) -> str:
        """Return a text argument that must be there; ApiError otherwise."""
        if not (value := self.text(name)):
            raise invalid(f"missing required field: {name}")
        return value

    def flag(self, name: str, default: bool = False) -> bool:
        """Return a boolean, in any of the ways clients send them."""
        value = self.arguments.get(name)
        return default if value is None else str(value).lower() in {"1", "true"}

    def number(self, name: str, default: int) -> int:
        """Return a whole number; ApiError when it is none."""
        try:
            return int(self.arguments.get(name) or default)
        except ValueError:
            raise invalid(f"must be an integer [json-pointer:/{name}]") from None

    def value(self, name: str) -> Any:
        """Return a JSON argument, decoded if it came as text; ApiError when it is not JSON."""
        value = self.arguments.get(name)
        if not isinstance(value, str) or not value:
            return value or None
        try:
            return json.loads(value)
        except ValueError:
            raise ApiError("invalid_json" if name == "view" else f"invalid_{name}_format") from None

    def channel(self, name: str = "channel") -> Channel:
        """Return the conversation an argument names: an id, a name, or a person for their DM."""
        if not (reference := self.text(name)):
            raise ApiError("channel_not_found")
        return self.find(reference)

    def find(self, reference: str) -> Channel:
        """Return a conversation; `channel_not_found` when there is none the bot may know of."""
        workspace = self.desk.workspace
        if reference == workspace.bot_user:
            raise ApiError("cannot_dm_bot")
        user = workspace.users.get(reference)
        channel = None if user and user.deleted else workspace.find_channel(reference)
        if channel is None or (channel.is_private and workspace.bot_user not in channel.members):
            raise ApiError("channel_not_found")
        return channel

    def user(self, name: str = "user") -> User:
        """Return the person an argument names; `user_not_found` when nobody."""
        user = self.desk.workspace.users.get(self.text(name))
        if user is None:
            raise ApiError("user_not_found")
        return user


@dataclass(frozen=True)
class Method:
    """A Web API method: how far it is supported, the scope it needs, and what runs it."""

    support: str  # supported | partial | missing
    note: str
    scope: str | tuple[str, ...] = ()
    run: Callable[[Call], Json] | None = None

    @property
    def scopes(self) -> tuple[str, ...]:
        """Return the scopes of which any one is enough; none means that any token will do."""
        return (self.scope,) if isinstance(self.scope, str) else self.scope


async def read_arguments(request: web.Request) -> dict[str, Any]:
    """Return the arguments of a request: query, form or JSON. ApiError for a body that is not what it says."""
    arguments: dict[str, Any] = dict(request.query)
    if request.content_type == "application/json":
        try:
            body = await request.json()
        except ValueError:
            raise ApiError("invalid_json") from None
        if not isinstance(body, dict):
            raise ApiError("json_not_object")
        return arguments | body
    return arguments | {name: value for name, value in (await request.post()).items() if isinstance(value, str)}
