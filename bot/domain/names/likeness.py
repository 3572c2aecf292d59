"""How alike two words of a name are, and how well a customer fits what was typed. 1 is “the same”, 0 “another”.

The figures are ranks more than measures: what matters is which side of ``SURE`` and ``DOUBTFUL`` they fall on,
and that a better reason always beats a worse one by more than the margins in ``finding``.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from bot.domain.names import short_names
from bot.domain.names.known import Form, Part, Prepared
from bot.domain.names.spelling import Token, consonants, with_short_vowels

EXACT, FOLDED, SHORT_FORM, COUSIN, INITIAL = 1.0, 0.97, 0.94, 0.88, 0.80
SURE = 0.78
DOUBTFUL = 0.68
_DELIBERATE = 0.70
_OTHER_SCRIPT = _SHORT_FORM_FOLDED = 0.90
_LONG_VOWEL = 0.95
_PARTICLE_WEIGHT = 0.25


_VOWELS = re.compile("[aeiou]+")


@lru_cache(maxsize=65_536)
def likeness(typed: Token, stored: Token, *, first_name: bool = False) -> float:
    """Return how alike a typed word and a stored word are, for the best of all reasons.

    As a first name a word was hardly typed by mistake when it is another name: families share the rest.
    """
    if typed.native == stored.native:
        return EXACT
    if typed.ideographic and stored.ideographic:
        return 0.92 if len(typed.native) > 1 and stored.native.startswith(typed.native) else 0.0
    # Who types in the customer's own script means it; in another script it is one spelling among several.
    best = EXACT if typed.foreign == stored.foreign or not typed.foreign else _OTHER_SCRIPT
    if typed.latin == stored.latin:
        return best
    if first_name and _of_other_gender(typed, stored):
        best = _DELIBERATE
    return min(best, _by_spelling(typed, stored, first_name=first_name))


def _by_spelling(typed: Token, stored: Token, *, first_name: bool) -> float:
    if typed.latin.isdigit() or stored.latin.isdigit():
        return 0.0
    if len(typed.latin) == 1 or len(stored.latin) == 1:
        return INITIAL if typed.latin[:1] == stored.latin[:1] else 0.0
    if short_names.are_two_names(typed.latin, stored.latin):
        return DOUBTFUL
    if known := _by_table(typed, stored):
        return known
    near = max(_beginning(typed.latin, stored.latin), _slip(typed, stored), _same_consonants(typed, stored))
    return min(near, _DELIBERATE) if first_name and _deliberate(typed, stored) else near


def _by_table(typed: Token, stored: Token) -> float:
    """Two spellings of one name, or a short form of it."""
    if typed.folded == stored.folded and len(typed.folded) > 2:
        return FOLDED
    if len(typed.latin) > 2 and with_short_vowels(typed.latin) == with_short_vowels(stored.latin):
        return _LONG_VOWEL
    if short_names.same_name(typed.latin, stored.latin):
        return SHORT_FORM
    if _is_respelled_short_form(typed, stored):
        return _SHORT_FORM_FOLDED
    return COUSIN if short_names.cousins(typed.latin, stored.latin) else 0.0


def _is_respelled_short_form(typed: Token, stored: Token) -> bool:
    """Whether “kati” is Katharine; of two names that both have their own rows, those know better."""
    if not short_names.same_sound(typed.folded, stored.folded):
        return False
    both_known = short_names.is_given_name(typed.latin) and short_names.is_given_name(stored.latin)
    return not both_known or typed.latin[:3] == stored.latin[:3]


def _beginning(typed: str, stored: str) -> float:
    """Somebody wrote only the first letters: three at least, and the more the better."""
    if len(typed) >= 3 and stored.startswith(typed):
        return 0.84 + 0.08 * len(typed) / len(stored)
    return 0.82 if len(stored) >= 5 and typed.startswith(stored) and len(typed) - len(stored) <= 3 else 0.0


def _slip(typed: Token, stored: Token) -> float:
    """A finger slipped: one edit in four letters, two in six, and less likely at the first."""
    as_typed = OSA.distance(typed.latin, stored.latin, score_cutoff=3)
    as_heard = OSA.distance(typed.folded, stored.folded, score_cutoff=3)
    edits = min(as_typed, as_heard + 0.25 * as_typed) if as_typed <= 3 else 9
    longest = max(len(typed.latin), len(stored.latin))
    heard = min(len(typed.folded), len(stored.folded))
    first = 0.0 if typed.folded[0] == stored.folded[0] else 0.06
    if edits <= 1.5 and longest >= 4 and heard >= 3:
        return (0.90 if longest >= 5 else 0.83) - 0.03 * (edits > 1) - first
    if edits <= 2.5 and longest >= 6 and heard >= 5:
        return 0.82 - first
    if edits <= 3 and longest >= 9 and heard >= 7:
        return 0.74 - first
    return DOUBTFUL if edits <= 1 and longest == 3 and not short_names.is_given_name(typed.latin) else 0.0


def _same_consonants(typed: Token, stored: Token) -> float:
    """Only the vowels differ: “seagal” and “siegel”; with two consonants, “vain” and “vane”, it is a guess."""
    heard, kept = consonants(typed.folded), consonants(stored.folded)
    if heard != kept or typed.folded[0] != stored.folded[0]:
        return 0.0
    return 0.80 if len(heard) >= 3 else 0.70 if len(heard) == 2 else 0.0


def _deliberate(typed: Token, stored: Token) -> bool:
    """Whether the typed word is a name of its own, so that it was meant: Diana is not a slip for Dana."""
    if not short_names.is_given_name(typed.latin):
        return False
    if short_names.is_given_name(stored.latin):
        return not _transposed(typed.latin, stored.latin)  # “micheal” is Michael
    longer, shorter = max(typed.latin, stored.latin, key=len), min(typed.latin, stored.latin, key=len)
    if longer[:-1] == shorter and longer[-1] not in "aeiou":
        return False  # Gerhardt is Gerhard; but Paula is not Paul
    return not _respelled(typed.folded, stored.folded)


def _transposed(typed: str, stored: str) -> bool:
    return OSA.distance(typed, stored, score_cutoff=1) == 1 and sorted(typed) == sorted(stored)


def _respelled(typed: str, stored: str) -> bool:
    """Whether only vowels after the first syllable differ: “micheal” is Michael, “marvin” is not Mervin."""
    heard, kept = _VOWELS.findall(typed), _VOWELS.findall(stored)
    same = consonants(typed) == consonants(stored) and typed[-1] == stored[-1] and len(heard) == len(kept)
    return same and bool(heard) and sorted(heard[0]) == sorted(kept[0])


def _of_other_gender(typed: Token, stored: Token) -> bool:
    return _other_gender(typed.latin, stored.latin) or _other_gender(typed.folded, stored.folded)


def _other_gender(typed: str, stored: str) -> bool:
    """Whether a first name differs by its ending alone: Mario, Maria; Paul, Paula; François, Françoise."""
    longer, shorter = max(typed, stored, key=len), min(typed, stored, key=len)
    if len(longer) == len(shorter):
        return {typed[-1], stored[-1]} == {"a", "o"} and typed[:-1] == stored[:-1]
    endings = "ae" if shorter[-1] in "lns" else "" if shorter[-1] in "aeiou" else "a"
    return len(shorter) >= 4 and longer[:-1] == shorter and longer[-1] in endings


@dataclass(frozen=True, slots=True)
class Fit:
    """How well one customer fits: the whole, the worst word, and what was typed for what."""

    score: float
    worst: float
    family_exact: bool
    family_only: bool
    """Whether a family name is all that was typed."""


NO_FIT = Fit(0.0, 0.0, family_exact=False, family_only=False)


def fit(typed: tuple[Token, ...], person: Prepared) -> Fit:
    """Return how well a customer fits the typed words, by the best of the customer's names."""
    fits = (_fit_form(typed, form) for form in person.forms)
    return max(fits, key=lambda each: (each.worst >= DOUBTFUL, each.score), default=NO_FIT)


def _fit_form(typed: tuple[Token, ...], form: Form) -> Fit:
    pairs = _pairs(typed, form)
    scores = [pairs[at][0] if at in pairs else 0.0 for at in range(len(typed))]
    weights = [_PARTICLE_WEIGHT if each.particle else 1.0 for each in typed]
    heavy = [score for score, weight in zip(scores, weights, strict=True) if weight == 1.0] or scores
    used = sum(part.places for _, part in pairs.values())
    total = sum(score * weight for score, weight in zip(scores, weights, strict=True)) / sum(weights)
    return Fit(
        total - 0.01 * _left_out(form, used) - 0.005 * _swapped(pairs),
        min(heavy),
        any(score >= FOLDED and part.places & form.family for score, part in pairs.values()),
        used & ~form.family == 0,
    )


def _pairs(typed: tuple[Token, ...], form: Form) -> dict[int, tuple[float, Part]]:
    """Pair each typed word with a part of the form, the most alike first, no word of the form twice."""
    options = [
        (score, -abs(at - place), at, part)
        for at, word in enumerate(typed)
        for place, part in enumerate(form.parts)
        if (score := likeness_in(form, word, part)) >= DOUBTFUL
    ]
    options.sort(key=lambda option: option[:2], reverse=True)
    pairs: dict[int, tuple[float, Part]] = {}
    used = 0
    for score, _, at, part in options:
        if at not in pairs and not used & part.places:
            pairs[at] = (score, part)
            used |= part.places
    return pairs


def likeness_in(form: Form, typed: Token, part: Part) -> float:
    """Return how alike a typed word and a part of a customer's name are."""
    first_name = len(form.tokens) == 1 or bool(part.places & ~form.family)
    return likeness(typed, part.token, first_name=first_name)


def _left_out(form: Form, used: int) -> int:
    heavy = sum(1 << place for place, each in enumerate(form.tokens) if not each.particle)
    return min((heavy & ~used).bit_count(), 3)


def _swapped(pairs: dict[int, tuple[float, Part]]) -> bool:
    order = [part.places for _, (_, part) in sorted(pairs.items())]
    return order != sorted(order)
