"""`regulars demo`: the playground, the real bot connected to it, a small shop, and a clock to turn."""

import asyncio
import errno
import socket
import tempfile
from collections.abc import Callable
from contextlib import AsyncExitStack
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from platformdirs import user_data_path

from bot import manifest
from bot.app import Regulars, build
from bot.clock import StoppedClock, SystemClock, TurnableClock
from bot.domain.delivery import Patience
from bot.domain.when import Understood, understand
from bot.playground.server import HOST, Playground
from bot.playground.shop import ZONE, open_shop
from bot.playground.tour import TOUR
from bot.services import schedule
from bot.slack import Slack
from bot.store import migrate
from bot.store.database import Book, open_engine

AnyTurnable = TurnableClock | StoppedClock

UNHURRIED = Patience(burst=100)
"""A turned clock makes a week's messages due at once, and the playground takes them as they come."""

OPENING = time(10, 2)
"""The hour at which the demo begins: the shop is open, and nobody is woken."""


class CannotServe(Exception):
    """The playground cannot be shown; the text says why and what to do."""


async def serve(*, port: int, keep: bool, say: Callable[[str], Any]) -> None:
    """Run until cancelled."""
    async with AsyncExitStack() as stack:
        playground, _bot = await begin(stack, port=port, keep=keep)
        if playground.port != port:
            say(f"Port {port} is taken, so the playground is on another one.")
        say(f"\n  Regulars is open at {playground.base_url}/\n")
        say("  Take the tour on the page, or type /visit dana lopes. Stop with Ctrl-C.")
        if keep:
            say(f"  What you do is kept in {_kept()} for the next time.")
        await asyncio.Event().wait()


async def begin(
    stack: AsyncExitStack, *, port: int = 0, keep: bool = False, clock: AnyTurnable | None = None
) -> tuple[Playground, Regulars]:
    """Open the playground and connect the bot; both close with the stack."""
    clock = clock or TurnableClock(opening(SystemClock().now()))
    turner = Turner(clock)
    playground = Playground(
        now=clock.now, manifest=manifest.load(), port=free_port(port), on_clock=turner.turn, tour=TOUR
    )
    await playground.start()
    stack.push_async_callback(playground.stop)
    folder = _kept() if keep else Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="regulars-")))
    engine = open_engine(f"sqlite:///{folder / 'playground.db'}")
    migrate.upgrade(engine)
    bot = await build(Book(engine), Slack(playground.bot_token, playground.api_url), clock, UNHURRIED)
    turner.bot = bot
    await bot.start(playground.app_token)
    stack.push_async_callback(bot.stop)
    await bot.book.write(bot.identity.team, open_shop, clock.now())
    await playground.wait_for_app()
    return playground, bot


def _kept() -> Path:
    return user_data_path("regulars", ensure_exists=True)


def opening(now: datetime) -> datetime:
    """Return when the demo begins: now in shop hours, else the next weekday morning at 10:02 in Lisbon."""
    local = now.astimezone(ZoneInfo(ZONE))
    if local.weekday() < 5 and time(9, 30) <= local.time() <= time(15):
        return now
    day = local.date() + timedelta(days=local.time() > time(9, 30))
    while day.weekday() >= 5:
        day += timedelta(days=1)
    return datetime.combine(day, OPENING, ZoneInfo(ZONE)).astimezone(UTC)


def free_port(wanted: int) -> int:
    """Return the wanted port when it is free, else 0 for any; raise `CannotServe` when it may not be used."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, wanted))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                return 0
            raise CannotServe(
                f"Port {wanted} cannot be used ({error.strerror}). Try regulars demo --port 8800."
            ) from None
        except OverflowError:
            raise CannotServe(f"{wanted} is not a port; ports go from 1 to 65535. Try --port 8800.") from None
    return wanted


class Turner:
    """Turns the playground's clock, and has the bot do what became due."""

    def __init__(self, clock: AnyTurnable) -> None:
        self._clock = clock
        self.bot: Regulars | None = None

    async def turn(self, wish: dict[str, Any]) -> None:
        """Carry out what a clock button of the page asks for."""
        if self.bot is None:
            return
        self._clock.turn_to(await self._target(self.bot, wish))
        await self.bot.timetable.settle()

    async def _target(self, bot: Regulars, wish: dict[str, Any]) -> datetime:
        now = self._clock.now()
        if "advance_seconds" in wish:
            return now + timedelta(seconds=float(wish["advance_seconds"]))
        if wish.get("next"):
            soonest = await bot.book.read(bot.identity.team, schedule.next_at, now)
            return soonest + timedelta(seconds=1) if soonest else now + timedelta(hours=1)
        return said(str(wish.get("to")), now)


def said(words: str, now: datetime) -> datetime:
    """Return a moment said in words, as a person in Lisbon means it; what says no time changes nothing."""
    read = understand(words, now=now, zone=ZONE, locale="en-GB")
    return read.when if isinstance(read, Understood) else now
