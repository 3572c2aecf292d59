"""Which given names are the same name: Bob and Robert, Paco and Francisco, Саша and Александр.

English comes from the ``nicknames`` package; the other languages are small tables of our own.
Keys are in Latin letters, as ``latin_form`` writes them.
"""

from collections.abc import Iterable
from functools import cache

from nicknames import NickNamer

from bot.domain.names import given_names
from bot.domain.names.given_names import apart
from bot.domain.names.spelling import folded


@cache
def _full_forms() -> dict[str, frozenset[str]]:
    """Short form → the full names it may stand for, all languages together."""
    pairs = [(full, short) for full, shorts in NickNamer.default_lookup().items() for short in shorts]
    pairs += [(line[0], short) for line in given_names.ROWS for short in line[1:]]
    return _gathered((short, full) for full, short in pairs if not are_two_names(full, short))


@cache
def _short_forms() -> dict[str, frozenset[str]]:
    return _gathered((full, short) for short, fulls in _full_forms().items() for full in fulls)


@cache
def _line_mates() -> dict[str, frozenset[str]]:
    """Form → all forms on the same line of our tables, where a line also holds the spellings of one name."""
    return _gathered((one, other) for line in given_names.ROWS for one in line for other in line)


def _gathered(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for key, value in pairs:
        found.setdefault(key, set()).add(value)
    return {key: frozenset(values) for key, values in found.items()}


def are_two_names(one: str, other: str) -> bool:
    """Whether two near names are likelier two customers than one: “robert” and “bill”."""
    return f"{min(one, other)}/{max(one, other)}" in apart.TWO_NAMES


def same_name(one: str, other: str) -> bool:
    """Whether one is a short form of the other: “bob” and “robert”, either way round."""
    return other in _full_forms().get(one, ()) or one in _full_forms().get(other, ())


@cache
def _folded_full_forms() -> dict[str, frozenset[str]]:
    return _gathered((folded(short), folded(full)) for short, fulls in _full_forms().items() for full in fulls)


@cache
def _folded_short_forms() -> dict[str, frozenset[str]]:
    return _gathered((full, short) for short, fulls in _folded_full_forms().items() for full in fulls)


def same_sound(one: str, other: str) -> bool:
    """Whether one is a short form of the other in some spelling; both folded: “kati” for “katerine”."""
    return other in _folded_full_forms().get(one, ()) or one in _folded_full_forms().get(other, ())


def folded_relatives(sound: str) -> frozenset[str]:
    """Return the full names and short forms of a given name, all folded."""
    return _folded_full_forms().get(sound, frozenset()) | _folded_short_forms().get(sound, frozenset())


def cousins(one: str, other: str) -> bool:
    """Whether both stand for one full name: “paco” and “pancho”, “kate” and “katie”, but not “lisa” and “beth”."""
    if other in _line_mates().get(one, ()):
        return True
    if one[:3] != other[:3] or are_two_names(one, other):
        return False
    return not _full_forms().get(one, frozenset()).isdisjoint(_full_forms().get(other, frozenset()))


def is_given_name(latin: str) -> bool:
    """Whether it is a given name that people use, so that it was hardly typed by mistake."""
    return latin in apart.COMMON or latin in _full_forms() or latin in _short_forms()


def relatives(latin: str) -> frozenset[str]:
    """Return every other form of a given name: its full names, their short forms, and its own."""
    fulls = _full_forms().get(latin, frozenset())
    near = fulls | _short_forms().get(latin, frozenset())
    mates = _line_mates().get(latin, frozenset())
    return near.union(mates, *(_short_forms().get(full, frozenset()) for full in fulls)) - {latin}
