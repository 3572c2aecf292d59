"""The tables. Rows never leave the store: its functions answer with domain dataclasses.

Every row has its workspace, and every reference between two rows of a workspace names the workspace as well,
so that the database itself refuses a reference across workspaces (RELIABILITY.md, rule 21). Instants are UTC;
a naive datetime is refused. What a person meant is kept beside them as local wall time and zone (rule 18).
"""

from datetime import UTC, date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Instant(sa.TypeDecorator[datetime]):
    """A moment: aware in Python, UTC in the database; a naive datetime is a bug and is refused."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        """Refuse a naive value; store UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"naive datetime {value!r}: an instant has a time zone")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        """Give UTC back."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


class Base(DeclarativeBase):
    """The base of all tables; constraint names are fixed so that migrations can speak of them."""

    metadata = sa.MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy reads it from the class
        datetime: Instant,
        dict[str, Any]: sa.JSON,
        list[str]: sa.JSON,
        str: sa.Text,
        int: sa.Integer,
    }


def _own(*columns: str, to: str) -> sa.ForeignKeyConstraint:
    """A reference that cannot leave its workspace."""
    return sa.ForeignKeyConstraint(["workspace", *columns], [f"{to}.workspace", f"{to}.id"], ondelete="CASCADE")


class WorkspaceRow(Base):
    """A Slack team and what its manager decided in ``/regulars setup``."""

    __tablename__ = "workspaces"
    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(server_default="")
    zone: Mapped[str] = mapped_column(server_default="UTC")
    floor_channel: Mapped[str | None]
    kudos_channel: Mapped[str | None]
    managers_channel: Mapped[str | None]
    digest_at: Mapped[str] = mapped_column(server_default="08:30")
    settings: Mapped[dict[str, Any]] = mapped_column(server_default="{}")
    set_up_at: Mapped[datetime | None]
    defaults_told_at: Mapped[datetime | None]
    names_version: Mapped[int] = mapped_column(server_default="0")


class StaffRow(Base):
    """Somebody of the team, as Slack describes them and as the manager ranks them."""

    __tablename__ = "staff"
    workspace: Mapped[str] = mapped_column(sa.ForeignKey("workspaces.id"), primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    zone: Mapped[str]
    locale: Mapped[str] = mapped_column(server_default="en-US")
    role: Mapped[str] = mapped_column(server_default="staff")
    looked_at: Mapped[datetime]
    welcomed_at: Mapped[datetime | None]
    home_opened_at: Mapped[datetime | None]
    left_at: Mapped[datetime | None]
    shifts: Mapped[dict[str, Any]] = mapped_column(server_default="{}")
    stand_in: Mapped[str | None]
    digest_on: Mapped[date | None]
    digest_muted: Mapped[bool] = mapped_column(server_default=sa.false())


class CustomerRow(Base):
    """A customer: one required field, the name."""

    __tablename__ = "customers"
    __table_args__ = (sa.UniqueConstraint("workspace", "id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    workspace: Mapped[str] = mapped_column(sa.ForeignKey("workspaces.id"), index=True)
    name: Mapped[str]
    also: Mapped[list[str]] = mapped_column(server_default="[]")
    say: Mapped[str | None]
    address: Mapped[str | None]
    phone: Mapped[str | None]
    email: Mapped[str | None]
    birthday: Mapped[str | None]
    best_time: Mapped[str | None]
    person: Mapped[str | None]
    tags: Mapped[list[str]] = mapped_column(server_default="[]")
    do_not_contact: Mapped[bool] = mapped_column(server_default=sa.false())
    welcome_back: Mapped[str | None]
    added_at: Mapped[datetime]
    added_by: Mapped[str]


class NoteRow(Base):
    """Something to know about a customer, with where it comes from (P40)."""

    __tablename__ = "notes"
    __table_args__ = (_own("customer_id", to="customers"), sa.Index(None, "workspace", "customer_id"))
    id: Mapped[int] = mapped_column(primary_key=True)
    workspace: Mapped[str]
    customer_id: Mapped[int]
    text: Mapped[str]
    source: Mapped[str]
    at: Mapped[datetime]
    by: Mapped[str]


class VisitRow(Base):
    """A customer came in."""

    __tablename__ = "visits"
    __table_args__ = (
        sa.UniqueConstraint("workspace", "id"),
        _own("customer_id", to="customers"),
        sa.Index(None, "workspace", "customer_id", "at"),
        sa.Index(None, "workspace", "day"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    workspace: Mapped[str]
    customer_id: Mapped[int]
    at: Mapped[datetime]
    day: Mapped[date]
    by: Mapped[str]
    touchpoint: Mapped[str | None]
    undone_at: Mapped[datetime | None]
    welcomed_back: Mapped[str | None]


class GreetingRow(Base):
    """Somebody greeted the customer by name during a visit."""

    __tablename__ = "greetings"
    __table_args__ = (
        sa.PrimaryKeyConstraint("workspace", "visit_id", "by"),
        _own("visit_id", to="visits"),
    )
    workspace: Mapped[str]
    visit_id: Mapped[int]
    by: Mapped[str]
    at: Mapped[datetime]


class PurchaseRow(Base):
    """What a customer spent on a visit, in hundredths of the workspace's currency."""

    __tablename__ = "purchases"
    __table_args__ = (
        _own("customer_id", to="customers"),
        _own("visit_id", to="visits"),
        sa.Index(None, "workspace", "customer_id"),
        sa.Index(None, "workspace", "visit_id"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    workspace: Mapped[str]
    customer_id: Mapped[int]
    visit_id: Mapped[int]
    spent: Mapped[int] = mapped_column(sa.BigInteger)
    what: Mapped[str | None]
    at: Mapped[datetime]
    by: Mapped[str]
    undone_at: Mapped[datetime | None]


class ReferralRow(Base):
    """A customer sent us a friend (P122); the friend may not be known yet."""

    __tablename__ = "referrals"
    __table_args__ = (
        sa.UniqueConstraint("workspace", "friend_id"),
        _own("customer_id", to="customers"),
        _own("friend_id", to="customers"),
        _own("visit_id", to="visits"),
        sa.Index(None, "workspace", "customer_id"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    workspace: Mapped[str]
    customer_id: Mapped[int]
    friend_id: Mapped[int | None]
    visit_id: Mapped[int | None]
    at: Mapped[datetime]
    by: Mapped[str]


class IssueRow(Base):
    """Something went wrong for a customer; feeling and problem stand apart (P25)."""

    __tablename__ = "issues"
    __table_args__ = (
        sa.UniqueConstraint("workspace", "id"),
        _own("customer_id", to="customers"),
        sa.Index(None, "workspace", "customer_id"),
        sa.Index(None, "workspace", "resolved_at"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    workspace: Mapped[str]
    customer_id: Mapped[int]
    story: Mapped[str]
    feels: Mapped[str | None]
    wants: Mapped[str | None]
    next_step: Mapped[str | None]
    owner: Mapped[str]
    due_at: Mapped[datetime | None]
    opened_at: Mapped[datetime]
    opened_by: Mapped[str]
    told_at: Mapped[datetime | None]
    agreed_at: Mapped[datetime | None]
    """When the customer confirmed what was read back to them (P27)."""
    agreed_by: Mapped[str | None]
    resolved_at: Mapped[datetime | None]
    resolved_by: Mapped[str | None]
    on_the_spot: Mapped[bool] = mapped_column(server_default=sa.false())
    verdict: Mapped[str | None]
    customer_said: Mapped[str | None]
    reopened: Mapped[int] = mapped_column(server_default="0")


class IssueUpdateRow(Base):
    """What a customer was told about their issue, by whom and when (P126)."""

    __tablename__ = "issue_updates"
    __table_args__ = (_own("issue_id", to="issues"), sa.Index(None, "workspace", "issue_id"))
    id: Mapped[int] = mapped_column(primary_key=True)
    workspace: Mapped[str]
    issue_id: Mapped[int]
    at: Mapped[datetime]
    by: Mapped[str]
    what: Mapped[str]


class FollowUpRow(Base):
    """Something to do for a customer at a moment; a promise when the customer was told."""

    __tablename__ = "followups"
    __table_args__ = (
        sa.UniqueConstraint("workspace", "id"),
        sa.UniqueConstraint("workspace", "cause"),
        _own("customer_id", to="customers"),
        sa.Index(None, "workspace", "customer_id", "reminded_at"),
        sa.Index(None, "workspace", "owner", "state"),
        sa.Index("ix_followups_wake", "wake_at", postgresql_where=sa.text("wake_at IS NOT NULL"),
                 sqlite_where=sa.text("wake_at IS NOT NULL")),
    )  # fmt: skip
    id: Mapped[int] = mapped_column(primary_key=True)
    workspace: Mapped[str]
    customer_id: Mapped[int]
    kind: Mapped[str]
    text: Mapped[str]
    state: Mapped[str]
    owner: Mapped[str | None]
    created_by: Mapped[str]
    created_at: Mapped[datetime]
    due_at: Mapped[datetime]
    due_local: Mapped[str]
    zone: Mapped[str]
    rrule: Mapped[str | None]
    anchor: Mapped[str | None]
    wake_at: Mapped[datetime | None]
    """The next instant at which the clock has something to do for it; NULL when it rests."""
    wake_for: Mapped[str | None]
    """What it does then: remind, warn, again, escalate, come_back."""
    reminded_at: Mapped[datetime | None]
    asked_again_at: Mapped[datetime | None]
    escalated_at: Mapped[datetime | None]
    tries: Mapped[int] = mapped_column(server_default="0")
    snoozes: Mapped[int] = mapped_column(server_default="0")
    promised: Mapped[bool] = mapped_column(server_default=sa.false())
    told_at: Mapped[datetime | None]
    handed_to: Mapped[str | None]
    handed_at: Mapped[datetime | None]
    issue_id: Mapped[int | None]
    cause: Mapped[str | None]
    details: Mapped[dict[str, Any]] = mapped_column(server_default="{}")
    outcome: Mapped[str | None]
    done_at: Mapped[datetime | None]
    done_by: Mapped[str | None]


class FollowUpEventRow(Base):
    """What happened to a follow-up, one line each, oldest first."""

    __tablename__ = "followup_events"
    __table_args__ = (
        _own("followup_id", to="followups"),
        sa.Index(None, "workspace", "followup_id"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    workspace: Mapped[str]
    followup_id: Mapped[int]
    at: Mapped[datetime]
    by: Mapped[str | None]
    what: Mapped[str]
    detail: Mapped[str | None]


class KudosRow(Base):
    """Somebody was caught doing something right."""

    __tablename__ = "kudos"
    __table_args__ = (
        sa.UniqueConstraint("workspace", "id"),
        sa.ForeignKeyConstraint(["workspace", "customer_id"], ["customers.workspace", "customers.id"]),
        sa.Index(None, "workspace", "at"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    workspace: Mapped[str]
    giver: Mapped[str]
    receivers: Mapped[list[str]]
    story: Mapped[str]
    customer_id: Mapped[int | None]
    link: Mapped[str | None]
    tags: Mapped[list[str]] = mapped_column(server_default="[]")
    at: Mapped[datetime]
    undone_at: Mapped[datetime | None]
    from_customer: Mapped[bool] = mapped_column(server_default=sa.false())
    """Whether these are the customer's own words, passed on by the giver (P43)."""


class ErrandRow(Base):
    """A command that waits for one answer, such as “which Dana?”; forgotten after a day."""

    __tablename__ = "errands"
    id: Mapped[int] = mapped_column(primary_key=True)
    workspace: Mapped[str]
    by: Mapped[str]
    kind: Mapped[str]
    facts: Mapped[dict[str, Any]]
    at: Mapped[datetime] = mapped_column(index=True)


_WAITING = sa.text("state = 'pending'")
_FLYING = sa.text("state = 'sending'")
ExactText = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
"""Text that sorts by its characters, so that an index can find everything with a given beginning."""


class OutboxRow(Base):
    """A message promised in the same transaction as the fact it tells (RELIABILITY.md, rule 4)."""

    __tablename__ = "outbox"
    __table_args__ = (
        sa.UniqueConstraint("workspace", "key"),
        # The claim walks the places that wait in the first, so it costs the same over any number of old rows.
        sa.Index("ix_outbox_waiting", "workspace", "to", "try_at", "id",
                 postgresql_where=_WAITING, sqlite_where=_WAITING),
        sa.Index("ix_outbox_due", "try_at", postgresql_where=_WAITING, sqlite_where=_WAITING),
        sa.Index("ix_outbox_flying", "workspace", "to", "lease_until",
                 postgresql_where=_FLYING, sqlite_where=_FLYING),
        sa.Index("ix_outbox_trouble", "workspace", "id",
                 postgresql_where=sa.text("state IN ('dead', 'unclear')"),
                 sqlite_where=sa.text("state IN ('dead', 'unclear')")),
        sa.Index("ix_outbox_folded", "folded_into", postgresql_where=sa.text("folded_into IS NOT NULL"),
                 sqlite_where=sa.text("folded_into IS NOT NULL")),
        sa.Index(None, "workspace", "channel", "ts"),
    )  # fmt: skip
    id: Mapped[int] = mapped_column(primary_key=True)
    workspace: Mapped[str]
    key: Mapped[str] = mapped_column(ExactText)
    kind: Mapped[str]
    about: Mapped[int]
    to: Mapped[str]
    state: Mapped[str]
    try_at: Mapped[datetime]
    not_after: Mapped[datetime | None]
    mark: Mapped[str]
    """The opaque key in the message's metadata, by which a doubtful message is looked for."""
    wanted: Mapped[int] = mapped_column(server_default="0")
    """How often the message should have changed since it was promised; above ``shown`` it is out of date."""
    shown: Mapped[int] = mapped_column(server_default="0")
    tries: Mapped[int] = mapped_column(server_default="0")
    in_doubt: Mapped[bool] = mapped_column(server_default=sa.false())
    owner: Mapped[str | None]
    lease_until: Mapped[datetime | None]
    """In real time, as is everything in `LaneRow`: turning the playground's clock ends no lease."""
    channel: Mapped[str | None]
    ts: Mapped[str | None]
    """NULL until it stands; a file has its id here, and a Home, which has neither, an empty text."""
    promised_at: Mapped[datetime]
    begun_at: Mapped[datetime | None]
    said_at: Mapped[datetime | None]
    trouble: Mapped[str | None]
    folded_into: Mapped[int | None]
    """The row of the message “while I was away” that tells this one (rule 11)."""


class LaneRow(Base):
    """How fast one may speak in a place, or call a method, and until when it is left alone; in real time."""

    __tablename__ = "lanes"
    workspace: Mapped[str] = mapped_column(primary_key=True)
    place: Mapped[str] = mapped_column(primary_key=True)
    busy_until: Mapped[datetime | None]
    """What was said so far, spread out at the pace of one message after another, reaches until here."""
    rests_until: Mapped[datetime | None]
    channel: Mapped[str | None]
    """The channel of somebody's direct messages, learned from what was said there."""


class PulseRow(Base):
    """When one of the clock's jobs last gave a sign of life, in real time."""

    __tablename__ = "pulses"
    name: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime]


class InboxRow(Base):
    """A request that was carried out, with the answer it got, so that a repeat gets the same (rule 2)."""

    __tablename__ = "inbox"
    workspace: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(index=True)
    answer: Mapped[dict[str, Any] | None] = mapped_column(sa.JSON(none_as_null=True))


class AuditRow(Base):
    """Who did what to which object, and when; never what a customer said (rule 28)."""

    __tablename__ = "audit"
    __table_args__ = (sa.Index(None, "workspace", "at"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    workspace: Mapped[str]
    at: Mapped[datetime]
    by: Mapped[str]
    what: Mapped[str]
    object: Mapped[str]
