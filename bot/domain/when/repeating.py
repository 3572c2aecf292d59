"""What a phrase with a rule means: its first occurrence, and the rule with its end as RFC 5545 text."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from bot.domain.when.clock import clock_of, hour_of
from bot.domain.when.moments import Reading, at, elapsed, instant
from bot.domain.when.phrase import STARTS, Phrase
from bot.domain.when.pieces import CODES, End, Here, Rule
from bot.domain.when.recurrence import count_before, first_occurrence, rule_text
from bot.domain.when.results import EveryWhat, Past, TooFar

WITHIN_A_DAY = frozenset({"HOURLY", "MINUTELY"})


def ruled(phrase: Phrase, here: Here, zone: str) -> Iterator[Reading]:
    """Yield what “every …” may mean, seen on the wall clock of ``zone``."""
    assert phrase.rule
    there = here.seen_from(zone) if phrase.zone else here
    for rule in (phrase.rule, *phrase.rule.also):
        full = _without(_filled(rule, phrase), phrase)
        yield _ended(_first(full, phrase, there, zone), full, phrase.end, there)


def _first(rule: Rule, phrase: Phrase, here: Here, zone: str) -> Reading:
    """Return the first occurrence; hours and minutes count from now unless a clock or a start was named."""
    start, clock = _start(phrase, here), clock_of(phrase, here, named=False)
    if rule.freq in WITHIN_A_DAY and clock is None and not start:
        stretch = timedelta(minutes=rule.interval * (60 if rule.freq == "HOURLY" else 1))
        return replace(elapsed(stretch, here), rrule=rule_text(rule))
    return at(first_occurrence(rule, clock, start, here), zone, rule_text(rule))


def _filled(rule: Rule, phrase: Phrase) -> Rule:
    """Every 2 weeks on friday: the day named beside the rule belongs to it."""
    day = phrase.day
    if day is None or (phrase.sense and phrase.sense.word in STARTS):
        return rule
    if day.weekday is not None:
        return replace(rule, byday=(CODES[day.weekday],))
    if day.byday:
        return replace(rule, byday=(day.byday,), bymonth=day.month)
    return replace(rule, bymonthday=(day.number,), bymonth=day.month)


def _without(rule: Rule, phrase: Phrase) -> Rule:
    """Every day except sunday: the other days of the week."""
    if not phrase.without:
        return rule
    left = tuple(code for code in rule.byday or CODES if code not in phrase.without.byday)
    if not left or rule.interval > 1:
        raise EveryWhat
    return replace(rule, freq="WEEKLY", byday=left)


def _start(phrase: Phrase, here: Here) -> date | None:
    """Return the day from which the rule holds: named with “starting”, or by the month it is for."""
    if phrase.day and phrase.sense and phrase.sense.word in STARTS:
        return phrase.day.find(here)[0]
    month = phrase.end.start.find(here)[0] if phrase.end and phrase.end.start else None
    return month if month and month > here.today else None


def _ended(reading: Reading, rule: Rule, end: End | None, here: Here) -> Reading:
    """Say in the rule how long it holds, by the number of times or by the last moment it may come.

    That moment (UNTIL) is in UTC, as RFC 5545 wants it for a rule with a wall clock.
    """
    if end is None:
        return reading
    count = count_before(rule, reading.local, reading.local + end.span) if end.span else end.count
    if count > 1000:
        raise TooFar
    if count:
        return replace(reading, rrule=f"{reading.rrule};COUNT={count}")
    last = _last_moment(reading, rule, end, here)
    if last < reading.when:
        raise Past
    return replace(reading, rrule=f"{reading.rrule};UNTIL={last:%Y%m%dT%H%M%SZ}")


def _last_moment(reading: Reading, rule: Rule, end: End, here: Here) -> datetime:
    day = end.until.find(here)[0] if end.until else reading.local.date()
    clock = time(23, 59) if rule.freq in WITHIN_A_DAY else reading.local.time()
    if end.clock:
        clock = time(hour_of(end.clock, None), end.clock.minute)
    return instant(datetime.combine(day, clock), reading.zone)
