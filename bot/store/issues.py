"""Issues in the book, and what the customers were told about them."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from bot.domain.issues import Issue, IssueForm, Update
from bot.store.database import BookSession
from bot.store.tables import CustomerRow, IssueRow, IssueUpdateRow


def _issue(row: IssueRow, customer: str) -> Issue:
    return Issue(
        id=row.id,
        customer_id=row.customer_id,
        customer=customer,
        story=row.story,
        owner=row.owner,
        opened_at=row.opened_at,
        opened_by=row.opened_by,
        feels=row.feels,
        wants=row.wants,
        next_step=row.next_step,
        due_at=row.due_at,
        told_at=row.told_at,
        agreed_at=row.agreed_at,
        agreed_by=row.agreed_by,
        resolved_at=row.resolved_at,
        resolved_by=row.resolved_by,
        on_the_spot=row.on_the_spot,
        verdict=row.verdict,
        customer_said=row.customer_said,
        reopened=row.reopened,
    )


def _where(session: BookSession, *conditions: sa.ColumnElement[bool]) -> list[Issue]:
    """Return the issues of this workspace that fulfil the conditions, oldest first."""
    rows = session.execute(
        sa.select(IssueRow, CustomerRow.name)
        .join(
            CustomerRow, (CustomerRow.workspace == IssueRow.workspace) & (CustomerRow.id == IssueRow.customer_id)
        )
        .where(IssueRow.workspace == session.workspace, *conditions)
        .order_by(IssueRow.opened_at, IssueRow.id)
        .execution_options(populate_existing=True)
    )
    return [_issue(row, name) for row, name in rows]


def add(session: BookSession, customer_id: int, form: IssueForm, by: str, now: datetime) -> int:
    """Write an issue down and return its id."""
    values = {"customer_id": customer_id, "opened_at": now, "opened_by": by, **vars(form)}
    insert = sa.insert(IssueRow).values(workspace=session.workspace, **values)
    return session.execute(insert.returning(IssueRow.id)).scalar_one()


def get(session: BookSession, issue_id: int) -> Issue | None:
    """Return an issue of this workspace."""
    return next(iter(_where(session, IssueRow.id == issue_id)), None)


def open_issues(session: BookSession) -> list[Issue]:
    """Return every open issue, oldest first."""
    return _where(session, IssueRow.resolved_at.is_(None))


def open_of(session: BookSession, customer_id: int) -> list[Issue]:
    """Return the open issues of one customer, oldest first."""
    return _where(session, IssueRow.resolved_at.is_(None), IssueRow.customer_id == customer_id)


def change(session: BookSession, issue_id: int, **values: Any) -> None:
    """Set columns of an issue."""
    where = (IssueRow.workspace == session.workspace, IssueRow.id == issue_id)
    session.execute(sa.update(IssueRow).where(*where).values(**values))


def resolve(session: BookSession, issue_id: int, by: str, now: datetime) -> bool:
    """Close an open issue; False when somebody else was quicker."""
    return _set_if(session, issue_id, IssueRow.resolved_at.is_(None), resolved_at=now, resolved_by=by)


def reopen(session: BookSession, issue_id: int) -> bool:
    """Make a resolved issue open again, and count that; False when it is open already."""
    blank = {"resolved_at": None, "resolved_by": None, "on_the_spot": False, "verdict": None}
    return _set_if(session, issue_id, IssueRow.resolved_at.is_not(None), **blank, reopened=IssueRow.reopened + 1)


def _set_if(session: BookSession, issue_id: int, still: sa.ColumnElement[bool], **values: Any) -> bool:
    where = (IssueRow.workspace == session.workspace, IssueRow.id == issue_id, still)
    done = session.execute(sa.update(IssueRow).where(*where).values(**values).returning(IssueRow.id))
    return done.first() is not None


def tell(session: BookSession, issue_id: int, by: str, what: str, now: datetime) -> None:
    """Note that the customer was told something."""
    values = {"issue_id": issue_id, "at": now, "by": by, "what": what}
    session.execute(sa.insert(IssueUpdateRow).values(workspace=session.workspace, **values))
    change(session, issue_id, told_at=now)


def updates(session: BookSession, issue_id: int) -> tuple[Update, ...]:
    """Return what the customer was told, oldest first."""
    rows = session.scalars(
        sa.select(IssueUpdateRow)
        .where(IssueUpdateRow.workspace == session.workspace, IssueUpdateRow.issue_id == issue_id)
        .order_by(IssueUpdateRow.at, IssueUpdateRow.id)
    )
    return tuple(Update(row.at, row.by, row.what) for row in rows)
