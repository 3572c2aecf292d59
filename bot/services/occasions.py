"""What the calendar makes happen: birthdays, and regulars who begin to stay away."""

from datetime import date, datetime

from bot.domain import occasions as rules
from bot.domain.calendars import wall
from bot.domain.occasions import Happening
from bot.domain.playbooks import cause_of
from bot.domain.workspaces import Workspace
from bot.services import playbooks
from bot.store import customers, followups, staff, visits
from bot.store.database import BookSession


def begins_at(workspace: Workspace, now: datetime) -> datetime:
    """Return the instant from which on today's occasions are looked at."""
    return rules.begins_at(workspace, workspace.today(now))


def of_the_day(session: BookSession, now: datetime) -> int:
    """Run the playbooks for today's birthdays and for who began to slip away; return how many follow-ups are new.

    May run any number of times a day: a birthday has one cause in its year, an absence one in its time.
    """
    today = wall(now, staff.workspace(session).zone).date()
    made = [
        playbooks.run(session, each.event, each.customer, "", each.facts, now, about=each.about)
        for each in _of(session, today)
    ]
    return sum(map(len, made))


def next_at(session: BookSession, now: datetime, until: datetime) -> datetime | None:
    """Return the first morning between two instants at which the calendar makes a new follow-up."""
    workspace = staff.workspace(session)
    for day in rules.days_between(workspace, now, until):
        if any(_is_new(session, each) for each in _of(session, day)):
            return rules.begins_at(workspace, day)
    return None


def _of(session: BookSession, day: date) -> tuple[Happening, ...]:
    return rules.of_day(customers.everybody(session), visits.rhythms(session), day)


def _is_new(session: BookSession, each: Happening) -> bool:
    """Say whether a happening will create anything: its playbook has steps, and was not run for it before."""
    if each.customer.do_not_contact or not playbooks.of(staff.workspace(session)).get(each.event):
        return False
    return not followups.was_caused(session, cause_of(each.event, each.about))
