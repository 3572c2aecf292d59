"""Migrations: equal to the tables, once for many starts, and never backwards."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy.engine import make_url

from bot.store import migrate
from bot.store.database import NoDatabase, open_engine
from bot.store.tables import Base
from tests.databases import Databases


def test_the_migrated_tables_are_the_tables_of_the_code(database_url: str) -> None:
    engine = open_engine(database_url)
    with engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), Base.metadata)
    engine.dispose()
    assert differences == []


def test_indexes_are_the_same_down_to_their_conditions(database_url: str) -> None:
    """Alembic compares neither the condition of a partial index nor a collation."""
    engine = open_engine(database_url)
    with engine.connect() as connection:
        found = {
            index["name"]: (index["dialect_options"] or {}).get(f"{engine.dialect.name}_where") is not None
            for table in Base.metadata.tables
            for index in sa.inspect(connection).get_indexes(table)
        }
    engine.dispose()
    wanted = {
        str(index.name): index.dialect_options[engine.dialect.name]["where"] is not None
        for table in Base.metadata.tables.values()
        for index in table.indexes
    }
    assert {name: found.get(name) for name in wanted} == wanted


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, databases: Databases, tmp_path: Path) -> Iterator[str]:
    """A database in which nothing was ever made."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'new.db'}"
        return
    with psycopg.connect(databases.postgresql, autocommit=True) as admin:
        admin.execute("CREATE DATABASE empty_book")
        yield make_url(databases.postgresql).set(database="empty_book").render_as_string(hide_password=False)
        admin.execute("DROP DATABASE empty_book WITH (FORCE)")


START = """
import sys
from bot.store import migrate
from bot.store.database import check, open_engine
engine = open_engine(sys.argv[1])
check(engine)
migrate.upgrade(engine)
print(migrate.version(engine))
"""


def test_eight_that_start_at_the_same_time_migrate_once(empty_url: str) -> None:
    starts = [
        subprocess.Popen(
            [sys.executable, "-c", START, empty_url], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        for _ in range(8)
    ]
    ends = [start.communicate(timeout=60) for start in starts]
    assert [(out.strip(), err) for out, err in ends] == [(migrate.newest(), "")] * 8


def test_migrating_again_does_nothing(database_url: str) -> None:
    engine = open_engine(database_url)
    migrate.upgrade(engine)
    assert migrate.version(engine) == migrate.newest()
    engine.dispose()


def test_a_book_from_a_newer_version_is_refused_with_a_sentence(database_url: str) -> None:
    engine = open_engine(database_url)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(NoDatabase, match="written by a newer Regulars"):
        migrate.upgrade(engine)
    engine.dispose()


OLD = (
    "INSERT INTO workspaces (id) VALUES ('T1')",
    "INSERT INTO customers (id, workspace, name, added_at, added_by) VALUES (7, 'T1', 'Dana', {now}, 'U1')",
    "INSERT INTO kudos (id, workspace, giver, receivers, story, customer_id, at) "
    "VALUES (3, 'T1', 'U1', '[\"U2\"]', 'stayed after closing', 7, {now})",
)


def test_an_old_book_is_carried_over_with_all_that_is_in_it(empty_url: str) -> None:
    engine = open_engine(empty_url)
    config = Config()
    config.set_main_option("script_location", str(migrate.FOLDER))
    config.set_main_option("path_separator", "os")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        for row in OLD:
            connection.exec_driver_sql(row.format(now="'2026-11-23 10:02:00'"))
    migrate.upgrade(engine)
    with engine.connect() as connection:
        kudos = connection.exec_driver_sql("SELECT story, customer_id, from_customer FROM kudos").all()
        assert [tuple(each) for each in kudos] == [("stayed after closing", 7, False)]
        assert connection.exec_driver_sql("SELECT name FROM customers").scalar() == "Dana"
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []
    engine.dispose()
