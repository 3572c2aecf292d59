"""What a digest needs that no other room of the book answers: managers everywhere, birthdays, greetings."""

from collections.abc import Iterable
from datetime import date

import sqlalchemy as sa

from bot.domain.workspaces import Staff, Workspace
from bot.store import staff
from bot.store.database import BookSession
from bot.store.tables import CustomerRow, GreetingRow, StaffRow, VisitRow, WorkspaceRow


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


def born_on(session: BookSession, days: Iterable[date]) -> list[int]:
    """Return the customers whose birthday is kept on one of these days, 29 February on the 28th besides."""
    kept = {f"{day:%m-%d}" for day in days}
    kept |= {"02-29"} if "02-28" in kept else set()
    endings = [CustomerRow.birthday.endswith(f"-{month_day}") for month_day in sorted(kept)]
    where = (CustomerRow.workspace == session.workspace, CustomerRow.birthday.is_not(None), sa.or_(*endings))
    return list(session.scalars(sa.select(CustomerRow.id).where(*where)))


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
