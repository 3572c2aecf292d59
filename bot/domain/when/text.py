"""What was typed, and the phrases that stand in it: at its end, at its start, in the middle, side by side."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.domain.when.amounts import AMOUNT
from bot.domain.when.edges import (
    BEFORE_CUT,
    BESIDE,
    COMMAND,
    GOES_ON,
    HEAD,
    LAST_WORD,
    LINKS,
    NEXT_WORD,
    OF_WHICH,
    OPENED,
    SPACE,
    TAIL,
    VERBS,
    joined,
)
from bot.domain.when.masks import hide
from bot.domain.when.phrase import Line, Phrase
from bot.domain.when.pieces import Clock, Day, End, Except, Here, Part, Piece, Sense, Zone
from bot.domain.when.spelling import Spelling, spell
from bot.domain.when.words import left, touchy, translate

# The colon after “17 june: call dana” is none of an hour.
HEADING = re.compile(r":(?!\d)")
SPACES = re.compile(" {2,}")
# Glued to 水曜, without the 日 or a particle, this is the rest of a name and not something to do.
NAMED = re.compile(
    r"(?!電話|連絡|確認|返[信事却品]|発送|発注|訪問|予約|注文|支払|来店|納品|準備|報告|面談|打ち?合|会議|折り?返"
    r"|[^ ]{1,6}(?:様|さん|君))[\u30a0-\u30ff\u3400-\u9fff]"
)
# As many letters as a time can well have.
NEAR = 25


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
        single = spell(typed).sub(SPACES, lambda _: " ")
        self.spelling: Spelling = translate(hide(single).sub(HEADING, lambda _: ";"), language)
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
        glued = r"[a-z\d'\x02]" if self.language == "ja" else r"[a-z\d'\x00\x02]"
        spaced = self.spelling.text[end - 1] == " "
        return spaced or not re.match(rf"{glued}|-\w|[/.:]\d", self.spelling.text[end : end + 2])

    def inside(self) -> Place | None:
        """Return the longest phrase in the middle; one that may be no time at all only where there is no other."""
        found = [place for start in self.line.words if (place := self.longest(start))]
        sure = [one for one in found if not (one.phrase.bare or one.phrase.weak or one.phrase.wrong)]
        return max(sure or found, key=lambda place: place.end - place.start, default=None)

    def told(self, place: Place) -> bool:
        """Tell whether an English task goes on with a word after a lone weekday: “call dana friday about it”."""
        onward = GOES_ON.match(self.spelling.text, place.end)
        lower = self.words(place).islower() or self.typed.isupper()
        return self.language == "en" and bool(onward) and lower and self.commands()

    def before(self, place: Place) -> str:
        """Return the word just before a phrase, in the grammar's spelling."""
        match = LAST_WORD.search(self.spelling.text, 0, place.start)
        return match[1] if match else ""

    def after(self, place: Place) -> str:
        """Return the word just after a phrase, in the grammar's spelling."""
        match = NEXT_WORD.match(self.spelling.text, place.end)
        return match[1] if match else ""

    def commands(self) -> bool:
        """Tell whether the text begins with a verb, as what somebody is to do does."""
        return bool(COMMAND.match(self.spelling.text))

    def touched(self, place: Place) -> bool:
        """Tell whether another time stands right beside a phrase, or one little word away from it."""
        # “tomorrow call the evening staff”: the verb begins something else
        near = None if VERBS.match(self.spelling.text, place.end) else BESIDE.match(self.spelling.text, place.end)
        after = {self._skip(place.end), self._skip(near.end() if near else place.end)}
        right = any(AMOUNT.match(self.spelling.text, at) for at in after)
        right = right or any(sure(piece) for at in after for _, piece in self.line.pieces(at))
        return right or self._left(place) or any(True for _ in self._times_before(place))

    def _left(self, place: Place) -> bool:
        """Tell whether a word of time that was not understood stands beside a phrase."""
        before, after = left(self.language)
        text = self.spelling.text
        return bool(before.search(text[max(0, place.start - NEAR) : place.start]) or after.match(text, place.end))

    def clocked(self, place: Place) -> bool:
        """Tell whether an hour stands elsewhere that may belong to a day: “monday, if you can at 10, call dana”.

        It does not where it says which one is meant: “la cita de las 5”.
        """
        phrase = place.phrase
        if phrase.clock or phrase.elapsed or (phrase.part and phrase.day):
            return False
        return any(
            isinstance(piece, Clock) and not piece.bare and self.before(Place(at, end, phrase)) not in OF_WHICH
            for at in self.line.words
            if not place.start <= at < place.end
            for end, piece in self.line.pieces(at)
        )

    def owns(self, place: Place) -> bool:
        """Tell whether in Japanese a possessive follows, or the rest of a name: 金曜日の配送, 水曜会."""
        text, after = self.spelling.text, self.typed[self.span(place)[1] :]
        owner = text[place.end - 1] == "の" and bool(text[place.end :].strip())
        named = self.words(place).endswith("曜") and bool(NAMED.match(after))
        return self.language == "ja" and (owner or named)

    def neighbour(self, place: Place) -> Place | None:
        """Return the time said just before a phrase, as in “monday or tuesday”."""
        found = (self.longest(at) for at in self._times_before(place))
        return next((one for one in found if one and self._beside(one.end, place.start)), None)

    def _times_before(self, place: Place) -> Iterator[int]:
        """Yield where a piece of time begins that ends beside a phrase."""
        for at in self.line.words:
            if place.start - NEAR < at < place.start:
                yield from (
                    at
                    for end, piece in self.line.pieces(at)
                    if sure(piece)
                    and self._beside(end, place.start)
                    and not self._of_noun(piece, end, place.start)
                )

    def _beside(self, end: int, start: int) -> bool:
        return end <= start and bool(BESIDE.fullmatch(self.spelling.text, end, start))

    def _of_noun(self, piece: Piece, end: int, start: int) -> bool:
        """Tell whether a word between two times is what the first one counts: “the third gear tomorrow”."""
        word = re.search(r"[a-z]+", self.spelling.text[end:start])
        counts = isinstance(piece, Part) or (isinstance(piece, Day) and piece.kind == "monthday")
        return bool(word and word[0] not in LINKS) and counts and self.language == "en"

    def _skip(self, at: int) -> int:
        match = SPACE.match(self.spelling.text, at)
        assert match
        return match.end()

    def words(self, place: Place) -> str:
        """Return what was typed for a phrase."""
        first, last = self.span(place)
        return self.typed[first:last]

    def span(self, place: Place) -> tuple[int, int]:
        """Return where a phrase stands in what was typed, without a bracket that was opened before it."""
        first, last = self.spelling.starts[place.start], self.spelling.ends[place.end - 1]
        words = self.typed[first:last]
        opened = "(" in words or OPENED.search(self.typed[:first])
        return first, last if opened or not words.endswith(")") else last - 1

    def rest(self, *places: Place) -> str:
        """Return what remains without the phrases, tidied at the cuts only."""
        left, begin = "", 0
        for first, last in sorted(self.span(place) for place in places):
            left = joined(left, self.typed[begin:first])
            begin = last
        return joined(left, self.typed[begin:])


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
            return not isinstance(piece, Sense | Zone | End | Except)
