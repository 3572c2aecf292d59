"""Workspaces and staff in the book."""

from datetime import datetime, time
from typing import Any

import sqlalchemy as sa

from bot.domain.policy import Role
from bot.domain.workspaces import Staff, Workspace
from bot.store.database import BookSession
from bot.store.dialects import upsert
from bot.store.tables import StaffRow, WorkspaceRow


def as_workspace(row: WorkspaceRow) -> Workspace:
    """Return a row of the table as a plain value; for the store alone."""
    return Workspace(
        id=row.id,
        name=row.name,
        zone=row.zone,
        floor_channel=row.floor_channel,
        kudos_channel=row.kudos_channel,
        managers_channel=row.managers_channel,
        digest_at=time.fromisoformat(row.digest_at),
        settings=row.settings,
        set_up_at=row.set_up_at,
        defaults_told_at=row.defaults_told_at,
    )


def as_staff(row: StaffRow) -> Staff:
    """Return a row of the table as a plain value; for the store alone."""
    return Staff(
        id=row.id,
        name=row.name,
        role=Role[row.role.upper()],
        zone=row.zone,
        locale=row.locale,
        looked_at=row.looked_at,
        welcomed_at=row.welcomed_at,
        home_opened_at=row.home_opened_at,
        left_at=row.left_at,
        shifts=row.shifts,
        stand_in=row.stand_in,
        digest_on=row.digest_on,
        digest_muted=row.digest_muted,
    )


def open_workspace(session: BookSession, name: str, zone: str) -> None:
    """Make sure the workspace has its row; what a manager decided is left alone."""
    values = {"id": session.workspace, "name": name, "zone": zone}
    session.execute(upsert(session, WorkspaceRow).values(**values).on_conflict_do_nothing())


def workspace(session: BookSession) -> Workspace:
    """Return the session's workspace; one not yet in the book has the defaults."""
    row = session.held(WorkspaceRow, session.workspace)
    return as_workspace(row) if row else Workspace(id=session.workspace)


def workspaces(session: BookSession) -> list[Workspace]:
    """Return every workspace in the book, for the clock's jobs."""
    return [as_workspace(row) for row in session.scalars(sa.select(WorkspaceRow).order_by(WorkspaceRow.id))]


def decide(session: BookSession, **values: Any) -> None:
    """Set columns of the workspace's row: channels, zone, digest time, settings."""
    session.execute(sa.update(WorkspaceRow).where(WorkspaceRow.id == session.workspace).values(**values))


def tell_defaults_once(session: BookSession, now: datetime) -> bool:
    """Return True the first time it is asked in a workspace that nobody has set up."""
    known = workspace(session)
    if known.set_up_at or known.defaults_told_at:
        return False
    done = session.execute(
        sa.update(WorkspaceRow)
        .where(
            WorkspaceRow.id == session.workspace,
            WorkspaceRow.set_up_at.is_(None),
            WorkspaceRow.defaults_told_at.is_(None),
        )
        .values(defaults_told_at=now)
        .returning(WorkspaceRow.id)
    )
    return done.first() is not None


def get(session: BookSession, user: str) -> Staff | None:
    """Return somebody of the team, or None when the bot never met them."""
    row = session.held(StaffRow, (session.workspace, user))
    return as_staff(row) if row else None


def keep(session: BookSession, person: Staff) -> Staff:
    """Remember somebody as Slack describes them; what they chose here stays as it was."""
    values = {
        "name": person.name,
        "zone": person.zone,
        "locale": person.locale,
        "role": person.role.name.lower(),
        "looked_at": person.looked_at,
        "left_at": person.left_at,
    }
    insert = upsert(session, StaffRow).values(workspace=session.workspace, id=person.id, **values)
    kept = insert.on_conflict_do_update(index_elements=["workspace", "id"], set_=values).returning(StaffRow)
    session.scalars(kept, execution_options={"populate_existing": True}).one()  # for whoever holds the row
    return person


def change(session: BookSession, user: str, **values: Any) -> None:
    """Set columns of one person's row."""
    session.execute(_row_of(session, user).values(**values))


def first_time(session: BookSession, user: str, column: str, now: datetime) -> bool:
    """Set a person's ``…_at`` column if it is empty; return whether it was."""
    cell = getattr(StaffRow, column)
    done = session.execute(_row_of(session, user).where(cell.is_(None)).values({cell: now}).returning(cell))
    return done.first() is not None


def _row_of(session: BookSession, user: str) -> sa.Update:
    return sa.update(StaffRow).where(StaffRow.workspace == session.workspace, StaffRow.id == user)


def team(session: BookSession) -> list[Staff]:
    """Return everybody the bot has met who may use it, by name."""
    rows = session.scalars(
        sa.select(StaffRow)
        .where(StaffRow.workspace == session.workspace, StaffRow.role != "outsider", StaffRow.left_at.is_(None))
        .order_by(StaffRow.name)
    )
    return [as_staff(row) for row in rows]


def names(session: BookSession) -> dict[str, str]:
    """Return the names of everybody the bot ever met, also of those who left."""
    rows = session.execute(sa.select(StaffRow.id, StaffRow.name).where(StaffRow.workspace == session.workspace))
    return {row[0]: row[1] for row in rows}


def managers(session: BookSession) -> list[Staff]:
    """Return the managers and admins."""
    return [person for person in team(session) if person.role >= Role.MANAGER]


def name_managers(session: BookSession, users: list[str]) -> None:
    """Make exactly these people managers; admins keep their rank."""
    for person in team(session):
        if person.role is not Role.ADMIN:
            change(session, person.id, role="manager" if person.id in users else "staff")


def hold(session: BookSession, user: str) -> None:
    """Let another request of the same person wait until this one is written down."""
    row = sa.select(StaffRow.id).where(StaffRow.workspace == session.workspace, StaffRow.id == user)
    session.execute(row.with_for_update())
