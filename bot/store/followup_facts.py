"""Facts around follow-ups that a reminder or a hand-over needs: who is busy, what was said, how we began last."""

import sqlalchemy as sa

from bot.store.database import BookSession
from bot.store.tables import FollowUpRow, IssueRow


def open_counts(session: BookSession) -> dict[str, int]:
    """Return how much each person has open."""
    rows = session.execute(
        sa.select(FollowUpRow.owner, sa.func.count())
        .where(FollowUpRow.workspace == session.workspace, FollowUpRow.state == "open")
        .group_by(FollowUpRow.owner)
    )
    return {owner: count for owner, count in rows if owner}


def last_opener(session: BookSession, customer_id: int) -> int | None:
    """Return which opener was offered last for a customer, so that the next one is another."""
    details = session.scalars(
        sa.select(FollowUpRow.details)
        .where(
            FollowUpRow.workspace == session.workspace,
            FollowUpRow.customer_id == customer_id,
            FollowUpRow.reminded_at.is_not(None),
        )
        .order_by(FollowUpRow.reminded_at.desc())
        .limit(10)
    )
    return next((int(each["opener"]) for each in details if "opener" in each), None)


def story_of(session: BookSession, issue_id: int) -> str | None:
    """Return the words in which an issue was told, or the customer's own verdict where there is one."""
    row = session.execute(
        sa.select(IssueRow.story, IssueRow.customer_said).where(
            IssueRow.workspace == session.workspace, IssueRow.id == issue_id
        )
    ).first()
    return (row[1] or row[0]) if row else None


def issue_is_resolved(session: BookSession, issue_id: int) -> bool:
    """Say whether an issue was put right, so far as we know."""
    where = (IssueRow.workspace == session.workspace, IssueRow.id == issue_id)
    return session.scalar(sa.select(IssueRow.resolved_at).where(*where)) is not None
