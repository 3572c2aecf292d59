"""What happens next by itself: the database is the schedule (RELIABILITY.md)."""

from datetime import datetime, timedelta

from bot.domain import digests
from bot.services import occasions
from bot.store import followups, outbox, staff
from bot.store.database import BookSession

FARTHEST = timedelta(days=31)
"""So far ahead the calendar is looked at, when nothing else comes sooner."""


def next_at(session: BookSession, now: datetime) -> datetime | None:
    """Return the next moment after ``now`` at which the clock alone makes something happen."""
    workspace = staff.workspace(session)
    moments = [outbox.next_at(session), followups.next_wake(session)]
    moments += [digests.next_digest(person, workspace, now) for person in staff.managers(session)]
    soonest = min((moment for moment in moments if moment and moment > now), default=None)
    return occasions.next_at(session, now, soonest or now + FARTHEST) or soonest
