"""The sweeper: forgets what was only kept for a while."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.store import errands, inbox
from bot.store.database import Book, BookSession

EVERY = timedelta(hours=1)


@dataclass
class Sweeper:
    """Sweeps the inbox and the errands once an hour."""

    book: Book
    clock: Clock
    _last: datetime | None = None

    async def step(self) -> bool:
        """Sweep when an hour has gone by; there is never more to do right after."""
        now = self.clock.now()
        if self._last is None or now - self._last >= EVERY:
            await self.book.write("", _sweep, now)
            self._last = now
        return False


def _sweep(session: BookSession, now: datetime) -> None:
    inbox.sweep(session, now)
    errands.sweep(session, now)
