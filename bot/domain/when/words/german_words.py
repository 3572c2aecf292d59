"""German words of time: numbers, quarters of the hour, days with their parts, and what each is in English."""

from bot.domain.when.words.numbers import GERMAN_NUMBERS

TWELVE = {word: int(n) for word, n in GERMAN_NUMBERS.items() if int(n) <= 12} | {str(n): n for n in range(1, 13)}
# “Viertel acht” is a quarter past seven in the east and the south.
TO_THE_HOUR = {
    f"{how} {word}": f"{(n - 2) % 12 + 1}:{minutes}"
    for how, minutes in {"halb": 30, "viertel": 15, "dreiviertel": 45, "drei viertel": 45, "3/4": 45}.items()
    for word, n in TWELVE.items()
}
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
    for day, english in {**WEEKDAYS, "übermorgen": "the day after tomorrow"}.items()
    for part, named in PARTS.items()
    for gap in ("", " ")
} | {
    f"{day}{part}s": f"every {english} in the {PARTS[part]}"
    for day, english in WEEKDAYS.items()
    for part in ("morgen", "vormittag", "nachmittag", "abend")
}
TABLE = """
january = januar | jänner
february = februar | feber
march = märz | mär
april = april
may = mai
june = juni
july = juli
august = august
october = okt | oktober
september = september
november = november
december = dezember | dez
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
30 minutes = einer halben stunde | halbe stunde | halben stunde
15 minutes = einer viertelstunde | viertelstunde
45 minutes = einer dreiviertelstunde | dreiviertelstunde
150 minutes = zweieinhalb stunden
210 minutes = dreieinhalb stunden
6 months = einem halben jahr | halbes jahr
90 minutes = anderthalb stunden | eineinhalb stunden | 1,5 stunden
a few = ein paar | einigen | paar | wenigen
in a few = in den nächsten
within 1 = innerhalb der nächsten | in der nächsten
today = heute | noch heute | heute noch | am heutigen tag
tomorrow = morgen | am morgigen tag
the day after tomorrow = übermorgen
yesterday = gestern | vorgestern
tomorrow morning = morgen früh | morgen vormittag | morgen in der früh | morgen in aller früh
    | gleich morgen früh | morgen ganz früh | früh morgen
tomorrow noon = morgen mittag
tomorrow evening = morgen abend
tomorrow afternoon = morgen nachmittag
tomorrow night = morgen nacht
this morning = heute morgen | heute früh | heute vormittag | heute in der früh
today noon = heute mittag
this afternoon = heute nachmittag
this evening = heute abend
tonight = heute nacht
in the morning = morgens | am morgen | vormittags | am vormittag | in der früh | in der frühe | in aller früh
    | frühmorgens | früh morgens
at noon = mittags | am mittag | zu mittag | um die mittagszeit | zur mittagszeit | in der mittagspause
in the afternoon = nachmittags | am nachmittag
in the evening = abends | am abend
at night = nachts | in der nacht
in the late morning = am späten vormittag
in the late afternoon = am späten nachmittag
in the late evening = am späten abend | spätabends
in the early morning = am frühen morgen
in the early afternoon = am frühen nachmittag
in the early evening = am frühen abend
after lunch = nach der mittagspause | nach dem mittagessen | nach dem mittag | nach mittag
before lunch = vor der mittagspause | vor dem mittagessen | vor dem mittag
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
on christmas eve = an heiligabend | am heiligabend | am heiligen abend
on christmas = an weihnachten | zu weihnachten
before christmas = vor weihnachten
on new years eve = an silvester | zu silvester | am silvesterabend
on easter monday = am ostermontag
on easter sunday = an ostern | zu ostern | am ostersonntag
after easter sunday = nach ostern
before easter sunday = vor ostern
on good friday = am karfreitag | an karfreitag
on whit monday = am pfingstmontag
on valentines day = am valentinstag | zum valentinstag
on december 6 = am nikolaustag | an nikolaus
on december 26 = am stephanstag
on january 1 = an neujahr | am neujahrstag
weekend = wochenende
this weekend = am wochenende | dieses wochenende
next weekend = nächstes wochenende | am nächsten wochenende
every day = täglich | tgl
every week = wöchentlich | einmal pro woche | einmal die woche | einmal in der woche
every 2 weeks = zweiwöchentlich | zweiwöchig | 14-täglich | 14-tägig | 14-tägl | vierzehntägig | vierzehntäglich
    | 14 tägig
every month = monatlich | einmal pro monat | einmal im monat
every 2 months = zweimonatlich
every quarter = vierteljährlich | quartalsweise
every 6 months = halbjährlich
every year = jährlich | einmal im jahr | einmal pro jahr
every hours = stündlich
every weekday = werktags | an werktagen | unter der woche | jeden werktag | an jedem werktag
every = jeden | jede | jedes | alle | jedem | an jedem
next = nächsten | nächste | nächster | nächstes | nächstem | kommende | kommender | kommendes
coming = kommenden
this = diesen | diese | dieser | dieses
last = letzten | letzter | vorigen | vergangenen
last week = letzte woche | vorige woche | vergangene woche
last month = letzten monat | vorigen monat
NEXT = übernächste | übernächsten | übernächster
by = bis | bis spätestens | spätestens | spätestens bis | spätestens am | bis am
by the = bis zum | spätestens zum | bis spätestens zum
before = vor | kurz vor
before the = vor dem
after = nach | kurz nach
after the = nach dem
starting = ab
starting the = ab dem
sometime = irgendwann | irgendwann mal
around = etwa | rund | gegen | ca | ungefähr | circa | zirka | um ca | um ungefähr | etwa um | um etwa | so um
    | so gegen | gegen ca | um rund | um circa
at = um | punkt | um punkt | genau um | pünktlich um
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
end of month = monatsende | ende des monats | zum monatsende | zum monatsletzten | am monatsletzten
last day of every month = jeden monatsletzten | jedes monatsende | an jedem monatsende
on the 1st = zum monatsersten | am monatsersten
every 1st = jeden monatsersten | an jedem monatsersten
early month = monatsanfang
end of year = jahresende | ende des jahres
early week = wochenanfang
end of week = ende der woche
within = innerhalb von | binnen
in = in
"""
MORE = {
    **GERMAN_NUMBERS,
    **TO_THE_HOUR,
    **WEEKDAYS,
    **{f"{day}s": f"{english}s" for day, english in WEEKDAYS.items()},
    **COMPOUNDS,
}
