"""Errands: commands that wait for one answer, such as “which Dana?”."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from bot.store.database import BookSession
from bot.store.tables import ErrandRow

KEEP = timedelta(days=1)


@dataclass(frozen=True)
class Errand:
    """What somebody began: the kind of command, and the facts to go on with."""

    id: int
    by: str
    kind: str
    facts: dict[str, Any]


def begin(session: BookSession, by: str, kind: str, facts: dict[str, Any], now: datetime) -> Errand:
    """Keep an errand until its answer comes."""
    insert = sa.insert(ErrandRow).values(workspace=session.workspace, by=by, kind=kind, facts=facts, at=now)
    new = session.execute(insert.returning(ErrandRow.id)).scalar_one()
    return Errand(new, by, kind, facts)


def get(session: BookSession, errand_id: int, by: str) -> Errand | None:
    """Return somebody's own errand, or None when it is not theirs or forgotten."""
    row = session.scalar(
        sa.select(ErrandRow).where(
            ErrandRow.workspace == session.workspace, ErrandRow.id == errand_id, ErrandRow.by == by
        )
    )
    return Errand(row.id, row.by, row.kind, row.facts) if row else None


def take(session: BookSession, errand_id: int, by: str) -> Errand | None:
    """Return somebody's own errand and forget it, so that it is carried out once; None when that was done."""
    gone = sa.delete(ErrandRow).where(
        ErrandRow.workspace == session.workspace, ErrandRow.id == errand_id, ErrandRow.by == by
    )
    row = session.execute(gone.returning(ErrandRow.id, ErrandRow.by, ErrandRow.kind, ErrandRow.facts)).first()
    return Errand(row.id, row.by, row.kind, row.facts) if row else None


def sweep(session: BookSession, now: datetime) -> None:
    """Forget errands nobody came back to, in every workspace."""
    session.execute(sa.delete(ErrandRow).where(ErrandRow.at < now - KEEP))
