"""What goes out: promised in the transaction of the fact it tells, and noted when it was said.

States: ``pending`` → ``sending`` (owner, lease) → ``sent`` | ``unclear`` | ``dead`` | ``skipped`` | ``folded``.
A message that stands and should change is ``pending`` again, with its place in Slack (``ts``) known: `refresh`
raises what is ``wanted`` above what is ``shown``, so that a change during the sending is not missed.
Taking rows for sending is in `bot.store.claims`.
"""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import sqlalchemy as sa

from bot.domain.delivery import AWAY, Letter, Next, Trouble
from bot.store.database import BookSession
from bot.store.dialects import upsert
from bot.store.tables import OutboxRow

TROUBLED = sa.text("state IN ('dead', 'unclear')")
"""Spelled out, and not with parameters, because both databases then see that their partial index fits."""
WAITING = sa.text("state = 'pending'")


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
    return _promise(session, row, at or now, now) is not None


def _promise(session: BookSession, row: dict[str, Any], at: datetime, now: datetime) -> int | None:
    insert = upsert(session, OutboxRow).values(
        workspace=session.workspace, state="pending", try_at=at, promised_at=now, mark=uuid4().hex, **row
    )
    session.info["letters"] = True
    return session.scalar(insert.on_conflict_do_nothing().returning(OutboxRow.id))


def refresh(session: BookSession, key_pattern: str, now: datetime) -> None:
    """Ask for messages to be shown anew; ``key_pattern`` is a key, or the beginning of keys and a ``%``.

    A message that was told as part of “while I was away” is shown anew there.
    """
    where = (OutboxRow.workspace == session.workspace, _keyed(key_pattern))
    folded_into = session.scalars(_shown_anew(now).where(*where).returning(OutboxRow.folded_into))
    if folds := {fold for fold in folded_into if fold}:
        session.execute(_shown_anew(now).where(OutboxRow.workspace == session.workspace, OutboxRow.id.in_(folds)))
    session.info["letters"] = True


def _keyed(pattern: str) -> sa.ColumnElement[bool]:
    """Say it as a range of keys: LIKE knows wildcards nobody meant, and does without the index."""
    beginning = pattern.removesuffix("%")
    if beginning == pattern:
        return OutboxRow.key == pattern
    return (OutboxRow.key >= beginning) & (OutboxRow.key < beginning[:-1] + chr(ord(beginning[-1]) + 1))


def _shown_anew(now: datetime) -> sa.Update:
    """Return the update that makes what stands wait for another showing; what does not stand yet just counts."""
    stands = (OutboxRow.state == "sent") | ((OutboxRow.state == "dead") & OutboxRow.ts.is_not(None))
    return sa.update(OutboxRow).values(
        wanted=OutboxRow.wanted + 1,
        state=sa.case((stands, "pending"), else_=OutboxRow.state),
        try_at=sa.case((stands, now), else_=OutboxRow.try_at),
        tries=sa.case((stands, 0), else_=OutboxRow.tries),
    )


def letter(row: OutboxRow) -> Letter:
    """Return a row as the domain knows it."""
    return Letter(
        id=row.id,
        workspace=row.workspace,
        key=row.key,
        kind=row.kind,
        about=row.about,
        to=row.to,
        mark=row.mark,
        owner=row.owner or "",
        tries=row.tries,
        in_doubt=row.in_doubt,
        wanted=row.wanted,
        shown=row.shown,
        channel=row.channel,
        ts=row.ts,
        promised_at=row.promised_at,
        begun_at=row.begun_at,
        not_after=row.not_after,
    )


def said(session: BookSession, letter: Letter, channel: str, ts: str, now: datetime) -> bool:
    """Note that the message stands, as rendered for ``letter.wanted``; False when it was taken over meanwhile."""
    return _note(
        session, letter, state=_current(letter), channel=channel, ts=ts, said_at=now, shown=letter.wanted,
        in_doubt=False, trouble=None, tries=0, try_at=now,
    )  # fmt: skip


def _current(letter: Letter) -> sa.ColumnElement[str]:
    """Return the state of a message that stands: it waits again if it was asked to change meanwhile."""
    return sa.case((OutboxRow.wanted > letter.wanted, "pending"), else_="sent")


def put_back(session: BookSession, letter: Letter, then: Next, error: str, now: datetime) -> bool:
    """Note what becomes of a message that Slack did not take."""
    return _note(
        session, letter, state=then.state, try_at=now + then.after, tries=letter.tries + then.counts,
        in_doubt=then.in_doubt, trouble=error[:300] or None,
    )  # fmt: skip


def skip(session: BookSession, letter: Letter, why: str) -> bool:
    """Note that the message is no longer wanted; an update that is not wanted leaves it as it stands."""
    state = _current(letter) if letter.is_update else "skipped"
    return _note(session, letter, state=state, shown=letter.wanted, in_doubt=False, trouble=why)


def _note(session: BookSession, letter: Letter, **values: object) -> bool:
    """Write down an outcome, unless the letter was taken over under another claim meanwhile."""
    noted = session.execute(
        sa.update(OutboxRow)
        .where(*_claimed(letter))
        .values(owner=None, lease_until=None, **values)
        .returning(OutboxRow.id)
    )
    return noted.first() is not None


def still_mine(session: BookSession, letter: Letter, real: datetime) -> bool:
    """Say whether the claim still stands: a process that was frozen must not say what another one took over."""
    mine = sa.select(OutboxRow.id).where(*_claimed(letter), OutboxRow.lease_until > real)
    return session.scalar(mine) is not None


def _claimed(letter: Letter) -> tuple[sa.ColumnElement[bool], ...]:
    return (
        OutboxRow.workspace == letter.workspace,
        OutboxRow.id == letter.id,
        OutboxRow.owner == letter.owner,
        OutboxRow.state == "sending",
    )


def release(session: BookSession, letter: Letter) -> None:
    """Give back, at shutdown, what was claimed and surely not begun; as it was, to be taken at once."""
    _note(session, letter, state="pending")


def waiting_for(session: BookSession, to: str, now: datetime) -> list[Letter]:
    """Return everything that is due for one place, oldest first: what may be folded after an absence."""
    rows = session.scalars(
        sa.select(OutboxRow)
        .where(WAITING, OutboxRow.workspace == session.workspace, OutboxRow.to == to, OutboxRow.try_at <= now)
        .order_by(OutboxRow.try_at, OutboxRow.id)
        .limit(200)
    )
    return [letter(row) for row in rows]


def crowded(session: BookSession, now: datetime) -> list[tuple[str, str]]:
    """Return (workspace, place) wherever more than one message is due; for jobs that look at all workspaces."""
    rows = session.execute(
        sa.select(OutboxRow.workspace, OutboxRow.to)
        .where(WAITING, OutboxRow.try_at <= now)
        .group_by(OutboxRow.workspace, OutboxRow.to)
        .having(sa.func.count() > 1)
        .order_by(OutboxRow.workspace, OutboxRow.to)
    )
    return [(workspace, to) for workspace, to in rows]


def fold(session: BookSession, letters: list[Letter], key: str, now: datetime) -> None:
    """Promise one message that tells several; they are told with it and no longer for themselves."""
    row = {"key": key, "kind": AWAY, "about": 0, "to": letters[0].to}
    fold_id = _promise(session, row, now, now)
    where = (OutboxRow.workspace == session.workspace, OutboxRow.id.in_([each.id for each in letters]))
    session.execute(sa.update(OutboxRow).where(*where).values(state="folded", folded_into=fold_id))


def drop(session: BookSession, ids: set[int], why: str) -> None:
    """Note that waiting messages are not wanted any more."""
    where = (OutboxRow.workspace == session.workspace, OutboxRow.id.in_(ids))
    session.execute(sa.update(OutboxRow).where(*where).values(state="skipped", trouble=why))


def folded_in(session: BookSession, fold_id: int) -> list[Letter]:
    """Return what a message “while I was away” tells."""
    where = (OutboxRow.workspace == session.workspace, OutboxRow.folded_into == fold_id)
    return [letter(row) for row in session.scalars(sa.select(OutboxRow).where(*where))]


def forget(session: BookSession, about: sa.ColumnElement[bool], now: datetime) -> None:
    """Erase letters: what stands in Slack is deleted there, by rows that no longer say whose they were.

    What is just being said, or may have been said, is kept under the same blank name until that is known, so
    that it can be deleted too (rule 26).
    """
    told = session.scalars(sa.select(OutboxRow.folded_into).where(about, OutboxRow.folded_into.is_not(None)))
    here = OutboxRow.workspace == session.workspace
    session.execute(_shown_anew(now).where(here, OutboxRow.id.in_(told.all())))
    maybe_said = OutboxRow.ts.is_not(None) | OutboxRow.in_doubt | OutboxRow.state.in_(("sending", "unclear"))
    session.execute(sa.delete(OutboxRow).where(about, ~maybe_said))
    session.execute(
        sa.update(OutboxRow)
        .where(about)
        .values(
            kind="erase", key=sa.literal("erase:") + OutboxRow.mark, about=0, wanted=OutboxRow.wanted + 1,
            state=sa.case((OutboxRow.state == "sending", "sending"), else_="pending"),
            in_doubt=OutboxRow.in_doubt | (OutboxRow.state == "unclear"), try_at=now, tries=0, trouble=None,
        )
    )  # fmt: skip
    session.info["letters"] = True


def troubled(session: BookSession, limit: int = 10) -> list[Trouble]:
    """Return what could not be said, oldest first, for a manager to decide on (rule 10)."""
    rows = session.scalars(
        sa.select(OutboxRow)
        .where(TROUBLED, OutboxRow.workspace == session.workspace)
        .order_by(OutboxRow.id)
        .limit(limit)
    )
    return [
        Trouble(row.id, row.state, row.kind, row.about, row.to, row.trouble or "", row.promised_at) for row in rows
    ]


def decide(session: BookSession, letter_id: int, *, again: bool, now: datetime) -> bool:
    """Send a dead or unclear message again, or drop it, as a manager decided; False when there is none."""
    dropped = sa.case((OutboxRow.ts.is_(None), "skipped"), else_="sent")
    done = session.execute(
        sa.update(OutboxRow)
        .where(TROUBLED, OutboxRow.workspace == session.workspace, OutboxRow.id == letter_id)
        .values(state="pending" if again else dropped, try_at=now, tries=0, in_doubt=False)
        .returning(OutboxRow.id)
    )
    session.info["letters"] = True
    return done.first() is not None


def next_at(session: BookSession) -> datetime | None:
    """Return when the next message of any workspace is to be tried."""
    return session.scalar(sa.select(sa.func.min(OutboxRow.try_at)).where(WAITING))


def oldest_due(session: BookSession, now: datetime) -> timedelta:
    """Return the age of the oldest message that should have gone out: one of the two alarms (rule 29)."""
    oldest = next_at(session)
    return max(now - oldest, timedelta()) if oldest else timedelta()
