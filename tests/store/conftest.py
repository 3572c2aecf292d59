"""A book of one's own on either database, and the simplest things to do in it."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.domain.delivery import Letter, Patience
from bot.store import claims, outbox, staff
from bot.store.database import Book, BookSession, open_engine

NOW = datetime(2026, 11, 23, 10, 2, tzinfo=UTC)
EAGER = Patience(burst=10**6)
"""Without a pace: what is claimed depends on the rule under test alone."""


class Desk:
    """The book, with a sentence for each thing a test does to the outbox."""

    def __init__(self, book: Book, workspace: str = "T1") -> None:
        self.book = book
        self.workspace = workspace

    def does(self, deed: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        return self.book.run(self.workspace, deed, *args, **kwargs)[0]

    def promises(self, key: str, to: str = "C1", at: datetime = NOW, kind: str = "note", **more: Any) -> bool:
        promised: bool = self.does(
            outbox.promise, key=key, kind=kind, about=1, to=to, now=min(at, NOW), at=at, **more
        )
        return promised

    def claims(
        self, now: datetime = NOW, real: datetime | None = None, limit: int = 10, patience: Patience = EAGER
    ) -> list[Letter]:
        taken: list[Letter] = self.book.run("", claims.claim, now, real or now, patience, limit)[0]
        return sorted(taken, key=lambda letter: letter.id)

    def keys(self, **options: Any) -> list[str]:
        return [letter.key for letter in self.claims(**options)]

    def says(self, letter: Letter, ts: str = "1.0", now: datetime = NOW) -> bool:
        noted: bool = self.does(outbox.said, letter, "C1", ts, now)
        return noted

    def state(self, key: str) -> str:
        return str(self.look(key)["state"])

    def look(self, key: str) -> dict[str, Any]:
        def row(session: BookSession) -> dict[str, Any]:
            import sqlalchemy as sa

            found = session.execute(sa.text("SELECT * FROM outbox WHERE key = :key"), {"key": key})
            return dict(found.mappings().one())

        found: dict[str, Any] = self.does(row)
        return found


@pytest.fixture
def book(database_url: str) -> Iterator[Book]:
    opened = Book(open_engine(database_url))
    for workspace in ("T1", "T2"):
        opened.run(workspace, staff.open_workspace, "Corner Shoes", "UTC")
    yield opened
    opened.close()


@pytest.fixture
def desk(book: Book) -> Desk:
    return Desk(book)


def later(**span: float) -> datetime:
    return NOW + timedelta(**span)
