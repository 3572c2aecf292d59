"""A command with its names first, or with its verb first: “call back dana”, “order wax for dana by friday”."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.names.finding import Ask, Match
from bot.domain.names.known import Prepared
from bot.domain.names.lists import Reading, Someone, latin_of, names_first
from bot.domain.names.ordinary import ORDINARY
from bot.domain.names.people import People
from bot.domain.names.task_words import ARTICLES, GOES_ON, LINKS, NEEDS_WHOM, PARTICLES_OF_VERBS, TO_PEOPLE, VERBS


def readings(text: str, people: Sequence[Prepared]) -> tuple[Reading, ...]:
    """Return the ways in which a command may be meant, the likeliest first; one when it is clear."""
    book = People.of(people)
    by_verb = _after_verb(text, book)
    if by_verb is None:
        return names_first(text, book)
    plain = names_first(text, book)
    return (*plain, *by_verb) if any(_is_known(each.who) for each in plain) else by_verb


def _is_known(who: tuple[Someone, ...]) -> bool:
    return bool(who) and isinstance(who[0].found, Match | Ask)


# ---- “call back dana”, “order wax for dana”


def _after_verb(text: str, book: People) -> tuple[Reading, ...] | None:
    """Read a command that begins with what is to be done; None when it does not.

    A reading of nobody when there is no name where one would stand.
    """
    parts = text.split()
    verb = latin_of(parts[0]) if parts else ""
    if verb not in VERBS:
        return None
    at = _after_small_words(parts)
    before, after = parts[:at], " ".join(parts[at:])
    found = names_first(after, book, GOES_ON | ARTICLES)
    if _is_known(found[0].who):
        return tuple(_with_verb(before, after, each) for each in found)
    if by_link := _after_link(parts, book):
        return by_link
    first = latin_of(parts[at]) if at < len(parts) else ""
    if verb in TO_PEOPLE and found[0].who and first not in ORDINARY | VERBS:
        return (_with_verb(before, after, found[0]),)
    return (Reading((), text.strip()),)


def _after_small_words(parts: list[str]) -> int:
    """Return where a name may stand after a verb: “call back *dana*”, “check in with *dana*”."""
    at = 1
    while at < len(parts) - 1 and latin_of(parts[at]) in LINKS | PARTICLES_OF_VERBS:
        at += 1
    return at


def _after_link(parts: list[str], book: People) -> tuple[Reading, ...]:
    """Find the name further on: “order wax for *dana* by friday”."""
    for at in range(2, len(parts)):
        found = names_first(" ".join(parts[at:]), book) if latin_of(parts[at - 1]) in LINKS else ()
        if found and _is_known(found[0].who):
            before = " ".join(parts[: at - 1])
            return tuple(replace(each, rest=f"{before} {each.rest}".strip()) for each in found)
    return ()


def _with_verb(before: list[str], after: str, reading: Reading) -> Reading:
    """Put the verb back in front of the rest, with “them” where the name was its object."""
    kept = [each for each in before if latin_of(each) not in LINKS]
    typed = after[: after.rindex(reading.rest)].rstrip() if reading.rest else after
    if re.search(r"['’]s?$", typed):
        kept.append("their")
    elif kept == before and reading.rest and latin_of(before[0]) in NEEDS_WHOM:
        kept.append("them")
    return replace(reading, rest=f"{' '.join(kept)} {reading.rest}".strip())
