"""Taking promised messages for sending: few at a time, fair, never two to one place at once (rule 5).

A claim walks from place to place along the index of what waits and takes the first letter of each, so it costs
the same over a hundred rows and over a million. Only one process claims at a time: on SQLite its write lock sees
to that, on PostgreSQL an advisory lock, because under READ COMMITTED two claims at the same instant would each
find the place free. What was promised is judged by the shop's time (``now``); leases, pace and rests by the real
one (``real``), which nobody can turn.
"""

from datetime import datetime, timedelta
from functools import cache
from typing import Any
from uuid import uuid4

import sqlalchemy as sa
from sqlalchemy.orm import aliased

from bot.domain.delivery import EVERYTHING, Letter, Patience, Rest
from bot.store.database import BookSession
from bot.store.dialects import is_sqlite, upsert
from bot.store.outbox import letter
from bot.store.tables import Instant, LaneRow, OutboxRow, PulseRow

LOCK = 0x5245_4755_4C42
"""The number of the advisory lock that lets one process claim at a time."""

_WAITING = "'pending'"
_FLYING = "'sending'"


def claim(session: BookSession, now: datetime, real: datetime, patience: Patience, limit: int) -> list[Letter]:
    """Take up to ``limit`` due messages: at most one for each place, and as many of one workspace as of others.

    One whose last sender died is taken over *in doubt*: it may have been said already (rule 8).
    """
    _one_at_a_time(session)
    hurry = real + patience.pace * (patience.burst - 1)
    facts = {"now": now, "real": real, "hurry": hurry, "limit": limit}
    ids = session.scalars(_choice(is_sqlite(session)), facts).all()
    if not ids:
        return []
    taken = session.scalars(
        sa.update(OutboxRow)
        .where(OutboxRow.id.in_(ids))
        .values(
            in_doubt=OutboxRow.in_doubt | ((OutboxRow.state == "sending") & OutboxRow.ts.is_(None)),
            state="sending",
            owner=uuid4().hex,
            lease_until=real + patience.lease,
            begun_at=sa.func.coalesce(OutboxRow.begun_at, now),
        )
        .returning(OutboxRow)
        .execution_options(populate_existing=True)
    )
    letters = [letter(row) for row in taken]
    _keep_pace(session, letters, real, patience)
    return letters


def _one_at_a_time(session: BookSession) -> None:
    if not is_sqlite(session):
        session.execute(sa.select(sa.func.pg_advisory_xact_lock(LOCK)))


@cache
def _choice(sqlite: bool) -> sa.Select[int]:
    """Return the query for the ids to take. Each workspace's first letter comes before anybody's second."""
    row, candidates = aliased(OutboxRow), sa.union_all(_first_of_each_place(), _abandoned()).subquery()
    in_place = sa.func.row_number().over(partition_by=(row.workspace, row.to), order_by=(row.try_at, row.id))
    free = (
        sa.select(row.id, row.workspace, row.try_at, in_place.label("in_place"))
        .join(candidates, candidates.c.id == row.id)
        .where(_nobody_speaks(row), _may_be_spoken_to(row))
        .subquery()
    )
    fair = sa.func.row_number().over(partition_by=free.c.workspace, order_by=(free.c.try_at, free.c.id))
    ranked = sa.select(free.c.id, free.c.try_at, fair.label("turn")).where(free.c.in_place == 1).subquery()
    first = sa.select(ranked.c.id).order_by(ranked.c.turn, ranked.c.try_at, ranked.c.id)
    first = first.limit(sa.bindparam("limit", type_=sa.Integer()))
    if sqlite:
        return first
    # What somebody is just writing to (a refresh, a note) is left for the next time instead of waited for.
    return sa.select(OutboxRow.id).where(OutboxRow.id.in_(first)).with_for_update(skip_locked=True)


def _first_of_each_place() -> sa.Select[int]:
    """Walk the index of waiting letters from one place to the next: a loose index scan."""
    start, last = aliased(OutboxRow), aliased(OutboxRow)
    walk = sa.select(_first(start).where(start.workspace > "").subquery().c.id).cte("places", recursive=True)
    # Two searches and not one of (workspace, to) > (…): SQLite would use the first half of that only.
    here, elsewhere = aliased(OutboxRow), aliased(OutboxRow)
    place = _first(here).where(here.workspace == last.workspace, here.to > last.to)
    workspace = _first(elsewhere).where(elsewhere.workspace > last.workspace)
    step = sa.func.coalesce(*(each.correlate(last).scalar_subquery() for each in (place, workspace)))
    walk = walk.union_all(sa.select(step).select_from(walk).join(last, last.id == walk.c.id))
    # A scalar subquery, because PostgreSQL would rather read every old row than join to a walk it cannot foresee.
    due = sa.select(OutboxRow.try_at).where(OutboxRow.id == walk.c.id).correlate(walk).scalar_subquery()
    return sa.select(walk.c.id).where(due <= _moment("now"))


def _first(row: type[OutboxRow]) -> sa.Select[int]:
    waiting = _literally(row, _WAITING)
    return sa.select(row.id).where(waiting).order_by(row.workspace, row.to, row.try_at, row.id).limit(1)


def _abandoned() -> sa.Select[int]:
    row = aliased(OutboxRow)
    return sa.select(row.id).where(_literally(row, _FLYING), row.lease_until <= _moment("real"))


def _literally(row: type[OutboxRow], state: str) -> sa.ColumnElement[bool]:
    """Compare the state without a parameter: only then do both databases see that their partial index fits."""
    return row.state == sa.literal_column(state)


def _moment(name: str) -> sa.BindParameter[datetime]:
    return sa.bindparam(name, type_=Instant())


def _nobody_speaks(row: type[OutboxRow]) -> sa.ColumnElement[bool]:
    """Nothing else is under way to the same place."""
    other = aliased(OutboxRow)
    same = (other.workspace == row.workspace, other.to == row.to)
    flying = sa.select(other.id).where(_literally(other, _FLYING), *same, other.lease_until > _moment("real"))
    return ~flying.exists()


def _may_be_spoken_to(row: type[OutboxRow]) -> sa.ColumnElement[bool]:
    """Neither the place, nor the method that will be called, nor the whole workspace rests; the pace is kept."""
    method = sa.case((row.ts.is_(None), EVERYTHING), (row.ts == "", ":views.publish"), else_=":chat.update")
    too_fast = (LaneRow.place == row.to) & (LaneRow.busy_until > _moment("hurry"))
    resting = sa.select(LaneRow.place).where(
        LaneRow.workspace == row.workspace,
        LaneRow.place.in_((row.to, method, EVERYTHING)),
        (LaneRow.rests_until > _moment("real")) | too_fast,
    )
    return ~resting.exists()


def _keep_pace(session: BookSession, letters: list[Letter], real: datetime, patience: Patience) -> None:
    """Move the mark of each place on by one message; only a claim moves it, and only one claims at a time."""
    where = sa.tuple_(LaneRow.workspace, LaneRow.place).in_([(each.workspace, each.to) for each in letters])
    found = session.execute(sa.select(LaneRow.workspace, LaneRow.place, LaneRow.busy_until).where(where))
    busy = {(workspace, place): until for workspace, place, until in found}
    lanes = [
        {
            "workspace": each.workspace,
            "place": each.to,
            "busy_until": max(busy.get((each.workspace, each.to)) or real, real) + patience.pace,
        }
        for each in letters
    ]
    insert = upsert(session, LaneRow)
    moved = {"busy_until": insert.excluded.busy_until}
    session.execute(insert.on_conflict_do_update(index_elements=["workspace", "place"], set_=moved), lanes)


def _set_lane(session: BookSession, workspace: str, place: str, **values: Any) -> None:
    insert = upsert(session, LaneRow).values(workspace=workspace, place=place, **values)
    session.execute(insert.on_conflict_do_update(index_elements=["workspace", "place"], set_=values))


def rest(session: BookSession, rest: Rest, real: datetime) -> None:
    """Leave a place, a method or the whole workspace alone for a while, as Slack asked."""
    _set_lane(session, session.workspace, rest.what, rests_until=real + rest.span)


def learn_channel(session: BookSession, person: str, channel: str) -> None:
    """Remember which channel somebody's direct messages are: without it one cannot look into them."""
    _set_lane(session, session.workspace, person, channel=channel)


def channel_of(session: BookSession, person: str) -> str | None:
    """Return the channel of somebody's direct messages, if something was said there before."""
    lane = session.get(LaneRow, (session.workspace, person))
    return lane.channel if lane else None


def last_beat(session: BookSession, name: str) -> datetime | None:
    """Return when the last sign of life was given, by whichever process (real time)."""
    return session.scalar(sa.select(PulseRow.at).where(PulseRow.name == name))


def beat(session: BookSession, name: str, real: datetime) -> timedelta:
    """Give a sign of life; return how long ago the last one was, by whichever process; zero the first time."""
    before = last_beat(session, name)
    insert = upsert(session, PulseRow).values(name=name, at=real)
    session.execute(insert.on_conflict_do_update(index_elements=["name"], set_={"at": real}))
    return max(real - before, timedelta()) if before else timedelta()
