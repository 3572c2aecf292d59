"""HTTP mode: the same conversations, signed and delivered to a URL."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable, Iterator
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_sdk.signature import SignatureVerifier

from bot.playground import Playground
from bot.playground.http_delivery import sign
from tests.playground.conftest import new_app
from tests.playground.desk_app import DeskApp

Start = Callable[..., Playground]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Listening:
    """The small app behind a URL, served on the playground's loop; `failures` answers 500 so many times."""

    def __init__(self, start: Start, **options: Any) -> None:
        port = free_port()
        self.url = f"http://127.0.0.1:{port}/slack/events"
        self.playground = start(request_url=self.url, **options)
        self.desk_app = DeskApp()
        self.bolt = new_app(self.playground)
        self.desk_app.register(self.bolt)
        self.failures = 0
        self.headers: list[dict[str, str]] = []
        self.runner: web.AppRunner | None = None
        self.playground.call(self.listen(port))

    async def listen(self, port: int) -> None:
        app = web.Application()
        app.router.add_post("/slack/events", self.receive)
        self.runner = web.AppRunner(app)
        await self.runner.setup()
        await web.TCPSite(self.runner, "127.0.0.1", port).start()

    async def receive(self, request: web.Request) -> web.Response:
        self.headers.append(dict(request.headers))
        if self.failures:
            self.failures -= 1
            return web.Response(status=500)
        body = await request.text()
        answer = await self.bolt.async_dispatch(AsyncBoltRequest(body=body, headers=dict(request.headers)))
        content_type = answer.first_headers().get("content-type", "text/plain").partition(";")[0]
        return web.Response(status=answer.status, text=answer.body, content_type=content_type)

    def stop(self) -> None:
        assert self.runner
        self.playground.call(self.runner.cleanup())


@pytest.fixture
def listening(start: Start) -> Iterator[Listening]:
    listening = Listening(start, event_retries=(0.0, 0.05, 0.1))
    yield listening
    listening.stop()


def test_the_same_conversation_goes_over_http(listening: Listening) -> None:
    maria = listening.playground.person("maria")
    maria.types("/issue")
    maria.fills({"What": "bad", "Feeling": "Calm", "Customer": "rose"})
    maria.submits()
    maria.sees("Say it kindly.", where="modal")
    maria.fills({"What": "heel"})
    maria.submits()
    maria.sees("Saved: heel", where="dm")
    assert listening.playground.desk.sockets.connections == []


def test_an_event_is_tried_again_with_slacks_headers(listening: Listening) -> None:
    listening.failures = 2
    maria = listening.playground.person("maria")
    assert maria.writes("hello").error == "dispatch_failed"
    maria.sees("message: hello", where="dm")
    retries = [(each.get("X-Slack-Retry-Num"), each.get("X-Slack-Retry-Reason")) for each in listening.headers]
    assert retries == [(None, None), ("1", "http_error"), ("2", "http_error")]


def test_a_command_that_gets_no_answer_fails_for_the_person(listening: Listening) -> None:
    listening.failures = 1
    maria = listening.playground.person("maria")
    maria.types("/ask")
    maria.sees('/ask failed with the error "dispatch_failed"')


def test_a_forged_request_is_refused_by_bolt(listening: Listening) -> None:
    async def forge() -> int:
        headers = sign("not the secret", "{}", "1700000000") | {"Content-Type": "application/json"}
        async with (
            aiohttp.ClientSession() as client,
            client.post(listening.url, data="{}", headers=headers) as answer,
        ):
            return answer.status

    assert listening.playground.call(forge()) == 401


def test_the_signature_is_slacks() -> None:
    headers = sign("secret", "command=%2Fvisit", "1531420618")
    verifier = SignatureVerifier("secret")
    assert (
        verifier.generate_signature(timestamp="1531420618", body="command=%2Fvisit")
        == headers["X-Slack-Signature"]
    )


def test_a_playground_can_run_on_a_loop_that_is_already_there(clock: Any) -> None:
    async def play() -> str:
        playground = Playground(now=clock)
        await playground.start()
        try:
            address = f"{playground.base_url}/playground/health"
            async with aiohttp.ClientSession() as client, client.get(address) as answer:
                return await answer.text()
        finally:
            await playground.stop()

    assert asyncio.run(play()) == '{"ok": true}'
