"""Where the time stands in the text, what remains of it, and whether to ask rather than guess."""

import re
from dataclasses import dataclass
from datetime import datetime

from bot.domain.when.edges import (
    ABOUT,
    AFTER_CUT,
    BEFORE_CUT,
    BESIDE,
    FOLLOW,
    HEAD,
    INFINITIVE,
    LAST_WORD,
    NEXT_WORD,
    SPACE,
    TAIL,
    VERBS,
    joined,
)
from bot.domain.when.masks import hide
from bot.domain.when.phrase import Line, Phrase
from bot.domain.when.pieces import Clock, Day, Here, Part, Piece, Sense, Zone
from bot.domain.when.reading import STARTS, Reading, readings, wall
from bot.domain.when.results import Asked, Habits, NoTime, TimeRefused, Understood
from bot.domain.when.spelling import Spelling, spell
from bot.domain.when.words import LANGUAGES, touchy, translate


@dataclass(frozen=True)
class Place:
    """A phrase and where it stands in the grammar's spelling."""

    start: int
    end: int
    phrase: Phrase


class Text:
    """What was typed, ready to be searched for a time."""

    def __init__(self, typed: str, here: Here, language: str) -> None:
        self.typed = typed
        self.spelling: Spelling = translate(hide(spell(typed)), language)
        self.line = Line(self.spelling.text, here)
        self.language = language
        self.before_cut = BEFORE_CUT | touchy(language)
        self.here = here

    def at_end(self) -> Place | None:
        """Return the longest phrase after which only punctuation and courtesies follow."""
        text = self.spelling.text
        for start in self.line.words:
            ends = [(end, phrase) for end, phrase in self.line.phrases(start) if TAIL.fullmatch(text, end)]
            if ends:
                end, phrase = max(ends, key=lambda found: (found[0], -found[1].length))
                return Place(start, end, phrase)
        return None

    def at_start(self) -> Place | None:
        """Return the longest phrase before which only punctuation and courtesies stand."""
        match = HEAD.match(self.spelling.text)
        assert match
        return self.longest(match.end())

    def longest(self, start: int) -> Place | None:
        """Return the longest phrase that begins at ``start``."""
        found = [(end, phrase) for end, phrase in self.line.phrases(start) if self._ends(end)]
        if not found:
            return None
        end, phrase = max(found, key=lambda one: (one[0], -one[1].length))
        return Place(start, end, phrase)

    def _ends(self, end: int) -> bool:
        return not re.match(r"[a-z\d'\x00\x02]|-\w|[/.:]\d", self.spelling.text[end : end + 2])

    def inside(self) -> Place | None:
        """Return the longest phrase in the middle."""
        found = [place for start in self.line.words if (place := self.longest(start))]
        return max(found, key=lambda place: place.end - place.start, default=None)

    def before(self, place: Place) -> str:
        """Return the word just before a phrase, in the grammar's spelling."""
        match = LAST_WORD.search(self.spelling.text, 0, place.start)
        return match[1] if match else ""

    def after(self, place: Place) -> str:
        """Return the word just after a phrase, in the grammar's spelling."""
        match = NEXT_WORD.match(self.spelling.text, place.end)
        return match[1] if match else ""

    def touched(self, place: Place) -> bool:
        """Tell whether another time stands right beside a phrase, or one little word away from it."""
        near = BESIDE.match(self.spelling.text, place.end)
        after = (place.end, near.end()) if near else (place.end,)
        starts = [at for at in self.line.words if place.start - 25 < at < place.start]
        ends = [end for at in starts for end, piece in self.line.pieces(at) if sure(piece)]
        left = any(BESIDE.fullmatch(self.spelling.text, end, place.start) for end in ends if end <= place.start)
        return left or any(sure(piece) for at in after for _, piece in self.line.pieces(_skip(self, at)))

    def words(self, place: Place) -> str:
        """Return what was typed for a phrase."""
        first, last = self.span(place)
        return self.typed[first:last]

    def span(self, place: Place) -> tuple[int, int]:
        """Return where a phrase stands in what was typed."""
        return self.spelling.starts[place.start], self.spelling.ends[place.end - 1]

    def rest(self, *places: Place) -> str:
        """Return what remains without the phrases, tidied at the cuts only."""
        left, begin = "", 0
        for first, last in sorted(self.span(place) for place in places):
            left = joined(left, self.typed[begin:first])
            begin = last
        return joined(left, self.typed[begin:])


def _skip(text: Text, at: int) -> int:
    match = SPACE.match(text.spelling.text, at)
    assert match
    return match.end()


def sure(piece: Piece) -> bool:
    """Tell whether a piece alone is certainly about time."""
    match piece:
        case Clock():
            return not piece.bare
        case Day():
            return not piece.weak
        case Part():
            return not piece.weak
        case _:
            return not isinstance(piece, Sense | Zone)


def here_for(now: datetime, zone: str, locale: str, habits: Habits) -> Here:
    """Return where and when the words are read."""
    language, _, country = locale.replace("_", "-").partition("-")
    month_first = country.upper() in {"US", "PH", "JP", "CN", "KR", "TW", ""} and language in {
        "en",
        "ja",
        "zh",
        "ko",
    }
    return Here(now, wall(now, zone), zone, month_first, habits)


def find(typed: str, here: Here, language: str) -> Understood | Asked | NoTime:
    """Find the time in what was typed; see ``understand``."""
    text = Text(typed, here, language if language in LANGUAGES else "en")
    end, start = text.at_end(), text.at_start()
    if end and start and end.start >= start.end:
        return _both(text, start, end)
    if end:
        return _trailing(text, end)
    if start:
        return _leading(text, start)
    inner = text.inside()
    return _middle(text, inner) if inner else NoTime(typed)


def _both(text: Text, start: Place, end: Place) -> Understood | Asked | NoTime:
    """A time at both ends: one time when they complete each other, else a question."""
    whole = _together(start.phrase, end.phrase)
    if whole:
        return _answer(text, whole, (start, end), doubt=False)
    if start.phrase.bare or start.phrase.wrong:
        return _trailing(text, end)
    choices = (*_choices(text, end.phrase, (end,)), *_choices(text, start.phrase, (start,)))
    return Asked(text.rest(start, end), "I read two times there. Which one?", choices[:3])


def _together(first: Phrase, second: Phrase) -> Phrase | None:
    """A day at one end and an hour at the other are one time."""
    for day, hour in ((first, second), (second, first)):
        only_day = (day.day or day.rule) and not (day.clock or day.part or day.zone or day.sense)
        only_hour = (hour.clock or hour.part) and not (hour.day or hour.rule or hour.elapsed)
        if only_day and only_hour and not (day.wrong or hour.wrong) and not day.bare:
            whole: Phrase | None = day
            for piece in (hour.sense, hour.part, hour.clock, hour.zone):
                whole = whole.add(piece) if whole and piece else whole
            return whole
    return None


def _trailing(text: Text, place: Place) -> Understood | Asked | NoTime:
    word = text.before(place)
    typed_number = word.isdigit()
    day_only = place.phrase.day and not place.phrase.clock
    doubt = (
        text.touched(place)
        or word in text.before_cut
        or typed_number
        or bool(word in ABOUT and day_only)
        or place.phrase.weak
    )
    if place.phrase.bare and _is_name(text, place, word):
        doubt = True
    return _answer(text, place.phrase, (place,), doubt=doubt)


def _is_name(text: Text, place: Place, word: str) -> bool:
    """“call Sunday”: a capital right after the verb may be somebody's name."""
    return text.words(place) in {"Sunday", "Tuesday"} and bool(VERBS.fullmatch(word))


def _leading(text: Text, place: Place) -> Understood | Asked | NoTime:
    after = text.after(place)
    rest = text.spelling.text[place.end :]
    free = text.language == "ja" or bool(FOLLOW.match(rest) or VERBS.match(rest))
    lone_number = bool(place.phrase.clock and place.phrase.clock.bare and place.phrase.last is place.phrase.clock)
    if place.phrase.bare and not free:
        if place.phrase.rule:
            return NoTime(text.typed)
        return _answer(text, place.phrase, (place,), doubt=True)
    doubt = (
        text.touched(place)
        or after in AFTER_CUT
        or after.isdigit()
        or (lone_number and not free)
        or place.phrase.weak
    )
    return _answer(text, place.phrase, (place,), doubt=doubt)


def _middle(text: Text, place: Place) -> Understood | Asked | NoTime:
    """A time in the middle: taken where the sentence goes on about something, else asked; lone words are not."""
    flowing = text.language == "ja"
    verb_last = text.language == "de" and INFINITIVE.fullmatch(text.spelling.text, place.end)
    follows = flowing or verb_last or FOLLOW.match(text.spelling.text, place.end)
    lone = place.phrase.bare and not (flowing or verb_last)
    if place.phrase.wrong or (lone and not (follows and text.words(place).islower())):
        return NoTime(text.typed)
    doubt = (
        text.touched(place)
        or lone
        or not follows
        or text.before(place) in text.before_cut | ABOUT
        or text.before(place).isdigit()
    )
    return _answer(text, place.phrase, (place,), doubt=doubt)


def _answer(text: Text, phrase: Phrase, places: tuple[Place, ...], *, doubt: bool) -> Understood | Asked:
    choices = _choices(text, phrase, places)
    unruled = phrase.sense and phrase.sense.word in STARTS and phrase.day and not phrase.rule
    if len(choices) == 1 and not doubt and not unruled:
        return choices[0]
    return Asked(text.rest(*places), "When do you mean?", choices[:3])


def _choices(text: Text, phrase: Phrase, places: tuple[Place, ...]) -> tuple[Understood, ...]:
    words = " ".join(text.words(place).strip() for place in places)
    try:
        found = readings(phrase, text.here)
    except TimeRefused as refusal:
        refusal.facts.setdefault("words", words)
        raise
    return tuple(_understood(reading, text.rest(*places), words) for reading in found)


def _understood(reading: Reading, rest: str, words: str) -> Understood:
    return Understood(reading.when, reading.local, reading.zone, reading.rrule, rest, words, reading.until)
