"""A courier with a real Slack and a real book, and clocks that stand still until they are turned."""

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

import pytest

from bot.clock import StoppedClock
from bot.domain.delivery import Letter, Patience
from bot.jobs import courier as courier_module
from bot.jobs.courier import Courier
from bot.playground.app_card import EVERY_SCOPE
from bot.playground.model import Json
from bot.playground.server import Playground
from bot.services import delivery, staff
from bot.services.letters import Rendered
from bot.slack import Slack
from bot.store import outbox
from bot.store.database import Book, BookSession, open_engine
from bot.views.blocks import md, message, section

NOW = datetime(2026, 11, 23, 10, 2, tzinfo=UTC)
EAGER = Patience(burst=1000, tries=4)
CALL = 10.0
"""Seconds after which the client gives a call up; no machine is so busy that an answer takes longer."""
SHORT_CALL = 0.5
"""The same, for stories in which it does give up."""

T = TypeVar("T")


@dataclass
class PostOffice:
    """Everything between a promise and the people who read it."""

    playground: Playground
    book: Book
    monkeypatch: pytest.MonkeyPatch
    shop_clock: StoppedClock = field(default_factory=lambda: StoppedClock(NOW))
    real_clock: StoppedClock = field(default_factory=lambda: StoppedClock(NOW))
    couriers: list[Courier] = field(default_factory=list)
    slept: float = 0.0

    def call(self, coroutine: Coroutine[Any, Any, T]) -> T:
        return self.playground.call(coroutine)

    def hires(
        self,
        kind: type[Courier] = Courier,
        patience: Patience = EAGER,
        book: Book | None = None,
        call: float = CALL,
    ) -> Any:
        """Return another courier, of any kind, who works in the same book."""

        async def hire() -> Courier:
            slack = Slack(self.playground.bot_token, self.playground.api_url, timeout=call)
            return kind(book or self.book, slack, self.shop_clock, patience, self.real_clock)

        self.couriers.append(self.call(hire()))
        return self.couriers[-1]

    def promises(self, key: str = "note:1", to: str = "C0FLOOR", kind: str = "note", **more: Any) -> None:
        now = self.shop_clock.now()
        self.book.run("T0REGULARS", outbox.promise, key=key, kind=kind, about=1, to=to, now=now, **more)

    def works(self, courier: Courier) -> None:
        """Let a courier work until there is nothing to do at this time."""

        async def until_idle() -> None:
            async with asyncio.timeout(20):
                while await courier.step():
                    pass

        self.call(until_idle())

    def turns(self, **span: float) -> None:
        """Let time pass for everybody: the shop, the machine, and whoever was asleep."""
        delta = timedelta(**span)
        self.shop_clock.turn(delta)
        self.real_clock.turn(delta)
        self.slept += delta.total_seconds()

    def passes(self, courier: Courier, times: int = 6) -> None:
        """Let a few minutes pass, with the courier at work."""
        for _ in range(times):
            self.turns(seconds=61)
            self.works(courier)

    def said(self, key: str = "note:1") -> list[Json]:
        """Return how often a letter stands in Slack."""
        mark = self.row(key)["mark"]
        return [
            post
            for post in self.playground.ledger.posts()
            if post["metadata"] and post["metadata"]["event_payload"].get("mark") == mark
        ]

    def row(self, key: str = "note:1") -> Json:
        def read(session: BookSession) -> Json:
            import sqlalchemy as sa

            rows = session.execute(sa.text("SELECT * FROM outbox WHERE key = :key"), {"key": key})
            return dict(rows.mappings().one())

        return self.book.run("T0REGULARS", read)[0]

    def renders(self, kind: str, render: Callable[[BookSession, Letter, datetime], Rendered]) -> None:
        self.monkeypatch.setitem(delivery.RENDERERS, kind, render)


async def until(so: Callable[[], bool]) -> None:
    """Wait for something; how long that takes says more of the machine than of the bot."""
    while not so():  # noqa: ASYNC110 - what is waited for knows nothing of whoever waits
        await asyncio.sleep(0.005)


def _note(session: BookSession, letter: Letter, now: datetime) -> Rendered:
    return message(section(md("{key} has {wanted} changes", key=letter.key, wanted=letter.wanted)))


@pytest.fixture
def scopes() -> frozenset[str]:
    return frozenset(EVERY_SCOPE)


@pytest.fixture
def office(database_url: str, scopes: frozenset[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[PostOffice]:
    clock = StoppedClock(NOW)
    with Playground(now=clock.now, scopes=scopes) as playground:
        book = Book(open_engine(database_url))
        book.run("T0REGULARS", staff.open_workspace, "Corner Shoes")
        office = PostOffice(playground, book, monkeypatch, clock)
        for kind in ("note", "followup.due", "digest", "kudos.story", "home"):
            office.renders(kind, _note)
        awake = courier_module.awake_seconds
        monkeypatch.setattr(courier_module, "awake_seconds", lambda: awake() + office.slept)
        yield office
        for courier in office.couriers:
            playground.call(courier.slack.close())
        book.close()
