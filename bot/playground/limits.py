"""What Slack accepts of blocks and views."""

from __future__ import annotations

from typing import Any

from bot.playground.model import Json

MESSAGE_TEXT = 4000
MESSAGE_BLOCKS_TEXT = 11_000


def total_text(blocks: list[Json]) -> int:
    """Count."""
    return 0


def block_errors(blocks: Any, surface: str, refused: frozenset[str] = frozenset()) -> list[str]:
    """Return what is wrong."""
    return []


def view_errors(view: Json, refused: frozenset[str] = frozenset()) -> list[str]:
    """Return what is wrong."""
    return []


def suggestion_errors(payload: Json) -> list[str]:
    """Return what is wrong."""
    return []
