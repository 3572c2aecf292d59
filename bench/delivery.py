"""How many reminders a second leave the outbox and are read, when Slack sets no limit."""

import time
from datetime import datetime

from bench.figures import Figure
from bench.shop import Shop
from bot.clock import SystemClock
from bot.store import outbox
from bot.store.database import BookSession


def measure(shop: Shop, letters: int) -> list[Figure]:
    """Return the rate at which one bot delivers to a hundred people."""
    shop.book.run(shop.team, _promise, shop.colleagues, letters, SystemClock().now())
    before = len(shop.playground.ledger.posts())
    with shop.bot():
        while len(shop.playground.ledger.posts()) == before:
            time.sleep(0.005)
        began, first = time.perf_counter(), len(shop.playground.ledger.posts())
        while len(shop.playground.ledger.posts()) < before + letters:
            time.sleep(0.01)
        rate = (before + letters - first) / (time.perf_counter() - began)
    return [
        Figure(
            "reminders a second, to 100 people",
            f"{rate:.0f}",
            f"{rate * 60:.0f} a minute; Slack takes some hundred",
        )
    ]


def _promise(session: BookSession, people: list[str], letters: int, now: datetime) -> None:
    for n in range(letters):
        key, to = f"bench:{now:%H%M%S}:{n}", people[n % len(people)]
        outbox.promise(session, key=key, kind="customer.forget", about=1 + n % 400, to=to, now=now)
