"""At most one request for a customer's time in a few days, also where nobody is there to be asked: a playbook.

A second reason to call joins the call that is planned; right after a contact it waits (issue 3, P31). A birthday
is wished on its day or not at all, and a coupon's reminder ends with its coupon: they keep to themselves.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.domain.calendars import Workplace, add_working_days, localise, wall
from bot.domain.coupons import code_of
from bot.domain.followups import CONTACTS, LONGEST_TEXT, FollowUp, Plan

JOINED = "joined"
"""The outcome of a follow-up that another one sees to; its details say ``into`` which, and the ``piece`` added."""

COOL_DOWN_DAYS = 3
"""A customer is asked for their time at most once in so many days, unless something was promised."""


@dataclass(frozen=True)
class Join:
    """A plan that an open contact sees to as well, once ``piece`` stands at the end of its text."""

    into: FollowUp
    piece: str


def is_cooled(wanted: Plan) -> bool:
    """Say whether a plan asks for a customer's time and may be joined with another one."""
    on_its_day = (wanted.cause or "").startswith("birthday:")
    return wanted.kind in CONTACTS and not (wanted.promised or on_its_day or code_of(wanted.details))


def joins(wanted: Plan, due_at: datetime, contacts: Sequence[FollowUp], now: datetime) -> Join | None:
    """Return the open contact nearest in time that can see to a plan; None when there is none.

    ``contacts`` are those within the cool-down. What comes again, a coupon's reminder, and the steps of the same
    event take nothing else in.
    """
    able = [each for each in contacts if _takes_in(each, wanted)]
    if not able:
        return None
    nearest = min(able, key=lambda each: (abs(max(each.due_at, now) - due_at), each.id))
    piece = _piece(nearest.text, wanted.text)
    return Join(nearest, piece) if len(nearest.text) + len(piece) <= LONGEST_TEXT else None


def _takes_in(contact: FollowUp, wanted: Plan) -> bool:
    if not contact.is_open or contact.rrule or code_of(contact.details):
        return False
    return _event(contact.cause) != _event(wanted.cause) or wanted.cause is None


def _event(cause: str | None) -> str | None:
    """Return the event of a cause without the number of its step: “issue.resolved:7:0:1” is of “…:7:0”."""
    return cause.rpartition(":")[0] if cause else None


def _piece(text: str, other: str) -> str:
    """Return what is put behind a text to say another as well; what both begin with, as “Ask about:”, once."""
    start, colon, rest = other.rpartition(": ")
    if colon and text.startswith(f"{start}{colon}"):
        return f"; and: {rest}"
    return f"{'' if text[-1:] in '.!?…' else '.'} Also: {other}"


def rests_until(
    wanted: Plan, due_at: datetime, contacts: Sequence[FollowUp], apart: timedelta, workplace: Workplace
) -> datetime | None:
    """Return the naive local time to which a plan moves so that a customer just spoken to is left in peace."""
    last = max((each.done_at for each in contacts if each.done_at), default=None)
    if last is None or last + apart <= due_at:
        return None
    free = wall(last + apart, wanted.zone).replace(second=0, microsecond=0)
    day: date = add_working_days(free.date(), 0, workplace)
    return free if day == free.date() else datetime.combine(day, wanted.due_local.time())


def without(text: str, piece: str) -> str:
    """Return a text without a piece that was joined to it; somebody may have edited it away already."""
    return text.replace(piece, "", 1)


def due_instant(plan: Plan) -> datetime:
    """Return the instant (UTC) of a plan."""
    return localise(plan.due_local, plan.zone)
