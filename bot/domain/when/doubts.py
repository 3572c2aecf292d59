"""What casts doubt on a time that was found: a number, a meal, a clause, a move, another time in the same text."""

import re

from bot.domain.when.masks import THINGS
from bot.domain.when.pieces import Rule
from bot.domain.when.text import Place, Text, sure

LAST_NUMBER = re.compile(
    r"(?P<listed>(?:\d ?(?:-|to|\/)|\b(?:or|and|&)) ?)?(?<![\w.,:/])(?P<number>\d+)\x02?[ ,;:(-]*$"
)
# “730” may be half past seven, “512” hardly a time.
CLOCK_DIGITS = re.compile(r"(?:0?\d|1\d|2[0-3])[0-5][05]")
THING = re.compile(THINGS, re.VERBOSE)
CLAUSE = re.compile(r"\b(?:who|that|which|when|because|if|whether|why|while|until|before|after)\b(?= [^ ])")
MEAL = re.compile(r"(?:lunch|night|morning|afternoon|evening)\b,? \S")
# “Move dana from 2pm to 3pm” names both hours, the old one and the new one.
MOVE = re.compile(r"[ .,]*(?:please )?(?:re-?schedule|move|change|push|shift|swap|switch|bump|bring)\b")
ELSE = re.compile(r",? (?:and|or|then|but|not|instead)\b")
OF_HERS = re.compile(r"\b(?:of|about|for|re|regarding|from|with) her $")


def numbered(text: Text, place: Place) -> bool:
    """Tell whether a number stands just before a phrase that may belong to it: “12 friday”, “3, 5pm”.

    It does not where an hour was said with its day, or follows “at”; a larger one where it is no clock: “to
    512 tomorrow”.
    """
    match = LAST_NUMBER.search(text.spelling.text, 0, place.start)
    if not match or match["listed"]:
        return bool(match)
    number, phrase = match["number"], place.phrase
    if len(number) == 2 and int(number) > 31:
        return False
    led = re.match(r"(?:at|on|by|in) ", text.spelling.text[place.start : place.start + 3])
    if phrase.clock and not phrase.clock.bare and (led or phrase.day or phrase.rule):
        return False
    if len(number) > 2:
        return not led and bool(CLOCK_DIGITS.fullmatch(number))
    return True


def clause(text: Text, start: Place, end: Place) -> bool:
    """Tell whether the later time may belong to a clause of its own: “remind her that we close at 6”."""
    return bool(CLAUSE.search(text.spelling.text, start.end, end.start))


def labelled(text: Text, place: Place) -> bool:
    """Tell whether a date in numbers may be the number of a thing: “chase invoice 12/4”."""
    slashed = re.match(r"\d+/\d", text.spelling.text[place.start :])
    return bool(slashed) and bool(THING.fullmatch(text.before(place)))


def serves(text: Text, place: Place) -> bool:
    """Tell whether a phrase begins with a meal or a night that may be somebody's: “buy dana lunch friday”."""
    meal = MEAL.match(text.spelling.text, place.start)
    return bool(meal) and not text.words(place).lower().startswith(("lunchtime", "lunch time"))


def moved(text: Text, place: Place) -> bool:
    """Tell whether something is moved from one hour to another: “move dana from 2pm to 3pm”."""
    clock = place.phrase.clock
    old = "from " in text.spelling.text[place.start : place.end]
    return clock is not None and clock.ranged and old and bool(MOVE.match(text.spelling.text))


def hers(text: Text, place: Place) -> bool:
    """Tell whether the time is somebody's: “remind dana of her friday 3pm”, not “call her friday”."""
    return bool(OF_HERS.search(text.spelling.text, 0, place.start))


def another(text: Text, place: Place) -> bool:
    """Tell whether an earlier time goes on to this one (“tomorrow and again on friday”), or says another rule."""
    for at in text.line.words:
        if at >= place.start:
            return False
        for end, piece in text.line.pieces(at):
            again = sure(piece) and ELSE.match(text.spelling.text, end) and end <= place.start
            rule = isinstance(piece, Rule) and not piece.weak and end <= place.start
            if again or rule:
                return True
    return False
