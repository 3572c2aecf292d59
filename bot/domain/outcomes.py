"""What can come of a follow-up, in the words that the team reads."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.domain.customers import Card
from bot.domain.errors import Refusal
from bot.domain.followups import FollowUp
from bot.domain.workspaces import Staff

OUTCOMES: Mapping[str, str] = {
    "reached": "Reached",
    "happy": "Reached, and happy",
    "unhappy": "Reached, and not happy",
    "sent": "Sent",
    "redeemed": "Redeemed",
    "expired": "Ended, and not redeemed",
    "done": "Done",
    "not_wanted": "They want no contact",
    "note_instead": "A note instead of a call",
    "dropped": "Dropped",
    "undone": "Taken back",
    "cancelled": "No longer needed",
    "joined": "Joined with another call",
}
"""How a follow-up ended → how it is said."""

ENDS_BY_KIND: Mapping[str, str] = {
    "call": "reached",
    "checkin": "reached",
    "note": "sent",
    "gift": "sent",
    "other": "done",
}
"""What “done” means for each kind, where several are ticked off at once."""


class NothingToPutRight(Refusal):
    """Only a call that reached somebody can be said to have gone well or badly."""


class NotANote(Refusal):
    """That is not something to write. Use the buttons under it."""


@dataclass(frozen=True)
class Settled:
    """A follow-up after something was said of it."""

    followup: FollowUp
    what: str
    next: FollowUp | None = None


@dataclass(frozen=True)
class Nudge:
    """Everything the reminder of a follow-up shows, as things stand now.

    ``last_words`` are the customer's own, ``ask_about`` is what is noted of them. ``by`` ended it; ``owner`` is
    whose it is; ``latest`` is False for a message that a newer one replaced.
    """

    followup: FollowUp
    card: Card
    last_words: str | None
    opening: str | None
    zone: str
    now: datetime
    owner: Staff | None = None
    latest: bool = True
    yours: bool = True
    most_tries: int = 3
    draft: str | None = None
    ask_about: str | None = None

    @property
    def resting(self) -> bool:
        """Say whether it was put off and has not come back yet."""
        return self.followup.reminded_at is None and not self.followup.handed_to
