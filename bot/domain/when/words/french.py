"""French: the time words of France, Belgium, Switzerland and Québec."""

import re

from bot.domain.when.spelling import spell
from bot.domain.when.words.numbers import FRENCH_NUMBERS
from bot.domain.when.words.shared import DAYS, EDGES, MONTHS, NTH, NUMBERED_DAYS, OF_PARTS, RULES, YEARLY, named

SPACED = True
UNITS = r"(?:weekend|week|month|year|quarter)"
# Before a time, these say that it belongs to something else.
TOUCHY: frozenset[str] = frozenset(
    {"de", "du", "des", "depuis", "entre", "sur", "pour", "en", "fin", "debut", "hormis"}
)
# Beside a time, these are more of it than was understood.
LEFT = (
    r"avant-derniere?|toujours|quart|demie?|moins|environ|tot|tard|heures?|pile|aube|noel|paques|pentecote|toussaint|debut|milieu|fin|mi"
    r"|quinzaine|premiere?|dernier|derniere|deuxieme|passee?|prochaine?s?|suivante?s?|feries?|dejeuner|diner|souper"
    r"|rentree|vacances|avant-veille|veille|lendemain|apres|autre"
)
TABLE = """
every morning = tous les matins | chaque matin
every afternoon = tous les après-midis | chaque après-midi
every evening = tous les soirs | chaque soir
monday = lundi | lun
mondays = lundis
tuesday = mardi
tuesdays = mardis
wednesday = mercredi | mer
wednesdays = mercredis
thursday = jeudi | jeu
thursdays = jeudis
friday = vendredi | ven
fridays = vendredis
saturday = samedi
saturdays = samedis
sunday = dimanche | dim
sundays = dimanches
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
1st = 1er
first = premier | première | premiers
second = deuxième
3rd = troisième
4th = quatrième
last = dernier | dernière | derniers
minutes = minute
day = jour
days = jours
week = semaine | sem
weeks = semaines
month = mois
year = année | an | l'année | l'an
years = années | ans
quarter = trimestre
business days = jours ouvrés | jours ouvrables
business day = jour ouvré | jour ouvrable
30 minutes = une demi-heure | une demi heure | demi-heure | demi-heures
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
the day after tomorrow = après-demain | après demain
yesterday = hier | avant-hier | hier soir | hier matin | hier après-midi
tomorrow morning = demain matin tôt | tôt demain matin | tôt demain | demain tôt | demain avant-midi
this evening = ce soir
this afternoon = cet après-midi | cet aprem | cet après midi
this morning = ce matin
tonight = cette nuit
at noon = ce midi | à midi
tomorrow? = dem
in the late afternoon = en fin d'après-midi
in the early afternoon = en début d'après-midi
in the mid afternoon = en milieu d'après-midi | au milieu de l'après-midi
in the late morning = en fin de matinée
in the early morning = en début de matinée
in the mid morning = en milieu de matinée
in the early evening = en début de soirée
in the late evening = en fin de soirée
after lunch = après le déjeuner | après la pause déjeuner | après le lunch
before lunch = avant le déjeuner | avant la pause déjeuner | avant le lunch
at lunch = à l'heure du déjeuner | à l'heure du lunch | à la pause déjeuner
afternoon = aprem | après-midi | après midi
morning = matin | matinée
in the morning = au matin | en avant-midi | le matin | dans la matinée | en matinée
in the afternoon = en après-midi | en aprem | l'après-midi | dans l'après-midi
OFMORNING = du matin
OFAFTERNOON = de l'après-midi
OFEVENING = du soir
evening = soir | soirée
in the evening = au soir | le soir | dans la soirée | en soirée
night = nuit
noon = midi
midnight = minuit
at midnight = à minuit | à 24h | à 24 h
around noon = vers midi
before noon = avant midi
eod = en fin de journée | fin de journée | en fin de journee | la fermeture
by eod = d'ici la fin de journée | d'ici la fin de la journée
before eod = avant la fin de journée | avant la fin de la journée
after eod = après la fermeture
at eod = à la fermeture
first thing = à la première heure | première heure | dès la première heure | à l'ouverture
weekend = week-end
weekend? = we
every = tous les | toutes les | chaque
every day = quotidiennement | une fois par jour
weekly = hebdomadaire
every week = une fois par semaine | 1 fois par semaine | hebdomadairement
every month = mensuellement | une fois par mois | 1 fois par mois
every quarter = trimestriellement
every year = annuellement | une fois par an
on christmas = à noël | le jour de noël
before christmas = avant noël
on christmas eve = la veille de noël | au réveillon de noël
on new years eve = à la saint-sylvestre | au réveillon du nouvel an
on january 1 = le jour de l'an | au jour de l'an | au nouvel an
on easter monday = le lundi de pâques
on easter sunday = à pâques | le dimanche de pâques
on good friday = le vendredi saint
on whit monday = le lundi de pentecôte
on february 14 = à la saint-valentin | pour la saint-valentin
latest = dernier délai | maximum | grand maximum | max
within = sous
every weekday = en semaine | du lundi au vendredi
in = dans
by = d'ici | pour | au plus tard
before = avant
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
MORE = FRENCH_NUMBERS


def of_month(match: re.Match[str]) -> str:
    """Return le 15 du mois, le 15 du mois prochain, as a date of this month or the next."""
    number = match[1].removesuffix("st")
    return f"the {number}th of {'next' if match[2] or match[3] else 'the'} month"


SPELLED = {spell(word).text: n for word, n in FRENCH_NUMBERS.items()}
NUMBER = "|".join(sorted(SPELLED, key=len, reverse=True))
# The minutes that are said in words after an hour, where no counted thing follows: not “dix heures cinq tables”.
MINUTES = r"vingt-cinq|vingt|trente-cinq|trente|quarante-cinq|quarante|cinquante-cinq|cinquante|quinze|cinq|dix"
GOES_ON = (
    r"(?= ?(?:$|[,.;:!)]|(?:du|de|demain|ce|pour|avec|et|a|le|lundi|mardi|mercredi|jeudi|vendredi|samedi)\b))"
)


def hour(match: re.Match[str]) -> str:
    """Return quinze heures trente as 15:30."""
    hours, minutes = (SPELLED.get(said, said) for said in match.groups())
    return f"{hours}:{int(minutes):02}"


def stretch(match: re.Match[str]) -> str:
    """Return dans deux heures vingt as a length of time."""
    hours, minutes = (SPELLED.get(said, said) for said in match.groups()[1:])
    return f"{match[1]} {hours} hours {minutes} minutes"


OF = r"(?:de la |de l'|de |du |d')?"
FIRST = [
    named(r"m\.|dr\.?|me"),
    (rf"\b(dans|d'ici) (\d{{1,2}}|{NUMBER}) ?h(?:eures?)? ?([0-5]\d|{MINUTES})\b", stretch),
    (rf"\b(\d{{1,2}}|{NUMBER}) ?h(?:eures?)? ({MINUTES}){GOES_ON}", hour),
    (r"\b(\d{1,2}) ?h(?:eures?)? ?([0-5]\d) ?min(?:utes)?\b", r"\1:\2"),
    (r"\b(\d{1,2}) ?h(?:eures?)? ?([0-5]\d)\b", r"\1:\2"),
    (r"\bdu (\d{1,2})\b", r"du \1"),
]
TURNS = [
    OF_PARTS,
    (r"\bby (?=\d+ (?:heures?|minutes|days?|weeks?|month)\b)", "in "),
    (
        r"\b(?:de |entre |d')(\d{1,2}(?::\d\d)?)(?: ?h| heures?)? (?:a|and) "
        r"(\d{1,2}(?::\d\d)?)(?: ?h\b| heures?)?",
        r"from \1 to \2",
    ),
    (r"\b(1|in \d+|every \d+|in (?:around|environ) \d+) heures?\b", r"\1 hours"),
    (r"\b(\d{1,2}) ?h(?:eures?)? :30\b(?<!hours :30)", r"\1:30"),
    (r"\b(in|by|within) (\d{1,2}) ?(?:heures?|hours|h) :(30|15)\b", r"\1 \2 hours \3 minutes"),
    (r"\bhours :30", "hours and a half"),
    (r"\b(\d{1,2}) ?(?:h|heures?) :15\b", r"\1:15"),
    (r"\b(\d{1,2}) ?(?:h|heures?) :45-", r"quarter to \1"),
    (r"\b(\d{1,2}) ?(?:h|heures?) moins (\d{1,2})\b", r"\2 to \1"),
    (r"\bnoon :(15|30)\b", r"12:\1"),
    (r"\bnoon :45-", "11:45"),
    (r"\bnoon moins (\d{1,2})\b", r"\1 minutes to 12"),
    (r"\b(\d{1,2}(?::\d\d)?) ?(?:h|heures?)(?: sharp)?\b", r"\1 h"),
    (r"\bheures?\b", "hours"),
    (rf"\b(?:le |la )?({UNITS}|{DAYS}|business day) NEXT", r"next \1"),
    (rf"\b(?:le |la )?NEXT ({UNITS}|{DAYS}|business day)", r"next \1"),
    (rf"\b(?:le |la )?({DAYS}|week|month|year) (?:last|LAST)\b", r"last \1"),
    (rf"\b(?:le |ce |la )?({DAYS}) qui vient\b", r"on \1"),
    (r"\b(?:le |la )?(week|month|year) qui vient\b", r"next \1"),
    (rf"\b(tomorrow|{DAYS})( morning)? (?:tres |bien )?(?:tot|de bonne hours?)\b", r"\1 morning"),
    (rf"\b(?:tres )?(?:tot|de bonne hours?) (?:le )?(tomorrow|{DAYS})\b", r"\1 morning"),
    (r"\ba every\b", "every"),
    (r"\baux (\d+) (days|weeks|month|years)\b", r"every \1 \2"),
    (rf"\bles ({DAYS})s\b", r"every \1"),
    (rf"\btoujours (?:every |le )?({DAYS})s?\b", r"every \1"),
    (r"\btoujours le (1st|\d{1,2})\b", lambda match: f"every {match[1].removesuffix('st')}th"),
    (r"\b(?:la )?week du (\d{1,2})\b", r"week commencing the \1th"),
    (r"\b(?:dans le |au )?courant (?:de )?(?:la )?(?=next)", "in "),
    (rf"\b(?:du |every )({DAYS})s? (?:au|a) ({DAYS})s?\b|\b({DAYS})-({DAYS})\b", r"every \1\3 to \2\4"),
    (r"\bevery (?:1st|1) (?:du|de every) month\b", "every 1th"),
    (r"\bevery fin (?:de |du )month\b", "last day of every month"),
    (rf"\b(?:le )?({NTH}) ({DAYS}) (?:du |de )?(next month)\b", r"\1 \2 of \3"),
    (rf"\b(?:a |pendant |by |in )?(?:la |le )?first week (?:de |d')(?=(?:{MONTHS})\b)", "first week of "),
    (rf"\b({DAYS}) (?:de |de la |la )?(next week)\b", r"\1 \2"),
    (rf"\b(?:le )?({DAYS}) en 8\b", r"\1 week"),
    (rf"\b(?:le )?({DAYS}) en 15\b", r"2 weeks after \1"),
    (r"\bce weekend\b|\ble weekend\b", "this weekend"),
    (rf"\b1 ({DAYS}|day|week|month)s? sur 2\b", r"every other \1"),
    (r"\bevery (\d+) (?:du|de every|de chaque) month\b", r"every \1th"),
    (rf"\bevery ({NTH}) ({DAYS})s? du month\b", r"\1 \2 of every month"),
    (r"\b(?:le )?(\d{1,2}|1st) de every month\b", r"\1th of every month"),
    (r"(?<!every )\b(?:le )?(\d{1,2}|1st) du (next )?month( NEXT)?\b", of_month),
    (r"1stth", "1st"),
    (r"\b(?:le )?last day de every month\b", "last day of every month"),
    (r"\b(?:le )?last day du month\b", "last day of the month"),
    (rf"\b(?:le )?({NTH}) ({DAYS}) de every month\b", r"\1 \2 of every month"),
    (rf"\b(?:le )?({NTH}) ({DAYS}) du (next )?month\b(?: NEXT)?", r"\1 \2 of the \3month"),
    (r"of the next month", "of next month"),
    (rf"\b(?:le )?({NTH}) ({DAYS}) (?:de |d')({MONTHS})\b", r"\1 \2 of \3"),
    (rf"\b(?:le |du )?first (?={MONTHS})", "on 1st "),
    (
        rf"\b(?:a la |en |la )?fin (?:de |du |d'|de la |de l')?({MONTHS}|(?:next )?(?:week|month|year))\b",
        r"end of \1",
    ),
    (rf"\b(?:au |en )?debut (?:de |du |d'|de la |de l')?({MONTHS}|(?:next )?(?:week|month|year))\b", r"early \1"),
    (rf"\b(?:a la )?mi-({MONTHS})\b", r"mid \1"),
    (rf"\b(?:a la |au )?milieu (?:de |du |de la )({MONTHS}|(?:next )?(?:week|month))\b", r"mid \1"),
    (rf"\ben (?={MONTHS})|\bau month (?:de |d')(?={MONTHS})", "in "),
    (rf"\bin ({MONTHS}) NEXT", r"in \1"),
    (rf"\bin ({MONTHS}) (?:de |de l'|de la )?(?=20\d\d|next year)", r"in \1 "),
    (rf"\bcourant (?={MONTHS})", "in "),
    (r"\bil y a (\d+) (minutes|hours|days?|weeks?|month|years?)", r"\1 \2 ago"),
    (rf"\b(?:le|ce) (?=(?:{DAYS}|\d{{1,2}}(?:st)? (?:{MONTHS})|\d{{1,2}}[/.])\b)", "on "),
    (rf"\ble (?=\d{{1,2}} (?:{MONTHS}))", "on "),
    (rf"\b(by|before|starting|until|after) le (\d{{1,2}})(?![\d:/.]| ?(?:h\b|{MONTHS}))", r"\1 the \2th"),
    (
        r"\b(by|before|starting|starting on|until|after) (\d{1,2})(?![\d:/.]| ?(?:am|pm|h)\b| [a-z]{3,})",
        r"\1 the \2th",
    ),
    (rf"\ble 1st\b(?! (?:day|{MONTHS}|du|de)\b)", "on the 1th"),
    (r"\ble (\d{1,2})(?![\d:/.st]| ?(?:am|pm|h)\b)", r"on the \1th"),
    (r"\b(?:by|before) le (?=\d)", "by "),
    (r"\ba (?=around|noon|midnight|\d{1,2}(?::\d\d| ?h)?(?!\w))", "at "),
    (r"\b(?:at )?around (?:de |at )?(?=\d)", "around "),
    (r"\bin around (?=\d)", "in "),
    (r"\bby (?=\d+ (?:minutes|hours|days|weeks|month)\b)", "in "),
    *NUMBERED_DAYS,
    *RULES,
    YEARLY,
    *EDGES,
    # “a las 5 a Dana” is not five in the morning.
    (r"(?<=\d) a (?=[a-z])", " to "),
]
