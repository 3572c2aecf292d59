"""Names at the start of a command for one customer or several: “dana, rose and jon silva call about the fair”.

What may be meant in two ways comes back as two readings, to be asked about: a couple kept as one customer or two
people, a name or a verb (“and mark the boots as sold”), somebody new or a word of the text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.domain.names.commands import AROUND, MARKED, QUOTES, find_at_start
from bot.domain.names.finding import Ask, Found, Match, Nobody, Suggest, find
from bot.domain.names.known import whole_key
from bot.domain.names.likeness import SHORT_FORM, likeness
from bot.domain.names.ordinary import ORDINARY
from bot.domain.names.people import People
from bot.domain.names.spelling import token, words
from bot.domain.names.task_words import (
    COMPANY,
    GOES_ON,
    NO_NAMES,
    VERBS,
)

_AND = r"(?:and|und|et|y|e|と)\s+"
_BETWEEN = re.compile(rf"\s*(?:[,&;、\n]|\+(?!\d))\s*(?:{_AND})?|\s+{_AND}", re.IGNORECASE)
_AFTER_HONORIFIC = re.compile(r"\s*と\s*")
_LONGEST_NEW = 3


@dataclass(frozen=True)
class Someone:
    """A name in a command: who is meant by it, and the words."""

    found: Found
    words: str


@dataclass(frozen=True)
class Reading:
    """One way to take a command apart: whom it is for, nobody when no name is in it, and the rest."""

    who: tuple[Someone, ...]
    rest: str


# ---- names first


@dataclass(frozen=True)
class _Name:
    """A name in the text, from ``start`` to ``end``; ``marked`` by quotes, or an address or number."""

    someone: Someone
    start: int
    end: int
    marked: bool = False

    @property
    def ids(self) -> tuple[int, ...]:
        return _ids(self.someone.found)


def _ids(found: Found) -> tuple[int, ...]:
    if isinstance(found, Match):
        return (found.id,)
    return found.ids if isinstance(found, Ask | Suggest) else ()


def names_first(text: str, book: People, goes_on: frozenset[str] = GOES_ON) -> tuple[Reading, ...]:
    """Return the ways to read a command that begins with names; ``goes_on`` are words that end the last one."""
    walked = list(_walk(text, book))
    if len(walked) < 2:
        return (_one(text, book),)
    names = _merged(text, walked, book)
    whole = _reading(text, names, [each.someone for each in names])
    if not names[-1].marked and len(names) > 1 and not _is_sure(text, names[-1], book, goes_on):
        return (whole, *_without_last(text, names))
    return (whole, *_as_one(text, names, book))


def _one(text: str, book: People) -> Reading:
    found, name, rest = find_at_start(text, book)
    if isinstance(found, Nobody) and name.casefold() in NO_NAMES | GOES_ON:
        return Reading((), text.strip())
    return Reading((Someone(found, name),) if name else (), rest)


def _reading(text: str, names: Sequence[_Name], who: Sequence[Someone]) -> Reading:
    """Return a reading that ends with the last of these names; who is named twice is meant once."""
    once = [each for at, each in enumerate(who) if not _is_among(each, who[:at])]
    return Reading(tuple(once), _rest(text, names[-1].end))


def _is_among(someone: Someone, others: Sequence[Someone]) -> bool:
    return isinstance(someone.found, Match) and any(each.found == someone.found for each in others)


def _rest(text: str, at: int) -> str:
    return text[at:].strip(AROUND)


def _without_last(text: str, names: list[_Name]) -> Iterator[Reading]:
    """Yield what else the last name may be: a word of the text, or the end of one new name."""
    before = names[:-1]
    yield _reading(text, before, [each.someone for each in before])
    single = len(names) == 2 and all(len(words(each.someone.words).tokens) == 1 for each in names)
    if single and not names[1].ids and "," not in text[names[0].end : names[1].start]:
        both = text[names[0].start : names[1].end].strip(AROUND + QUOTES)
        yield Reading((Someone(Nobody(), both),), _rest(text, names[1].end))


# ---- couples, and names with a separator of their own


def _as_one(text: str, names: list[_Name], book: People) -> Iterator[Reading]:
    """Yield the reading in which two neighbours are one customer, where there is such a couple."""
    for at, (left, right) in enumerate(pairwise(names)):
        if together := _together(text, left, right, book):
            who = [each.someone for each in names]
            who[at : at + 2] = [together]
            yield _reading(text, names, who)
            return


def _together(text: str, left: _Name, right: _Name, book: People) -> Someone | None:
    if left.marked or right.marked:
        return None
    typed = text[left.start : right.end].strip(AROUND)
    found = find(_BETWEEN.sub(" ", typed), book)
    return Someone(found, typed) if isinstance(found, Match | Ask) else None


def _merged(text: str, names: list[_Name], book: People) -> list[_Name]:
    """Make one name of neighbours who surely are one customer, and take a couple out of what each may mean."""
    for first in range(len(names)):
        for last in range(len(names) - 1, first, -1):
            typed = text[names[first].start : names[last].end].strip(AROUND)
            if whole_key(typed) in book.by_whole:
                one = _Name(Someone(find(typed, book), typed), names[first].start, names[last].end)
                return _merged(text, [*names[:first], one, *names[last + 1 :]], book)
    for at, (left, right) in enumerate(pairwise(names)):
        together = _together(text, left, right, book)
        if together and _is_surely_one(text, left, right, together, book):
            one = _Name(together, left.start, right.end)
            return _merged(text, [*names[:at], one, *names[at + 2 :]], book)
        if together:
            names[at : at + 2] = [_but(left, together), _but(right, together)]
    return names


def _is_surely_one(text: str, left: _Name, right: _Name, together: Someone, book: People) -> bool:
    """Whether one of two names is borne by nobody but the couple, or they are turned: “lopez, dana”."""
    both = set(_ids(together.found))
    if any(ids and ids <= both for ids in (set(left.ids), set(right.ids))):
        return True
    family = {words(each.known.name).tokens[-1].latin for each in book if each.id in both}
    return "," in text[left.start : right.start] and {latin_of(left.someone.words)} == family


def _but(name: _Name, together: Someone) -> _Name:
    """Return a name without the couple among those it may mean."""
    ids = tuple(each for each in name.ids if each not in _ids(together.found))
    if not isinstance(name.someone.found, Ask) or not ids:
        return name
    return replace(name, someone=replace(name.someone, found=Match(ids[0]) if len(ids) == 1 else Ask(ids)))


# ---- one name after the other


def _walk(text: str, book: People) -> Iterator[_Name]:
    """Yield the names at the start of a text; all but the last stand before a comma, an “and”, an “&”."""
    at = len(text) - len(text.lstrip())
    while at < len(text):
        marked = _marked(text, at, book)
        name = marked or _before_next(text, at, book) or _last(text, at, book)
        if name is None:
            return
        yield name
        between = _BETWEEN.match(text, name.end) or (_AFTER_HONORIFIC.match(text, name.end) if marked else None)
        if not between:
            return
        at = between.end()


def _marked(text: str, at: int, book: People) -> _Name | None:
    """Return a name in quotes, an address, a number, or one with an honorific."""
    for pattern in MARKED:
        if found := pattern.match(text, at):
            return _Name(Someone(find(found["name"], book), found["name"].strip()), at, found.end(), marked=True)
    return None


def _before_next(text: str, at: int, book: People) -> _Name | None:
    """Return what stands before the next separator when all of it is a name, known or new."""
    between = _BETWEEN.search(text, at)
    typed = text[at : between.start()] if between else ""
    if not between or not typed.strip():
        return None
    found, name, rest = find_at_start(typed, book)
    if not isinstance(found, Nobody):
        return None if rest else _Name(Someone(found, name), at, between.start())
    new = [each.latin for each in words(typed).tokens]
    if not 0 < len(new) <= _LONGEST_NEW or new[0] in ORDINARY or any(each in GOES_ON for each in new):
        return None
    return _Name(Someone(find(typed, book), typed.strip()), at, between.start())


def _last(text: str, at: int, book: People) -> _Name | None:
    """Return the name with which a list ends and after which the text goes on; None when it is no name."""
    found, name, rest = find_at_start(text[at:], book)
    first = latin_of(name.split(" ")[0]) if name else ""
    if not first or (isinstance(found, Nobody) and (first.isdigit() or "<" in name)):
        return None
    if isinstance(found, Nobody) and (first in VERBS | COMPANY or (first in ORDINARY and not name[:1].isupper())):
        return None
    return _Name(Someone(found, name), at, at + text[at:].rindex(rest) if rest else len(text))


def _is_sure(text: str, last: _Name, book: People, goes_on: frozenset[str]) -> bool:
    """Whether the last name of a list can be nothing else: by its capital, its spelling, or what follows."""
    found, name = last.someone.found, last.someone.words
    typed, rest = text[last.start : last.end].rstrip(), text[last.end :].lstrip()
    if re.search(r"['’]s?$", typed):
        return False
    tokens = [each.latin for each in words(name).tokens]
    ends = not rest or not typed[-1:].isalnum() or not rest[0].isalpha() or latin_of(rest.split()[0]) in goes_on
    if isinstance(found, Nobody):
        return name[:1].isupper() and ends and tokens[0] not in ORDINARY
    if name[:1].isupper() or len(tokens) > 1:
        return True
    return _is_spelled(tokens[0], found, book) and (ends or tokens[0] not in ORDINARY)


def _is_spelled(latin: str, found: Found, book: People) -> bool:
    """Whether a word is the name of somebody found, or short for it, and no slip of the finger."""
    typed, ids = token(latin), _ids(found)
    borne = (part.token for each in book if each.id in ids for form in each.forms for part in form.parts)
    return max((likeness(typed, each) for each in borne), default=0) >= SHORT_FORM


def latin_of(word: str) -> str:
    """Return one word in Latin letters, and nothing for what is more than one."""
    tokens = words(word.strip(AROUND + QUOTES)).tokens
    return tokens[0].latin if len(tokens) == 1 else ""
