"""Carrying a request out once: a repeat gets the first answer (RELIABILITY.md, rule 2)."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from bot.store import inbox
from bot.store.database import BookSession

Answer = dict[str, Any] | None
"""What the door will say, as plain JSON."""


def once(session: BookSession, key: str, now: datetime, deed: Callable[[BookSession], Answer]) -> Answer:
    """Run ``deed`` unless a request with this key was carried out before; return its (first) answer."""
    if inbox.arrived_before(session, key, now):
        return inbox.first_answer(session, key)
    answer = deed(session)
    inbox.keep_answer(session, key, answer)
    return answer
