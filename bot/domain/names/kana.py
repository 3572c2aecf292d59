"""Japanese syllables in Latin letters, as they are said: しょう as “shou”, ティム as “timu”, っぽ as “ppo”.

``anyascii`` spells each sign by itself (“shiyou”, “teimu”, “satporo”), and nobody types that.
"""

from collections.abc import Iterator
from itertools import groupby

from anyascii import anyascii

_GLIDES = dict(zip("ゃゅょャュョ", "auoauo", strict=True))
_SMALL_VOWELS = dict(zip("ぁぃぅぇぉァィゥェォ", "aiueo" * 2, strict=True))
_PAUSES = "っッ"


def spoken(word: str) -> str:
    """Return a word with its kana, if it has any, in Latin letters; everything else stays."""
    runs = ((kana, "".join(signs)) for kana, signs in groupby(word, is_kana))
    return "".join("".join(_syllables(signs)) if kana else signs for kana, signs in runs)


def is_kana(sign: str) -> bool:
    """Whether a letter is hiragana or katakana."""
    return "\u3041" <= sign <= "\u30ff"


def _syllables(signs: str) -> Iterator[str]:
    """Yield syllables; a small sign changes the vowel of the one before, a pause doubles the next consonant."""
    before, paused = "", False
    for sign in signs:
        if sign in _PAUSES:
            paused = True
        elif before and sign in _GLIDES:
            before = _with_glide(before, _GLIDES[sign])
        elif before and sign in _SMALL_VOWELS:
            before = ("w" if before == "u" else before[:-1]) + _SMALL_VOWELS[sign]
        else:
            yield before
            said = anyascii(sign)
            before, paused = (said[:1] if paused else "") + said, False
    yield before


def _with_glide(syllable: str, vowel: str) -> str:
    start = syllable[:-1]
    return start + vowel if start.endswith(("sh", "ch", "j")) else f"{start}y{vowel}"
