"""Japanese: no spaces, so every time word brings its own; the particles after it belong to the time."""

import re

SPACED = False
FEW = {"分": "minutes", "時間": "hours", "日": "days", "週間": "weeks", "か月": "months", "ヶ月": "months"}
KANJI = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
COUNTED = "時|分|日|月|週間|時間|か月|ヶ月|年|営業日"


def number(match: re.Match[str]) -> str:
    """Return a number up to 39 in digits: 三 is 3, 十五 is 15, 二十 is 20."""
    tens, ten, ones = match[0].rpartition("十")
    return str((KANJI.get(tens, 1) * 10 if ten else 0) + KANJI.get(ones, 0))


DAYS = dict(
    zip(
        "月火水木金土日",
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
        strict=True,
    )
)


def nth_weekday(match: re.Match[str]) -> str:
    """Return 5月第3土曜日 as “3rd saturday of may”."""
    return f" {NTHS.get(match[2], '5th')} {DAYS[match[3]]} of {MONTHS[int(match[1]) - 1]} "


def several(match: re.Match[str]) -> str:
    """Return 毎週月水金 as “every monday and wednesday and friday”."""
    return f" every {' and '.join(DAYS[kanji] for kanji in match[1] if kanji in DAYS)} "


MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
WITHIN = {
    **{"今日": "eod today", "本日": "eod today", "明日": "eod tomorrow", "今週": "end of week"},
    **{"来週": "end of next week", "今月": "end of month", "来月": "end of next month"},
}
WEEKDAYS = {f"{kanji}曜{end}": day for kanji, day in DAYS.items() for end in ("日", "")}
NTHS = {"第1": "first", "第2": "second", "第3": "3rd", "第4": "4th", "最終": "last", "最後の": "last"}
NTH_WEEKDAYS = {
    f"{n}{kanji}曜{end}": f"{nth} {day} of the month"
    for n, nth in NTHS.items()
    for kanji, day in DAYS.items()
    for end in ("日", "")
} | {
    f"{month}{gap}{n}{kanji}曜{end}": f"{nth} {day} of {english}"
    for month, english in {"毎月": "every month", "来月": "next month", "今月": "the month"}.items()
    for n, nth in NTHS.items()
    for gap in ("", "の")
    for kanji, day in DAYS.items()
    for end in ("日", "")
}
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
        "来週": "next {day}",
        "今週": "{day} this week",
        "次": "next {day}",
        "先週": "last {day}",
        "今度": "{day}",
        "再来週": "{day} week after next",
    }.items()
    for gap in ("", "の")
    for kanji, day in DAYS.items()
    for end in ("日", "")
}
MONTH_WORDS = {
    f"{n}月{end}": f"{part} {month}"
    for n, month in enumerate(MONTHS, 1)
    for end, part in {
        **{"": "in", "末": "end of", "下旬": "late", "中旬": "mid", "上旬": "early"},
        **{"の終わり": "end of", "初め": "early", "の初め": "early", "頭": "early", "半ば": "mid", "中": "in"},
    }.items()
}
# Before a time, these say that it belongs to something else.
TOUCHY: frozenset[str] = frozenset()
TABLE = """
tomorrow = 明日 | あした | あす | 翌日
day after tomorrow = 明後日 | あさって
today = 今日 | 本日 | きょう
3 days from today = しあさって | 明々後日
in 6 months = 半年後
yesterday = 昨日 | 一昨日
tonight = 今夜 | 今晩
this morning = 今朝
tomorrow morning = 明朝
tomorrow night = 明晩
next week = 来週
week after next = 再来週
next month = 来月
next year = 来年
this week = 今週
this month = 今月
month after next = 再来月
end of month = 月末 | 今月末
end of next month = 来月末
early next month = 来月初め | 来月の初め | 来月頭
next weekend = 来週末
this weekend = 週末 | 今週末 | 土日 | 今週の土日
next weekend = 来週の土日
beginning of the month = 月初 | 月初め
december 31 = 大晦日
january 1 = 元日 | 元旦
december 25 = クリスマス
at 13:00 = 午後一 | 午後イチ
end of year = 年末
early next week = 来週初め | 来週頭
next business day = 翌営業日
in the morning = 午前中
morning = 午前 | 朝
first thing = 朝一 | 朝一番 | 朝イチ | 朝いち
noon = 正午 | 昼 | お昼 | 昼休み
in the afternoon = 午後
in the evening = 夕方
night = 夜 | 晩
midnight = 真夜中 | 深夜0時
eod = 閉店時 | 終業時 | 閉店 | 終業
every day = 毎日
every week = 毎週
every month = 毎月
every year = 毎年
every morning = 毎朝
every night = 毎晩
every hours = 毎時 | 毎時間
every other week = 隔週
every other day = 隔日
every weekday = 平日 | 毎平日 | 平日毎日
last day of every month = 毎月末 | 毎月最終日 | 毎月の最終日
every weekend = 毎週末
in = 今から
latest = までに | まで
1 year = 1年
last week = 先週
last month = 先月
"""
MORE = {**WEEKDAYS, **NTH_WEEKDAYS, **EVERY, **NEXT, **MONTH_WORDS}
P = r"(?:[のにはで、, ]|頃|ごろ)*"
# Not the end of “every morning”, “tomorrow evening”, which are words of their own.
MORNING = r"(?:午前|(?<![毎明今翌])朝|明け方|早朝)の?"
EVENING = r"(?<![毎明今翌昨])(?:夕方|夜|晩)の?"
AHEAD = r"(?:今から|これから|あと)?"
LATER = r"(?:後|したら|たったら|経ったら)"
FIRST = [
    (r"毎週の?((?:[月火水木金土日][・,と]?)+[月火水木金土日])(?:曜日?)?", several),
    (r"第([一二三四五])", lambda match: f"第{KANJI[match[1]]}"),
    (r"([1-9]|1[0-2])月の?(第[1-5])([月火水木金土日])曜日?", nth_weekday),
    (
        r"(今日|本日|明日|今週|来週|今月|来月)中(?=[にでのは、, ]|$)",
        lambda match: f" by {WITHIN[match[1]]} ",
    ),
    (r"(?<![毎明今翌])朝(?=に)", " in the morning "),
    (r"(?<![毎明今翌昨])[夜晩](?=に)", " at night "),
    (r"数(分|時間|日|週間|か月|ヶ月)後", lambda match: f" in a few {FEW[match[1]]} "),
    (rf"(\d)[,・-](\d)(分|時間|日|週間){LATER}", lambda m: f" in {m[1]}-{m[2]} {FEW[m[3]]} "),
    (r"(\d{1,2})時(?:から|-)(\d{1,2})時(?:まで|の間)?", r" from \1 to \2 "),
    (
        rf"(?<![一二三四五六七八九十百千第])(?:[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])(?={COUNTED})",
        number,
    ),
    (r"(\d{4})年(\d{1,2})月(\d{1,2})日(?:\([月火水木金土日]\))?", r" \1-\2-\3 "),
    *((rf"(?<!\d){n}月(\d{{1,2}})日(?!間)", rf" {month} \1 ") for n, month in enumerate(MONTHS, 1)),
    (r"\(([月火水木金土日])\)", r" \1曜 "),
    (rf"{MORNING}(\d{{1,2}})(?:時半|:30)", r" \1:30 am "),
    (rf"{MORNING}(\d{{1,2}})(?:時(\d{{1,2}})分|:(\d{{2}}))", r" \1:\2\3 am "),
    (rf"{MORNING}(\d{{1,2}})時(?!間)", r" \1 am "),
    (rf"(?:午後の?|{EVENING}|今夜|今晩)(?=1[3-9]|2[0-3])(\d{{1,2}})(?:時半)", r" \1:30 "),
    (r"午後の?(\d{1,2})(?:時半|:30)", r" \1:30 pm "),
    (r"午後の?(\d{1,2})(?:時(\d{1,2})分|:(\d{2}))", r" \1:\2\3 pm "),
    (r"午後の?(\d{1,2})時(?!間)", r" \1 pm "),
    (rf"{EVENING}(\d{{1,2}})時半", r" \1:30 pm "),
    (rf"{EVENING}(\d{{1,2}})時(?!間)", r" \1 pm "),
    (r"昼の?(\d{1,2})時(?!間)", r" \1 pm "),
    (rf"{AHEAD}(\d{{1,2}})時間半{LATER}", r" in \1.5 hours "),
    (rf"{AHEAD}(\d+)時間{LATER}", r" in \1 hours "),
    (r"半時間後", " in 30 minutes "),
    (rf"{AHEAD}(\d+)分{LATER}", r" in \1 minutes "),
    (rf"{AHEAD}(\d+)営業日後", r" in \1 business days "),
    (rf"{AHEAD}(\d+)日後", r" in \1 days "),
    (rf"{AHEAD}(\d+)週間?後", r" in \1 weeks "),
    (rf"{AHEAD}(\d+)(?:か|カ|ヶ|ヵ|ケ|ヵ|箇)月後", r" in \1 months "),
    (rf"{AHEAD}(\d+)年後", r" in \1 years "),
    (r"(\d+)時間(?:以内)", r" in \1 hours "),
    (r"(\d+)分(?:以内)", r" in \1 minutes "),
    (r"(\d+)週間(?:以内)", r" in \1 weeks "),
    (r"(\d+)日(?:以内)", r" in \1 days "),
    (r"(\d+)(?:分|時間|日|週間)前", r" \1 days ago "),
    (r"1日おき", " every other day "),
    (r"(\d+)日(?:ごと|毎)", r" every \1 days "),
    (r"(\d+)週間?(?:ごと|おき|毎)", r" every \1 weeks "),
    (r"(\d+)(?:か|カ|ヶ|ヵ)月(?:ごと|おき|毎)", r" every \1 months "),
    (r"(\d+)時間(?:ごと|おき|毎)", r" every \1 hours "),
    (r"(\d+)分(?:ごと|おき|毎)", r" every \1 minutes "),
    (r"毎月の?(\d{1,2})日(?!間)", r" every month on the \1th "),
    (
        r"毎年の?(?= *(?:january|february|march|april|may|june|july|august|september|october|november|december))",
        " every ",
    ),
    (r"来月の?(\d{1,2})日(?!間)", r" the \1th of next month "),
    (r"今月の?(\d{1,2})日(?!間)", r" the \1th of this month "),
    (r"(\d{1,2})時半", r" \1:30 h "),
    (r"(\d{1,2})時(\d{1,2})分", r" \1:\2 h "),
    (r"(\d{1,2})時(?!間)", r" at \1 h "),
    (r"(?<=\d)(?<!第\d)(?=[^\x00-\x7f月])", " "),
    (r"(?<![\d月年/])(\d{1,2}) ?日(?![間曜本])", r" on the \1th "),
]
TURNS = [
    (rf"(in \d+ (?:days|weeks|months)) {P}([a-z]+day)\b", r"\1 on \2"),
    (r"(?<=day) *[と・] *(?=[a-z]+day )", " and "),
    (rf"((?:at )?[\d:]+(?: [ap]m| h)?|[a-z]+day) {P}(?:より前|以前|前)", r" before \1 "),
    (r"(?<=[a-z\d]) +(?:以降|以後|過ぎ|すぎ|から|頃|ごろ|くらい|ちょうど|ぐらい)[のにはで]*", " に "),
    (r":(\d) ", r":0\1 "),
    (r" +", " "),
]
