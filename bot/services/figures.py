"""Completion figures: of the team for everybody, per person for managers, one's own for everybody (issue 3, 5)."""

from datetime import datetime

from bot.domain import completion as rules
from bot.domain.completion import Completion, Table
from bot.domain.policy import Actor, may, require
from bot.store import followups, staff
from bot.store.database import BookSession


def of_the_team(session: BookSession, now: datetime) -> Completion:
    """Return the team's figures of the last seven days."""
    week = rules.seven_days(now)
    return rules.total(rules.completion(followups.traced_since(session, week.start), week, now))


def look(session: BookSession, actor: Actor, typed: str, now: datetime) -> Table:
    """Return the figures of the periods asked for: per person to a manager, to anybody else their own."""
    require(actor, "figures.see")
    asked = rules.read_periods(typed, staff.workspace(session).zone, now)
    found = followups.traced_since(session, min(period.start for period in asked))
    if not may(actor, "figures.team"):
        return rules.own(found, asked, actor.user, now)
    return rules.table(found, asked, staff.names(session), now)


def per_person(session: BookSession, actor: Actor, now: datetime) -> Table:
    """Return the figures per person to a manager; refuse anybody else."""
    require(actor, "figures.team")
    return look(session, actor, "", now)
