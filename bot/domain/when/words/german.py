"""German: the time words of Germany, Austria and Switzerland."""

import re

SPACED = True
DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
NUMBERS = {
    **{"eins": "1", "zwei": "2", "drei": "3", "vier": "4", "fünf": "5", "sechs": "6", "sieben": "7", "acht": "8"},
    **{"neun": "9", "zehn": "10", "elf": "11", "zwölf": "12"},
}
HALVES = {f"halb {word}": f"{(int(n) - 2) % 12 + 1}:30" for word, n in NUMBERS.items()}
HALF_DIGITS = {f"halb {n}": f"{(n - 2) % 12 + 1}:30" for n in range(1, 13)}
WEEKDAYS = {
    **{"montag": "monday", "dienstag": "tuesday", "mittwoch": "wednesday", "donnerstag": "thursday"},
    **{"freitag": "friday", "samstag": "saturday", "sonnabend": "saturday", "sonntag": "sunday"},
}
PARTS = {
    **{"morgen": "morning", "früh": "morning", "vormittag": "morning", "mittag": "noon"},
    **{"nachmittag": "afternoon", "abend": "evening", "nacht": "night"},
}
COMPOUNDS = {
    f"{day}{gap}{part}": f"{english} {named}"
    for day, english in {**WEEKDAYS, "übermorgen": "day after tomorrow"}.items()
    for part, named in PARTS.items()
    for gap in ("", " ")
}
# Before a time, these say that it belongs to something else.
TOUCHY: frozenset[str] = frozenset({"vom", "von", "der", "des", "fur", "seit", "zwischen", "uber", "zum"})
TABLE = """
january = januar | jänner
february = februar | feber
march = märz | mär | maerz
april = april
may = mai
june = juni
july = juli
august = august
october = okt | oktober
september = september
november = november
december = dezember | dez
1 = ein | eine | einer | einem | einen
20 = zwanzig
30 = dreißig
15 = fünfzehn
14 = vierzehn
40 = vierzig
45 = fünfundvierzig
5 = fuenf
minutes = minuten
hours = stunde | stunden | std
day = tag
days = tage | tagen
week = woche
weeks = wochen
month = monat | monats
months = monate | monaten
year = jahr | jahres
years = jahre | jahren
quarter = quartal
business day = werktag | arbeitstag
business days = werktage | werktagen | arbeitstage | arbeitstagen
30 minutes = einer halben stunde | halbe stunde
15 minutes = einer viertelstunde | viertelstunde
45 minutes = einer dreiviertelstunde
150 minutes = zweieinhalb stunden
6 months = einem halben jahr | halbes jahr
90 minutes = anderthalb stunden | eineinhalb stunden | 1,5 stunden
a few = ein paar | einigen | paar
today = heute
tomorrow = morgen
day after tomorrow = übermorgen | uebermorgen
yesterday = gestern | vorgestern
tomorrow morning = morgen früh | morgen vormittag | morgen frueh
tomorrow noon = morgen mittag
tomorrow evening = morgen abend
tomorrow afternoon = morgen nachmittag
tomorrow night = morgen nacht
this morning = heute morgen | heute früh | heute vormittag
today noon = heute mittag
this afternoon = heute nachmittag
this evening = heute abend
tonight = heute nacht
in the morning = morgens | am morgen | vormittags | am vormittag
at noon = mittags | am mittag | zu mittag
in the afternoon = nachmittags | am nachmittag
in the evening = abends | am abend
at night = nachts | in der nacht
noon = mittag
midnight = mitternacht
at midnight = um mitternacht
every morning = jeden morgen
every evening = jeden abend
every afternoon = jeden nachmittag
every day at noon = jeden mittag
morning = vormittag
afternoon = nachmittag
evening = abend
night = nacht
eod = feierabend | ladenschluss | ende des tages | am ende des tages | tagesende | geschäftsschluss
    | dienstschluss
at eod = zum feierabend | zu feierabend | zum ladenschluss
by eod = bis feierabend | bis geschäftsschluss
tomorrow first thing = gleich morgen früh
weekend = wochenende
this weekend = am wochenende | dieses wochenende
next weekend = nächstes wochenende | am nächsten wochenende
every day = täglich | tgl
every week = wöchentlich
every month = monatlich
every year = jährlich
every hours = stündlich
every weekday = werktags | an werktagen | unter der woche | jeden werktag | montag bis freitag
    | montags bis freitags | von montag bis freitag
every = jeden | jede | jedes | alle | jedem
next = nächsten | nächste | nächster | nächstes | nächstem | naechsten | naechste | naechster | kommende
    | kommender | kommendes
coming = kommenden
this = diesen | diese | dieser | dieses
last = letzten | letzter | vorigen | vergangenen
NEXT = übernächste | übernächsten | übernächster
by = bis | bis spätestens | spätestens | spätestens bis | spätestens am | bis am
by the = bis zum
before = vor | kurz vor
before the = vor dem
after = nach | kurz nach
after the = nach dem
starting = ab
starting the = ab dem
around = gegen | ca | ungefähr | circa | zirka | um ca | um ungefähr
at = um
between = zwischen
and = und
or = oder
not = nicht
except = außer
quarter past = viertel nach
quarter to = viertel vor | dreiviertel
first = ersten | erster
second = zweiten | zweite
3rd = dritten
4th = vierten
early = anfang
mid = mitte
end of = ende
end of month = monatsende | ende des monats | zum monatsende
end of year = jahresende | ende des jahres
early week = wochenanfang
end of week = ende der woche
within = innerhalb von
in = in
"""
MORE = {
    **NUMBERS,
    **HALVES,
    **HALF_DIGITS,
    **WEEKDAYS,
    **{f"{day}s": f"{english}s" for day, english in WEEKDAYS.items()},
    **COMPOUNDS,
}


def beside_half(match: re.Match[str]) -> str:
    """Return fünf vor halb vier as 3:25: so many minutes before or after half past."""
    away = int(match[1]) * (1 if match[2] == "after" else -1)
    return f"{match[3]}:{30 + away}"


FIRST = [
    (r"\b(\d{1,2})[:.](\d{2}) ?uhr\b", r"\1:\2 o'clock"),
    (r"\b(\d{1,2}) ?uhr (\d{2})\b", r"\1:\2"),
    (r"\b(\d{1,2}) ?uhr\b", r"\1 o'clock"),
    (r"\b(eins?|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|elf|zwolf) uhr\b", r"\1 o'clock"),
    (r"\bmo(?=\. |, ?\d|\.,| \d)\.?", "montag"),
    (r"\bdi(?=\. |, ?\d|\.,| \d)\.?", "dienstag"),
    (r"\bmi(?=\. |, ?\d|\.,| \d)\.?", "mittwoch"),
    (r"\bdo(?=\. |, ?\d|\.,| \d)\.?", "donnerstag"),
    (r"\bfr(?=\. |, ?\d|\.,| \d)\.?", "freitag"),
    (r"\bsa(?=\. |, ?\d|\.,| \d)\.?", "samstag"),
    (r"\bso(?=\. |, ?\d|\.,)\.?", "sonntag"),
]
TURNS = [
    (r"\b(5|10)(?: minutes)? (before|after) (\d{1,2}):30\b", beside_half),
    (
        r"\b(?:von |between )(\d{1,2}(?::\d\d)?)(?: o'clock)? (?:by|and) (\d{1,2}(?::\d\d)?)(?: o'clock)?",
        r"from \1 to \2",
    ),
    (r"\b(\d{1,2}) ?- ?(\d{1,2}) o'clock", r"from \1 to \2"),
    (r"\bo'clock (morning|afternoon|evening)", r"o'clock in the \1"),
    (rf"\b(every|next) (first|second|3rd|4th|last) ({DAYS}) (?:im|des) month\b", r"\2 \3 of every month"),
    (
        rf"\b(?:am |an jedem )?(first|second|3rd|4th|last) ({DAYS}) (?:im|des) month\b",
        r"\1 \2 of the month",
    ),
    (rf"\b(?:am )?(first|second|3rd|4th|last) ({DAYS}) (?:im|des) ({MONTHS})\b", r"\1 \2 of \3"),
    (r"\b(?:am )?(\d{1,2})\. (?:every month|jed\w+ month|im month|des month)\b", r"\1th of every month"),
    (r"\bevery month am (\d{1,2})\.", r"every month on the \1th"),
    (r"\bevery (\d{1,2})\. (?:des|im) month\b", r"every \1th"),
    (r"\b(?:am )?last day (?:im |des )?every month\b", "last day of every month"),
    (r"\b(?:am )?last day (?:im|des) month\b", "last day of the month"),
    (rf"\bevery (?:second|2\.) ({DAYS}|day|week|month)", r"every other \1"),
    (r"\bevery (\d+)\. (day|week|month)\b", r"every \1 \2"),
    (rf"\b(?:am )?({DAYS}) (?:der |in der |in )?(next week)\b", r"\1 \2"),
    (rf"\b(?:am )?({DAYS}) in 1 week\b", r"\1 week"),
    (rf"\b(?:am )?({DAYS}) in 2 weeks\b", r"2 weeks after \1"),
    (r"\b(?:in der )?NEXT week\b", "week after next"),
    (rf"\b(?:am )?NEXT ({DAYS})\b", r"\1 after next"),
    (r"\bim (?:next )(month|year|quarter)\b", r"next \1"),
    (r"\bin der next week\b", "next week"),
    (r"\bam next (weekend|business day)\b", r"next \1"),
    (rf"\b(early|mid|end of) (?:der |des |im |in der )(?=next |{MONTHS})", r"\1 "),
    (r"\bmid der week\b", "mid week"),
    (rf"\bim (?={MONTHS})", "in "),
    (r"\bbefore (\d+) (days?|weeks?|months?|years?|minutes|hours)\b", r"\1 \2 ago"),
    (r"\b(\d{1,2})(?: minutes)? after (\d{1,2})\b(?!\.)", r"\1 past \2"),
    (r"\b(\d{1,2})(?: minutes)? before (\d{1,2})\b(?!\.)", r"\1 to \2"),
    (r"\bat (?:around )", "around "),
    (rf"\b(?:am|den) (?=(?:{DAYS}|next|coming|\d{{1,2}}\.))", "on "),
    (r"\bby (?:on )?(?:zum |the )?(\d{1,2})\.(?! ?\d| ?[a-z])", r"by the \1th"),
    (rf"\bon (?:the )?(\d{{1,2}})\.(?! ?\d| ?(?:{MONTHS})\b)", r"on the \1th"),
    (rf"\b(\d{{1,2}})\. ?(?={MONTHS})", r"\1 "),
    (r"\b(\d{1,2}) ?h\b", r"\1 h"),
]
