"""From an occasion to plans: which follow-ups, for whom, and when."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta

from bot.domain.calendars import Workplace, add_working_days, localise, next_working_moment, wall
from bot.domain.followups import Plan
from bot.domain.playbooks.pieces import WITHIN, Delay, Occasion, Playbooks, Step

USUAL_HOUR = time(10)
REMINDER = timedelta(days=7)
"""How long before a coupon ends its owner is reminded of it (P32)."""

REMINDS = ":reminder"
"""The end of the cause of such a reminder."""


def steps_for(playbooks: Playbooks, occasion: Occasion, now: datetime, workplace: Workplace) -> list[Plan]:
    """Return the follow-ups that an occasion creates; each has a cause of its own, so none comes twice."""
    steps = playbooks.get(occasion.event, ())
    return [
        plan for number, step in enumerate(steps, 1) for plan in _plans(step, number, occasion, now, workplace)
    ]


def _plans(step: Step, number: int, occasion: Occasion, now: datetime, workplace: Workplace) -> Iterator[Plan]:
    due = _in_time(occasion.event, due_local(step.after, now, workplace), now, workplace)
    details = _coupon(step, number, occasion, due.date())
    plan = Plan(
        customer_id=occasion.customer_id,
        kind=step.kind,
        text=_fill(step.text, {"name": occasion.name, **occasion.facts, **details}),
        owner=occasion.owner(step.owner),
        due_local=due,
        zone=workplace.zone,
        issue_id=occasion.issue_id,
        cause=f"{occasion.cause}{number}",
        details=details,
    )
    yield plan
    if step.coupon and step.coupon.days > REMINDER.days:
        yield _reminder(plan, due + timedelta(days=step.coupon.days) - REMINDER, occasion.name)


def _in_time(event: str, due: datetime, now: datetime, workplace: Workplace) -> datetime:
    """Return when it is due; at once, when closed days would keep it from being in time."""
    last = now + WITHIN.get(event, timedelta())
    at = localise(due, workplace.zone)
    return wall(now, workplace.zone) if at <= last < next_working_moment(at, workplace) else due


def due_local(after: Delay, now: datetime, workplace: Workplace) -> datetime:
    """Return the wall time at which a delay ends: never before now, and on an open day for working days."""
    here = wall(now, workplace.zone).replace(second=0, microsecond=0)
    if after.unit == "hours":
        return wall(now + timedelta(hours=after.amount), workplace.zone).replace(second=0, microsecond=0)
    if after.unit == "days":
        day = here.date() + timedelta(days=after.amount)
    else:
        day = add_working_days(here.date(), after.amount, workplace)
    return max(here, datetime.combine(day, after.at or USUAL_HOUR))


def _coupon(step: Step, number: int, occasion: Occasion, due: date) -> dict[str, str]:
    """Return what is known of a step's coupon: its value, its code and its last day."""
    if step.coupon is None:
        return {}
    about = f"{_MARKS.get(occasion.event, '')}{''.join(filter(str.isdecimal, occasion.about))}"
    code = f"{_letters(occasion.name)}-{occasion.customer_id}{about}{number}"
    return {"coupon": step.coupon.value, "code": code, "expires": _day(due + timedelta(days=step.coupon.days))}


_MARKS = {
    "issue.opened": "O",
    "purchase.large": "P",
    "referral": "R",
    "birthday": "B",
    "slipping": "S",
    "praise": "K",
}
"""A letter in a code keeps apart the coupons of two events about the same number; recoveries have none."""


def _letters(name: str) -> str:
    """Return up to four letters to begin a code with, which can be typed at any till."""
    return "".join(letter for letter in name.upper() if "A" <= letter <= "Z")[:4] or "BACK"


def _day(day: date) -> str:
    return f"{day.day} {day:%b %Y}"


def _reminder(gift: Plan, due: datetime, name: str) -> Plan:
    text = _fill(
        "Remind {name} of the coupon {code} ({coupon}): it ends {expires}", {"name": name, **gift.details}
    )
    return Plan(
        customer_id=gift.customer_id,
        kind="checkin",
        text=text,
        owner=gift.owner,
        due_local=due,
        zone=gift.zone,
        issue_id=gift.issue_id,
        cause=f"{gift.cause}{REMINDS}",
        details=gift.details,
    )


def _fill(template: str, facts: Mapping[str, object]) -> str:
    """Put facts into a text; by plain replacement of names, so that no fact is ever read as a template."""
    pieces = (_piece(piece, facts) for piece in template.replace("{", "\0{").replace("}", "}\0").split("\0"))
    return "".join(pieces)


def _piece(piece: str, facts: Mapping[str, object]) -> str:
    if piece.startswith("{") and piece.endswith("}"):
        return str(facts.get(piece[1:-1], "…"))
    return piece
