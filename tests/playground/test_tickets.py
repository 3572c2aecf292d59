"""What Slack hands out with an interaction: how often, how long, and for what it can be used."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import aiohttp
import pytest
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.errors import SlackApiError

from bot.playground import Playground
from bot.playground.tickets import Triggers
from tests.playground.conftest import connected, new_app

Start = Callable[..., Playground]
FORM = {"type": "modal", "title": {"type": "plain_text", "text": "Form"}, "blocks": []}


class Keeper:
    """An app that keeps what it is given."""

    def __init__(self) -> None:
        self.commands: list[dict[str, Any]] = []
        self.errors: list[str] = []

    def register(self, app: AsyncApp) -> None:
        @app.command("/keep")
        async def keep(ack: Any, command: Any, client: Any) -> None:
            self.commands.append(command)
            await ack()
            for _ in range(2):
                try:
                    await client.views_open(trigger_id=command["trigger_id"], view=FORM)
                except SlackApiError as error:
                    self.errors.append(error.response["error"])


@pytest.fixture
def keeper() -> Keeper:
    return Keeper()


@pytest.fixture
def playground(start: Start, keeper: Keeper) -> Playground:
    playground = start(keeper.register)
    playground.person("maria").types("/keep")
    playground.person("maria").sees("Form", where="modal")
    return playground


def respond(playground: Playground, keeper: Keeper, **body: Any) -> str:
    """Use the response URL once; return status and text."""

    async def posted() -> str:
        url = keeper.commands[0]["response_url"]
        async with aiohttp.ClientSession() as client, client.post(url, json=body) as answer:
            return f"{answer.status} {await answer.text()}"

    return playground.call(posted())


def test_a_trigger_opens_one_form(playground: Playground, keeper: Keeper) -> None:
    playground.person("maria").closes()
    assert keeper.errors == ["exchanged_trigger_id"]


def test_a_trigger_expires() -> None:
    triggers = Triggers(seconds=0)
    assert triggers.redeem(triggers.give("U0MARIA")) == ("", "expired_trigger_id")
    assert triggers.redeem("1.2.3") == ("", "invalid_trigger_id")


def test_a_response_url_works_five_times(playground: Playground, keeper: Keeper) -> None:
    maria, jon = playground.person("maria"), playground.person("jon")
    assert respond(playground, keeper, text="one") == "200 ok"
    assert maria.sees("one").where == "ephemeral"
    jon.does_not_see("one")
    respond(playground, keeper, text="two", replace_original=True)
    maria.sees("two")
    maria.does_not_see("one")
    respond(playground, keeper, text="three", response_type="in_channel")
    jon.sees("three", where="floor")
    respond(playground, keeper, delete_original=True)
    maria.does_not_see("two")
    assert respond(playground, keeper, text="five") == "200 ok"
    assert respond(playground, keeper, text="six") == '404 {"ok": false, "error": "used_url"}'
    assert [row["kind"] for row in playground.ledger.rows] == [
        "response", "update", "response", "delete", "response",
    ]  # fmt: skip


def test_a_response_url_works_for_half_an_hour(playground: Playground, keeper: Keeper, clock: Any) -> None:
    clock.turn(minutes=30)
    assert respond(playground, keeper, text="still") == "200 ok"
    clock.turn(seconds=1)
    assert respond(playground, keeper, text="late") == '404 {"ok": false, "error": "expired_url"}'


def test_a_response_url_refuses_what_slack_cannot_show(playground: Playground, keeper: Keeper) -> None:
    assert respond(playground, keeper, blocks=[{"type": "blink"}]) == "400 invalid_blocks"
    assert respond(playground, keeper) == "400 no_text"
    assert "unsupported type: blink" in playground.desk.complaints[0]


def test_each_payload_goes_to_one_of_the_connections_in_turn(start: Start) -> None:
    playground = start()
    keepers = [Keeper(), Keeper()]
    apps = [new_app(playground), new_app(playground)]
    for keeper, app in zip(keepers, apps, strict=True):
        keeper.register(app)
    with connected(playground, apps[0]), connected(playground, apps[1]):
        for _ in range(4):
            playground.person("maria").types("/keep")
        assert [len(keeper.commands) for keeper in keepers] == [2, 2]


def test_a_person_who_leaves_is_told_to_the_app(start: Start) -> None:
    heard: list[Any] = []

    def register(app: AsyncApp) -> None:
        @app.event("user_change")
        async def changed(event: Any) -> None:
            heard.append((event["user"]["id"], event["user"]["deleted"]))

        @app.event("app_uninstalled")
        async def uninstalled(event: Any) -> None:
            heard.append(event["type"])

    playground = start(register)
    playground.changes_person("jon", deleted=True)
    assert playground.sends_event({"type": "app_uninstalled"}).ok
    assert heard == [("U0JON", True), "app_uninstalled"]
