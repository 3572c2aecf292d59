"""A customer sent us a friend: who, whom, and who noted it (P35, P122)."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.customers import Customer
from bot.domain.errors import Refusal
from bot.domain.issues import Coming

THANKED_WITHIN = timedelta(hours=48)
"""Whoever sent somebody is thanked within this (P122)."""

SENT_BY = r"(?:(?:was|were)\s+)?(?:sent|referred|recommended)(?:\s+(?:to\s+us|here|in))?\s+by"
"""How people say it, between the friend and who sent them."""

SAME_FRIEND = timedelta(days=14)
"""A friend named so long after it was noted that they sent somebody is that somebody."""

SOMEBODY = "somebody"
"""The friend in a text, as long as nobody knows who it is, or when they were erased."""


class SentThemselves(Refusal):
    """Nobody sends themselves. Type who sent them, like `/customer kim sent by rose`."""


class GoneReferral(Refusal):
    """I can't find that any more; somebody may have taken it back, or erased the customer."""


class NotYourReferral(Refusal):
    """Only whoever noted who sent them, or a manager, can take it back."""


class WhoSentThem(Refusal):
    """I can't tell who sent them. Type it like `/visit kim sent by rose`, or `/customer kim sent by rose`."""


@dataclass(frozen=True)
class Referral:
    """Who sent us whom; ``friend_id`` is None as long as nobody knows, ``visit_id`` the visit it was told on."""

    id: int
    customer_id: int
    friend_id: int | None
    at: datetime
    by: str
    visit_id: int | None = None


@dataclass(frozen=True)
class Sent:
    """It is noted who sent somebody; ``again`` when it was before. ``coming`` are the thanks that are due."""

    referral: Referral
    customer: Customer
    friend: Customer
    zone: str
    now: datetime
    coming: tuple[Coming, ...] = ()
    again: bool = False
    named: bool = False
    """Whether it was noted before that they sent somebody, and now it is known whom."""
    earlier: int = 0
    """How often the friend had been here before today; whoever was just sent is usually new."""


@dataclass(frozen=True)
class TakenBack:
    """Nobody is noted any more as who sent the friend, where known; so many follow-ups were called off."""

    friend: Customer | None
    called_off: int


@dataclass(frozen=True)
class SentByAnother:
    """Somebody else was noted before as who sent them; an errand waits for the decision."""

    errand: int
    friend: Customer
    before: Customer
    customer: Customer


def read(text: str) -> tuple[str, str] | None:
    """Part “kim sent by rose” into the friend and who sent them; None when it says no such thing."""
    parts = re.split(rf"(?:^|[\s,;]+){SENT_BY}(?=$|[\s:,])", text, maxsplit=1, flags=re.IGNORECASE)
    if len(parts) < 2:
        return None
    friend, by = (part.strip(" ,;:") for part in parts)
    if not friend or not by:
        raise WhoSentThem
    return friend, by
