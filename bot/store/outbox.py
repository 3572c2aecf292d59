"""What goes out: promised in the transaction of the fact it tells, claimed, sent, noted.

States: ``pending`` → ``sending`` (owner, lease) → ``sent`` | ``unclear`` | ``dead`` | ``skipped``. A message
that was sent can be made to change: `refresh` raises what is ``wanted`` above what is ``shown``, and the same
claim picks it up as an update.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import uuid4

import sqlalchemy as sa

from bot.domain.delivery import Letter, Next, Patience
from bot.store.database import BookSession
from bot.store.dialects import is_sqlite, upsert
from bot.store.tables import OutboxRow

_STALE = OutboxRow.wanted > OutboxRow.shown


def promise(
    session: BookSession,
    *,
    key: str,
    kind: str,
    about: int,
    to: str,
    now: datetime,
    at: datetime | None = None,
    not_after: datetime | None = None,
) -> bool:
    """Promise a message under a unique business key; a second promise under the same key changes nothing.

    ``kind`` and ``about`` say what to render when the time comes; ``to`` is a channel or a person.
    """
    row = {"key": key, "kind": kind, "about": about, "to": to, "not_after": not_after}
    insert = upsert(session, OutboxRow).values(
        workspace=session.workspace, state="pending", try_at=at or now, promised_at=now, mark=uuid4().hex, **row
    )
    new = session.execute(insert.on_conflict_do_nothing().returning(OutboxRow.id)).first() is not None
    session.info["letters"] = True
    return new


def refresh(session: BookSession, key_pattern: str, now: datetime) -> None:
    """Ask for messages to be shown anew; ``key_pattern`` may end in ``%``."""
    session.execute(
        sa.update(OutboxRow)
        .where(OutboxRow.workspace == session.workspace, OutboxRow.key.like(key_pattern))
        .values(
            wanted=OutboxRow.wanted + 1,
            try_at=sa.case((OutboxRow.state == "sent", now), else_=OutboxRow.try_at),
        )
    )
    session.info["letters"] = True


def _due(now: datetime) -> sa.ColumnElement[bool]:
    fresh = (OutboxRow.state == "pending") & (OutboxRow.try_at <= now)
    stale = (OutboxRow.state == "sent") & _STALE & (OutboxRow.try_at <= now)
    abandoned = (OutboxRow.state == "sending") & (OutboxRow.lease_until <= now)
    return sa.or_(fresh, stale, abandoned)


def claim(session: BookSession, owner: str, now: datetime, patience: Patience, limit: int = 10) -> list[Letter]:
    """Take a few due messages for sending: at most one in each channel, oldest first, paced per channel.

    One whose last sender died is taken over *in doubt*: it may have been said already (rule 8).
    """
    # Ranking within (workspace, channel) keeps one busy channel from starving the others.
    turn = sa.func.row_number().over(
        partition_by=(OutboxRow.workspace, OutboxRow.to), order_by=(OutboxRow.try_at, OutboxRow.id)
    )
    ranked = (
        sa.select(OutboxRow.id, turn.label("turn")).where(_due(now), _free(now), _paced(now, patience)).subquery()
    )
    chosen = (
        sa.select(OutboxRow.id)
        .where(OutboxRow.id.in_(sa.select(ranked.c.id).where(ranked.c.turn == 1)))
        .order_by(OutboxRow.try_at, OutboxRow.id)
        .limit(limit)
    )
    if not is_sqlite(session):
        chosen = chosen.with_for_update(skip_locked=True)
    taken = session.execute(
        sa.update(OutboxRow)
        .where(OutboxRow.id.in_(chosen.scalar_subquery()), _due(now))
        .values(
            in_doubt=sa.or_(OutboxRow.in_doubt, (OutboxRow.state == "sending") & OutboxRow.ts.is_(None)),
            state="sending",
            owner=owner,
            lease_until=now + patience.lease,
        )
        .returning(OutboxRow)
        .execution_options(populate_existing=True)
    )
    return [_letter(row) for row in taken.scalars()]


def _free(now: datetime) -> sa.ColumnElement[bool]:
    """Nothing else is in flight to the same place."""
    other = sa.orm.aliased(OutboxRow)
    return ~(
        sa.select(other.id)
        .where(
            other.workspace == OutboxRow.workspace,
            other.to == OutboxRow.to,
            other.state == "sending",
            other.lease_until > now,
        )
        .exists()
    )


def _paced(now: datetime, patience: Patience) -> sa.ColumnElement[bool]:
    """Fewer than a burst were said in the same place lately."""
    other = sa.orm.aliased(OutboxRow)
    lately = (
        sa.select(sa.func.count())
        .where(
            other.workspace == OutboxRow.workspace,
            other.to == OutboxRow.to,
            other.said_at > now - patience.pace * patience.burst,
        )
        .scalar_subquery()
    )
    return lately < patience.burst


def _letter(row: OutboxRow) -> Letter:
    return Letter(
        id=row.id,
        workspace=row.workspace,
        key=row.key,
        kind=row.kind,
        about=row.about,
        to=row.to,
        mark=row.mark,
        tries=row.tries,
        in_doubt=row.in_doubt,
        wanted=row.wanted,
        shown=row.shown,
        channel=row.channel,
        ts=row.ts,
        promised_at=row.promised_at,
        not_after=row.not_after,
    )


def said(session: BookSession, letter: Letter, owner: str, channel: str, ts: str, now: datetime) -> None:
    """Note that the message stands, as rendered for ``letter.wanted``."""
    _note(
        session, letter, owner, state="sent", channel=channel, ts=ts, said_at=now, shown=letter.wanted,
        in_doubt=False, trouble=None, tries=0, try_at=now,
    )  # fmt: skip


def put_back(session: BookSession, letter: Letter, owner: str, then: Next, error: str, now: datetime) -> None:
    """Note what becomes of a message that Slack did not take."""
    state = "sent" if then.state == "pending" and letter.is_update else then.state
    _note(
        session, letter, owner, state=state, try_at=now + then.after, tries=letter.tries + 1,
        in_doubt=then.in_doubt, trouble=error[:300] or None,
    )  # fmt: skip


def skip(session: BookSession, letter: Letter, owner: str, why: str) -> None:
    """Note that the message is no longer wanted; an update that is not wanted leaves it as it stands."""
    state = "sent" if letter.is_update else "skipped"
    _note(session, letter, owner, state=state, shown=letter.wanted, trouble=why)


def _note(session: BookSession, letter: Letter, owner: str, **values: object) -> None:
    """Write down an outcome, unless somebody else has taken the letter over meanwhile."""
    session.execute(
        sa.update(OutboxRow)
        .where(OutboxRow.id == letter.id, OutboxRow.owner == owner, OutboxRow.state == "sending")
        .values(owner=None, lease_until=None, **values)
    )


def release(session: BookSession, owner: str, now: datetime) -> None:
    """Give back, at shutdown, what this process had claimed and surely not begun."""
    session.execute(
        sa.update(OutboxRow).where(OutboxRow.owner == owner, OutboxRow.state == "sending").values(lease_until=now)
    )


@dataclass(frozen=True)
class Standing:
    """Where a promised message stands in Slack."""

    kind: str
    about: int
    channel: str
    ts: str


def standing(session: BookSession, channel: str, ts: str) -> Standing | None:
    """Return what a message of ours is about, by its place in Slack."""
    row = session.scalar(
        sa.select(OutboxRow).where(
            OutboxRow.workspace == session.workspace, OutboxRow.channel == channel, OutboxRow.ts == ts
        )
    )
    return Standing(row.kind, row.about, channel, ts) if row else None


def troubled(session: BookSession, limit: int = 10) -> list[Letter]:
    """Return what could not be said, for a manager to decide on."""
    rows = session.scalars(
        sa.select(OutboxRow)
        .where(OutboxRow.workspace == session.workspace, OutboxRow.state.in_(("dead", "unclear")))
        .order_by(OutboxRow.id)
        .limit(limit)
    )
    return [_letter(row) for row in rows]


def decide(session: BookSession, letter_id: int, *, again: bool, now: datetime) -> None:
    """Send a dead or unclear message again, or drop it, as a manager decided."""
    session.execute(
        sa.update(OutboxRow)
        .where(
            OutboxRow.workspace == session.workspace,
            OutboxRow.id == letter_id,
            OutboxRow.state.in_(("dead", "unclear")),
        )
        .values(state="pending" if again else "skipped", try_at=now, tries=0, in_doubt=False)
    )
    session.info["letters"] = True


def next_at(session: BookSession) -> datetime | None:
    """Return when the next message of any workspace is to be tried."""
    waiting = sa.or_(OutboxRow.state == "pending", (OutboxRow.state == "sent") & _STALE)
    return session.scalar(sa.select(sa.func.min(OutboxRow.try_at)).where(waiting))


def oldest_due(session: BookSession, now: datetime) -> timedelta:
    """Return the age of the oldest message that should have gone out: one of the two alarms (rule 29)."""
    oldest = session.scalar(sa.select(sa.func.min(OutboxRow.try_at)).where(_due(now)))
    return now - oldest if oldest else timedelta()
