"""Moments that suit people: when somebody works next, which day is n working days away, who is shut by then."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from bot.domain.calendars.hours import in_quiet_hours
from bot.domain.calendars.leave import MONTHS
from bot.domain.calendars.shifts import Shift
from bot.domain.calendars.spans import DAY, DAYS, Span
from bot.domain.calendars.workplaces import Workplace
from bot.domain.calendars.zones import localise, localise_after, wall

_LONGEST_SEARCH = 400
"""Days to look ahead: more than a year of leave, and an end for a shop that never opens."""


def works_at(at: datetime, workplace: Workplace, person: Shift | None = None) -> bool:
    """Whether a person may be nudged at an instant (UTC): at work, and not in quiet hours."""
    return _at_work(at, workplace, person) and not _is_quiet(at, workplace, person)


def _at_work(at: datetime, workplace: Workplace, person: Shift | None) -> bool:
    today = wall(at, workplace.zone).date()
    return any(
        begin <= at < end
        for day in (today - timedelta(days=1), today)
        for begin, end in _stretches(day, workplace, person)
    )


def next_working_moment(at: datetime, workplace: Workplace, person: Shift | None = None) -> datetime:
    """Return ``at`` (UTC) if the person works then, else the next instant at which they do.

    Never before ``at``. A person who does not work within 400 days gets the plain moment: late is worse than
    at an odd hour.
    """
    try:
        return next(_working_moments(at, workplace, person), at)
    except OverflowError:  # the end of the calendar
        return at


def _working_moments(at: datetime, workplace: Workplace, person: Shift | None) -> Iterator[datetime]:
    first = wall(at, workplace.zone).date() - timedelta(days=1)
    for ahead in range(_LONGEST_SEARCH):
        for begin, end in _stretches(first + timedelta(days=ahead), workplace, person):
            moment = max(at, begin)
            if moment < end and _is_quiet(moment, workplace, person):
                moment = _end_of_quiet(moment, workplace, person)
            if moment < end and not _is_quiet(moment, workplace, person):
                yield moment


def stretch_before(
    at: datetime, workplace: Workplace, person: Shift | None = None
) -> tuple[datetime, datetime] | None:
    """Return the last stretch (UTC) before an instant in which a person may be nudged, cut off at that instant.

    None when they do not work in the two weeks before.
    """
    today = wall(at, workplace.zone).date()
    for day in (today - timedelta(days=back) for back in range(_TWO_WEEKS)):
        for begin, end in reversed(list(_stretches(day, workplace, person))):
            if found := _awake(begin, min(end, at), workplace, person):
                return found
    return None


_TWO_WEEKS = 15


def _awake(
    begin: datetime, end: datetime, workplace: Workplace, person: Shift | None
) -> tuple[datetime, datetime] | None:
    """Return the last part of a stretch that is not in quiet hours."""
    quiet, zone = workplace.quiet, _clock_zone(workplace, person)
    if quiet is None:
        return (begin, end) if begin < end else None
    if begin < end and _is_quiet(end - timedelta(minutes=1), workplace, person):
        end = _last_at(end - timedelta(minutes=1), quiet.start, zone)
    begin = max(begin, _last_at(end - timedelta(minutes=1), quiet.end, zone))
    return (begin, end) if begin < end else None


def _last_at(at: datetime, minute: int, zone: str) -> datetime:
    """Return the last instant, not after another, at which the clock shows a minute of the day."""
    local = wall(at, zone)
    then = datetime.combine(local.date(), time(minute // 60 % 24, minute % 60))
    return localise(then if then <= local else then - timedelta(days=1), zone)


END_OF_DAY = time(17)
"""When a day ends on which the shop is closed, or never closes."""


def closing_on(day: date, workplace: Workplace) -> datetime:
    """Return the instant (UTC) at which the shop closes on a date, before midnight; else `END_OF_DAY`."""
    ends = [span.end for span in workplace.spans_on(day)]
    last = min(max(ends, default=0), DAY - 1)
    always = any(span.start == 0 and span.end >= DAY for span in workplace.spans_on(day))
    clock = END_OF_DAY if always or not last else time(last // 60, last % 60)
    return localise(datetime.combine(day, clock), workplace.zone)


def _stretches(day: date, workplace: Workplace, person: Shift | None) -> Iterator[tuple[datetime, datetime]]:
    """Yield the instants between which a person works on a local date, in order."""
    midnight = datetime.combine(day, time())
    for span in _spans_on(day, workplace, person):
        begin = localise(midnight + timedelta(minutes=span.start), workplace.zone)
        yield begin, localise_after(midnight + timedelta(minutes=span.end), workplace.zone, begin)


def _spans_on(day: date, workplace: Workplace, person: Shift | None) -> tuple[Span, ...]:
    shop = workplace.spans_on(day)
    if person is None or day in person.came_in:
        return shop
    if person.is_off(day):
        return ()
    if person.hours is None or workplace.closed_because(day):
        return shop
    return person.hours.days[day.weekday()]


def _clock_zone(workplace: Workplace, person: Shift | None) -> str:
    return (person.zone if person else None) or workplace.zone


def _is_quiet(at: datetime, workplace: Workplace, person: Shift | None) -> bool:
    return in_quiet_hours(wall(at, _clock_zone(workplace, person)).time(), workplace.quiet)


def _end_of_quiet(at: datetime, workplace: Workplace, person: Shift | None) -> datetime:
    assert workplace.quiet is not None
    zone = _clock_zone(workplace, person)
    local = wall(at, zone)
    end = datetime.combine(local.date(), time(workplace.quiet.end // 60, workplace.quiet.end % 60))
    return localise_after(end if end > local else end + timedelta(days=1), zone, at)


def add_working_days(day: date, n: int, workplace: Workplace) -> date:
    """Return the n-th day after ``day`` on which the workplace is open; n = 0 is ``day`` or the next open one.

    A workplace that never opens has plain days. Raises ValueError for a negative n.
    """
    if n < 0:
        raise ValueError("working days are counted forwards")
    reached = day if n else _open_from(day, workplace)
    for _ in range(n):
        reached = _open_from(reached + timedelta(days=1), workplace)
    return reached


def _open_from(day: date, workplace: Workplace) -> date:
    ahead = (day + timedelta(days=step) for step in range(_LONGEST_SEARCH))
    return next((each for each in ahead if workplace.spans_on(each)), day)


def closed_all_day(day: date, workplace: Workplace) -> str | None:
    """Return why the shop is shut on a date, “Fri 25 Dec is Christmas Day”; None when it opens."""
    if workplace.spans_on(day):
        return None
    if reason := workplace.closed_because(day):
        return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} is {reason}"
    return f"You are closed on {day:%A}s"


def promised_outside_hours(at: datetime, workplace: Workplace) -> str | None:
    """Return the warning for a promise to a customer at an instant (UTC) when the shop is shut, else None.

    A promise until closing time is kept while the shop is open.
    """
    local = wall(at, workplace.zone)
    if _at_work(at, workplace, None) or _at_work(at - timedelta(minutes=1), workplace, None):
        return None
    said = f"{DAYS[local.weekday()]} {local.day} {MONTHS[local.month - 1]}"
    if reason := workplace.closed_because(local.date()):
        return f"You promised {said}, but that is {reason} and you are closed."
    spans = ", ".join(str(span) for span in workplace.spans_on(local.date()))
    if not spans:
        return f"You promised {said}, but you are closed that day of the week."
    return f"You promised {said}, {local:%H:%M}, but you are open {spans} then."
