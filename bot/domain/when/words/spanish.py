"""Spanish: the time words of Spain and the Americas."""

import re

from bot.domain.when.words.numbers import SPANISH_NUMBERS
from bot.domain.when.words.shared import DAYS, EDGES, MONTHS, NTH, NUMBERED_DAYS, OF_PARTS, RULES, YEARLY, named

SPACED = True
# Before a time, these say that it belongs to something else.
TOUCHY: frozenset[str] = frozenset(
    {"de", "del", "por", "para", "desde", "entre", "sobre"}
    | {"las", "en", "fin", "final", "finales", "principios", "menos", "salvo"}
)
# Beside a time, these are more of it than was understood.
LEFT = (
    r"penultim[oa]|siempre|cuarto|medi[oa]|menos|pico|punto|temprano|tempranito|pronto|tarde|tardecita|madrugada|anoche|otr[oa]|quincena"
    r"|primer[oa]?|segund[oa]|ultim[oa]s?|fin|finales|principios|mediados|navidad\w*|pascua\w*|reyes|carnaval\w*"
    r"|festivos?|puente|semana santa|anochecer|amanecer|almuerzo|cena|desayuno|comida|faltando|por medio|alternos?"
)
TABLE = """
after el = después del
starting el = a partir del
before el = antes del
before noon = antes del mediodía | antes de mediodía
by el = para el | a más tardar el | como muy tarde el
by = a más tardar | como muy tarde | como máximo
monday = lunes | lun
tuesday = martes
wednesday = miércoles | mié | mier
thursday = jueves | jue
friday = viernes | vie
saturday = sábado | sáb | sábados
sunday = domingo | domingos
january = enero | ene
february = febrero
march = marzo
april = abril | abr
may = mayo
june = junio
july = julio
august = agosto | ago
september = septiembre | setiembre
october = octubre
november = noviembre
december = diciembre | dic
2 = un par de
90 minutes = hora y media | una hora y media
75 minutes = hora y cuarto | una hora y cuarto
minutes = minuto | minutos
hours = hora | horas
day = día
days = días
week = semana | sem
weeks = semanas
month = mes
months = meses
year = año
years = años
quarter = trimestre
2 weeks = quincena | una quincena
business days = días hábiles | días laborables | días laborales
business day = día hábil | día laborable | día laboral
30 minutes = media hora | una media hora
15 minutes = un cuarto de hora | cuarto de hora
45 minutes = tres cuartos de hora
a few = pocos | pocas | unos | unas | unos pocos | unos cuantos | algunos
today = hoy | hoy mismo
tomorrow = mañana | mañana mismo
the day after tomorrow = pasado mañana
yesterday = ayer | anteayer
tomorrow morning = mañana por la mañana | mañana en la mañana | mañana a la mañana
OFMORNING = de la mañana | de la madrugada
OFAFTERNOON = de la tarde | del mediodía
OFNIGHT = de la noche
in the morning = por la mañana | en la mañana | por las mañanas
    | a la mañana
in the afternoon = por la tarde | en la tarde | a la tarde | por las tardes
in the late afternoon = a última hora de la tarde | al final de la tarde | al caer la tarde
in the mid morning = a media mañana
in the mid afternoon = a media tarde
after lunch = después de comer | después del almuerzo | después de almorzar | tras la comida | después de la comida
before lunch = antes de comer | antes del almuerzo | antes de almorzar | antes de la comida
at lunch = a la hora de comer | a la hora del almuerzo | a la hora de la comida
afternoon = tarde
at night = por la noche | en la noche | a la noche | por las noches
night = noche
tonight = esta noche | hoy por la noche | hoy en la noche | hoy a la noche
this afternoon = esta tarde | hoy por la tarde
this morning = esta mañana | hoy por la mañana
every morning = cada mañana | todas las mañanas
every afternoon = cada tarde | todas las tardes
every night = cada noche | todas las noches
noon = mediodía | medio día
at noon = al mediodía | a mediodía
midnight = medianoche
at midnight = a medianoche | a las 24h | a las 24:00 | a las 24
first thing = a primera hora | primera hora | a primera hora de la mañana
after eod = después del cierre | tras el cierre | después de cerrar
before eod = antes de cerrar
eod = al final del día | a última hora | fin del día | final del día | antes del cierre
at eod = al cierre
weekend = fin de semana | finde
every day = diariamente | a diario | una vez al día
every other day = día por medio | un día sí y otro no | un día sí y un día no | cada tercer día
every week = semanalmente | una vez a la semana | una vez por semana | 1 vez por semana | 1 vez a la semana
every month = mensualmente | una vez al mes | una vez por mes | 1 vez al mes | 1 vez por mes
every 2 months = bimestralmente
every quarter = trimestralmente
every 6 months = semestralmente
every year = anualmente | una vez al año
every 2 weeks = quincenalmente | cada quincena
on christmas eve = en nochebuena | el día de nochebuena
on christmas = en navidad | el día de navidad
before christmas = antes de navidad
on new years eve = en nochevieja | el día de fin de año
on january 1 = en año nuevo | el día de año nuevo
on valentines day = en san valentín | el día de san valentín | para san valentín
on easter monday = el lunes de pascua
on easter sunday = el domingo de pascua | el domingo de resurrección
on good friday = el viernes santo
on ash wednesday = el miércoles de ceniza
on january 6 = el día de reyes | en reyes
every = todos los | todas las | todo el | cada
every weekday = entre semana | de lunes a viernes
starting = a partir de
before = antes de | antes de las | antes de la
after = después de las | después de la | después de | a partir de las | a partir de la | pasadas las
until = hasta
in = dentro de | de aquí a
within = como mucho en | como máximo en | en menos de
sometime = en algún momento
at = a las | a la
around = a eso de las | sobre las | hacia las | tipo | alrededor de las
from = desde las
NEXT = que viene | prox | próximo | próxima | siguiente | que entra | entrante
LAST = pasado | pasada
last = último | última
first = primer | primera
1st = primero
second = segundo
3rd = tercer
4th = cuarto
:30 = y media
:15 = y cuarto
and = y
or = o
not = no
except = excepto
:45- = menos cuarto
sharp = en punto
"""
MORE = {**SPANISH_NUMBERS, "noventa": "90", "sesenta": "60"}


def minutes_to(match: re.Match[str]) -> str:
    """Return “al cuarto para las seis”, “faltan diez para las seis” as so many minutes to six."""
    return f"quarter to {match[2]}" if match[1] == "4th" else f"{match[1]} minutes to {match[2]}"


FIRST = [
    named(r"d\.|dra?\.|don|dona"),
    (r"\b(en|dentro de) (\d{1,2})(?: ?h|:)([0-5]\d)\b", r"\1 \2 hours \3 minutes"),
    (r"\b(\d{1,2}) ?(?:hs|hrs)\b", r"\1h"),
    (r"\b(\d{1,2})(?:e?r)?o\b(?= de)", r"\1"),
    (r"\bmar(?=\.? \d{1,2}(?:/| de ))\.?", "martes"),
    (r"\bdom(?=\.? \d{1,2}(?:/| de ))\.?", "domingo"),
]
TURNS = [
    OF_PARTS,
    (
        r"\b(?:de|entre)(?: las?)? (\d{1,2}(?::\d\d)?)(?: ?h| hours)? (?:a|at|and|until)(?: las?)? "
        r"(\d{1,2}(?::\d\d)?)(?: ?h\b| hours)?(?! de [a-z]{4,}\b(?<!manana))",
        r"from \1 to \2",
    ),
    (rf"\bfirst thing (?:del? (?:la )?)(?=(?:{DAYS}|tomorrow|next)\b)", "first thing "),
    (rf"\bpara (?=(?:tomorrow|today|next|(?:the )?day after|(?:este |la )?(?:{DAYS}))\b)", "by "),
    (rf"\b(el |la )?(weekend|{DAYS}|week|month|year|quarter) NEXT", r"next \2"),
    (rf"\b(?:el |la |del |al )?NEXT (weekend|{DAYS}|week|month|year|quarter|business day)s?", r"next \1"),
    (rf"\b(?:el )?({DAYS}) LAST|\b(?:el )?LAST ({DAYS})", r"last \1\2"),
    (rf"\b(?:el )?({DAYS}) (?:de )?(?:la )?(next week)\b", r"\1 \2"),
    (rf"\b(?:el )?({DAYS}) de (?:esta|la) week\b", r"\1 this week"),
    (r"\b(?:el |la )?(week|month|year) LAST|\b(?:el |la )?LAST (week|month|year)", r"last \1\2"),
    (r"\b(?:de )?today en (?:8|1 week)(?: days)?\b", "1 week from today"),
    (r"\b(?:de )?today en (?:15|2 weeks)(?: days)?\b", "2 weeks from today"),
    (rf"\b(?:del? |el )?({DAYS}) en 8(?: days)?\b", r"\1 week"),
    (rf"\b(?:del? |el )?({DAYS}) en 15(?: days)?\b", r"2 weeks after \1"),
    (rf"\b(?:bien |muy )?tempran(?:o|ito) (?:el )?(tomorrow|{DAYS})\b", r"\1 morning"),
    (rf"\b(tomorrow|{DAYS})( morning)? (?:bien |muy )?tempran(?:o|ito)\b", r"\1 morning"),
    (r"\b(in the morning|\d(?:am|th)?) (?:bien |muy )?tempran(?:o|ito)\b", r"\1 in the morning"),
    (r"\bin the morning in the morning\b", "in the morning"),
    (rf"\b(?:every |de )?({DAYS})s? ?(?:a|-|until) ?({DAYS})s?\b", r"every \1 to \2"),
    (rf"\bsiempre (?:every |el )?({DAYS})s?\b", r"every \1"),
    (r"\bsiempre (?:el )?(?:day )?(\d{1,2})\b", r"every \1th"),
    (r"\bla week del (?:day )?(\d{1,2})\b", r"week commencing the \1th"),
    (rf"\b(?:1 )?({DAYS}) si,? (?:and )?(?:1 )?otro not\b|\b(?:every )?({DAYS}) por medio\b", r"every other \1\2"),
    (rf"\bevery otr[oa] ({DAYS}|day|week|month)", r"every other \1"),
    (
        r"\b(?:every |los )days (\d{1,2}) and (\d{1,2})(?: (?:de |del )?(?:every )?month)?",
        r"every month on the \1th and \2th",
    ),
    (r"\b(?:every |los )days (\d{1,2})\b(?: (?:de |del )?(?:every )?month)?", r"every \1th"),
    (r"\b(?:a |al )?(?:fin|fines|final|finales) de every month\b", "last day of every month"),
    (rf"\b(?:el )?NEXT (?=\d{{1,2}} de (?:{MONTHS}))", "el "),
    (r"\b(?:el )?NEXT (\d{1,2})\b(?! [a-z])", r"on the \1th"),
    (r"\b(?:el )?(?:day )?(\d{1,2}) (?:de |del )?next month\b", r"the \1th of next month"),
    (rf"\b(?:el )?({NTH}) ({DAYS}) (?:de |del )?(next month)\b", r"\1 \2 of \3"),
    (rf"\b(?:en |durante )?(?:la )?first week (?:de |del )(?=(?:{MONTHS})\b)", "first week of "),
    (r"\b(?:el |este )weekend\b|\bel weekend\b", "this weekend"),
    (r"\b(?:los|las) (?=(?:fin|weekend))", "every "),
    (rf"\blos (?=(?:{DAYS}))", "every "),
    (rf"(?<=every) (?:los )?({DAYS})s?", r" \1"),
    (r"\b(?:el )?(?:day )?(\d{1,2}) (?:de |del )every month\b", r"\1th of every month"),
    (r"\bevery (?:day )?(\d{1,2}) (?:de |del )?(?:every )?month\b|\bevery day (\d{1,2})\b", r"every \1\2th"),
    (r"(?<!every )\bel (?:day )?(\d{1,2}) del month\b", r"the \1th of the month"),
    (r"\b(?:el )?last day (?:de |del )every month\b", "last day of every month"),
    (r"\b(?:el )?last day del month\b", "last day of the month"),
    (rf"\b(?:el )?({NTH}) ({DAYS}) (?:de |del )(every )?month\b", r"\1 \2 of \3the month"),
    (r"\bevery the month\b", "every month"),
    (rf"\b(?:el )?({NTH}) ({DAYS}) de ({MONTHS})\b", r"\1 \2 of \3"),
    (rf"(?<!del )\b(?:(?:el|al) )?(?:day )?(\d{{1,2}}|1st) de ({MONTHS})(?: del? (\d{{4}})\b)", r"on \1 \2 \3"),
    YEARLY,
    (
        rf"(?<!every )(?<!\bon )(?<!del )\b(?:(?:el|al) )?(?:day )?(\d{{1,2}}|1st) (?:de )?({MONTHS})\b",
        r"on \1 \2",
    ),
    (r"\b(?:a |al )?(?:fin|fines|final|finales) (?:de |del )(month|year|week)\b", r"end of \1"),
    (r"\b(?:a |al )?(?:fin|fines|final|finales) de (next (?:month|year|week))", r"end of \1"),
    (rf"\b(?:a )?(?:fin|fines|final|finales) de ({MONTHS})\b", r"end of \1"),
    (
        rf"\b(?:a )?(?:principios|inicios|comienzos) (?:de |del )({MONTHS}|(?:next )?(?:week|month|year))\b",
        r"early \1",
    ),
    (rf"\b(?:a )?mediados (?:de |del )({MONTHS}|(?:next )?(?:week|month|year))\b", r"mid \1"),
    (rf"\ben (?={MONTHS})", "in "),
    (rf"\bin ({MONTHS}) (?:de |del )?(?=20\d\d|next year)", r"in \1 "),
    (r"\ben (?=\d|a few)", "in "),
    (r"\bhace (\d+) (minutes|hours|days?|weeks?|months?|years?)", r"\1 \2 ago"),
    (rf"\b(?:el|este|al) (?=(?:{DAYS}|next )\b)", "on "),
    (r"\b(?:la|este|esta) (?=next )", "in "),
    (r"(?:\bel (?:day )?|\bday )(\d{1,2})(?![\d:/.-]| ?(?:am|pm|h)\b)", r"on the \1th"),
    (r"\bel (\d{1,2})-(0?[1-9]|1[0-2])(?![\d-])", r"on \1/\2"),
    (r"\bel (?=\d{1,2}[/.-])", "on "),
    (r"\bhours :30", "hours and a half"),
    (r"\bhours :15", "hours 15 minutes"),
    (r"\b(?:at|faltan(?:do)?|a|al) (?:1 )?(\d{1,2}|4th) (?:para|by) (?:at |las? )(\d{1,2})\b", minutes_to),
    (r"\b(at \d{1,2}(?::\d\d)?) del day\b", r"\1 in the afternoon"),
    (r"\bat (\d{1,2}) ([0-5][05])(?= ?(?:$|[,.;!]| in the| of))", r"at \1:\2"),
    (r"(\d{1,2}) :(30|15)\b", r"\1:\2"),
    (r"(\d{1,2}) :45-", r"quarter to \1"),
    (r"(?:at|las) (\d{1,2}) menos (\d{1,2})\b", r"at \2 to \1"),
    (r"\b(at|around|before|after) (\d{1,2}) and (\d{1,2})\b", r"\1 \2:\3"),
    (r"\b(\d{1,2}(?::\d\d)?) sharp\b", r"\1 o'clock"),
    (r"(?<!in )(?<!every )\b(1[3-9]|2[0-3]) hours\b", r"\1 h"),
    (r"\b(?<!a )(?:las|la) (?=\d{1,2}(?::\d\d)?h?\b)", "at "),
    (r"\b(\d+) day (\d+)\b", r"\1 day \2"),
    (r"\bby (?=\d{1,2}th)", "by the "),
    (rf"(?<=\d|h|g) del? (?=today|tomorrow|{DAYS})", " "),
    (rf"\b(every \w+) menos (?:el |los |on |every )?(?=(?:{DAYS}))", r"\1 except "),
    *NUMBERED_DAYS,
    *RULES,
    *EDGES,
    # “a las 5 a Dana” is not five in the morning.
    (r"(?<=\d) a (?=[a-z])", " to "),
]
