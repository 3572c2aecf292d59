"""What the calendar makes happen: birthdays, and regulars who begin to stay away."""

from datetime import date, datetime, time

from bot.domain import digests
from bot.domain.calendars import localise, wall
from bot.domain.customers import days_to_birthday
from bot.domain.digests import GRACE_DAYS, LONGER_THAN_USUAL, Slipping
from bot.domain.workspaces import Workspace
from bot.services import playbooks
from bot.store import customers, staff, visits
from bot.store.database import BookSession

HOUR = time(8)
"""When a workspace's day is looked at, on its own clock."""

FRESH_DAYS = 7
"""Who began to stay away longer ago is in the digest; a follow-up for each of them at once would only pester."""


def begins_at(workspace: Workspace, now: datetime) -> datetime:
    """Return the instant from which on today's occasions are looked at."""
    return localise(datetime.combine(workspace.today(now), HOUR), workspace.zone)


def of_the_day(session: BookSession, now: datetime) -> int:
    """Run the playbooks for today's birthdays and for who began to slip away; return how many follow-ups are new.

    May run any number of times a day: a birthday has one cause in its year, an absence one in its time.
    """
    today = wall(now, staff.workspace(session).zone).date()
    return _birthdays(session, today, now) + _slipping(session, today, now)


def _birthdays(session: BookSession, today: date, now: datetime) -> int:
    keep = [one for one in customers.everybody(session) if days_to_birthday(one.birthday, today) == 0]
    made = [playbooks.run(session, "birthday", one, "", {}, now, about=f"{one.id}:{today.year}") for one in keep]
    return sum(map(len, made))


def _slipping(session: BookSession, today: date, now: datetime) -> int:
    fresh = {each.customer_id: each for each in digests.slipping(visits.rhythms(session), today) if _began(each)}
    made = [
        playbooks.run(
            session,
            "slipping",
            one,
            "",
            {"days": str(fresh[one.id].gap)},
            now,
            about=f"{one.id}:{fresh[one.id].last}",
        )
        for one in customers.get_many(session, fresh)
    ]
    return sum(map(len, made))


def _began(away: Slipping) -> bool:
    return away.gap <= max(GRACE_DAYS, away.usual * LONGER_THAN_USUAL) + FRESH_DAYS
