"""“Every …”: the recurrences people type, as the fields of an RFC 5545 rule."""

import re
from collections.abc import Iterator

from bot.domain.when.feasts import FIXED
from bot.domain.when.pieces import CODES, MONTH, MONTHS, WEEKDAY, WEEKDAYS, Found, Piece, Rule, Table, Wrong, table
from bot.domain.when.results import EveryWhat, ImpossibleDate, NoAmount, TooFar

FREQS = {
    "minutes": "MINUTELY",
    "hours": "HOURLY",
    "day": "DAILY",
    "week": "WEEKLY",
    "month": "MONTHLY",
    "quarter": "MONTHLY",
    "year": "YEARLY",
}
BETWEEN = r"(?:,? ?(?:and|&|\+|,|/) ?(?:on )?(?:every )?(?:the )?)"
LIST = rf"(?P<days>{WEEKDAY}s?\x02?(?:{BETWEEN}(?:{'|'.join(WEEKDAYS)})s?\x02?)*)(?!\w)"
EVERY = r"(?:every|once (?:an?|per)|once every)"
TH = r"(?:st|nd|rd|th)"
UNITS = r"(?P<unit>minutes|hours|day|week|month|quarter|year)s?"


def rules(text: str, at: int) -> Iterator[Found]:
    """Yield every recurrence that can be read at ``at``, with where it ends."""
    for pattern, build in PATTERNS:
        if (match := pattern.match(text, at)) and (piece := build(match)):
            yield match.end(), piece


def _every_unit(match: re.Match[str]) -> Piece:
    """Every 2 weeks, every other day, every month, once a year."""
    number, unit = (match["amount"] or match["ordinal"] or "1").replace("single", "1"), match["unit"]
    count = 2 if number in {"other", "second", "alternate"} else int(re.sub(r"[a-z ]", "", number))
    if count <= 0:
        return Wrong(NoAmount)
    if count > 1000:
        return Wrong(TooFar)
    return Rule(FREQS[unit], count * (3 if unit == "quarter" else 1))


def _adverb(match: re.Match[str]) -> Piece:
    """Daily, weekly: a rule, though it may also be an adjective."""
    freq, interval = {
        "daily": ("DAILY", 1),
        "hourly": ("HOURLY", 1),
        "weekly": ("WEEKLY", 1),
        "monthly": ("MONTHLY", 1),
        "quarterly": ("MONTHLY", 3),
        "yearly": ("YEARLY", 1),
    }[match["adverb"]]
    return Rule(freq, interval, weak=True)


def _biweekly(match: re.Match[str]) -> Piece:
    """Biweekly is twice a week to some and every two weeks to others."""
    freq = "WEEKLY" if "week" in match[0] else "MONTHLY"
    return Rule(freq, 2, weak=True, also=(Rule(freq),))


def _weekdays(match: re.Match[str]) -> Piece:
    """Every monday and thursday; every other friday."""
    byday = codes(match["days"])
    which = (match["which"] or "").strip()
    if which in {"second", "2nd"}:
        return Rule(
            "MONTHLY", byday=(f"2{byday[0]}",), also=(Rule("WEEKLY", 2, byday),) if which == "second" else ()
        )
    count = match.groupdict().get("count") or (2 if which in {"other", "alternate"} else 1)
    return Rule("WEEKLY", int(count), byday) if int(count) else Wrong(NoAmount)


def _fortnightly(match: re.Match[str]) -> Piece:
    """Biweekly on friday: one day, so every two weeks."""
    return Rule("WEEKLY", 2, codes(match["days"]))


def codes(words: str) -> tuple[str, ...]:
    """Return the weekdays named in ``words`` as RFC 5545 writes them, in the order of the week."""
    found = {WEEKDAYS.index(day) for day in re.findall("|".join(WEEKDAYS), words)}
    return tuple(CODES[day] for day in sorted(found))


def _working(_: re.Match[str]) -> Piece:
    """Every weekday: Monday to Friday."""
    return Rule("WEEKLY", byday=CODES[:5])


def _weekend(_: re.Match[str]) -> Piece:
    return Rule("WEEKLY", byday=CODES[5:])


def _range(match: re.Match[str]) -> Piece:
    """Every day from monday to friday."""
    first, last = WEEKDAYS.index(match["weekday"]), WEEKDAYS.index(match["last"])
    return (
        Rule("WEEKLY", byday=tuple(CODES[day] for day in range(first, last + 1)))
        if first < last
        else Wrong(EveryWhat)
    )


def _nth_weekday(match: re.Match[str]) -> Piece:
    """Every 3rd friday, the first monday of every month, the 2nd and 4th tuesday."""
    code = CODES[WEEKDAYS.index(match["weekday"])]
    count = (match.groupdict().get("count") or "1").replace("other", "2")
    return Rule("MONTHLY", int(count) or 1, byday=tuple(f"{nth}{code}" for nth in _nths(match["nth"])))


def _nths(words: str) -> list[int]:
    """Return 1, 3 for “first and third”, -1 for “last”."""
    found = re.findall(r"first|second|last|\d(?=[snrt])", words)
    return [{"first": 1, "second": 2, "last": -1}.get(word) or int(word) for word in found]


def _nth_working(match: re.Match[str]) -> Piece:
    """The last working day of every month."""
    nth = _nths(match["nth"])[0]
    return Rule("MONTHLY", byday=CODES[:5], bysetpos=nth)


def _month_day(match: re.Match[str]) -> Piece:
    """Every month on the 15th, the 1st and 15th of every month, the last day of every month."""
    numbers = tuple(int(number) for number in re.findall(r"\d+", _in_digits(match["number"] or ""))) or (-1,)
    if not all(number == -1 or 1 <= number <= 31 for number in numbers):
        return Wrong(ImpossibleDate)
    return Rule("MONTHLY", bymonthday=numbers)


def _in_digits(words: str) -> str:
    return words.replace("first", "1st").replace("second", "2nd")


def _yearly(match: re.Match[str]) -> Piece:
    """Every 3 may, every january."""
    number = int(match["number"] or 1)
    month = MONTHS.index(match["month"]) + 1
    longest = 29 if month == 2 else 30 if month in {4, 6, 9, 11} else 31
    return Rule("YEARLY", bymonthday=(number,), bymonth=month) if 1 <= number <= longest else Wrong(ImpossibleDate)


def _feast(match: re.Match[str]) -> Piece:
    """Every christmas eve."""
    month, number = FIXED[match["feast"]]
    return Rule("YEARLY", bymonthday=(number,), bymonth=month)


def _nothing(_: re.Match[str]) -> Piece:
    return Wrong(EveryWhat)


ONE_DAY = rf"(?:\d{{1,2}}{TH}|first|second)"
DAY_NUMBER = rf"(?P<number>{ONE_DAY}(?:{BETWEEN}{ONE_DAY})*)"
ONE_NTH = rf"(?:first|second|last|[1-5]{TH})"
NTH_DAY = rf"(?P<nth>{ONE_NTH}(?:{BETWEEN}{ONE_NTH})*)"
WORKING = r"(?:business day|weekday)"
ENDS = r"(?!\w|'|-)"
PATTERNS: Table = table(
    (
        rf"{EVERY} (?:(?P<amount>-?\d+|other|alternate|second|single) |(?P<ordinal>\d+{TH}) )?{UNITS}\b",
        _every_unit,
    ),
    (r"(?P<adverb>hourly|daily|weekly|monthly|quarterly|yearly)\b", _adverb),
    (r"bi-?weekly\b|bi-?monthly\b", _biweekly),
    (rf"(?:every )?bi-?weekly,? (?:on )?{LIST}", _fortnightly),
    (
        rf"(?:on )?(?:{EVERY} (?:week on )?|weekly,? on )(?P<which>(?:other|second|alternate|2nd) )?{LIST}",
        _weekdays,
    ),
    (rf"(?:on )?(?P<which>alternate ){LIST}", _weekdays),
    (rf"every (?P<count>\d+) weeks? on (?P<which>){LIST}", _weekdays),
    (rf"every (?P<count>\d+|other) months? on (?:the )?{NTH_DAY} {WEEKDAY}\b", _nth_weekday),
    (rf"every (?P<count>\d+) (?P<which>)(?=\w+days\b){LIST}", _weekdays),
    (rf"(?:on )?(?P<which>)(?=(?:\w+days)\b){LIST}", _weekdays),
    (r"(?:on )?(?:every|all) (?:weekday|business day)s?\b|(?:on )?weekdays\b", _working),
    (r"(?:on )?every weekends?\b|(?:(?:on|at|over) )?(?:the )?weekends\b", _weekend),
    (
        rf"every (?:day )?(?:from )?{WEEKDAY}\x02? ?(?:-|to|until|through|thru) ?"
        rf"(?P<last>{'|'.join(WEEKDAYS)})(?!\w)\x02?",
        _range,
    ),
    (rf"(?:on )?every {NTH_DAY} {WEEKDAY} of the month{ENDS}", _nth_weekday),
    (rf"(?:on )?every (?P<nth>first|last|1st|[3-5](?:rd|th)) {WEEKDAY}(?: of the month)?{ENDS}", _nth_weekday),
    (rf"(?:on )?every (?=\w+{BETWEEN}\w)(?:the )?{NTH_DAY} {WEEKDAY}s?{ENDS}", _nth_weekday),
    (rf"(?:on )?(?:the )?(?P<nth>{ONE_NTH}) {WORKING} of (?:every|each|a) month\b", _nth_working),
    (rf"(?:on )?every (?P<nth>{ONE_NTH}) {WORKING} (?:of (?:the|a)|im) month\b", _nth_working),
    (rf"(?:every month|monthly),? on (?:the )?(?P<nth>{ONE_NTH}) {WORKING}\b", _nth_working),
    (rf"(?:on )?(?:the )?{NTH_DAY} {WEEKDAY} (?:of|in) (?:every|each|a) month\b", _nth_weekday),
    (rf"(?:every month|monthly),? on (?:the )?{NTH_DAY} {WEEKDAY}\b", _nth_weekday),
    (r"(?:(?:on|at) )?(?:the )?(?:last day|end) of every month\b(?P<number>)", _month_day),
    (
        r"(?:at )?every (?:month end|month-end|last day(?: of the month)?|end of (?:the )?month)\b(?P<number>)",
        _month_day,
    ),
    (
        rf"(?:every month|monthly),? (?:on|at) (?:the )?(?:{DAY_NUMBER}(?: day)?|last day|end){ENDS}",
        _month_day,
    ),
    (rf"(?:on )?(?:the )?{DAY_NUMBER} (?:day )?(?:of )?(?:every|a) month\b", _month_day),
    (rf"(?:on )?every (?:the )?(?=\d){DAY_NUMBER}(?: of the month)?(?! \w+day|\w|')", _month_day),
    (rf"(?:on )?every (?:the )?{DAY_NUMBER} of the month\b", _month_day),
    (rf"every (?P<number>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?{MONTH}\b", _yearly),
    (rf"every (?P<feast>{'|'.join(sorted(FIXED, key=len, reverse=True))})\b", _feast),
    (rf"every {MONTH}(?: (?:the )?(?P<number>\d{{1,2}})(?:st|nd|rd|th)?)?{ENDS}(?!:)", _yearly),
    (
        r"every(?: now and then| now and again| so often| 1ce in a while| once in a while)?(?= ?[.!?]*$)",
        _nothing,
    ),
)
