"""Japanese numbers, years and hours, as the grammar reads them."""

import re

DIGITS = {"〇": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
REIWA = 2018
NIGHT = {"夜", "晩"}
LATE = {"午後", "夕方", "昼", "お昼"} | NIGHT
# Not the end of “every morning”, “tomorrow evening”, which are words of their own.
PART = r"午前|午後|早朝|明け方|深夜|真夜中|夜中|夕方|お昼|昼|(?<![毎明今翌])朝|(?<![毎明今翌昨])[夜晩]"
HOUR = r"(?P<hour>\d{1,2})(?:時(?:(?P<minute>\d{1,2})分|(?P<half>半))?|:(?P<colon>\d{2}))"
CLOCK = rf"(?:(?P<part>{PART})の?)?(?<![\d:/.]){HOUR}(?!間|\d|:\d)"


def number(match: re.Match[str]) -> str:
    """Return a number up to 99 in digits, 三十五 is 35; digit by digit without a ten: 二〇二六 is 2026."""
    tens, ten, ones = match[0].rpartition("十")
    if not ten:
        return "".join(str(DIGITS[kanji]) for kanji in ones)
    return str((DIGITS[tens] * 10 if tens else 10) + (DIGITS[ones] if ones else 0))


def reiwa(match: re.Match[str]) -> str:
    """Return 令和8年 as 2026年."""
    return f"{REIWA + int(match[1])}年"


def clock(match: re.Match[str]) -> str:
    """Return an hour with the part of the day that leads it: 午後3時半 is 3:30 pm, 夜12時 midnight."""
    part, hour = match["part"], int(match["hour"])
    minute = int(match["minute"] or match["colon"] or (30 if match["half"] else 0))
    if not part and match["colon"]:
        return match[0]
    if hour == 24 and not minute:
        return " midnight "
    if not part or 12 < hour < 24:
        return f" {hour}:{minute:02} h " if minute else f" at {hour} h "
    if hour in {0, 12, 24} and part not in {"午後", "昼", "お昼"}:
        return f" 0:{minute:02} h " if minute else " midnight "
    late = part in LATE and not (part in NIGHT and hour < 5) and not (part in {"昼", "お昼"} and hour > 9)
    return f" {hour or 12}:{minute:02} {'pm' if late or hour in {0, 12} else 'am'} "


def before_the_hour(match: re.Match[str]) -> str:
    """Return 10時10分前 as ten minutes to ten."""
    return f" {match[2]} minutes to {match[1]} "
