"""A follow-up as somebody typed it: what, when and for whom, and the questions that come up on the way."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from bot.domain.cooling import COOL_DOWN_DAYS
from bot.domain.customers import Customer
from bot.domain.errors import Refusal
from bot.domain.followups import CONTACTS, FollowUp, clean_text, kind_of
from bot.domain.promises import WholeDay
from bot.domain.reminders import clock_was_typed
from bot.domain.when import Understood
from bot.domain.workspaces import Workspace


@dataclass(frozen=True)
class Task:
    """What was typed, read so far; ``due_local`` is a naive wall time in ``zone``, None while it is not known.

    ``as_typed`` says that an hour was named; ``promised`` that the customer was told, and ``by_day`` that they
    were told a day without an hour; ``for_user`` that it is for a colleague.
    """

    text: str
    kind: str
    zone: str
    due_local: datetime | None = None
    rrule: str | None = None
    as_typed: bool = False
    promised: bool = False
    for_user: str | None = None
    by_day: bool = False

    def at(self, time: Understood) -> "Task":
        """Return the task with a time that was understood."""
        by_day = isinstance(time, WholeDay)
        typed = clock_was_typed(time.words) and not by_day
        return replace(self, due_local=time.local, zone=time.zone, rrule=time.rrule, as_typed=typed, by_day=by_day)

    def to_json(self) -> dict[str, Any]:
        """Return plain values, to be kept while a question waits for its answer."""
        return vars(self) | {"due_local": self.due_local.isoformat() if self.due_local else None}

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> "Task":
        """Return the task that `to_json` wrote."""
        due = value["due_local"]
        return cls(**dict(value) | {"due_local": datetime.fromisoformat(due) if due else None})


def task(text: str, zone: str, *, kind: str | None = None, promised: bool = False) -> Task:
    """Return what is to be done, as typed after the name and without the time. Raises `TextTooLong`.

    One mention says for whom it is, and is no part of the text; see `with_names` for several.
    """
    users = mentioned(text)
    words = _WITH_MENTION.sub(" ", text)
    found = kind or kind_of(words)
    return Task(
        text=clean_text(words, found),
        kind=found,
        zone=zone,
        promised=promised,
        for_user=users[0] if len(users) == 1 else None,
    )


def mentioned(text: str) -> list[str]:
    """Return the Slack ids of the people whom a text mentions, each once."""
    return list(dict.fromkeys(_MENTION.findall(text)))


def with_names(text: str, names: Mapping[str, str]) -> str:
    """Return a text with names in the place of mentions; ``names`` is by Slack id."""
    return _MENTION.sub(lambda found: names.get(found[1], "a colleague"), text)


_MENTION = re.compile(r"<@([UW][A-Z0-9]+)(?:\|[^>]*)?>")


def owner_first(text: str) -> tuple[str | None, str]:
    """Part “@jon dana call friday” into the colleague it is for and the rest; without one in front, None.

    Raises `WhoIsThat` for an “@jon” that Slack did not turn into a mention.
    """
    if found := re.match(rf"{_MENTION.pattern}[\s,:]*", text):
        return found[1], text[found.end() :]
    if typed := re.match(r"@\w[\w.-]*", text):
        raise WhoIsThat(typed=typed[0])
    return None, text


class WhoIsThat(Refusal):
    """I don't know a colleague “{typed}”. Choose them from the list that Slack shows while you type the @."""


_WITH_MENTION = re.compile(rf"(?:(?:^|(?<=\s))(?:and|&|with)\s+)?{_MENTION.pattern}", re.IGNORECASE)
"""A mention with the “and” before it: “call dana and @jon”."""


@dataclass(frozen=True)
class Planned:
    """A follow-up was set; ``remind_at`` is when its owner hears of it, ``offered_to`` who is asked to take it.

    ``closed`` says why the shop is shut on its day: “Fri 25 Dec is Christmas Day”.
    """

    followup: FollowUp
    remind_at: datetime
    warning: str | None = None
    works_then: bool = True
    offered_to: str | None = None
    closed: str | None = None


@dataclass(frozen=True)
class PlannedAll:
    """The same was set for several customers; from now on each lives its own life."""

    each: tuple[Planned, ...]

    @property
    def customers(self) -> list[str]:
        """Return the customers' names, in the order in which they were typed."""
        return [done.followup.customer for done in self.each]


@dataclass(frozen=True)
class AskWhen:
    """Nothing is saved yet: one of these moments has to be chosen. The errand keeps the task."""

    errand: int
    customers: tuple[Customer, ...]
    text: str
    question: str
    choices: tuple[Task, ...]


@dataclass(frozen=True)
class Doubt:
    """Why a customer should rather be left in peace: ``other`` asks for them already; None: they want no contact.

    ``same`` says that the other is the very same follow-up, open still.
    """

    customer: Customer
    other: FollowUp | None = None
    same: bool = False


@dataclass(frozen=True)
class AskTwice:
    """Nothing is saved yet: some customers would be asked for their time twice, or against their wish."""

    errand: int
    doubts: tuple[Doubt, ...]
    clear: tuple[Customer, ...] = ()


Set = Planned | PlannedAll | AskWhen | AskTwice


@dataclass(frozen=True)
class TakenBack:
    """Several follow-ups were taken back; ``kept`` are those that somebody had ended meanwhile."""

    followups: tuple[FollowUp, ...]
    kept: tuple[FollowUp, ...] = ()


@dataclass(frozen=True)
class Listed:
    """Follow-ups to show: a heading, and what is open, soonest first; ``about`` whom, where it is about some.

    ``page`` counts from 0; one beyond the end is the last.
    """

    what: str
    followups: tuple[FollowUp, ...]
    about: tuple[Customer, ...] = ()
    page: int = 0


def cool_down(workspace: Workspace) -> timedelta:
    """Return how far apart two requests for a customer's time should be; 0 days switches it off."""
    days = workspace.settings.get("cool_down_days")
    return timedelta(days=COOL_DOWN_DAYS if days is None else int(days))


def pesters(wanted: Task, other: list[FollowUp]) -> FollowUp | None:
    """Return the contact that makes this one a second within the cool-down; a promise is kept regardless."""
    if wanted.promised or wanted.kind not in CONTACTS:
        return None
    return next(iter(other), None)


SAME_MOMENT = timedelta(minutes=5)
"""“In 20 minutes”, typed again because Slack seemed not to listen, is still the same moment."""


def same_as(wanted: Task, due_at: datetime, others: Iterable[FollowUp]) -> FollowUp | None:
    """Return the open follow-up of a customer that says the same for the same moment."""
    return next((each for each in others if _is_same(wanted, due_at, each)), None)


def _is_same(wanted: Task, due_at: datetime, other: FollowUp) -> bool:
    said = (wanted.kind, wanted.text.casefold(), wanted.rrule, wanted.promised)
    return (
        other.is_open
        and said == (other.kind, other.text.casefold(), other.rrule, other.promised)
        and abs(other.due_at - due_at) <= SAME_MOMENT
    )
