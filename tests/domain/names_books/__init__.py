"""Whole books of customers, what staff typed to find them, and the decision that is right.

key | name | also: … | say: … | phone: … | email: …
what was typed => sure key  |  ask key key  |  suggest key  |  unknown      (“or” between what is as good)
a whole command => sure key | the rest of it      (several customers: sure key + sure key; * for any rest)
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.domain.names import Ask, Found, Known, Match, Nobody, People, find, find_at_start, prepare, several

BOOKS = ("streets", "towns", "seaside")


@dataclass(frozen=True)
class Wanted:
    """One decision that is right: its kind, and who is meant or offered."""

    kind: str
    ids: frozenset[int]

    def is_met(self, found: Found) -> bool:
        """Whether this was decided; a suggestion of one person is as good as a question about one."""
        if isinstance(found, Match):
            return self.kind == "sure" and self.ids == {found.id}
        if isinstance(found, Nobody):
            return self.kind == "unknown"
        offered = self.ids <= set(found.ids) and len(found.ids) <= max(5, 2 * len(self.ids))
        return offered and (self.kind == "suggest" or (self.kind == "ask" and _asks(found, self.ids)))


def _asks(found: Found, ids: frozenset[int]) -> bool:
    return isinstance(found, Ask) or len(ids) == 1


@dataclass(frozen=True)
class Book:
    """The customers of a book and its two tables."""

    people: People
    keys: dict[str, int]
    look_ups: tuple[str, ...]
    commands: tuple[str, ...]

    def verdicts(self) -> tuple[Counter[str], list[str]]:
        """Count “right”, “asked” in vain, “silent” for the wrong person; and return what was not right."""
        judged = [*map(self._look_up, self.look_ups), *map(self._command, self.commands)]
        return Counter(verdict for verdict, _ in judged), [told for verdict, told in judged if verdict != "right"]

    def _look_up(self, line: str) -> tuple[str, str]:
        typed, _, wanted = line.partition(" => ")
        found = find(typed, self.people)
        return _judge([found], [self._wanted(wanted)]), f"{line}   {found}"

    def _command(self, line: str) -> tuple[str, str]:
        typed, _, wanted = line.partition(" => ")
        who, _, rest = (part.strip() for part in wanted.partition("|"))
        if " + " in who:
            found = [each for each, _ in several(typed, self.people)]
            return _judge(found, [self._wanted(each) for each in who.split(" + ")]), f"{line}   {found}"
        one, name, left = find_at_start(typed, self.people)
        verdict = _judge([one], [self._wanted(who)])
        return verdict if rest in {left, "*"} else "split", f"{line}   {one} {name!r} {left!r}"

    def _wanted(self, text: str) -> list[Wanted]:
        return [
            Wanted(kind, frozenset(self.keys[key] for key in keys))
            for kind, *keys in (each.split() for each in text.split(" or "))
        ]


def _judge(found: list[Found], wanted: list[list[Wanted]]) -> str:
    if len(found) != len(wanted):
        return "asked"
    met = [any(each.is_met(one) for each in among) for one, among in zip(found, wanted, strict=True)]
    wrong = [one for one, right in zip(found, met, strict=True) if not right]
    return "silent" if any(isinstance(one, Match) for one in wrong) else "asked" if wrong else "right"


def read(name: str) -> Book:
    """Return one of the books."""
    text = Path(__file__).with_name(f"{name}.txt").read_text(encoding="utf-8")
    customers = [line.split(" | ") for line in _section(text, "customers")]
    keys = {fields[0]: number for number, fields in enumerate(customers, 1)}
    people = People(prepare(_known(number, fields)) for number, fields in enumerate(customers, 1))
    return Book(people, keys, tuple(_section(text, "look-ups")), tuple(_section(text, "commands")))


def _section(text: str, name: str) -> Iterator[str]:
    lines = re.split(r"^\[.*\]$", text.split(f"[{name}]\n")[1], maxsplit=1, flags=re.MULTILINE)[0]
    return (line for line in lines.splitlines() if line.strip() and not line.startswith("# "))


def _known(number: int, fields: list[str]) -> Known:
    said = dict(field.strip().split(": ", 1) for field in fields[2:])
    also = (said["also"],) if "also" in said else ()
    return Known(number, fields[1].strip(), also, said.get("phone"), said.get("email"), said.get("say"))
