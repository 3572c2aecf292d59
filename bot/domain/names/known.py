"""A customer as far as finding goes, with the keys computed once."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.domain.names.spelling import (
    Token,
    east_asian,
    has_kana,
    joined,
    latin_form,
    syllables,
    words,
)
from bot.domain.names.text import plain

FEWEST_PHONE_DIGITS = 7
_SPELLED_OUT = re.compile(r"[^\W\d_]+(?:[-‐·][^\W\d_]+)*")
_COUPLE = re.compile(r"(?P<first>\S+\s*(?:[&+]|\b(?:and|und|et|y|e)\b)\s*[^\s&+]+)\s+\S", re.IGNORECASE)
_SYLLABLE_BREAK = re.compile(r"[-‐·]")


@dataclass(frozen=True)
class Known:
    """One customer: the name, other names (a nickname, a Latin form), phone, e-mail, and how the name is said."""

    id: int
    name: str
    also: tuple[str, ...] = ()
    phone: str | None = None
    email: str | None = None
    say: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A word of a form, or several written as one; ``places`` has a bit for each word it stands for."""

    token: Token
    places: int


@dataclass(frozen=True)
class Form:
    """One way a customer's name is written: its words in order, and every part that could be typed for them."""

    tokens: tuple[Token, ...]
    parts: tuple[Part, ...]
    family: int
    """Bits of the family name: all words but the first; in East Asia, and where it is alone, the first."""


@dataclass(frozen=True)
class Prepared:
    """A customer with the keys that finding compares. Make it with ``prepare`` and keep it as long as the row."""

    known: Known
    forms: tuple[Form, ...]
    wholes: frozenset[str]
    email: str
    digits: str
    initials: frozenset[str]

    @property
    def id(self) -> int:
        """The customer's number."""
        return self.known.id


def prepare(known: Known) -> Prepared:
    """Compute the keys of one customer, some 100 microseconds."""
    written = (known.name, *known.also, *_with_nicknames(known), *_as_said(known))
    names = tuple(name for name in written if plain(name))
    forms = tuple(form for name in names for form in _forms(name, known))
    return Prepared(
        known,
        forms,
        frozenset(whole_key(name) for name in names),
        email_key(known.email or ""),
        phone_digits(known.phone or ""),
        frozenset(initials(name) for name in names),
    )


def _with_nicknames(known: Known) -> Iterator[str]:
    """Yield the name with each one-word other name in place of the first: “Annie” as “Annie Maier”."""
    first, _, rest = known.name.partition(" ")
    for other in known.also:
        if rest and first.isascii() and len(words(other).tokens) == 1:
            yield f"{other} {rest}"


def _as_said(known: Known) -> Iterator[str]:
    """Yield the name as it is said: 田中 花子 as “たなか はなこ”, Dana López (“DAY-nah”) as “DAYnah López”.

    Whatever else was written there (“rhymes with …”) is no name, and nobody looks for it.
    """
    said = known.say or ""
    parts, stored = words(said).tokens, words(known.name).tokens
    if any(each.foreign for each in (*parts, *stored)):
        yield said
    elif _SPELLED_OUT.fullmatch(said.strip()) and len(stored) > 1:
        yield " ".join((_SYLLABLE_BREAK.sub("", said), *(each.native for each in stored[1:])))


def whole_key(name: str) -> str:
    """Return a name as one word without case, accents and spaces: two names with the same key are the same."""
    tight = words(name).whole or "".join(plain(name).casefold().split())
    return tight if east_asian(tight) else latin_form(tight) or tight


def initials(name: str) -> str:
    """Return the first letters of a name's words: “Dana López” as “dl”; particles and titles do not count."""
    return "".join(each.latin[:1] for each in words(name).tokens if not each.particle)


def email_key(email: str) -> str:
    """Return an e-mail address as it is compared: no case, no spaces."""
    return plain(email).casefold().strip("<>. ")


def phone_digits(phone: str) -> str:
    """Return a phone's digits without leading zeros, so that “0171 …” is the end of “+49 171 …”."""
    return re.sub(r"\D", "", plain(phone).replace("(0)", "")).lstrip("0")


def last_four(phone: str) -> str | None:
    """Return the last four digits of a phone, or None where it has fewer than seven."""
    digits = phone_digits(phone)
    return digits[-4:] if len(digits) >= FEWEST_PHONE_DIGITS else None


def _forms(name: str, known: Known) -> Iterator[Form]:
    tokens = words(name).tokens
    east = east_asian(name)
    if tokens:
        as_said = name == known.say and east_asian(known.name)
        yield _form(tokens, 0 if east or as_said or _is_turned(name) else _first_names(name))
    if east and not has_kana(f"{known.name} {known.say}"):
        spelled = tuple(part for each in tokens for part in syllables(each.native))
        if len(spelled) > 1:
            yield _form(spelled, 0)


def _is_turned(name: str) -> bool:
    # “López, Dana”
    return name.count(",") == 1


def _first_names(name: str) -> int:
    """Count the words before the family name: one, or “Thomas & Petra” of “Thomas & Petra Lang”."""
    couple = _COUPLE.match(name)
    return len(words(couple["first"]).tokens) if couple else 1


def _form(tokens: tuple[Token, ...], first_names: int) -> Form:
    """Return a form with its family name: all words after the first names, or where there is none, the first."""
    singles = tuple(Part(each, 1 << place) for place, each in enumerate(tokens))
    after = ((1 << len(tokens)) - 1) >> first_names << first_names if first_names else 0
    return Form(tokens, singles + tuple(_runs(tokens)), after or 1)


def _runs(tokens: tuple[Token, ...]) -> Iterator[Part]:
    # “de la Cruz” is typed “dela cruz” and “delacruz”; “O Brien” is typed “obrien”.
    for length in (2, 3):
        for start in range(len(tokens) - length + 1):
            yield Part(joined(tokens[start : start + length]), ((1 << length) - 1) << start)
