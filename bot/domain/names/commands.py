"""Names at the start of a command: “dana lopes call about the boots” is a customer and something to do."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.names.finding import Ask, Found, Match, Nobody, Suggest, candidates, find
from bot.domain.names.known import Prepared, phone_digits, whole_key
from bot.domain.names.likeness import EXACT, FOLDED, SHORT_FORM, SURE, likeness_in
from bot.domain.names.ordinary import ORDINARY
from bot.domain.names.people import People
from bot.domain.names.spelling import LOOSE_TITLES, PARTICLES, TITLES, Token, joined, with_or_without_title, words

_MOST_WORDS = 6
MARKED = (
    re.compile(r"\s*[\"“„«”](?P<name>[^\"“”„«»]+)[\"”“»]"),
    re.compile(r"\s*(?P<name>[^\s@]+@[^\s@]+\.\w+)"),
    re.compile(r"\s*(?P<name>[+(]?\d[\d().\-/]*(?:\s[\d().\-/]+)*\d)(?=\s|[,:;]|$)"),
    re.compile(r"\s*(?P<name>\S{1,12}?(?:さん|さま|様|ちゃん|くん))(?=\S)"),
)
_WORD = re.compile(r"\S+")
_BEGINNINGS = TITLES | LOOSE_TITLES | PARTICLES | {"mac", "saint"}
_STOPS = (":", ";", "–", "—")
AROUND = " \t\r\n,:;–—-."
QUOTES = '"“”„«»'
_SEPARATORS = re.compile(r"\s*(?:,|&|\+|\n|;|、)\s*|\s+(?:and|und|et|y|e|と)\s+", re.IGNORECASE)


def find_at_start(text: str, people: Sequence[Prepared]) -> tuple[Found, str, str]:
    """Return the decision, the words taken as the name, and the rest of the text.

    The name is in quotes, or the longest run of words each of which is a good match for one customer. When
    nobody is found it is the quoted text, the leading capitalised words, or the first word.
    """
    book = People.of(people)
    for pattern in MARKED:
        if marked := pattern.match(text):
            return find(marked["name"], book), marked["name"].strip(), text[marked.end() :].strip(AROUND)
    run = _run(text)
    known = _longest_known(run, book)
    return _beyond(run, known, book) if known else _unknown(run, book)


def several(text: str, people: Sequence[Prepared]) -> list[tuple[Found, str]]:
    """Return a decision for each customer in one line, parted by commas, “and”, “&”, “+” or line breaks."""
    book = People.of(people)
    if _is_one_name(text, book):
        return [(find(text, book), text.strip())]
    parts = [part for each in _SEPARATORS.split(text) if (part := each.strip(AROUND + QUOTES))]
    family = parts[-1].partition(" ")[2] if parts else ""
    return [(_of_family(part, family, book), part) for part in parts]


def _of_family(part: str, family: str, book: People) -> Found:
    """Decide about one of several: in “anna & paul becker” Anna is a Becker, if she alone could be anybody."""
    found = find(part, book)
    if isinstance(found, Match) or not family or " " in part:
        return found
    with_family = find(f"{part} {family}", book)
    return with_family if isinstance(with_family, Match) else found


def _is_one_name(text: str, book: People) -> bool:
    """Whether separators belong to the name itself: “Marks & Spencer”, “López, Dana”."""
    if whole_key(text) in book.by_whole:
        return True
    turned = text.count(",") == 1 and len(_SEPARATORS.findall(text)) == 1
    return turned and len(words(text).tokens) == 2 and isinstance(find(text, book), Match)


@dataclass(frozen=True, slots=True)
class _Run:
    """A command's text and where each of its first words ends."""

    text: str
    ends: tuple[int, ...]

    def name(self, count: int) -> str:
        return self.text[: self.ends[count - 1]].strip(AROUND + QUOTES)

    def word(self, place: int) -> str:
        return self.text[self.ends[place - 1] if place else 0 : self.ends[place]].strip(AROUND + QUOTES)

    def split(self, found: Found, count: int) -> tuple[Found, str, str]:
        rest = self.text[self.ends[count - 1] :].strip(AROUND)
        return found, _without_possessive(self.name(count)), rest


def _run(text: str) -> _Run:
    ends: list[int] = []
    for word in _WORD.finditer(text):
        if ends and not words(word[0]).tokens and word[0].strip("-–—:;,"):
            break
        ends.append(word.end())
        if len(ends) == _MOST_WORDS or word[0].endswith(_STOPS):
            break
    return _Run(text, tuple(ends))


def _without_possessive(name: str) -> str:
    return re.sub(r"(?<=\w)['’]s?$", "", name)


def _longest_known(run: _Run, book: People) -> int:
    """Return of how many words a known name is made, 0 when the text does not begin with one."""
    longest = 0
    for count in range(1, len(run.ends) + 1):
        if _names_somebody(run, count, book):
            longest = count
        elif not _may_continue(run.word(count - 1)):
            break
    return longest


def _may_continue(word: str) -> bool:
    """Whether a name may go on after a word that fits nobody by itself: “bill o brien”, “rob mac donald”."""
    tokens = words(word).tokens
    return bool(tokens) and (len(tokens[-1].latin) <= 2 or tokens[-1].latin in _BEGINNINGS)


def _names_somebody(run: _Run, count: int, book: People) -> bool:
    read = with_or_without_title(run.name(count))
    word = run.word(count - 1)
    last = words(word).tokens
    if not last or not read[0].tokens:
        return False
    if count > 1 and _is_last_four(run, count, book):
        return True
    fitting = [each for typed in read for each in candidates(typed, book) if each.fit.worst >= SURE]
    before = words(run.word(count - 2)).tokens[-1:] if count > 1 else ()
    return any(_belongs(word, last, before, book[each.place]) for each in fitting[:10])


def _is_last_four(run: _Run, count: int, book: People) -> bool:
    word = run.word(count - 1)
    return word.isdigit() and len(word) == 4 and isinstance(find(run.name(count), book), Match)


def _belongs(typed: str, last: tuple[Token, ...], before: tuple[Token, ...], person: Prepared) -> bool:
    """Whether the last word of a name is good enough for this customer not to be the first word of the rest."""
    written = (last[-1], joined(last), joined((*before, *last)))
    best = max(likeness_in(form, word, part) for word in written for form in person.forms for part in form.parts)
    latin = last[-1].latin
    if latin in ORDINARY:
        return best >= (FOLDED if typed[:1].isupper() else EXACT if before else SHORT_FORM)
    if not before or typed[:1].isupper() or best >= FOLDED or len(latin) == 1:
        return best >= SURE
    return best >= SURE and len(latin) >= 4


def _beyond(run: _Run, count: int, book: People) -> tuple[Found, str, str]:
    """Look at the word after a known name: another name there means that somebody else may be meant."""
    found = find(run.name(count), book)
    if count == len(run.ends) or not isinstance(found, Match):
        return run.split(found, count)
    longer = max(_capitalised(run), count)
    if longer > count:
        return run.split(_either(found, find(run.name(longer), book)), longer)
    if _is_somebodys(run.word(count), book):
        return run.split(_either(found, find(run.name(count + 1), book)), count + 1)
    return run.split(found, count)


def _is_somebodys(word: str, book: People) -> bool:
    tokens = words(word).tokens
    latin = tokens[0].latin if len(tokens) == 1 else ""
    return len(latin) > 2 and latin not in ORDINARY and latin in book.by_latin


def _either(short: Match, long: Found) -> Found:
    others = long.ids if isinstance(long, Ask | Suggest) else ()
    return Suggest((short.id, *(each for each in others if each != short.id))[:5])


def _capitalised(run: _Run) -> int:
    """Count the leading words which look like a name because of their capitals."""
    count = 0
    while count < len(run.ends) and _looks_like_name(run.word(count), first=count == 0):
        count += 1
    return count


def _looks_like_name(word: str, *, first: bool) -> bool:
    tokens = words(word).tokens
    if not tokens or not word[:1].isupper():
        return False
    return first or (tokens[0].latin not in ORDINARY and not word.isupper())


def _unknown(run: _Run, book: People) -> tuple[Found, str, str]:
    if not run.ends:
        return Nobody(), "", ""
    count = max(1, _capitalised(run))
    name = run.name(count)
    if name.casefold() in ORDINARY or phone_digits(name) == name:
        return run.split(Nobody(), count)
    return run.split(find(name, book), count)
