"""A playground with a shop in it, and bots in processes of their own, for measuring."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from bot.clock import SystemClock
from bot.playground.cast import Cast, people
from bot.playground.model import User
from bot.playground.server import Playground
from bot.services import staff
from bot.store import customers
from bot.store.database import Book, BookSession, open_engine
from bot.store.staff import decide

CUSTOMERS = 500
STAFF = 100


@dataclass
class Shop:
    """Where it is measured."""

    playground: Playground
    book: Book
    url: str
    colleagues: list[str] = field(default_factory=list)
    unvisited: list[str] = field(default_factory=list)
    """Customers beyond the `CUSTOMERS` that commands are measured with."""

    @property
    def team(self) -> str:
        """Return the workspace's id."""
        return self.playground.workspace.team.id

    @contextmanager
    def bot(self, kind: str = "regulars") -> Iterator[subprocess.Popen[str]]:
        """Have a bot at work while the block lasts."""
        tokens = [self.playground.bot_token, self.playground.app_token, self.playground.api_url]
        command = [sys.executable, "-m", "bench.bot", kind, self.url, *tokens]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 - our own
            assert process.stdout
            assert process.stdout.readline() == "ready\n"
            self.playground.call(self.playground.wait_for_app())
            try:
                yield process
            finally:
                process.kill()


@contextmanager
def open_shop(url: str) -> Iterator[Shop]:
    """Open a shop with six hundred customers and a hundred colleagues over a migrated database."""
    colleagues = [User(f"U9{n:04}", f"colleague{n}", f"Colleague {n}", "Sales", "#475569") for n in range(STAFF)]
    with Playground(now=SystemClock().now, cast=Cast(people=[*people(), *colleagues])) as playground:
        book = Book(open_engine(url))
        unvisited = [customer_name(CUSTOMERS + n) for n in range(100)]
        shop = Shop(playground, book, url, [user.id for user in colleagues], unvisited)
        book.run(shop.team, staff.open_workspace, "Corner Shoes")
        book.run(shop.team, _furnish)
        yield shop
        book.close()


def customer_name(n: int) -> str:
    """Return the name of the n-th customer: no two alike, none like a word of a command."""
    syllables = ("ba", "ko", "li", "mu", "ne", "ra", "so", "ti", "vu", "ze")
    first, second, third = (syllables[n // 10**digit % 10] for digit in range(3))
    return f"{first}{second}n {third}{first}{second}sk".title()


def _furnish(session: BookSession) -> None:
    now = SystemClock().now()
    decide(session, floor_channel="C0FLOOR", set_up_at=now)
    for n in range(CUSTOMERS + 100):
        customers.add(session, customer_name(n), "U0MARIA", now)
