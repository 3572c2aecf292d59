"""Slack's rate limits, simulated on wish: about one message a second per channel, so many calls a minute."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

# Calls a minute by Slack's tiers; methods that are not here are not limited.
PER_MINUTE = {
    "users.list": 20, "dnd.teamInfo": 20, "usergroups.list": 20, "conversations.list": 20,
    "chat.update": 50, "chat.delete": 50, "conversations.open": 50, "reactions.add": 50, "dnd.info": 50,
    "conversations.history": 50, "conversations.info": 50,
    "users.info": 100, "views.open": 100, "views.update": 100, "views.publish": 100,
    "chat.postEphemeral": 100,
}  # fmt: skip
BURST = 5.0  # messages a channel takes at once


@dataclass
class _Bucket:
    left: float
    at: float


class Pace:
    """A leaking bucket per channel for chat.postMessage, and per method for the rest."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._buckets: dict[str, _Bucket] = {}

    def wait(self, method: str, channel: str) -> float:
        """Return 0 when the call may pass, else how many seconds to wait."""
        if method == "chat.postMessage":
            return self._take(f"{method} {channel}", BURST, 1.0)
        if method in PER_MINUTE:
            return self._take(method, PER_MINUTE[method], PER_MINUTE[method] / 60)
        return 0.0

    def _take(self, key: str, size: float, per_second: float) -> float:
        now = self._clock()
        bucket = self._buckets.setdefault(key, _Bucket(size, now))
        bucket.left = min(size, bucket.left + (now - bucket.at) * per_second)
        bucket.at = now
        if bucket.left < 1:
            return (1 - bucket.left) / per_second
        bucket.left -= 1
        return 0.0
