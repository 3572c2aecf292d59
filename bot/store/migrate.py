"""Bringing the database up to date, safely when several processes start at once (RELIABILITY.md, rule 14)."""

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.engine import Engine

from bot.store.database import NoDatabase

FOLDER = Path(__file__).parent / "migrations"
LOCK = 0x5245_4755_4C41
"""The number of our advisory lock on PostgreSQL; SQLite's write lock does the same by itself."""


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.set_main_option("path_separator", "os")
    return config


def upgrade(engine: Engine) -> None:
    """Run the migrations that are missing, in one transaction under a lock; others wait and find them done.

    Raise `NoDatabase` when the book was written by a newer Regulars: this one would not understand it.
    """
    config = _config()
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(sa.text("SET LOCAL statement_timeout = 0"))  # others may take their time
            connection.execute(sa.text("SET LOCAL lock_timeout = 0"))
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(LOCK)))
        config.attributes["connection"] = connection
        _refuse_newer(connection)
        command.upgrade(config, "head")


def _refuse_newer(connection: sa.Connection) -> None:
    found = MigrationContext.configure(connection).get_current_revision()
    known = {script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()}
    if found and found not in known:
        raise NoDatabase(
            f"The book was written by a newer Regulars (its tables are at {found}). Install that version again, "
            "or restore the backup you made before."
        )


def version(engine: Engine) -> str | None:
    """Return the revision the database is at, or None when it is empty."""
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def newest() -> str | None:
    """Return the revision this version of Regulars wants."""
    return ScriptDirectory.from_config(_config()).get_current_head()
