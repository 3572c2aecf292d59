"""An errand: a command that waits for one answer, such as “which Dana?” or “add them?”."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.domain.customers import Customer
from bot.domain.errors import Refusal


class GoneCustomer(Refusal):
    """I can't find that customer any more; somebody may have merged or erased them. Type the name again."""


class GoneErrand(Refusal):
    """That question is too old, was answered already, or was somebody else's. Type the command again."""


@dataclass(frozen=True)
class Here:
    """The customer a command is about, and the rest of what was typed."""

    customer: Customer
    rest: str = ""


@dataclass(frozen=True)
class Choice:
    """One of several people who may be meant."""

    customer: Customer
    last_visit: datetime | None = None


@dataclass(frozen=True)
class Which:
    """Several people may be meant; the errand waits for the answer."""

    errand: int
    words: str
    choices: tuple[Choice, ...]
    sure: bool = True
    """False when nobody fits well: “did you mean …?”."""
    others: tuple[str, ...] = ()
    """Who else the command is for."""
    visits: int = 0
    """How often the one who may be meant was here before, where the command speaks of somebody new."""


@dataclass(frozen=True)
class Unknown:
    """Nobody of that name is known; the errand waits for “add them”."""

    errand: int
    words: str
    others: tuple[str, ...] = ()
    """Who else the command is for."""


Question = Which | Unknown
Who = Here | Question


# ---- commands for several customers


class NameFirst(Refusal):
    """I don't see whom “{typed}” is for. Type the name first, for example `{example}`."""


class TooManyAtOnce(Refusal):
    """That is {count} customers; I plan for {most} at most at once. Type the first ones, then the others."""


@dataclass(frozen=True)
class These:
    """Whom a command is for, and the rest of what was typed; ``facts`` came with the command."""

    customers: tuple[Customer, ...]
    rest: str
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Meaning:
    """One way in which a command may be meant: names, those not known yet, and the rest where that differs."""

    names: tuple[str, ...]
    new: tuple[str, ...] = ()
    rest: str = ""


@dataclass(frozen=True)
class Unsure:
    """A command may be meant in several ways; the errand waits for the answer."""

    errand: int
    meanings: tuple[Meaning, ...]


Whom = These | Unsure | Question
