"""Who is meant: a sure match, a question with names on its buttons, a suggestion, or nobody.

The worst error is the silent one, a visit written on the wrong card. So a match needs every typed word
accounted for and a clear margin over the next customer; everything else asks. The order of the rules, and the
share of right decisions to hold on to, are those of the names section of the product's conventions.
"""

import heapq
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.domain.names import short_names
from bot.domain.names.known import Prepared, email_key, phone_digits, whole_key
from bot.domain.names.likeness import DOUBTFUL, EXACT, FOLDED, INITIAL, SURE, Fit, fit, likeness
from bot.domain.names.people import People
from bot.domain.names.spelling import Token, Words, consonants, joined, with_or_without_title, words
from bot.domain.names.text import plain

MOST_CHOICES = 5
_MOST_SCORED = 60
_MOST_WORDS = 8
_MOST_WORDS_OF_A_NAME = 4
_MARGIN = 0.065
_MARGIN_ONE_WORD = 0.09
_SURE_ALONE = 0.87

_EMAIL = re.compile(r"\S+@\S+\.\S+")
_PHONE = re.compile(r"\+?[\d\s().\-/]{4,}")
_FOUR_DIGITS = re.compile(r"\d{4}")
_PHONE_INSIDE = re.compile(r"(?<![\w+])\+?\d[\d\s().\-/]{2,}\d(?!\w)")
_CAPITAL_INITIALS = re.compile(r"(?:[^\W\d_]\.\s?){2,3}|[A-Z]{2,3}")


@dataclass(frozen=True)
class Match:
    """One customer, surely."""

    id: int


@dataclass(frozen=True)
class Ask:
    """One of several customers, best first, at most five."""

    ids: tuple[int, ...]


@dataclass(frozen=True)
class Suggest:
    """Nobody surely: “did you mean …?”, best first, at most five, beside the offer to add."""

    ids: tuple[int, ...]


@dataclass(frozen=True)
class Nobody:
    """Nobody of that name: say so, and offer to add."""


Found = Match | Ask | Suggest | Nobody


def find(query: str, people: Sequence[Prepared]) -> Found:
    """Decide who is meant by a name, an e-mail address, a phone number, its last four digits, or initials.

    ``people`` may be any sequence; a ``People`` keeps its index, which matters from a thousand customers up.
    """
    book = People.of(people)
    return _by_key(plain(query), book) or _by_name(query, book)


def _by_key(query: str, book: People) -> Found | None:
    """Decide by what belongs to one customer only: the name typed exactly, e-mail, phone, last four digits."""
    if email := _EMAIL.search(query):
        return _one_of(book, book.by_email.get(email_key(email[0]), [])) or Nobody()
    if exact := _exactly(query, book):
        return _one_of(book, exact) if len(words(query).tokens) != 1 else _one_word_exactly(query, exact, book)
    if _PHONE.fullmatch(query):
        return _by_phone(query, book)
    return _by_name_and_phone(query, book)


def _exactly(query: str, book: People) -> list[int]:
    """Return the places of the customers of exactly this name; in their own script, where there are such."""
    places = book.by_whole.get(whole_key(query), [])
    typed = words(query)
    if not any(each.foreign for each in typed.tokens):
        return places
    return [at for at in places if words(book[at].known.name).whole == typed.whole] or places


def _one_word_exactly(query: str, exact: list[int], book: People) -> Found | None:
    """Decide “Rose” where a customer is called just that: there may be other Roses, but Rosemary is none."""
    namesakes = [] if _PHONE.fullmatch(query) else candidates(words(query), book)
    others = (each.place for each in namesakes if each.fit.worst >= FOLDED)
    return _one_of(book, list(dict.fromkeys((*exact, *others))))


def _by_phone(query: str, book: People) -> Found | None:
    return _one_of(book, _with_phone(query, book))


def _with_phone(typed: str, book: People) -> list[int]:
    """Return the places of the customers with a phone number, or with its last four digits."""
    if _FOUR_DIGITS.fullmatch(typed.strip()):
        return book.by_last_four.get(typed.strip(), [])
    return book.by_phone(phone_digits(typed))


def _by_name_and_phone(query: str, book: People) -> Found | None:
    """Decide “dana 4471”: the digits choose among the customers of that name; digits that fit none ask."""
    digits = _PHONE_INSIDE.search(query)
    rest = _PHONE_INSIDE.sub(" ", query)
    if not digits or not words(rest).tokens:
        return None
    found = _by_name(rest, People(book[at] for at in _with_phone(digits[0], book)))
    return _unsure(_by_name(rest, book)) if isinstance(found, Nobody) else found


def _unsure(found: Found) -> Found:
    return Ask((found.id,)) if isinstance(found, Match) else found


def _one_of(book: People, places: list[int]) -> Found | None:
    ids = tuple(book[at].id for at in places)
    if not ids:
        return None
    return Match(ids[0]) if len(ids) == 1 else Ask(ids[:MOST_CHOICES])


@dataclass(frozen=True, slots=True)
class Candidate:
    """A customer and how well the typed name fits."""

    place: int
    fit: Fit


def _by_name(query: str, book: People) -> Found:
    typed = words(query)
    found = None if _is_letters(typed) else _as_read(with_or_without_title(query), book)
    if found is None or isinstance(found, Suggest):
        found = _by_initials(query, typed, book) or found
    return found or _by_family(typed, book)


def _is_letters(typed: Words) -> bool:
    return all(len(each.latin) == 1 for each in typed.tokens)


def _as_read(read: tuple[Words, ...], book: People) -> Found | None:
    """Decide by the first reading that is more than a guess."""
    decided = [found for each in read if (found := _decide(each, candidates(each, book), book))]
    return next((found for found in decided if not isinstance(found, Suggest)), decided[0] if decided else None)


def candidates(typed: Words, book: People) -> list[Candidate]:
    """Return the customers whom every typed word may mean, best first."""
    best: dict[int, Fit] = {}
    for tokens, both in _variants(typed.tokens[:_MOST_WORDS]):
        for place in _shortlist(tokens, both, book):
            fits = fit(tokens, book[place])
            if _is_candidate(typed, fits) and (place not in best or fits.score > best[place].score):
                best[place] = fits
    ranked = (Candidate(place, fits) for place, fits in best.items())
    return sorted(ranked, key=lambda each: (-each.fit.score, -each.fit.worst, each.place))


def _is_candidate(typed: Words, fits: Fit) -> bool:
    # One letter alone, typed or stored, points at a tenth of the book.
    return fits.worst >= DOUBTFUL and not (len(typed.tokens) == 1 and fits.worst == INITIAL)


def _decide(typed: Words, fitting: list[Candidate], book: People) -> Found | None:
    if not fitting:
        return None
    top = fitting[0].fit
    near = [each for each in fitting if _is_near(each.fit, top, typed)]
    ids = tuple(book[each.place].id for each in near[:MOST_CHOICES])
    if not _is_sure(typed, top):
        return Suggest(ids)
    if len(near) > 1 or (typed.titled and len(typed.tokens) == 1 and top.family_only):
        return Ask(ids)
    return Match(ids[0])


def _is_near(other: Fit, top: Fit, typed: Words) -> bool:
    """Whether another customer fits about as well: worse by some of one word, however many words there are."""
    if len(typed.tokens) == 1:
        return other.score > top.score - _MARGIN_ONE_WORD
    if top.worst == EXACT > other.worst:
        return False
    return other.score > top.score - _MARGIN / len(typed.tokens)


def _is_sure(typed: Words, top: Fit) -> bool:
    if len(typed.tokens) == 1:
        return top.worst >= _SURE_ALONE
    return top.worst >= SURE and top.score >= 0.84


def _variants(tokens: tuple[Token, ...]) -> Iterator[tuple[tuple[Token, ...], Token | None]]:
    """Yield the words as typed, and with two neighbours written as one: “o brien” as “obrien”."""
    yield tokens, None
    for at in range(len(tokens) - 1):
        both = joined(tokens[at : at + 2])
        yield (*tokens[:at], both, *tokens[at + 2 :]), both


def _shortlist(tokens: tuple[Token, ...], both: Token | None, book: People) -> list[int]:
    """Return the places of the customers worth a closer look: those who may bear the rarest of the typed words.

    Initials and particles say too little to look for; where the rarest word is common, the others must fit too.
    """
    heavy = [each for each in tokens if not each.particle and len(each.latin) > 1] or list(tokens)
    hits = sorted((_bearers(each, book, FOLDED if each is both else DOUBTFUL) for each in heavy), key=len)
    if len(hits[0]) <= _MOST_SCORED:
        return list(hits[0])
    common = [place for place in hits[0] if all(place in other for other in hits[1:])]
    return heapq.nlargest(_MOST_SCORED, common, key=lambda place: sum(hit[place] for hit in hits))


def _bearers(typed: Token, book: People, least: float) -> dict[int, float]:
    """Return the places of the customers with a word like this one, and how alike it is."""
    places: dict[int, float] = {}
    for stored in _likely(typed, book):
        score = likeness(typed, stored)
        if score >= least:
            for place in book.bearers[stored]:
                places[place] = max(score, places.get(place, 0.0))
    return places


def _likely(typed: Token, book: People) -> set[Token]:
    """Return the words worth comparing: same, beginning so, short forms, and those that sound or look alike."""
    latin = {typed.latin, typed.latin[:1], *book.beginning_with(typed.latin), *short_names.relatives(typed.latin)}
    latin.update(typed.latin[:length] for length in range(max(5, len(typed.latin) - 3), len(typed.latin)))
    heard = {
        typed.folded,
        *short_names.folded_relatives(typed.folded),
        *book.by_consonants.get(consonants(typed.folded), ()),
        *_edits_away(typed.folded, book.sounds),
    }
    found = {stored for each in latin for stored in book.by_latin.get(each, ())}
    return found.union(*(book.by_folded.get(each, ()) for each in heard))


def _edits_away(folded: str, stored: list[str]) -> Iterable[str]:
    if len(folded) < 2:
        return ()
    most = 1 if len(folded) <= 4 else 2 if len(folded) <= 7 else 3
    near = process.extract(folded, stored, scorer=OSA.distance, processor=None, score_cutoff=most, limit=None)
    return (each for each, _, _ in near)


def _by_initials(query: str, typed: Words, book: People) -> Found | None:
    """Decide “D.L.” and “dl”: two or three letters and nothing else; sure only in capitals or with full stops."""
    letters = "".join(each.latin for each in typed.tokens)
    if not 2 <= len(letters) <= 3 or len(typed.tokens) not in {1, len(letters)}:
        return None
    found = _one_of(book, book.by_initials.get(letters, []))
    return found if found is None or _CAPITAL_INITIALS.fullmatch(plain(query)) else _unsure(found)


def _by_family(typed: Words, book: People) -> Found:
    """Suggest the customers with exactly the typed family name, when the first name fits nobody."""
    places: dict[int, float] = {}
    for tokens, _ in _variants(typed.tokens if 1 < len(typed.tokens) <= _MOST_WORDS_OF_A_NAME else ()):
        for each in tokens:
            if len(each.latin) > 1 and not each.particle and not each.latin.isdigit():
                _add_family(each, tokens, book, places)
    ranked = sorted(places, key=lambda place: (-places[place], place))
    return Suggest(tuple(book[place].id for place in ranked[:MOST_CHOICES])) if ranked else Nobody()


def _add_family(each: Token, tokens: tuple[Token, ...], book: People, places: dict[int, float]) -> None:
    same = [*book.by_latin.get(each.latin, ()), *book.by_folded.get(each.folded, ())]
    for place in {place for stored in same for place in book.bearers[stored]}:
        if fit((each,), book[place]).family_exact:
            places[place] = max(fit(tokens, book[place]).score, places.get(place, 0.0))
