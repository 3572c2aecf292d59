"""Portuguese: the time words of Brazil and Portugal."""

import re

from bot.domain.when.words.numbers import PORTUGUESE_NUMBERS
from bot.domain.when.words.shared import DAYS, EDGES, MONTHS, NTH, NUMBERED_DAYS, OF_PARTS, RULES, YEARLY, named

SPACED = True
UNITS = "weekend|week|month|year|quarter"
WEEKDAYS = {
    "segunda": "monday",
    "terça": "tuesday",
    "quarta": "wednesday",
    "quinta": "thursday",
    "sexta": "friday",
}
# Before a time, these say that it belongs to something else.
TOUCHY: frozenset[str] = frozenset(
    {"de", "da", "do", "das", "dos", "para", "pra", "por", "desde"}
    | {"entre", "sobre", "em", "fim", "final", "inicio", "menos", "salvo", "fora"}
)
# Beside a time, these are more of it than was understood.
LEFT = (
    r"penultim[oa]|sempre|meia|quarto|menos|pouco|pouquinho|ponto|bem|cedo|cedinho|tardinha|tardezinha|noitinha|madrugada|outr[oa]"
    r"|comeco|meio|fim|final|inicio|quinzena|natal|pascoa|carnaval|reveillon|feriado|primeir[oa]|terceir[oa]"
    r"|ultim[oa]|passad[oa]|almoco|jantar|expediente|faltando|ainda"
)
TABLE = """
every morning = todas as manhãs | toda manhã
every afternoon = todas as tardes | toda tarde
every night = todas as noites | toda noite
monday = seg
thursday = qui
wednesday = qua
friday = sex
saturday = sáb | sábado
sunday = domingo
saturdays = sábados
sundays = domingos
january = janeiro
february = fevereiro | fev
march = março
april = abril | abr
may = maio | mai
june = junho
july = julho
august = agosto | ago
september = setembro
september? = set
october = outubro | out
november = novembro
december = dezembro
2 = um par de
minutes = minuto | minutos
hours = hora | horas
day = dia
days = dias
week = semana
weeks = semanas
month = mês
months = meses
year = ano
years = anos
business days = dias úteis
business day = dia útil
2 weeks = quinzena
quarter = trimestre
30 minutes = meia hora | uma meia hora
15 minutes = um quarto de hora
45 minutes = três quartos de hora
a few = poucos | poucas | uns | umas | alguns | algumas
90 minutes = hora e meia | uma hora e meia
today = hoje | hj
tomorrow = amanhã | amnh
the day after tomorrow = depois de amanhã
yesterday = ontem | anteontem
tonight = logo à noite | mais à noite | hoje à noite | hoje de noite | esta noite | essa noite
this afternoon = logo à tarde | hoje à tarde | hoje de tarde | esta tarde
this morning = hoje de manhã | hoje pela manhã | esta manhã
OFMORNING = da manhã | da madrugada
OFAFTERNOON = da tarde
OFNIGHT = da noite
in the morning = de manhã | pela manhã | na parte da manhã | de manhã cedo
morning = manhã
in the late afternoon = no fim da tarde | no final da tarde | ao fim da tarde | ao final da tarde | fim da tarde
in the early afternoon = no início da tarde | no começo da tarde | ao início da tarde
in the late morning = no fim da manhã | no final da manhã | ao fim da manhã
in the early morning = no início da manhã | no começo da manhã
in the early evening = no início da noite | no começo da noite
in the mid morning = a meio da manhã | no meio da manhã
in the mid afternoon = a meio da tarde | no meio da tarde
after lunch = depois do almoço | após o almoço | depois de almoçar
before lunch = antes do almoço | antes de almoçar
at lunch = na hora do almoço | na hora de almoço | à hora do almoço | à hora de almoço
after eod = depois do expediente | após o expediente | depois de fechar
before eod = antes de fechar | antes do fecho
in the afternoon = à tarde | de tarde | na parte da tarde | pela tarde
afternoon = tarde
at night = à noite | de noite
night = noite
noon = meio-dia | meio dia
at noon = ao meio-dia | ao meio dia
12:30 = meio-dia e meia
at 12:30 = ao meio-dia e meia
midnight = meia-noite | meia noite
at midnight = à meia-noite | à meia noite | às 24h | às 24 h
eod = ao fim do dia | ao final do dia
    | fim do dia | final do dia | no fim do dia | no final do dia | fim do expediente | no fim do expediente
by eod = até o fim do dia | até ao fim do dia
at eod = no fechamento
first thing = logo cedo | primeira hora | à primeira hora
weekend = fim de semana | final de semana | fds
every day = diariamente | uma vez por dia | todo santo dia
every week = semanalmente | uma vez por semana | uma vez na semana | 1 vez por semana
every month = mensalmente | uma vez por mês | uma vez ao mês | 1 vez por mês
every 2 months = bimestralmente
every quarter = trimestralmente
every 6 months = semestralmente
every year = anualmente | uma vez por ano
every hours = de hora em hora
on christmas = no natal | no dia de natal
before christmas = antes do natal
on christmas eve = na véspera de natal
on new years eve = no réveillon | na passagem de ano | na véspera de ano novo
on easter sunday = na páscoa | no domingo de páscoa
on good friday = na sexta-feira santa | na sexta santa
on ash wednesday = na quarta-feira de cinzas | na quarta de cinzas
on shrove tuesday = na terça-feira de carnaval | na terça de carnaval
on january 1 = no ano novo | no dia de ano novo
every 2 weeks = quinzenalmente
every = todos os | todas as | todo | toda | a cada | cada
every weekday = em dias úteis | nos dias úteis | todo dia útil | de segunda a sexta | durante a semana
every 2 weeks = semana sim, semana não | semana sim semana não
every other day = dia sim, dia não | dia sim dia não
starting = a partir de | a partir do
by at = até as | até às
by = no máximo | até | até a | até o | até à | até ao | no máximo até | o mais tardar
before = antes de | antes da | antes do | antes das
after = a partir das | a partir da | passando das | depois de | depois da | depois do | depois das | após | após as
in = daqui a | dentro de
within = em no máximo | em menos de
sometime = em algum momento
at = às | as
around = por volta do | pelas | por volta das | lá pelas | por volta de
NEXT = que vem | prox | próxima | próximo | seguinte
LAST = passada | passado
last = última | último
first = primeira | primeiro
second = segundo
1st = 1o
3rd = terceira
:30 = e meia | e trinta
:15 = e quinze | e um quarto
:45- = menos um quarto | menos quarto
sharp = em ponto
and = e
or = ou
not = não
except = exceto
"""
MORE = {
    **PORTUGUESE_NUMBERS,
    **WEEKDAYS,
    **{f"{day}{gap}feira": english for day, english in WEEKDAYS.items() for gap in ("-", " ")},
    **{f"{day}{end}": f"{english}s" for day, english in WEEKDAYS.items() for end in ("s", "s-feiras")},
}
# The second day is Monday: segunda-feira, 2ª-feira.
NUMBERED = {str(n): english for n, english in enumerate(WEEKDAYS.values(), 2)}


def minutes_to(match: re.Match[str]) -> str:
    """Return “às dez para as seis”, “faltando um quarto para as seis” as so many minutes to six."""
    return f"quarter to {match[2]}" if match[1] == "quarto" else f"{match[1]} minutes to {match[2]}"


FIRST = [
    named(r"d\.|dra?\.|dona"),
    named("seu", rf"(?:{'|'.join(WEEKDAYS)}|sabado|domingo)s?"),
    (r"\b(em|dentro de|daqui a) (\d{1,2})(?: ?h|:)([0-5]\d)\b", r"\1 \2 hours \3 minutes"),
    (r"\b([2-6])a[ -]?feira\b", lambda match: NUMBERED[match[1]]),
    (
        r"\b(na|toda|proxima|esta) ([2-6])a\b(?= ?(?:$|[,.;]|as |a |de |que |\d))",
        lambda m: f"{m[1]} {NUMBERED[m[2]]}",
    ),
    (r"\bsem que vem\b", "semana que vem"),
    (r"\b(\d{1,2}) ?h ?([0-5]\d) ?min\b", r"\1:\2"),
    (r"\b(\d{1,2})( de |/| )dez\b", r"\1\2dezembro"),
    (r"\bter(?=\.? \d{1,2}/)\.?", "terca"),
    (r"\bdom(?=\.? \d{1,2}(?:/|h| de ))\.?", "domingo"),
    (
        rf"\b(1|{'|'.join(WEEKDAYS)}|sabado|domingo)s?(-feiras?)? sim,? (?:e )?\1(-feira)? nao\b".replace(
            "terça", "terca"
        ),
        r"cada 2 \1",
    ),
    (r"\b(\d{1,2}) ?hs?\b", r"\1h"),
    (r"\b1\.?o(?= de)", "1"),
]
TURNS = [
    OF_PARTS,
    (r"\ba 1(?=:| :| in the)", "at 1"),
    (r"\ba 0h\b", "at 0:00"),
    (r"\bdaqui (?=\d|a few|30 min)", "in "),
    (
        r"\b(?:das|de|entre(?: at)?) (\d{1,2}(?::\d\d)?)(?: ?h| hours)? (?:at|a|and(?: at)?) "
        r"(\d{1,2}(?::\d\d)?)(?: ?h\b| hours)?",
        r"from \1 to \2",
    ),
    (rf"\b(?:para|pra) (?=(?:tomorrow|today|next|(?:the )?day after|(?:a |o )?(?:{DAYS}))\b)", "by "),
    (rf"\b(?:na |no |da |do )?({UNITS}|{DAYS}|business day)s? NEXT", r"next \1"),
    (rf"\b(?:na |no |da |do |a |o )?NEXT ({UNITS}|{DAYS}|business day)s?", r"next \1"),
    (rf"\b(?:na |no )?({DAYS}) LAST|\b(?:na |no )?(?:LAST|last) ({DAYS})(?! do| de)", r"last \1\2"),
    (rf"\b(?:na |no )?({DAYS}) (?:da |na |de )?(next week)\b", r"\1 \2"),
    (rf"\b(?:na |no )?({DAYS}) (?:da |de )?est?sa week\b|\b({DAYS}) desta week\b", r"\1\2 this week"),
    (r"\b(?:na |no |a |o )?(week|month|year) LAST\b|\b(?:na |no )?LAST (week|month|year)\b", r"last \1\2"),
    (rf"\b(?:bem |muito |logo )?cedo (?:na |no )?(tomorrow|{DAYS})\b", r"\1 morning"),
    (rf"\b(tomorrow|{DAYS})( morning)?,? (?:bem |muito |logo )?ced(?:o|inho)\b", r"\1 morning"),
    (rf"\b(?:every |de |da )?({DAYS})s? ?(?:a|at|ao|ate|-) ?({DAYS})s?\b", r"every \1 to \2"),
    (rf"\bsempre (?:every |na |no )?({DAYS})s?\b", r"every \1"),
    (r"\bsempre (?:no )?(?:day )?(\d{1,2})\b", r"every \1th"),
    (r"\b(?:na )?week do (?:day )?(\d{1,2})\b", r"week commencing the \1th"),
    (
        r"\bevery day (\d{1,2}) and (?:day )?(\d{1,2})\b(?: (?:do|de every) month)?",
        r"every month on the \1th and \2th",
    ),
    (rf"\b(?:na |no )?monday (?=(?:{DAYS}) d[eo] )", "second "),
    (rf"\b(?:no |na )?({NTH}) ({DAYS}) (?:de |da |do )?(next month)\b", r"\1 \2 of \3"),
    (rf"\b(?:na |durante a )?first week (?:de |do )(?=(?:{MONTHS})\b)", "first week of "),
    (r"\b(?:no |neste |nesse |este |esse )weekend\b", "this weekend"),
    (r"\bno next weekend\b", "next weekend"),
    (r"\bde (\d+) em \d+ (days|weeks|months|hours|minutes)\b", r"every \1 \2"),
    (rf"\b(?:at|aos|nas|nos) ({DAYS})s\b", r"every \1"),
    (rf"(?<=every) ({DAYS})s\b", r" \1"),
    (r"\bevery (morning|afternoon|night)s?\b", r"every \1"),
    (r"\b(?:(?:no )?day )?(\d{1,2}) de every month\b", r"\1th of every month"),
    (r"(?<!every )(?<!every day )\b(?:no )?day (\d{1,2}) do month\b", r"the \1th of the month"),
    (r"\bevery day (\d{1,2})\b(?!:)(?: do month)?", r"every \1th"),
    YEARLY,
    (r"\b(?:no )?last day de every month\b", "last day of every month"),
    (r"\b(?:no )?last day do month\b", "last day of the month"),
    (rf"\b(?:na |no )?({NTH}) ({DAYS}) de every month\b", r"\1 \2 of every month"),
    (rf"\b(?:na |no )?every ({NTH}) ({DAYS}) do month\b", r"\1 \2 of every month"),
    (rf"\b(?:na |no )?({NTH}) ({DAYS}) do (next )?month\b", r"\1 \2 of the \3month"),
    (rf"\b(?:na |no )?({NTH}) ({DAYS}) de ({MONTHS})\b", r"\1 \2 of \3"),
    (rf"\b(?:(?:no|em|o|ao) )?(?:day )?(\d{{1,2}}|1st|first) de ({MONTHS}) de (\d{{4}})\b", r"on \1 \2 \3"),
    (rf"(?<!every )(?<!\bon )\b(?:(?:no|em|o|ao|a) )?(?:day )?(\d{{1,2}}|1st) (?:de )?({MONTHS})\b", r"on \1 \2"),
    (rf"\b(?:no |on )?(?:day )?first de ({MONTHS})\b", r"on 1 \1"),
    (
        rf"\b(?:no |nos |ao |em |ate o )?(?:fi[mn]s?|final|finais) "
        rf"(?:de |do |da )?({MONTHS}|(?:next )?(?:week|month|year))\b",
        r"end of \1",
    ),
    (rf"\b(?:no |ao )?(?:inicio|comeco) (?:de |do |da )?({MONTHS}|(?:next )?(?:week|month|year))\b", r"early \1"),
    (rf"\b(?:em |no )?(?:meados|meio) (?:de |do |da )?({MONTHS}|(?:next )?(?:week|month|year))\b", r"mid \1"),
    (rf"\bem (?={MONTHS})", "in "),
    (rf"\bin ({MONTHS}) (?:de |do )?(?=20\d\d|next year)", r"in \1 "),
    (r"\bem (?=\d+[/.-]\d)", "on "),
    (r"\bem (?=\d|a few)", "in "),
    (r"\b(?:ha|faz) (\d+) (minutes|hours|days?|weeks?|months?|years?)(?: atras)?", r"\1 \2 ago"),
    (r"\b(\d+) (minutes|hours|days?|weeks?|months?|years?) atras\b", r"\1 \2 ago"),
    (rf"\b(?:na|no|nesta|neste|nessa|nesse|esta|este|essa|esse|pra|para) (?=(?:{DAYS}|next )\b)", "on "),
    (r"\bby (?:a |o )?(?:day )?(\d{1,2})(?![\d:/.h]| ?(?:am|pm|h|de)\b)(?= ?$)", r"by the \1th"),
    (r"(?:\b(?:no|em|o|ao) day |\bday )(\d{1,2})(?![\d:/.h])", r"on the \1th"),
    (r"\b(?:no |em )?(?:day|dia|no|em) (?=\d{1,2}/)", "on "),
    (r"\bhours :30", "hours and a half"),
    (r"\bhours :15", "hours 15 minutes"),
    (r"(\d{1,2})h? :(30|15)\b", r"\1:\2"),
    (r"(\d{1,2}) :45-", r"quarter to \1"),
    (r"\bat (\d{1,2}) menos (\d{1,2})\b", r"at \2 to \1"),
    (r"\b(?:at|faltam?|faltando) (\d{1,2}) (?:para|pra) (?:o )?noon\b", r"\1 minutes to 12"),
    (r"\b(?:at|faltam?|faltando) (?:1 )?(\d{1,2}|quarto) (?:para|pra)s? ?(?:as |at )?(\d{1,2})\b", minutes_to),
    (r"\b(at|around|before|after) (\d{1,2}) and (\d{1,2})\b", r"\1 \2:\3"),
    (r"\b(\d{1,2}(?::\d\d)?) sharp\b", r"\1 o'clock"),
    (r"\bat (\d{1,2}(?::\d\d)?) hours\b", r"at \1 h"),
    (r"(?<!in )(?<!every )\b(1[3-9]|2[0-3]) hours\b", r"\1 h"),
    (rf"(?<=\d|h|g) d[eoa] (?=today|tomorrow|{DAYS})", " "),
    (rf"\b(every \w+) (?:menos|fora) (?:o |aos |no |on |every )?(?=(?:{DAYS}))", r"\1 except "),
    *NUMBERED_DAYS,
    *RULES,
    *EDGES,
    # “a las 5 a Dana” is not five in the morning.
    (r"(?<=\d) a (?=[a-z])", " to "),
]
