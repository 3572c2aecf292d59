"""`regulars run`: check everything that can be checked, work until told to stop, stop without losing anything.

Whatever is wrong at the start becomes one sentence in `CannotStart`.
"""

import asyncio
import logging
import signal
from collections.abc import Iterator
from contextlib import contextmanager

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.app import Regulars, build
from bot.clock import SystemClock
from bot.config import Settings
from bot.jobs.watchdog import Watchdog
from bot.slack import Slack
from bot.store import migrate
from bot.store.alone import alone
from bot.store.database import Book, NoDatabase, check, open_engine

log = logging.getLogger("regulars")


class CannotStart(Exception):
    """The bot cannot start; the text says why and what to do."""


def run(settings: Settings) -> None:
    """Run until SIGTERM or SIGINT; raise `CannotStart` or `BadSettings` when that is not possible."""
    bot_token, app_token = settings.tokens()
    with open_book(settings.database()) as book:
        try:
            import uvloop
        except ImportError:  # Windows has none, and works without
            asyncio.run(_run(settings, book, bot_token, app_token))
        else:
            uvloop.run(_run(settings, book, bot_token, app_token))


@contextmanager
def open_book(url: str) -> Iterator[Book]:
    """Open a database that is there, sound, up to date, and used by no other bot; raise `CannotStart`."""
    try:
        engine = open_engine(url)
        check(engine)
        with alone(engine):
            migrate.upgrade(engine)
            yield Book(engine)
    except NoDatabase as problem:
        raise CannotStart(str(problem)) from None


async def _run(settings: Settings, book: Book, bot_token: str, app_token: str) -> None:
    slack = Slack(bot_token, settings.slack_api_url)
    try:
        await preflight(slack, app_token)
        bot = await build(book, slack, SystemClock())
    except CannotStart:
        await slack.close()
        raise
    stop = asyncio.Event()
    for sign in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(sign, stop.set)
    await bot.start(app_token)
    watchdog = Watchdog(bot.timetable.alive)
    watchdog.start()
    log.info("ready workspace=%s", bot.identity.team)
    await stop.wait()
    watchdog.stop()
    await close(bot)


async def close(bot: Regulars) -> None:
    """Stop within ten seconds, finishing what is under way."""
    log.info("stopping")
    await bot.stop()
    log.info("stopped")


async def preflight(slack: Slack, app_token: str) -> None:
    """Try both tokens once: the Socket Mode client would retry a bad one for ever."""
    try:
        await slack.identity()
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=10)) as session:
            client = AsyncWebClient(base_url=slack.url, session=session, retry_handlers=[])
            await client.apps_connections_open(app_token=app_token)
    except SlackApiError as error:
        raise CannotStart(_why(str(error.response.get("error")), str(error.response.api_url))) from None
    except (aiohttp.ClientError, TimeoutError, OSError):
        raise CannotStart(
            f"Slack cannot be reached at {slack.url}. Check the network, and SLACK_API_URL if you set it."
        ) from None


def _why(code: str, url: str) -> str:
    name = "SLACK_APP_TOKEN" if "connections" in url else "SLACK_BOT_TOKEN"
    known = {
        "missing_scope": f"{name} lacks a scope; give the app-level token the scope connections:write.",
        "not_allowed_token_type": f"{name} is of the wrong kind: SLACK_BOT_TOKEN begins with xoxb-, "
        "SLACK_APP_TOKEN with xapp-.",
        "account_inactive": f"Slack says that the workspace or the app of {name} is gone. Install the app again.",
        "token_revoked": f"{name} was revoked. Install the app again and copy the new token.",
    }
    return known.get(code, f"Slack refused {name} ({code}). Copy it again from your Slack app's page into .env.")
