"""What looks like a time but is not one, hidden before the grammar looks: quotes, phones, prices, sizes.

Hidden letters become ``HIDDEN``, so that the positions stay; emoji become ``DECORATION``, which may stand
before or after a time.
"""

import re

from bot.domain.when.spelling import Spelling

HIDDEN = "\x00"
DECORATION = "\x01"

QUOTES = r"""
    "[^"]*" | “[^”]*[”“] | „[^“”]*[“”] | «[^»]*» | 「[^」]*」 | 『[^』]*』
  | (?<!\w)'[^'\n]*[^'\s]'(?!\w)
"""
# A date may look like a phone number: those listed here are left alone.
DATES = r"""
    (?<![\w-])\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[t ]\d{1,2}:\d{2}[\d:.]*)?(?!\d)
  | (?<![\w-])\d{1,2}(?P<mark>[-/.])\d{1,2}(?P=mark)(?:\d{4}|\d{2})(?:[ ,]+\d{1,2}[:.]\d{2})?(?![\d-])
  | (?<![\w-])\d{1,2}[:.]?\d{0,2}[ ]?-[ ]?\d{1,2}[:.]\d{2}(?!\d)
"""
ADDRESSES = r"""
    <[@#!][^>]*> | <?https?://\S+ | www\.\S+ | \S+@[\w-]+\.\w[\w.]* | \b[\w-]+\.(?:com|org|net|de|fr|es|jp|io)\b\S*
  | (?<!\w)@[^\W\d]\S* | (?<![\w\d])[/~]\w+/\S* | \#\S+
"""
# What makes a number the beginning of a time: “12/4”, “3 weeks”, “10 am”, “4 dec”.
OF_TIME = r"""(?:[/:]\d|(?:st|nd|rd|th)\b
  | [ ]?(?:[ap]\.?m\b|h\b|o'clock|mins?\b|minutes?|hrs?\b|hours?|days?|wks?\b|weeks?|months?|years?)
  | [ ](?:business|working)
  | [ ](?:of[ ])?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b(?![ ]\d{1,2}(?!\d)))"""
GROUP = rf"(?!\d{{4}}-\d\d?-\d)\(?\d++\)?(?!{OF_TIME})"
PHONES = rf"""
    \+(?=(?:[ ()./-]*\d){{7}})\d++(?:[ ()./-]{{1,2}}{GROUP})*
  | \(\d{{2,5}}\)(?=(?:[ ]?[ -]?\d){{6}})(?:[ -]?{GROUP})+
  | (?<![a-z\d:.,/-])\d{{2,5}}(?:[ .-](?=\d{{2,5}}(?!\d)){GROUP}){{2,}}(?![a-z\d:])
  | (?<![a-z\d:.,/-])\d{{3}}[ .-]\d{{4}}(?![\d-])
  | \b\d+(?:-\d+){{3,}}\b
  | (?<![\w:])\d{{7,}}(?!\d|[ ](?:minute|hour|day|week|month|year))
"""
CURRENCY = r"(?:usd|eur|gbp|yen|euros?|dollars?|pounds?|bucks|quid|cents?|percent|pesos?|reais)"
PRICES = rf"""
    [$€£¥₹]\s?\d[\d.,]*k? | \b(?:usd|eur|gbp|rs\.?)\s?\d[\d.,]*
  | (?<![a-z\d.,])\d[\d.,]*\s?(?:[$€£¥₹%円]|ドル|{CURRENCY}(?!\w)) | \br\$\s?\d[\d.,]*
"""
THINGS = r"""(?:
    order|orders|invoice|ticket|case|claim|ref|reference|receipt|item|sku|model|size|sizes|table|room|rooms|suite
  | desk|gate|floor|aisle|shelf|locker|box|bay|slot|chair|seat|unit|flat|apt|apartment|bldg|building
  | number|no|nr|num|qty|quantity|batch|lot|page|chapter|step|version|phase|code|pin|ext|extension|street|route
  | pedido|factura|talla|mesa|habitacion|numero|ticket|encomenda|fatura|tamanho|quarto
  | commande|facture|taille|chambre|numero|bestellung|auftrag|rechnung|grosse|tisch|zimmer|nummer
  | cabina|camilla|silla|caja|planta|piso|cabine|fauteuil|etage|caisse|apto|apartamento|cadeira|andar|sala|caixa
  | kabine|platz|liege|stuhl|kasse|suite
)"""
NOT_CODES = r"(?:at|by|am|pm|t|utc|gmt|jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)"
SLASHED = r"(?<!\#)(?<!size[ ])(?<!sizes[ ])\d{1,2}/\d{1,2}(?![\w/])"
FEW = r"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
NUMBERS = rf"""
    \b(?:tisch|zimmer|kabine|platz|liege|nr\.?|nummer|bestellung|auftrag|rechnung)[ ]\d{{1,4}}(?=[ ]am[ ][a-z\d]) |
    \b{THINGS}\.?[ ]?[\#:°º]?[ ]?(?!\d{{4}}-\d\d?-\d|{SLASHED})\d[\w/.-]*(?<=\w)(?<![ap]m)(?![\w:]|{OF_TIME})
      (?:[ ](?:and[ ]a[ ]half|1/2)\b | [ ]?(?:-|to|and|&|,)[ ]?\d+(?![\w:]))?
  | \b(?:table|tables|party|group|room|cake|seats|cot|taxi|cab)[ ](?:for|of)[ ]{FEW}\b(?!{OF_TIME})
      (?:[ ](?:people|persons|guests|adults|kids|pax)\b)?
  | \b\d+[ ]by[ ]\d+\b | \bn[°ºo]\.?[ ]?\d+ | \b\d+(?:[.,]\d+)?[ ]?x(?:[ ]?\d+)?\b | \bx[ ]?\d+\b
  | \b(?=[a-z-]*\d)(?!{NOT_CODES}-?\d|b4\b|l8r\b)[a-z]+-?\d[\w-]*
  | (?:注文|伝票|番号|部屋|サイズ)(?:番号)?\d+(?:番)? | \d+(?:号室|番(?!目)|個|枚|本|人|名様|足)
"""
# Names that begin like a day, and lengths of stay that are no dates.
JAPANESE = r"""
    明日香 | あすか | あすな | きょう(?=[こかすへとだ]) | 今日子 | 三日[月坊] | [朝夜][倉日霧子美久香]
  | [一二三四五六七八九十廿]+日[市町] | [一二三四五六七八九十]+月(?=さん|様|ちゃん|先生|氏|殿)
  | [月火水木金土日]曜日?(?=さん|様|ちゃん|君|先生|氏|殿)
  | [朝昼夕夜晩](?:食|飯|ご飯|ごはん|刊|市|景|寝|餐|顔) | 日曜(?=大工|学校|版|市) | 土用 | 午後の紅茶 | 年末調整
  | [月週]末(?=締め|処理|限定|料金|プラン) | 平日(?=限定|料金|プラン|ランチ) | [今来先]月号 | [今来先]週号
  | \d+泊(?:\d+日)? | \d+(?:日|時間|分|週間)(?=券|コース|プラン|レンタル|パス|待ち)
"""
UNITS = r"(?:min(?:ute)?|h(?:ou)?r|day|week|night|month|year)"
NOUNS = (
    r"(?:rental|plan|pass|warranty|guarantee|trial|course|notice|subscription|supply|stay|return|wait|window|"
    r"policy|deal)"
)
ADJECTIVES = rf"""
    \b(?:\d+|one|two|three|four|five|six|seven|ten|half|same|next|all|every|mid|multi)-{UNITS}s?\b(?!-of)
  | \b\d+[ ]?{UNITS}(?=[ ]{NOUNS}\b)
  | \b\d+[ ](?:weeks|days|months)'[ ]\w+
  | \b(?:the|an?|her|his|our|their|your|my|its|this|last|first)[ ]
      (?:daily|weekly|monthly|yearly|quarterly|hourly|annual|nightly)
      (?=[ ](?!(?:at|on|from|until|for|starting)\b)[^\W\d])
  | \b(?:daily|weekly|monthly|yearly|quarterly|hourly)[ ](?:plan|report|special|meeting|newsletter|budget|rota|menu
      |takings|statement|rate|pass|fee|subscription|magazine|appointment|delivery)s?\b
  | \b(?:daily|weekly|monthly|yearly|annual|quarterly)-\w+ | \b\w+-(?:monthly|weekly)\b
"""
SAYINGS = r"""
    \b(?:drop|stop|swing|pop|pass|come|comes|coming|came|stops|drops|dropped|stopped|swings)[ ]by\b(?=[ ](?!\d))
  | \b24/7\b | \b(?:rated|scored?|gave)[ ]\d+/\d+ | \bpart-time\b | \bon[ ]time\b | \bin[ ]time\b
"""
# “Mr Friday”, “Frau Sonntag”: whoever has a title has a name after it.
TITLED = r"""
    \b(?:mr|mrs|ms|mx|herrn?|frau|sra?|srta|senora?|senorita|senhora?|mme|mlle|monsieur|madame)\.?[ ][^\W\d]+
"""
COUNTED = r"""
    \bhalf[ ]a[ ]dozen\b | \b\d+[.,]\d+[ ](?:each|apiece|a[ ]piece)\b
  | (?<!\bin[ ])(?<!within[ ])\b(?:1/2|1/3|2/3|1/4|3/4)[ ]
      (?=(?:price|length|off|hour|day|sleeves?|size|inch|cup|dozen|zip|pint|kilo|of)\b)
  | \b\d{1,2}(?:st|nd|rd|th)[ ](?:floor|wheel|avenue|ave|street|birthday|anniversary|grade|edition|pair|attempt)\b
  | (?:^|\b(?:this|that|(?<!on[ ])the|a|her|his|their|our|your|my)[ ])
      \d{1,2}(?:st|nd|rd|th)[ ](?:visit|time|order|try)\b
  | \b(?:the|a|our|my|your|his|her|their|this|that|each|main|front|back|which|no|both)[ ]tills?\b | \btills\b
  | \b(?:on|at|behind|from|to|by|of|in)[ ]till[ ](?:\d+|number|no)\b
  | \bsun[ ](?:hats?|cream|screen|glasses|dress|shade|lounger|roof|block|tan|burn)\b
  | \bsat[ ](?:by|down|with|near|outside|inside|here|there|alone)\b
"""
POSSESSIVES = r"\b(?!o')[^\W\d_]+'s\b | \b[^\W\d_]+s'(?=[ ]\w)"
EMOJI = (
    r"(?P<emoji>:(?:[a-z_+-][\w+-]*):|[\u2190-\u21ff\u2300-\u23ff\u2460-\u24ff\u2600-\u27bf\u2b00-\u2bff"
    r"\U0001f000-\U0001faff]+)"
)

TIME_OF = re.compile(
    r"\b(in (?:\w+|a few|a couple of)) "
    r"(?:(day|week|wk|month|mth|year|yr|hour|hr|minute|min)|(fortnight))(?:'s|s'|s)? time\b"
)
# Feasts that are written with an apostrophe are no possessions.
FEAST_OF = re.compile(
    r"\b(new year|valentine|st\.? patrick|st\.? stephen|mother|father|president|veteran)'?s'? (?=day\b|eve\b)"
)
MASK = re.compile(
    "|".join(
        (
            rf"(?P<quoted>{QUOTES})",
            rf"(?P<keep>{DATES})",
            ADDRESSES,
            EMOJI,
            PRICES,
            PHONES,
            TITLED,
            COUNTED,
            JAPANESE,
            POSSESSIVES,
            ADJECTIVES,
            NUMBERS,
            SAYINGS,
        )
    ),
    re.VERBOSE,
)


# “For 2 hours” says how long something takes, where nothing is to come again.
AGAIN = re.compile(r"\b(?:every|each|ev|daily|weekly|monthly|yearly|hourly|nightly|[a-z]+days)\b")
LASTING = re.compile(
    rf"\bfor (?:about |around |up to |at least |another |the )?(?:{FEW}(?:[.,]\d+| 1/2)?|an?|half an?|one)"
    r"[ -]?(?:h|(?:hour|hr|minute|min|night|day|week|wk|month|year)s?)\b(?= \S)(?! from| after| before)"
)


def hide(spelling: Spelling) -> Spelling:
    """Hide what is not a time; dates that look like phone numbers stay."""
    spelling = spelling.sub(TIME_OF, lambda m: f"{m[1]} {m[3] or f'{m[2]}s'}")
    if not AGAIN.search(spelling.text):
        spelling = spelling.sub(LASTING, lambda m: HIDDEN * len(m[0]))
    return spelling.sub(FEAST_OF, lambda m: f"{m[1]}s ".replace(".", "")).sub(MASK, _hidden)


def _hidden(match: re.Match[str]) -> str:
    if match["keep"]:
        return match[0]
    return (DECORATION if match["emoji"] else HIDDEN) * len(match[0])
