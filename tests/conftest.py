"""A whole Slack, a real bot and a real database for each test; people who type, see and press."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import settings

from bot.app import Regulars, build
from bot.clock import StoppedClock
from bot.domain.delivery import Patience
from bot.domain.workspaces import SetupForm
from bot.playground.people import Person
from bot.playground.server import Playground
from bot.services import staff
from bot.slack import Slack
from bot.store.database import Book, BookSession, open_engine
from tests.databases import Databases

# How long an example takes says more of the machine than of the code; `make bench` measures.
settings.register_profile("house", deadline=None)
settings.load_profile("house")

ROOT = Path(__file__).parent.parent
MONDAY = datetime(2026, 11, 23, 10, 2, tzinfo=UTC)
"""A Monday morning; Lisbon is on UTC then."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--snapshots` accepts the messages as they look now; `--chaos-long` kills for longer; `--pictures` draws."""
    parser.addoption("--snapshots", action="store_true")
    parser.addoption("--chaos-long", action="store_true")
    parser.addoption("--pictures", action="store_true")


@pytest.fixture(scope="session")
def databases() -> Iterator[Databases]:
    """Both databases, with the tables made once and copied for each test."""
    with Databases.start() as ready:
        yield ready


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, databases: Databases) -> Iterator[str]:
    """A fresh database of its own, of either kind."""
    with databases.fresh(request.param) as url:
        yield url


@dataclass
class Shop:
    """The playground with the bot in it, and the clock on the wall."""

    playground: Playground
    bot: Regulars
    clock: StoppedClock

    def turns_clock(self, **span: float) -> None:
        """Let time pass, and let the bot do what has become due."""
        self.clock.turn(timedelta(**span))
        self.settles()

    def turns_clock_to(self, moment: datetime) -> None:
        """Let time pass until a moment."""
        self.clock.turn_to(moment)
        self.settles()

    def settles(self) -> None:
        """Wait until the bot has nothing left to do at this time."""
        self.playground.call(self.bot.timetable.settle())

    def book(self, deed: Callable[..., Any], *args: Any) -> Any:
        """Run a query or a deed in the bot's own book."""
        return self.playground.call(self.bot.book.write(self.bot.identity.team, deed, *args))


def manifest() -> dict[str, Any]:
    """Return the app's manifest."""
    found: dict[str, Any] = yaml.safe_load((ROOT / "app_manifest.yml").read_text())
    return found


PATIENTLY = 20.0
"""Seconds for an ack: a busy test machine is no reason to fail; what a late ack does has a test of its own."""

PATIENT = Patience(burst=1000)
"""Tests say many things to one channel at once; pacing has a test of its own."""


@pytest.fixture
def bare_shop(database_url: str) -> Iterator[Shop]:
    """A workspace in which the bot was just installed: no setup, no customers."""
    clock = StoppedClock(MONDAY)
    with Playground(now=clock.now, manifest=manifest(), ack_seconds=PATIENTLY) as playground:
        engine = open_engine(database_url)
        book = Book(engine)

        async def begin() -> Regulars:
            bot = await build(book, Slack(playground.bot_token, playground.api_url), clock, PATIENT)
            await bot.start(playground.app_token)
            return bot

        bot = playground.call(begin())
        yield Shop(playground, bot, clock)
        playground.call(bot.stop())


@pytest.fixture
def shop(bare_shop: Shop) -> Shop:
    """A workspace that Pat has set up; Maria and Jon are staff."""
    bare_shop.book(_set_up)
    return bare_shop


def _set_up(session: BookSession) -> None:
    from bot.domain.policy import Actor, Profile, Role

    for user, name in (("U0PAT", "Pat Reyes"), ("U0MARIA", "Maria Silva"), ("U0JON", "Jon Park")):
        staff.meet(session, Profile(user, session.workspace, name, "Europe/Lisbon", "en-GB"), MONDAY)
    pat = Actor(session.workspace, "U0PAT", "Pat Reyes", Role.MANAGER, "Europe/Lisbon")
    form = SetupForm(
        floor="C0FLOOR", kudos="C0KUDOS", managers_channel="C0MANAGERS", zone="Europe/Lisbon", digest_at="8:30",
        hours="Mon-Sat 9-19; Sun closed", managers=("U0PAT",), country="PT",
    )  # fmt: skip
    staff.set_up(session, pat, form, MONDAY)


@pytest.fixture
def maria(shop: Shop) -> Person:
    """Maria, staff, at the door."""
    return shop.playground.person("maria")


@pytest.fixture
def jon(shop: Shop) -> Person:
    """Jon, staff, at the bench."""
    return shop.playground.person("jon")


@pytest.fixture
def pat(shop: Shop) -> Person:
    """Pat, the manager."""
    return shop.playground.person("pat")


@pytest.fixture
def sam(shop: Shop) -> Person:
    """Sam, a stranger from another workspace."""
    return shop.playground.person("sam")
