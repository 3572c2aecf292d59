"""The page's websocket, frame by frame, as docs/playground-protocol.md has it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
import pytest
from slack_bolt.app.async_app import AsyncApp

from bot.playground import Playground
from tests.playground.desk_app import DeskApp, choices

Start = Callable[..., Playground]
Json = dict[str, Any]

BUTTON = {"type": "actions", "elements": [{"type": "button", "action_id": "greet", "text": {
    "type": "plain_text", "text": "Greeted"}}]}  # fmt: skip


def register(app: AsyncApp) -> None:
    @app.command("/visit")
    async def visit(ack: Any, client: Any) -> None:
        await ack("noted")
        await client.chat_postMessage(channel="C0FLOOR", text="Dana came in", blocks=[BUTTON])

    @app.action("greet")
    async def greet(ack: Any, client: Any, body: Any) -> None:
        await ack()
        await client.chat_update(channel="C0FLOOR", ts=body["message"]["ts"], text="Greeted")

    @app.options("who")
    async def options(ack: Any, payload: Any) -> None:
        await ack(options=[{"text": {"type": "plain_text", "text": payload["value"]}, "value": "1"}])

    @app.event("app_home_opened")
    async def home(client: Any, event: Any) -> None:
        select = {"type": "external_select", "action_id": "who"}
        blocks = [{"type": "actions", "block_id": "b", "elements": [select]}]
        await client.views_publish(user_id=event["user"], view={"type": "home", "blocks": blocks})


class Page:
    """A page that remembers the frames it got."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self.socket, self.frames = socket, list[Json]()

    async def gets(self, kind: str, **facts: Any) -> Json:
        """Return the next frame of this type and with these facts."""
        while True:
            frame: Json = await self.socket.receive_json(timeout=5)
            self.frames.append(frame)
            if frame["type"] == kind and facts.items() <= frame.items():
                return frame

    async def sends(self, kind: str, **facts: Any) -> None:
        await self.socket.send_json({"type": kind, **facts})


def visit_page(playground: Playground, scene: Callable[[Page], Awaitable[None]], user: str = "U0MARIA") -> None:
    """Play a scene on a connected page."""

    async def play() -> None:
        address = f"{playground.base_url}/playground/ws?user={user}"
        async with aiohttp.ClientSession() as client, client.ws_connect(address) as socket:
            await scene(Page(socket))

    playground.call(play())


def test_a_page_types_presses_and_asks_for_options(start: Start) -> None:
    async def scene(page: Page) -> None:
        hello = await page.gets("hello")
        assert hello["me"] == "U0MARIA"
        floor = next(each for each in hello["channels"] if each["id"] == "C0FLOOR")
        assert (floor["kind"], floor["unread"], floor["member"]) == ("channel", 0, True)

        await page.sends("send", channel="C0FLOOR", text="/visit dana", request_id="r1")
        await page.gets("busy", request_id="r1")
        posted = (await page.gets("message", channel="C0FLOOR"))["message"]
        assert posted["blocks"][0]["block_id"]
        assert not posted["ephemeral"]
        assert (await page.gets("unread", channel="C0FLOOR"))["count"] == 1
        assert (await page.gets("message", channel="C0FLOOR"))["message"]["ephemeral"]
        assert (await page.gets("done", request_id="r1"))["ok"]

        await page.sends("open", channel="C0FLOOR")
        history = await page.gets("history")
        assert [each["text"] for each in history["messages"]] == ["Dana came in", "noted"]
        assert (await page.gets("unread"))["count"] == 0

        container = {"type": "message", "channel": "C0FLOOR", "ts": posted["ts"]}
        ids = {"block_id": posted["blocks"][0]["block_id"], "action_id": "greet"}
        await page.sends("action", request_id="r2", container=container, **ids, element={"type": "button"})
        assert (await page.gets("message"))["message"]["text"] == "Greeted"
        assert (await page.gets("done", request_id="r2"))["error"] is None

        await page.sends("open_home", request_id="r3")
        assert (await page.gets("home"))["view"] is None
        home = (await page.gets("home"))["view"]
        container = {"type": "view", "view_id": home["id"]}
        await page.sends(
            "suggest", request_id="r4", container=container, block_id="b", action_id="who", value="dana"
        )
        options = await page.gets("options", request_id="r4")
        assert options["options"][0]["text"]["text"] == "dana"

    visit_page(start(register), scene)


def test_a_frame_that_makes_no_sense_is_answered_with_a_notice(start: Start) -> None:
    async def scene(page: Page) -> None:
        for odd in ({"type": "dance"}, {"type": "open", "channel": "C0NOWHERE"}, {"type": "submit"}):
            await page.socket.send_json(odd)
            assert "could not read" in (await page.gets("notice"))["text"]

    visit_page(start(), scene)


def test_the_clock_is_turned_by_whoever_owns_it(start: Start, clock: Any) -> None:
    async def turn(wish: Json) -> None:
        clock.turn(seconds=wish["advance_seconds"])

    async def scene(page: Page) -> None:
        assert (await page.gets("hello"))["clock"]
        await page.sends("clock", advance_seconds=3600)
        assert (await page.gets("clock"))["now"] == "2026-11-24T10:00:00+00:00"

    visit_page(start(on_clock=turn), scene)


def test_faults_are_switched_on_the_page_and_seen_by_all(start: Start) -> None:
    async def scene(page: Page) -> None:
        await page.sends("fault", fault={"kind": "latency", "method": "chat.update", "seconds": 2})
        active = (await page.gets("faults"))["faults"]["active"]
        assert [(each["kind"], each["method"], each["left"]) for each in active] == [("latency", "chat.update", 1)]
        await page.sends("fault", clear=True)
        assert (await page.gets("faults"))["faults"]["active"] == []

    visit_page(start(), scene)


def test_a_form_travels_with_its_errors_and_depth(start: Start) -> None:
    async def scene(page: Page) -> None:
        await page.sends("send", channel="C0FLOOR", text="/issue")
        shown = await page.gets("modal")
        assert (shown["depth"], shown["errors"]) == (1, None)
        view_id = shown["view"]["id"]
        typed = {"What": {"it": {"type": "plain_text_input", "value": "bad"}}}
        await page.sends("submit", view_id=view_id, state={"values": typed}, request_id="r1")
        assert (await page.gets("modal"))["errors"] == {"Feeling": "Please complete this required field."}
        assert (await page.gets("done"))["error"] is None
        calm = {"type": "static_select", "selected_option": choices("Calm")[0]}
        await page.sends("submit", view_id=view_id, state={"values": {**typed, "Feeling": {"it": calm}}})
        assert (await page.gets("modal"))["errors"] == {"What": "Say it kindly."}
        await page.sends("close", view_id=view_id)
        assert (await page.gets("modal"))["view"] is None
        told = (await page.gets("message", channel="D0MARIA"))["message"]
        assert told["text"] == "Closed, cleared=False"
        await page.sends("react", channel="D0MARIA", ts=told["ts"], name="eyes")
        reacted = (await page.gets("message", channel="D0MARIA"))["message"]
        assert reacted["reactions"] == [{"name": "eyes", "count": 1, "users": ["U0MARIA"]}]
        await page.sends("shortcut", callback_id="caught", channel="D0MARIA", ts=told["ts"], request_id="r2")
        assert (await page.gets("done", request_id="r2"))["ok"]

    visit_page(start(DeskApp().register), scene)


@pytest.mark.parametrize("nobody", ["U0NOBODY", "U0REGULARS", ""])
def test_only_people_have_a_page(start: Start, nobody: str) -> None:
    async def scene(page: Page) -> None:
        message = await page.socket.receive(timeout=5)
        assert (message.type, message.data) == (aiohttp.WSMsgType.CLOSE, 4404)

    visit_page(start(), scene, nobody)


def test_other_web_pages_are_turned_away(start: Start) -> None:
    playground = start()

    async def knock() -> int:
        origin = {"Origin": "https://evil.example"}
        async with aiohttp.ClientSession() as client, client.get(playground.base_url, headers=origin) as answer:
            return answer.status

    assert playground.call(knock()) == 403
