"""The page's websocket: one person, what they see going out, what they do coming in.

The protocol is docs/playground-protocol.md.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable

from aiohttp import WSMsgType, web

from bot.playground.control import change_faults, faults_json
from bot.playground.delivery import Answer
from bot.playground.desk import Desk, logger
from bot.playground.model import Channel, Json, Message, Notice, View
from bot.playground.page_json import (
    channel_shape,
    clock_frame,
    hello_frame,
    history_frame,
    home_frame,
    in_list,
    message_shape,
    modal_frame,
)
from bot.playground.session import Session
from bot.playground.workspace import Change

TICK = 60.0  # seconds between two clock frames
UNKNOWN_PERSON = 4404


class Misread(Exception):
    """A frame of the page that names something which is not there."""


class PageSocket:
    """Serves `/playground/ws?user=U…` to any number of pages."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def connect(self, request: web.Request) -> web.StreamResponse:
        """Serve one page until it goes away."""
        socket = web.WebSocketResponse(heartbeat=30, timeout=1.0)
        await socket.prepare(request)
        user = self.desk.workspace.users.get(request.query.get("user", ""))
        if user is None or not user.playable:
            await socket.close(code=UNKNOWN_PERSON, message=b"nobody by that id")
            return socket
        page = Page(self.desk, user.id, socket)
        self.desk.pages.add(socket)
        try:
            await page.serve()
        finally:
            self.desk.pages.discard(socket)
        return socket


class Page:
    """One open page: a queue of frames going out, a task for each deed under way."""

    def __init__(self, desk: Desk, user_id: str, socket: web.WebSocketResponse) -> None:
        self.desk, self.user_id, self.socket = desk, user_id, socket
        self.session = Session(desk, user_id)
        self.open: str | None = None
        self._out: asyncio.Queue[Json] = asyncio.Queue()
        self._deeds: set[asyncio.Task[None]] = set()

    async def serve(self) -> None:
        """Talk with the page until it closes."""
        self._send(hello_frame(self.desk, self.user_id))
        self.desk.workspace.watchers.append(self._watch)
        background = [asyncio.create_task(self._write()), asyncio.create_task(self._tick())]
        try:
            async for message in self.socket:
                if message.type == WSMsgType.TEXT:
                    self._start(message.data)
        finally:
            self.desk.workspace.watchers.remove(self._watch)
            for task in [*background, *self._deeds]:
                task.cancel()

    # -- going out ------------------------------------------------------------------------------------------

    def _send(self, frame: Json) -> None:
        self._out.put_nowait(frame)

    async def _write(self) -> None:
        while not self.socket.closed:
            frame = await self._out.get()
            try:
                await self.socket.send_str(json.dumps(frame))
            except ConnectionError:
                return

    async def _tick(self) -> None:
        while True:
            await asyncio.sleep(TICK)
            self._send(clock_frame(self.desk))

    def _watch(self, change: Change) -> None:
        mine = change.people is None or self.user_id in change.people
        if mine and (frame := self._frame(change)):
            self._send(frame)

    def _frame(self, change: Change) -> Json | None:
        what = change.what
        match change.kind:
            case "message":
                return {"type": "message", "channel": what.channel, "message": message_shape(what)}
            case "deleted":
                return {"type": "message_deleted", "channel": what.channel, "ts": what.ts}
            case "unread":
                return self._unread(self.desk.workspace.channels[what])
            case "channel":
                return self._channel(self.desk.workspace.channels[what])
            case "home":
                return home_frame(self.desk, what)
            case "modal":
                return modal_frame(self.desk, self.user_id)
            case "notice":
                return notice_frame(what)
            case "clock":
                return clock_frame(self.desk)
            case "faults":
                return {"type": "faults", "faults": faults_json(self.desk)}
        return None

    def _unread(self, channel: Channel) -> Json:
        if channel.id == self.open and channel.messages:
            channel.last_read[self.user_id] = channel.messages[-1].ts
        count = self.desk.workspace.unread(channel, self.user_id)
        return {"type": "unread", "channel": channel.id, "count": count}

    def _channel(self, channel: Channel) -> Json | None:
        if not in_list(channel, self.session.user):
            return None
        return {"type": "channel", "channel": channel_shape(self.desk, channel, self.user_id)}

    # -- coming in ------------------------------------------------------------------------------------------

    def _start(self, text: str) -> None:
        task = asyncio.get_running_loop().create_task(self._receive(text))
        self._deeds.add(task)
        task.add_done_callback(self._deeds.discard)

    async def _receive(self, text: str) -> None:
        request_id = None
        try:
            frame = json.loads(text)
            request_id = frame.get("request_id")
            await self._do(frame, request_id)
        except (ValueError, KeyError, TypeError, AttributeError, Misread) as error:
            logger.warning("the page sent something odd: %s", error)
            sentence = f"The playground could not read that: {error}"
            self._send(notice_frame(Notice(self.user_id, sentence, None, "error", 0)))
            if request_id is not None:
                self._done(request_id, Answer(error="unreadable"))

    async def _do(self, frame: Json, request_id: str | None) -> None:
        kind = str(frame.get("type"))
        if quick := self._quick().get(kind):
            await quick(frame)
            return
        slow = self._slow().get(kind)
        if slow is None:
            raise Misread(f"there is no frame of type {kind!r}")
        if request_id is None:
            await slow(frame)
            return
        self._send({"type": "busy", "request_id": request_id})
        self._done(request_id, await slow(frame))

    def _done(self, request_id: str, answer: Answer) -> None:
        error = None if answer.error == "invalid_fields" else answer.error
        self._send({"type": "done", "request_id": request_id, "ok": answer.ok, "error": error})

    def _quick(self) -> dict[str, Callable[[Json], Awaitable[None]]]:
        return {
            "open": self._open,
            "suggest": self._suggest,
            "clock": self._turn_clock,
            "fault": self._fault,
        }

    def _slow(self) -> dict[str, Callable[[Json], Awaitable[Answer]]]:
        return {
            "send": self._say,
            "action": self._act,
            "submit": self._submit,
            "close": self._close,
            "shortcut": self._shortcut,
            "react": self._react,
            "open_home": self._open_home,
            "open_messages": lambda _: self.session.open_app("messages"),
        }

    def _find_channel(self, frame: Json) -> Channel:
        channel = self.desk.workspace.channels.get(str(frame["channel"]))
        if channel is None or not in_list(channel, self.session.user):
            raise Misread(f"no conversation {frame['channel']}")
        return channel

    def _place(self, container: Json) -> Message | View:
        place = self.session.place(container)
        if place is None:
            raise Misread("that message or view is gone")
        return place

    def _message(self, frame: Json) -> Message:
        place = self._place({"type": "message", **frame})
        assert isinstance(place, Message)
        return place

    def _view(self, frame: Json) -> View:
        place = self._place({"type": "view", "view_id": frame["view_id"]})
        assert isinstance(place, View)
        return place

    async def _open(self, frame: Json) -> None:
        self.open = None
        if frame.get("channel") is None:
            return
        channel = self._find_channel(frame)
        self.open = channel.id
        self._send(history_frame(self.desk, channel, self.user_id))
        self.desk.workspace.read(channel, self.user_id)

    async def _say(self, frame: Json) -> Answer:
        return await self.session.send(self._find_channel(frame), str(frame["text"]))

    async def _act(self, frame: Json) -> Answer:
        place, state = self._place(frame["container"]), (frame.get("state") or {}).get("values")
        ids = str(frame["block_id"]), str(frame["action_id"])
        return await self.session.act(place, *ids, frame.get("element") or {}, state)

    async def _submit(self, frame: Json) -> Answer:
        return await self.session.submit(self._view(frame), (frame.get("state") or {}).get("values"))

    async def _close(self, frame: Json) -> Answer:
        return await self.session.close(self._view(frame), bool(frame.get("cleared")))

    async def _shortcut(self, frame: Json) -> Answer:
        message = self._message(frame) if frame.get("ts") else None
        return await self.session.shortcut(str(frame["callback_id"]), message)

    async def _react(self, frame: Json) -> Answer:
        return await self.session.react(self._message(frame), str(frame["name"]).strip(":"))

    async def _open_home(self, _frame: Json) -> Answer:
        self._send(home_frame(self.desk, self.desk.workspace.homes.get(self.user_id)))
        return await self.session.open_app("home")

    async def _suggest(self, frame: Json) -> None:
        place, ids = self._place(frame["container"]), (str(frame["block_id"]), str(frame["action_id"]))
        answer = await self.session.suggest(place, *ids, str(frame.get("value", "")))
        said = answer.payload or {}
        self._send(
            {
                "type": "options",
                "request_id": frame.get("request_id"),
                "options": said.get("options"),
                "option_groups": said.get("option_groups"),
                "error": answer.error,
            }
        )

    async def _turn_clock(self, frame: Json) -> None:
        if self.desk.on_clock is None:
            raise Misread("this playground's clock cannot be turned")
        await self.desk.on_clock(
            {name: frame[name] for name in ("advance_seconds", "to", "next") if name in frame}
        )
        self.desk.workspace.announce("clock", None, None)

    async def _fault(self, frame: Json) -> None:
        await change_faults(self.desk, frame)


def notice_frame(notice: Notice) -> Json:
    """Return what Slack itself says to this person."""
    return {"type": "notice", "text": notice.text, "channel": notice.channel, "level": notice.level}
