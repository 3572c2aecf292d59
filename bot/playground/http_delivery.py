"""Delivery over HTTP, signed as Slack signs: `v0=` HMAC-SHA256 over version, time stamp and body.

The time stamp is the real time, since the app compares it with its own.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import time
from urllib.parse import urlencode

import aiohttp

from bot.playground.delivery import ACK_SECONDS, FIRST, TIMEOUT, UNREACHABLE, Answer, Attempt
from bot.playground.faults import Faults
from bot.playground.model import Json
from bot.playground.payloads import as_form


def sign(secret: str, body: str, stamp: str) -> dict[str, str]:
    """Return the headers that prove a body comes from Slack."""
    base = f"v0:{stamp}:{body}".encode()
    digest = hmac.new(secret.encode(), base, hashlib.sha256).hexdigest()
    return {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": f"v0={digest}"}


class HttpDelivery:
    """Delivers to one URL; see `Delivery`."""

    def __init__(self, url: str, secret: str, faults: Faults, ack_seconds: float = ACK_SECONDS) -> None:
        self.url, self.secret, self.faults, self.ack_seconds = url, secret, faults, ack_seconds
        self._client: aiohttp.ClientSession | None = None

    async def deliver(self, kind: str, payload: Json, attempt: Attempt = FIRST) -> Answer:
        """Post a payload and return what the app answered in time."""
        fault = self.faults.take("socket", kind)
        if fault and fault.kind == "lost_envelope":
            return Answer(error=TIMEOUT)
        answer = await self._post(kind, payload, attempt)
        if fault and fault.kind == "double_delivery":
            await self._post(kind, payload, attempt)
        return Answer(error=TIMEOUT) if fault and fault.kind == "lost_ack" else answer

    async def _post(self, kind: str, payload: Json, attempt: Attempt) -> Answer:
        if self._client is None:
            self._client = aiohttp.ClientSession()
        is_event = kind == "events_api"
        body = json.dumps(payload) if is_event else urlencode(as_form(kind, payload))
        headers = sign(self.secret, body, str(int(time.time())))
        headers["Content-Type"] = "application/json" if is_event else "application/x-www-form-urlencoded"
        if attempt.number:
            headers |= {"X-Slack-Retry-Num": str(attempt.number), "X-Slack-Retry-Reason": attempt.reason}
        patience = aiohttp.ClientTimeout(total=self.ack_seconds)
        try:
            async with self._client.post(self.url, data=body, headers=headers, timeout=patience) as response:
                return await _read(response)
        except TimeoutError:
            return Answer(error=TIMEOUT)
        except aiohttp.ClientError:
            return Answer(error=UNREACHABLE)

    async def stop(self) -> None:
        """Close the connections."""
        if self._client is not None:
            await self._client.close()


async def _read(response: aiohttp.ClientResponse) -> Answer:
    text = await response.text()
    if response.status != 200:
        return Answer(error=UNREACHABLE)
    if not text:
        return Answer()
    if response.content_type != "application/json":
        return Answer(payload={"text": text})
    said = json.loads(text)
    return Answer(payload=said if isinstance(said, dict) else None)
