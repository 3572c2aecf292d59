"""Faults: what the client notices, and what is stored all the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import aiohttp
import pytest
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground import Playground
from bot.playground.faults import Faults

Start = Callable[..., Playground]


def post(playground: Playground, text: str = "x", **options: Any) -> str:
    """Post once, with no retries; return ok, or what went wrong."""
    client = AsyncWebClient(playground.bot_token, base_url=playground.api_url, retry_handlers=[], **options)

    async def posted() -> str:
        try:
            await client.chat_postMessage(channel="C0FLOOR", text=text)
        except SlackApiError as error:
            after = error.response.headers.get("Retry-After", "")
            name = error.response.data.get("error") if isinstance(error.response.data, dict) else None
            return f"{error.response.status_code} {name or ''} {after}".strip()
        except (aiohttp.ClientError, TimeoutError) as error:
            return type(error).__name__
        return "ok"

    return playground.call(posted())


@pytest.mark.parametrize(
    ("fault", "noticed", "stored"),
    [
        ({"kind": "rate_limited", "seconds": 7}, "429 ratelimited 7", 0),
        ({"kind": "server_error"}, "503", 0),
        ({"kind": "server_error_after"}, "503", 1),
        ({"kind": "error", "error": "fatal_error"}, "200 fatal_error", 0),
        ({"kind": "error_after"}, "200 internal_error", 1),
        ({"kind": "cut_before"}, "ServerDisconnectedError", 0),
        ({"kind": "cut_after"}, "ServerDisconnectedError", 1),
        ({"kind": "latency", "seconds": 0.05}, "ok", 1),
        ({"kind": "server_error", "method": "chat.update"}, "ok", 1),
    ],
    ids=lambda value: value.get("kind") if isinstance(value, dict) else None,
)
def test_a_fault_strikes_the_next_call_only(
    start: Start, fault: dict[str, Any], noticed: str, stored: int
) -> None:
    playground = start()
    playground.faults.add(**fault)
    assert post(playground) == noticed
    assert len(playground.ledger.posts()) == stored
    assert post(playground) == "ok"
    assert len(playground.ledger.posts()) == stored + 1


def test_the_sdks_own_retries_store_a_message_twice(start: Start) -> None:
    playground = start()
    playground.faults.add("cut_after", "chat.postMessage")
    client = AsyncWebClient(playground.bot_token, base_url=playground.api_url)

    async def posted() -> Any:
        return (await client.chat_postMessage(channel="C0FLOOR", text="once?")).data

    assert playground.call(posted())["ok"]
    assert len(playground.ledger.posts()) == 2


def test_dice_fall_the_same_way_with_the_same_seed() -> None:
    def struck(seed: int) -> list[bool]:
        faults = Faults()
        faults.add("server_error", probability=0.2, seed=seed)
        return [faults.take("api", "chat.postMessage") is not None for _ in range(1000)]

    assert struck(7) == struck(7)
    assert 150 < sum(struck(7)) < 250
    assert struck(7) != struck(8)


def test_a_fault_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="no fault is called 'flood'"):
        Faults().add("flood")


def test_other_processes_read_the_ledger_and_set_faults(start: Start) -> None:
    playground = start()
    post(playground, "first")

    async def talk() -> tuple[Any, Any, int, Any]:
        async with aiohttp.ClientSession(playground.base_url) as client:
            wishes = {"faults": [{"kind": "server_error", "count": 2}, {"kind": "latency", "probability": 0.5}]}
            async with client.post("/playground/faults", json=wishes) as answer:
                faults = await answer.json()
            async with client.post("/playground/faults", json={"fault": {"kind": "flood"}}) as answer:
                status = answer.status
            async with client.post("/playground/faults", json={"clear": True}) as answer:
                cleared = await answer.json()
            async with client.get("/playground/ledger?since=0") as answer:
                return faults, cleared, status, await answer.json()

    faults, cleared, status, ledger = playground.call(talk())
    assert [(each["kind"], each["left"], each["probability"]) for each in faults["active"]] == [
        ("server_error", 2, None), ("latency", None, 0.5),
    ]  # fmt: skip
    assert (cleared["active"], cleared["posted"], status) == ([], 1, 400)
    assert [(row["n"], row["kind"], row["text"]) for row in ledger["posts"]] == [(1, "post", "first")]


class Counting:
    """An app that counts what it gets, and can be slow for once."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        self.retries: list[str] = []

    def register(self, app: AsyncApp) -> None:
        @app.command("/visit")
        async def visit(ack: Any, command: Any) -> None:
            self.seen.append(command["trigger_id"])
            await ack("noted")

        @app.event("message")
        async def message(body: Any, request: Any) -> None:
            self.seen.append(body["event_id"])
            self.retries.append(request.headers.get("x-slack-retry-num", [""])[0])


def test_a_payload_may_arrive_twice(start: Start) -> None:
    app = Counting()
    playground = start(app.register)
    playground.faults.add("double_delivery")
    maria = playground.person("maria")
    maria.types("/visit dana")
    maria.sees("noted")
    maria.types("/visit rose")
    assert len(app.seen) == 3
    assert len(set(app.seen)) == 2


@pytest.mark.parametrize("kind", ["lost_ack", "lost_envelope"])
def test_an_event_that_is_not_acknowledged_comes_again(start: Start, kind: str) -> None:
    app = Counting()
    playground = start(app.register, event_retries=(0.0,), ack_seconds=0.2)
    playground.faults.add(kind)
    assert playground.person("maria").writes("hello").ok
    assert app.retries == (["0", "1"] if kind == "lost_ack" else ["1"])
    assert len(set(app.seen)) == 1


def test_a_command_whose_ack_is_lost_is_an_error_for_the_person(start: Start) -> None:
    app = Counting()
    playground = start(app.register)
    playground.faults.add("lost_ack")
    maria = playground.person("maria")
    maria.types("/visit dana")
    maria.sees('/visit failed with the error "operation_timeout"', where="notice")
    maria.does_not_see("noted")


@pytest.mark.parametrize("kind", ["disconnect", "refresh"])
def test_an_app_comes_back_after_its_connection_is_gone(start: Start, kind: str) -> None:
    app = Counting()
    playground = start(app.register)

    async def strike_and_wait() -> None:
        before = playground.desk.sockets.connections[0]
        async with aiohttp.ClientSession(playground.base_url) as client:
            await client.post("/playground/faults", json={"fault": {"kind": kind}})
        while playground.desk.sockets.connections in ([], [before]):
            await playground.workspace.next_change(5)

    playground.call(strike_and_wait())
    maria = playground.person("maria")
    maria.types("/visit dana")
    maria.sees("noted")
