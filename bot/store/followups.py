"""Follow-ups in the book: each change is one statement that says what it expects to find."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from bot.domain.completion import CHANGES_OWNER, Traced
from bot.domain.cooling import JOINED
from bot.domain.followups import CONTACTS, Event, FollowUp
from bot.domain.promises import PromiseFigures, figures
from bot.store.database import BookSession
from bot.store.dialects import upsert
from bot.store.tables import CustomerRow, FollowUpEventRow, FollowUpRow

_IN_ORDER = (FollowUpRow.due_at, FollowUpRow.id)


def _followup(row: FollowUpRow, customer: str) -> FollowUp:
    values = {name: getattr(row, name) for name in _PLAIN}
    return FollowUp(
        customer=customer,
        due_local=datetime.fromisoformat(row.due_local),
        anchor=datetime.fromisoformat(row.anchor) if row.anchor else None,
        **values,
    )


_PLAIN = tuple(
    name for name in FollowUp.__dataclass_fields__ if name not in ("customer", "due_local", "anchor")
)  # the columns that need no reading


def _select(session: BookSession, *where: sa.ColumnElement[bool]) -> sa.Select[FollowUpRow, str]:
    return (
        sa.select(FollowUpRow, CustomerRow.name)
        .join(CustomerRow, CustomerRow.id == FollowUpRow.customer_id)
        .where(FollowUpRow.workspace == session.workspace, *where)
        .execution_options(populate_existing=True)
    )


def _many(session: BookSession, query: sa.Select[FollowUpRow, str]) -> list[FollowUp]:
    return [_followup(row, name) for row, name in session.execute(query)]


def add(session: BookSession, by: str, now: datetime, **values: Any) -> FollowUp | None:
    """Write a new follow-up down; None when one with its cause is there already."""
    insert = upsert(session, FollowUpRow).values(
        workspace=session.workspace, created_by=by, created_at=now, state="open", **_plain(values)
    )
    new = session.execute(insert.on_conflict_do_nothing().returning(FollowUpRow.id)).scalar()
    if new is None:
        return None
    note(session, new, "set", by, now, values.get("owner"))
    return get(session, new)


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    """Write naive wall times as ISO text."""
    for name in ("due_local", "anchor"):
        if isinstance(values.get(name), datetime):
            values[name] = values[name].isoformat()
    return values


def get(session: BookSession, followup_id: int) -> FollowUp | None:
    """Return a follow-up of this workspace."""
    return next(iter(_many(session, _select(session, FollowUpRow.id == followup_id))), None)


def change(session: BookSession, followup_id: int, *, if_open: bool = True, **values: Any) -> bool:
    """Set columns; by default only while it is open. Return whether it was changed: of two people one wins."""
    where = [FollowUpRow.workspace == session.workspace, FollowUpRow.id == followup_id]
    if if_open:
        where.append(FollowUpRow.state == "open")
    done = session.execute(sa.update(FollowUpRow).where(*where).values(**_plain(values)).returning(FollowUpRow.id))
    return done.first() is not None


def hold(session: BookSession, followup_id: int) -> None:
    """Let another request about the same follow-up wait until this one is written down."""
    row = sa.select(FollowUpRow.id).where(
        FollowUpRow.workspace == session.workspace, FollowUpRow.id == followup_id
    )
    session.execute(row.with_for_update())


def take_free(session: BookSession, followup_id: int, user: str) -> bool:
    """Make somebody the owner of what nobody owns; False when somebody else was quicker."""
    free = (
        FollowUpRow.workspace == session.workspace,
        FollowUpRow.id == followup_id,
        FollowUpRow.state == "open",
        FollowUpRow.owner.is_(None),
    )
    done = session.execute(sa.update(FollowUpRow).where(*free).values(owner=user).returning(FollowUpRow.id))
    return done.first() is not None


def note(
    session: BookSession, followup_id: int, what: str, by: str | None, now: datetime, detail: str | None = None
) -> None:
    """Add a line to a follow-up's history."""
    values = {"followup_id": followup_id, "what": what, "by": by, "at": now, "detail": detail}
    session.execute(sa.insert(FollowUpEventRow).values(workspace=session.workspace, **values))


def events(session: BookSession, followup_id: int) -> list[Event]:
    """Return the history, oldest first."""
    rows = session.scalars(
        sa.select(FollowUpEventRow)
        .where(FollowUpEventRow.workspace == session.workspace, FollowUpEventRow.followup_id == followup_id)
        .order_by(FollowUpEventRow.at, FollowUpEventRow.id)
    )
    return [Event(row.at, row.by, row.what, row.detail) for row in rows]


# ---- what the clock asks


def due(session: BookSession, now: datetime, limit: int = 20) -> list[tuple[str, int]]:
    """Return (workspace, id) of follow-ups of any workspace that should wake, longest overdue first.

    The partial index on ``wake_at`` makes this as quick with a million open rows as with ten.
    """
    rows = session.execute(
        sa.select(FollowUpRow.workspace, FollowUpRow.id)
        .where(FollowUpRow.wake_at <= now)
        .order_by(FollowUpRow.wake_at)
        .limit(limit)
    )
    return [(row[0], row[1]) for row in rows]


def take_due(session: BookSession, followup_id: int, now: datetime) -> FollowUp | None:
    """Take a follow-up that is due, for this transaction alone; None when somebody else was quicker.

    It is returned as it stood; its ``wake_at`` is empty afterwards, and whoever took it says when it wakes next.
    """
    before = get(session, followup_id)
    taken = session.execute(
        sa.update(FollowUpRow)
        .where(
            FollowUpRow.workspace == session.workspace,
            FollowUpRow.id == followup_id,
            FollowUpRow.state == "open",
            FollowUpRow.wake_at <= now,
        )
        .values(wake_at=None)
        .returning(FollowUpRow.id)
    )
    return before if taken.first() else None


def push_ahead(session: BookSession, followup_id: int, until: datetime) -> None:
    """Let a follow-up that could not be woken rest a while, so that it does not stop the line."""
    session.execute(
        sa.update(FollowUpRow)
        .where(
            FollowUpRow.workspace == session.workspace,
            FollowUpRow.id == followup_id,
            FollowUpRow.wake_at.is_not(None),
        )
        .values(wake_at=until)
    )


# ---- what people and other capabilities ask


def open_for(session: BookSession, user: str) -> list[FollowUp]:
    """Return what somebody has to do, soonest first, what was handed to them and waits for a yes included."""
    mine = sa.or_(FollowUpRow.owner == user, FollowUpRow.handed_to == user)
    return _many(session, _select(session, FollowUpRow.state == "open", mine).order_by(*_IN_ORDER))


def open_all(session: BookSession) -> list[FollowUp]:
    """Return everything that is open, soonest first."""
    return _many(session, _select(session, FollowUpRow.state == "open").order_by(*_IN_ORDER))


def open_about(session: BookSession, customer_id: int) -> list[FollowUp]:
    """Return what is open for a customer, soonest first."""
    where = (FollowUpRow.state == "open", FollowUpRow.customer_id == customer_id)
    return _many(session, _select(session, *where).order_by(*_IN_ORDER))


def ended_with(session: BookSession, followup: FollowUp) -> list[FollowUp]:
    """Return what was ended for the same customer in the same moment as a follow-up."""
    where = (
        FollowUpRow.customer_id == followup.customer_id,
        FollowUpRow.state != "open",
        FollowUpRow.done_at == followup.done_at,
        FollowUpRow.id != followup.id,
    )
    return _many(session, _select(session, *where).order_by(*_IN_ORDER))


def queue(session: BookSession) -> list[FollowUp]:
    """Return what nobody owns, soonest first."""
    where = (FollowUpRow.state == "open", FollowUpRow.owner.is_(None))
    return _many(session, _select(session, *where).order_by(*_IN_ORDER))


def due_between(session: BookSession, start: datetime, end: datetime) -> list[FollowUp]:
    """Return what is open and due from ``start`` up to and without ``end``."""
    where = (FollowUpRow.state == "open", FollowUpRow.due_at >= start, FollowUpRow.due_at < end)
    return _many(session, _select(session, *where).order_by(*_IN_ORDER))


def done_since(session: BookSession, since: datetime) -> list[FollowUp]:
    """Return what was done since an instant, latest first."""
    where = (FollowUpRow.state == "done", FollowUpRow.done_at >= since)
    return _many(session, _select(session, *where).order_by(FollowUpRow.done_at.desc(), FollowUpRow.id))


def gifts_since(session: BookSession, since: datetime) -> list[FollowUp]:
    """Return the gifts that are open, or were ended since an instant."""
    lately = sa.or_(FollowUpRow.state == "open", FollowUpRow.done_at >= since)
    return _many(session, _select(session, FollowUpRow.kind == "gift", lately).order_by(*_IN_ORDER))


def escalated_between(session: BookSession, start: datetime, end: datetime) -> list[FollowUp]:
    """Return what went to the managers from ``start`` up to and without ``end``."""
    where = (FollowUpRow.escalated_at >= start, FollowUpRow.escalated_at < end)
    return _many(session, _select(session, *where).order_by(FollowUpRow.escalated_at, FollowUpRow.id))


QUEUED = "queued"
"""The event of a follow-up that was told of as nobody's; its detail is the hour whose message told of it."""


def queued_in(session: BookSession, hour: int) -> list[FollowUp]:
    """Return what the message of an hour told of as nobody's, longest overdue first."""
    told = sa.select(FollowUpEventRow.followup_id).where(
        FollowUpEventRow.workspace == session.workspace,
        FollowUpEventRow.what == QUEUED,
        FollowUpEventRow.detail == str(hour),
    )
    return _many(session, _select(session, FollowUpRow.id.in_(told)).order_by(*_IN_ORDER))


def caused_by(session: BookSession, prefix: str, *, joined: bool = False) -> list[FollowUp]:
    """Return what is open, or with ``joined`` seen to by another, and whose cause begins like ``issue:7:``."""
    still = FollowUpRow.state == "open"
    where = sa.or_(still, FollowUpRow.outcome == JOINED) if joined else still
    return _many(session, _select(session, where, FollowUpRow.cause.startswith(prefix, autoescape=True)))


def joined_to(session: BookSession, followup: FollowUp) -> list[FollowUp]:
    """Return the follow-ups that another one sees to as well, in the order in which they were joined to it."""
    where = (FollowUpRow.customer_id == followup.customer_id, FollowUpRow.outcome == JOINED)
    found = _many(session, _select(session, *where).order_by(FollowUpRow.id))
    return [each for each in found if each.details.get("into") == followup.id]


def free_cause(session: BookSession, prefix: str) -> None:
    """Let what was called off under causes that begin like this be caused again; what was done stays done once."""
    session.execute(
        sa.update(FollowUpRow)
        .where(
            FollowUpRow.workspace == session.workspace,
            FollowUpRow.cause.startswith(prefix, autoescape=True),
            FollowUpRow.state == "dropped",
            FollowUpRow.outcome == "cancelled",
        )
        .values(cause=sa.literal("off:") + sa.cast(FollowUpRow.id, sa.Text) + ":" + FollowUpRow.cause)
    )


def was_caused(session: BookSession, prefix: str) -> bool:
    """Say whether there is, or ever was, a follow-up whose cause begins like this."""
    where = (FollowUpRow.workspace == session.workspace, FollowUpRow.cause.startswith(prefix, autoescape=True))
    return session.scalar(sa.select(sa.exists().where(*where))) or False


def contacts_near(
    session: BookSession, customer_id: int, start: datetime, end: datetime, now: datetime
) -> list[FollowUp]:
    """Return what asks for a customer's time within a span: open and due or overdue then, or done then."""
    begun = FollowUpRow.due_at >= start if now < start else sa.true()
    open_then = (FollowUpRow.state == "open") & (FollowUpRow.due_at <= end) & begun
    done_then = (FollowUpRow.state == "done") & FollowUpRow.done_at.between(start, end)
    where = (
        FollowUpRow.customer_id == customer_id,
        FollowUpRow.kind.in_(sorted(CONTACTS)),
        sa.or_(open_then, done_then),
    )
    return _many(session, _select(session, *where).order_by(*_IN_ORDER))


def recurring(session: BookSession, customer_id: int) -> list[FollowUp]:
    """Return a customer's open follow-ups that come again and again."""
    where = (
        FollowUpRow.customer_id == customer_id,
        FollowUpRow.state == "open",
        FollowUpRow.rrule.is_not(None),
    )
    return _many(session, _select(session, *where))


def promised_since(session: BookSession, since: datetime) -> list[FollowUp]:
    """Return the promises to customers that were due, done or dropped since an instant, and those still open."""
    lately = sa.or_(FollowUpRow.state == "open", FollowUpRow.done_at >= since, FollowUpRow.due_at >= since)
    return _many(session, _select(session, FollowUpRow.promised.is_(True), lately).order_by(*_IN_ORDER))


def some(session: BookSession, ids: Iterable[int]) -> list[FollowUp]:
    """Return several follow-ups by id, soonest first."""
    return _many(session, _select(session, FollowUpRow.id.in_(sorted(set(ids)))).order_by(*_IN_ORDER))


def next_wake(session: BookSession) -> datetime | None:
    """Return when the next follow-up of any workspace wakes."""
    return session.scalar(sa.select(sa.func.min(FollowUpRow.wake_at)))


def promise_figures(session: BookSession, since: datetime, now: datetime) -> PromiseFigures:
    """Return how the team's promises since an instant stand: kept, told in time, late, broken (P127)."""
    return figures(promised_since(session, since), now)


_is_of = (FollowUpRow.workspace == FollowUpEventRow.workspace) & (FollowUpRow.id == FollowUpEventRow.followup_id)


def traced_since(session: BookSession, start: datetime) -> list[Traced]:
    """Return what was due since an instant, was ended since, or is open, each with who had it when."""
    lately = sa.or_(FollowUpRow.state == "open", FollowUpRow.due_at >= start, FollowUpRow.done_at >= start)
    found = _many(session, _select(session, lately).order_by(*_IN_ORDER))
    change = sa.orm.aliased(FollowUpEventRow)
    changed_hands = sa.exists().where(
        change.workspace == session.workspace,
        change.followup_id == FollowUpRow.id,
        change.what.in_(sorted({*CHANGES_OWNER} - {"set"})),
    )
    whose = (
        sa.select(FollowUpEventRow)
        .join(FollowUpRow, _is_of)
        .where(
            FollowUpRow.workspace == session.workspace,
            lately,
            changed_hands,  # of the others, whoever has it had it
            FollowUpEventRow.what.in_(CHANGES_OWNER),
        )
        .order_by(FollowUpEventRow.at, FollowUpEventRow.id)
    )
    events: dict[int, list[Event]] = {}
    for row in session.scalars(whose):
        events.setdefault(row.followup_id, []).append(Event(row.at, row.by, row.what, row.detail))
    return [Traced(each, events.get(each.id, ())) for each in found]
