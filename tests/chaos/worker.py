"""A whole bot in a process of its own, to be killed: the real one, only less patient.

``python tests/chaos/worker.py DATABASE_URL BOT_TOKEN API_URL`` prints “ready” when it is at work.
"""

import asyncio
import logging
import signal
import sys
from datetime import timedelta

from bot.app import build
from bot.clock import SystemClock
from bot.domain.delivery import Patience
from bot.slack import Slack
from bot.store.database import Book, open_engine

CALL = 0.8
"""Seconds after which a call to Slack is given up."""
HASTE = Patience(
    lease=timedelta(seconds=2.5), quiet=timedelta(seconds=0.8), burst=1000, outage=timedelta(seconds=0.5)
)


async def work(database: str, token: str, api: str) -> None:
    book = Book(open_engine(database))
    bot = await build(book, Slack(token, api, timeout=CALL), SystemClock(), HASTE)
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    await bot.start()
    print("ready", flush=True)  # noqa: T201 - whoever started us waits for it
    await stop.wait()
    await bot.stop()


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    asyncio.run(work(*sys.argv[1:]))
