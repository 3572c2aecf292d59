"""What the calendar makes happen: birthdays, and regulars who begin to stay away."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from bot.domain.calendars import localise
from bot.domain.customers import Customer, days_to_birthday
from bot.domain.digests import GRACE_DAYS, LONGER_THAN_USUAL, Slipping, slipping
from bot.domain.workspaces import Workspace

HOUR = time(8)
"""When a workspace's day is looked at, on its own clock."""

FRESH_DAYS = 7
"""Who began to stay away longer ago is in the digest; a follow-up for each of them at once would only pester."""


@dataclass(frozen=True)
class Happening:
    """Something that a day brings to a customer: an event of the playbooks, and what it is about."""

    event: str
    about: str
    customer: Customer
    facts: Mapping[str, str] = field(default_factory=dict)


def of_day(everybody: Sequence[Customer], came: Mapping[int, Sequence[date]], day: date) -> tuple[Happening, ...]:
    """Return what a local day brings, if nobody comes in before.

    A birthday has one cause in its year and an absence one in its time, so a day may be looked at again and again.
    ``came`` holds the distinct days on which each customer came, oldest first.
    """
    return (*_birthdays(everybody, day), *_absences(everybody, came, day))


def _birthdays(everybody: Sequence[Customer], day: date) -> Iterator[Happening]:
    for one in everybody:
        if days_to_birthday(one.birthday, day) == 0:
            yield Happening("birthday", f"{one.id}:{day.year}", one)


def _absences(everybody: Sequence[Customer], came: Mapping[int, Sequence[date]], day: date) -> Iterator[Happening]:
    known = {one.id: one for one in everybody}
    for away in slipping(came, day):
        if away.customer_id in known and _began(away):
            about, facts = f"{away.customer_id}:{away.last}", {"days": str(away.gap)}
            yield Happening("slipping", about, known[away.customer_id], facts)


def _began(away: Slipping) -> bool:
    return away.gap <= max(GRACE_DAYS, away.usual * LONGER_THAN_USUAL) + FRESH_DAYS


def begins_at(workspace: Workspace, day: date) -> datetime:
    """Return the instant from which on a day's occasions are looked at."""
    return localise(datetime.combine(day, HOUR), workspace.zone)


def days_between(workspace: Workspace, now: datetime, until: datetime) -> Iterator[date]:
    """Yield the local days that begin to be looked at after ``now`` and before ``until``."""
    day = workspace.today(now)
    while (at := begins_at(workspace, day)) < until:
        if at > now:
            yield day
        day += timedelta(days=1)
