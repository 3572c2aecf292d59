"""Spanish: the time words of Spain and the Americas."""

SPACED = True
DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
UNITS = "minutes|hours|day|days|week|weeks|month|months|year|years"
# Before a time, these say that it belongs to something else.
TOUCHY: frozenset[str] = frozenset(
    {"de", "del", "por", "para", "desde", "entre", "sobre"}
    | {"en", "fin", "final", "finales", "principios", "menos", "salvo"}
)
TABLE = """
after el = después del
starting el = a partir del
before el = antes del
before noon = antes del mediodía | antes de mediodía
by el = para el | a más tardar el | como muy tarde el
by = a más tardar | como muy tarde
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
1 = un | una | uno
2 = dos | un par de
3 = tres
4 = cuatro
5 = cinco
6 = seis
7 = siete
8 = ocho
9 = nueve
10 = diez
11 = once
12 = doce
15 = quince
20 = veinte
30 = treinta
40 = cuarenta
45 = cuarenta y cinco
90 = noventa
90 minutes = hora y media | una hora y media
minutes = minuto | minutos
hours = hora | horas
day = día
days = días
week = semana
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
day after tomorrow = pasado mañana
yesterday = ayer | anteayer
tomorrow morning = mañana por la mañana | mañana en la mañana | mañana a la mañana | mañana temprano
in the morning = de la mañana | por la mañana | en la mañana | por las mañanas | de la madrugada
    | a la mañana
in the afternoon = de la tarde | por la tarde | en la tarde | a la tarde | por las tardes | del mediodía
afternoon = tarde
at night = de la noche | por la noche | en la noche | a la noche | por las noches
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
at midnight = a medianoche
first thing = a primera hora | primera hora | a primera hora de la mañana
eod = al final del día | a última hora | fin del día | final del día | antes del cierre
at eod = al cierre
weekend = fin de semana | finde
every day = diariamente | a diario
every week = semanalmente
every month = mensualmente
every year = anualmente
every 2 weeks = quincenalmente
every = todos los | todas las | todo el | cada
every weekday = entre semana | de lunes a viernes
starting = a partir de
before = antes de | antes de las | antes de la
after = después de las | después de la | después de
until = hasta
in = dentro de | de aquí a
at = a las | a la
around = a eso de las | sobre las | hacia las | tipo | alrededor de las
from = desde las
NEXT = que viene | próximo | próxima | siguiente | que entra | entrante
LAST = pasado | pasada
last = último | última
first = primer
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
MORE: dict[str, str] = {}
FIRST = [
    (r"\b(en|dentro de) (\d{1,2})(?: ?h|:)([0-5]\d)\b", r"\1 \2 hours \3 minutes"),
    (r"\b(\d{1,2}) ?(?:hs|hrs)\b", r"\1h"),
    (r"\b(\d{1,2})[oº]\b(?= de)", r"\1"),
]
TURNS = [
    (
        r"\b(?:de|entre)(?: las?)? (\d{1,2}(?::\d\d)?)(?: ?h| hours)? (?:a|at|and|until)(?: las?)? "
        r"(\d{1,2}(?::\d\d)?)(?: ?h\b| hours)?(?! de [a-z]{4,}\b(?<!manana))",
        r"from \1 to \2",
    ),
    (rf"\bfirst thing (?:del? (?:la )?)(?=(?:{DAYS}|tomorrow|next)\b)", "first thing "),
    (rf"\bpara (?=(?:tomorrow|today|next|day after|(?:este |la )?(?:{DAYS}))\b)", "by "),
    (rf"\b(el |la )?(weekend|{DAYS}|week|month|year|quarter) NEXT", r"next \2"),
    (rf"\b(?:el |la |del |al )?NEXT (weekend|{DAYS}|week|month|year|quarter|business day)s?", r"next \1"),
    (rf"\b(?:el )?({DAYS}) LAST|\b(?:el )?LAST ({DAYS})", r"last \1\2"),
    (rf"\b(?:el )?({DAYS}) (?:de )?(?:la |esta )?(next week|week)\b(?! NEXT)", r"\1 \2"),
    (r"\b(?:el |este )weekend\b|\bel weekend\b", "this weekend"),
    (r"\b(?:los|las) (?=(?:fin|weekend))", "every "),
    (rf"\blos (?=(?:{DAYS}))", "every "),
    (rf"(?<=every) (?:los )?({DAYS})s?", r" \1"),
    (r"\b(?:el )?(?:day )?(\d{1,2}) (?:de |del )every month\b", r"\1th of every month"),
    (r"\bevery (?:day )?(\d{1,2}) (?:de |del )?(?:every )?month\b|\bevery day (\d{1,2})\b", r"every \1\2th"),
    (r"(?<!every )\bel (?:day )?(\d{1,2}) del month\b", r"the \1th of the month"),
    (r"\b(?:el )?last day (?:de |del )every month\b", "last day of every month"),
    (r"\b(?:el )?last day del month\b", "last day of the month"),
    (rf"\b(?:el )?(first|second|3rd|4th|last) ({DAYS}) (?:de |del )(every )?month\b", r"\1 \2 of \3the month"),
    (r"\bevery the month\b", "every month"),
    (rf"\b(?:el )?(first|second|3rd|4th|last) ({DAYS}) de ({MONTHS})\b", r"\1 \2 of \3"),
    (rf"\b(?:(?:el|del|al) )?(?:day )?(\d{{1,2}}|1st) de ({MONTHS})(?: del? (\d{{4}})\b)", r"on \1 \2 \3"),
    (rf"\b(?:(?:el|del|al) )?(?:day )?(\d{{1,2}}|1st) (?:de )?({MONTHS})\b", r"on \1 \2"),
    (r"\b(?:a |al )?(?:fin|fines|final|finales) (?:de |del )(?:NEXT |next )?(month|year|week)\b", r"end of \1"),
    (r"\b(?:a |al )?(?:fin|fines|final|finales) de (next (?:month|year|week))", r"end of \1"),
    (rf"\b(?:a )?(?:fin|fines|final|finales) de ({MONTHS})\b", r"end of \1"),
    (
        rf"\b(?:a )?(?:principios|inicios|comienzos) (?:de |del )({MONTHS}|(?:next )?(?:week|month|year))\b",
        r"early \1",
    ),
    (rf"\b(?:a )?mediados (?:de |del )({MONTHS}|(?:next )?(?:week|month|year))\b", r"mid \1"),
    (rf"\ben (?={MONTHS})", "in "),
    (r"\ben (?=\d|a few)", "in "),
    (r"\bhace (\d+) (minutes|hours|days?|weeks?|months?|years?)", r"\1 \2 ago"),
    (rf"\b(?:el|este|al) (?=(?:{DAYS}|next )\b)", "on "),
    (r"\b(?:la|este|esta) (?=next )", "in "),
    (r"(?:\bel (?:day )?|\bday )(\d{1,2})(?![\d:/.-]| ?(?:am|pm|h)\b)", r"on the \1th"),
    (r"\bel (?=\d{1,2}[/.-])", "on "),
    (r"\bhours :30", "hours and a half"),
    (r"(\d{1,2}) :(30|15)\b", r"\1:\2"),
    (r"(\d{1,2}) :45-", r"quarter to \1"),
    (r"(?:at|las) (\d{1,2}) menos (\d{1,2})\b", r"at \2 to \1"),
    (r"\b(at|around|before|after) (\d{1,2}) and (\d{1,2})\b", r"\1 \2:\3"),
    (r"\b(\d{1,2}(?::\d\d)?) sharp\b", r"\1 o'clock"),
    (r"(?<!in )(?<!every )\b(1[3-9]|2[0-3]) hours\b", r"\1 h"),
    (r"\b(?<!a )(?:las|la) (?=\d{1,2}(?::\d\d)?\b)", "at "),
    (r"\b(\d+) day (\d+)\b", r"\1 day \2"),
    (r"\bby (?=\d{1,2}th)", "by the "),
    # “martes 24 a las 9”: the number is the day where it cannot be the hour.
    (
        rf"\b({DAYS}) (\d{{1,2}})(?=,? (?:at|around|a las|as|a) \d)|\b({DAYS}) (1[3-9]|2\d|3[01])(?![\d:.]| ?h\b)",
        lambda match: f"{match[1] or match[3]} the {match[2] or match[4]}th",
    ),
    # “a las 5 a Dana” is not five in the morning.
    (r"(?<=\d) a (?=[a-z])", " to "),
]
