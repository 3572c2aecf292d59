"""The calendar's occasions: once a day, in each workspace's own morning."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from bot.clock import Clock
from bot.services import occasions
from bot.store import staff
from bot.store.database import Book

EVERY = timedelta(minutes=1)


@dataclass
class Occasions:
    """Looks at a workspace's day once; what was planned before, even by another process, is not planned again."""

    book: Book
    clock: Clock
    _looked_at: dict[str, date] = field(default_factory=dict)
    _last: datetime | None = None

    async def step(self) -> bool:
        """Look at the day of every workspace whose morning has come; there is never more to do right after."""
        now = self.clock.now()
        if self._last is not None and now - self._last < EVERY:
            return False
        self._last = now
        for workspace in await self.book.read("", staff.workspaces):
            today = workspace.today(now)
            if self._looked_at.get(workspace.id) != today and now >= occasions.begins_at(workspace, now):
                await self.book.write(workspace.id, occasions.of_the_day, now)
                self._looked_at[workspace.id] = today
        return False
