"""Purchases in the book; those of a visit that was taken back do not count."""

from datetime import datetime

import sqlalchemy as sa

from bot.domain.purchases import Purchase, Spent
from bot.store.database import BookSession
from bot.store.tables import PurchaseRow, VisitRow


def _purchase(row: PurchaseRow) -> Purchase:
    return Purchase(row.id, row.customer_id, row.visit_id, row.spent, row.what, row.at, row.by, row.undone_at)


def _counted(session: BookSession) -> sa.ColumnElement[bool]:
    return (PurchaseRow.workspace == session.workspace) & PurchaseRow.undone_at.is_(None)


def add(session: BookSession, customer_id: int, visit_id: int, spent: Spent, by: str, now: datetime) -> Purchase:
    """Write a purchase down."""
    values = {"customer_id": customer_id, "visit_id": visit_id, "spent": spent.amount, "what": spent.what}
    insert = sa.insert(PurchaseRow).values(workspace=session.workspace, by=by, at=now, **values)
    return _purchase(session.scalars(insert.returning(PurchaseRow)).one())


def get(session: BookSession, purchase_id: int) -> Purchase | None:
    """Return a purchase of this workspace."""
    where = (PurchaseRow.workspace == session.workspace, PurchaseRow.id == purchase_id)
    row = session.scalar(sa.select(PurchaseRow).where(*where).execution_options(populate_existing=True))
    return _purchase(row) if row else None


def undo(session: BookSession, purchase_id: int, now: datetime) -> bool:
    """Take a purchase back; False when somebody was quicker."""
    where = (_counted(session), PurchaseRow.id == purchase_id)
    done = session.execute(sa.update(PurchaseRow).where(*where).values(undone_at=now).returning(PurchaseRow.id))
    return done.first() is not None


def on_visit(session: BookSession, visit_id: int) -> list[Purchase]:
    """Return what was spent on a visit, the first first."""
    where = (_counted(session), PurchaseRow.visit_id == visit_id)
    return [
        _purchase(row) for row in session.scalars(sa.select(PurchaseRow).where(*where).order_by(PurchaseRow.id))
    ]


def _of_customer(session: BookSession, customer_id: int) -> sa.Select[str | None, datetime]:
    return (
        sa.select(PurchaseRow.what, PurchaseRow.at)
        .join(VisitRow, (VisitRow.workspace == PurchaseRow.workspace) & (VisitRow.id == PurchaseRow.visit_id))
        .where(_counted(session), PurchaseRow.customer_id == customer_id, VisitRow.undone_at.is_(None))
    )


def bought_before(session: BookSession, customer_id: int, visit_id: int) -> bool:
    """Say whether a purchase was noted on another visit of a customer."""
    other = _of_customer(session, customer_id).where(PurchaseRow.visit_id != visit_id).limit(1)
    return session.execute(other).first() is not None


def last_bought(session: BookSession, customer_id: int) -> tuple[str, datetime] | None:
    """Return what a customer bought last, as far as somebody said what it was, and when."""
    told = _of_customer(session, customer_id).where(PurchaseRow.what.is_not(None))
    for what, at in session.execute(told.order_by(PurchaseRow.at.desc(), PurchaseRow.id.desc()).limit(1)):
        return str(what), at
    return None
