"""How a payload reaches the app: over a websocket or over HTTP, and what its answer means."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.playground.model import Json

ACK_SECONDS = 3.0
TIMEOUT = "operation_timeout"
UNREACHABLE = "dispatch_failed"


@dataclass(frozen=True)
class Answer:
    """What came back: an ack, with or without a payload, or the error a person reads."""

    error: str | None = None
    payload: Json | None = None

    @property
    def ok(self) -> bool:
        """True when the app acknowledged in time."""
        return self.error is None


@dataclass(frozen=True)
class Attempt:
    """Which try of an event this is; the reason is that of the failure before."""

    number: int = 0
    reason: str = ""


FIRST = Attempt()


class Delivery(Protocol):
    """Socket Mode or HTTP: one try to hand over one payload."""

    async def deliver(self, kind: str, payload: Json, attempt: Attempt = FIRST) -> Answer:
        """Send a payload (`slash_commands`, `interactive` or `events_api`) and wait for its ack."""
        ...


class EventSender:
    """Sends events until they are acknowledged; Slack tries again at once, after 1 and after 5 minutes.

    `retries` are the seconds before each further try, in real time; shorter here so that tests can wait.
    """

    def __init__(self, delivery: Delivery, retries: Sequence[float] = (0.0, 1.0, 5.0)) -> None:
        self.delivery, self.retries = delivery, tuple(retries)
        self._tasks: set[asyncio.Task[None]] = set()

    async def send(self, payload: Json) -> Answer:
        """Send an event; return when it is acknowledged, given up, or found that no app is there to hear it.

        In the last case the tries go on without the caller.
        """
        settled: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        task = asyncio.get_running_loop().create_task(self._until_acknowledged(payload, settled))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return await settled

    async def _until_acknowledged(self, payload: Json, settled: asyncio.Future[Answer]) -> None:
        attempt = FIRST
        while True:
            answer = await self.delivery.deliver("events_api", payload, attempt)
            over = answer.ok or attempt.number == len(self.retries)
            if (over or answer.error == UNREACHABLE) and not settled.done():
                settled.set_result(answer)
            if over:
                return
            await asyncio.sleep(self.retries[attempt.number])
            reason = "timeout" if answer.error == TIMEOUT else "http_error"
            attempt = Attempt(attempt.number + 1, reason)

    async def stop(self) -> None:
        """Give up on everything still under way."""
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
