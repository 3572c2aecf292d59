"""The digest: who waits, what slips, who shone; people first, and sales nowhere.

What it must hold is listed in PRACTICES.md, “What the sources say the manager's digest must contain”.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from statistics import median

from bot.domain.calendars import Workplace, localise, wall
from bot.domain.completion import Completion
from bot.domain.coupons import CouponFigures
from bot.domain.customers import Customer, days_to_birthday
from bot.domain.delivery import Trouble
from bot.domain.errors import Refusal
from bot.domain.followups import FollowUp
from bot.domain.issues import Issue
from bot.domain.kudos import Kudos
from bot.domain.policy import Role
from bot.domain.promises import PromiseFigures
from bot.domain.rota import workplace
from bot.domain.workspaces import Staff, Workspace, known_zone

LATEST = timedelta(hours=12)
"""After so long a morning's digest is not sent any more; the next one comes anyway (rule 11)."""

REGULAR_FROM = 4
"""A rhythm takes at least so many visits."""

LONGER_THAN_USUAL = 1.5
"""From so many times the own rhythm on, a regular is slipping away (P46)."""

GRACE_DAYS = 7
"""Less than a week is never slipping away: who comes daily also goes on holiday."""

LEDGER = timedelta(days=7)

FARTHEST = timedelta(days=366)
"""So far ahead a next digest is looked for; a shop may be closed for a season."""

GONE_AFTER = 10
"""After so many times the own rhythm somebody is gone, and no longer slipping."""


class GoneTrouble(Refusal):
    """Somebody has decided on that message already, or it arrived in the end."""


class NotASection(Refusal):
    """I can't show that list any more. Type `/digest` for today's."""


@dataclass(frozen=True)
class Slipping:
    """A regular who stays away: days since the last visit, against the usual gap in days."""

    customer_id: int
    last: date
    gap: int
    usual: int


@dataclass(frozen=True)
class Missed:
    """A regular slipping away, by name."""

    customer: Customer
    away: Slipping


@dataclass(frozen=True)
class Birthday:
    """Whose birthday it is within a week; 0 days is today."""

    customer: Customer
    days: int


@dataclass(frozen=True)
class Came:
    """Who came in on a day, and on how many of those visits a third greeting by name was reached (P82)."""

    day: date
    customers: tuple[Customer, ...] = ()
    visits: int = 0
    third_greetings: int = 0


@dataclass(frozen=True)
class Digest:
    """Everything a digest tells, for one person; ``whole`` is a manager's, with what concerns the others."""

    viewer: str
    zone: str
    now: datetime
    whole: bool
    came: Came
    issues: tuple[Issue, ...] = ()
    promises: tuple[FollowUp, ...] = ()
    due: tuple[FollowUp, ...] = ()
    overdue: tuple[FollowUp, ...] = ()
    done: tuple[FollowUp, ...] = ()
    missed: tuple[Missed, ...] = ()
    birthdays: tuple[Birthday, ...] = ()
    kudos: tuple[Kudos, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    ledger: PromiseFigures | None = None
    """The team's promises of the last `LEDGER` days; never of one person beside another (P127)."""
    completion: Completion | None = None
    """The team's follow-ups of the last seven days."""
    coupons: CouponFigures | None = None

    @property
    def today(self) -> date:
        """Return the viewer's local date."""
        return wall(self.now, self.zone).date()


def slipping(days: Mapping[int, Sequence[date]], today: date) -> tuple[Slipping, ...]:
    """Return the regulars who stay away for longer than their own rhythm, the most faithful first (P46).

    ``days`` holds the distinct days on which each customer came, oldest first. The usual gap is the median.
    """
    found = [(each, len(came)) for customer, came in days.items() if (each := _slips(customer, came, today))]
    return tuple(each for each, _ in sorted(found, key=lambda one: (-one[1], -one[0].gap, one[0].customer_id)))


def _slips(customer_id: int, came: Sequence[date], today: date) -> Slipping | None:
    if len(came) < REGULAR_FROM:
        return None
    usual = median((after - before).days for before, after in pairwise(came))
    gap = (today - came[-1]).days
    if gap < GRACE_DAYS or not usual * LONGER_THAN_USUAL < gap <= max(usual, GRACE_DAYS) * GONE_AFTER:
        return None
    return Slipping(customer_id, came[-1], gap, round(usual))


def birthdays(customers: Sequence[Customer], today: date) -> tuple[Birthday, ...]:
    """Return who has a birthday within a week, the next first."""
    ahead = [(customer, days_to_birthday(customer.birthday, today)) for customer in customers]
    soon = [Birthday(customer, days) for customer, days in ahead if days is not None and days < 7]
    return tuple(sorted(soon, key=lambda each: (each.days, each.customer.name)))


def last_open_day(workplace: Workplace, today: date) -> date:
    """Return the last day before today on which the shop was open; after two closed weeks, yesterday."""
    before = [today - timedelta(days=ago) for ago in range(1, 15)]
    return next((day for day in before if workplace.spans_on(day)), before[0])


def start_of(day: date, zone: str) -> datetime:
    """Return the instant at which a local day begins."""
    return localise(datetime.combine(day, datetime.min.time()), zone)


def is_due(person: Staff, workspace: Workspace, now: datetime) -> date | None:
    """Return the local date whose digest a manager should get now, or None.

    Once for each local date, at the set time on their own clock: a time that daylight saving skips is the first
    moment after it, one that comes twice the first of the two. After downtime only today's. Nothing is sent for
    a time before the setup, so that nobody gets a digest the minute they are named, nor on a closed day.
    """
    today = _their_date(person, workspace, now)
    at = _comes_at(person, workspace, today)
    return today if at and at <= now < at + LATEST else None


def next_digest(person: Staff, workspace: Workspace, now: datetime) -> datetime | None:
    """Return the next instant at which a manager's digest becomes due; None when none comes within a year."""
    today = _their_date(person, workspace, now)
    ahead = (_comes_at(person, workspace, today + timedelta(days=days)) for days in range(FARTHEST.days))
    return next((at for at in ahead if at and at > now), None)


def _their_date(person: Staff, workspace: Workspace, now: datetime) -> date:
    return wall(now, known_zone(person.zone, workspace.zone)).date()


def _comes_at(person: Staff, workspace: Workspace, day: date) -> datetime | None:
    """Return the instant at which a local day's digest comes, or None when that day brings them none."""
    if person.role < Role.MANAGER or person.digest_muted or person.left_at:
        return None
    if (person.digest_on and person.digest_on >= day) or not workplace(workspace).spans_on(day):
        return None
    at = localise(datetime.combine(day, workspace.digest_at), known_zone(person.zone, workspace.zone))
    begun = max(filter(None, (workspace.set_up_at, person.welcomed_at)), default=None)
    return at if begun is None or begun < at else None
