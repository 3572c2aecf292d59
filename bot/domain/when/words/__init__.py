"""Time words of each language, rewritten into the few English words that the grammar knows."""

import re
from collections.abc import Callable
from functools import cache
from importlib import import_module

from bot.domain.when.spelling import Spelling, spell

LANGUAGES = {
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "de": "german",
    "pt": "portuguese",
    "ja": "japanese",
}
WEAK = "\x02"
# What only a rewritten text has: beside a time, more was said of it.
TRANSLATED = r"every|next|months?|weeks?|years?|minutes|hours|ago|eod|OF[A-Z]+|NEXT|LAST"
Put = Callable[[re.Match[str]], str]
Step = tuple[re.Pattern[str], Put]


def translate(spelling: Spelling, language: str) -> Spelling:
    """Rewrite the time words of ``language`` (two letters), then English abbreviations."""
    for pattern, put in (*steps(language), *steps("en")) if language != "en" else steps("en"):
        spelling = spelling.sub(pattern, put)
    return spelling


@cache
def steps(language: str) -> tuple[Step, ...]:
    """Return a language's substitutions, in order: some before its table, the table, its turns of phrase."""
    words = import_module(f"bot.domain.when.words.{LANGUAGES[language]}")
    first = [(re.compile(pattern), _expand(put)) for pattern, put in words.FIRST]
    turns = [(re.compile(pattern), _expand(put)) for pattern, put in words.TURNS]
    return (*first, _phrases({**words.MORE, **read_table(words.TABLE)}, spaced=words.SPACED), *turns)


def touchy(language: str) -> frozenset[str]:
    """Return the words that, standing just before a time, say that it belongs to something else."""
    words: frozenset[str] = import_module(f"bot.domain.when.words.{LANGUAGES[language]}").TOUCHY
    return words


@cache
def left(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what finds a word of time that was not understood: just before a place, and just after it.

    At most one little word stands between.
    """
    words = import_module(f"bot.domain.when.words.{LANGUAGES[language]}")
    if not words.SPACED:
        return re.compile(rf"(?:{words.LEFT_BEFORE}) *$"), re.compile(rf" *(?:{words.LEFT})")
    more = rf"{words.LEFT}|:\d\d-?" + ("" if language == "en" else rf"|\d{{1,2}}(?:st|th)|{TRANSLATED}")
    before = rf"(?<!\w)(?:{more})(?: [^\W\d]{{1,3}})?[ ,;:(-]*$"
    return re.compile(before), re.compile(rf"[ ,;:)-]*(?:[^\W\d]{{1,5}}[ ']){{0,2}}(?:{more})(?!\w)")


def read_table(table: str) -> dict[str, str]:
    """Read lines of “english = word | other word”; a question mark says that it is also an everyday word."""
    rows = (line.split(" = ") for line in table.replace("\n    | ", " | ").strip().splitlines())
    return {word: english.replace("?", WEAK) for english, words in rows for word in words.split(" | ")}


def _phrases(phrases: dict[str, str], *, spaced: bool) -> Step:
    """Return the substitution of a whole table, longest words first; without spaces, words get their own."""
    spelled = {spell(words).text: put if spaced else f" {put} " for words, put in phrases.items()}
    either = "|".join(re.escape(words) for words in sorted(spelled, key=len, reverse=True))
    pattern = rf"(?<!\w)(?:{either})(?!\w)" if spaced else either
    return re.compile(pattern), lambda match: spelled[match[0]]


def _expand(put: str | Put) -> Put:
    return put if callable(put) else lambda match: match.expand(put)
