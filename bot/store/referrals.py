"""Who sent us whom, in the book."""

from datetime import datetime

import sqlalchemy as sa

from bot.domain.referrals import SOMEBODY, Referral
from bot.store.database import BookSession
from bot.store.tables import CustomerRow, FollowUpRow, ReferralRow


def _referral(row: ReferralRow) -> Referral:
    return Referral(row.id, row.customer_id, row.friend_id, row.at, row.by, row.visit_id)


def _mine(session: BookSession) -> sa.ColumnElement[bool]:
    return ReferralRow.workspace == session.workspace


def add(
    session: BookSession, customer_id: int, friend_id: int | None, by: str, now: datetime, visit_id: int | None
) -> Referral:
    """Write down who sent us somebody."""
    values = {"customer_id": customer_id, "friend_id": friend_id, "visit_id": visit_id, "by": by, "at": now}
    insert = sa.insert(ReferralRow).values(workspace=session.workspace, **values)
    return _referral(session.scalars(insert.returning(ReferralRow)).one())


def get(session: BookSession, referral_id: int) -> Referral | None:
    """Return a referral of this workspace."""
    row = session.scalar(sa.select(ReferralRow).where(_mine(session), ReferralRow.id == referral_id))
    return _referral(row) if row else None


def of_friend(session: BookSession, friend_id: int) -> Referral | None:
    """Return who sent us somebody, as far as that is known."""
    row = session.scalar(sa.select(ReferralRow).where(_mine(session), ReferralRow.friend_id == friend_id))
    return _referral(row) if row else None


def unnamed(session: BookSession, customer_id: int, since: datetime) -> Referral | None:
    """Return the latest friend of a customer, since an instant, whom nobody has named yet."""
    where = (_mine(session), ReferralRow.customer_id == customer_id, ReferralRow.friend_id.is_(None))
    latest = sa.select(ReferralRow).where(*where, ReferralRow.at >= since).order_by(ReferralRow.id.desc()).limit(1)
    row = session.scalar(latest)
    return _referral(row) if row else None


def name_friend(session: BookSession, referral_id: int, friend_id: int, visit_id: int | None) -> Referral:
    """Say who the friend was."""
    where = (_mine(session), ReferralRow.id == referral_id)
    changed = sa.update(ReferralRow).where(*where).values(friend_id=friend_id, visit_id=visit_id)
    return _referral(session.scalars(changed.returning(ReferralRow)).one())


def on_visit(session: BookSession, visit_id: int) -> list[Referral]:
    """Return what was told on a visit of who sent them."""
    rows = session.scalars(sa.select(ReferralRow).where(_mine(session), ReferralRow.visit_id == visit_id))
    return [_referral(row) for row in rows]


def remove(session: BookSession, referral_id: int) -> bool:
    """Take a referral back; False when it was gone already."""
    gone = session.execute(
        sa.delete(ReferralRow).where(_mine(session), ReferralRow.id == referral_id).returning(ReferralRow.id)
    )
    return gone.first() is not None


def names(session: BookSession, customer_id: int) -> tuple[str | None, tuple[str, ...]]:
    """Return the name of who sent a customer, and the names of those they sent, the first first."""
    same = CustomerRow.workspace == ReferralRow.workspace
    by = (
        sa.select(CustomerRow.name)
        .join(ReferralRow, same & (CustomerRow.id == ReferralRow.customer_id))
        .where(_mine(session), ReferralRow.friend_id == customer_id)
    )
    sent = (
        sa.select(CustomerRow.name)
        .join(ReferralRow, same & (CustomerRow.id == ReferralRow.friend_id))
        .where(_mine(session), ReferralRow.customer_id == customer_id)
        .order_by(ReferralRow.at, ReferralRow.id)
    )
    return session.execute(by).scalar(), tuple(session.execute(sent).scalars())


def lately(session: BookSession, customer_id: int, since: datetime) -> tuple[bool, str | None]:
    """Say whether a customer sent us somebody since a moment, and the latest friend's name, where known."""
    same = (CustomerRow.workspace == ReferralRow.workspace) & (CustomerRow.id == ReferralRow.friend_id)
    found = session.execute(
        sa.select(CustomerRow.name)
        .select_from(ReferralRow)
        .outerjoin(CustomerRow, same)
        .where(_mine(session), ReferralRow.customer_id == customer_id, ReferralRow.at >= since)
        .order_by(ReferralRow.at.desc(), ReferralRow.id.desc())
        .limit(1)
    ).first()
    return (True, found[0]) if found else (False, None)


def leave_out(session: BookSession, friend_id: int, name: str) -> int | None:
    """Take the name of a friend who is to be erased out of what is to be done for who sent them; return who."""
    found = of_friend(session, friend_id)
    if found is None:
        return None
    theirs = (FollowUpRow.workspace == session.workspace, FollowUpRow.customer_id == found.customer_id)
    rows = session.execute(sa.select(FollowUpRow.id, FollowUpRow.text, FollowUpRow.details).where(*theirs)).all()
    for row_id, text, details in rows:
        blank = {key: said.replace(name, SOMEBODY) for key, said in details.items() if isinstance(said, str)}
        values = {"text": text.replace(name, SOMEBODY), "details": details | blank}
        session.execute(sa.update(FollowUpRow).where(*theirs, FollowUpRow.id == row_id).values(**values))
    return found.customer_id
