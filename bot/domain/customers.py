"""A customer and what is known: the facts of a card, and the rules for the fields of its form."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

import phonenumbers

from bot.domain.coupons import is_sent
from bot.domain.errors import Refusal
from bot.domain.workspaces import Workspace

SOURCES: Mapping[str, str] = {
    "asked": "asked them",
    "said": "they said",
    "seen": "seen once",
    "guessed": "a guess",
}
"""Where a note comes from (P40); guesses are shown as guesses."""

STALE = timedelta(days=365)
"""After so long a note asks “still true?” (P44)."""


@dataclass(frozen=True)
class Customer:
    """Somebody the team wants to remember. Only the name is required."""

    id: int
    name: str
    also: tuple[str, ...] = ()
    say: str | None = None
    address: str | None = None
    phone: str | None = None
    email: str | None = None
    birthday: str | None = None
    best_time: str | None = None
    person: str | None = None
    tags: tuple[str, ...] = ()
    do_not_contact: bool = False
    welcome_back: str | None = None
    added_at: datetime | None = None
    added_by: str = ""


@dataclass(frozen=True)
class Note:
    """Something to know, with its source."""

    id: int
    text: str
    source: str
    at: datetime
    by: str

    def is_stale(self, now: datetime) -> bool:
        """Say whether it is time to ask “still true?”."""
        return now - self.at >= STALE


@dataclass(frozen=True)
class CustomerForm:
    """What was typed into the form, already read and clean."""

    name: str
    also: tuple[str, ...] = ()
    say: str | None = None
    address: str | None = None
    phone: str | None = None
    email: str | None = None
    birthday: str | None = None
    best_time: str | None = None
    person: str | None = None
    tags: tuple[str, ...] = ()
    do_not_contact: bool = False
    note: str | None = None
    note_source: str = "said"


@dataclass(frozen=True)
class Card:
    """Everything a card shows, fetched once."""

    customer: Customer
    notes: tuple[Note, ...] = ()
    visits: int = 0
    last_visit: datetime | None = None
    issues: tuple["IssueLine", ...] = ()
    due: tuple["DueLine", ...] = ()
    bought: tuple[str, datetime] | None = None
    """What they bought last, as far as somebody said, and when."""
    sent_by: str | None = None
    sent: tuple[str, ...] = ()
    """The names of the friends they sent us, the first first."""

    @property
    def coupons(self) -> tuple["DueLine", ...]:
        """Return the coupons that they have and have not redeemed yet."""
        return tuple(due for due in self.due if is_sent(due.details))

    @property
    def tasks(self) -> tuple["DueLine", ...]:
        """Return what is to be done for them; a coupon that was sent only waits."""
        return tuple(due for due in self.due if not is_sent(due.details))


@dataclass(frozen=True)
class IssueLine:
    """An open issue, as long as a card needs it."""

    id: int
    story: str
    owner: str
    opened_at: datetime
    due_at: datetime | None
    feels: str | None = None


@dataclass(frozen=True)
class DueLine:
    """A follow-up that is still open, as long as a card needs it."""

    id: int
    kind: str
    text: str
    owner: str | None
    due_at: datetime
    promised: bool = False
    details: Mapping[str, object] = field(default_factory=dict)


class WhoIsIt(Refusal):
    """Type a name, for example `/customer dana lopes`."""


@dataclass(frozen=True)
class Seen:
    """A card, with what is needed to show its times."""

    card: Card
    workspace: Workspace
    now: datetime


@dataclass(frozen=True)
class Added:
    """A new customer, and who they may be a duplicate of."""

    customer: Customer
    perhaps: tuple[Customer, ...] = ()


@dataclass(frozen=True)
class ToForget:
    """A wish to erase somebody: managers confirm it."""

    customer: Customer
    may_confirm: bool
    managers: tuple[str, ...]


@dataclass(frozen=True)
class Export:
    """Everything stored about a customer, as a file."""

    name: str
    content: bytes


class BadPhone(Refusal):
    """“{typed}” is not a phone number. Type it with + and the country, like +351 912 345 678."""


class BadEmail(Refusal):
    """“{typed}” is not an e-mail address. It looks like dana@example.com."""


class BadBirthday(Refusal):
    """“{typed}” is not a birthday. Type it like 29 Feb, 29 Feb 1988, 02-29 or 1988-02-29."""


class BirthdayAhead(Refusal):
    """“{typed}” has not come yet. Check the year, or leave it out."""


def read_phone(text: str, region: str = "") -> str | None:
    """Return a phone number in a form to dial and to compare; raise `BadPhone`.

    ``region`` is the workspace's country, for numbers typed without one. A number without a country is kept as
    typed when no region is known.
    """
    typed = " ".join(text.split())
    if not typed:
        return None
    try:
        number = phonenumbers.parse(typed, region or None)
    except phonenumbers.NumberParseException:
        return _bare_number(typed)
    if not phonenumbers.is_possible_number(number):
        raise BadPhone(typed=typed, field="phone")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def _bare_number(typed: str) -> str:
    digits = re.sub(r"\D", "", typed)
    if not 4 <= len(digits) <= 15 or re.search(r"[^\d\s()+./x-]", typed):
        raise BadPhone(typed=typed, field="phone")
    return typed


def read_email(text: str) -> str | None:
    """Return an e-mail address; raise `BadEmail`. It is never sent to, so a plain look suffices."""
    typed = text.strip()
    if not typed:
        return None
    if len(typed) > 254 or not re.fullmatch(r"[^@\s<>]+@[^@\s<>.]+(\.[^@\s<>.]+)+", typed):
        raise BadEmail(typed=typed, field="email")
    return typed


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def read_birthday(text: str, today: date) -> str | None:
    """Return a birthday as ``YYYY-MM-DD``, or ``--MM-DD`` when the year is not known; raise `BadBirthday`."""
    typed = " ".join(text.split())
    if not typed:
        return None
    year, month, day = _birthday_parts(typed)
    try:
        whole = date(year or 2000, month, day)  # 2000 is a leap year: 29 Feb without a year is a birthday
    except ValueError:
        raise BadBirthday(typed=typed, field="birthday") from None
    if year and whole > today:
        raise BirthdayAhead(typed=typed, field="birthday")
    return whole.isoformat() if year else f"--{month:02}-{day:02}"


def _birthday_parts(typed: str) -> tuple[int | None, int, int]:
    if found := re.fullmatch(r"(?:(\d{4})|-)?-?(\d{1,2})-(\d{1,2})", typed):
        year, month, day = found.groups()
        return int(year) if year else None, int(month), int(day)
    words = re.sub(r"[.,]", " ", typed).split()
    month_at = next((i for i, word in enumerate(words) if word[:3].casefold() in _MONTHS), None)
    numbers = [int(word) for i, word in enumerate(words) if i != month_at and word.isdecimal()]
    if month_at is None or len(numbers) != len(words) - 1 or not 1 <= len(numbers) <= 2:
        raise BadBirthday(typed=typed, field="birthday")
    month = _MONTHS.index(words[month_at][:3].casefold()) + 1
    return (numbers[1] if len(numbers) == 2 else None), month, numbers[0]


def birthday_in(birthday: str | None, year: int) -> date | None:
    """Return the day it is kept in a year; 29 February is kept on 28 February in a common year."""
    if not birthday:
        return None
    month, day = int(birthday[-5:-3]), int(birthday[-2:])
    try:
        return date(year, month, day)
    except ValueError:
        return date(year, 2, 28)


def days_to_birthday(birthday: str | None, today: date) -> int | None:
    """Return how many days it is to the next birthday; 0 is today."""
    if not birthday:
        return None
    this_year = birthday_in(birthday, today.year)
    assert this_year is not None
    if this_year >= today:
        return (this_year - today).days
    next_year = birthday_in(birthday, today.year + 1)
    assert next_year is not None
    return (next_year - today).days


def read_tags(text: str) -> tuple[str, ...]:
    """Return tags typed with commas, without #, each once, in the order typed."""
    words = (" ".join(part.split()).lstrip("#").casefold() for part in re.split(r"[,;\n]", text))
    return tuple(dict.fromkeys(word[:40] for word in words if word))[:20]
