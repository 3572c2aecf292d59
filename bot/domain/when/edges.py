"""The cut between a time and the rest of the text: what may touch it, what makes it doubtful, how to tidy it."""

import re

from bot.domain.when.pieces import WEEKDAYS
from bot.domain.when.words import verbs

POLITE = (
    r"(?:please|pls|plz|thanks|thank you|thx|ty|ok|okay|cheers|por favor|bitte|merci|obrigad[oa]|gracias|danke)"
)
TAIL = re.compile(rf"[ .!?,;:)\]\x01-]*(?:{POLITE}\b[ .!?,;:)\x01]*)*")
HEAD = re.compile(rf"[ .!,;:(\[\x01-]*(?:(?:{POLITE}|hey|hi|also|so|then)\b[ ,.!]*)?")
LAST_WORD = re.compile(r"([^\W_]+|[&+/])\x02?[ ,;:(-]*$")
NEXT_WORD = re.compile(r"[ ,;:)\x01-]*([^\W_]+|[&+/])")
# Before “sat”, “sun” or “wed” these make it an everyday word: “where she sat”, “in the sun”.
EVERYDAY = frozenset(
    {
        "the",
        "a",
        "an",
        "i",
        "he",
        "she",
        "it",
        "they",
        "we",
        "who",
        "that",
        "in",
        "of",
        "much",
        "newly",
        "just",
        "to",
    }
)
# Next to the cut, these mean that more was said about the time than was understood.
TIME_WORDS = frozenset(
    {*WEEKDAYS, *(f"{day}s" for day in WEEKDAYS), "today", "tomorrow", "yesterday", "tonight", "morning", "noon"}
    | {"afternoon", "evening", "night", "midnight", "minutes", "hours", "seconds", "day", "days", "week", "weeks"}
    | {"month", "months", "year", "years", "quarter", "weekend", "weekends", "weekday", "weekdays", "am", "pm"}
    | {"eod", "ago", "every", "each", "daily", "weekly", "monthly", "yearly", "hourly", "early", "late"}
    | {
        "past",
        "half",
        "until",
        "till",
        "til",
        "since",
        "except",
        "fortnight",
        "oclock",
        "later",
        "maybe",
        "perhaps",
    }
    | {"possibly", "probably", "ish"}
    | {
        "holiday",
        "bowl",
        "giving",
        "maundy",
        "cyber",
        "black",
        "penultimate",
        "any",
        "some",
        "other",
        "most",
        "few",
    }
    | {"several", "alternate", "both", "previous", "through", "thru", "twice", "thrice", "semi", "bi"}
    | {"his", "their", "our", "my", "your"}
)
BEFORE_CUT = TIME_WORDS | frozenset(
    {
        "not",
        "never",
        "or",
        "and",
        "between",
        "than",
        "for",
        "from",
        "to",
        "of",
        "last",
        "next",
        "this",
        "that",
        "within",
    }
    | {
        "during",
        "per",
        "a",
        "an",
        "the",
        "was",
        "were",
        "like",
        "vs",
        "versus",
        "excluding",
        "minus",
        "mid",
        "at",
        "around",
        "no",
        "&",
        "+",
        "/",
    }
)
ABOUT = frozenset({"about", "re", "regarding", "concerning"})
# A time that is over after these is what the text is about: “apologise for last friday”.
OF_PAST = ABOUT | {"for", "from", "of", "since", "like", "than", "until"}
AFTER_CUT = TIME_WORDS | frozenset({"or", "and", "not", "but", "through", "thru", "&", "+", "/"})
FOLLOW = re.compile(r" ?(?:[,.;:!?(\x01-]|(?:about|re|regarding|for|to|with|because|so|if|when|that|as)\b)")
GOES_ON = re.compile(r",? (?:about|re|regarding|for|to|with|because|so|if|when|that|as)\b")
# Before an hour these say which thing is meant: “la cita de las 5”, “the 3pm slot”.
OF_WHICH = frozenset(
    {"de", "del", "du", "da", "do", "das", "dos", "of", "the", "his", "her", "their", "vom", "von", "fur"}
)
SPACE = re.compile(r"[ ,;:()-]*")
# At most one little word between two times: “friday, then 3pm”, “14時から16時”.
BESIDE = re.compile(r"[ ,;:()/-]*(?:[a-z]{1,4}\b|[^\x00-\x7f]{1,2})?[ ,;:()/-]*")
LINKS = frozenset({"or", "and", "then", "at", "on", "the", "by", "to", "from", "but", "not", "till", "of", "in"})
VERBS = verbs.pattern()
COMMAND = re.compile(HEAD.pattern + VERBS.pattern)
TRAILING = re.compile(r"(?:[\s,;:–—、，～〜¡¿-]|-+>|=>|→)+$|\s*[(\[（【]\s*$")
OPENED = re.compile(r"[(\[（【]\s*$")
CLOSING = re.compile(r"\s*[)\]）】]")
LEADING = re.compile(r"^[\s,;:–—、，。～〜.!?-]+|^\s*[)\]）】]\s*")


IDEOGRAPH = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


def joined(left: str, right: str) -> str:
    """Put the two sides of a cut together: no commas or dashes hanging, one space between."""
    glued = left[-1:].strip() and right[:1].strip()
    if CLOSING.match(right) and not OPENED.search(left):
        return f"{left.rstrip()}{right.strip()}"
    cut = TRAILING.search(left)
    label = cut[0][: cut[0].rfind(":") + 1] if cut else ""
    left = TRAILING.sub("", left)
    right = LEADING.sub("", right)
    if not left or not right:
        return (left or right).strip()
    close = glued and (IDEOGRAPH.match(left[-1]) or IDEOGRAPH.match(right[0]))
    return f"{left}{label}{'' if close else ' '}{right}".strip()
