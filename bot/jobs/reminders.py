"""Reminders: wakes what is due, longest overdue first, each in a transaction of its own."""

import logging
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.services import reminders
from bot.slack import Slack
from bot.store import followups
from bot.store.database import Book

log = logging.getLogger("regulars.reminders")

QUIET_KNOWN = timedelta(minutes=5)
"""For so long Slack's word on somebody's “Do not disturb” is believed."""


@dataclass
class Reminders:
    """Wakes the follow-ups of every workspace of one book; with Slack, it asks who wants quiet."""

    book: Book
    clock: Clock
    slack: Slack | None = None
    _quiet: dict[str, tuple[datetime, datetime | None]] = field(default_factory=dict)
    """Person → when Slack was asked, and when their quiet ends."""

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
            if until := await self._quiet_until(workspace, followup_id, now):
                await self.book.write(workspace, reminders.rest_until, followup_id, until)
            else:
                await self.book.write(workspace, reminders.wake, followup_id, now)
        except Exception:
            log.exception("wake_failed followup=%s", followup_id)
            await self.book.write(workspace, reminders.rest, followup_id, now)

    async def _quiet_until(self, workspace: str, followup_id: int, now: datetime) -> datetime | None:
        """Return when the nudge may come whose reader wants quiet now; None when it may, or must, come now."""
        if self.slack is None:
            return None
        user = await self.book.read(workspace, reminders.to_be_spared, followup_id)
        if user is None:
            return None
        asked_at, until = self._quiet.get(user, (None, None))
        if asked_at is None or now - asked_at >= QUIET_KNOWN:
            until = await self.slack.dnd_until(user, now)
            self._quiet[user] = (now, until)
        return until if until and until > now else None
