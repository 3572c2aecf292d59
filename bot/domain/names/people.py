"""A workspace's customers with an index over their words, kept in memory and renewed when somebody is added."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TypeVar, overload

from bot.domain.names.known import FEWEST_PHONE_DIGITS, Prepared
from bot.domain.names.spelling import Token, consonants

_MOST_BEGINNINGS = 200
_START = 3

Key = TypeVar("Key")
Value = TypeVar("Value")


class People(Sequence[Prepared]):
    """A workspace's customers with an index over their words. Build it once, and renew it when one changes.

    Building takes some 20 microseconds a customer; ``find`` builds one itself for a plain list. Renewing one of
    20,000 takes some 10 milliseconds. Threads may share an index: once it is built it never changes.
    """

    def __init__(self, people: Iterable[Prepared] = ()) -> None:
        self._people = tuple(people)
        self.bearers: dict[Token, list[int]] = {}
        """Each word that occurs in a name → the places of the customers who bear it."""
        self.by_latin: dict[str, list[Token]] = {}
        """Latin form → the words written so."""
        self.by_folded: dict[str, list[Token]] = {}
        """Folded spelling → the words which fold to it."""
        self.by_start: dict[str, list[str]] = {}
        """First three letters → the Latin forms that begin so."""
        self.by_sound: dict[str, list[int]] = {}
        """Folded spelling of a single word → places."""
        self.by_consonants: dict[str, list[str]] = {}
        """Consonants → the folded spellings of single words that have them in this order."""
        self.by_whole: dict[str, list[int]] = {}
        """Whole name in one word → places."""
        self.by_initials: dict[str, list[int]] = {}
        """Initials → places."""
        self.by_email: dict[str, list[int]] = {}
        """E-mail → places."""
        self.by_last_four: dict[str, list[int]] = {}
        """Last four digits of the phone → places."""
        for place, person in enumerate(self._people):
            self._enter(place, person)

    @classmethod
    def of(cls, people: Sequence[Prepared]) -> "People":
        """Return the index for a sequence, which may be one already."""
        return people if isinstance(people, cls) else cls(people)

    def renewed(self, people: Iterable[Prepared]) -> "People":
        """Return an index in which these customers are new, or stand instead of those with the same ids."""
        new = People()
        for name, table in vars(self).items():
            if isinstance(table, dict):
                setattr(new, name, dict(table))
        everybody = list(self._people)
        places = {person.id: place for place, person in enumerate(everybody)}
        for person in people:
            place = places.setdefault(person.id, len(everybody))
            if place < len(everybody):
                new._leave(place, everybody[place])
            everybody[place:] = [person, *everybody[place + 1 :]]
            new._enter(place, person)
        new._people = tuple(everybody)
        return new

    def _enter(self, place: int, person: Prepared) -> None:
        for word in _words(person):
            if word.latin not in self.by_latin:
                _put(self.by_start, word.latin[:_START], word.latin)
            if word not in self.bearers:
                _put(self.by_latin, word.latin, word)
                _put(self.by_folded, word.folded, word)
            _put(self.bearers, word, place)
        for sound in _sounds(person):
            if sound not in self.by_sound:
                _put(self.by_consonants, consonants(sound), sound)
            _put(self.by_sound, sound, place)
        for table, key in self._keys(person):
            _put(table, key, place)

    def _leave(self, place: int, person: Prepared) -> None:
        for word in _words(person):
            if _take(self.bearers, word, place):
                _take(self.by_folded, word.folded, word)
                if _take(self.by_latin, word.latin, word):
                    _take(self.by_start, word.latin[:_START], word.latin)
        for sound in _sounds(person):
            if _take(self.by_sound, sound, place):
                _take(self.by_consonants, consonants(sound), sound)
        for table, key in self._keys(person):
            _take(table, key, place)

    def _keys(self, person: Prepared) -> Iterator[tuple[dict[str, list[int]], str]]:
        yield from ((self.by_whole, whole) for whole in sorted(person.wholes))
        yield from ((self.by_initials, short) for short in sorted(person.initials))
        if person.email:
            yield self.by_email, person.email
        if len(person.digits) >= FEWEST_PHONE_DIGITS:
            yield self.by_last_four, person.digits[-4:]

    @overload
    def __getitem__(self, index: int) -> Prepared: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Prepared]: ...
    def __getitem__(self, index: int | slice) -> Prepared | Sequence[Prepared]:
        return self._people[index]

    def __len__(self) -> int:
        return len(self._people)

    @cached_property
    def sounds(self) -> list[str]:
        """Every folded spelling of a single word, for the search by edit distance."""
        return list(self.by_sound)

    def beginning_with(self, start: str) -> list[str]:
        """Return the Latin words that begin so, with three letters or more; at most 200."""
        near = self.by_start.get(start[:_START], []) if len(start) >= _START else []
        return [each for each in near if each.startswith(start)][:_MOST_BEGINNINGS]

    def by_phone(self, digits: str) -> list[int]:
        """Return the places whose phone ends in these digits, or whose phone is their end; at least seven."""
        near = self.by_last_four.get(digits[-4:], []) if len(digits) >= FEWEST_PHONE_DIGITS else []
        return [at for at in near if _same_phone(self._people[at].digits, digits)]


def _words(person: Prepared) -> Iterable[Token]:
    return dict.fromkeys(part.token for form in person.forms for part in form.parts)


def _sounds(person: Prepared) -> Iterable[str]:
    return dict.fromkeys(token.folded for form in person.forms for token in form.tokens)


def _same_phone(one: str, other: str) -> bool:
    return one.endswith(other) or other.endswith(one)


def _put(table: dict[Key, list[Value]], key: Key, value: Value) -> None:
    # A list is replaced and never changed: the index that this one was made from may hold it too.
    table[key] = [*table.get(key, ()), value]


def _take(table: dict[Key, list[Value]], key: Key, value: Value) -> bool:
    """Take a value away; say whether it was the key's last, so that the key is gone with it."""
    rest = [each for each in table.pop(key) if each != value]
    if rest:
        table[key] = rest
    return not rest
