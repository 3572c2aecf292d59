"""English as people type it: abbreviations, spellings and turns of phrase."""

import re

from bot.domain.when.words import slips

SPACED = True
UNITS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
TENS = {"thirty": 30, "forty": 40, "forty-five": 45, "fifty": 50, "sixty": 60, "ninety": 90}
NUMBERS = {word: str(n) for n, word in enumerate(UNITS, 1)} | {word: str(n) for word, n in TENS.items()}
NTHS = (
    *("third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"),
    *("thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"),
    *("twentieth", "twenty-first", "twenty-second", "twenty-third", "twenty-fourth", "twenty-fifth"),
    *("twenty-sixth", "twenty-seventh", "twenty-eighth", "twenty-ninth", "thirtieth", "thirty-first"),
)
ORDINALS = {word: f"{n}th" for n, word in enumerate(NTHS, 3)}
# After these, “-ish” adds nothing.
ISH = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thu(?:rs)?|fri|tomorrow|lunch(?:time)?|midday|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|"
    r"morning|afternoon|evening|night|noon|midnight"
)
# Before a time, these say that it belongs to something else.
TOUCHY: frozenset[str] = frozenset()
# Beside a time, these are more of it than was understood.
LEFT = r"(?!)"
TABLE = """
monday = mon | mondy
tuesday = tue | tues
wednesday = weds | wednes
thursday = thu | thur | thurs
friday = fri | fridy | frday
sunday = sundy
january = jan
february = feb
march = mar
april = apr
june = jun
july = jul
august = aug
september = sep | sept
october = oct
november = nov
december = dec
saturday? = sat
sunday? = sun
wednesday? = wed
tomorrow = tommorow | tomo | tomoz | tomz | tomoro | tomrw | tomrow
today = tdy | 2day
tonight = tonite | tonigt | 2nite
next = nxt
week = wk
weeks = wks
minutes = mins | min | minute
hours = hrs | hr | hour
seconds = sec | secs
month = mth
months = mths | mos
year = yr
years = yrs
afternoon = afternooon | arvo
this afternoon = this aft
tomorrow afternoon = tomorrow aft
morning = morn | mornin
evening = evng
night = nite
noon = midday | noontime | noonish
lunch = lunchtime | lunch time
every = evry | evrey | evey
every day = everyday
before eod = before close | before closing
by eod = by close | by closing | by close of business | by close of play
at eod = at close | when we shut
eod = cob | c.o.b. | close of business | close of play | end of business | end of business day | end of day
    | end of the day | end-of-day | e.o.d. | closing time | when we close | end of play | end of shift | eop | cop
at eod = at closing
end of week = eow
end of month = eom
end of year = eoy
2 weeks = a fortnight | fortnight
every 2 weeks = fortnightly
0 = zero
2 = a couple of | a couple | a pair of
12 = a dozen
1 hours = an hour
30 minutes = 1/2 hour | 1/2 an hour | 1/2 a hour | 1/2 h | half an hour | a half hour | half hour | half-hour
15 minutes = 1/4 hour | 1/4 h | 1/4h | a quarter of an hour | quarter of an hour | quarter hour
45 minutes = 3/4 hour | three quarters of an hour
90 minutes = an hour and a half | 1 1/2 hours | one and a half hours
12 hours = half a day
every 6 months = semi-annually | semiannually | half-yearly | twice a year
6 months = half a year
mid week = midweek | mid-week
business day = working day | work day | workday
business days = working days | work days | workdays
yearly = annually
until = untill | untl | up until
quarter = qtr
every = ea | each | ev | each and every | every single
later = l8r | latr
around = ard | abt | approx | approximately | circa | roughly
by = no later than | not later than | latest by | at the latest by
before = b4 | prior to | just before | shortly before | right before
after = no earlier than | not earlier than | not before
    | just after | shortly after | right after | straight after | soon after
first thing = first thing in the morning | 1st thing | when we open | at opening | at opening time
in the morning = in the a.m. | in the am
in the afternoon = in the p.m. | in the pm
at night = at nite
o'clock = oclock
"""
# “One” is a number only where time is counted or told: “the red one” is not.
MORE = {word: number for word, number in {**NUMBERS, **ORDINALS}.items() if word != "one"}
MONTHS = "jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"


def _first_or_second(match: re.Match[str]) -> str:
    return f"{match[1]} {'1st' if match[2] == 'first' else '2nd'}"


FIRST = [
    (
        rf"\b({'|'.join(UNITS[:12])})[ -](forty[ -]five|ten|fifteen|twenty|thirty|forty|fifty)\b"
        r"(?! (?:min|sec|day|hour))",
        lambda match: f"{NUMBERS[match[1]]}:{NUMBERS[match[2].replace(' ', '-')]}",
    ),
    (r"\b([ap])\. ?m\b\.?", r"\1m"),
    (r"(?<=\d) ?o'? ?clock\b(?: ([ap]) ?m\b)?", lambda match: f"{match[1]}m" if match[1] else " o'clock"),
    (r"(?<=\d) ([ap]) m\b", r"\1m"),
    (r"(?<=\d)[ -]?ish (?=[ap]m\b)", ""),
    (rf"\b({MONTHS})(?=\d{{1,2}}\b)", r"\1 "),
    (rf"(?<=\d)({MONTHS})\b", r" \1"),
    (r"\bweek-end", "weekend"),
    (r"\b(in \w+) more (?=(?:second|minute|hour|day|week|month)s?\b)", r"\1 "),
    (r"(\d|m) (?:approximately|approx|roughly)(?=[ .!?]*$)", r"\1"),
    (r"(\d)(?=(?:hrs?|hours?|mins?|minutes?|secs?|days?|wks?|weeks?|months?|mths?|yrs?|years?)\b)", r"\1 "),
    (r"\ban hr\b", "an hour"),
    (r"\b[2t]m(?:[orw]{1,5}z?|a?z)\b", "tomorrow"),
    (rf"(\b(?:{ISH})|(?<=\d)(?:st|nd|rd|th))[ -]?ish\b", r"\1"),
    (r"\b(in|within) (\d{1,2}):(\d{2}) ?(?:h|hrs?|hours?)\b", r"\1 \2 hours \3 minutes"),
    (slips.WORD, slips.corrected),
    (r"(?<=[a-z]{3})\. ?(?=\d)", " "),
    (r"\bevery (?:a )?couple (?:of )?", "every 2 "),
    (
        r"\bone(?= (?:more )?(?:minute|min|hour|hr|day|week|wk|month|year|business|working|and|or|to|o'?clock"
        r"|[ap]m)\b)|(?:(?<=at )|(?<=past )|(?<=to )|(?<=around )|(?<=about )|(?<=by )|(?<=before )"
        r"|(?<=after )|(?<=between )|(?<=from )|(?<=till )|(?<=until ))one\b",
        "1",
    ),
    (r"\btwenty (one|two|three|four|five)\b", r"twenty-\1"),
]
TURNS = [
    (r"\bnightly\b", "every day at night"),
    (r"\bonce (daily|weekly|monthly|yearly)\b", r"\1"),
    (r"\b(weekday|weekend|[a-z]+day) (morning|afternoon|evening|night)s\b", r"every \1 \2"),
    (r"\bin the (morning|afternoon|evening)s\b", r"every day in the \1"),
    (r"\bwithin the hours\b", "within 1 hours"),
    (r"\b(?:every of )?(?:the )?next (\d) ([a-z]+days)\b", r"every \2, \1 times"),
    (r"\bminus (?=\d)", "-"),
    (r"\b(\d) hours (?:and )?(\d{2})(?=[ .!?]*$)", r"\1 hours \2 minutes"),
    (r"\bin (?=(?:morning|afternoon|evening)\b)", "in the "),
    (
        r"\b(on the|[a-z]+(?:ary|ch|il|ay|ne|ly|st|ber)(?: the)?) (first|second)(?= at\b|,|[ .!?]*$)",
        _first_or_second,
    ),
    (r"\b(tomorrow|today) week\b", r"1 week after \1"),
    (r"(?<!by )\b(an?|\d+) weeks? (today|tomorrow)\b", r"\1 weeks after \2"),
    (
        r"\b(today|tomorrow|[a-z]+day) (\d) weeks\b(?! (?:from|after|before|ago|later|late|long|old))",
        r"\2 weeks after \1",
    ),
    (r"\b(?:this|same) time next (week|month|year)\b", r"in 1 \1"),
    (r"\bmid week,? (?:of )?(this|next) week\b", r"mid \1 week"),
    (r"\bm ?[-/] ?f\b(?= at| \d|$)", "every monday to friday"),
    (r"\bm[/,]?w[/,]?f\b(?= at| \d|$)", "every monday, wednesday and friday"),
    (
        r"((?:days?|tomorrow|tonight|weeks?|months?|hours|minutes|noon|\d|[ap]m)(?:st|nd|rd|th)?),? or "
        r"(?:so|thereabouts)\b",
        r"\1",
    ),
    (r"\b(?:at|in|by|towards) the back end of\b", "at the end of"),
    (r"(?<=day )aft\b", "afternoon"),
    (r"\b([a-z]+day|tomorrow) early(?=[ .!?]*$)", r"\1 early morning"),
    (r"(?<=day )eve\b|(?<=tomorrow )eve\b", "evening"),
    (r"\b(?:the )?(?:latter|second|2nd) half of (?=the|next|this|[a-z]+(?:ary|ch|il|ay|ne|ly|st|ber)\b)", "mid "),
    (r"\blater this (afternoon|evening)\b", r"this \1"),
    (r"\bin (?:like|maybe|say) (?=\d|a )", "in about "),
    (r",? (?:say|maybe|perhaps) (?:at |around )?(?=\d)", " around "),
    (r"\b(?:the )?(?:first|1st) week of (?=[a-z]+(?:ary|ch|il|ay|ne|ly|st|ber)\b)", "early "),
    (r"\blast thing (?:on )?(?=\w+day|tomorrow)", "eod "),
    (r"\b(?:the )?(?:week|w/?c) (?:commencing|beginning) (?=the|\d|[a-z]+ \d)", "on "),
    (r"\bw/?c (?=the|\d|[a-z]+ \d)", "on "),
    (r"\b12 (noon|midnight)\b", r"\1"),
    (r"\bin the next (minutes|hours|day|week|month)\b", r"within 1 \1"),
    (r"\b(?:on )?(?:the )?(morning|afternoon|evening|night) of (?=the|\w+day|tomorrow|\w+ \d|\d)", r"in the \1 "),
    (r"\b(\w+day|tomorrow) am\b(?! \w+day)", r"\1 morning"),
    (r"\b(\w+day|tomorrow) pm\b(?! \w+day)", r"\1 afternoon"),
    (
        r"\bfirst of (?=january|february|march|april|may|june|july|august|september|october|november|december)",
        "1st of ",
    ),
    (r"\bevery (morning|afternoon|evening|night)s?\b", r"every day in the \1"),
    (r"\b(next|this) month,? (?:on )?(the \d{1,2}(?:st|nd|rd|th))\b", r"\2 of \1 month"),
    (r"(?:at )?midnight tonight\b|tonight at midnight\b|at 12 tonight\b|tonight at 12\b", "midnight"),
    (r"\btwenty-1\b", "21"),
    (r"\btwenty-2\b", "22"),
    (r"\btwenty-3\b", "23"),
    (r"\btwenty-4\b", "24"),
    (r"\btwenty-5\b|\b20-5\b", "25"),
]
