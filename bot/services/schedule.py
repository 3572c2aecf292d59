"""What happens next by itself: the database is the schedule (RELIABILITY.md)."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.workspaces import Workspace
from bot.store import followups, outbox, staff
from bot.store.database import BookSession


def next_at(session: BookSession, now: datetime) -> datetime | None:
    """Return the next moment after ``now`` at which the clock alone makes something happen."""
    workspace = staff.workspace(session)
    moments = [outbox.next_at(session), followups.next_wake(session)]
    moments += [_next_digest(workspace, person.zone, now) for person in staff.managers(session)]
    return min((moment for moment in moments if moment and moment > now), default=None)


def _next_digest(workspace: Workspace, zone: str, now: datetime) -> datetime:
    local = now.astimezone(ZoneInfo(zone))
    today = datetime.combine(local.date(), workspace.digest_at, ZoneInfo(zone))
    following = today if today > local else today + timedelta(days=1)
    return following.astimezone(UTC)
