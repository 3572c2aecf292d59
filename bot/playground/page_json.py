"""The shapes of docs/playground-protocol.md: what the page is shown of the workspace."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.playground.control import faults_json
from bot.playground.desk import Desk
from bot.playground.model import Channel, File, Json, Message, User, View
from bot.playground.payloads import view_json

HISTORY = 200  # messages of one conversation that the page gets at once


def user_shape(user: User) -> Json:
    """Return a person."""
    return {
        "id": user.id,
        "name": user.name,
        "real_name": user.real_name,
        "title": user.title,
        "color": user.color,
        "tz": user.tz,
        "is_bot": user.is_bot,
        "is_stranger": user.is_stranger,
        "is_guest": user.is_restricted or user.is_ultra_restricted,
        "playable": user.playable,
    }


def channel_shape(desk: Desk, channel: Channel, user_id: str) -> Json:
    """Return a conversation as this person sees it in their list."""
    return {
        "id": channel.id,
        "name": desk.app.name if channel.kind == "im" else channel.name,
        "kind": channel.kind,
        "user": desk.app.bot_user if channel.kind == "im" else None,
        "unread": desk.workspace.unread(channel, user_id),
        "topic": channel.topic,
        "private": channel.is_private,
        "archived": channel.is_archived,
        "shared": channel.is_ext_shared,
        "member": user_id in channel.members,
    }


def in_list(channel: Channel, user: User) -> bool:
    """Return whether a conversation stands in this person's list: theirs, or public; strangers see less."""
    if user.id in channel.members:
        return True
    outside = user.is_stranger or user.is_restricted or user.is_ultra_restricted
    return channel.kind == "channel" and not channel.is_private and not outside


def file_shape(file: File) -> Json:
    """Return an uploaded file."""
    return {
        "id": file.id,
        "name": file.name,
        "title": file.title,
        "mimetype": file.mimetype,
        "size": file.size,
        "url": f"/files/{file.id}/{file.name}",
    }


def message_shape(message: Message) -> Json:
    """Return a message."""
    return {
        "ts": message.ts,
        "time": datetime.fromtimestamp(float(message.ts), UTC).isoformat(timespec="seconds"),
        "channel": message.channel,
        "user": message.user,
        "bot": message.bot,
        "text": message.text,
        "blocks": message.blocks,
        "ephemeral": message.only_for is not None,
        "edited": message.edited,
        "reactions": [
            {"name": name, "count": len(people), "users": people} for name, people in message.reactions.items()
        ],
        "files": [file_shape(file) for file in message.files],
        "thread_ts": message.thread_ts,
    }


def modal_frame(desk: Desk, user_id: str) -> Json:
    """Return the frame that shows the top of a person's forms."""
    view = desk.workspace.modal(user_id)
    return {
        "type": "modal",
        "view": view_json(desk, view) if view else None,
        "errors": (desk.workspace.field_errors.get(user_id) or None) if view else None,
        "depth": len(desk.workspace.modals.get(user_id, [])),
    }


def home_frame(desk: Desk, view: View | None) -> Json:
    """Return the frame that shows App Home."""
    return {"type": "home", "view": view_json(desk, view) if view else None}


def clock_frame(desk: Desk) -> Json:
    """Return the frame with the time."""
    return {"type": "clock", "now": desk.workspace.now().isoformat(timespec="seconds")}


def history_frame(desk: Desk, channel: Channel, user_id: str) -> Json:
    """Return the frame with the latest messages of a conversation, oldest first."""
    messages = desk.workspace.visible(channel, user_id)[-HISTORY:]
    return {"type": "history", "channel": channel.id, "messages": [message_shape(each) for each in messages]}


def hello_frame(desk: Desk, user_id: str) -> Json:
    """Return the first frame: everything but the conversations' contents."""
    workspace, app = desk.workspace, desk.app
    user, team = workspace.users[user_id], workspace.team
    workspace.dm(user_id)
    modal = modal_frame(desk, user_id)
    return {
        "type": "hello",
        "me": user_id,
        "team": {"id": team.id, "name": team.name, "domain": team.domain},
        "app": {
            "id": app.id,
            "name": app.name,
            "user_id": app.bot_user,
            "description": app.description,
            "color": workspace.users[app.bot_user].color,
        },
        "users": [user_shape(each) for each in workspace.users.values() if not each.deleted],
        "channels": [
            channel_shape(desk, each, user_id) for each in workspace.channels.values() if in_list(each, user)
        ],
        "commands": [_command_shape(each) for each in (app.commands or {}).values()],
        "shortcuts": [_shortcut_shape(each) for each in app.shortcuts.values()],
        "now": clock_frame(desk)["now"],
        "zone": workspace.zone,
        "tour": desk.tour,
        "faults": faults_json(desk),
        "modal": modal["view"],
        "depth": modal["depth"],
        "clock": desk.on_clock is not None,
    }


def _command_shape(card: Json) -> Json:
    return {name: card.get(name, "") for name in ("command", "description", "usage_hint")}


def _shortcut_shape(card: Json) -> Json:
    return {name: card.get(name, "") for name in ("callback_id", "name", "type", "description")}
