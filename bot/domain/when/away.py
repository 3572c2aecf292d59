"""Amounts as times: “in 3 days”, “20 minutes from now”, “a week after friday”, “the day after the 5th”."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from bot.domain.when.amounts import AMOUNT, read_amount
from bot.domain.when.days import days
from bot.domain.when.edges import COMMAND
from bot.domain.when.pieces import WEEKDAY, WEEKDAYS, Day, Elapsed, Found, Here, Piece, Vague, Wrong
from bot.domain.when.results import NoAmount, Past, TimeRefused, TooFar

SIGN = {"before": -1}
FROM = re.compile(r" (?P<from>from|after|before|following|past|later|hence|ago|on) ?")
NOW = re.compile(r"(?:right )?now\b")
BETWEEN = re.compile(
    r"(?:in )?(?P<few>\d{1,3}) ?(?:-|to|or) ?(?P<many>\d{1,3}) (?P<unit>minutes|hours|day|week|month)s?\b"
)
VAGUE = re.compile(
    r"(?:in |over |within )?"
    r"(?:(?:the )?(?:next|coming)(?: few)?(?= [a-z])|a few|some|several|a handful of|a bit|a while)"
    r"(?: (?P<unit>minutes|hours|day|week|month)s?\b)?(?: from now| time)?"
)
VAGUE_LENGTHS = {
    "minutes": tuple(timedelta(minutes=n) for n in (5, 10, 15)),
    "hours": tuple(timedelta(hours=n) for n in (2, 3, 4)),
    "day": tuple(timedelta(days=n) for n in (2, 3, 5)),
    "week": tuple(timedelta(weeks=n) for n in (2, 3, 4)),
    "month": tuple(timedelta(days=n) for n in (61, 91, 122)),
    None: tuple(timedelta(minutes=n) for n in (15, 30, 60)),
    "half": tuple(timedelta(days=n) for n in (14, 15)),
}
# Before an amount these say how long something takes, or that it is none of a time at all.
LASTING = re.compile(
    r"(?:\b(?:for|of|takes?|took|lasts?|by|than|to|an?|the|another|extra|every|per|is|was|her|his|last|past|under|over"
    r"|about|with|and|or|only|all|these|those|those|my|our|their|at|no|within)|[-\d,]) *$"
)
# “16h” is an hour of the clock.
CLOCK_HOURS = re.compile(r"\d{3,4} ?h|(?:1[3-9]|2[0-3]) ?h(?!ou|r)")
ENDING = re.compile(r"[ .!?]*")
HALF_A_MONTH = re.compile(r"(?:in )?half a month\b(?: from now)?")
IN = re.compile(
    r"(?:within(?: the next)?|in(?: the next| exactly| about| around| just| ~)?|after(?= (?:\d+|an?) [a-z]{3})"
    r"|give (?:it|me)|(?<![\w+])\+(?=\d)) ?(?=[-\da])"
)
NEXT_WEEKDAY = re.compile(
    rf"(?:on )?(?:the )?(?:first )?{WEEKDAY}\x02? (?P<way>after|before|following) (?!next\b(?! \w))"
)
THE_DAY = re.compile(r"(?:on )?(?:the )?(?P<unit>day|week|month)(?P<from> after| before) (?!next)")


def amounts(text: str, at: int, here: Here) -> Iterator[Found]:
    """Yield every time that can be read at ``at`` as an amount, with where it ends."""
    lead = IN.match(text, at)
    start = lead.end() if lead else at
    if match := AMOUNT.match(text, start):
        yield from _measured(text, match, here, bool(lead))
    yield from _beside(text, at, here)
    yield from _vague(text, at)


def _beside(text: str, at: int, here: Here) -> Iterator[Found]:
    """The day before friday, the week after the 5th, the monday after dec 10."""
    if match := THE_DAY.match(text, at):
        amount = AMOUNT.match(f"a {match['unit']}")
        assert amount
        for end, base in days(text, match.end(), here):
            if isinstance(base, Day):
                yield end, _away(amount, base, -1 if "before" in match["from"] else 1)
    if match := NEXT_WEEKDAY.match(text, at):
        weekday = WEEKDAYS.index(match["weekday"])
        for end, base in days(text, match.end(), here):
            if isinstance(base, Day):
                yield end, _nearest(weekday, base, -1 if match["way"] == "before" else 1)


def _vague(text: str, at: int) -> Iterator[Found]:
    if match := BETWEEN.match(text, at):
        one = VAGUE_LENGTHS[match["unit"]][0] / 2 if match["unit"] != "minutes" else timedelta(minutes=1)
        yield match.end(), Vague(tuple(one * int(match[n]) for n in ("few", "many")))
    if (match := VAGUE.match(text, at)) and (match["unit"] or match[0].startswith("in ")):
        yield match.end(), Vague(VAGUE_LENGTHS[match["unit"]])
    if match := HALF_A_MONTH.match(text, at):
        yield match.end(), Vague(VAGUE_LENGTHS["half"])


def _measured(text: str, match: re.Match[str], here: Here, led: bool) -> Iterator[Found]:
    after = FROM.match(text, match.end())
    if led and not re.match(r"\w|'", text[match.end() :]):
        yield match.end(), _from_now(match)
    elif not after and ENDING.fullmatch(text, match.end()):
        yield from _at_the_end(text, match)
    if after:
        yield from _counted(text, match, after, here, led)


def _counted(text: str, match: re.Match[str], after: re.Match[str], here: Here, led: bool) -> Iterator[Found]:
    """An amount with what it counts from: “from now”, “later”, “after friday”, “on friday” for weeks."""
    way = after["from"]
    if way in {"later", "hence", "ago"}:
        if re.match(r"(?!\w)", text[after.end("from") :]):
            yield after.end("from"), Wrong(Past) if way == "ago" else _from_now(match)
        return
    if now := NOW.match(text, after.end()):
        yield now.end(), _from_now(match)
    if way == "on" and (match["u1"] != "week" or text.endswith("by ", 0, match.start())):
        return
    for end, base in days(text, after.end(), here):
        if isinstance(base, Day):
            yield end, _either(match, base) if led and way == "on" else _away(match, base, SIGN.get(way, 1))


def _at_the_end(text: str, match: re.Match[str]) -> Iterator[Found]:
    """“2 hours” alone is from now; “ping dana 30 mins” perhaps; “book dana for 30 mins” is none."""
    if not text[: match.start()].strip():
        if not CLOCK_HOURS.match(match[0]):
            yield match.end(), _from_now(match)
        return
    command = COMMAND.match(text)
    lasts = CLOCK_HOURS.match(match[0]) or LASTING.search(text, 0, match.start())
    if command and command.end() + 1 < match.start() and not lasts:
        yield match.end(), _weak(_from_now(match))


def _weak(piece: Piece) -> Piece:
    return replace(piece, weak=True) if isinstance(piece, Day | Elapsed) else piece


def _either(match: re.Match[str], base: Day) -> Piece:
    """“In 2 weeks on friday”: two weeks after friday to some, the friday of that week to others."""
    after = _away(match, base, 1)
    amount = None if isinstance(after, Wrong) else read_amount(match)
    weekday = base.weekday
    if not isinstance(after, Day) or amount is None or weekday is None:
        return Wrong(TimeRefused)

    def find(here: Here) -> tuple[date, ...]:
        then = amount.after(here.today, here)
        return (then + timedelta(weekday - then.weekday()), *after.find(here))

    return Day(find)


def _nearest(weekday: int, base: Day, sign: int) -> Day:
    """“The monday after dec 10”: the first such weekday past the other day, or the last before it."""

    def find(here: Here) -> tuple[date, ...]:
        return tuple(
            day + timedelta(sign * ((sign * (weekday - day.weekday()) - 1) % 7 + 1)) for day in base.find(here)
        )

    return Day(find)


def _from_now(match: re.Match[str]) -> Piece:
    """An amount from now: real time for minutes and hours, the calendar for the rest."""
    try:
        amount = read_amount(match)
    except (NoAmount, TooFar) as error:
        return Wrong(type(error))
    if amount is None:
        return Wrong(TimeRefused)
    if not amount.on_calendar:
        return Elapsed(amount.length())
    if amount.seconds:
        return Elapsed(amount.length(), amount.onward)
    return Day(lambda here: (amount.onward(here).date(),), keeps_clock=True)


def _away(match: re.Match[str], base: Day, sign: int) -> Piece:
    """An amount from a day: the date that far from it."""
    try:
        amount = read_amount(match)
    except (NoAmount, TooFar) as error:
        return Wrong(type(error))
    if amount is None or not amount.on_calendar:
        return Wrong(TimeRefused)
    return Day(lambda here: tuple(amount.after(day, here, sign) for day in base.find(here)))
