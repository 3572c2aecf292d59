"""A visit, and what the team should hear first about who just came in.

The order is the product's promise: look after an open issue first (P6), then welcome somebody back after a
recovery (P34), then milestones (P106), a birthday, and one thing to ask about (P81). Five lines at most (P37).
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain.customers import Card, Seen, days_to_birthday
from bot.domain.errands import Unknown, Which
from bot.domain.errors import Refusal
from bot.domain.purchases import AmountOrName, Noted
from bot.domain.referrals import Sent, SentByAnother
from bot.domain.workspaces import Workspace

MILESTONES = (2, 3, 10, 50, 100)
"""Visits worth a word; the second and third matter most (P106)."""

NUDGE_LASTS = timedelta(hours=4)
"""After so long nobody at the door needs to hear that somebody came in."""


class WhoCameIn(Refusal):
    """Type who came in, for example `/visit dana lopes` (several: `/visit dana lopes, jon smith`)."""


class AlreadyUndone(Refusal):
    """That visit was already taken back. Type `/visit` and the name to log a new one."""


class NotYourVisit(Refusal):
    """Only whoever logged a visit, or a manager, can take it back."""


@dataclass(frozen=True)
class Visit:
    """A customer came in."""

    id: int
    customer_id: int
    at: datetime
    day: date
    by: str
    undone_at: datetime | None = None
    welcomed_back: str | None = None


class Why(StrEnum):
    """A reason to greet somebody specially, most urgent first."""

    ISSUE = "issue"
    WELCOME_BACK = "welcome_back"
    BIRTHDAY = "birthday"
    FIRST = "first"
    MILESTONE = "milestone"
    ANNIVERSARY = "anniversary"
    DUE = "due"


@dataclass(frozen=True)
class Arrival:
    """What the floor is told about a visit; every part may be missing except who it is."""

    visit: Visit
    card: Card
    number: int
    last: datetime | None
    reasons: tuple[Why, ...]
    ask_about: str | None
    greeted_by: tuple[str, ...] = ()


@dataclass(frozen=True)
class Logged:
    """A visit was written down."""

    arrival: Arrival
    workspace: Workspace
    now: datetime
    say_defaults: bool = False


@dataclass(frozen=True)
class AlreadyIn:
    """There is a visit today already; it takes another word to log one more."""

    visit: Visit
    seen: Seen


@dataclass(frozen=True)
class Undone:
    """A visit was taken back, and so many follow-ups were called off with it."""

    seen: Seen
    called_off: int = 0


VisitOutcome = Logged | AlreadyIn | Which | Unknown | AmountOrName | Noted | Sent | SentByAnother


def arrival(visit: Visit, card: Card, number: int, last: datetime | None, greeted_by: tuple[str, ...]) -> Arrival:
    """Decide what matters about a visit.

    ``number`` counts this visit, ``last`` is the one before it, ``card`` is as it stands now.
    """
    return Arrival(visit, card, number, last, tuple(_reasons(visit, card, number)), _ask_about(card), greeted_by)


def _reasons(visit: Visit, card: Card, number: int) -> list[Why]:
    checks = {
        Why.ISSUE: bool(card.issues),
        Why.WELCOME_BACK: bool(visit.welcomed_back),
        Why.BIRTHDAY: days_to_birthday(card.customer.birthday, visit.day) in range(8),
        Why.FIRST: number == 1,
        Why.MILESTONE: number in MILESTONES,
        Why.ANNIVERSARY: _is_anniversary(card, visit),
        Why.DUE: bool(card.tasks and card.tasks[0].due_at <= visit.at),
    }
    return [why for why, holds in checks.items() if holds]


def _is_anniversary(card: Card, visit: Visit) -> bool:
    added = card.customer.added_at
    if not added or visit.day.year <= added.year:
        return False
    return (added.month, added.day) == (visit.day.month, visit.day.day)


def _ask_about(card: Card) -> str | None:
    """Return the newest note that is not a guess, else the newest guess (P40)."""
    sure = [note for note in card.notes if note.source != "guessed"]
    newest = max(sure or card.notes, key=lambda note: note.at, default=None)
    return newest.text if newest else None
