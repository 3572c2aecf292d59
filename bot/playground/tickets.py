"""What Slack hands out with an interaction and takes back: trigger ids and response URLs."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass
from datetime import datetime, timedelta

TRIGGER_SECONDS = 3.0
RESPONSE_USES = 5
RESPONSE_LIFE = timedelta(minutes=30)


@dataclass
class Trigger:
    """A right to open one form for one person."""

    user: str
    given: float  # time.monotonic(): a turned clock must not expire it
    used: bool = False


class Triggers:
    """The trigger ids of this workspace."""

    def __init__(self, seconds: float = TRIGGER_SECONDS) -> None:
        self.seconds = seconds
        self._known: dict[str, Trigger] = {}

    def give(self, user: str) -> str:
        """Return a new trigger id for an interaction of this person."""
        trigger_id = f"{secrets.randbelow(10**12)}.{secrets.randbelow(10**12)}.{secrets.token_hex(16)}"
        self._known[trigger_id] = Trigger(user, time.monotonic())
        return trigger_id

    def redeem(self, trigger_id: str) -> tuple[str, str | None]:
        """Use a trigger up: return (person, None), or ("", Slack's error)."""
        trigger = self._known.get(trigger_id)
        if trigger is None:
            return "", "invalid_trigger_id"
        if trigger.used:
            return "", "exchanged_trigger_id"
        if time.monotonic() - trigger.given > self.seconds:
            return "", "expired_trigger_id"
        trigger.used = True
        return trigger.user, None


@dataclass
class ResponseUrl:
    """A right to answer an interaction: where, to whom, and on which message it stood."""

    user: str
    channel: str
    ts: str | None
    until: datetime
    left: int = RESPONSE_USES


class ResponseUrls:
    """The response URLs of this workspace."""

    def __init__(self) -> None:
        self._known: dict[str, ResponseUrl] = {}

    def give(self, user: str, channel: str, ts: str | None, now: datetime) -> str:
        """Return the path of a new response URL, starting with a slash."""
        path = f"/response/{secrets.token_hex(12)}"
        self._known[path] = ResponseUrl(user, channel, ts, now + RESPONSE_LIFE)
        return path

    def place(self, path: str) -> ResponseUrl:
        """Return what a response URL's path stands for, without using it."""
        return self._known[path]

    def redeem(self, path: str, now: datetime) -> ResponseUrl | str:
        """Use a response URL once; return it, or Slack's error."""
        known = self._known.get(path)
        if known is None or now > known.until:
            return "expired_url"
        if known.left == 0:
            return "used_url"
        known.left -= 1
        return known
