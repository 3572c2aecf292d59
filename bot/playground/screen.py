"""What one person has on their screen, newest first, as text to read and things to press."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from bot.playground.desk import Desk
from bot.playground.forms import interactive
from bot.playground.model import Json, Message, Notice, View
from bot.playground.payloads import view_json
from bot.playground.plain import Reader

T = TypeVar("T")


@dataclass(frozen=True)
class Seen:
    """Something a person sees. `where` is message, ephemeral, home, modal or notice; `channel` its name."""

    where: str
    channel: str
    text: str
    place: Message | View | Notice

    @property
    def ts(self) -> str:
        """Return the message's time stamp; '' for anything else."""
        return self.place.ts if isinstance(self.place, Message) else ""

    def __str__(self) -> str:
        place = f"{self.where} in {self.channel}" if self.channel else self.where
        return f"[{place}] " + self.text.replace("\n", "\n    ")


@dataclass(frozen=True)
class Thing:
    """An element on the screen with the block and the place it stands in."""

    place: Message | View
    block: Json
    element: Json


class Screen:
    """One person's screen."""

    def __init__(self, desk: Desk, user_id: str) -> None:
        self.desk, self.workspace, self.user_id = desk, desk.workspace, user_id
        self.reader = Reader(desk.workspace)

    def everything(self, where: str | None = None) -> Iterator[Seen]:
        """Yield what is visible, an open form first, then by the latest change.

        `where`: `home`, `modal`, `ephemeral`, `notice`, `dm`, or a channel's name (what everybody there sees).
        """
        wanted = where.removeprefix("#") if where else None
        found = [
            each for each in self._places() if wanted in {None, each[0], each[1] if each[0] == "message" else ""}
        ]
        for kind, channel, place in sorted(
            found, key=lambda each: (each[0] == "modal", each[2].changed), reverse=True
        ):
            yield Seen(kind, channel, self._read(place), place)

    def _places(self) -> Iterator[tuple[str, str, Message | View | Notice]]:
        for channel in self.workspace.channels.values():
            if self.user_id in channel.members:
                name = "dm" if channel.user == self.user_id else channel.name
                for message in self.workspace.visible(channel, self.user_id):
                    yield "ephemeral" if message.only_for else "message", name, message
        if home := self.workspace.homes.get(self.user_id):
            yield "home", "", home
        if modal := self.workspace.modal(self.user_id):
            yield "modal", "", modal
        for notice in self.workspace.notices:
            if notice.user == self.user_id:
                yield "notice", "", notice

    def _read(self, place: Message | View | Notice) -> str:
        if isinstance(place, Notice):
            return place.text
        if isinstance(place, Message):
            return self.read_message(place)
        errors = self.workspace.field_errors.get(self.user_id) if place.kind == "modal" else None
        return self.reader.view(view_json(self.desk, place), errors)

    def read_message(self, message: Message) -> str:
        """Return a message's text, blocks and files as plain text."""
        files = "\n".join(f"{file.title} {file.name}" for file in message.files)
        parts = (self.reader.mrkdwn(message.text), self.reader.blocks(message.blocks), files)
        return "\n".join(part for part in parts if part)

    def things(self, on: Seen | None = None) -> list[Thing]:
        """Return everything that can be pressed, chosen or filled in, on the newest first or on one place.

        While a form is open, nothing behind it can be reached.
        """
        if on is None and (modal := self.workspace.modal(self.user_id)):
            places: list[Message | View | Notice] = [modal]
        else:
            places = [on.place] if on else [seen.place for seen in self.everything()]
        return [
            Thing(place, block, element)
            for place in places if not isinstance(place, Notice) and self._is_there(place)
            for block, element in interactive(place.body["blocks"] if isinstance(place, View) else place.blocks)
        ]  # fmt: skip

    def _is_there(self, place: Message | View) -> bool:
        if isinstance(place, Message):
            return place in self.workspace.channels[place.channel].messages
        modal = self.workspace.modal(self.user_id)
        return place is modal or place is self.workspace.homes.get(self.user_id)

    async def wait_for(self, look: Callable[[], T | None], within: float) -> T | None:
        """Return what `look` finds, looking again after each change, or None after `within` seconds."""
        deadline = asyncio.get_running_loop().time() + within
        while (found := look()) is None:
            if not await self.workspace.next_change(deadline - asyncio.get_running_loop().time()):
                return look()
        return found
