"""What came in, once each: a repeat gets the first answer (RELIABILITY.md, rule 2)."""

from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from bot.store.database import BookSession
from bot.store.dialects import upsert
from bot.store.tables import InboxRow

KEEP = timedelta(days=3)
"""Slack repeats an event for about six minutes; three days also cover a queue that stood still."""


def arrived_before(session: BookSession, key: str, now: datetime) -> bool:
    """Note a request by its key; say whether it had been noted before."""
    insert = upsert(session, InboxRow).values(workspace=session.workspace, key=key, at=now)
    done = session.execute(insert.on_conflict_do_nothing().returning(InboxRow.key))
    return done.first() is None


def first_answer(session: BookSession, key: str) -> dict[str, Any] | None:
    """Return the answer a request got the first time."""
    row = session.get(InboxRow, (session.workspace, key))
    return row.answer if row else None


def keep_answer(session: BookSession, key: str, answer: dict[str, Any] | None) -> None:
    """Keep the answer beside the key."""
    where = (InboxRow.workspace == session.workspace, InboxRow.key == key)
    session.execute(sa.update(InboxRow).where(*where).values(answer=answer))


def forget_answers(session: BookSession) -> None:
    """Blank the answers of a workspace, which may name somebody who is erased; the keys still count as known."""
    where = InboxRow.workspace == session.workspace
    session.execute(sa.update(InboxRow).where(where, InboxRow.answer.is_not(None)).values(answer=sa.null()))


def sweep(session: BookSession, now: datetime) -> int:
    """Forget what is older than `KEEP`, in every workspace; return how many."""
    gone = session.execute(sa.delete(InboxRow).where(InboxRow.at < now - KEEP).returning(InboxRow.key))
    return len(gone.all())
