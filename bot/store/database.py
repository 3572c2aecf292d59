"""Opening the database, and the one way to work in it.

`Book.write` runs an ordinary function in one transaction in a worker thread and answers with what it returns;
`Book.read` does the same without a write lock. SQLite has one writer thread, because a queue is fairer than
threads fighting for a lock (DESIGN.md, “Async doors, plain book”); PostgreSQL has a small pool. On PostgreSQL
a unit of work that lost its connection, or met a deadlock, is run again: it touches the database only, so that
is safe (RELIABILITY.md, rule 13).
"""

import asyncio
import random
import sqlite3
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

import sqlalchemy as sa
from sqlalchemy import event, exc
from sqlalchemy.engine import Engine, make_url
from sqlalchemy.orm import Session

P = ParamSpec("P")
T = TypeVar("T")

TRIES = 6
"""How often one unit of work is run on PostgreSQL before its error is believed."""


class NoDatabase(Exception):
    """The database cannot be used; the text says why and what to do."""


class BookSession(Session):
    """A session that belongs to one workspace; ``""`` is the house itself, for jobs that look at all."""

    @property
    def workspace(self) -> str:
        """Return the workspace (Slack team id) that every query of this session is about."""
        return str(self.info["workspace"])

    def held(self, table: type[T], key: Any) -> T | None:
        """Return a row by its key, read once for all who ask for it in this unit of work.

        A session forgets a row that nobody holds, and would read it again.
        """
        row = self.get(table, key)
        self.info.setdefault("held", set()).add(row)
        return row


def open_engine(url: str) -> Engine:
    """Return an engine with the settings the reliability rules ask for; raise `NoDatabase` with a sentence."""
    try:
        parsed = make_url(url)
    except exc.ArgumentError:
        raise NoDatabase(
            "DATABASE_URL is not a database address. Use sqlite:///path/to/file.db or "
            "postgresql://user:password@host/name."
        ) from None
    if parsed.get_backend_name() == "sqlite":
        return _open_sqlite(parsed)
    if parsed.get_backend_name() == "postgresql":
        return _open_postgresql(parsed)
    raise NoDatabase(
        f"Regulars keeps its book in SQLite or PostgreSQL, not in {parsed.get_backend_name()}. "
        "Change DATABASE_URL."
    )


def _open_postgresql(url: sa.URL) -> Engine:
    engine = sa.create_engine(
        url.set(drivername="postgresql+psycopg"), pool_pre_ping=True, pool_size=8, hide_parameters=True,
        connect_args={"connect_timeout": 5, "tcp_user_timeout": 10_000, **LIMITS},
    )  # fmt: skip
    event.listen(engine, "connect", _set_limits)
    return engine


LIMITS = {"keepalives_idle": 30, "keepalives_interval": 5, "keepalives_count": 3}
"""How soon a connection counts as dead when the other end has vanished."""


def _set_limits(connection: Any, _record: object) -> None:
    """Bound every wait: a frozen process must not hold the others up, and a bot that stops has ten seconds."""
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = '10s'")
        cursor.execute("SET lock_timeout = '5s'")
        cursor.execute("SET idle_in_transaction_session_timeout = '30s'")
    connection.commit()


def _open_sqlite(url: sa.URL) -> Engine:
    if url.database in (None, "", ":memory:"):
        raise NoDatabase("An SQLite book needs a file, or it is forgotten. Use sqlite:///path/to/file.db.")
    try:
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NoDatabase(
            f"The folder of {url.database} cannot be made: {error.strerror}. Choose another DATABASE_URL."
        ) from None
    # Transactions are begun by hand (below), because the driver's own choice loses updates (rule 12).
    engine = sa.create_engine(
        url.set(drivername="sqlite"), connect_args={"check_same_thread": False}, hide_parameters=True
    )
    event.listen(engine, "connect", _set_pragmas)
    event.listen(engine, "begin", _begin)
    return engine


PATIENCE = "busy_timeout = 10000"


def _set_pragmas(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None
    for pragma in (
        PATIENCE,
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        "secure_delete = ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: sa.Connection) -> None:
    writes = connection.get_execution_options().get("writes", True)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def check(engine: Engine) -> None:
    """Connect once, try to write, and read the settings back; raise `NoDatabase` with a sentence for the owner."""
    where = engine.url.render_as_string(hide_password=True)
    try:
        with engine.connect() as connection:  # on SQLite this takes the write lock, so a read-only file shows
            if engine.dialect.name == "sqlite":
                _read_back(connection)
                _look_for_damage(connection)
            else:
                connection.execute(sa.text("SELECT 1"))
    except exc.DBAPIError as error:
        raise NoDatabase(f"The database at {where} cannot be used: {_reason(error)}") from None


_DAMAGED = "the file is damaged. Put your last backup in its place; nothing was changed."


def _reason(error: exc.DBAPIError) -> str:
    text = str(error.orig).strip().splitlines()[0].rstrip(".")
    if "not a database" in text or "malformed" in text:
        return _DAMAGED
    if "readonly" in text or "unable to open" in text:
        return "the file or its folder cannot be written. Check who owns it, or choose another DATABASE_URL."
    if "disk is full" in text:
        return "the disk is full. Make room; nothing was changed."
    return f"{text}. Check that it is running and that DATABASE_URL is right."


def _read_back(connection: sa.Connection) -> None:
    wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}
    for pragma, value in wanted.items():
        found = connection.exec_driver_sql(f"PRAGMA {pragma}").scalar()
        if found != value:
            raise NoDatabase(
                f"SQLite refused {pragma} = {value} (it says {found}). Is the file on a network drive? "
                "Keep it on a local disk, or use PostgreSQL."
            )


def _look_for_damage(connection: sa.Connection) -> None:
    found = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
    if found != "ok":
        raise NoDatabase(f"The database at {connection.engine.url.database} cannot be used: {_DAMAGED}")


class Book:
    """The bot's memory: runs units of work, each in one transaction, off the event loop."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._sqlite = engine.dialect.name == "sqlite"
        self._caches: dict[str, Any] = {}
        self._log_tells = self._sqlite
        """Whether SQLite's log may hold something erased: at first, since a bot that was killed may leave it."""
        self._read_engine = engine.execution_options(writes=False)
        self._writers = ThreadPoolExecutor(1 if self._sqlite else 4, "writer")
        self._readers = ThreadPoolExecutor(4, "reader") if self._sqlite else self._writers
        self.when_letters: Callable[[], None] = lambda: None

    async def write(
        self,
        workspace: str,
        deed: Callable[Concatenate[BookSession, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Run ``deed(session, …)`` in one transaction of a workspace and return what it returns."""

        def unit() -> tuple[T, bool]:
            return self.run(workspace, deed, *args, **kwargs)

        result, letters = await asyncio.get_running_loop().run_in_executor(self._writers, unit)
        if letters:
            self.when_letters()
        return result

    async def read(
        self,
        workspace: str,
        deed: Callable[Concatenate[BookSession, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Run ``deed(session, …)`` without a write lock; it must not change anything."""

        def unit() -> T:
            return self._run(workspace, self._read_engine, deed, *args, **kwargs)[0]

        return await asyncio.get_running_loop().run_in_executor(self._readers, unit)

    def run(
        self,
        workspace: str,
        deed: Callable[Concatenate[BookSession, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> tuple[T, bool]:
        """Run one unit of work in this thread; return its result and whether it promised messages."""
        result, info = self._run(workspace, self.engine, deed, *args, **kwargs)
        self._empty_log(erased="erased" in info)
        return result, "letters" in info

    def _run(
        self,
        workspace: str,
        engine: Engine,
        deed: Callable[Concatenate[BookSession, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> tuple[T, dict[Any, Any]]:
        """Run a unit, on PostgreSQL again if it was undone for a passing reason; return its result and its notes.

        A connection lost during the commit leaves open whether it was done; running it again is safe because
        whatever must happen once carries a unique key (rules 2 and 4).
        """
        for attempt in range(1, TRIES + 1):
            try:
                with self._session(workspace, engine) as session, session.begin():
                    result = deed(session, *args, **kwargs)
                return result, session.info
            except exc.DBAPIError as error:
                if self._sqlite or attempt == TRIES or not _may_run_again(error):
                    raise
                time.sleep(random.uniform(0, 0.02 * 2**attempt))  # noqa: S311 - spreads rivals, hides nothing
        raise AssertionError("unreachable")

    def _empty_log(self, *, erased: bool) -> None:
        """After an erase, empty SQLite's log, which still holds what was erased (rule 26); if need be, later."""
        if self._sqlite and (erased or self._log_tells):
            self._log_tells = not _truncate_log(self.engine)

    def _session(self, workspace: str, engine: Engine) -> BookSession:
        info = {"workspace": workspace, "caches": self._caches}
        return BookSession(engine, expire_on_commit=False, info=info)

    def close(self) -> None:
        """Let running units finish, then close every connection."""
        self._writers.shutdown(wait=True)
        self._readers.shutdown(wait=True)
        self.engine.dispose()


def _truncate_log(engine: Engine) -> bool:
    """Move SQLite's log into the file and cut it to nothing; False when a reader is in the way."""
    connection = engine.raw_connection()
    cursor = connection.cursor()
    try:
        cursor.execute("PRAGMA busy_timeout = 0")  # no writer waits for this
        busy: int = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    except sqlite3.Error:
        return False
    finally:
        cursor.execute(f"PRAGMA {PATIENCE}")
        connection.close()
    return not busy


def _may_run_again(error: exc.DBAPIError) -> bool:
    """Say whether PostgreSQL undid the whole unit for a passing reason.

    SQLSTATE classes 40 (serialization, deadlock), 08 (connection), 57P (shut down), and a lock not had in time.
    """
    state = str(getattr(error.orig, "sqlstate", None) or "")
    return error.connection_invalidated or state.startswith(("40", "08", "57P", "55P03"))
