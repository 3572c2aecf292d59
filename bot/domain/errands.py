"""An errand: a command that waits for one answer, such as “which Dana?” or “add them?”."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.customers import Customer
from bot.domain.errors import Refusal


class GoneCustomer(Refusal):
    """I can't find that customer any more; somebody may have merged or erased them. Type the name again."""


class GoneErrand(Refusal):
    """That question is too old, or it was somebody else's. Type the command again."""


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


@dataclass(frozen=True)
class Unknown:
    """Nobody of that name is known; the errand waits for “add them”."""

    errand: int
    words: str


Question = Which | Unknown
Who = Here | Question
