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
NEXT_WORD = re.compile(r"[ ,;:)-]*([^\W_]+|[&+/])")
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
    | {"several", "alternate", "both", "previous"}
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
# Words with which the sentence goes on after a time in its middle: “llamar mañana a Dana”.
ONWARD = {
    "es": re.compile(r" (?:al?|to|para|by|por|con|sobre|que|si|porque|acerca)\b"),
    "pt": re.compile(r" (?:aos?|a|to|para|by|pra|pro|com|sobre|que|se|porque)\b"),
    "fr": re.compile(r" (?:au|aux|a|to|pour|by|avec|sur|que|si|parce|chez|concernant)\b"),
    "de": re.compile(r" (?:wegen|mit|an|bei|uber|ob|dass|damit|weil)\b"),
}
# In a text that begins with its verb, what it is about may follow as well: “enviar mañana la factura”.
OBJECT = {
    "es": re.compile(r" (?:el|la|los|las|1|un[oa]s|sus?|l[eo]s?|nuestr[oa]s?|tod[oa]s?)\b"),
    "pt": re.compile(r" (?:os?|as?|at|1|un?s|umas|seus?|suas?|noss[oa]s?|tod[oa]s?)\b"),
    "fr": re.compile(r" (?:l[ea]s?|l'\w+|1|des|s[ae]s?|son|ces?|cet(?:te)?|nos|notre|leurs?)\b"),
}
OF = re.compile(r" (?:del?|d[aou]s?|des|d'\w+)\b")
# German puts the verb last: “Dana morgen um 9 anrufen”; its nouns have a capital.
INFINITIVE = re.compile(r"(?:^|[ ,])[a-zäöüß-]+n[.!\s]*$")
SPACE = re.compile(r"[ ,;:()-]*")
# At most one little word between two times: “friday, then 3pm”, “14時から16時”.
BESIDE = re.compile(r"[ ,;:()/-]*(?:[a-z]{1,4}\b|[^\x00-\x7f]{1,2})?[ ,;:()/-]*")
LINKS = frozenset({"or", "and", "then", "at", "on", "the", "by", "to", "from", "but", "not", "till", "of", "in"})
VERBS = verbs.pattern()
COMMAND = re.compile(HEAD.pattern + VERBS.pattern)
TRAILING = re.compile(r"(?:[\s,;:–—、，-]|-+>|=>|→)+$|\s*[(\[（【]\s*$")
OPENED = re.compile(r"[(\[（【]\s*$")
CLOSING = re.compile(r"\s*[)\]）】]")
LEADING = re.compile(r"^[\s,;:–—、，.!?-]+|^\s*[)\]）】]\s*")


IDEOGRAPH = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


def joined(left: str, right: str) -> str:
    """Put the two sides of a cut together: no commas or dashes hanging, one space between."""
    glued = left[-1:].strip() and right[:1].strip()
    if CLOSING.match(right) and not OPENED.search(left):
        return f"{left.rstrip()}{right.strip()}"
    left = TRAILING.sub("", left)
    right = LEADING.sub("", right)
    if not left or not right:
        return (left or right).strip()
    close = glued and (IDEOGRAPH.match(left[-1]) or IDEOGRAPH.match(right[0]))
    return f"{left}{'' if close else ' '}{right}".strip()


# How a verb looks just after a time at the start: “viernes llamar”, “vendredi rappeler”, “Freitag … anrufen”.
INFINITIVES = {
    "es": re.compile(r"[ ,]*[a-z]+[aei]r(?:l[aeo]s?|se|me|nos)?\b"),
    "pt": re.compile(r"[ ,]*[a-z]+[aeio]r(?:-?(?:lhe|me|se)s?)?\b"),
    "fr": re.compile(r"[ ,]*(?:l[ae]s? |lui |l'|me |se )?[a-z]+(?:er|ir|re)\b"),
    "de": re.compile(r".*[a-z]n[.!\x01 ]*$"),
}


VERB = {
    "es": r"[a-z]+[aei]r(?:l[aeo]s?|se|me|nos)?|(?:recuerda|avisa|llama|manda|envia|pide|di)(?:me|l[aeo]s?)?",
    "pt": r"[a-z]+[aeio]r(?:-?(?:lhe|me|se)s?)?|(?:me )?(?:lembra|lembre|avisa|avise|liga|manda)(?:-(?:me|lhe))?",
    "fr": r"(?:l[ae]s? |lui |leur |l'|me |se )?[a-z]+(?:er|ir|re)|(?:rap)?pell?e[rz]?(?:-(?:moi|la|le|les))?",
}
VERB_FIRST = {
    language: re.compile(rf"[ .!,;:(\[\x01-]*(?:{POLITE}[ ,]+)?(?:{verb}) ") for language, verb in VERB.items()
}


def follows(text: str, at: int, language: str, *, day: bool) -> bool:
    """Tell whether the sentence goes on about something else after a time in its middle.

    ``day`` says that the time is only a day: “el lunes de la boda” is one day, said by its feast.
    """
    onward, begins = ONWARD.get(language), VERB_FIRST.get(language)
    if FOLLOW.match(text, at) or (onward and onward.match(text, at)):
        return True
    if not (begins and begins.match(text)):
        return False
    return bool(OBJECT[language].match(text, at) or (not day and OF.match(text, at)))


def free(rest: str, language: str) -> bool:
    """Tell whether what follows a time at the start is a text of its own: a colon, a verb, “about”."""
    verb = INFINITIVES.get(language, VERBS)
    return language == "ja" or bool(FOLLOW.match(rest) or VERBS.match(rest) or verb.match(rest))
