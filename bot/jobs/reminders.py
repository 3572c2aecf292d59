"""Reminders: wakes what is due, longest overdue first, each in a transaction of its own."""

import logging
from dataclasses import dataclass

from bot.clock import Clock
from bot.services import reminders
from bot.store import followups
from bot.store.database import Book

log = logging.getLogger("regulars.reminders")


@dataclass
class Reminders:
    """Wakes the follow-ups of every workspace of one book."""

    book: Book
    clock: Clock

    async def step(self) -> bool:
        """Wake what is due now; say whether there was anything."""
        now = self.clock.now()
        due = await self.book.read("", followups.due, now)
        for workspace, followup_id in due:
            await self._wake(workspace, followup_id)
        return bool(due)

    async def _wake(self, workspace: str, followup_id: int) -> None:
        """Wake one; a fault of ours lets it rest a while, and never stops the line."""
        now = self.clock.now()
        try:
            await self.book.write(workspace, reminders.wake, followup_id, now)
        except Exception:
            log.exception("wake_failed followup=%s", followup_id)
            await self.book.write(workspace, reminders.rest, followup_id, now)
