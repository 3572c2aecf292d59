"""Hours: “3pm”, “at 17:30”, “half past 3”, “2-4pm”, “in the morning” and “eod”."""

import re
from collections.abc import Iterator

from bot.domain.when.edges import BEFORE_CUT, VERBS
from bot.domain.when.pieces import Clock, Found, Part, SameTime, Sense, Wrong
from bot.domain.when.results import ImpossibleTime

AT = r"(?:(?P<at>at about|at around|at|@|around|about|~|from|between|à) ?)?"
HALF = r"(?: ?(?P<half>am|pm|[ap](?!\w))(?:\b|(?=ish\b)))"
TIME = (
    r"(?P<hour>\d{1,2})(?:(?:[:.]|h ?)(?P<minute>\d{2}))?(?::(?P<second>\d{2})(?:\.0+)?)?"
    rf"{HALF}?(?P<ish>[ -]?ish\b)?"
)
END = r"(?P<last>[01]?\d|2[0-4])(?:[:.h]\d{2})?(?: ?h)?(?: ?(?P<lasthalf>am|pm)\b)?"
ABOUT = "(?P<at>at|around|about|@)"
FOUR = r"(?P<hour>[01]\d|2\d)(?P<minute>\d{2})(?P<second>)(?P<half>)"
CLOCKS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<at>between|from) {TIME}(?: ?h)? and {END}(?!(?!z\b)\w|[:./-]\d|')",
        rf"{AT}{TIME}(?: ?h)? ?(?:-|to|until|till) ?{END}(?!(?!z\b)\w|[:./-]\d|')",
        rf"{AT}{TIME}(?P<suffix>(?<=\d) ?(?:h|o'clock|(?(at)hours)))?(?: or so| sharp| on the dot)?"
        r"(?!(?!z\b)\w|[:./-]\d|'|%)",
        # “330pm”, “at 730”
        rf"(?:{ABOUT} ?)?(?P<hour>\d{{1,2}})(?P<minute>[0-5]\d)(?P<second>)(?P<suffix>) ?(?P<half>am|pm)\b",
        rf"{ABOUT} ?(?P<hour>[1-9])(?P<minute>[0-5][05])(?P<second>)(?P<suffix>)(?P<half>)"
        rf"(?= in the | tomorrow| today| on |[ .!?:;]*$|[:;]? {VERBS.pattern})",
        rf"{ABOUT} {FOUR}(?P<suffix>) ?(?:hours|h)?(?!(?!z\b)\w|[:./-]\d)",
        rf"(?:(?P<at>at) )?{FOUR}(?P<suffix> ?(?:hours|h))(?!\w)",
        # “tomorrow 0730”: four digits alone are an hour beside a day only.
        rf"(?P<at>)(?=\d\d(?:00|15|30|45)|0\d\d[05]){FOUR}(?P<suffix>)(?!(?!z\b)\w|[:./-]\d)",
    )
)
AROUND_THE_HOUR = re.compile(
    r"(?:(?:at|@|around|about) ?)?"
    r"(?P<how>half past|half|(?:(?P<away>5|10|15|20|25|\d{1,2} minutes)|(?:a )?quarter) "
    r"(?:past|to|after|before|of))"
    rf" (?P<hour>\d{{1,2}}|noon|midnight)(?: o'clock)?{HALF}?(?!\w|[:./]\d)"
)
PART = re.compile(
    r"(?:(?P<lead>at|in the|on the|this|the|around|about|by the|during the|@) ?)?"
    r"(?P<name>first thing|morning|noon|lunch|afternoon|evening|night|midnight|eod)\b"
)
EDGE = re.compile(
    r"(?:(?P<lead>in the|on the|this|the|by the|by) ?)?(?P<edge>early|mid|late)[ -](?:in the )?"
    r"(?P<name>morning|afternoon|evening)\b"
)
TONIGHT = re.compile(r"tonight\b|later tonight\b|this night\b")
# “Ping dana 8 tonight”, but not “order 8 tonight”.
TONIGHT_AT = re.compile(
    r"(?P<hour>[5-9](?!\d)|1[01]|[1-9](?= in the | at n)|1[0-2](?= in the | at n))"
    r"(?= tonight\b| this evening\b| in the (?:morning|afternoon|evening)\b| at night\b)"
)
LETTERS = re.compile(r"([a-z]+) $")
SAME = re.compile(r"(?:at )?(?:the )?(?:this|same) time\b")
# These say nothing of their own: “anytime after 3”.
VAGUE_SENSES = frozenset({"around", "sometime", "some time", "any time", "anytime", "at some point"})
SENSE = re.compile(
    r"(?P<word>by|before|after|from|starting(?: on| from)?|beginning(?: on)?|as of|on or before|latest|"
    r"sometime|some time|any time|anytime|at some point|around(?= (?:next|this|[a-z]+day|tomorrow|[a-z]+ \d)))\b ?"
)
SENSES = {"on or before": "by", "latest": "by"}
LATEST = re.compile(r"(?:at )?(?:the )?latest\b")
SURE_PARTS = frozenset({"noon", "midnight", "eod", "first thing"})


def clocks(text: str, at: int) -> Iterator[Found]:
    """Yield every hour that can be read at ``at``, with where it ends."""
    if match := AROUND_THE_HOUR.match(text, at):
        yield match.end(), _around(match)
    for pattern in CLOCKS:
        if match := pattern.match(text, at):
            yield match.end(), _clock(match)
    if (match := TONIGHT_AT.match(text, at)) and _follows_somebody(text, at):
        yield match.end(), Clock(int(match["hour"]))
    if match := SAME.match(text, at):
        yield match.end(), SameTime()


def _follows_somebody(text: str, at: int) -> bool:
    """Tell whether a word that is neither the verb nor a little word stands just before."""
    word = LETTERS.search(text, 0, at)
    return word is not None and not VERBS.fullmatch(word[1]) and word[1] not in BEFORE_CUT


def _clock(match: re.Match[str]) -> Clock | Wrong:
    said = match.groupdict()
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = (match["half"] or "")[:1] or _borrowed(hour, said.get("last"), said.get("lasthalf"))
    wrong = hour > (12 if half else 23) or minute > 59 or int(match["second"] or 0) > 59 or (half and hour == 0)
    if wrong and (half or match["minute"] or match["at"]):
        return Wrong(ImpossibleTime)
    ranged = bool(said.get("last"))
    suffix = (said.get("suffix") or "").strip()
    # “2h” alone may be how long something takes; “14h” is a clock.
    whole = bool(match["minute"] or half or (suffix and (suffix != "h" or hour > 12)))
    dotted = not half and ("." in match[0] or (match[0].isdigit() and len(match[0]) == 4))
    sure = hour > 12 or hour == 0 or (match["hour"].startswith("0") and bool(match["minute"]))
    bare = wrong or not (
        match["at"] or said.get("ish") or (whole and not dotted) or (ranged and said.get("lasthalf"))
    )
    plain = match["minute"] is None and not suffix
    return Clock(hour % 24, minute % 60, int(match["second"] or 0), half, sure, bare, ranged, plain)


def _borrowed(hour: int, last: str | None, half: str | None) -> str:
    """Return the half of the day of a range's start, from its end: 2-4pm is pm, 11-1pm is am."""
    if not last or not half:
        return ""
    if half == "pm" and hour % 12 > int(last) % 12:
        return "a"
    return half[0] if hour <= 12 else ""


def _around(match: re.Match[str]) -> Clock | Wrong:
    hour, how = {"noon": 12, "midnight": 24}.get(match["hour"]) or int(match["hour"]), match["how"]
    away = 30 if how.startswith("half") else 15 if "quarter" in how else int(match["away"].split()[0])
    if not 1 <= hour <= 24 or not 0 < away < 60:
        return Wrong(ImpossibleTime)
    if how.endswith((" to", " before", " of")):
        hour, away = (hour - 1 if hour != 1 else 12), 60 - away
    return Clock(hour % 24, away, 0, (match["half"] or "")[:1], hour > 12)


def parts(text: str, at: int) -> Iterator[Found]:
    """Yield the part of the day that can be read at ``at``."""
    if match := TONIGHT.match(text, at):
        yield match.end(), Part("tonight", today=True)
    if match := EDGE.match(text, at):
        yield match.end(), Part(match["name"], match["lead"] == "this", bare=not match["lead"], edge=match["edge"])
    if match := PART.match(text, at):
        name, lead = match["name"], match["lead"]
        yield (
            match.end(),
            Part(name, lead == "this", weak=not lead and name not in SURE_PARTS, bare=lead in {None, "the"}),
        )


def senses(text: str, at: int) -> Iterator[Found]:
    """Yield the little word that can be read at ``at``: by, before, after, starting."""
    if match := SENSE.match(text, at):
        word = match["word"].split()[0] if match["word"].startswith(("start", "begin")) else match["word"]
        yield match.end(), Sense(SENSES.get(word, word))
    if match := LATEST.match(text, at):
        yield match.end(), Sense("latest")
