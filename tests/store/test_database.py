"""Opening a database, and working in it when it goes away, rivals, or is full."""

import asyncio
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import psycopg
import pytest
import sqlalchemy as sa
from sqlalchemy import event, exc

from bot.store import customers, inbox, outbox, staff
from bot.store.alone import alone
from bot.store.database import Book, BookSession, NoDatabase, check, open_engine
from bot.store.tables import NoteRow
from tests.databases import Databases
from tests.store.conftest import NOW, Desk

# ---- settings


def test_sqlite_is_opened_with_every_setting_that_keeps_what_was_acknowledged(
    databases: Databases,
) -> None:
    with databases.fresh("sqlite") as url:
        engine = open_engine(url)
        with engine.connect() as connection:
            found = {
                pragma: connection.exec_driver_sql(f"PRAGMA {pragma}").scalar()
                for pragma in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout", "secure_delete")
            }
        engine.dispose()
    assert found == {
        "journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 10000, "secure_delete": 1,
    }  # fmt: skip


def test_postgresql_bounds_every_wait(databases: Databases) -> None:
    with databases.fresh("postgresql") as url:
        engine = open_engine(url)
        with engine.connect() as connection:
            found = [
                connection.exec_driver_sql(f"SHOW {setting}").scalar()
                for setting in ("statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout")
            ]
        engine.dispose()
    assert found == ["10s", "5s", "30s"]


@pytest.mark.parametrize("pragma", ["synchronous = NORMAL", "foreign_keys = OFF", "journal_mode = DELETE"])
def test_a_setting_that_was_not_taken_is_noticed_at_start(databases: Databases, pragma: str) -> None:
    with databases.fresh("sqlite") as url:
        engine = open_engine(url)
        event.listen(engine, "connect", lambda connection, _record: connection.execute(f"PRAGMA {pragma}"))
        with pytest.raises(NoDatabase, match="SQLite refused"):
            check(engine)
        engine.dispose()


# ---- refused with a sentence


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("mysql://root@localhost/x", "in SQLite or PostgreSQL, not in mysql"),
        ("hello", "not a database address"),
        ("sqlite://", "needs a file, or it is forgotten"),
        ("sqlite:///:memory:", "needs a file, or it is forgotten"),
        ("sqlite:////proc/nobody/may/write.db", "Choose another DATABASE_URL"),
    ],
)
def test_an_address_that_cannot_work_is_refused(url: str, sentence: str) -> None:
    with pytest.raises(NoDatabase, match=sentence):
        open_engine(url)


def test_a_server_that_is_not_there_is_a_sentence_without_the_password() -> None:
    engine = open_engine("postgresql://bob:hunter2@127.0.0.1:9/shop")
    with pytest.raises(NoDatabase, match="cannot be used") as refused:
        check(engine)
    assert "hunter2" not in str(refused.value)


@pytest.mark.parametrize("harm", ["not a database at all", "header", "pages"])
def test_a_damaged_file_is_refused_and_left_as_it_is(databases: Databases, tmp_path: Path, harm: str) -> None:
    path = tmp_path / "book.db"
    shutil.copy(databases.sqlite, path)
    content = bytearray(path.read_bytes())
    if harm == "not a database at all":
        content = bytearray(b"Dear diary, " * 1000)
    elif harm == "header":
        content[:100] = bytes(100)
    else:
        content[4096 * 3 : 4096 * 20] = os.urandom(4096 * 17)
    path.write_bytes(content)
    with pytest.raises(NoDatabase, match=r"damaged. Put your last backup in its place; nothing was changed."):
        check(open_engine(f"sqlite:///{path}"))
    assert path.read_bytes() == content


@contextmanager
def powerless() -> Iterator[None]:
    """Be nobody for a while, where the tests run as root, for whom nothing is read-only."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_read_only_file_is_refused(databases: Databases, tmp_path: Path) -> None:
    path = tmp_path / "book.db"
    shutil.copy(databases.sqlite, path)
    for part in (path, tmp_path):
        part.chmod(0o555 if part.is_dir() else 0o444)
    for part in list(tmp_path.parents)[:3]:
        part.chmod(part.stat().st_mode | 0o055)
    with powerless(), pytest.raises(NoDatabase, match="cannot be written"):
        check(open_engine(f"sqlite:///{path}"))


def test_an_error_does_not_carry_what_people_wrote(book: Book) -> None:
    """It goes into the log as it is (rule 23)."""
    with pytest.raises(exc.StatementError) as error:
        Desk(book).does(outbox.promise, key="k", kind="k", about=1, to="Dana's secret", now=NOW, not_after="never")
    assert "secret" not in str(error.value)


# ---- one bot on one file

HOLD = """
import sys, time
from bot.store.alone import alone
from bot.store.database import open_engine
with alone(open_engine(sys.argv[1])):
    print("mine", flush=True)
    time.sleep(60)
"""


def test_a_second_bot_on_one_file_is_refused_until_the_first_is_dead(databases: Databases) -> None:
    with databases.fresh("sqlite") as url:
        with subprocess.Popen([sys.executable, "-c", HOLD, url], stdout=subprocess.PIPE, text=True) as first:
            assert first.stdout
            assert first.stdout.readline() == "mine\n"
            refused = pytest.raises(NoDatabase, match=rf"Another Regulars .*process {first.pid}.* use PostgreSQL")
            with refused, alone(open_engine(url)):
                pass
            first.send_signal(signal.SIGKILL)
            first.wait()
        with alone(open_engine(url)):
            pass


def test_on_postgresql_many_may_work(databases: Databases) -> None:
    engine = open_engine(databases.postgresql)
    with alone(engine), alone(engine):
        pass


# ---- instants


@pytest.mark.parametrize("naive", [datetime(2026, 11, 23, 10, 2)])  # noqa: DTZ001 - that is the point
def test_a_naive_datetime_is_refused(desk: Desk, naive: datetime) -> None:
    with pytest.raises(exc.StatementError, match="naive datetime"):
        desk.does(outbox.promise, key="k", kind="k", about=1, to="C1", now=naive)


def test_an_instant_comes_back_as_utc_whatever_zone_it_was_given_in(desk: Desk) -> None:
    from zoneinfo import ZoneInfo

    desk.does(inbox.arrived_before, "k", NOW.astimezone(ZoneInfo("Asia/Tokyo")))
    desk.promises("k", at=NOW.astimezone(ZoneInfo("Asia/Tokyo")))
    (letter,) = desk.claims()
    assert letter.promised_at == NOW
    assert letter.promised_at.utcoffset() == NOW.utcoffset()


# ---- many at once


def log_in_turns(book: Book, threads: int, each: int) -> int:
    """Let threads add one to a number in the book; return how many of them failed."""
    failed = []

    def add(session: BookSession) -> None:
        found = session.scalar(sa.text("SELECT names_version FROM workspaces WHERE id = 'T1'"))
        session.execute(sa.text("UPDATE workspaces SET names_version = :n WHERE id = 'T1'"), {"n": found + 1})

    def work() -> None:
        for _ in range(each):
            try:
                book.run("T1", add)
            except exc.DBAPIError as error:
                failed.append(error)

    running = [threading.Thread(target=work) for _ in range(threads)]
    for thread in running:
        thread.start()
    for thread in running:
        thread.join()
    return len(failed)


def counted(book: Book) -> int:
    def read(session: BookSession) -> int:
        return int(session.scalar(sa.text("SELECT names_version FROM workspaces WHERE id = 'T1'")) or 0)

    return book.run("T1", read)[0]


@pytest.mark.parametrize("begin", ["BEGIN IMMEDIATE", "BEGIN"])
def test_begin_immediate_loses_no_update_and_plain_begin_does(databases: Databases, begin: str) -> None:
    with databases.fresh("sqlite") as url:
        engine = open_engine(url)
        if begin == "BEGIN":  # the protection taken away
            engine = engine.execution_options(writes=False)
        book = Book(engine)
        book.run("T1", staff.open_workspace, "", "UTC")
        failed = log_in_turns(book, 4, 25)
        assert (failed == 0) is (begin == "BEGIN IMMEDIATE")
        assert (counted(book) == 100) is (begin == "BEGIN IMMEDIATE")
        book.close()


# ---- PostgreSQL: the whole unit again


@pytest.fixture
def pg(databases: Databases) -> Iterator[Book]:
    with databases.fresh("postgresql") as url:
        book = Book(open_engine(url))
        book.run("T1", staff.open_workspace, "", "UTC")
        yield book
        book.close()


def pid(session: BookSession) -> int:
    return int(session.scalar(sa.text("SELECT pg_backend_pid()")) or 0)


def cut_off(book: Book, backend: int) -> None:
    with psycopg.connect(book.engine.url.set(drivername="postgresql").render_as_string(False)) as other:
        other.execute("SELECT pg_terminate_backend(%s)", (backend,))


@pytest.mark.parametrize("way", ["write", "read"])
def test_a_unit_whose_connection_is_cut_runs_again(pg: Book, way: str) -> None:
    runs = []

    def unit(session: BookSession) -> int:
        backend = pid(session)
        runs.append(backend)
        if len(runs) == 1:
            cut_off(pg, backend)
        return pid(session)

    assert asyncio.run(getattr(pg, way)("T1", unit)) == runs[-1]
    assert len(runs) == 2


@pytest.mark.parametrize(
    ("state", "runs_again"),
    [("40001", True), ("40P01", True), ("57P01", True), ("55P03", True), ("23505", False), ("42P01", False)],
)
def test_only_a_passing_reason_makes_a_unit_run_again(pg: Book, state: str, runs_again: bool) -> None:
    runs = []

    def unit(session: BookSession) -> str:
        runs.append(1)
        if len(runs) == 1:
            session.execute(sa.text(f"DO $$ BEGIN RAISE 'no' USING ERRCODE = '{state}'; END $$"))
        return "done"

    if runs_again:
        assert pg.run("T1", unit)[0] == "done"
    else:
        with pytest.raises(exc.DBAPIError):
            pg.run("T1", unit)
    assert len(runs) == 1 + runs_again


def touch(session: BookSession, n: int) -> None:
    session.execute(sa.text("UPDATE workspaces SET name = name || 'x' WHERE id = :id"), {"id": f"W{n}"})


def test_a_real_deadlock_is_survived_by_both(pg: Book) -> None:
    for n in (1, 2):
        pg.run(f"W{n}", staff.open_workspace, "", "UTC")
    met = threading.Barrier(2)
    first_time = [True, True]

    def unit(session: BookSession, order: tuple[int, int]) -> None:
        touch(session, order[0])
        if first_time[order[0] - 1]:
            first_time[order[0] - 1] = False
            met.wait()
        touch(session, order[1])

    rivals = [threading.Thread(target=pg.run, args=("T1", unit, order)) for order in ((1, 2), (2, 1))]
    for rival in rivals:
        rival.start()
    for rival in rivals:
        rival.join()
    names = pg.run("T1", lambda s: s.scalars(sa.text("SELECT name FROM workspaces WHERE id LIKE 'W%'")).all())[0]
    assert names == ["xx", "xx"]


def test_a_commit_cut_off_may_have_happened_and_its_repeat_changes_nothing(pg: Book) -> None:
    """The worst moment: the server commits, and the news of it is lost."""
    runs = []

    def unit(session: BookSession) -> bool:
        runs.append(1)
        if len(runs) == 1:
            backend = pid(session)
            event.listen(session, "after_commit", lambda _session: cut_and_complain(pg, backend), once=True)
        return inbox.arrived_before(session, "Ev1", NOW)

    assert pg.run("T1", unit)[0] is True  # the second run finds what the first wrote down
    assert len(runs) == 2


def cut_and_complain(book: Book, backend: int) -> None:
    cut_off(book, backend)
    lost = psycopg.OperationalError("the connection was lost")
    raise exc.DBAPIError("COMMIT", None, lost, connection_invalidated=True)


# ---- the disk


def write_much(desk: Desk) -> None:
    for n in range(2000):
        desk.promises(f"{n}:{'long' * 500}")


def test_a_full_disk_refuses_the_write_and_keeps_what_was_there(desk: Desk) -> None:
    if desk.book.engine.dialect.name != "sqlite":
        pytest.skip("PostgreSQL looks after its own disk")
    desk.promises("before")

    def limit(pages: str) -> None:
        event.listen(
            desk.book.engine, "begin", lambda c: c.exec_driver_sql(f"PRAGMA max_page_count = {pages}"), once=True
        )

    limit("1")  # SQLite takes it for the size it has: not one page more
    with pytest.raises(exc.OperationalError, match="full"):
        write_much(desk)
    limit("1000000")
    desk.promises("after")
    assert desk.state("before") == desk.state("after") == "pending"


# ---- workspaces


def add_customer(book: Book, workspace: str, name: str) -> int:
    return Desk(book, workspace).does(customers.add, name, "U1", NOW).id  # type: ignore[no-any-return]


def test_a_reference_into_another_workspace_is_refused_by_the_database(book: Book) -> None:
    theirs = add_customer(book, "T2", "Rose Weiss")

    def note(session: BookSession) -> None:
        row: dict[str, Any] = {"workspace": "T1", "customer_id": theirs, "text": "x", "source": "said", "by": "U1"}
        session.execute(sa.insert(NoteRow).values(at=NOW, **row))

    with pytest.raises(exc.IntegrityError):
        book.run("T1", note)


def test_nobody_finds_another_workspaces_customer(book: Book) -> None:
    theirs = add_customer(book, "T2", "Rose Weiss")
    assert book.run("T1", customers.get, theirs)[0] is None
    assert book.run("T2", customers.get, theirs)[0] is not None


def test_a_file_written_by_hand_is_no_business_of_ours(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "folder" / "book.db"
    check(open_engine(f"sqlite:///{path}"))
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
