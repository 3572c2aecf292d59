"""How people write a step: “2 working days at 10:00”, “call”, “their person”, a text with {name}."""

import re
from collections.abc import Iterator, Mapping
from datetime import time
from typing import Any

from bot.domain.errors import Refusal
from bot.domain.playbooks.defaults import DEFAULTS
from bot.domain.playbooks.pieces import COUPON_FACTS, EVENTS, MOST_STEPS, OWNERS, Coupon, Delay, Playbooks, Step

KINDS = {"call": "call", "note": "thank-you note", "gift": "gift", "checkin": "check-in", "other": "other"}
"""Kind of follow-up → how it is written."""

KEYS = ("after", "do", "who", "text", "coupon", "valid")
LONGEST_TEXT = 300
LONGEST_VALUE = 80
LONGEST_WAIT = 366
USUAL_VALIDITY = "60 days"

_FIELD = re.compile(r"\{([^{}]*)\}")
_DELAY = re.compile(
    r"(?:in\s+)?(\d{1,4})\s*(working|business)?\s*(hour|day|week)s?(?:\s+later)?(?:,?\s+at\s+(.+))?"
)
_SOON = re.compile(r"(at once|now|immediately)|(?:the\s+)?same day(?:,?\s+at\s+(.+))?")
_CLOCK = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?\s*([ap]m)?")


class WrongStep(Refusal):
    """That step cannot be read. Write it like “2 working days at 10:00”, “call”, “their person” and a text."""


class WrongDelay(WrongStep):
    """“{typed}” is no delay. Write “2 working days at 10:00”, “7 days”, “4 hours”, “same day” or “at once”."""


class WrongHour(WrongStep):
    """“{typed}” is no hour of the day. Write it like 10:00."""


class TooLongAway(WrongStep):
    """“{typed}” is more than a year away. A playbook looks at most a year ahead."""


class WrongKind(WrongStep):
    """“{typed}” is nothing I can remind of. Write one of: {choices}."""


class WrongOwner(WrongStep):
    """“{typed}” is nobody. Write one of: {choices}."""


class NoText(WrongStep):
    """Write what is to be done, like “Call {{name}} about the boots”."""


class LongText(WrongStep):
    """That is {length} characters; please keep it under {most}."""


class UnknownField(WrongStep):
    """I don't know {{{field_}}} when {when}. Use {known}."""


class LooseBrace(WrongStep):
    """There is a loose brace in “{typed}”. Write fields like {{name}}, with both braces."""


class CouponWithoutGift(WrongStep):
    """Only a gift has a coupon. Write “do: gift”, or leave the coupon out."""


class WrongValidity(WrongStep):
    """“{typed}” is no time a coupon can be valid. Write it like “60 days”, between 1 and 366."""


class UnknownEvent(Refusal):
    """I don't know the event “{typed}”. The events are {choices}."""


class TooManySteps(WrongStep):
    """An event can have {most} steps at most. Join two of them, or leave one out."""


def read_step(event: str, said: Mapping[str, str], field: str = "{}") -> Step:
    """Read a step as written; ``field`` makes a form's field of a key. Raises the kinds of `WrongStep`."""
    coupon = _read_coupon(said, field)
    text = _read_text(event, said.get("text", ""), coupon, field.format("text"))
    return Step(
        read_delay(said.get("after", ""), field.format("after")),
        _read_kind(said.get("do", ""), field.format("do")),
        _read_owner(said.get("who", ""), field.format("who")),
        text,
        coupon,
    )


def read_delay(typed: str, field: str | None = None) -> Delay:
    """Read “2 working days at 10:00”; raise `WrongDelay`, `WrongHour` or `TooLongAway`."""
    words = " ".join(typed.casefold().split())
    if soon := _SOON.fullmatch(words):
        return Delay(0, "hours") if soon[1] else Delay(0, "days", _read_hour(soon[2], field))
    found = _DELAY.fullmatch(words)
    if not found or (found[3] == "hour" and (found[2] or found[4])) or (found[3] == "week" and found[2]):
        raise WrongDelay(typed=typed.strip(), field=field)
    amount = int(found[1]) * (7 if found[3] == "week" else 1)
    if amount > LONGEST_WAIT:
        raise TooLongAway(typed=typed.strip(), field=field)
    if found[3] == "hour":
        return Delay(amount, "hours")
    return Delay(amount, "working days" if found[2] else "days", _read_hour(found[4], field))


def _read_hour(typed: str | None, field: str | None) -> time | None:
    if not typed:
        return None
    found = _CLOCK.fullmatch(typed.strip())
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (24, 0)
    if found and found[3]:
        hour = hour % 12 + (12 if found[3] == "pm" else 0) if 1 <= hour <= 12 else 24
    if hour > 23 or minute > 59:
        raise WrongHour(typed=typed.strip(), field=field)
    return time(hour, minute)


def format_delay(after: Delay) -> str:
    """Return a delay as people write it; `read_delay` reads it back."""
    at = f" at {after.at:%H:%M}" if after.at else ""
    if not after.amount:
        return "at once" if after.unit == "hours" else f"same day{at}"
    unit = after.unit if after.amount != 1 else after.unit.removesuffix("s")
    return f"{after.amount} {unit}{at}"


def _read_kind(typed: str, field: str) -> str:
    words = " ".join(typed.casefold().split())
    for kind, written in KINDS.items():
        if words in (kind, written):
            return kind
    raise WrongKind(typed=typed.strip(), choices=", ".join(KINDS.values()), field=field)


def _read_owner(typed: str, field: str) -> str:
    words = " ".join(typed.casefold().split())
    if words not in OWNERS:
        raise WrongOwner(typed=typed.strip(), choices=", ".join(OWNERS), field=field)
    return words


def _read_text(event: str, typed: str, coupon: Coupon | None, field: str) -> str:
    """Check that a text speaks only of what is known when it is written (and never of anything's insides)."""
    text = " ".join(typed.split())
    if not text:
        raise NoText(field=field)
    if len(text) > LONGEST_TEXT:
        raise LongText(length=len(text), most=LONGEST_TEXT, field=field)
    known = ("name", *EVENTS[event].facts, *(COUPON_FACTS if coupon else ()))
    for name in _FIELD.findall(text):
        if name not in known:
            shown = ", ".join(f"{{{each}}}" for each in known)
            raise UnknownField(field_=name, when=EVENTS[event].when, known=shown, field=field)
    if re.search(r"[{}]", _FIELD.sub("", text)):
        raise LooseBrace(typed=text, field=field)
    return text


def _read_coupon(said: Mapping[str, str], field: str) -> Coupon | None:
    value = " ".join(said.get("coupon", "").split())
    if not value:
        return None
    if said.get("do", "").strip().casefold() != "gift":
        raise CouponWithoutGift(field=field.format("coupon"))
    if len(value) > LONGEST_VALUE:
        raise LongText(length=len(value), most=LONGEST_VALUE, field=field.format("coupon"))
    typed = said.get("valid") or USUAL_VALIDITY
    found = re.fullmatch(r"\s*(\d{1,3})\s*(?:days?)?\s*", typed.casefold())
    if not found or not 1 <= int(found[1]) <= LONGEST_WAIT:
        raise WrongValidity(typed=typed.strip(), field=field.format("valid"))
    return Coupon(value, int(found[1]))


def format_step(step: Step) -> dict[str, str]:
    """Return a step as people write it; `read_step` reads it back."""
    said = {"after": format_delay(step.after), "do": KINDS[step.kind], "who": step.owner, "text": step.text}
    if step.coupon:
        said |= {"coupon": step.coupon.value, "valid": f"{step.coupon.days} days"}
    return said


def in_words(step: Step) -> str:
    """Return a step in one line, for a list."""
    said = format_step(step)
    coupon = f" ({said['coupon']}, valid {said['valid']})" if step.coupon else ""
    return f"{said['after']} · {said['do']} · {said['who']}: {said['text']}{coupon}"


def check_count(steps: int) -> None:
    """Refuse more steps than an event can have."""
    if steps > MOST_STEPS:
        raise TooManySteps(most=MOST_STEPS)


def to_json(playbooks: Playbooks) -> dict[str, list[dict[str, str]]]:
    """Return playbooks as plain values for the workspace's settings."""
    return {event: [format_step(step) for step in steps] for event, steps in playbooks.items()}


def from_json(kept: Mapping[str, Any] | None) -> Playbooks:
    """Return the playbooks that `to_json` wrote, over the defaults.

    An event or a step that an older version wrote and this one cannot read is left out: it must not stop a visit
    from being logged.
    """
    changed = {event: tuple(_readable(event, steps)) for event, steps in (kept or {}).items() if event in EVENTS}
    return {**DEFAULTS, **changed}


def _readable(event: str, steps: list[dict[str, str]]) -> Iterator[Step]:
    for said in steps:
        try:
            yield read_step(event, said)
        except WrongStep:
            continue
