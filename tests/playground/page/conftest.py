"""The page in a real Chromium, on a real playground, with a small real Bolt app behind it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground import Playground
from tests.chromium import running_chromium
from tests.playground.page import samples

Json = dict[str, Any]
Start = Callable[..., Playground]

MANIFEST: Json = {
    "display_information": {"name": "Regulars", "description": "The memory of the best host"},
    "features": {
        "bot_user": {"display_name": "Regulars"},
        "slash_commands": [
            {"command": "/visit", "description": "Log a visit", "usage_hint": "NAME", "should_escape": True},
            {"command": "/form", "description": "Open a form", "usage_hint": "", "should_escape": True},
            {"command": "/followup", "description": "Promise a call", "usage_hint": "NAME what when"},
        ],
        "shortcuts": [
            {"callback_id": "log_visit", "name": "Log a visit", "type": "global", "description": "Who is in?"},
            {"callback_id": "kudos", "name": "Caught doing something right", "type": "message"},
        ],
    },
    "oauth_config": {"scopes": {"bot": ["chat:write", "commands", "users:read", "files:write", "reactions:read"]}},
    "settings": {"event_subscriptions": {"bot_events": ["app_home_opened"]}},
}  # fmt: skip


@dataclass
class SmallApp:
    """A Bolt app that shows what it is told to and remembers what it hears."""

    heard: list[Json] = field(default_factory=list)
    form: Json = field(default_factory=samples.form)

    def register(self, app: AsyncApp) -> None:
        """Add the listeners."""
        app.command("/visit")(self.visit)
        app.command("/form")(self.open_form)
        app.shortcut("log_visit")(self.open_form)
        app.shortcut("kudos")(self.remember)
        app.action("push")(self.push)
        app.action("add_row")(self.add_row)
        app.action(re.compile(".*"))(self.remember)
        app.options("customer")(self.suggest)
        app.view("form")(self.submitted)
        app.event("app_home_opened")(self.home)

    async def visit(self, ack: Any, command: Json, client: AsyncWebClient) -> None:
        await client.chat_postMessage(
            channel=command["channel_id"], text="Dana López just came in", blocks=samples.NUDGE
        )
        await ack(text=f"Noted: {command['text']}")

    async def open_form(self, ack: Any, body: Json, client: AsyncWebClient) -> None:
        await client.views_open(trigger_id=body["trigger_id"], view=self.form)
        await ack()

    async def push(self, ack: Any, body: Json, client: AsyncWebClient) -> None:
        await client.views_push(
            trigger_id=body["trigger_id"], view={**self.form, "title": samples.plain("On top")}
        )
        await ack()

    async def add_row(self, ack: Any, body: Json, client: AsyncWebClient) -> None:
        row = samples.field("row", "One more", {"type": "plain_text_input", "action_id": "row"})
        await client.views_update(
            view_id=body["view"]["id"], view={**self.form, "blocks": [*self.form["blocks"], row]}
        )
        await ack()

    async def remember(self, ack: Any, body: Json) -> None:
        self.heard.append(body)
        await ack()

    async def suggest(self, ack: Any, payload: Json) -> None:
        await ack(
            options=[samples.option(f"{payload['value'].title()} {name}", name) for name in ("López", "Smith")]
        )

    async def submitted(self, ack: Any, body: Json, view: Json) -> None:
        self.heard.append(body)
        story = view["state"]["values"]["story"]["story"]["value"]
        if "blame" in story:
            await ack(response_action="errors", errors={"story": "Say what happened, not whose fault it was."})
        else:
            await ack()

    async def home(self, client: AsyncWebClient, event: Json) -> None:
        if event["tab"] == "home":
            await client.views_publish(user_id=event["user"], view={"type": "home", "blocks": samples.HOME})


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of the page."""
    with running_chromium() as chromium:
        yield chromium


@pytest.fixture
def small_app() -> SmallApp:
    return SmallApp()


@pytest.fixture
def tour() -> list[Json]:
    """The steps of the tour; a test module that plays one gives its own."""
    return []


@pytest.fixture
def playground(start: Start, clock: Any, small_app: SmallApp, tour: list[Json]) -> Playground:
    """A playground with the small app connected and a clock that the page can turn."""

    async def turn(wish: Json) -> None:
        clock.turn(seconds=wish.get("advance_seconds", 86_400))

    return start(small_app.register, manifest=MANIFEST, on_clock=turn, tour=tour)


class Browsing:
    """Somebody at the page: what they do and what they see."""

    def __init__(self, page: Page, playground: Playground) -> None:
        self.page, self.playground = page, playground
        self.box = page.locator("#composer-input")

    def opens(self, address: str = "") -> None:
        """Load the page; the address is what stands after the #."""
        self.page.goto(f"{self.playground.base_url}/#{address}")
        expect(self.page.locator("#place-title")).not_to_have_text("Connecting…")

    def types(self, text: str) -> None:
        """Type into the message box and press Enter."""
        self.box.press_sequentially(text)
        self.box.press("Enter")

    def sees(self, text: str) -> Locator:
        """Return the last message with this text, once it is there."""
        found = self.page.get_by_test_id("message").filter(has_text=text).last
        expect(found).to_be_visible()
        return found

    def waits_until(self, happened: Callable[[], object]) -> None:
        """Give the page time until something is so; fails after five seconds."""
        for _ in range(100):
            if happened():
                return
            self.page.wait_for_timeout(50)
        pytest.fail("it did not happen")

    @property
    def client(self) -> AsyncWebClient:
        return AsyncWebClient(self.playground.bot_token, base_url=self.playground.api_url)

    def posts(self, text: str = "", blocks: list[Json] | None = None) -> Locator:
        """Let the app post to #floor and return the message on the page."""
        said = self.client.chat_postMessage(channel="C0FLOOR", text=text, blocks=blocks)
        found = self.page.locator(f"[data-ts='{self.playground.call(said)['ts']}']")
        expect(found).to_be_visible()
        return found

    def updates(self, ts: str, blocks: list[Json]) -> None:
        """Let the app change a message in #floor."""
        self.playground.call(self.client.chat_update(channel="C0FLOOR", ts=ts, text="changed", blocks=blocks))

    def writes_to(self, user: str, text: str) -> None:
        """Let the app send somebody a direct message."""
        self.playground.call(self.client.chat_postMessage(channel=user, text=text))

    def opens_form(self) -> Locator:
        """Open the form by its command."""
        self.types("/form")
        expect(self.form).to_be_visible()
        return self.form

    @property
    def form(self) -> Locator:
        return self.page.get_by_role("dialog").filter(has=self.page.locator("#modal-title"))


WIDE = ViewportSize(width=1280, height=800)


@pytest.fixture
def browsing(browser: Browser, playground: Playground, request: pytest.FixtureRequest) -> Iterator[Browsing]:
    """Maria at the page in #floor. Any error in the page's own code fails the test."""
    size: ViewportSize = getattr(request, "param", WIDE)
    context = browser.new_context(viewport=size, locale="en-GB", reduced_motion="reduce")
    page, errors = context.new_page(), list[str]()
    page.set_default_timeout(5000)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda line: errors.append(line.text) if line.type == "error" else None)
    maria = Browsing(page, playground)
    maria.opens()
    yield maria
    context.close()
    assert errors == []
