"""The line to Slack: Socket Mode, with a watchdog, and an ending that lets everybody finish their sentence."""

import asyncio
import logging
import time
from typing import Any

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest

log = logging.getLogger("regulars.line")

PING = 10.0
SILENCE = 60.0
"""Seconds without a frame or a pong after which a line counts as dead, whatever the client believes.

A client that stays connected and hears nothing after a reconnect was reported more than once (bolt-python#1529,
python-slack-sdk#1701).
"""


class Line(AsyncSocketModeHandler):
    """One Socket Mode connection; requests under way are answered before it is closed."""

    def __init__(self, app: AsyncApp, app_token: str, *, silence: float = SILENCE) -> None:
        super().__init__(app, app_token, ping_interval=PING)
        self._silence = silence
        self._handling: set[asyncio.Task[Any]] = set()
        self._heard, self._pong = time.monotonic(), self.client.last_ping_pong_time
        self.client.on_message_listeners.append(self._hear)

    async def open(self) -> None:
        """Connect; the client goes on trying until it is through."""
        await self.connect_async()  # type: ignore[no-untyped-call]  # Bolt publishes no types for it
        self._heard = time.monotonic()

    async def handle(self, client: SocketModeClient, req: SocketModeRequest) -> None:  # type: ignore[override]
        """Answer one request, and be seen doing so."""
        task = asyncio.current_task()
        assert task
        self._handling.add(task)
        try:
            await super().handle(client, req)
        finally:
            self._handling.discard(task)

    async def _hear(self, _message: object) -> None:
        self._heard = time.monotonic()

    async def watch(self) -> bool:
        """Connect anew when nothing was heard for too long: a step of the timetable."""
        if self.client.last_ping_pong_time != self._pong:
            self._heard, self._pong = time.monotonic(), self.client.last_ping_pong_time
        if time.monotonic() - self._heard > self._silence and not self.client.closed:
            log.warning("line_silent seconds=%d", time.monotonic() - self._heard)
            self._heard = time.monotonic()
            self.client.stale = True  # so that it does not believe itself connected
            await self.client.connect_to_new_endpoint()
        return False

    async def close(self, within: float = 2.5) -> None:
        """Take no more requests, let those under way be answered (seconds), and hang up."""
        self.client.socket_mode_request_listeners.clear()
        if self._handling:
            await asyncio.wait(self._handling, timeout=within)
        await self.close_async()  # type: ignore[no-untyped-call]  # same
