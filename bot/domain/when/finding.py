"""Where the time stands in the text, what remains of it, and whether to ask rather than guess."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime

from bot.domain.when.doubts import another, clause, hers, labelled, moved, numbered, serves
from bot.domain.when.edges import ABOUT, AFTER_CUT, EVERYDAY, IDEOGRAPH, OF_PAST, VERBS
from bot.domain.when.masks import HIDDEN
from bot.domain.when.moments import Reading, wall
from bot.domain.when.phrase import STARTS, Phrase
from bot.domain.when.pieces import Here
from bot.domain.when.places import city_follows
from bot.domain.when.reading import readings
from bot.domain.when.results import Asked, Habits, NoTime, Past, TimeRefused, TooFar, Understood
from bot.domain.when.sentences import (
    ARTICLES,
    begins_with_verb,
    follows,
    free,
    headed,
    moves,
    negated,
    tells,
    verb_last,
    verb_led,
)
from bot.domain.when.spelling import spell
from bot.domain.when.text import Place, Text
from bot.domain.when.words import LANGUAGES
from bot.domain.when.words.marks import marked

SLASHED = re.compile(r"\d{1,2}/\d{1,2}(?!/)")
# Longer texts are read in the person's own language only, to answer quickly.
SHORT = 200
WHEN = "When do you mean?"
WHICH = "I read two times there. Which one do you mean?"


def here_for(now: datetime, zone: str, locale: str, habits: Habits) -> Here:
    """Return where and when the words are read."""
    language, _, country = locale.replace("_", "-").partition("-")
    month_first = country.upper() in {"US", "PH", "JP", "CN", "KR", "TW", ""} and language in {
        "en",
        "ja",
        "zh",
        "ko",
    }
    moment = now.astimezone(UTC).replace(microsecond=0)
    return Here(moment, wall(moment, zone), zone, month_first, habits)


def find(typed: str, here: Here, language: str) -> Understood | Asked | NoTime:
    """Find the time in what was typed; see ``understand``."""
    own = language if language in LANGUAGES else "en"
    found = _find(typed, here, own)
    others = [] if len(typed) > SHORT else [other for other in LANGUAGES if other not in {own, "en"}]
    if not isinstance(found, Understood):
        return _elsewhere(typed, here, own, others) or found
    marks = marked(spell(typed).text)
    more = _elsewhere(typed, here, own, [other for other in others if other in marks])
    return more if more and len(_words(more)) > len(found.words) else found


def _words(found: Understood | Asked) -> str:
    return found.words if isinstance(found, Understood) else found.choices[0].words


def _elsewhere(typed: str, here: Here, own: str, others: Iterable[str]) -> Understood | Asked | None:
    """Read other languages too: many a profile says English and its owner types Spanish.

    Japanese cannot be mistaken for another language; the others are asked about.
    """
    for language in others:
        try:
            found = _find(typed, here, language)
            if isinstance(found, Understood) and _foreign(found.words, here, own):
                if language != "ja":
                    return Asked(found.rest, WHEN, (found,))
                if IDEOGRAPH.search(found.words):
                    return found
        except TimeRefused:
            continue
    return None


def _foreign(words: str, here: Here, own: str) -> bool:
    """Tell whether words say no whole time in the person's own language."""
    return bool(_find(words, here, own).rest)


def _find(typed: str, here: Here, language: str) -> Understood | Asked | NoTime:
    text = Text(typed, here, language)
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
        return _answer(text, whole, (start, end), doubt=clause(text, start, end))
    if end.phrase.wrong and end.phrase.wrong.refusal is Past and not start.phrase.wrong:
        return _leading(text, start)
    if start.phrase.bare or start.phrase.wrong:
        return _trailing(text, end)
    choices = (*_choices(text, end.phrase, (end,)), *_choices(text, start.phrase, (start,)))
    return Asked(text.rest(start, end), WHICH, choices[:3])


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
    """A time at the end: asked about where a word before it says that it belongs to something else."""
    word, phrase = text.before(place), place.phrase
    if word in OF_PAST and phrase.wrong and phrase.wrong.refusal is Past:
        return NoTime(text.typed)
    topic = word in ABOUT and phrase.day is not None and phrase.clock is None
    belongs = word in text.before_cut or numbered(text, place) or topic
    weak = phrase.weak and not _is_weekday(text, phrase, word)
    doubt = (
        belongs
        or weak
        or any(casts(text, place) for casts in (serves, labelled, moved, hers, another))
        or text.touched(place)
        or (phrase.bare and _is_name(text, place, word))
    )
    other = text.neighbour(place) if doubt else None
    if other is None or other.phrase.wrong:
        return _answer(text, phrase, (place,), doubt=doubt)
    both = (Place(other.start, place.end, phrase),)
    choices = (*_choices(text, other.phrase, both), *_choices(text, phrase, both))
    return Asked(text.rest(*both), WHICH, choices[:3])


def _is_weekday(text: Text, phrase: Phrase, word: str) -> bool:
    """“Ring dana sat”: at the end of something to do it is the day, not after “she” or “the”."""
    return bool(phrase.day and phrase.day.weekday is not None) and text.commands() and word not in EVERYDAY


def _is_name(text: Text, place: Place, word: str) -> bool:
    """“call Sunday”: a capital right after the verb may be somebody's name."""
    return text.words(place) in {"Sunday", "Tuesday"} and bool(VERBS.fullmatch(word))


def _leading(text: Text, place: Place) -> Understood | Asked | NoTime:
    """A time at the start: a lone weekday needs a colon or a verb after it, “weekly specials” is no time."""
    phrase, after = place.phrase, text.after(place)
    goes_on = free(text.spelling.text[place.end :], text.language)
    if phrase.bare and phrase.rule and not goes_on:
        return NoTime(text.typed)
    number = phrase.clock is not None and phrase.clock.bare and phrase.last is phrase.clock
    loose = phrase.weak or ((phrase.bare or number or _is_nth(text, place)) and not goes_on)
    doubt = loose or after in AFTER_CUT or after.isdigit() or text.touched(place) or text.owns(place)
    return _answer(text, phrase, (place,), doubt=doubt or text.clocked(place))


def _is_nth(text: Text, place: Place) -> bool:
    """“The 5th wheel squeaks”, “5/7 rating”: at the start these count something, unless “on” leads an ordinal."""
    phrase = place.phrase
    only = phrase.length == 1 and phrase.day is not None and phrase.day.kind == "monthday"
    if phrase.length == 1 and SLASHED.match(text.spelling.text, place.start):
        return True
    return only and not text.spelling.text.startswith("on ", place.start)


def _middle(text: Text, place: Place) -> Understood | Asked | NoTime:
    """A time in the middle: taken where the sentence goes on about something else, else asked; lone words are not.

    Japanese and German put the verb last: there the middle is the usual place. Elsewhere it is right after the
    verb: “appeler lundi Mme Roy”.
    """
    line, language = text.spelling.text, text.language
    if headed(line, place.start):
        return _leading(text, place)
    phrase = place.phrase
    day = phrase.length == 1 and phrase.day is not None
    shouted = text.typed.isupper()
    flows = language == "ja" or verb_led(line, place.start, language)
    flows = flows or verb_last(text.typed[text.span(place)[1] :], language, shouted=shouted)
    onward = flows or follows(line, place.end, language, day=day)
    lone = (phrase.bare or phrase.weak) and not (language == "de" and flows) and not _goes_on(text, place)
    lone = lone and not text.told(place)
    if _is_told(phrase, flows=flows) or (lone and not (onward and (shouted or text.words(place).islower()))):
        return NoTime(text.typed)
    word = text.before(place)
    doubt = lone or word in text.before_cut | ABOUT or numbered(text, place) or not onward
    abroad = phrase.clock is not None and city_follows(text.spelling.text, place.end)
    doubt = (
        doubt
        or abroad
        or text.after(place).isdigit()
        or text.after(place) in AFTER_CUT
        or text.touched(place)
        or text.owns(place)
    )
    doubt = doubt or text.clocked(place)
    return _answer(text, phrase, (place,), doubt=doubt)


def _is_told(phrase: Phrase, *, flows: bool) -> bool:
    """Tell whether a time that cannot be is only told of: “she came yesterday for the blue one”."""
    return phrase.wrong is not None and (phrase.wrong.refusal is Past or not flows)


def _goes_on(text: Text, place: Place) -> bool:
    """Tell whether a lone weekday right after the verb is one: “llamar lunes a Dana”, not “pedir segunda via”."""
    if text.language == "ja":
        return True
    line, shouted = text.spelling.text, text.typed.isupper()
    after = text.typed[text.span(place)[1] :].lstrip()[:1]
    named = line[place.end :].lstrip().startswith(HIDDEN) or (after.isupper() and not shouted)
    onward = follows(line, place.end, text.language, day=True)
    led = verb_led(line, place.start, text.language) and (named or onward)
    begun = begins_with_verb(line, text.language) and text.before(place) not in ARTICLES and onward
    return (led or begun) and (shouted or text.words(place).islower())


def _answer(text: Text, phrase: Phrase, places: tuple[Place, ...], *, doubt: bool) -> Understood | Asked:
    choices = _choices(text, phrase, places)
    unruled = phrase.sense and phrase.sense.word in STARTS and phrase.day and not phrase.rule
    line, language = text.spelling.text, text.language
    # “came loose by friday”: what happened has no deadline, what is promised has
    told = (
        not (phrase.sense and phrase.sense.word in {"by", "latest"})
        and tells(line, places[-1].start, places[-1].end, language)
    ) or moves(line, language)
    told = told or (_is_before(phrase) and negated(line, places[-1].start))
    if len(choices) == 1 and not (doubt or unruled or told):
        return choices[0]
    return Asked(text.rest(*places), WHEN, choices[:3])


def _is_before(phrase: Phrase) -> bool:
    return phrase.sense is not None and phrase.sense.word == "before"


def _choices(text: Text, phrase: Phrase, places: tuple[Place, ...]) -> tuple[Understood, ...]:
    words = " ".join(text.words(place).strip() for place in places)
    try:
        found = readings(phrase, text.here)
    except TimeRefused as refusal:
        refusal.facts.setdefault("words", words)
        raise
    except (OverflowError, ValueError) as error:  # the calendar ends with the year 9999
        raise TooFar(words=words) from error
    return tuple(_understood(reading, text.rest(*places), words) for reading in found)


def _understood(reading: Reading, rest: str, words: str) -> Understood:
    return Understood(reading.when, reading.local, reading.zone, reading.rrule, rest, words, reading.until)
