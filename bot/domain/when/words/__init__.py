"""Time words of each language, rewritten into the few English words that the grammar knows."""

import re
from collections.abc import Callable
from functools import cache
from importlib import import_module

from bot.domain.when.spelling import Spelling

LANGUAGES = {
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "de": "german",
    "pt": "portuguese",
    "ja": "japanese",
}
Step = tuple[re.Pattern[str], Callable[[re.Match[str]], str]]


def translate(spelling: Spelling, language: str) -> Spelling:
    """Rewrite the time words of ``language`` (two letters), then English abbreviations."""
    for pattern, put in (*steps(language), *steps("en")) if language != "en" else steps("en"):
        spelling = spelling.sub(pattern, put)
    return spelling


@cache
def steps(language: str) -> tuple[Step, ...]:
    """Return a language's substitutions, in order: its phrases (longest first), then its turns of phrase."""
    table = import_module(f"bot.domain.when.words.{LANGUAGES[language]}")
    turns = [(re.compile(pattern), _expand(put)) for pattern, put in table.TURNS]
    before = [(re.compile(pattern), _expand(put)) for pattern, put in table.FIRST]
    return (*before, _phrases(table.PHRASES, table.SPACED), *turns)


def _phrases(phrases: dict[str, str], spaced: bool) -> Step:
    longest = sorted(phrases, key=len, reverse=True)
    either = "|".join(re.escape(words) for words in longest)
    pattern = rf"(?<!\w)(?:{either})(?!\w)" if spaced else either
    return re.compile(pattern), lambda match: phrases[match[0]]


def _expand(put: str) -> Callable[[re.Match[str]], str]:
    return lambda match: match.expand(put)
