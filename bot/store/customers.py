"""Customers, what is noted about them, and the names by which they are found."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from bot.domain.customers import Card, Customer, DueLine, IssueLine, Note
from bot.domain.names import Known, People, prepare
from bot.store import inbox, outbox, purchases, referrals
from bot.store.database import BookSession
from bot.store.tables import (
    CustomerRow,
    ErrandRow,
    FollowUpEventRow,
    FollowUpRow,
    GreetingRow,
    IssueRow,
    IssueUpdateRow,
    KudosRow,
    NoteRow,
    OutboxRow,
    PurchaseRow,
    ReferralRow,
    VisitRow,
    WorkspaceRow,
)


def _customer(row: CustomerRow) -> Customer:
    return Customer(
        id=row.id,
        name=row.name,
        also=tuple(row.also),
        say=row.say,
        address=row.address,
        phone=row.phone,
        email=row.email,
        birthday=row.birthday,
        best_time=row.best_time,
        person=row.person,
        tags=tuple(row.tags),
        do_not_contact=row.do_not_contact,
        welcome_back=row.welcome_back,
        added_at=row.added_at,
        added_by=row.added_by,
    )


def _mine(session: BookSession) -> sa.ColumnElement[bool]:
    return CustomerRow.workspace == session.workspace


def get(session: BookSession, customer_id: int) -> Customer | None:
    """Return a customer, or None when there is none with that id in this workspace."""
    row = session.held(CustomerRow, customer_id)
    return _customer(row) if row and row.workspace == session.workspace else None


def hold(session: BookSession, customer_id: int) -> None:
    """Let another request about the same customer wait until this one is written down."""
    row = sa.select(CustomerRow.id).where(_mine(session), CustomerRow.id == customer_id)
    session.execute(row.with_for_update())


def get_many(session: BookSession, ids: Iterable[int]) -> list[Customer]:
    """Return customers in the order of the ids asked for; unknown ids are left out."""
    wanted = list(ids)
    rows = session.scalars(sa.select(CustomerRow).where(_mine(session), CustomerRow.id.in_(wanted)))
    found = {row.id: _customer(row) for row in rows}
    return [found[i] for i in wanted if i in found]


def everybody(session: BookSession) -> list[Customer]:
    """Return all customers, by name."""
    rows = session.scalars(sa.select(CustomerRow).where(_mine(session)).order_by(CustomerRow.name, CustomerRow.id))
    return [_customer(row) for row in rows]


def add(session: BookSession, name: str, by: str, now: datetime, **fields: Any) -> Customer:
    """Add a customer and return it."""
    insert = sa.insert(CustomerRow).values(
        workspace=session.workspace, name=name, added_by=by, added_at=now, **_plain(fields)
    )
    row = session.scalars(insert.returning(CustomerRow)).one()
    _names_changed(session)
    return _customer(row)


def change(session: BookSession, customer_id: int, **fields: Any) -> None:
    """Set columns of a customer."""
    session.execute(
        sa.update(CustomerRow).where(_mine(session), CustomerRow.id == customer_id).values(**_plain(fields))
    )
    if fields.keys() & {"name", "also", "phone", "email", "say"}:
        _names_changed(session)


def _plain(fields: dict[str, Any]) -> dict[str, Any]:
    return {key: list(value) if isinstance(value, tuple) else value for key, value in fields.items()}


def _names_changed(session: BookSession) -> None:
    session.info["names_changed"] = True
    where = WorkspaceRow.id == session.workspace
    session.execute(sa.update(WorkspaceRow).where(where).values(names_version=WorkspaceRow.names_version + 1))


def people(session: BookSession) -> People:
    """Return everybody as far as finding goes.

    Preparing folds each name, so the result is kept in memory until a name changes; the version that tells is
    raised in the same transaction, by whichever process. A session that has itself changed a name does not fill
    the cache, because its transaction may yet fail.
    """
    workspace = session.held(WorkspaceRow, session.workspace)  # older than the names read after it, never newer
    version = workspace.names_version if workspace else 0
    cache: dict[str, _Kept] = session.info["caches"].setdefault("names", {})
    kept = cache.get(session.workspace)
    if kept and kept.version == version:
        return kept.people
    marks, everyone = _renewed(session, kept)
    if not session.info.get("names_changed"):
        cache[session.workspace] = _Kept(version, marks, everyone)
    return everyone


@dataclass(frozen=True)
class _Kept:
    """A workspace's names as they were at a version, and a mark of each row by which its change is seen."""

    version: int
    marks: dict[int, int]
    people: People


def _renewed(session: BookSession, kept: _Kept | None) -> tuple[dict[int, int], People]:
    """Return the marks and the index of all names; only who is new or has changed is prepared and put into it.

    Of 20,000 rows none is kept as an object, which would make Python look through its whole memory for garbage.
    """
    before, marks, changed = kept.marks if kept else {}, {}, []
    for row in session.execute(_names(session)):
        number, mark = row[0], hash(row)
        marks[number] = mark
        if before.get(number) != mark:
            changed.append(prepare(Known(number, row.name, _also(row.also), row.phone, row.email, row.say)))
    if kept and before.keys() <= marks.keys():
        return marks, kept.people.renewed(changed)
    stayed = {person.id: person for person in kept.people if person.id in marks} if kept else {}
    return marks, People((stayed | {person.id: person for person in changed}).values())


def _names(session: BookSession) -> sa.Executable:
    also = sa.cast(CustomerRow.also, sa.Text).label("also")  # as JSON, since few need to be read
    columns = (CustomerRow.id, CustomerRow.name, also, CustomerRow.phone, CustomerRow.email, CustomerRow.say)
    named = sa.select(*columns).where(_mine(session)).order_by(CustomerRow.id)
    return named.execution_options(yield_per=500)


def _also(written: str) -> tuple[str, ...]:
    return tuple(json.loads(written))


def note(session: BookSession, customer_id: int, text: str, source: str, by: str, now: datetime) -> None:
    """Write a note on a customer's card."""
    values = {"customer_id": customer_id, "text": text, "source": source, "by": by, "at": now}
    session.execute(sa.insert(NoteRow).values(workspace=session.workspace, **values))


def notes(session: BookSession, customer_id: int) -> tuple[Note, ...]:
    """Return a customer's notes, newest first."""
    rows = session.scalars(
        sa.select(NoteRow)
        .where(NoteRow.workspace == session.workspace, NoteRow.customer_id == customer_id)
        .order_by(NoteRow.at.desc(), NoteRow.id.desc())
    )
    return tuple(Note(row.id, row.text, row.source, row.at, row.by) for row in rows)


def card(session: BookSession, customer: Customer) -> Card:
    """Return everything a card shows."""
    visits, last = _visits(session, customer.id)
    sent_by, sent = referrals.names(session, customer.id)
    return Card(
        customer=customer,
        notes=notes(session, customer.id),
        visits=visits,
        last_visit=last,
        issues=_open_issues(session, customer.id),
        due=_open_followups(session, customer.id),
        bought=purchases.last_bought(session, customer.id),
        sent_by=sent_by,
        sent=sent,
    )


def _visits(session: BookSession, customer_id: int) -> tuple[int, datetime | None]:
    counted = session.execute(
        sa.select(sa.func.count(), sa.func.max(VisitRow.at)).where(
            VisitRow.workspace == session.workspace,
            VisitRow.customer_id == customer_id,
            VisitRow.undone_at.is_(None),
        )
    ).one()
    return counted[0], counted[1]


def _open_issues(session: BookSession, customer_id: int) -> tuple[IssueLine, ...]:
    rows = session.scalars(
        sa.select(IssueRow)
        .where(
            IssueRow.workspace == session.workspace,
            IssueRow.customer_id == customer_id,
            IssueRow.resolved_at.is_(None),
        )
        .order_by(IssueRow.opened_at)
    )
    return tuple(IssueLine(r.id, r.story, r.owner, r.opened_at, r.due_at, r.feels) for r in rows)


def _open_followups(session: BookSession, customer_id: int) -> tuple[DueLine, ...]:
    rows = session.scalars(
        sa.select(FollowUpRow)
        .where(
            FollowUpRow.workspace == session.workspace,
            FollowUpRow.customer_id == customer_id,
            FollowUpRow.state == "open",
        )
        .order_by(FollowUpRow.due_at)
    )
    return tuple(DueLine(r.id, r.kind, r.text, r.owner, r.due_at, r.promised, r.details) for r in rows)


def everything(session: BookSession, customer_id: int) -> dict[str, list[dict[str, Any]]]:
    """Return every row that is about a customer, as plain values, for their privacy request."""
    out: dict[str, list[dict[str, Any]]] = {}
    about: dict[str, tuple[Any, Any]] = {
        "customer": (CustomerRow, CustomerRow.id),
        "notes": (NoteRow, NoteRow.customer_id),
        "visits": (VisitRow, VisitRow.customer_id),
        "purchases": (PurchaseRow, PurchaseRow.customer_id),
        "referrals": (ReferralRow, ReferralRow.customer_id),
        "sent_by": (ReferralRow, ReferralRow.friend_id),
        "issues": (IssueRow, IssueRow.customer_id),
        "issue_updates": (IssueUpdateRow, _issue_of(IssueUpdateRow.issue_id)),
        "followups": (FollowUpRow, FollowUpRow.customer_id),
        "followup_events": (FollowUpEventRow, _followup_of(FollowUpEventRow.followup_id)),
        "kudos": (KudosRow, KudosRow.customer_id),
    }
    for name, (table, column) in about.items():
        found = session.execute(
            sa.select(sa.inspect(table).local_table).where(
                table.workspace == session.workspace, column == customer_id
            )
        )
        out[name] = [dict(row) for row in found.mappings()]
    return out


def _issue_of(issue_id: Any) -> Any:
    return sa.select(IssueRow.customer_id).where(IssueRow.id == issue_id).scalar_subquery()


def _followup_of(followup_id: Any) -> Any:
    return sa.select(FollowUpRow.customer_id).where(FollowUpRow.id == followup_id).scalar_subquery()


def _ids(session: BookSession, table: Any, customer_id: int) -> sa.Select[tuple[int]]:
    where = (table.workspace == session.workspace, table.customer_id == customer_id)
    return sa.select(table.id).where(*where)


def _letters_about(session: BookSession, customer_id: int) -> sa.ColumnElement[bool]:
    """Return the outbox rows whose message is about a customer, by the kind of thing each message tells."""
    tells = {"visit": VisitRow, "issue": IssueRow, "followup": FollowUpRow, "kudos": KudosRow}
    parts = [
        OutboxRow.kind.startswith(word) & OutboxRow.about.in_(_ids(session, table, customer_id))
        for word, table in tells.items()
    ]
    parts.append(OutboxRow.kind.startswith("customer") & (OutboxRow.about == customer_id))
    return sa.and_(OutboxRow.workspace == session.workspace, sa.or_(*parts))


def erase(session: BookSession, customer_id: int, now: datetime) -> None:
    """Erase a customer everywhere: rows, search keys, outbox, errands, and the answers kept for repeats.

    Messages that stand in Slack are deleted there by the courier, from rows that no longer say whose they were.
    Kudos stay as praise of a colleague, without the customer; their story is blanked, since it may tell a name.
    """
    workspace = session.workspace
    about = _letters_about(session, customer_id)
    outbox.forget(session, about, now)
    followups = _ids(session, FollowUpRow, customer_id)
    session.execute(sa.delete(FollowUpEventRow).where(FollowUpEventRow.followup_id.in_(followups)))
    session.execute(sa.delete(GreetingRow).where(GreetingRow.visit_id.in_(_ids(session, VisitRow, customer_id))))
    sent = sa.or_(ReferralRow.customer_id == customer_id, ReferralRow.friend_id == customer_id)
    session.execute(sa.delete(ReferralRow).where(ReferralRow.workspace == workspace, sent))
    for table in (NoteRow, PurchaseRow, VisitRow, IssueRow, FollowUpRow):
        session.execute(sa.delete(table).where(table.workspace == workspace, table.customer_id == customer_id))
    session.execute(
        sa.update(KudosRow)
        .where(KudosRow.workspace == workspace, KudosRow.customer_id == customer_id)
        .values(customer_id=None, story="(erased)")
    )
    session.execute(sa.delete(ErrandRow).where(ErrandRow.workspace == workspace))
    inbox.forget_answers(session)
    session.execute(sa.delete(CustomerRow).where(_mine(session), CustomerRow.id == customer_id))
    session.info["erased"] = True
    _names_changed(session)


def last_visits(session: BookSession, ids: list[int]) -> dict[int, datetime]:
    """Return when each of these customers came last."""
    rows = session.execute(
        sa.select(VisitRow.customer_id, sa.func.max(VisitRow.at))
        .where(
            VisitRow.workspace == session.workspace, VisitRow.customer_id.in_(ids), VisitRow.undone_at.is_(None)
        )
        .group_by(VisitRow.customer_id)
    )
    return {row[0]: row[1] for row in rows}


def recent_visit_ids(session: BookSession, customer_id: int) -> list[int]:
    """Return the last few visits, whose messages may still be looked at."""
    where = (VisitRow.workspace == session.workspace, VisitRow.customer_id == customer_id)
    return list(session.scalars(sa.select(VisitRow.id).where(*where).order_by(VisitRow.id.desc()).limit(3)))
