"""Coupons: sent, then open until their last day, redeemed, or ended by themselves (P32)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from bot.domain.calendars import wall
from bot.domain.errors import Refusal
from bot.domain.followups import FollowUp, Plan

CAUSE = "coupon"
"""The cause of what keeps a sent coupon in mind begins like this; the gift it was sent with comes after it."""


class NoCoupon(Refusal):
    """That is no coupon, so nothing can be redeemed. Use the buttons under it."""


def code_of(details: Mapping[str, Any]) -> str | None:
    """Return the code of the coupon that a follow-up is about."""
    return str(details["code"]) if details.get("code") else None


def last_day(details: Mapping[str, Any]) -> date | None:
    """Return the last day of a coupon, as a playbook wrote it down: “29 Jan 2027”."""
    said = details.get("expires")
    return datetime.strptime(str(said), "%d %b %Y").replace(tzinfo=UTC).date() if said else None


def is_sent(details: Mapping[str, Any]) -> bool:
    """Say whether the customer has the coupon, and it was not redeemed yet."""
    return bool(details.get("sent"))


def is_over(followup: FollowUp, now: datetime) -> bool:
    """Say whether the coupon that a follow-up is about has ended; so has whatever was to be done with it."""
    last = last_day(followup.details) if code_of(followup.details) else None
    return last is not None and wall(now, followup.zone) >= _ends(last)


def _ends(last: date) -> datetime:
    return datetime.combine(last, time(23, 59))


def once_sent(gift: FollowUp, by: str, now: datetime) -> Plan | None:
    """Return what keeps a coupon in mind that was just sent, until its last day; None for any other gift."""
    last = last_day(gift.details) if code_of(gift.details) else None
    if gift.kind != "gift" or last is None or is_over(gift, now):
        return None
    return Plan(
        customer_id=gift.customer_id,
        kind="gift",
        text=f"Coupon {gift.details['code']} ({gift.details['coupon']})",
        owner=gift.owner or by,
        due_local=_ends(last),
        zone=gift.zone,
        issue_id=gift.issue_id,
        cause=f"{CAUSE}:{gift.id}:{now:%Y%m%dT%H%M%S}",
        details={key: gift.details[key] for key in ("coupon", "code", "expires")} | {"sent": now.isoformat()},
    )


@dataclass(frozen=True)
class CouponFigures:
    """How many coupons were sent, redeemed and ended within a span, and how many wait to be redeemed now."""

    sent: int = 0
    redeemed: int = 0
    ended: int = 0
    open: int = 0

    @property
    def any(self) -> bool:
        """Say whether there is anything to tell."""
        return bool(self.sent or self.redeemed or self.ended or self.open)


def figures(gifts: Iterable[FollowUp], since: datetime) -> CouponFigures:
    """Count coupons since an instant, each by its code: a coupon and what keeps it in mind are one (P32)."""
    found: dict[str, set[str]] = {}
    for gift in gifts:
        code, what = code_of(gift.details), _what_came(gift, since)
        if code and gift.kind == "gift" and what:
            found.setdefault(what, set()).add(code)
    return CouponFigures(**{what: len(codes) for what, codes in found.items()})


def _what_came(gift: FollowUp, since: datetime) -> str | None:
    """Return which of the `CouponFigures` a gift belongs to."""
    if gift.is_open:
        return "open" if is_sent(gift.details) else None
    if gift.done_at is None or gift.done_at < since:
        return None
    ends = {"sent": "sent", "redeemed": "redeemed", "expired": "ended" if is_sent(gift.details) else None}
    return ends.get(gift.outcome or "")
