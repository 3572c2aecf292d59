"""What a Home needs of the book beyond what the other rooms answer."""

from datetime import datetime

import sqlalchemy as sa

from bot.store.database import BookSession
from bot.store.tables import AuditRow


def forgotten_since(session: BookSession, moment: datetime | None) -> bool:
    """Say whether a customer was erased since a moment: then no page may stay as it is (rule 26)."""
    where = (AuditRow.workspace == session.workspace, AuditRow.what == "forget")
    since = (AuditRow.at >= moment,) if moment else ()
    return session.scalar(sa.select(sa.exists().where(*where, *since))) or False
