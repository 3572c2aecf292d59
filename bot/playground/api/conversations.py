"""conversations.* and reactions.*: where things are said, and what was said there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from bot.playground.api.call import ApiError, Call, Method
from bot.playground.model import Channel, Json, Message
from bot.playground.payloads import message_json

T = TypeVar("T")


def channel_json(call: Call, channel: Channel) -> Json:
    """Return a conversation as Slack describes it."""
    shown: Json = {
        "id": channel.id, "is_channel": channel.kind == "channel" and not channel.is_private,
        "is_group": channel.kind == "channel" and channel.is_private, "is_im": channel.kind == "im",
        "is_mpim": False, "is_private": channel.is_private, "is_archived": channel.is_archived,
        "is_ext_shared": channel.is_ext_shared, "is_shared": channel.is_ext_shared, "is_org_shared": False,
        "is_member": call.desk.app.bot_user in channel.members, "created": 1700000000,
        "context_team_id": call.desk.workspace.team.id,
    }  # fmt: skip
    if channel.kind == "im":
        return shown | {"user": channel.user}
    return shown | {
        "name": channel.name, "name_normalized": channel.name, "topic": {"value": channel.topic},
        "purpose": {"value": ""}, "num_members": len(channel.members),
    }  # fmt: skip


def page_of(call: Call, things: Sequence[T], most: int = 1000) -> tuple[list[T], Json]:
    """Return one page of a list, and the metadata with the cursor of the next."""
    try:
        start = int(call.text("cursor", "0") or 0)
    except ValueError:
        raise ApiError("invalid_cursor") from None
    size = max(1, min(call.number("limit", 100), most))
    rest = start + size < len(things)
    return list(things[start : start + size]), {"next_cursor": str(start + size) if rest else ""}


def list_channels(call: Call) -> Json:
    """Return public channels, and private ones and DMs the bot is in, by `types`."""
    wanted = set(call.text("types", "public_channel").replace(" ", "").split(","))
    bot = call.desk.app.bot_user
    found = [
        channel for channel in call.desk.workspace.channels.values()
        if _type(channel) in wanted
        and (not channel.is_private or bot in channel.members)
        and not (channel.is_archived and call.flag("exclude_archived"))
    ]  # fmt: skip
    page, metadata = page_of(call, found)
    return {"channels": [channel_json(call, each) for each in page], "response_metadata": metadata}


def _type(channel: Channel) -> str:
    if channel.kind == "im":
        return "im"
    return "private_channel" if channel.is_private else "public_channel"


def info(call: Call) -> Json:
    """Return one conversation."""
    return {"channel": channel_json(call, call.channel())}


def open_dm(call: Call) -> Json:
    """Open the DM with one person; several at once are not played here."""
    people = [each for each in call.text("users").split(",") if each]
    if call.text("channel"):
        return {"channel": {"id": call.channel().id}}
    if len(people) != 1:
        raise ApiError("users_list_not_supplied" if not people else "method_not_supported_for_channel_type")
    user = call.desk.workspace.users.get(people[0])
    if user is None:
        raise ApiError("user_not_found")
    if user.id == call.desk.app.bot_user or user.is_bot:
        raise ApiError("cannot_dm_bot")
    if user.deleted:
        raise ApiError("user_disabled")
    known = "D" + user.id[1:] in call.desk.workspace.channels
    channel = call.desk.workspace.dm(user.id)
    shown = channel_json(call, channel) if call.flag("return_im") else {"id": channel.id}
    return {"channel": shown, "already_open": known, "no_op": known}


def history(call: Call) -> Json:
    """Return what was said, newest first; metadata with `include_all_metadata`."""
    channel = call.channel()
    needed = {"im": "im:history", "private_channel": "groups:history", "public_channel": "channels:history"}
    scope = needed[_type(channel)]
    if scope not in call.desk.app.scopes:
        provided = ",".join(sorted(call.desk.app.scopes))
        raise ApiError("missing_scope", needed=scope, provided=provided)
    if call.desk.app.bot_user not in channel.members:
        raise ApiError("not_in_channel")
    oldest, latest, inclusive = call.text("oldest", "0"), call.text("latest", "9"), call.flag("inclusive")
    found = [
        each for each in reversed(channel.messages)
        if each.only_for is None
        and (oldest < each.ts < latest or (inclusive and each.ts in {oldest, latest}))
    ]  # fmt: skip
    page, metadata = page_of(call, found, 999)
    more = bool(metadata["next_cursor"])
    shown = [_said(call, each) for each in page]
    answer = {"messages": shown, "has_more": more, "pin_count": 0}
    return answer | {"response_metadata": metadata} if more else answer


def _said(call: Call, message: Message) -> Json:
    shown = message_json(call.desk, message)
    if message.metadata and call.flag("include_all_metadata"):
        shown["metadata"] = message.metadata
    return shown


def members(call: Call) -> Json:
    """Return who is in a conversation."""
    page, metadata = page_of(call, sorted(call.channel().members))
    return {"members": page, "response_metadata": metadata}


def join(call: Call) -> Json:
    """Let the bot join a public channel."""
    channel = call.channel()
    if channel.is_archived:
        raise ApiError("is_archived")
    if channel.kind != "channel" or channel.is_private:
        raise ApiError("method_not_supported_for_channel_type")
    channel.members.add(call.desk.app.bot_user)
    call.desk.workspace.announce("channel", frozenset(channel.members), channel.id)
    return {"channel": channel_json(call, channel)}


def _reacted_message(call: Call) -> Message:
    message = call.desk.workspace.message(call.channel().id, call.need("timestamp"))
    if message is None or message.only_for is not None:
        raise ApiError("message_not_found")
    return message


def add_reaction(call: Call) -> Json:
    """Put the bot's reaction on a message."""
    message, name = _reacted_message(call), call.need("name").strip(":")
    people = message.reactions.setdefault(name, [])
    if call.desk.app.bot_user in people:
        raise ApiError("already_reacted")
    people.append(call.desk.app.bot_user)
    call.desk.workspace.changed(message)
    return {}


def remove_reaction(call: Call) -> Json:
    """Take the bot's reaction away."""
    message, name = _reacted_message(call), call.need("name").strip(":")
    people = message.reactions.get(name, [])
    if call.desk.app.bot_user not in people:
        raise ApiError("no_reaction")
    people.remove(call.desk.app.bot_user)
    if not people:
        del message.reactions[name]
    call.desk.workspace.changed(message)
    return {}


def get_reactions(call: Call) -> Json:
    """Return a message with its reactions."""
    message = _reacted_message(call)
    return {"type": "message", "channel": message.channel, "message": message_json(call.desk, message)}


READ = ("channels:read", "groups:read", "im:read")
HISTORY = ("channels:history", "groups:history", "im:history")

METHODS = {
    "conversations.list": Method("supported", "cursors are plain numbers", READ, list_channels),
    "conversations.info": Method("supported", "", READ, info),
    "conversations.open": Method("partial", "one person only", "im:write", open_dm),
    "conversations.history": Method("supported", "", HISTORY, history),
    "conversations.members": Method("supported", "", READ, members),
    "conversations.join": Method("supported", "", "channels:join", join),
    "conversations.replies": Method("missing", "threads are shown flat"),
    "reactions.add": Method("supported", "", "reactions:write", add_reaction),
    "reactions.get": Method("supported", "", "reactions:read", get_reactions),
    "reactions.remove": Method("supported", "", "reactions:write", remove_reaction),
}
