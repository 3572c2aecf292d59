"""A whole time as it was said: pieces in any order that go together, found at one place of the text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from bot.domain.when.away import amounts
from bot.domain.when.days import days
from bot.domain.when.ends import ends
from bot.domain.when.hours import VAGUE_SENSES, clocks, parts, senses
from bot.domain.when.pieces import (
    Clock,
    Day,
    Elapsed,
    End,
    Except,
    Found,
    Here,
    Part,
    Piece,
    Rule,
    SameTime,
    Sense,
    Vague,
    Wrong,
    Zone,
)
from bot.domain.when.places import zones
from bot.domain.when.rules import rules

# Japanese sets particles between and after the pieces; they are part of the time.
PARTICLES = "のにはで"
GAP = re.compile(rf"[ ,!{PARTICLES}]*(?:- |\()?[ ,]*")
CLOSE = re.compile(rf" ?\)| *[{PARTICLES}]+(?:,|(?= )|(?=[^a-z])|$)")
WORD = re.compile(r"(?<![a-z\d])[a-z\d@~+-]")
EDGE = 200
STARTS = frozenset({"starting", "from", "beginning", "as of"})


@dataclass(frozen=True)
class Phrase:
    """Pieces that go together; at most one of each, and a weekday beside a date."""

    day: Day | None = None
    weekday: Day | None = None
    clock: Clock | None = None
    part: Part | None = None
    same: SameTime | None = None
    sense: Sense | None = None
    zone: Zone | None = None
    rule: Rule | None = None
    end: End | None = None
    without: Except | None = None
    elapsed: Elapsed | Vague | None = None
    wrong: Wrong | None = None
    last: Piece | None = None
    length: int = 0

    def add(self, piece: Piece) -> "Phrase | None":
        """Return the phrase with one more piece, or None when it does not go with the others."""
        grown = self._with(piece)
        return grown and replace(grown, last=piece, length=self.length + 1)

    def _with(self, piece: Piece) -> "Phrase | None":
        match piece:
            case Clock():
                free = not (self.clock or self.elapsed or self.same)
                return replace(self, clock=piece) if free and self._takes(piece) else None
            case Day():
                return self._with_day(piece)
            case Part():
                free = not (self.part or self.elapsed or self.same)
                return replace(self, part=piece) if free else None
            case SameTime():
                return replace(self, same=piece) if not (self.same or self.clock or self.part) else None
            case Sense():
                free = not self.sense or self.sense.word in VAGUE_SENSES
                return replace(self, sense=piece) if free else None
            case Zone():
                fits = not self.zone and isinstance(self.last, Clock | Part)
                return replace(self, zone=piece) if fits else None
            case Rule() | End() | Except():
                return self._with_rule(piece)
            case Wrong():
                return None if self.wrong else replace(self, wrong=piece)
            case Elapsed() | Vague():
                alone = not (self.elapsed or self.day or self.clock or self.part or self.rule)
                return replace(self, elapsed=piece) if alone else None

    def _with_rule(self, piece: Rule | End | Except) -> "Phrase | None":
        match piece:
            case Rule():
                free = not (self.rule or self.elapsed)
                return replace(self, rule=piece) if free and self._ruled(piece, self.day) else None
            case End():
                return replace(self, end=piece) if self._endless(piece) else None
            case Except():
                days = self.rule and not self.without and self.rule.freq in {"DAILY", "WEEKLY"}
                return replace(self, without=piece) if days else None

    def _endless(self, end: End) -> bool:
        """Tell whether there is a rule still without an end; hours end what comes within a day."""
        if not self.rule or self.end:
            return False
        if end.clock:
            return self.rule.freq in {"HOURLY", "MINUTELY"}
        return not end.start or (self.rule.freq in {"DAILY", "WEEKLY"} and not self.day)

    def _takes(self, clock: Clock) -> bool:
        """A lone number is an hour only after a day, a part of the day, or a little word; “5 dec 3” is neither."""
        if clock.ranged and self.rule and self.rule.freq in {"HOURLY", "MINUTELY"}:
            return False
        date = isinstance(self.last, Day) and self.last.kind == "date" and clock.plain
        return not clock.bare or (isinstance(self.last, Day | Part | Sense | Rule) and not date)

    def _with_day(self, day: Day) -> "Phrase | None":
        if self.elapsed:
            return None
        if self.rule and not self._ruled(self.rule, day):
            return None
        if not self.day:
            return replace(self, day=day)
        if self.sense and self.sense.word in STARTS and day.kind == "relative":
            return None  # “the complaint from tuesday, tomorrow”
        if self.weekday:
            return None
        if day.weekday is not None and self.day.weekday is None:
            return replace(self, weekday=day)
        if self.day.weekday is not None and day.weekday is None:
            return replace(self, weekday=self.day, day=day)
        return None

    def _ruled(self, rule: Rule, day: Day | None) -> bool:
        if not day or (self.sense and self.sense.word in STARTS):
            return True
        named = rule.byday or rule.bymonthday
        kinds = {"WEEKLY": {"weekday"}, "MONTHLY": {"monthday"}, "YEARLY": {"date", "nth"}}
        return not named and day.kind in kinds.get(rule.freq, set())

    @property
    def whole(self) -> bool:
        """Tell whether the pieces say a time: not only a little word, a lone number, or a plain noun."""
        if isinstance(self.last, Sense) and self.last.word != "latest":
            return False
        if self.part and self.part.weak and not (self.day or self.rule or self.clock or self.sense):
            return False
        return bool(self.day or self.clock or self.part or self.rule or self.elapsed or self.wrong)

    @property
    def bare(self) -> bool:
        """Tell whether this is a lone weekday, adverb or noon, which might be a name or an adjective."""
        if self.length == 2 and self.day and self.part:
            return self.day.bare and self.part.bare
        if self.length > 1:
            return False
        return bool(
            (self.day and self.day.bare) or (self.rule and self.rule.weak) or (self.part and self.part.bare)
        )

    @property
    def weak(self) -> bool:
        """Tell whether this is a lone everyday word, sat or sun, or an amount that may be how long it takes."""
        unsure = (self.day and self.day.weak) or (isinstance(self.elapsed, Elapsed) and self.elapsed.weak)
        return self.length == 1 and bool(unsure)


class Line:
    """One text in the grammar's spelling, with what can be read at each of its places."""

    def __init__(self, text: str, here: Here) -> None:
        self.text = text
        self.here = here
        self._pieces: dict[int, tuple[Found, ...]] = {}

    @cached_property
    def words(self) -> tuple[int, ...]:
        """The places where a word begins; in a very long text, those near its ends."""
        starts = (match.start() for match in WORD.finditer(self.text))
        return tuple(at for at in starts if at < EDGE or at > len(self.text) - EDGE)

    def pieces(self, at: int) -> tuple[Found, ...]:
        """Return every piece that can be read at ``at``, the longest first."""
        if at not in self._pieces:
            self._pieces[at] = tuple(sorted(self._read(at), key=lambda found: -found[0]))
        return self._pieces[at]

    def _read(self, at: int) -> Iterator[Found]:
        yield from rules(self.text, at)
        yield from days(self.text, at, self.here)
        yield from amounts(self.text, at, self.here)
        yield from clocks(self.text, at)
        yield from parts(self.text, at)
        yield from senses(self.text, at)
        yield from ends(self.text, at, self.here)

    def phrases(self, at: int, so_far: Phrase | None = None) -> Iterator[tuple[int, Phrase]]:
        """Yield every phrase that begins at ``at`` with its end, longest pieces first."""
        phrase = so_far or Phrase()
        begin = GAP.match(self.text, at)
        assert begin
        place = begin.end() if so_far else at
        found = [*self.pieces(place), *(zones(self.text, at) if so_far else ())]
        for end, piece in found:
            grown = phrase.add(piece)
            if grown:
                yield from self.phrases(end, grown)
                if grown.whole:
                    yield self._closed(end), grown

    def _closed(self, end: int) -> int:
        """Step over a closing bracket, where one was opened."""
        match = CLOSE.match(self.text, end)
        return match.end() if match else end
