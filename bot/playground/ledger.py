"""The ledger: everything the app said, in order, so that a test can count what is lost or doubled."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from bot.playground.model import Json, Message


@dataclass
class Ledger:
    """Rows are never changed or removed; `n` counts from 1."""

    rows: list[Json] = field(default_factory=list)

    def write(self, at: datetime, method: str, kind: str, message: Message) -> None:
        """Note what was stored: `kind` is post, ephemeral, response, file, update or delete."""
        self.rows.append({
            "n": len(self.rows) + 1, "at": at.isoformat(), "method": method, "kind": kind,
            "channel": message.channel, "ts": message.ts, "user": message.only_for, "text": message.text,
            "metadata": message.metadata, "blocks": message.blocks,
        })  # fmt: skip

    def posts(self, kind: str = "post") -> list[Json]:
        """Return the rows of one kind, oldest first."""
        return [row for row in self.rows if row["kind"] == kind]

    def since(self, n: int) -> list[Json]:
        """Return the rows after number `n`."""
        return self.rows[n:]
