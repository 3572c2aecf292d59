"""Reads names_corpus.txt: customers of many cultures, and what staff typed to find them."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bot.domain.names import Ask, Found, Known, Match, Nobody, People, Suggest, prepare

_FILE = Path(__file__).with_name("names_corpus.txt")


@dataclass(frozen=True)
class LookUp:
    """What was typed, the kind of answer that is right (= ? ~ -), and the names it must hold."""

    query: str
    kind: str
    names: tuple[str, ...]

    def judge(self, found: Found, names: dict[int, str]) -> str:
        """Return “right”, “silent” for a match that may be the wrong person, or “wrong”."""
        if isinstance(found, Match):
            if self.names != (names[found.id],):
                return "silent"
            return "right" if self.kind == "=" else "wrong"
        if isinstance(found, Nobody):
            return "right" if self.kind == "-" else "wrong"
        held = set(self.names) <= {names[each] for each in found.ids} and self.kind in "?~"
        # A suggestion must not be worded as a question among equals, and the other way round it may.
        return "right" if held and (isinstance(found, Ask) or self.kind == "~") else "wrong"


def _section(name: str) -> list[str]:
    text = _FILE.read_text(encoding="utf-8").split(f"[{name}]\n")[1].split("\n[")[0]
    return text.strip().split("\n")


def _known(number: int, line: str) -> Known:
    name, also, phone, email = (line.split("|") + [""] * 3)[:4]
    others = (also.strip(),) if also.strip() else ()
    return Known(number, name.strip(), others, phone.strip() or None, email.strip() or None)


def _look_up(line: str) -> LookUp:
    if line.endswith(" -"):
        return LookUp(line[:-2], "-", ())
    for kind in "=?~":
        query, mark, names = line.partition(f" {kind} ")
        if mark:
            return LookUp(query, kind, tuple(name.strip() for name in names.split(" / ")))
    raise ValueError(line)


@cache
def customers() -> tuple[Known, ...]:
    """Return the customers of the corpus, numbered from 1."""
    return tuple(_known(number, line) for number, line in enumerate(_section("customers"), 1))


@cache
def people() -> People:
    """Return the same, prepared."""
    return People(prepare(known) for known in customers())


def look_ups(*, held_out: bool) -> list[LookUp]:
    """Return the look-ups that the rules were tuned on, or those that they were not."""
    return [_look_up(line) for line in _section("held out" if held_out else "tuned")]


def judged(found: list[tuple[LookUp, Found]]) -> dict[str, list[str]]:
    """Return the queries by verdict."""
    names = {known.id: known.name for known in customers()}
    verdicts: dict[str, list[str]] = {"right": [], "silent": [], "wrong": []}
    for look_up, answer in found:
        ids = (
            answer.ids if isinstance(answer, Ask | Suggest) else (answer.id,) if isinstance(answer, Match) else ()
        )
        shown = f"{type(answer).__name__} {', '.join(names[each] for each in ids)}"
        verdicts[look_up.judge(answer, names)].append(f"{look_up.query} {look_up.kind} {look_up.names}: {shown}")
    return verdicts
