"""A command that commits, against a handler that does nothing; and how soon the floor hears of it."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from itertools import count

from bench.figures import Figure, at, spread, times_as_much
from bench.shop import CUSTOMERS, Shop, customer_name
from bot.clock import SystemClock
from bot.playground.session import Session
from bot.store import customers, outbox

AT_ONCE = 16


def measure(shop: Shop, rounds: int) -> list[Figure]:
    """Return what `/visit` costs over the real websocket, to the ack and to the nudge."""
    with shop.bot("empty"):
        empty, empty_rate = _both(shop, rounds)
    with shop.bot():
        ours, our_rate = _both(shop, rounds)
        _calm_down(shop)
        seen = [shop.playground.call(_until_seen(shop, name)) for name in shop.unvisited[:rounds]]
        added = [_after_somebody_was_added(shop) for _ in range(10)]
    ratios = [times_as_much(at(ours, percent), at(empty, percent)) for percent in (50, 99)]
    of_ack = times_as_much(at(seen, 50), at(ours, 50))
    return [
        Figure("ack, a handler that does nothing", spread(empty), "1"),
        Figure("ack, /visit with its commit", spread(ours), f"p50 {ratios[0]}, p99 {ratios[1]}"),
        Figure("commands a second, doing nothing", f"{empty_rate:.0f}", "1"),
        Figure("commands a second, /visit", f"{our_rate:.0f}", times_as_much(our_rate, empty_rate)),
        Figure("/visit typed → the floor reads it", spread(seen), f"{of_ack} of its ack"),
        Figure("ack, /visit after somebody was added", spread(added), times_as_much(at(added, 50), at(ours, 50))),
    ]


def _both(shop: Shop, rounds: int) -> tuple[list[float], float]:
    """Return the times of commands one after the other, and how many a second when several people type."""
    visit = _typist(shop)
    shop.playground.call(_in_turn(visit, 20))
    times = shop.playground.call(_in_turn(visit, rounds), timeout=600)
    began = time.perf_counter()
    shop.playground.call(_at_once(visit, rounds), timeout=600)
    return times, rounds / (time.perf_counter() - began)


_numbers = count()


def _typist(shop: Shop) -> Callable[[], Awaitable[object]]:
    maria = Session(shop.playground.desk, "U0MARIA")
    floor = shop.playground.workspace.channels["C0FLOOR"]

    async def visit() -> None:
        answer = await maria.send(floor, f"/visit {customer_name(next(_numbers) % CUSTOMERS)}")
        assert answer.ok, answer

    return visit


async def _in_turn(visit: Callable[[], Awaitable[object]], rounds: int) -> list[float]:
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        await visit()
        times.append(time.perf_counter() - began)
    return times


async def _at_once(visit: Callable[[], Awaitable[object]], rounds: int) -> None:
    left = iter(range(rounds))

    async def typist() -> None:
        for _ in left:
            await visit()

    await asyncio.gather(*(typist() for _ in range(AT_ONCE)))


def _calm_down(shop: Shop) -> None:
    """Wait until the floor has read of everybody who came in so far."""
    while shop.book.run(shop.team, outbox.next_at)[0] is not None:
        time.sleep(0.1)


async def _until_seen(shop: Shop, name: str) -> float:
    """Have somebody come in who was not in yet today, and wait until the floor can read it."""
    maria, floor = Session(shop.playground.desk, "U0MARIA"), shop.playground.workspace.channels["C0FLOOR"]
    began = time.perf_counter()
    await maria.send(floor, f"/visit {name}")
    while not any(name in message.text for message in floor.messages[-3:] if message.only_for is None):
        if not await shop.playground.workspace.next_change(10):
            raise TimeoutError(name)
    return time.perf_counter() - began


def _after_somebody_was_added(shop: Shop) -> float:
    """Return the time of a command that has to learn a new name first."""
    now = SystemClock().now()
    shop.book.run(shop.team, lambda session: customers.add(session, f"Newcomer {now}", "U0MARIA", now))
    return shop.playground.call(_in_turn(_typist(shop), 1))[0]
