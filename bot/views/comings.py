"""What an event has set going, in a line each, for the answer to whoever made it happen."""

from datetime import datetime

from bot.domain.issues import Coming
from bot.views import words
from bot.views.blocks import Mrkdwn, md, mention

KINDS = {
    "call": "Call",
    "note": "Thank-you note",
    "gift": "Coupon",
    "checkin": "Check-in",
    "reminder": "Reminder before the coupon ends",
    "other": "To do",
}


def called_off(count: int) -> Mrkdwn | None:
    """Say that what was planned because of something is called off with it."""
    if not count:
        return None
    return md("Called off with it: {what} planned.", what=words.count(count, "follow-up"))


def coming(one: Coming, zone: str, now: datetime, kind: str = "") -> Mrkdwn:
    """Say what comes, when, and whose it is; ``kind`` is a better word for it than the usual one."""
    return md(
        ":calendar: {kind}: {when} ({owner}){joined}",
        kind=kind or KINDS[one.kind],
        when=words.moment(one.due_at, zone, now),
        owner=mention(one.owner),
        joined=", in one call with what was planned already" if one.joined else "",
    )
