"""What several languages are rewritten with once their words are English: the order of a rule and its days."""

import re
from collections.abc import Callable

from bot.domain.when.masks import HIDDEN

DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
NTH = r"first|second|3rd|4th|last"


def named(titles: str, names: str = r"[^\W\d]+") -> tuple[str, Callable[[re.Match[str]], str]]:
    """Return a substitution that hides a name after a title that only one language has: “Dona Páscoa”."""
    return rf"\b(?:{titles})(?: |(?<=\.))(?:{names})\b", lambda match: HIDDEN * len(match[0])


# Each language's words between “the first working day” and “of every month”.
OF = r"(?:de |del |du |do |da |im |des |in |of )?"
WORKDAY = rf"(first|last) business day {OF}"
# What is said of a rule, in any order: “every 2 weeks mondays”, “every month last friday”.
RULES = [
    (rf"\b(every (?:\d+ weeks|other week|week)),? (?:on |every |the )?({DAYS})s?\b", r"\1 on \2"),
    (rf"\b(?:every month|monthly),? (?:on )?(?:the )?({NTH}) ({DAYS})\b", r"\1 \2 of every month"),
    (rf"\bevery 2 ({DAYS})s?\b", r"every other \1"),
    (
        rf"\b(?:(?:el|le|on|am|no) )?(?:every {WORKDAY}|{WORKDAY}every )month\b",
        r"\1\2 business day of every month",
    ),
]
YEARLY = (rf"\bevery (?:on )?(\d{{1,2}}) (?:de )?({MONTHS})\b", r"every \1 \2")


def of_the_day(match: re.Match[str]) -> str:
    """Return “las 9 de la noche” as nine at night; “la clienta de la noche” names no time."""
    return f"{match[1]} at night" if match[2] == "NIGHT" else f"{match[1]} in the {match[2].lower()}"


OF_PARTS = (r"(\d ?h?|hours?|heures?|sharp),? OF(MORNING|AFTERNOON|EVENING|NIGHT)\b", of_the_day)
# “Friday at the latest”, “from 5 on”: the little word stands after the time, or before an hour.
EDGES = [
    (r"(?<=[a-z\d]) by(?= ?(?:$|[.,;!)]))", " latest"),
    (rf"\b((?:on )?(?:{DAYS})|next (?:week|month)|tomorrow) sometime\b", r"sometime \1"),
    (rf"\b(tomorrow|today|{DAYS}) starting (?=\d{{1,2}}(?![\d.]))", r"\1 after "),
    (r"\bstarting (?=(?:at )?\d{1,2}(?::\d\d| ?h\b| o'clock| hours|(?= ?$)))", "after "),
]

# The number beside a weekday is the day where it cannot be the hour: “martes 24 a las 9”.
NUMBERED_DAYS = [
    (
        rf"\b({DAYS}) (\d{{1,2}})(?=,? (?:at|around|a las|as|a) \d)"
        rf"|\b({DAYS}) (1[3-9]|2\d|3[01])(?![\d:./-]| ?h\b)",
        lambda match: f"{match[1] or match[3]} the {match[2] or match[4]}th",
    ),
    # “Lunes 23/11”
    (rf"\b({DAYS}),? (?=\d{{1,2}}/\d{{1,2}}(?!\d))", r"\1, on "),
]
