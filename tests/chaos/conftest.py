"""Playground, bots in processes of their own, and somebody who feeds them."""

import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import pytest
import sqlalchemy as sa

from bot.clock import SystemClock
from bot.domain.policy import Actor, Role
from bot.playground.server import Playground
from bot.services import staff, visits
from bot.store import customers, outbox
from bot.store.database import Book, BookSession, open_engine
from bot.store.staff import decide

WORKER = Path(__file__).parent / "worker.py"
PEOPLE = ("U0MARIA", "U0JON", "U0PAT")


@pytest.fixture
def long(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("chaos_long"))


@dataclass
class Storm:
    """A shop in bad weather: bots that are killed, and a Slack that fails one call in five."""

    playground: Playground
    book: Book
    url: str
    folder: Path
    team: str
    bots: list[subprocess.Popen[str]] = field(default_factory=list)
    starts: int = 0
    promised: int = 0

    def starts_bot(self) -> subprocess.Popen[str]:
        """Start a bot and wait until it is at work."""
        self.starts += 1
        log = (self.folder / f"bot-{self.starts}.log").open("w")
        arguments = [self.url, self.playground.bot_token, self.playground.api_url]
        bot = subprocess.Popen(
            [sys.executable, str(WORKER), *arguments], stdout=subprocess.PIPE, stderr=log, text=True
        )
        log.close()
        self.bots.append(bot)
        assert bot.stdout
        assert bot.stdout.readline() == "ready\n", (self.folder / f"bot-{self.starts}.log").read_text()
        return bot

    def kills(self, bot: subprocess.Popen[str]) -> None:
        """Kill -9: nothing is finished, nothing is given back."""
        bot.kill()
        self.ends(bot)

    def ends(self, bot: subprocess.Popen[str]) -> int:
        """Wait for a bot's end and return its exit code."""
        code = bot.wait(15)
        if bot.stdout:
            bot.stdout.close()
        self.bots.remove(bot)
        return code

    def fails(self, one_in: int) -> None:
        """Let one call in so many fail, in every way there is, for what is said and for what is looked up."""
        kinds: dict[str, dict[str, Any]] = {
            "rate_limited": {"seconds": 1}, "server_error": {}, "server_error_after": {}, "error": {},
            "error_after": {}, "cut_before": {}, "cut_after": {}, "latency": {"seconds": 1.1},
        }  # fmt: skip
        for method in ("chat.postMessage", "chat.update", "conversations.history"):
            for number, (kind, options) in enumerate(kinds.items()):
                chance = 1 / one_in / len(kinds)
                self.playground.faults.add(kind, method, probability=chance, seed=number, **options)

    def feeds(self, count: int) -> None:
        """Have customers come in and managers asked for something, through the services as the doors would."""
        for _ in range(count):
            self.promised += 1
            name, now = f"Customer {self.promised}", SystemClock().now()
            self.book.run(self.team, _come_in if self.promised % 2 else _ask, name, self.promised, now)

    def greets(self) -> None:
        """Have everybody who came in greeted, so that each message has to change."""
        self.book.run(self.team, _greet_all, SystemClock().now())

    def count(self, question: str) -> int:
        def ask(session: BookSession) -> int:
            return int(session.scalar(sa.text(f"SELECT count(*) FROM outbox WHERE {question}")) or 0)  # noqa: S608

        return self.book.run(self.team, ask)[0]

    def calms_down(self, within: float) -> None:
        """Wait until nothing waits any more."""
        end = monotonic() + within
        while self.count("state IN ('pending', 'sending')") and monotonic() < end:
            sleep(0.1)

    def states(self) -> dict[str, int]:
        def read(session: BookSession) -> dict[str, int]:
            rows = session.execute(sa.text("SELECT state, count(*) FROM outbox GROUP BY state"))
            return {row[0]: row[1] for row in rows}

        return self.book.run(self.team, read)[0]

    def tally(self) -> dict[str, int]:
        """Compare what was promised with what stands in Slack."""
        said = Counter(post["metadata"]["event_payload"]["mark"] for post in self.playground.ledger.posts())

        def marks(session: BookSession) -> list[str]:
            return list(session.scalars(sa.text("SELECT mark FROM outbox")))

        promised = self.book.run(self.team, marks)[0]
        return {
            "promised": len(promised),
            "lost": sum(1 for mark in promised if not said[mark]),
            "doubled": sum(1 for number in said.values() if number > 1),
            "foreign": len(set(said) - set(promised)),
        }


def _set_up(session: BookSession) -> None:
    decide(session, floor_channel="C0FLOOR")


def _actor(session: BookSession) -> Actor:
    return Actor(session.workspace, "U0MARIA", "Maria Silva", Role.STAFF, "Europe/Lisbon")


def _come_in(session: BookSession, name: str, number: int, now: Any) -> None:
    customer = customers.add(session, name, "U0MARIA", now)
    visits.log_known(session, _actor(session), customer.id, now)


def _ask(session: BookSession, name: str, number: int, now: Any) -> None:
    customer = customers.add(session, name, "U0MARIA", now)
    to = PEOPLE[number // 2 % len(PEOPLE)]
    key = f"customer.forget:{customer.id}"
    outbox.promise(session, key=key, kind="customer.forget", about=customer.id, to=to, now=now)


def _greet_all(session: BookSession, now: Any) -> None:
    for visit_id in session.scalars(sa.text("SELECT id FROM visits")).all():
        visits.greet(session, _actor(session), visit_id, now)


@pytest.fixture
def storm(database_url: str, tmp_path: Path) -> Iterator[Storm]:
    with Playground(now=SystemClock().now) as playground:
        book = Book(open_engine(database_url))
        team = playground.workspace.team.id
        book.run(team, staff.open_workspace, "Corner Shoes")
        book.run(team, _set_up)
        storm = Storm(playground, book, database_url, tmp_path, team)
        yield storm
        for bot in list(storm.bots):
            storm.kills(bot)
        book.close()


@pytest.fixture
def eventually() -> Callable[[Callable[[], bool]], None]:
    """Wait until something is so, at most ten seconds."""

    def wait(so: Callable[[], bool]) -> None:
        end = monotonic() + timedelta(seconds=10).total_seconds()
        while not so():
            assert monotonic() < end
            sleep(0.02)

    return wait
