"""Faults on demand: what can go wrong between an app and Slack, switched on by a test or on the page."""

from __future__ import annotations

import itertools
import random
from dataclasses import dataclass, field
from typing import Any

from bot.playground.model import Json


@dataclass(frozen=True)
class Kind:
    """A way to fail: where it strikes, and what it does in words."""

    label: str
    where: str  # api | socket
    about: str


KINDS = {
    "rate_limited": Kind("Rate limited", "api", "429 with Retry-After; nothing is stored"),
    "server_error": Kind("Server error", "api", "503; nothing is stored"),
    "server_error_after": Kind("Server error after storing", "api", "503, but it was done"),
    "error": Kind("Error", "api", "ok: false with an error of your choice; nothing is stored"),
    "error_after": Kind("internal_error after storing", "api", "ok: false, but it was done"),
    "cut_before": Kind("Connection cut", "api", "no answer; nothing is stored"),
    "cut_after": Kind("Connection cut after storing", "api", "no answer, but it was done"),
    "latency": Kind("Slow", "api", "the answer takes some seconds"),
    "double_delivery": Kind("Double delivery", "socket", "the same payload arrives twice"),
    "lost_ack": Kind("Lost ack", "socket", "the app's ack never arrives"),
    "lost_envelope": Kind("Lost envelope", "socket", "the payload never reaches the app"),
    "disconnect": Kind("Disconnect", "socket", "every Socket Mode connection is cut, now"),
    "refresh": Kind("Refresh", "socket", "every connection is asked to reconnect, now"),
}


@dataclass
class Fault:
    """One fault in force: `left` calls more, or with a `probability`; `method` None strikes all."""

    id: int
    kind: str
    method: str | None
    left: int | None
    probability: float | None
    seconds: float
    error: str
    dice: random.Random = field(repr=False)

    def strikes(self, where: str, method: str) -> bool:
        """Return whether this call is hit, and count it if so."""
        if KINDS[self.kind].where != where or self.method not in {None, method} or self.left == 0:
            return False
        if self.probability is not None and self.dice.random() >= self.probability:
            return False
        if self.left is not None:
            self.left -= 1
        return True

    def as_json(self) -> Json:
        """Return the fault as the page shows it."""
        names = ("id", "kind", "method", "left", "probability", "seconds", "error")
        return {name: getattr(self, name) for name in names}


class Faults:
    """The faults in force, oldest first; the first that strikes a call is the one it suffers."""

    def __init__(self) -> None:
        self.active: list[Fault] = []
        self._ids = itertools.count(1)

    def add(
        self,
        kind: str,
        method: str | None = None,
        *,
        count: int | None = None,
        probability: float | None = None,
        seconds: float = 1.0,
        error: str = "internal_error",
        seed: int | None = None,
    ) -> Fault:
        """Switch a fault on: for the next `count` calls (1 unless a probability is given), all methods or one.

        `seconds` is the Retry-After of `rate_limited` and the delay of `latency`. ValueError: unknown kind.
        """
        if kind not in KINDS:
            raise ValueError(f"no fault is called {kind!r}; there are {', '.join(KINDS)}")
        left = 1 if count is None and probability is None else count
        dice = random.Random(seed)  # noqa: S311 - dice for faults, not for secrets
        fault = Fault(next(self._ids), kind, method, left, probability, seconds, error, dice)
        self.active.append(fault)
        return fault

    def clear(self) -> None:
        """Switch all faults off."""
        self.active.clear()

    def take(self, where: str, method: str) -> Fault | None:
        """Return the fault that this call suffers, or None; used-up faults disappear."""
        struck = next((fault for fault in self.active if fault.strikes(where, method)), None)
        self.active = [fault for fault in self.active if fault.left != 0]
        return struck

    def as_json(self) -> Json:
        """Return kinds and active faults as the page shows them."""
        kinds = [
            {"kind": name, "label": kind.label, "where": kind.where, "about": kind.about}
            for name, kind in KINDS.items()
        ]
        return {"kinds": kinds, "active": [fault.as_json() for fault in self.active]}


def fault_arguments(asked: Json) -> dict[str, Any]:
    """Return the arguments of `Faults.add` from a JSON object, ignoring what it does not know."""
    known = ("kind", "method", "count", "probability", "seconds", "error", "seed")
    return {name: asked[name] for name in known if asked.get(name) is not None}
