"""What a Home needs of the book beyond what the other rooms answer."""

from datetime import datetime

import sqlalchemy as sa

from bot.store.database import BookSession
from bot.store.tables import AuditRow, OutboxRow


def forgotten_since(session: BookSession, moment: datetime | None) -> bool:
    """Say whether a customer was erased since a moment: then no page may stay as it is (rule 26)."""
    where = (AuditRow.workspace == session.workspace, AuditRow.what == "forget")
    since = (AuditRow.at >= moment,) if moment else ()
    return session.scalar(sa.select(sa.exists().where(*where, *since))) or False


def revive(session: BookSession, user: str, now: datetime) -> None:
    """Have a Home drawn again that was given up, or not wanted, before it stood."""
    gave_up = OutboxRow.state.in_(("dead", "unclear", "skipped"))
    where = (OutboxRow.workspace == session.workspace, OutboxRow.key == f"home:{user}", gave_up)
    session.execute(
        sa.update(OutboxRow).where(*where).values(state="pending", tries=0, try_at=now, in_doubt=False)
    )
