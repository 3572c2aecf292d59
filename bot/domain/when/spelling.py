"""Lower-case, accent-free text that remembers where each letter stood in what the person typed.

The grammar reads the plain spelling; what remains of the text is cut from the typed one, so that case, emoji,
quotes and accents come back exactly as they were.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

# NFKC has no opinion on these, or the wrong one: it would read 1½ as 11/2.
ALIKE = {
    **dict.fromkeys("‐‑‒–—―−－～〜", "-"),
    **dict.fromkeys("‘’ʼ´`＇", "'"),
    "½": " 1/2",
    "¼": " 1/4",
    "¾": " 3/4",
    "⁄": "/",
    "。": ".",
    "、": ",",
    "，": ",",
}
LATIN = re.compile("[a-z]")


@dataclass(frozen=True)
class Spelling:
    """``text`` as the grammar reads it; letter n of it came from ``typed[starts[n]:ends[n]]``."""

    typed: str
    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def sub(self, pattern: re.Pattern[str], put: Callable[[re.Match[str]], str]) -> "Spelling":
        """Return the spelling with every match replaced; all letters put in stand for the whole match."""
        text: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        done = 0
        for match in pattern.finditer(self.text):
            new, (first, last) = put(match), match.span()
            text += self.text[done:first], new
            starts += self.starts[done:first] + (self.starts[first],) * len(new)
            ends += self.ends[done:first] + (self.ends[last - 1],) * len(new)
            done = last
        if not done:
            return self
        text.append(self.text[done:])
        return Spelling(self.typed, "".join(text), (*starts, *self.starts[done:]), (*ends, *self.ends[done:]))


def spell(typed: str) -> Spelling:
    """Spell what was typed plainly: half-width, lower case, no accents, one kind of dash and apostrophe."""
    letters = [(letter, n) for n, char in enumerate(typed) for letter in plain(char)]
    return Spelling(
        typed,
        "".join(letter for letter, _ in letters),
        tuple(n for _, n in letters),
        tuple(n + 1 for _, n in letters),
    )


def plain(char: str) -> str:
    """Return one typed character as plain letters; empty for accents and invisible characters."""
    if char.isascii():
        return " " if char.isspace() else char.lower()
    if char in ALIKE:
        return ALIKE[char]
    if unicodedata.category(char) in {"Mn", "Cf"}:
        return ""
    wide = unicodedata.normalize("NFKC", char).casefold()
    if wide.isspace():
        return " "
    base = unicodedata.normalize("NFD", wide)
    # Only Latin letters lose their marks: か and が are different letters.
    return "".join(c for c in base if unicodedata.category(c) != "Mn") if LATIN.match(base) else wide
