"""A playground with a small real Bolt app connected to it over Socket Mode."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground import Playground

START = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


class Clock:
    """A clock that stands still until somebody turns it."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now

    def turn(self, **delta: float) -> None:
        self.now += timedelta(**delta)


@pytest.fixture
def clock() -> Clock:
    return Clock()


def new_app(playground: Playground) -> AsyncApp:
    """Return a Bolt app that talks to the playground; it acks after its handlers."""
    client = AsyncWebClient(playground.bot_token, base_url=playground.api_url)
    return AsyncApp(client=client, signing_secret=playground.signing_secret, process_before_response=True)


@contextmanager
def connected(playground: Playground, app: AsyncApp) -> Iterator[AsyncSocketModeHandler]:
    """Connect an app over Socket Mode, on the playground's loop, until the block ends."""

    async def connect() -> AsyncSocketModeHandler:
        handler = AsyncSocketModeHandler(app, playground.app_token, ping_interval=0.2)
        await handler.connect_async()  # type: ignore[no-untyped-call] # Bolt publishes no types for it
        await playground.wait_for_app()
        return handler

    handler = playground.call(connect())
    try:
        yield handler
    finally:
        playground.call(handler.close_async())  # type: ignore[no-untyped-call] # same


Start = Callable[..., Playground]


@pytest.fixture
def start(clock: Clock) -> Iterator[Start]:
    """Start playgrounds: `start(register, **options)`, where `register(app)` adds the app's handlers."""
    logging.getLogger("slack_bolt.AsyncApp").setLevel(logging.CRITICAL)
    with ExitStack() as stack:

        def started(register: Callable[[AsyncApp], Any] | None = None, **options: Any) -> Playground:
            playground = stack.enter_context(Playground(now=clock, **options))
            if register is not None:
                app = new_app(playground)
                register(app)
                stack.enter_context(connected(playground, app))
            return playground

        yield started
