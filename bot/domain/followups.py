"""A follow-up: something to do for a customer at a moment, kept alive until it is really done.

`Plan` is what is wanted, `FollowUp` what stands in the book. What somebody typed becomes a kind and a text
here; when the clock acts is in `bot.domain.reminders`, what can come of one in `bot.domain.outcomes`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.domain.errors import Refusal

KINDS = ("call", "note", "gift", "checkin", "other")
CONTACTS = frozenset({"call", "checkin"})
"""Kinds that ask for the customer's time; two of them close together pester. A coupon only gives."""

LONGEST_TEXT = 1000


@dataclass(frozen=True)
class Plan:
    """What is to be done for a customer; ``due_local`` is a naive wall time in ``zone`` (an IANA name).

    ``owner`` None is the shared queue. ``cause`` names the event it comes from, unique in the workspace.
    """

    customer_id: int
    kind: str
    text: str
    owner: str | None
    due_local: datetime
    zone: str
    rrule: str | None = None
    issue_id: int | None = None
    cause: str | None = None
    promised: bool = False
    details: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class FollowUp:
    """A follow-up as it stands in the book, with the customer's name beside it.

    ``state`` is open, done or dropped; ``outcome`` says how it ended, or how far it has come (a thank-you note
    that is ``written`` and not yet sent). ``wake_at`` is when the clock acts next, and ``wake_for`` what it does.
    """

    id: int
    customer_id: int
    customer: str
    kind: str
    text: str
    state: str
    owner: str | None
    created_by: str
    created_at: datetime
    due_at: datetime
    due_local: datetime
    zone: str
    rrule: str | None = None
    anchor: datetime | None = None
    wake_at: datetime | None = None
    wake_for: str | None = None
    reminded_at: datetime | None = None
    asked_again_at: datetime | None = None
    escalated_at: datetime | None = None
    tries: int = 0
    snoozes: int = 0
    promised: bool = False
    told_at: datetime | None = None
    handed_to: str | None = None
    handed_at: datetime | None = None
    issue_id: int | None = None
    cause: str | None = None
    details: Mapping[str, Any] = field(default_factory=dict)
    outcome: str | None = None
    done_at: datetime | None = None
    done_by: str | None = None

    @property
    def is_open(self) -> bool:
        """Say whether there is still something to do."""
        return self.state == "open"

    def is_overdue(self, now: datetime) -> bool:
        """Say whether its moment has passed."""
        return self.is_open and self.due_at < now


@dataclass(frozen=True)
class Event:
    """One line of a follow-up's history."""

    at: datetime
    by: str | None
    what: str
    detail: str | None = None


class GoneFollowUp(Refusal):
    """That follow-up is not there any more; the customer may have been erased. See yours with `/followup mine`."""


class AlreadyDone(Refusal):
    """That is done already: {who}, {when}. Set a new one with `/followup` if there is more to do."""


class AlreadyDropped(Refusal):
    """That follow-up was dropped by {who}, {when}. Set a new one with `/followup` if it is still wanted."""


class NothingToTakeBack(Refusal):
    """Nothing is left to take back: all of it is done or dropped already. See yours with `/followup mine`."""


class NotYours(Refusal):
    """Only whoever owns or set a follow-up, or a manager, can drop or change it. You can still mark it done."""


class WhatFollowUp(Refusal):
    """Type who, what and when, for example `/followup dana call about the boots next tuesday at 3pm`."""


class TextTooLong(Refusal):
    """That is {length} characters; please keep what is to be done under {limit}."""


class LongMessage(Refusal):
    """That message has {length} characters; a follow-up holds {limit}. Type `/followup name` and what matters."""


class WhenNotClear(Refusal):
    """I did not quite understand “{typed}” as a time. Type one like “next tuesday at 3pm” or “in 20 minutes”."""


_WORDS: tuple[tuple[str, str], ...] = (
    ("call", r"call|call back|ring|phone|telephone|anrufen|llamar|appeler|ligar"),
    ("note", r"thank|thanks|note|card|letter"),
    ("gift", r"gift|coupon|voucher|discount|present|certificate"),
    ("checkin", r"check|check-?in|see how|ask how"),
)


def kind_of(text: str) -> str:
    """Return the kind that the words of a task say; the first word that says one decides."""
    found = [(match.start(), kind) for kind, words in _WORDS if (match := _whole_word(words).search(text))]
    return min(found)[1] if found else "other"


def _whole_word(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


USUAL_TEXT: Mapping[str, str] = {
    "call": "Call",
    "note": "Write a thank-you note",
    "gift": "Send a gift or coupon",
    "checkin": "Check in",
    "other": "Get in touch",
}


def clean_text(text: str, kind: str = "other") -> str:
    """Return what is to be done, tidied; an empty text says what the kind says. Raises `TextTooLong`."""
    tidy = " ".join(text.split()).strip(" ,;:–—-")
    if len(tidy) > LONGEST_TEXT:
        raise TextTooLong(length=len(tidy), limit=LONGEST_TEXT, field="text")
    return tidy[:1].upper() + tidy[1:] if tidy else USUAL_TEXT[kind]
