"""Visits and greetings in the book."""

from datetime import date, datetime

import sqlalchemy as sa

from bot.domain.visits import Visit
from bot.store.database import BookSession
from bot.store.dialects import upsert
from bot.store.tables import CustomerRow, GreetingRow, VisitRow


def _visit(row: VisitRow) -> Visit:
    return Visit(row.id, row.customer_id, row.at, row.day, row.by, row.undone_at, row.welcomed_back)


def _counted(session: BookSession) -> sa.ColumnElement[bool]:
    return (VisitRow.workspace == session.workspace) & VisitRow.undone_at.is_(None)


def log(session: BookSession, customer_id: int, by: str, now: datetime, day: date) -> Visit:
    """Write a visit down; a waiting welcome-back is used up by it, once (P34)."""
    customer = session.held(CustomerRow, customer_id)
    welcome = customer.welcome_back if customer else None
    if welcome:
        where = (CustomerRow.workspace == session.workspace, CustomerRow.id == customer_id)
        session.execute(sa.update(CustomerRow).where(*where).values(welcome_back=None))
    values = {"customer_id": customer_id, "at": now, "day": day, "by": by, "welcomed_back": welcome}
    insert = sa.insert(VisitRow).values(workspace=session.workspace, **values)
    return _visit(session.scalars(insert.returning(VisitRow)).one())


def get(session: BookSession, visit_id: int) -> Visit | None:
    """Return a visit of this workspace."""
    row = session.scalar(
        sa.select(VisitRow).where(VisitRow.workspace == session.workspace, VisitRow.id == visit_id)
    )
    return _visit(row) if row else None


def on_day(session: BookSession, customer_id: int, day: date) -> Visit | None:
    """Return the customer's latest visit of a local day."""
    row = session.scalar(
        sa.select(VisitRow)
        .where(_counted(session), VisitRow.customer_id == customer_id, VisitRow.day == day)
        .order_by(VisitRow.at.desc(), VisitRow.id.desc())
        .limit(1)
    )
    return _visit(row) if row else None


def count_before(session: BookSession, customer_id: int, day: date) -> int:
    """Return how many visits a customer has on the days before a local day."""
    where = (_counted(session), VisitRow.customer_id == customer_id, VisitRow.day < day)
    return session.execute(sa.select(sa.func.count()).where(*where)).scalar_one()


def before(session: BookSession, visit: Visit) -> tuple[int, datetime | None]:
    """Return the number of this visit (from 1) and when the one before it was."""
    earlier = sa.tuple_(VisitRow.at, VisitRow.id) < sa.tuple_(visit.at, visit.id)
    count, last = session.execute(
        sa.select(sa.func.count(), sa.func.max(VisitRow.at)).where(
            _counted(session), VisitRow.customer_id == visit.customer_id, earlier
        )
    ).one()
    return count + 1, last


def today(session: BookSession, day: date) -> list[Visit]:
    """Return the visits of a local day, newest first."""
    rows = session.scalars(
        sa.select(VisitRow).where(_counted(session), VisitRow.day == day).order_by(VisitRow.at.desc(), VisitRow.id)
    )
    return [_visit(row) for row in rows]


def undo(session: BookSession, visit: Visit, now: datetime) -> None:
    """Take a visit back, and give back the welcome it used up."""
    where = (VisitRow.workspace == session.workspace, VisitRow.id == visit.id)
    session.execute(sa.update(VisitRow).where(*where).values(undone_at=now))
    if visit.welcomed_back:
        session.execute(
            sa.update(CustomerRow)
            .where(CustomerRow.workspace == session.workspace, CustomerRow.id == visit.customer_id)
            .values(welcome_back=visit.welcomed_back)
        )


def greet(session: BookSession, visit_id: int, by: str, now: datetime) -> bool:
    """Note that somebody greeted the customer by name; False when they had already."""
    insert = upsert(session, GreetingRow).values(workspace=session.workspace, visit_id=visit_id, by=by, at=now)
    return session.execute(insert.on_conflict_do_nothing().returning(GreetingRow.by)).first() is not None


def greeted_by(session: BookSession, visit_id: int) -> tuple[str, ...]:
    """Return who greeted the customer on this visit, first first."""
    rows = session.scalars(
        sa.select(GreetingRow.by)
        .where(GreetingRow.workspace == session.workspace, GreetingRow.visit_id == visit_id)
        .order_by(GreetingRow.at, GreetingRow.by)
    )
    return tuple(rows)


def rhythms(session: BookSession) -> dict[int, list[date]]:
    """Return the days each customer came, oldest first, to tell who is slipping away (P46)."""
    rows = session.execute(
        sa.select(VisitRow.customer_id, VisitRow.day).where(_counted(session)).order_by(VisitRow.day).distinct()
    )
    days: dict[int, list[date]] = {}
    for customer_id, day in rows:
        days.setdefault(customer_id, []).append(day)
    return days
