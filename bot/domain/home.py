"""App Home: somebody's whole day on one page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.calendars import localise, wall
from bot.domain.completion import Completion
from bot.domain.delivery import Trouble
from bot.domain.digests import Came
from bot.domain.followups import FollowUp
from bot.domain.issues import Issue
from bot.domain.kudos import Kudos
from bot.domain.promises import PromiseFigures
from bot.domain.workspaces import Staff, Workspace

LOOKED_AT = timedelta(hours=10)
"""A Home opened within so long may still be on somebody's screen, and is kept fresh."""

FIRST_LOOK = timedelta(minutes=15)
"""For so long a first Home welcomes."""

SOON = timedelta(days=7)
KUDOS_FOR = timedelta(days=30)


@dataclass(frozen=True)
class Tasks:
    """Somebody's follow-ups: what is late, what today brings, and what the next seven days bring."""

    overdue: tuple[FollowUp, ...] = ()
    today: tuple[FollowUp, ...] = ()
    soon: tuple[FollowUp, ...] = ()


@dataclass(frozen=True)
class Home:
    """What stands on somebody's Home; ``whole`` is a manager's."""

    person: Staff
    workspace: Workspace
    now: datetime
    whole: bool
    came: Came
    tasks: Tasks = Tasks()
    issues: tuple[Issue, ...] = ()
    kudos: tuple[Kudos, ...] = ()
    promises: tuple[FollowUp, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    ledger: PromiseFigures | None = None
    completion: Completion | None = None
    """The team's figures of seven days, on a manager's Home."""

    @property
    def first(self) -> bool:
        """Say whether this person has only just met the bot."""
        since = self.person.welcomed_at
        return since is not None and self.now - since < FIRST_LOOK

    @property
    def nothing_waits(self) -> bool:
        """Say whether nothing is left to do for them today."""
        issues = any(self.whole or issue.owner == self.person.id for issue in self.issues)
        return not (self.tasks.overdue or self.tasks.today or issues or self.promises or self.troubles)


def sort_out(followups: Sequence[FollowUp], now: datetime, zone: str) -> Tasks:
    """Sort open follow-ups by the days on somebody's own calendar; later ones stay away."""
    midnight = wall(now, zone).replace(hour=0, minute=0, second=0, microsecond=0)
    tonight, week = (localise(midnight + timedelta(days=ahead), zone) for ahead in (1, 1 + SOON.days))
    late = tuple(each for each in followups if each.is_overdue(now))
    return Tasks(
        overdue=late,
        today=tuple(each for each in followups if not each.is_overdue(now) and each.due_at < tonight),
        soon=tuple(each for each in followups if tonight <= each.due_at < week),
    )


def is_looked_at(person: Staff, now: datetime) -> bool:
    """Say whether somebody's Home may be on their screen; opening it again brings a fresh one anyway."""
    return person.home_opened_at is not None and now - person.home_opened_at < LOOKED_AT
