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
        self._tasks: set[asyncio.Task[Answer]] = set()

    def send(self, payload: Json) -> asyncio.Task[Answer]:
        """Start sending an event; the task ends with the answer of the last try."""
        task = asyncio.get_running_loop().create_task(self._until_acknowledged(payload))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def _until_acknowledged(self, payload: Json) -> Answer:
        answer = await self.delivery.deliver("events_api", payload)
        for number, pause in enumerate(self.retries, start=1):
            if answer.ok:
                break
            await asyncio.sleep(pause)
            reason = "timeout" if answer.error == TIMEOUT else "http_error"
            answer = await self.delivery.deliver("events_api", payload, Attempt(number, reason))
        return answer

    async def stop(self) -> None:
        """Give up on everything still under way."""
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
