"""The events of this workspace, sent to the app where it subscribed to them."""

from __future__ import annotations

from bot.playground import payloads
from bot.playground.delivery import Answer
from bot.playground.desk import Desk
from bot.playground.model import Channel, Json, Message
from bot.playground.workspace import Workspace


async def tell(desk: Desk, subscription: str, inner: Json, shared: bool = False) -> Answer:
    """Send one event and wait until it is acknowledged or given up; without a subscription do nothing."""
    if subscription not in desk.app.events:
        return Answer()
    return await desk.events.send(payloads.event(desk, inner, shared))


async def message_said(desk: Desk, channel: Channel, message: Message) -> Answer:
    """Tell of a person's message: `message.im` in the DM, else where the bot is a member; mentions besides."""
    if desk.app.bot_user not in channel.members:
        return Answer()
    channel_type = "im" if channel.kind == "im" else "group" if channel.is_private else "channel"
    inner = payloads.message_json(desk, message) | {"channel": channel.id, "event_ts": message.ts}
    if channel_type != "im" and f"<@{desk.app.bot_user}>" in message.text:
        await tell(desk, "app_mention", inner | {"type": "app_mention"}, channel.is_ext_shared)
    subscription = {"im": "message.im", "group": "message.groups", "channel": "message.channels"}[channel_type]
    return await tell(desk, subscription, inner | {"channel_type": channel_type}, channel.is_ext_shared)


async def app_opened(desk: Desk, user: str, tab: str) -> Answer:
    """Tell that somebody opened the app's Home or Messages tab."""
    workspace: Workspace = desk.workspace
    inner: Json = {
        "type": "app_home_opened", "user": user, "channel": workspace.dm(user).id,
        "tab": tab, "event_ts": workspace.stamp(),
    }  # fmt: skip
    if tab == "home" and user in workspace.homes:
        inner["view"] = payloads.view_json(desk, workspace.homes[user])
    return await tell(desk, "app_home_opened", inner)


async def reacted(desk: Desk, user: str, message: Message, name: str, added: bool) -> Answer:
    """Tell of a reaction, where the bot is a member."""
    channel = desk.workspace.channels[message.channel]
    if desk.app.bot_user not in channel.members:
        return Answer()
    kind = "reaction_added" if added else "reaction_removed"
    inner = {
        "type": kind, "user": user, "reaction": name, "item_user": message.user,
        "item": {"type": "message", "channel": message.channel, "ts": message.ts},
        "event_ts": desk.workspace.stamp(),
    }  # fmt: skip
    return await tell(desk, kind, inner, channel.is_ext_shared)


async def user_changed(desk: Desk, user_id: str) -> Answer:
    """Tell that somebody's profile changed: deactivated, moved to another time zone."""
    inner = {
        "type": "user_change", "user": payloads.profile_json(desk, desk.workspace.users[user_id]),
        "event_ts": desk.workspace.stamp(),
    }  # fmt: skip
    return await tell(desk, "user_change", inner)
