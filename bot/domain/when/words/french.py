"""French: the time words of France, Belgium, Switzerland and Québec."""

import re

SPACED = True
DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
UNITS = r"(?:weekend|week|month|year|quarter)"
# Before a time, these say that it belongs to something else.
TOUCHY: frozenset[str] = frozenset(
    {"de", "du", "des", "depuis", "entre", "sur", "pour", "en", "fin", "debut", "hormis"}
)
TABLE = """
every morning = tous les matins | chaque matin
every afternoon = tous les après-midis | chaque après-midi
every evening = tous les soirs | chaque soir
monday = lundi | lun | lundis
tuesday = mardi | mardis
wednesday = mercredi | mer | mercredis
thursday = jeudi | jeu | jeudis
friday = vendredi | ven | vendredis
saturday = samedi | samedis
sunday = dimanche | dim | dimanches
saturday? = sam
january = janvier | janv
february = février | févr
march = mars
april = avril | avr
may = mai
june = juin
july = juillet | juil
august = août
september = septembre
october = octobre
november = novembre
december = décembre | déc
1 = un | une
2 = deux
3 = trois
4 = quatre
5 = cinq
6 = six
7 = sept
8 = huit
9 = neuf
10 = dix
11 = onze
12 = douze
15 = quinze
16 = seize
20 = vingt
30 = trente
40 = quarante
45 = quarante-cinq
1st = 1er
first = premier | première | premiers
second = deuxième
3rd = troisième
4th = quatrième
last = dernier | dernière | derniers
minutes = minute
day = jour
days = jours
week = semaine
weeks = semaines
month = mois
year = année | an | l'année | l'an
years = années | ans
quarter = trimestre
business days = jours ouvrés | jours ouvrables
business day = jour ouvré | jour ouvrable
30 minutes = une demi-heure | une demi heure | demi-heure
15 minutes = un quart d'heure
45 minutes = trois quarts d'heure
2 weeks = une quinzaine
15 days = une quinzaine de jours
10 minutes = une dizaine de minutes
8 days = une huitaine
a few = quelques
a few days = quelques jours
today = aujourd'hui | ajd
tomorrow = demain
day after tomorrow = après-demain | après demain
yesterday = hier | avant-hier
this evening = ce soir
this afternoon = cet après-midi | cet aprem | cet après midi
this morning = ce matin
tonight = cette nuit
at noon = ce midi | à midi
tomorrow? = dem
afternoon = aprem | après-midi | après midi
morning = matin | matinée
in the morning = le matin | du matin | dans la matinée | en matinée
in the afternoon = l'après-midi | de l'après-midi | dans l'après-midi
evening = soir | soirée
in the evening = le soir | du soir | dans la soirée | en soirée
night = nuit
noon = midi
midnight = minuit
at midnight = à minuit
around noon = vers midi
before noon = avant midi
eod = en fin de journée | fin de journée | en fin de journee | la fermeture
at eod = à la fermeture
first thing = à la première heure | première heure | dès la première heure | à l'ouverture
weekend = week-end
weekend? = we
every = tous les | toutes les | chaque
every day = quotidiennement
weekly = hebdomadaire
every month = mensuellement
every weekday = en semaine | du lundi au vendredi
in = dans
by = d'ici | pour | au plus tard
before = avant | avant le
after = après
until = jusqu'à | jusqu'au
starting = à partir de | dès
starting on = à partir du
around = vers | aux alentours de | environ
NEXT = prochain | prochaine | suivant | suivante
LAST = passé
:30 = et demie | et demi
:15 = et quart
:45- = moins le quart | moins quart
sharp = pile
and = et
or = ou
except = sauf
not = pas
"""
MORE: dict[str, str] = {}


def of_month(match: re.Match[str]) -> str:
    """Return le 15 du mois, le 15 du mois prochain, as a date of this month or the next."""
    number = match[1].removesuffix("st")
    return f"the {number}th of {'next' if match[2] or match[3] else 'the'} month"


FIRST = [
    (r"\b(dans|d'ici) (\d{1,2}) ?h(?:eures?)? ?([0-5]\d)\b", r"\1 \2 hours \3 minutes"),
    (r"\b(\d{1,2}) ?h(?:eures?)? ?([0-5]\d)\b", r"\1:\2"),
    (r"\bdu (\d{1,2})\b", r"du \1"),
]
TURNS = [
    (r"\bby (?=\d+ (?:heures?|minutes|days?|weeks?|month)\b)", "in "),
    (
        r"\b(?:de |entre |d')(\d{1,2}(?::\d\d)?)(?: ?h| heures?)? (?:a|and) "
        r"(\d{1,2}(?::\d\d)?)(?: ?h\b| heures?)?",
        r"from \1 to \2",
    ),
    (r"\b(1|in \d+|every \d+|in (?:around|environ) \d+) heures?\b", r"\1 hours"),
    (r"\b(\d{1,2}) ?h(?:eures?)? :30\b(?<!hours :30)", r"\1:30"),
    (r"\bhours :30", "hours and a half"),
    (r"\b(\d{1,2}) ?(?:h|heures?) :15\b", r"\1:15"),
    (r"\b(\d{1,2}) ?(?:h|heures?) :45-", r"quarter to \1"),
    (r"\b(\d{1,2}) ?(?:h|heures?) moins (\d{1,2})\b", r"\2 to \1"),
    (r"\bnoon :(15|30)\b", r"12:\1"),
    (r"\b(\d{1,2}(?::\d\d)?) ?(?:h|heures?)(?: sharp)?\b", r"\1 h"),
    (r"\bheures?\b", "hours"),
    (rf"\b(?:le |la )?({UNITS}|{DAYS}|business day) NEXT", r"next \1"),
    (rf"\b(?:le |la )?NEXT ({UNITS}|{DAYS}|business day)", r"next \1"),
    (rf"\b(?:le )?({DAYS}) (?:last|LAST)\b", r"last \1"),
    (rf"\b({DAYS}) (?:de |de la |la )?(next week)\b", r"\1 \2"),
    (rf"\b(?:le )?({DAYS}) en 8\b", r"\1 week"),
    (rf"\b(?:le )?({DAYS}) en 15\b", r"2 weeks after \1"),
    (r"\bce weekend\b|\ble weekend\b", "this weekend"),
    (rf"\b1 ({DAYS}|day|week|month)s? sur 2\b", r"every other \1"),
    (r"\bevery (\d+) (?:du|de every|de chaque) month\b", r"every \1th"),
    (rf"\bevery (first|second|3rd|4th|last) ({DAYS}) du month\b", r"\1 \2 of every month"),
    (r"\b(?:le )?(\d{1,2}|1st) de every month\b", r"\1th of every month"),
    (r"(?<!every )\b(?:le )?(\d{1,2}|1st) du (next )?month( NEXT)?\b", of_month),
    (r"1stth", "1st"),
    (r"\b(?:le )?last day de every month\b", "last day of every month"),
    (r"\b(?:le )?last day du month\b", "last day of the month"),
    (rf"\b(?:le )?(first|second|3rd|4th|last) ({DAYS}) de every month\b", r"\1 \2 of every month"),
    (rf"\b(?:le )?(first|second|3rd|4th|last) ({DAYS}) du (next )?month\b(?: NEXT)?", r"\1 \2 of the \3month"),
    (r"of the next month", "of next month"),
    (rf"\b(?:le )?(first|second|3rd|4th|last) ({DAYS}) (?:de |d')({MONTHS})\b", r"\1 \2 of \3"),
    (rf"\b(?:le |du )?first (?={MONTHS})", "on 1st "),
    (rf"\b(?:a la |en )?fin (?:de |du |d'|de la |de l')?({MONTHS}|(?:next )?(?:week|month|year))\b", r"end of \1"),
    (rf"\b(?:au |en )?debut (?:de |du |d'|de la |de l')?({MONTHS}|(?:next )?(?:week|month|year))\b", r"early \1"),
    (rf"\b(?:a la )?mi-({MONTHS})\b", r"mid \1"),
    (rf"\b(?:a la |au )?milieu (?:de |du |de la )({MONTHS}|(?:next )?(?:week|month))\b", r"mid \1"),
    (rf"\ben (?={MONTHS})", "in "),
    (rf"\bcourant (?={MONTHS})", "in "),
    (r"\bil y a (\d+) (minutes|hours|days?|weeks?|month|years?)", r"\1 \2 ago"),
    (rf"\b(?:le|ce) (?=(?:{DAYS}|\d{{1,2}}(?:st)? (?:{MONTHS})|\d{{1,2}}[/.])\b)", "on "),
    (rf"\ble (?=\d{{1,2}} (?:{MONTHS}))", "on "),
    (
        r"\b(by|before|starting|starting on|until|after) (?:le )?(\d{1,2})(?![\d:/.]| ?(?:am|pm|h)\b| [a-z]{3,})",
        r"\1 the \2th",
    ),
    (r"\ble (\d{1,2})(?![\d:/.]| ?(?:am|pm|h)\b)", r"on the \1th"),
    (r"\b(?:by|before) le (?=\d)", "by "),
    (r"\ba (?=around|noon|midnight|\d{1,2}(?::\d\d| ?h)?(?!\w))", "at "),
    (r"\b(?:at )?around (?:de |at )?(?=\d)", "around "),
    (r"\bin around (?=\d)", "in "),
    (r"\bby (?=\d+ (?:minutes|hours|days|weeks|month)\b)", "in "),
    # “martes 24 a las 9”: the number is the day where it cannot be the hour.
    (
        rf"\b({DAYS}) (\d{{1,2}})(?=,? (?:at|around|a las|as|a) \d)|\b({DAYS}) (1[3-9]|2\d|3[01])(?![\d:.]| ?h\b)",
        lambda match: f"{match[1] or match[3]} the {match[2] or match[4]}th",
    ),
    # “a las 5 a Dana” is not five in the morning.
    (r"(?<=\d) a (?=[a-z])", " to "),
]
