"""Japanese: no spaces, so every time word brings its own; the particles after it belong to the time."""

import re

from bot.domain.when.masks import HIDDEN
from bot.domain.when.words.kanji import CLOCK, DIGITS, before_the_hour, clock, number, reiwa
from bot.domain.when.words.shared import MONTHS, RULES

SPACED = False
FEW = {"分": "minutes", "時間": "hours", "日": "days", "週間": "weeks", "か月": "months", "ヶ月": "months"}
COUNTED = "時|分|日|月|年|週|時間|[かカヶヵケ箇]月|営業日|回|人|名|個"
UNITS = {"分": "minutes", "時間": "hours", "日": "days", "週": "weeks", "週間": "weeks", "年": "years"}
UNITS |= {f"{ka}月": "months" for ka in "かカヶヵケ箇"}
UNIT = "|".join(sorted(UNITS, key=len, reverse=True))
ONCE = {"日": "day", "週": "week", "月": "month", "年": "year", "半年": "6 months"}
ONCE_A = "|".join(sorted(ONCE, key=len, reverse=True))
KANJI = "".join(DIGITS)
DAYS = dict(
    zip(
        "月火水木金土日",
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
        strict=True,
    )
)
NAMES = MONTHS.split("|")
WITHIN = {
    **{"今日": "eod today", "本日": "eod today", "明日": "eod tomorrow", "今週": "end of week"},
    **{"来週": "end of next week", "今月": "end of month", "来月": "end of next month", "今年": "end of year"},
}
WEEKDAYS = {f"{kanji}曜{end}": day for kanji, day in DAYS.items() for end in ("日", "")}
NTHS = {"第1": "first", "第2": "second", "第3": "3rd", "第4": "4th", "最終": "last", "最後の": "last"}
EVERY = {
    f"{word}{gap}{kanji}曜{end}": f"{every} {day}"
    for word, every in {"毎週": "every", "隔週": "every other"}.items()
    for gap in ("", "の")
    for kanji, day in DAYS.items()
    for end in ("日", "")
}
NEXT = {
    f"{week}{gap}{kanji}曜{end}": words.format(day=day)
    for week, words in {
        **{"来週": "next {day}", "今週": "{day} this week", "次": "next {day}", "先週": "last {day}"},
        **{"今度": "{day}", "再来週": "{day} week after next", "さ来週": "{day} week after next"},
        **{"次回": "next {day}", "週明け": "next {day}"},
    }.items()
    for gap in ("", "の")
    for kanji, day in DAYS.items()
    for end in ("日", "")
}
PARTS_OF_A_MONTH = {
    **{"末": "end of", "下旬": "late", "中旬": "mid", "上旬": "early", "初旬": "early", "の終わり": "end of"},
    **{"初め": "early", "の初め": "early", "はじめ": "early", "頭": "early", "半ば": "mid", "の頭": "early"},
}
MONTH_WORDS = (
    {f"{n}月{end}": f"in {month}" for n, month in enumerate(NAMES, 1) for end in ("", "中")}
    | {
        f"{n}月{end}": f"{part} {month}"
        for n, month in enumerate(NAMES, 1)
        for end, part in PARTS_OF_A_MONTH.items()
    }
    | {
        f"{month}{end}": f"{part} {english}"
        for month, english in {"今月": "month", "来月": "next month"}.items()
        for end, part in PARTS_OF_A_MONTH.items()
    }
)
# Before a time, these say that it belongs to something else.
TOUCHY: frozenset[str] = frozenset()
# Beside a time, these are more of it than was understood: 3日おき, 来週中に, 来週あたり, 次回月曜.
LEFT = (
    r"または|又は|もしくは|[中一前後半間](?=[にではの,、 ]|$)|か(?= ?[a-z])|おき|ごと|から|まで|より|末|頃|過ぎ"
    r"|ばかり|あたり|いっぱい|早[々く]|締め?(?=の|切|日|請)|第|最初|前半|後半|半ば|[上中下初]旬|以[前後内降上下外]|明け|初め|はじめ|イブ|祝(?![いう])|以外"
    r"|[年週](?!賀)|曜|時(?![々田])|分(?!け)"
)
LEFT_BEFORE = r"[第毎隔翌昨年回再次旬週曜]|今度|最初|最後"
TABLE = """
tomorrow = 明日 | あした | あす | 翌日
the day after tomorrow = 明後日 | あさって
today = 今日 | 本日 | きょう
3 days from today = しあさって | 明々後日
in 6 months = 半年後
yesterday = 昨日 | 一昨日 | おととい | きのう
tonight = 今夜 | 今晩
this morning = 今朝
tomorrow morning = 明朝
tomorrow night = 明晩
next week = 来週
week after next = 再来週 | さ来週
next month = 来月
next year = 来年
this week = 今週
this month = 今月
month after next = 再来月
end of month = 月末
next weekend = 来週末 | 来週の週末 | 来週の土日
by end of year = 年内 | 年内中
this weekend = 今度の土日 | 週末 | 今週末 | 土日 | 今週の土日 | 今度の週末
beginning of the month = 月初 | 月初め
december 31 = 大晦日
january 1 = 元日 | 元旦
december 24 = クリスマスイブ | クリスマスイヴ
december 25 = クリスマス
at 13:00 = 午後一 | 午後イチ | 午後いち
end of year = 年末
early next week = 来週初め | 来週の初め | 来週頭 | 来週の頭 | 来週前半 | 来週の前半 | 週明け | 来週明け
mid next week = 来週半ば | 来週の半ば | 来週中頃 | 来週の中頃
next business day = 翌営業日
in the morning = 午前中
in the early morning = 朝早く | 朝早い時間
morning = 午前 | 朝
first thing = 朝一 | 朝一番 | 朝イチ | 朝いち | 朝いちばん
noon = 正午 | 昼 | お昼 | 昼休み
before noon = 昼前 | お昼前 | 午前中まで
after noon = 昼過ぎ | お昼過ぎ | 昼すぎ | お昼すぎ | 昼以降
in the afternoon = 午後
in the evening = 夕方
night = 夜 | 晩
midnight = 真夜中
eod = 閉店時 | 終業時 | 閉店 | 終業
after eod = 閉店後 | 終業後
before eod = 閉店前 | 終業前
every day = 毎日
every week = 毎週 | 週一
every month = 毎月 | 月一
every year = 毎年
every 6 months = 半年ごと | 半年毎
every morning = 毎朝
every evening = 毎夕
every night = 毎晩
every hours = 毎時 | 毎時間
every other week = 隔週
every other day = 隔日 | 1日おき
every other month = 隔月
every weekday = 平日 | 毎平日 | 平日毎日 | 平日は毎日 | 平日の毎日
every weekday morning = 平日毎朝 | 平日の毎朝
last day of every month = 毎月末 | 毎月最終日 | 毎月の最終日 | 毎月月末 | 毎月の月末 | 月末ごと | 毎月末日
    | 毎月の末日
every weekend = 毎週末
in = 今から
latest = までに | まで
1 year = 1年
last week = 先週
last month = 先月
last year = 去年 | 昨年
"""
MORE = {**WEEKDAYS, **EVERY, **NEXT, **MONTH_WORDS}
P = r"(?:[のにはで、, ]|頃|ごろ)*"
AHEAD = r"(?:今から|これから|あと)?"
LATER = r"(?:後|したら|たったら|経ったら)"
DAY = "[月火水木金土日]"
# Before a possessive these are no time: 先週の件.
GONE = r"(?:昨日|一昨日|おととい|きのう|先週|先月|去年|昨年|前回|先日)の(?!\d|[朝夜夕晩]|午|[月火水木金土日]曜)"


def days_of(match: re.Match[str]) -> str:
    """Return 毎週月水金 as “every monday and wednesday and friday”."""
    return f" every {' and '.join(DAYS[kanji] for kanji in match[1] if kanji in DAYS)} "


def range_of(match: re.Match[str]) -> str:
    """Return 月〜金 as “every monday to friday”."""
    return f" every {DAYS[match[1]]} to {DAYS[match[2]]} "


def or_so(match: re.Match[str]) -> str:
    """Return 二三日後 as “in 2-3 days”."""
    return f" in {DIGITS[match[1]]}-{DIGITS[match[2]]} {FEW[match[3]]} "


def hidden(match: re.Match[str]) -> str:
    """Return as many letters that no grammar reads."""
    return HIDDEN * len(match[0])


def once(match: re.Match[str]) -> str:
    """Return 週に1回 as “every week”."""
    return f" every {ONCE[match[1] or match[2]]} "


def nth_weekdays(match: re.Match[str]) -> str:
    """Return 第3土曜日, 毎月第1・第3火曜, 5月第3土曜日, 来月の最終金曜 as “3rd saturday of may”."""
    nths = [NTHS.get(nth, "5th") for nth in re.findall("第[1-5]|最終|最後の", match["nths"])]
    every = {"毎月": "every month", "来月": "next month"}.get(match["of"] or "", "the month")
    of = NAMES[int(match["month"]) - 1] if match["month"] else every
    return f" {' and '.join(nths)} {DAYS[match['day']]} of {of} "


NTH = r"(?:第[1-5]|最終|最後の)"
TWICE_OR_MORE = rf"{DAY}(?:[・,/]?{DAY}){{2,}}|{DAY}(?:[・/]{DAY})+"
FIRST = [
    (r"翌(?=[週月])", "来"),
    (r"翌(?=朝)", "明"),
    (r"第([一二三四五])", lambda match: f"第{'〇一二三四五'.index(match[1])}"),
    # A day counted, not named: 一日乗車券.
    (
        r"[一二三]日(?=[\u4e00-\u9fff])(?![午朝夜夕昼晩月火水木金土日以後前中間時頃毎一二三四五六七八九十])",
        "\x00\x00",
    ),
    (GONE, hidden),
    (
        rf"([二三四五六])([三四五六七])(日|週間){LATER}",
        lambda m: f" in {DIGITS[m[1]]}-{DIGITS[m[2]]} {FEW[m[3]]} ",
    ),
    (rf"(?<![{KANJI}百千第])(?:[{KANJI}]?十[{KANJI}]?|[{KANJI}]+)(?={COUNTED})", number),
    (rf"(?<![\d{KANJI}])毎?({ONCE_A})に?(?:1回|1度|一度)|1({ONCE_A})に?(?:1回|1度|一度)", once),
    (r"(?:令和|r)(\d{1,2})年", reiwa),
    (r"ひと月後", " in 1 month "),
    (rf"毎週の?((?:{DAY}[・,と]?)+{DAY})(?:曜日?)?", days_of),
    (rf"(?:毎週の?)?({DAY})(?:曜日?)?(?:から|-)({DAY})(?:曜日?)?(?:まで)?(?:の?毎日)?", range_of),
    (rf"(?<![^\s,にへとは])({TWICE_OR_MORE})(?:曜日?)?(?=[に,のは、\s\d]|$)", days_of),
    (
        rf"(?:(?P<of>毎月|来月|今月)の?|(?P<month>[1-9]|1[0-2])月の?)?"
        rf"(?P<nths>{NTH}(?:[・,と]?{NTH})*)の?(?P<day>{DAY})曜日?",
        nth_weekdays,
    ),
    (
        r"(今日|本日|明日|今週|来週|今月|来月|今年)(?:中|いっぱい)(?=[にでのは、, ]|まで|$)",
        lambda match: f" by {WITHIN[match[1]]} ",
    ),
    (r"(?<![毎明今翌])朝(?=に)", " in the morning "),
    (r"(?<![毎明今翌昨])[夜晩](?=に)", " at night "),
    (r"数(分|時間|日|週間|か月|ヶ月)後", lambda match: f" in a few {FEW[match[1]]} "),
    (rf"(\d)[,・-]?(\d)(日|週間){LATER}(?<!\d\d日後)", lambda m: f" in {m[1]}-{m[2]} {FEW[m[3]]} "),
    (rf"(\d)[,・-](\d)(分|時間|日|週間){LATER}", lambda m: f" in {m[1]}-{m[2]} {FEW[m[3]]} "),
    (r"(\d{1,2})時(?:から|-)(\d{1,2})時(?:まで|の間)?", r" from \1 to \2 "),
    (r"(\d{4})年の?(\d{1,2})月の?(\d{1,2})日(?:\([月火水木金土日]\))?", r" \1-\2-\3 "),
    *((rf"(\d{{4}})年の?{n}月(?!\d)", rf" in {month} \1 ") for n, month in enumerate(NAMES, 1)),
    *((rf"来年の?{n}月の?(\d{{1,2}})日", rf" {month} \1 next year ") for n, month in enumerate(NAMES, 1)),
    *((rf"来年の?{n}月(?!の?\d)", rf" in {month} next year ") for n, month in enumerate(NAMES, 1)),
    *((rf"(?<!\d){n}月の?(\d{{1,2}})日(?!間)", rf" {month} \1 ") for n, month in enumerate(NAMES, 1)),
    (r"\(([月火水木金土日])(?:曜日?)?(?:・?祝)?\)", r" \1曜 "),
    (rf"{AHEAD}(\d{{1,2}})時間半{LATER}", r" in \1.5 hours "),
    (rf"{AHEAD}(\d{{1,2}})時間(?:と)?(\d{{1,2}})分{LATER}", r" in \1 hours \2 minutes "),
    (r"半時間後", " in 30 minutes "),
    (rf"{AHEAD}(\d+)営業日後", r" in \1 business days "),
    (r"あと(\d+)(分|時間|日)で", lambda match: f" in {match[1]} {UNITS[match[2]]} "),
    (rf"({DAY})曜日?(?:ごと|毎)", lambda match: f" every {DAYS[match[1]]} "),
    (rf"{AHEAD}(\d+)({UNIT}){LATER}", lambda match: f" in {match[1]} {UNITS[match[2]]} "),
    (rf"(\d+)({UNIT})(?:以内)", lambda match: f" in {match[1]} {UNITS[match[2]]} "),
    (r"毎月の?(?:第1|最初の?)営業日", " first business day of every month "),
    (r"毎月の?(?:最終|最後の)営業日", " last business day of every month "),
    (r"正午(?=の?\d{1,2}分前)", "12時"),
    (r"(\d{1,2})時の?(\d{1,2})分前", before_the_hour),
    (r"(\d+)(?:分|時間|日|週間)前", r" \1 days ago "),
    (rf"(\d+)({UNIT})に(?:1回|一度|1度)", lambda match: f" every {match[1]} {UNITS[match[2]]} "),
    (rf"(\d+)({UNIT})(?:ごと|毎)", lambda match: f" every {match[1]} {UNITS[match[2]]} "),
    (r"1日おき", " every other day "),
    (rf"(\d+)((?!日)(?:{UNIT}))おき", lambda match: f" every {match[1]} {UNITS[match[2]]} "),
    (r"毎月の?(\d{1,2})日(?:と|・|,)(\d{1,2})日", r" every month on the \1th and \2th "),
    (r"毎月の?(\d{1,2})日(?!間)", r" every month on the \1th "),
    (rf"毎年の?(?= *(?:{MONTHS}))", " every "),
    (r"来月の?(\d{1,2})日(?!間)", r" the \1th of next month "),
    (r"今月の?(\d{1,2})日(?!間)", r" the \1th of this month "),
    (r"深夜(?!\d)", " midnight "),
    (CLOCK, clock),
    # A number of things is no hour: 10席.
    (r"(?<![\d/:.第-])\d+(?=[\u3400-\u9fff])(?!\d*[日月時分年週間半前後末毎])", hidden),
    (r"(?<=\d)(?<!第\d)(?=[^\x00-\x7f月])", " "),
    (r"(?<![\d月年/])(\d{1,2}) ?日(?![間曜本]| ?\d+ ?回)", r" on the \1th "),
]
TURNS = [
    (rf"(in \d+ (?:days|weeks|months)) {P}([a-z]+day)\b", r"\1 on \2"),
    (r"(?<=day) *[と・] *(?=[a-z]+day )", " and "),
    (rf"((?:at )?[\d:]+(?: [ap]m| h)?|[a-z]+day) {P}(?:より前|以前)", r" before \1 "),
    (r"((?:at )?[\d:]+(?: [ap]m| h)?|[a-z]+day)[の ]*前(?=[にでのはま,、 ]|$)", r" before \1 "),
    (rf"((?:{MONTHS}) \d+|on the \d+th|[a-z]+day|tomorrow|next week) *から(?= *(?:every|at|\d))", r"starting \1 "),
    (r"(?<=[a-z\d]) +(?:以降|以後|過ぎ|すぎ|から|頃|ごろ|くらい|ちょうど|ぐらい)[のにはで]*", " に "),
    (r":(\d) ", r":0\1 "),
    (r" +", " "),
    *RULES,
]
