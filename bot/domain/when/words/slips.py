"""Days and months typed with a slip: “wendsday”, “tusday”, “feburary”."""

import re

from rapidfuzz.distance import OSA

LONG = ("wednesday", "thursday", "saturday", "tomorrow", "february")
NAMES = (*LONG, *("monday", "tuesday", "friday", "sunday"))
WORDS = (
    *("before", "around", "between", "minutes", "minute", "weekend", "morning", "afternoon", "evening"),
    *("tonight", "midnight", "fortnight"),
)
MONTHS = ("january", "april", "august", "september", "october", "november", "december")
# Words of their own, one letter away from one of these.
OTHERS = frozenset({"sundry", "sundae", "friary", "mourning", "moaning", "mooning", "minuet", "minuted"})
WORD = r"\b[a-z]{5,10}\b"


def corrected(match: re.Match[str]) -> str:
    """Return the one day or month that a word can only be a slip of, else the word."""
    word = match[0]
    if word in OTHERS or word.endswith("s"):
        return word
    alike = [name for name in (*NAMES, *MONTHS, *WORDS) if name[0] == word[0]]
    slips = {name: OSA.distance(word, name) for name in alike}
    near = [name for name in alike if slips[name] == min(slips.values())]
    return near[0] if len(near) == 1 and slips[near[0]] <= (2 if near[0] in LONG else 1) else word
