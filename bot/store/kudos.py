"""Kudos in the book."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from bot.domain.kudos import ERASED, Kudos, Praise
from bot.store.database import BookSession
from bot.store.tables import KudosRow


def _kudos(row: KudosRow) -> Kudos:
    return Kudos(
        id=row.id,
        giver=row.giver,
        receivers=tuple(row.receivers),
        story=row.story,
        at=row.at,
        customer_id=row.customer_id,
        link=row.link,
        tags=tuple(row.tags),
        undone_at=row.undone_at,
        from_customer=row.from_customer,
    )


def _standing(session: BookSession) -> sa.ColumnElement[bool]:
    return (KudosRow.workspace == session.workspace) & KudosRow.undone_at.is_(None)


def add(session: BookSession, giver: str, praise: Praise, now: datetime) -> Kudos:
    """Write kudos down."""
    values = {"receivers": list(praise.receivers), "tags": list(praise.tags), "at": now, "link": praise.link}
    insert = sa.insert(KudosRow).values(workspace=session.workspace, giver=giver, story=praise.story, **values)
    return _kudos(session.scalars(insert.returning(KudosRow)).one())


def get(session: BookSession, kudos_id: int) -> Kudos | None:
    """Return kudos of this workspace."""
    row = session.scalar(
        sa.select(KudosRow)
        .where(KudosRow.workspace == session.workspace, KudosRow.id == kudos_id)
        .execution_options(populate_existing=True)
    )
    return _kudos(row) if row else None


def change(session: BookSession, kudos_id: int, **values: Any) -> None:
    """Set columns: the customer, whether the words are theirs, the story, the tags, when they were taken back."""
    where = (KudosRow.workspace == session.workspace, KudosRow.id == kudos_id)
    session.execute(sa.update(KudosRow).where(*where).values(**values))


def same_lately(session: BookSession, giver: str, praise: Praise, since: datetime) -> Kudos | None:
    """Return the same praise by the same giver since a moment."""
    rows = session.scalars(
        sa.select(KudosRow).where(
            _standing(session), KudosRow.giver == giver, KudosRow.story == praise.story, KudosRow.at > since
        )
    )
    return next((_kudos(row) for row in rows if set(row.receivers) == set(praise.receivers)), None)


def since(session: BookSession, moment: datetime, limit: int = 200) -> list[Kudos]:
    """Return the kudos that stand from a moment on, newest first, without those whose story was erased."""
    rows = session.scalars(
        sa.select(KudosRow)
        .where(_standing(session), KudosRow.at >= moment, KudosRow.story != ERASED)
        .order_by(KudosRow.at.desc(), KudosRow.id.desc())
        .limit(limit)
    )
    return [_kudos(row) for row in rows]


def received(session: BookSession, user: str, moment: datetime) -> list[Kudos]:
    """Return the kudos somebody got from a moment on, newest first."""
    return [kudos for kudos in since(session, moment) if user in kudos.receivers]
