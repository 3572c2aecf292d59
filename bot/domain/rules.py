"""The rules that managers set: how often, how soon, how long in peace, and what a large purchase is."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.domain import money
from bot.domain.errors import Refusal
from bot.domain.purchases import large_from
from bot.domain.reminders import GRACE, most_tries
from bot.domain.rota import default_hour
from bot.domain.typed import cool_down
from bot.domain.workspaces import Workspace

MOST_MINUTES = 7 * 24 * 60
"""A grace of more than a week would let things slip for good."""


class NotANumber(Refusal):
    """Type a whole number from {least} to {most}, for example {example}."""


@dataclass(frozen=True)
class Rules:
    """What the code goes by: ``grace`` is in minutes by kind, ``default_time`` is ``HH:MM``."""

    tries: int
    grace: Mapping[str, int]
    cool_down_days: int
    default_time: str
    large_purchase: int = 0
    """In hundredths; 0 means that none is."""
    currency: str = ""

    def to_settings(self) -> dict[str, Any]:
        """Return them as they are kept in the workspace's settings."""
        return {
            "tries": self.tries,
            "grace": dict(self.grace),
            "cool_down_days": self.cool_down_days,
            "default_time": self.default_time,
            "large_purchase": self.large_purchase,
            "currency": self.currency,
        }


def of(workspace: Workspace) -> Rules:
    """Return the rules in force: what managers set, over the defaults."""
    own = workspace.settings.get("grace") or {}
    usual = {kind: int(span.total_seconds()) // 60 for kind, span in GRACE.items()}
    return Rules(
        tries=most_tries(workspace),
        grace={kind: int(own.get(kind) or minutes) for kind, minutes in usual.items()},
        cool_down_days=cool_down(workspace).days,
        default_time=default_hour(workspace).isoformat("minutes"),
        large_purchase=large_from(workspace) or 0,
        currency=money.of(workspace),
    )


def read(typed: Mapping[str, str]) -> Rules:
    """Read a filled form, by the names of its fields; raise `NotANumber` under the one that is wrong."""
    currency = money.read_currency(typed["currency"])
    return Rules(
        tries=_number(typed, "tries", 1, 10, 3),
        grace={kind: _number(typed, f"grace_{kind}", 1, MOST_MINUTES, 60) for kind in GRACE},
        cool_down_days=_number(typed, "cool_down_days", 0, 90, 3),
        default_time=typed["default_time"] or "09:00",
        large_purchase=_amount(typed["large_purchase"], currency),
        currency=currency,
    )


def _amount(typed: str, currency: str) -> int:
    """Read from how much on a purchase is large; nothing or 0 means that none is."""
    return 0 if typed.strip() in ("", "0") else money.read(typed, currency, "large_purchase")


def _number(typed: Mapping[str, str], field: str, least: int, most: int, example: int) -> int:
    text = typed[field].strip()
    if text.isascii() and text.isdecimal() and len(text) < 7 and least <= int(text) <= most:
        return int(text)
    raise NotANumber(least=least, most=most, example=example, field=field)
