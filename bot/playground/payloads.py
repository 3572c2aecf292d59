"""The payloads Slack sends to an app, in Slack's shapes.

Source: Slack's reference of interaction payloads, slash commands and the Events API. Only fields that Slack
documents are here.
"""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.playground.desk import Desk
from bot.playground.model import Channel, Json, Message, User, View
from bot.playground.workspace import new_id


def user_json(user: User) -> Json:
    """Return a person as interactions name them."""
    return {"id": user.id, "username": user.name, "name": user.name, "team_id": user.team_id}


def profile_json(desk: Desk, user: User) -> Json:
    """Return a person as `users.info` and `user_change` describe them."""
    shown: Json = {
        "id": user.id, "team_id": user.team_id, "name": user.name, "real_name": user.real_name,
        "deleted": user.deleted, "color": user.color.lstrip("#"), "is_bot": user.is_bot,
        "is_app_user": False, "is_admin": user.is_admin, "is_owner": False, "is_primary_owner": False,
        "is_restricted": user.is_restricted, "is_ultra_restricted": user.is_ultra_restricted,
        "locale": user.locale, "updated": int(desk.workspace.now().timestamp()),
        "profile": {
            "real_name": user.real_name, "display_name": user.name, "title": user.title,
            "email": user.email, "team": user.team_id,
        },
    }  # fmt: skip
    if user.is_stranger:
        shown["is_stranger"] = True
    if user.tz is not None:
        now = desk.workspace.now().astimezone(ZoneInfo(user.tz))
        offset = now.utcoffset() or timedelta()
        shown |= {"tz": user.tz, "tz_label": now.tzname(), "tz_offset": int(offset.total_seconds())}
    return shown


def _common(desk: Desk, user: User) -> Json:
    team = desk.workspace.team
    return {
        "team": {"id": team.id, "domain": team.domain},
        "user": user_json(user),
        "api_app_id": desk.app.id,
        "token": desk.app.verification_token,
        "enterprise": None,
        "is_enterprise_install": False,
    }


def channel_json(channel: Channel) -> Json:
    """Return a conversation as interactions name it."""
    names = {"im": "directmessage", "channel": channel.name}
    if channel.kind == "channel" and channel.is_private:
        return {"id": channel.id, "name": "privategroup"}
    return {"id": channel.id, "name": names[channel.kind]}


def message_json(desk: Desk, message: Message) -> Json:
    """Return a message as Slack stores it; `metadata` is left to those who may ask for it."""
    shown: Json = {
        "type": "message",
        "user": message.user,
        "ts": message.ts,
        "text": message.text,
        "team": desk.workspace.team.id,
    }
    if message.blocks:
        shown["blocks"] = message.blocks
    if message.bot:
        shown |= {"bot_id": desk.app.bot_id, "app_id": desk.app.id}
    if message.edited:
        shown["edited"] = message.edited
    if message.thread_ts:
        shown["thread_ts"] = message.thread_ts
    if message.reactions:
        shown["reactions"] = [
            {"name": name, "users": users, "count": len(users)} for name, users in message.reactions.items()
        ]
    if message.files:
        shown["files"] = [{"id": file.id, "name": file.name, "title": file.title} for file in message.files]
    return shown


def view_json(desk: Desk, view: View) -> Json:
    """Return a view as Slack hands it back, with the state of its inputs."""
    body = view.body
    shown: Json = {
        "id": view.id,
        "team_id": desk.workspace.team.id,
        "type": view.kind,
        "blocks": body.get("blocks", []),
        "private_metadata": body.get("private_metadata", ""),
        "callback_id": body.get("callback_id", ""),
        "external_id": body.get("external_id", ""),
        "state": {"values": view.state},
        "hash": view.hash,
        "root_view_id": view.root_id,
        "previous_view_id": view.previous_id,
        "app_id": desk.app.id,
        "app_installed_team_id": desk.workspace.team.id,
        "bot_id": desk.app.bot_id,
        "clear_on_close": body.get("clear_on_close", False),
        "notify_on_close": body.get("notify_on_close", False),
    }
    if view.kind == "modal":
        shown |= {name: body.get(name) for name in ("title", "submit", "close")}
    return shown


def command(desk: Desk, user: User, channel: Channel, name: str, text: str, response_url: str) -> Json:
    """Return the form fields of a slash command, all strings."""
    team = desk.workspace.team
    return {
        "token": desk.app.verification_token,
        "team_id": team.id,
        "team_domain": team.domain,
        "channel_id": channel.id,
        "channel_name": channel_json(channel)["name"],
        "user_id": user.id,
        "user_name": user.name,
        "command": name,
        "text": text,
        "api_app_id": desk.app.id,
        "is_enterprise_install": "false",
        "response_url": response_url,
        "trigger_id": desk.triggers.give(user.id),
    }


def message_action(desk: Desk, user: User, message: Message, action: Json, response_url: str) -> Json:
    """Return `block_actions` from a message; an ephemeral one comes without its message."""
    channel = desk.workspace.channels[message.channel]
    ephemeral = message.only_for is not None
    payload = {
        "type": "block_actions",
        **_common(desk, user),
        "container": {
            "type": "message", "message_ts": message.ts, "channel_id": channel.id, "is_ephemeral": ephemeral,
        },
        "trigger_id": desk.triggers.give(user.id),
        "channel": channel_json(channel),
        "state": {"values": message.state},
        "response_url": response_url,
        "actions": [action],
    }  # fmt: skip
    return payload if ephemeral else payload | {"message": message_json(desk, message)}


def view_action(desk: Desk, user: User, view: View, action: Json) -> Json:
    """Return `block_actions` from a modal or Home."""
    return {
        "type": "block_actions",
        **_common(desk, user),
        "container": {"type": "view", "view_id": view.id},
        "trigger_id": desk.triggers.give(user.id),
        "view": view_json(desk, view),
        "actions": [action],
    }


def submission(desk: Desk, user: User, view: View) -> Json:
    """Return `view_submission`."""
    return {
        "type": "view_submission",
        **_common(desk, user),
        "trigger_id": desk.triggers.give(user.id),
        "view": view_json(desk, view),
        "response_urls": [],
    }


def closed(desk: Desk, user: User, view: View, cleared: bool) -> Json:
    """Return `view_closed`."""
    shown = view_json(desk, view)
    return {"type": "view_closed", **_common(desk, user), "view": shown, "is_cleared": cleared}


def shortcut(desk: Desk, user: User, callback_id: str) -> Json:
    """Return a global shortcut; it has no channel and no response URL."""
    return {
        "type": "shortcut",
        **_common(desk, user),
        "action_ts": desk.workspace.stamp(),
        "callback_id": callback_id,
        "trigger_id": desk.triggers.give(user.id),
    }


def message_shortcut(desk: Desk, user: User, callback_id: str, message: Message, response_url: str) -> Json:
    """Return a message shortcut, which carries its message."""
    return {
        "type": "message_action",
        **_common(desk, user),
        "action_ts": desk.workspace.stamp(),
        "callback_id": callback_id,
        "trigger_id": desk.triggers.give(user.id),
        "response_url": response_url,
        "message_ts": message.ts,
        "channel": channel_json(desk.workspace.channels[message.channel]),
        "message": message_json(desk, message),
    }


def suggestion(desk: Desk, user: User, place: View | Message, block_id: str, action_id: str, value: str) -> Json:
    """Return `block_suggestion`: what was typed into an external select."""
    payload = {
        "type": "block_suggestion", **_common(desk, user),
        "block_id": block_id, "action_id": action_id, "value": value,
    }  # fmt: skip
    if isinstance(place, View):
        container = {"type": "view", "view_id": place.id}
        return payload | {"container": container, "view": view_json(desk, place)}
    channel = channel_json(desk.workspace.channels[place.channel])
    container = {"type": "message", "message_ts": place.ts, "channel_id": place.channel}
    return payload | {"container": container, "channel": channel, "message": message_json(desk, place)}


def event(desk: Desk, inner: Json, shared: bool = False) -> Json:
    """Return an Events API callback around an inner event."""
    team = desk.workspace.team.id
    event_id = new_id("Ev")
    authorization = {
        "enterprise_id": None, "team_id": team, "user_id": desk.app.bot_user,
        "is_bot": True, "is_enterprise_install": False,
    }  # fmt: skip
    return {
        "token": desk.app.verification_token,
        "team_id": team,
        "api_app_id": desk.app.id,
        "event": inner,
        "type": "event_callback",
        "event_id": event_id,
        "event_time": int(desk.workspace.now().timestamp()),
        "authorizations": [authorization],
        "is_ext_shared_channel": shared,
        "event_context": f"4-{event_id}",
    }


def as_form(kind: str, payload: Json) -> dict[str, Any]:
    """Return what goes over HTTP as a form: a command's fields, or an interaction in its `payload` field."""
    return payload if kind == "slash_commands" else {"payload": json.dumps(payload)}
