"""A bot in a process of its own: ours, or one whose only handler does nothing, in the same set-up.

``python -m bench.bot regulars|empty DATABASE_URL BOT_TOKEN APP_TOKEN API_URL`` prints “ready” when connected.
"""

import asyncio
import sys

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.app import build
from bot.clock import SystemClock
from bot.domain.delivery import Patience
from bot.slack import Slack
from bot.store.database import Book, open_engine

UNHURRIED = Patience(burst=1_000_000)
"""The playground takes any number of messages a second; the pace that Slack asks for would hide what we can."""


async def regulars(database: str, token: str, app_token: str, api: str) -> None:
    """Start the real bot."""
    bot = await build(Book(open_engine(database)), Slack(token, api), SystemClock(), UNHURRIED)
    await bot.start(app_token)


async def empty(_database: str, token: str, app_token: str, api: str) -> None:
    """Start Bolt with one handler that only acknowledges."""
    app = AsyncApp(client=AsyncWebClient(token, base_url=api), process_before_response=True)

    @app.command("/visit")
    async def nothing(ack) -> None:  # type: ignore[no-untyped-def]  # Bolt injects it by name
        await ack("ok")

    await AsyncSocketModeHandler(app, app_token).connect_async()  # type: ignore[no-untyped-call]  # no types


async def work(kind: str, *arguments: str) -> None:
    """Start a bot of a kind and keep it going until it is killed."""
    await {"regulars": regulars, "empty": empty}[kind](*arguments)
    print("ready", flush=True)  # noqa: T201 - whoever started us waits for it
    await asyncio.Event().wait()


if __name__ == "__main__":
    import uvloop

    uvloop.run(work(*sys.argv[1:]))
