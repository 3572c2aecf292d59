"""Follow-ups that come again: the next one counts from the last real contact.

“Every two weeks” means two weeks after they were last spoken to or came in. A rule that names its days (every
monday, every 3rd friday, a birthday) keeps them, and skips the occurrence that a contact has just made needless.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.calendars import wall
from bot.domain.when import Asked, NoTime, TimeRefused, Understood, next_occurrence

NEAR: dict[str, timedelta] = {
    "MONTHLY": timedelta(days=3),
    "WEEKLY": timedelta(days=2),
    "DAILY": timedelta(),
    "YEARLY": timedelta(),
}
"""So long before a named day a contact makes it needless; for a birthday only a contact on the day itself."""


def counts_from_contact(rule: str) -> bool:
    """Say whether a rule is a plain “every N days, weeks, months” that a contact starts anew."""
    names = {part.partition("=")[0] for part in rule.upper().split(";")}
    return names <= {"FREQ", "INTERVAL"} and _freq(rule) not in ("HOURLY", "MINUTELY", "YEARLY")


class TooOften(TimeRefused):
    """“{words}” is too often: a follow-up comes once a day at most. Try “every day at 9am” or “in 20 minutes”."""


def check_pace(time: Understood | Asked | NoTime) -> Understood | Asked | NoTime:
    """Return a time that was read; raise `TooOften` for one that comes again more than once a day."""
    if isinstance(time, Understood) and _freq(time.rrule or "") in _TOO_OFTEN:
        raise TooOften(words=time.words)
    if not isinstance(time, Asked):
        return time
    calm = tuple(choice for choice in time.choices if _freq(choice.rrule or "") not in _TOO_OFTEN)
    if not calm:
        raise TooOften(words=next(choice.words for choice in time.choices))
    return replace(time, choices=calm)


_TOO_OFTEN = ("HOURLY", "MINUTELY", "SECONDLY")


def _freq(rule: str) -> str:
    parts = dict(part.split("=", 1) for part in rule.upper().split(";") if "=" in part)
    return parts.get("FREQ", "")


def anchor_after(rule: str, anchor: datetime, zone: str, contact: datetime) -> datetime:
    """Return the naive local time that a rule counts from after a contact: that day, at the usual hour."""
    return datetime.combine(wall(contact, zone).date(), anchor.time()) if counts_from_contact(rule) else anchor


def next_due(rule: str, anchor: datetime, zone: str, due_at: datetime, contact: datetime) -> datetime | None:
    """Return the next instant (UTC) after a contact ended the occurrence of ``due_at``; None when the rule ends.

    It is after the contact, and after ``due_at`` where the rule names its days.
    """
    start = anchor_after(rule, anchor, zone, contact)
    after = contact if counts_from_contact(rule) else max(due_at, contact)
    found = next_occurrence(rule, start, zone, after)
    if found and counts_from_contact(rule) and wall(found, zone).date() == wall(contact, zone).date():
        return next_occurrence(rule, start, zone, found)  # the usual hour of today is still to come
    return found


def moved_by_contact(
    rule: str, anchor: datetime, zone: str, due_at: datetime, contact: datetime
) -> datetime | None:
    """Return where a contact moves the coming occurrence to, or None when it stays where it is."""
    if counts_from_contact(rule):
        moved = next_due(rule, anchor, zone, due_at, contact)
        return moved if moved and moved > due_at else None
    if _freq(rule) in ("HOURLY", "MINUTELY"):
        return None
    same_day = wall(due_at, zone).date() <= wall(contact, zone).date()
    if same_day or due_at - contact <= _near(rule, anchor, zone, due_at):
        return next_due(rule, anchor, zone, due_at, contact)
    return None


def _near(rule: str, anchor: datetime, zone: str, due_at: datetime) -> timedelta:
    """Return how long before an occurrence a contact makes it needless: never more than half-way to the next."""
    following = next_occurrence(rule, anchor, zone, due_at)
    usual = NEAR[_freq(rule)]
    return min(usual, (following - due_at) / 2) if following else usual
