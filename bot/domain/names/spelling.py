"""One word of a name in the three ways it is compared: as typed, in Latin letters, and with spelling folded.

Folding undoes the choices that different people make when they write down the same sound: Müller, Mueller;
Đoković, Djokovic; Eriksson, Ericson; Yusuf, Youssef. It is not phonetics: two words which fold together are
nearly always the same name in two spellings.
"""

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache

from anyascii import anyascii

from bot.domain.names.kana import is_kana, spoken
from bot.domain.names.text import plain

_TITLES = """
mr mrs ms miss mx dr doctor prof professor sir madam maam rev herr frau fraulein hr fr dott dra sr sra srta senor
senora senorita monsieur madame mademoiselle mme mlle sig signor signora signorina pan pani gospodin gospozha
meneer mevrouw mevr dhr fru
"""
_PARTICLES = """
de del della di da das dos do du des la le las los el al van von vom der den het ter ten zu zum zur bin ibn bint
ben abu af av y e i und and jr sr ii iii iv phd md esq
"""
_LOOSE_TITLES = """
d dona dom don dna eng ing arq lord lady tia tio uncle aunt auntie familie familia famille family fam
"""
TITLES = frozenset(_TITLES.split())
LOOSE_TITLES = frozenset(_LOOSE_TITLES.split())
"""Titles that are also names, initials or words of a name: “D. Graça Moura”, “Don Draper”, “Familie Huber”."""

PARTICLES = frozenset(_PARTICLES.split())
"""Words of a name that weigh little: people leave them out, and they tell nobody apart."""

_HONORIFIC_PART = re.compile(r"-(?:san|sama|kun|chan|sensei|ssi|nim|ji|bey|hanim)\b", re.IGNORECASE)
_HONORIFIC_END = re.compile(r"(?<=\w)(?:さん|さま|様|ちゃん|くん|先生|氏|女士|小姐|太太|씨|님)$")
_POSSESSIVE = re.compile(r"'s?$", re.IGNORECASE)
_WORD = re.compile(r"[^ ']+(?:'[^ ']+)*'?")
_IDEOGRAPH = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]")
_HANGUL = re.compile(r"[\uac00-\ud7af]")
_NOT_LATIN = re.compile(r"[^\u0000-\u024f\u0300-\u036f\u1e00-\u1eff]")
_SYLLABLE = re.compile(r"[A-Z][a-z]*")

# Korean family names are not written as they are romanised.
_KOREAN_FAMILIES = {
    "bag": "park", "baeg": "baek", "choe": "choi", "gang": "kang", "gim": "kim", "gweon": "kwon", "i": "lee",
    "im": "lim", "jeong": "jung", "jo": "cho", "no": "roh", "o": "oh", "sin": "shin", "u": "woo", "yu": "yoo",
    "yun": "yoon",
}  # fmt: skip

_LONG_VOWEL = re.compile(r"(?<=o)[ohu](?![aeiou])|(?<=u)u")

_FOLDS = tuple(
    (re.compile(pattern), plain_form)
    for pattern, plain_form in (
        (r"tsch|tch|cz", "c"),
        (r"sch|sh|sz", "s"),
        (r"ph", "f"),
        (r"dj|dzh|zh", "d"),
        (r"ue|ou|oo|oy", "u"),
        (r"oe", "o"),
        (r"ae", "a"),
        (r"ck|ch|kh|qu|q", "k"),
        (r"(?<=.)h", ""),
        (r"c(?=[eiy])", "s"),
        (r"c", "k"),
        (r"[yj]", "i"),
        (r"ai|ee|ie|ei", "i"),
        (r"w", "v"),
        (r"z", "s"),
        (r"x", "ks"),
        (r"(.)\1+", r"\1"),
    )
)


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a name: casefolded as typed, in Latin letters, and with its spelling folded."""

    native: str
    latin: str
    folded: str

    @property
    def ideographic(self) -> bool:
        """Whether it is written in Chinese characters, whose Latin form is only one of several readings."""
        return bool(_IDEOGRAPH.search(self.native))

    @property
    def foreign(self) -> bool:
        """Whether it is written in another script than the Latin one."""
        return bool(_NOT_LATIN.search(self.native))

    @property
    def particle(self) -> bool:
        """Whether it is a small word like “de” or “van” that weighs little."""
        return self.latin in PARTICLES


def token(word: str) -> Token:
    """Return the token of one word, which may be in any script and case."""
    native = word.casefold().replace("'", "")
    latin = latin_form(native) or native
    return Token(native, latin, folded(latin))


def joined(tokens: tuple[Token, ...]) -> Token:
    """Return several tokens written as one word: “de la Cruz” as “delacruz”."""
    latin = "".join(each.latin for each in tokens)
    return Token("".join(each.native for each in tokens), latin, folded(latin))


@lru_cache(maxsize=65_536)
def latin_form(word: str) -> str:
    """Return a word in lower-case ASCII letters and digits: “łukasz” as “lukasz”, “олег” as “oleg”."""
    romanised = word if word.isascii() else anyascii(spoken(word))
    return "".join(char for char in romanised.casefold() if char.isalnum())


@lru_cache(maxsize=65_536)
def folded(latin: str) -> str:
    """Return a Latin word with its spelling folded: “mueller” and “muller” both as “muler”."""
    for pattern, plain_form in _FOLDS:
        latin = pattern.sub(plain_form, latin)
    return latin


@lru_cache(maxsize=65_536)
def with_short_vowels(latin: str) -> str:
    """Return a Latin word without the signs of a long vowel: “ohta”, “oota” and “ota” are Ōta, “tarou” Tarō."""
    return _LONG_VOWEL.sub("", latin)


def consonants(folded_word: str) -> str:
    """Return what is left of a folded word without its vowels: “segal” as “sgl”."""
    return "".join(char for char in folded_word if char not in "aeiou")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a name as typed: with its titles put aside, and whether there were any."""

    tokens: tuple[Token, ...]
    titled: bool
    whole: str
    """Everything in one word, titles included: the key for “typed exactly like that”."""


@lru_cache(maxsize=1024)
def words(text: str) -> Words:
    """Take a name apart into tokens; titles go aside unless nothing else would be left."""
    seen = _HONORIFIC_PART.sub("", plain(text))
    honoured = seen != plain(text)
    parts = []
    for found in _WORD.findall(_letters(seen)):
        bare = _HONORIFIC_END.sub("", _POSSESSIVE.sub("", found))
        honoured = honoured or bool(_HONORIFIC_END.search(found))
        parts.append(token(bare))
    tokens = tuple(parts)
    kept = _without_titles(tokens)
    return Words(kept, honoured or len(kept) < len(tokens), "".join(each.native for each in tokens))


def with_or_without_title(text: str) -> tuple[Words, ...]:
    """Return what a name may be made of, the likelier first: “dona graça” is Dona Graça, or else Graça."""
    typed = words(text)
    first = typed.tokens[0].latin if len(typed.tokens) > 1 else ""
    if first not in LOOSE_TITLES or (len(first) == 1 and len(typed.tokens) == 2):
        return (typed,)  # “d lopez” is an initial
    return typed, replace(typed, tokens=typed.tokens[1:], titled=True)


def _letters(text: str) -> str:
    # Marks belong to their letter: Devanagari and Thai write vowels with them.
    return "".join(char if char == "'" or unicodedata.category(char)[0] in "LNM" else " " for char in text)


def _without_titles(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    kept = tokens
    while len(kept) > 1 and kept[0].latin in TITLES:
        kept = kept[1:]
    return kept


def east_asian(text: str) -> bool:
    """Whether a text holds Chinese, Japanese or Korean letters; there the family name stands first."""
    return bool(_EAST_ASIAN.search(text))


def has_kana(text: str) -> bool:
    """Whether a text is Japanese beyond doubt; then its Chinese characters are not read in Chinese."""
    return any(map(is_kana, text))


def syllables(word: str) -> tuple[Token, ...]:
    """Return the romanised syllables of a word in Chinese characters or Hangul: 박지민 as park, ji, min."""
    parts = [part.casefold() for part in _SYLLABLE.findall(anyascii(word))]
    if parts and _HANGUL.match(word):
        parts[0] = _KOREAN_FAMILIES.get(parts[0], parts[0])
    return tuple(Token("", part, folded(part)) for part in parts)
