"""From a phrase to the moments it may mean: the conventions of the product, one function each."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from bot.domain.when.clock import PART_HOURS, clock_of, hours_of_edge
from bot.domain.when.moments import Reading, ahead, at, elapsed, instant, wall
from bot.domain.when.phrase import Phrase
from bot.domain.when.pieces import Elapsed, Here, Vague
from bot.domain.when.places import OWN
from bot.domain.when.repeating import ruled
from bot.domain.when.results import Contradiction, PartOver, Past, UnknownZone

BEFORE = timedelta(minutes=30)


def readings(phrase: Phrase, here: Here) -> tuple[Reading, ...]:
    """Return what the phrase may mean, one reading unless it is ambiguous.

    Raises the refusals of ``results`` for what cannot be meant.
    """
    if phrase.wrong:
        raise phrase.wrong.refusal
    if isinstance(phrase.elapsed, Elapsed):
        begin = phrase.elapsed.begin
        return (elapsed(phrase.elapsed.length, here, begin(here) if begin else None),)
    if isinstance(phrase.elapsed, Vague):
        return tuple(elapsed(length, here) for length in phrase.elapsed.lengths)
    found = tuple(
        reading
        for said in hours_of_edge(phrase)
        for zone in _zones(said, here)
        for reading in (ruled(said, here, zone) if said.rule else _once(said, here, zone))
    )
    return tuple({(reading.when, reading.rrule): reading for reading in found}.values())


def _zones(phrase: Phrase, here: Here) -> tuple[str, ...]:
    """The zone that was named, else the person's; both readings when a name and the season disagree."""
    if not phrase.zone:
        return (here.zone,)
    if not phrase.zone.names:
        raise UnknownZone(words=phrase.zone.words.upper())
    return tuple(here.zone if name == OWN else name for name in phrase.zone.names)


def _once(phrase: Phrase, here: Here, zone: str) -> Iterator[Reading]:
    # The day is the one on the person's own calendar; an hour alone is the next such on the named clock.
    there = here.seen_from(zone) if phrase.zone and not phrase.day else here
    for local in _after_days(phrase, there) or _locals(phrase, there):
        minutes = phrase.zone.minutes if phrase.zone else None
        reading = at(local, zone, minutes=minutes)
        if phrase.zone and minutes is not None and ahead(reading) != minutes:
            raise UnknownZone(words=phrase.zone.words.upper())
        yield _sensed(phrase, reading, there)


def _after_days(phrase: Phrase, here: Here) -> tuple[datetime, ...]:
    """After friday: the day after it, or the next working day, or that day itself."""
    after = phrase.sense and phrase.sense.word == "after"
    if not (after and phrase.day) or phrase.clock or phrase.part or phrase.same or phrase.day.keeps_clock:
        return ()
    day = phrase.day.find(here)[0]
    working = day + timedelta(1)
    while not here.habits.works_on(working):
        working += timedelta(1)
    return tuple(here.at(there) for there in dict.fromkeys((day + timedelta(1), working, day)))


def _sensed(phrase: Phrase, reading: Reading, here: Here) -> Reading:
    """Check that the moment is to come; before a moment is any time up to it, by is at it."""
    if phrase.sense and phrase.sense.word == "before":
        reading = _before(phrase, reading, here)
    elif phrase.sense and phrase.sense.word in {"by", "latest"}:
        reading = replace(reading, until=reading.when)
    if reading.when <= here.moment:
        raise Past
    return reading


def _before(phrase: Phrase, limit: Reading, here: Here) -> Reading:
    """Half an hour before an hour; the day before a day; never so early that it is over."""
    if phrase.clock or phrase.part:
        earlier = limit.when - BEFORE
    else:
        limit = at(datetime.combine(limit.local, time()), limit.zone)
        earlier = instant(here.at(limit.local.date() - timedelta(1)), limit.zone)
    if earlier <= here.moment < limit.when:
        halfway = here.moment + (limit.when - here.moment) / 2
        earlier = max(halfway.replace(second=0, microsecond=0), here.moment + timedelta(seconds=1))
    return Reading(wall(earlier, limit.zone), limit.zone, earlier, until=limit.when)


def _locals(phrase: Phrase, here: Here) -> tuple[datetime, ...]:
    """Return the wall times a phrase without a rule may mean."""
    if phrase.day is None:
        return _today_or_next(phrase, here)
    dates = phrase.day.find(here)
    if phrase.day.kind in {"date", "monthday"} and dates[0] == here.today and _over(phrase, here):
        dates = phrase.day.find(here.from_tomorrow())
    if phrase.weekday and phrase.weekday.weekday is not None:
        _agree(dates[0], phrase.weekday.weekday)
    if phrase.same or (phrase.day.keeps_clock and not (phrase.clock or phrase.part)):
        return tuple(datetime.combine(day, here.now.time()) for day in dates)
    return tuple(local for day in dates for local in _on_day(phrase, day, here))


def _over(phrase: Phrase, here: Here) -> bool:
    """Tell whether a date that is today's can only be the next such one, next month or next year."""
    clock = clock_of(phrase, here, named=True)
    return here.at(here.today, clock) <= here.now if clock else not _hours_left(here)


def _agree(day: date, weekday: int) -> None:
    if day.weekday() != weekday:
        raise Contradiction(weekday=f"{day:%A}")


def _on_day(phrase: Phrase, day: date, here: Here) -> tuple[datetime, ...]:
    """Return the wall times on a named day."""
    clock = clock_of(phrase, here, named=True)
    if clock is None and phrase.part and phrase.part.name == "midnight":
        return (datetime.combine(day, time()), datetime.combine(day + timedelta(1), time()))
    local = here.at(day, clock)
    if local > here.now or phrase.clock or phrase.part:
        return (local,)
    if day == here.today:
        return _left_of_today(here)
    return (local,)


def _left_of_today(here: Here) -> tuple[datetime, ...]:
    """“Today” after the default hour: offer what is left of the day."""
    left = _hours_left(here)
    if not left:
        raise PartOver(hour=f"{here.habits.default_time:%H:%M}")
    return left[:3] if len(left) > 1 else (*left, here.at(here.today + timedelta(1)))


def _hours_left(here: Here) -> tuple[datetime, ...]:
    hours = (PART_HOURS["afternoon"], here.eod.hour, PART_HOURS["evening"], PART_HOURS["tonight"])
    soon = here.now.replace(minute=0, second=0, microsecond=0) + timedelta(hours=2)
    offers = {soon, *(here.at(here.today, time(hour)) for hour in hours)}
    return tuple(sorted(o for o in offers if o > here.now and o.date() == here.today))


def _today_or_next(phrase: Phrase, here: Here) -> tuple[datetime, ...]:
    """Return the next such moment for an hour or a part of the day without a day."""
    clock = clock_of(phrase, here, named=False)
    assert clock is not None
    local = here.at(here.today, clock)
    if local > here.now:
        return (local,)
    if phrase.part and (phrase.part.today or phrase.part.name == "eod") and not _past_midnight(phrase):
        raise Past if phrase.clock else PartOver(hour=f"{clock:%H:%M}")
    return (here.at(here.today + timedelta(1), clock),)


def _past_midnight(phrase: Phrase) -> bool:
    return bool(
        phrase.clock and phrase.part and phrase.part.name in {"tonight", "night"} and phrase.clock.hour in {12, 0}
    )
