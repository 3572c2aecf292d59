"""What comes in: written down before it is acknowledged, and once; each protection taken away ends badly."""

import asyncio
import sqlite3
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy import event, exc

from bot.playground.people import Person
from bot.store import inbox, outbox
from bot.store.database import Book, BookSession
from tests.conftest import Shop


def visits(shop: Shop) -> int:
    def read(session: BookSession) -> int:
        return int(session.scalar(sa.text("SELECT count(*) FROM visits WHERE undone_at IS NULL")) or 0)

    count: int = shop.book(read)
    return count


def add_dana(shop: Shop, maria: Person) -> None:
    maria.types("/customer Dana Lopez")
    maria.presses("Add Dana Lopez")


def log_another(shop: Shop, maria: Person) -> None:
    """Log a second visit of the day by a button that is delivered twice: each press would be one more."""
    maria.types("/visit dana lopez")
    maria.types("/visit dana lopez")
    shop.playground.faults.add("double_delivery", "interactive")
    maria.presses("Log another")


@pytest.mark.parametrize("protected", [True, False], ids=["kept", "without the key"])
def test_a_press_that_arrives_twice_is_carried_out_once(
    shop: Shop,
    maria: Person,
    monkeypatch: pytest.MonkeyPatch,
    eventually: Callable[[Callable[[], bool]], None],
    protected: bool,
) -> None:
    known, presses = inbox.arrived_before, []

    def arrived_before(session: BookSession, key: str, now: datetime) -> bool:
        before = known(session, key, now) if protected else False
        presses.append(key)
        return before

    add_dana(shop, maria)
    monkeypatch.setattr(inbox, "arrived_before", arrived_before)
    log_another(shop, maria)
    eventually(lambda: len(presses) == 4)  # two commands, and the press twice
    if not protected:
        eventually(lambda: visits(shop) == 3)
    assert visits(shop) == (2 if protected else 3)


def test_a_repeat_gets_the_first_answer(shop: Shop, maria: Person) -> None:
    add_dana(shop, maria)
    shop.playground.faults.add("lost_ack", "slash_commands")
    first = maria.types("/visit dana lopez")
    assert first.error == "operation_timeout"
    assert visits(shop) == 1  # it is written down, although nobody heard so


def break_book(monkeypatch: pytest.MonkeyPatch, when: Callable[[], bool]) -> None:
    """Let the book be away whenever one says so."""
    whole = Book._run

    def run(self: Book, *args: Any, **kwargs: Any) -> Any:
        if when():
            raise exc.OperationalError("BEGIN", None, Exception("the server is gone"))
        return whole(self, *args, **kwargs)

    monkeypatch.setattr(Book, "_run", run)


def test_while_the_book_is_away_nothing_is_done_by_halves(
    shop: Shop, maria: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_dana(shop, maria)
    away = [True]
    break_book(monkeypatch, lambda: away[0])
    maria.types("/visit dana lopez")
    maria.sees("went wrong")
    away[0] = False
    assert visits(shop) == 0
    maria.types("/visit dana lopez")
    maria.sees("Dana Lopez just came in", where="floor", within=10)
    assert visits(shop) == 1


def test_an_event_is_not_acknowledged_while_the_book_is_away_and_comes_again(
    shop: Shop, maria: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    away = [True]
    break_book(monkeypatch, lambda: away[0])
    shop.playground.desk.events.retries = (0.2, 0.2, 0.2)
    shop.playground.desk.sockets.ack_seconds = 0.5
    first = shop.playground.call(open_home_and_wait(shop, maria, lambda: away.__setitem__(0, False)))
    assert first is None or first.ok


async def open_home_and_wait(shop: Shop, maria: Person, heal: Callable[[], None]) -> Any:
    opening = asyncio.create_task(maria.session.open_app("home"))
    await asyncio.sleep(0.3)
    heal()
    return await opening


def promise_pat_something(session: BookSession, at: datetime) -> None:
    outbox.promise(session, key="wish", kind="customer.forget", about=1, to="U0PAT", now=at, at=at)


def test_with_a_disk_that_takes_nothing_more_nothing_is_claimed_and_with_room_it_goes_on(
    shop: Shop, maria: Person
) -> None:
    engine = shop.bot.book.engine
    if engine.dialect.name != "sqlite":
        pytest.skip("PostgreSQL looks after its own disk")
    add_dana(shop, maria)
    later = shop.clock.now() + timedelta(minutes=1)
    shop.book(promise_pat_something, later)
    sick = [True]

    def refuse(connection: sqlite3.Connection, *_more: object) -> None:
        connection.execute(f"PRAGMA query_only = {'ON' if sick[0] else 'OFF'}")

    event.listen(engine, "checkout", refuse)
    maria.types("/visit dana lopez")
    maria.sees("went wrong")
    shop.turns_clock(minutes=2)
    assert "courier" in shop.bot.timetable.failing
    sick[0] = False
    maria.types("/visit dana lopez")
    maria.sees("Dana Lopez just came in", where="floor", within=10)
    assert visits(shop) == 1
    shop.settles()
    assert not shop.bot.timetable.failing
    assert len(shop.playground.workspace.channels["D0PAT"].messages) == 1
    event.remove(engine, "checkout", refuse)
