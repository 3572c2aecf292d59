"""German: how the time words of Germany, Austria and Switzerland go together."""

import re

from bot.domain.when.words.german_words import MORE, TABLE
from bot.domain.when.words.numbers import GERMAN_NUMBERS, german_ordinals
from bot.domain.when.words.shared import DAYS, EDGES, MONTHS, NTH, RULES, YEARLY, named

__all__ = ["FIRST", "LEFT", "MORE", "SPACED", "TABLE", "TOUCHY", "TURNS"]

SPACED = True
SHORT = {
    **{"mo": "monday", "di": "tuesday", "mi": "wednesday", "do": "thursday", "fr": "friday"},
    **{"sa": "saturday", "so": "sunday"},
}
# Before a time, these say that it belongs to something else.
TOUCHY: frozenset[str] = frozenset(
    {"vom", "von", "der", "des", "fur", "seit", "zwischen", "uber", "zum", "im", "mitte", "kw", "so"}
)
# Beside a time, these are more of it than was understood.
LEFT = (
    r"vorletzt\w+|mo|di|mi|do|fr|sa|\d{1,2}\.|uhr|viertel|dreiviertel|halb(?:e[rn]?)?|kw|kalenderwoche|fruh(?:e[rsn]?|estens)?|spat(?:er?|en|estens)?"
    r"|morgens|mittags|abends|nachts|\w+halfte|ostern|ostermontag|pfingst(?:en|montag)|advent|weihnachten"
    r"|silvester|neujahr|fasching|karneval|feiertag\w*|mittagszeit|kurz|knapp|jeweils|immer|ausser|nachst\w+"
    r"|vorig\w+|vergangen\w+|wochen?|jahre?[sn]?"
)


def umlauts(match: re.Match[str]) -> str:
    """Return fuenf, naechste, maerz as this grammar spells fünf, nächste, März."""
    return re.sub("([aou])e", r"\1", match[0])


def beside_half(match: re.Match[str]) -> str:
    """Return fünf vor halb vier as 3:25: so many minutes before or after half past."""
    away = int(match[1]) * (1 if match[2] == "after" else -1)
    return f"{match[3]}:{30 + away}"


def hour(match: re.Match[str]) -> str:
    """Return fünfzehn Uhr dreißig as 15:30, 9 Uhr as nine o'clock."""
    hours, minutes = (SPELLED.get(said, said) for said in match.groups(default=""))
    return f"{hours}:{int(minutes):02}" if minutes else f"{hours} o'clock"


def short_range(match: re.Match[str]) -> str:
    """Return Mo–Fr as every day from monday to friday."""
    return f"every {SHORT[match[1]]} to {SHORT[match[2]]}"


def short_list(match: re.Match[str]) -> str:
    """Return Mo, Mi und Fr as whole words."""
    return re.sub(rf"\b(?:{SHORTS})\b\.?", lambda day: SHORT[day[0].rstrip(".")], match[0])


def in_words(words: dict[str, str]) -> dict[str, str]:
    """Return words in the grammar's spelling."""
    return {word.replace("ß", "ss").translate(str.maketrans("äöü", "aou")): n for word, n in words.items()}


SPELLED = in_words(GERMAN_NUMBERS)
NUMBER = "|".join(sorted(SPELLED, key=len, reverse=True))
ORDINALS = in_words(german_ordinals())
NTHS = "|".join(sorted(ORDINALS, key=len, reverse=True))
SHORTS = "|".join(SHORT)
DAY_NAMES = "montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag"
MONTH_NAMES = (
    r"(?:januar|janner|februar|feber|marz|april|mai|juni|juli|august|september|oktober|november|dezember)"
)
BESIDE_A_DAY = r"(?:um|gegen|ab|bis|vor|nach|zwischen|fruh|mittags?|(?:vormittag|nachmittag|abend|morgen)s?)"
FIRST = [
    (rf"(?<=uhr) ({SHORTS})\b\.?", lambda match: f" {SHORT[match[1]]}"),
    (rf"^({'|'.join(SHORT)})(?=[;,.] )", lambda match: SHORT[match[1]]),
    (r"\b(?:um )?24(?:[:.]00)? ?uhr\b", "um mitternacht"),
    named(r"dr\.|prof\.|fam\."),
    named("familie", f"{DAY_NAMES}|{MONTH_NAMES}"),
    (
        r"\b\w*(?:frueh|naech|uebermorg|ueberna|fuenf|zwoelf|taeg|woech|jaehr|maerz|spaet|jaenner|puenkt|waehr)\w*",
        umlauts,
    ),
    (r"\b(\d{1,2}) ?[:.](\d{2}) ?(?:uhr|h)\b", r"\1:\2 o'clock"),
    (rf"\b(\d{{1,2}}|{NUMBER}) ?uhr(?: ({NUMBER}|[0-5]\d))?(?!\w)", hour),
    (rf"\b({NTHS})(?= {MONTH_NAMES}\b)", lambda match: f"{ORDINALS[match[1]]}."),
    (rf"\b(am|zum|bis|den|dem) ({NTHS})(?= ?(?:$|[,.;!]|um |gegen ))", lambda m: f"{m[1]} {ORDINALS[m[2]]}."),
    (rf"\bjeden (ersten|{'|'.join(n for n in ORDINALS if int(ORDINALS[n]) > 4)})(?! ?\w)", r"jeden \1 des monats"),
    (rf"\b({NTHS}) des monats", lambda match: f"{ORDINALS[match[1]]}. des monats"),
    (r"\b(\d{1,2})(?:ten|ter|te|tes)\b", r"\1."),
    (r"\b(\d{1,2})\. ?(\d{1,2})\. ?(?=20\d{2})", r"\1.\2."),
    (r"\b(\d{1,2})\. (\d{1,2})\.(?= ?(?:um |gegen |$))", r"\1.\2."),
    (r"\b(am|den|dem|zum|bis|vom) (\d{1,2})\.(0?[1-9]|1[0-2])(?![.:\d]| ?(?:uhr|h)\b)", r"\1 \2.\3."),
    (rf"\b(?:von |jeden |immer )?({SHORTS})\.? ?(?:-|bis) ?({SHORTS})\b\.?", short_range),
    (rf"\b(?:{SHORTS})\.?(?: ?(?:,|und|\+|&|/) ?(?:{SHORTS})\b\.?)+", short_list),
    *(
        (rf"\b{short}(?=\.? ?,? ?\d|\.,|\. |,? {BESIDE_A_DAY}\b)\.?", day)
        for short, day in SHORT.items()
        if short != "so"
    ),
    (r"\bso(?=\. ?,? ?\d|, ?\d)\.?", "sunday"),
]
TURNS = [
    (r"\b(5|10)(?: minutes)? (before|after) (\d{1,2}):30\b", beside_half),
    (
        r"\b(?:von |between )(\d{1,2}(?::\d\d)?)(?: o'clock)? (?:by|and) (\d{1,2}(?::\d\d)?)(?: o'clock)?",
        r"from \1 to \2",
    ),
    (r"\b(\d{1,2}) ?- ?(\d{1,2}) ?(?:o'clock|h\b)", r"from \1 to \2"),
    (r"\bo'clock (morning|afternoon|evening)", r"o'clock in the \1"),
    (r"\b(?:immer|jeweils) every\b", "every"),
    (rf"\b(?:immer|jeweils) ({DAYS})s\b", r"every \1"),
    (rf"\b(?:immer|jeweils) (?:am |on )?({DAYS})\b", r"every \1"),
    (r"\b(?:immer|jeweils) (?:am |zum )?(\d{1,2})\.(?! ?\d)(?: (?:des|im) month)?", r"every \1th"),
    (r"\berst (?:am|on) ", "on "),
    (r"\b(?:in der )?week vom (\d{1,2})\.(?:\d{1,2}\.)?", r"week commencing the \1th"),
    (rf"\b(?:von |every )?({DAYS})s? (?:by|-) ({DAYS})s?\b", r"every \1 to \2"),
    (rf"\b(every|next) ({NTH}) ({DAYS}) (?:im|des|in the) month\b", r"\2 \3 of every month"),
    (rf"\bevery ([1-5])\. ({DAYS}) (?:im|des) month\b", r"\1th \2 of every month"),
    (rf"\bevery month (?:am |on )?({NTH}) ({DAYS})\b", r"\1 \2 of every month"),
    (rf"\b(?:am )?({NTH}) ({DAYS}) (?:im |in |of )?every month\b", r"\1 \2 of every month"),
    (rf"\b(?:am )?({NTH}) ({DAYS}) (?:im|des) month\b", r"\1 \2 of the month"),
    (rf"\b(?:am )?({NTH}) ({DAYS}) (?:im|des) ({MONTHS})\b", r"\1 \2 of \3"),
    (rf"\b(?:am )?({NTH}) ({DAYS}) (?:im|des) (next month|every month)\b", r"\1 \2 of \3"),
    (rf"\b(?:in der )?first week (?:im |des )?(?=(?:{MONTHS})\b)", "first week of "),
    (
        r"\b(?:am )?(\d{1,2})\. (?:eines )?(?:every month|jed\w+ month|im month|des month)\b",
        r"\1th of every month",
    ),
    (r"\bevery month (?:am|zum) (\d{1,2})\.", r"every month on the \1th"),
    (r"\bevery (\d{1,2})(?:\.|th) (?:des|im|of every) month\b", r"every \1th"),
    (r"\bevery (\d{1,2})th of every month\b", r"every \1th"),
    (r"\b(?:am )?last day (?:im |des )?every month\b", "last day of every month"),
    (r"\b(?:am )?last day (?:im|des) month\b", "last day of the month"),
    (rf"\bevery (?:second|2\.) ({DAYS}|day|week|month)", r"every other \1"),
    (rf"\bevery ([3-5])\. ({DAYS})", r"every \1th \2"),
    (r"\bevery (\d+)\. (day|week|month)\b", r"every \1 \2"),
    (rf"\b(?:am )?({DAYS}) (?:der |in der )?(next week)\b", r"\1 \2"),
    (rf"\b(?:am )?({DAYS}) (?:der |in der )?NEXT week\b", r"\1 week after next"),
    (rf"\b(?:am )?({DAYS}) in (?:1 week|[78] days)\b", r"\1 week"),
    (rf"\b(?:am )?({DAYS}) in (?:2 weeks|1[45] days)\b", r"2 weeks after \1"),
    (r"\b(?:in der )?NEXT week\b", "week after next"),
    (rf"\b(?:am )?NEXT ({DAYS})\b", r"\1 after next"),
    (r"\bim (?:next )(month|year|quarter)\b", r"next \1"),
    (r"\b(?:in der )?(?:next|coming) week\b", "next week"),
    (r"\bam next (weekend|business day)\b", r"next \1"),
    (rf"\b(early|mid|end of) (?:der |des |im |in der )(?=next |week|month|year|{MONTHS})", r"\1 "),
    (r"\bmid der week\b", "mid week"),
    (rf"\bim (?={MONTHS})", "in "),
    (r"\bbefore (\d+) (days?|weeks?|months?|years?|minutes|hours)\b", r"\1 \2 ago"),
    (r"\b(\d{1,2})(?: minutes)? after (\d{1,2})\b(?!\.)", r"\1 past \2"),
    (r"\b(\d{1,2})(?: minutes)? before (\d{1,2})\b(?!\.)", r"\1 to \2"),
    (r"\bin (\d{1,2}), ?(\d{1,2}) (?=days|weeks|months|hours|minutes)", r"in \1-\2 "),
    (r"\bin (\d{1,2}) (?:by|or) (\d{1,2}) (?=days|weeks|months|hours|minutes)", r"in \1-\2 "),
    (r"\bat (?:around )", "around "),
    (rf"\b(?:am|den|dem) (?=(?:{DAYS}|next|coming|\d{{1,2}}\.))", "on "),
    (r"\bby (?:on )?(?:zum |the )?(\d{1,2})\.(?! ?\d| ?[a-z])", r"by the \1th"),
    (rf"\bon (?:the )?(\d{{1,2}})\.(?! ?\d{{1,2}}\.| ?\d{{3}}| ?(?:{MONTHS})\b)", r"on the \1th"),
    (rf"\b(\d{{1,2}})\. ?(?={MONTHS})", r"\1 "),
    (r"\b(\d{1,2}) ?h\b", r"\1 h"),
    *RULES,
    YEARLY,
    *EDGES,
]
