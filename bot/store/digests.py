"""What a digest needs that no other room of the book answers: managers everywhere, troubles, greetings."""

from datetime import date

import sqlalchemy as sa

from bot.domain.digests import Trouble
from bot.domain.workspaces import Staff, Workspace
from bot.store import staff
from bot.store.database import BookSession
from bot.store.tables import GreetingRow, OutboxRow, StaffRow, VisitRow, WorkspaceRow


def managers_everywhere(session: BookSession) -> list[tuple[Workspace, Staff]]:
    """Return the managers of every workspace who want a digest, for the clock's job."""
    rows = session.execute(
        sa.select(WorkspaceRow, StaffRow)
        .join(StaffRow, StaffRow.workspace == WorkspaceRow.id)
        .where(
            StaffRow.role.in_(("manager", "admin")),
            StaffRow.left_at.is_(None),
            StaffRow.digest_muted.is_(False),
        )
        .order_by(WorkspaceRow.id, StaffRow.id)
    )
    return [(staff.as_workspace(workspace), staff.as_staff(person)) for workspace, person in rows]


def mark(session: BookSession, user: str, day: date) -> bool:
    """Note that a person's digest of a day is taken care of; False when it was already."""
    done = session.execute(
        sa.update(StaffRow)
        .where(
            StaffRow.workspace == session.workspace,
            StaffRow.id == user,
            sa.or_(StaffRow.digest_on.is_(None), StaffRow.digest_on < day),
        )
        .values(digest_on=day)
        .returning(StaffRow.id)
    )
    return done.first() is not None


def troubles(session: BookSession, limit: int = 50) -> list[Trouble]:
    """Return the messages that could not be said, oldest first, with what Slack answered."""
    rows = session.scalars(
        sa.select(OutboxRow)
        .where(OutboxRow.workspace == session.workspace, OutboxRow.state.in_(("dead", "unclear")))
        .order_by(OutboxRow.id)
        .limit(limit)
    )
    return [
        Trouble(row.id, row.kind, row.about, row.to, row.promised_at, row.trouble or "", row.state == "unclear")
        for row in rows
    ]


def third_greetings(session: BookSession, day: date) -> int:
    """Return on how many visits of a day at least three people said the name (P82)."""
    greeted = (
        sa.select(GreetingRow.visit_id)
        .join(VisitRow, (VisitRow.workspace == GreetingRow.workspace) & (VisitRow.id == GreetingRow.visit_id))
        .where(VisitRow.workspace == session.workspace, VisitRow.day == day, VisitRow.undone_at.is_(None))
        .group_by(GreetingRow.visit_id)
        .having(sa.func.count() >= 3)
        .subquery()
    )
    return session.scalar(sa.select(sa.func.count()).select_from(greeted)) or 0
