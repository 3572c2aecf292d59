"""The audit log: append-only, and without a word a customer said (RELIABILITY.md, rule 28)."""

from datetime import datetime

import sqlalchemy as sa

from bot.store.database import BookSession
from bot.store.tables import AuditRow


def note(session: BookSession, by: str, what: str, about: str, now: datetime) -> None:
    """Write down who did what to which object, e.g. ``customer:7``."""
    session.execute(
        sa.insert(AuditRow).values(workspace=session.workspace, by=by, what=what, object=about, at=now)
    )


def who(session: BookSession, what: str, about: str) -> set[str]:
    """Return who did this to an object."""
    where = (AuditRow.workspace == session.workspace, AuditRow.what == what, AuditRow.object == about)
    return set(session.scalars(sa.select(AuditRow.by).where(*where)))
