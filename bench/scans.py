"""What is due among ten thousand, a hundred thousand and a million rows: it should cost the same."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from bench.figures import Figure, at, times_as_much
from bot.domain.delivery import Patience
from bot.services import staff
from bot.store import claims, customers, followups, outbox
from bot.store.database import Book, BookSession, open_engine
from bot.store.tables import FollowUpRow, OutboxRow
from tests.databases import Databases

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
PATIENCE = Patience(burst=1_000_000)
PLACES = 50
DUE = 200
ROUNDS = 60


def measure(databases: Databases, kind: str, sizes: tuple[int, ...]) -> list[Figure]:
    """Return the time of a claim and of a look for due follow-ups, for each size; the ratio is to the smallest."""
    figures: list[Figure] = []
    first: dict[str, float] = {}
    for size in sizes:
        with databases.fresh(kind) as url:
            book = Book(open_engine(url))
            _fill(book, size)
            for what, times in (("claim", _claims(book)), ("due follow-ups", _looks(book))):
                middle = at(times, 50)
                compared = times_as_much(middle, first.setdefault(what, middle))
                figures.append(
                    Figure(
                        f"{what}, {kind}, {size:,} rows",
                        f"p50 {middle:.2f} ms, p99 {at(times, 99):.2f} ms",
                        compared,
                    )
                )
            book.close()
    return figures  # fmt: skip


def _fill(book: Book, size: int) -> None:
    book.run("T1", staff.open_workspace, "Corner Shoes")
    book.run("T1", lambda session: customers.add(session, "Dana Lopez", "U1", NOW))
    long_ago, far_ahead = NOW - timedelta(days=30), NOW + timedelta(days=30)
    with book.engine.begin() as connection:
        _insert(connection, OutboxRow, size, _letter(long_ago, "sent", "old:"))
        _insert(connection, OutboxRow, DUE, _letter(NOW - timedelta(minutes=1), "pending", "due:"))
        _insert(connection, FollowUpRow, size, _followup(far_ahead))
        _insert(connection, FollowUpRow, DUE, _followup(NOW - timedelta(minutes=1)))
        connection.exec_driver_sql("ANALYZE")


Columns = Callable[[sa.ColumnElement[int]], dict[str, Any]]


def _letter(when: datetime, state: str, key: str) -> Columns:
    def columns(n: sa.ColumnElement[int]) -> dict[str, Any]:
        place = sa.literal("U") + sa.cast(n % PLACES, sa.Text)
        same = {"workspace": "T1", "kind": "note", "about": 1, "state": state, "mark": "m"}
        return same | {
            "key": sa.literal(key) + sa.cast(n, sa.Text), "to": place, "try_at": when, "promised_at": when,
        }  # fmt: skip

    return columns


def _followup(when: datetime) -> Columns:
    def columns(_n: sa.ColumnElement[int]) -> dict[str, Any]:
        return {
            "workspace": "T1", "customer_id": 1, "kind": "call", "text": "about the boots", "state": "open",
            "owner": "U1", "created_by": "U1", "created_at": NOW, "due_at": when, "wake_at": when,
            "due_local": "2026-11-23T10:00", "zone": "Europe/Lisbon",
        }  # fmt: skip

    return columns


def _insert(connection: sa.Connection, table: Any, size: int, columns: Columns) -> None:
    """Insert many rows with one statement, counted by the database."""
    n: Any = sa.literal_column("n", sa.Integer)
    if connection.dialect.name == "sqlite":
        numbers = (
            f"(WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < {size}) SELECT n FROM c)"  # noqa: S608
        )
    else:
        numbers = f"(SELECT n FROM generate_series(1, {size}) AS g(n))"  # noqa: S608 - a number of ours
    kinds = table.__table__.c
    values = {
        name: value if isinstance(value, sa.ColumnElement) else sa.literal(value, kinds[name].type)
        for name, value in columns(n).items()
    }
    source = sa.select(*values.values()).select_from(sa.text(f"{numbers} AS counted"))
    connection.execute(sa.insert(table).from_select(list(values), source))


def _timed(act: Callable[[], object]) -> list[float]:
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        act()
        times.append(time.perf_counter() - began)
    return times[5:]


def _claims(book: Book) -> list[float]:
    def claim_and_note(session: BookSession) -> float:
        began = time.perf_counter()
        taken = claims.claim(session, NOW, NOW, PATIENCE, 16)
        spent = time.perf_counter() - began
        for letter in taken[:1]:
            outbox.said(session, letter, "C1", "1.0", NOW)
        for letter in taken[1:]:
            outbox.release(session, letter)
        return spent

    return [book.run("", claim_and_note)[0] for _ in range(ROUNDS)][5:]


def _looks(book: Book) -> list[float]:
    return _timed(lambda: book.run("", lambda session: followups.due(session, NOW)))
