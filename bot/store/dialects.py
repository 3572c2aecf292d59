"""The few words that SQLite and PostgreSQL say differently."""

from sqlalchemy.dialects import postgresql, sqlite

from bot.store.database import BookSession
from bot.store.tables import Base


def upsert(session: BookSession, table: type[Base]) -> sqlite.Insert | postgresql.Insert:
    """Return an ``insert`` that can say ``on_conflict_do_…`` in this database's dialect."""
    return sqlite.insert(table) if is_sqlite(session) else postgresql.insert(table)


def is_sqlite(session: BookSession) -> bool:
    """Say which of the two it is."""
    return session.get_bind().dialect.name == "sqlite"
