"""Socket Mode: hello, envelopes and their acks, disconnect frames, several connections at once.

Each payload goes to one of the open connections in turn. An app's ack may carry a payload. When a connection
dies, what it had not acknowledged fails at once: events are sent again, people see an error.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field

from aiohttp import WSMsgType, web

from bot.playground.delivery import ACK_SECONDS, FIRST, TIMEOUT, UNREACHABLE, Answer, Attempt
from bot.playground.faults import Faults
from bot.playground.model import Json

CONNECTIONS = 10  # more are refused, as Slack does
RENEWAL = 1.0
"""Seconds for which an app that has just gone is waited for: Slack's lines overlap while they are renewed."""


@dataclass(eq=False)
class Connection:
    """One open websocket and the acks it owes, by envelope id."""

    socket: web.WebSocketResponse
    request: web.Request
    owed: dict[str, asyncio.Future[Answer]] = field(default_factory=dict)

    def acknowledge(self, frame: Json) -> None:
        """Settle what a frame of the app acknowledges."""
        waiting = self.owed.get(str(frame.get("envelope_id")))
        if waiting is not None and not waiting.done():
            waiting.set_result(Answer(payload=frame.get("payload") or None))

    def die(self) -> None:
        """Fail what was never acknowledged."""
        for waiting in self.owed.values():
            if not waiting.done():
                waiting.set_result(Answer(error=TIMEOUT))


class SocketMode:
    """The Socket Mode side of the playground: connects apps and delivers payloads to them."""

    def __init__(self, app_id: str, faults: Faults, ack_seconds: float = ACK_SECONDS) -> None:
        self.app_id, self.faults, self.ack_seconds = app_id, faults, ack_seconds
        self.connections: list[Connection] = []
        self.on_change: Callable[[], None] = lambda: None
        self._turn = itertools.count()
        self._tickets: set[str] = set()
        self._left = float("-inf")
        self._extra: set[asyncio.Task[Answer]] = set()

    def ticket(self) -> str:
        """Return a new single-use ticket for a websocket URL."""
        ticket = uuid.uuid4().hex
        self._tickets.add(ticket)
        return ticket

    async def connect(self, request: web.Request) -> web.StreamResponse:
        """Serve one app connection until it ends; 401 without a fresh ticket."""
        ticket = request.query.get("ticket", "")
        if ticket not in self._tickets:
            return web.Response(status=401, text="this ticket is used or was never given")
        self._tickets.discard(ticket)
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        if len(self.connections) >= CONNECTIONS:
            await socket.send_json(self._disconnect_frame("too_many_websockets"))
            await socket.close()
            return socket
        await self._serve(Connection(socket, request))
        return socket

    async def _serve(self, connection: Connection) -> None:
        self.connections.append(connection)
        try:
            await connection.socket.send_json(self._hello())
            self.on_change()
            async for message in connection.socket:
                if message.type == WSMsgType.TEXT:
                    self._hear(connection, message.data)
        except ConnectionError:
            pass  # the app went away while we greeted it
        finally:
            self._forget(connection)

    def _forget(self, connection: Connection) -> None:
        if connection in self.connections:
            self.connections.remove(connection)
            self._left = asyncio.get_running_loop().time()
        connection.die()
        self.on_change()

    def _hear(self, connection: Connection, text: str) -> None:
        try:
            frame = json.loads(text)
        except ValueError:
            return
        if isinstance(frame, dict):
            connection.acknowledge(frame)

    def _hello(self) -> Json:
        return {
            "type": "hello",
            "num_connections": len(self.connections),
            "debug_info": {"host": "playground", "build_number": 1, "approximate_connection_time": 18060},
            "connection_info": {"app_id": self.app_id},
        }

    @staticmethod
    def _disconnect_frame(reason: str) -> Json:
        return {"type": "disconnect", "reason": reason, "debug_info": {"host": "playground"}}

    async def deliver(self, kind: str, payload: Json, attempt: Attempt = FIRST) -> Answer:
        """Send a payload to one connection and wait for its ack; see `Delivery`."""
        fault = self.faults.take("socket", kind)
        if fault and fault.kind == "lost_envelope":
            await asyncio.sleep(self.ack_seconds)
            return Answer(error=TIMEOUT)
        if fault and fault.kind == "double_delivery":
            self._deliver_besides(kind, payload, attempt)
        return await self._deliver_once(kind, payload, attempt, deaf=bool(fault and fault.kind == "lost_ack"))

    def _deliver_besides(self, kind: str, payload: Json, attempt: Attempt) -> None:
        task = asyncio.get_running_loop().create_task(self._deliver_once(kind, payload, attempt))
        self._extra.add(task)
        task.add_done_callback(self._extra.discard)

    async def _deliver_once(self, kind: str, payload: Json, attempt: Attempt, deaf: bool = False) -> Answer:
        connection = self._next_connection() or await self._renewed()
        if connection is None:
            return Answer(error=UNREACHABLE)
        envelope_id = str(uuid.uuid4())
        waiting: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        connection.owed[envelope_id] = waiting
        try:
            await connection.socket.send_json(self._envelope(envelope_id, kind, payload, attempt))
            answer = await asyncio.wait_for(waiting, self.ack_seconds)
            return Answer(error=TIMEOUT) if deaf else answer
        except TimeoutError:
            return Answer(error=TIMEOUT)
        except ConnectionError:
            self._forget(connection)
            return Answer(error=UNREACHABLE)
        finally:
            connection.owed.pop(envelope_id, None)

    def _next_connection(self) -> Connection | None:
        live = [each for each in self.connections if not each.socket.closed]
        return live[next(self._turn) % len(live)] if live else None

    async def _renewed(self) -> Connection | None:
        """Return the new connection of an app whose last one has just ended; None when it does not come back."""
        while asyncio.get_running_loop().time() < self._left + RENEWAL:
            if connection := self._next_connection():
                return connection
            await asyncio.sleep(0.02)
        return None

    @staticmethod
    def _envelope(envelope_id: str, kind: str, payload: Json, attempt: Attempt) -> Json:
        envelope: Json = {
            "envelope_id": envelope_id,
            "type": kind,
            "accepts_response_payload": kind != "events_api",
            "payload": payload,
        }
        if kind == "events_api":
            envelope |= {"retry_attempt": attempt.number, "retry_reason": attempt.reason}
        return envelope

    async def refresh(self, reason: str = "refresh_requested") -> None:
        """Ask every connection to reconnect, as Slack does every few hours."""
        for connection in list(self.connections):
            await connection.socket.send_json(self._disconnect_frame(reason))

    def cut(self) -> None:
        """Drop every connection without a word."""
        for connection in list(self.connections):
            self._forget(connection)
            if connection.request.transport is not None:
                connection.request.transport.close()

    async def stop(self) -> None:
        """Close everything."""
        extra = list(self._extra)
        for task in extra:
            task.cancel()
        await asyncio.gather(*extra, return_exceptions=True)
        self.cut()
