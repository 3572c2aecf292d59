"""The workspace's state: who is in it, what was said, which forms are open.

All of it lives in memory and changes only on the playground's event loop. Every change has a number and is
announced to the watchers: the page forwards it, a waiting test looks again.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.playground.cast import Cast
from bot.playground.model import Channel, File, Json, Message, Notice, User, View

Now = Callable[[], datetime]


@dataclass(frozen=True)
class Change:
    """Something somebody may now see; `people` None means everybody."""

    kind: str  # message | deleted | unread | channel | home | modal | notice | clock | faults
    people: frozenset[str] | None
    what: Any


def new_id(prefix: str) -> str:
    """Return an id as Slack shapes them; random, so that a kept database never meets one twice."""
    return prefix + secrets.token_hex(5).upper()


class Workspace:
    """Everything Slack would remember of one team."""

    def __init__(self, cast: Cast, now: Now) -> None:
        self.team, self.zone, self.bot_user, self.now = cast.team, cast.zone, cast.bot_user, now
        self.users: dict[str, User] = {user.id: user for user in cast.people}
        self.channels: dict[str, Channel] = {channel.id: channel for channel in cast.channels}
        self.modals: dict[str, list[View]] = {}
        self.homes: dict[str, View] = {}
        self.field_errors: dict[str, dict[str, str]] = {}
        self.notices: list[Notice] = []
        self.watchers: list[Callable[[Change], None]] = []
        self._waiting: set[asyncio.Future[None]] = set()
        self._last_micros = 0
        self._changes = 0

    # -- change ---------------------------------------------------------------------------------------------

    def count(self) -> int:
        """Return the next number in the order of all changes."""
        self._changes += 1
        return self._changes

    def announce(self, kind: str, people: frozenset[str] | None, what: Any) -> None:
        """Tell the watchers, and wake whoever waits for a change."""
        for watcher in list(self.watchers):
            watcher(Change(kind, people, what))
        for waiting in self._waiting:
            if not waiting.done():
                waiting.set_result(None)
        self._waiting.clear()

    async def next_change(self, within: float) -> bool:
        """Wait for the next change, at most `within` seconds; return whether there was one."""
        waiting: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.add(waiting)
        try:
            await asyncio.wait_for(waiting, max(within, 0))
        except TimeoutError:
            return False
        finally:
            self._waiting.discard(waiting)
        return True

    def stamp(self) -> str:
        """Return a message time stamp from the clock: unique, and always later than the one before."""
        self._last_micros = max(int(self.now().timestamp() * 1_000_000), self._last_micros + 1)
        return f"{self._last_micros // 1_000_000}.{self._last_micros % 1_000_000:06d}"

    # -- people and places ----------------------------------------------------------------------------------

    def dm(self, user_id: str) -> Channel:
        """Return the DM between this person and the bot, opened now if it never was."""
        channel_id = "D" + user_id[1:]
        if channel_id not in self.channels:
            name = self.users[user_id].name
            members = {user_id, self.bot_user}
            self.channels[channel_id] = Channel(channel_id, name, "im", members, user=user_id, is_private=True)
            self.announce("channel", frozenset({user_id}), channel_id)
        return self.channels[channel_id]

    def find_channel(self, reference: str) -> Channel | None:
        """Return the conversation for an id, a name, or a person's id (their DM); None when there is none."""
        if reference in self.users:
            return self.dm(reference)
        name = reference.removeprefix("#")
        named = (each for each in self.channels.values() if each.kind == "channel" and each.name == name)
        return self.channels.get(reference) or next(named, None)

    def audience(self, channel: Channel) -> frozenset[str]:
        """Return the people who see what is said there."""
        return frozenset(channel.members)

    def change_user(self, user_id: str, **facts: Any) -> User:
        """Change facts of a person (`deleted=True`, `tz="Asia/Tokyo"`) and return them as they are now."""
        self.users[user_id] = replace(self.users[user_id], **facts)
        return self.users[user_id]

    # -- messages -------------------------------------------------------------------------------------------

    def say(
        self,
        channel: Channel,
        user: str,
        text: str,
        blocks: list[Json] | None = None,
        *,
        only_for: str | None = None,
        metadata: Json | None = None,
        thread_ts: str | None = None,
        files: list[File] | None = None,
    ) -> Message:
        """Put a message into a conversation; `only_for` makes it ephemeral. Blocks are taken as valid."""
        message = Message(
            self.stamp(), channel.id, user, text, blocks or [], user == self.bot_user, only_for, metadata,
            thread_ts=thread_ts, files=files or [], changed=self.count(),
        )  # fmt: skip
        channel.messages.append(message)
        self._show(channel, message)
        for person in self.audience(channel) if only_for is None else ():
            if person != user:
                self.announce("unread", frozenset({person}), channel.id)
        return message

    def _show(self, channel: Channel, message: Message) -> None:
        people = self.audience(channel) if message.only_for is None else frozenset({message.only_for})
        self.announce("message", people, message)

    def changed(self, message: Message) -> None:
        """Announce that a message was edited, reacted to, or replaced."""
        message.changed = self.count()
        self._show(self.channels[message.channel], message)

    def message(self, channel_id: str, ts: str) -> Message | None:
        """Return the message with this key, ephemeral ones included."""
        channel = self.channels.get(channel_id)
        return next((each for each in channel.messages if each.ts == ts), None) if channel else None

    def remove(self, message: Message) -> None:
        """Take a message away, for everybody."""
        channel = self.channels[message.channel]
        channel.messages.remove(message)
        people = self.audience(channel) if message.only_for is None else frozenset({message.only_for})
        self.announce("deleted", people, message)

    def visible(self, channel: Channel, user_id: str) -> list[Message]:
        """Return what this person sees there, oldest first."""
        return [each for each in channel.messages if each.only_for in {None, user_id}]

    def unread(self, channel: Channel, user_id: str) -> int:
        """Count the messages of others that this person has not read."""
        seen = channel.last_read.get(user_id, "")
        return sum(each.ts > seen and each.user != user_id and each.only_for is None for each in channel.messages)

    def read(self, channel: Channel, user_id: str) -> None:
        """Mark everything there as read by this person."""
        channel.last_read[user_id] = channel.messages[-1].ts if channel.messages else ""
        self.announce("unread", frozenset({user_id}), channel.id)

    # -- what Slack says and shows to one person ------------------------------------------------------------

    def notify(self, user: str, text: str, channel: str | None = None, level: str = "error") -> None:
        """Let Slack itself say something to one person."""
        notice = Notice(user, text, channel, level, self.count())
        self.notices.append(notice)
        self.announce("notice", frozenset({user}), notice)

    def modal(self, user_id: str) -> View | None:
        """Return the form this person has in front of them, or None."""
        stack = self.modals.get(user_id)
        return stack[-1] if stack else None

    def show_modal(self, user_id: str, errors: dict[str, str] | None = None) -> None:
        """Announce the top of a person's forms, with the errors to show under its fields."""
        self.field_errors[user_id] = errors or {}
        if view := self.modal(user_id):
            view.changed = self.count()
        self.announce("modal", frozenset({user_id}), errors)
