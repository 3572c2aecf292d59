"""The digests: each manager gets theirs once a day, at the set time on their own clock."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.services import digests
from bot.store.database import Book

EVERY = timedelta(seconds=20)


@dataclass
class Digests:
    """Promises one digest at a time; which are due stands in the book."""

    book: Book
    clock: Clock
    _idle_since: datetime | None = None

    async def step(self) -> bool:
        """Promise one digest; say whether there may be more. With none due, rest a little."""
        now = self.clock.now()
        if self._idle_since is not None and now - self._idle_since < EVERY:
            return False
        due = await self.book.read("", digests.next_due, now)
        if due is None:
            self._idle_since = now
            return False
        workspace, user = due
        await self.book.write(workspace, digests.send, user, now)
        return True
