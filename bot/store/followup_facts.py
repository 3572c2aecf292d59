"""Facts around follow-ups that a reminder or a hand-over needs: who is busy, what was said, how we began last."""

from datetime import datetime

import sqlalchemy as sa

from bot.domain.issues import Verdict
from bot.store.database import BookSession
from bot.store.tables import FollowUpRow, IssueRow, KudosRow


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
        .order_by(
            sa.func.coalesce(FollowUpRow.asked_again_at, FollowUpRow.reminded_at).desc(), FollowUpRow.id.desc()
        )
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


def was_exceeded(session: BookSession, issue_id: int) -> bool:
    """Say whether an issue was put right better than the customer expected, in their own judgement (P29)."""
    where = (IssueRow.workspace == session.workspace, IssueRow.id == issue_id)
    return session.scalar(sa.select(IssueRow.verdict).where(*where)) == Verdict.EXCEEDED


def kind_words(session: BookSession, customer_id: int, since: datetime) -> str | None:
    """Return a customer's latest kind words since a moment: passed on as kudos, or of how it was put right."""
    praise = sa.select(KudosRow.story, KudosRow.at).where(
        KudosRow.workspace == session.workspace,
        KudosRow.customer_id == customer_id,
        KudosRow.from_customer,
        KudosRow.undone_at.is_(None),
        KudosRow.at >= since,
    )
    better = sa.select(IssueRow.customer_said, IssueRow.resolved_at).where(
        IssueRow.workspace == session.workspace,
        IssueRow.customer_id == customer_id,
        IssueRow.verdict == Verdict.EXCEEDED,
        IssueRow.customer_said.is_not(None),
        IssueRow.resolved_at >= since,
    )
    found = [(at, said) for query in (praise, better) for said, at in session.execute(query)]
    return str(max(found)[1]) if found else None


def issue_is_resolved(session: BookSession, issue_id: int) -> bool:
    """Say whether an issue was put right, so far as we know."""
    where = (IssueRow.workspace == session.workspace, IssueRow.id == issue_id)
    return session.scalar(sa.select(IssueRow.resolved_at).where(*where)) is not None
