"""How many follow-ups were due, done in time, done late, and are still open."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.domain.followups import FollowUp

IN_TIME = timedelta(hours=24)
"""A follow-up done within a day of its moment was done in time; a promise has its own, stricter ledger."""


@dataclass(frozen=True)
class Completion:
    """Figures of one person, or of the team; ``due`` is the sum of the others."""

    in_time: int = 0
    late: int = 0
    open: int = 0

    @property
    def due(self) -> int:
        """Return how many there were to do."""
        return self.in_time + self.late + self.open


def completion(followups: Iterable[FollowUp]) -> Mapping[str | None, Completion]:
    """Count by whoever did it, or has it still; what was dropped counts for nobody."""
    figures: dict[str | None, Completion] = {}
    for each in followups:
        who = each.done_by if each.state == "done" else each.owner
        before = figures.get(who, Completion())
        if each.is_open:
            figures[who] = replace(before, open=before.open + 1)
        elif each.state == "done" and each.done_at:
            late = each.done_at - first_due(each) > IN_TIME
            figures[who] = replace(before, in_time=before.in_time + (not late), late=before.late + late)
    return figures


def first_due(followup: FollowUp) -> datetime:
    """Return the moment it was set for at first; snoozing does not make anything punctual."""
    first = followup.details.get("first_due")
    return datetime.fromisoformat(str(first)) if first else followup.due_at
