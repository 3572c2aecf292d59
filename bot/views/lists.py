"""Follow-ups in lines and lists: with buttons for one's own, plain for the team's."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.followups import FollowUp
from bot.domain.typed import Listed
from bot.views import words
from bot.views.blocks import (
    Block,
    Message,
    Mrkdwn,
    actions,
    button,
    context,
    join,
    md,
    mention,
    message,
    section,
    shorten,
)
from bot.views.controls import controls

SHOWN_IN_A_LIST = 12


def names(customers: Sequence[str]) -> Mrkdwn:
    """Return customers' names in bold: “*A*, *B* and *C*”."""
    bold = [md("*{name}*", name=name) for name in customers]
    return join([join(bold[:-1], ", "), *bold[-1:]], " and ") if len(bold) > 1 else join(bold)


def row(followup: FollowUp, zone: str, now: datetime, reader: str | None = None) -> list[Block]:
    """Return one follow-up as a line with the buttons that ``reader`` needs, for lists and for Home."""
    return [block for block in (section(line(followup, zone, now)), controls(followup, reader)) if block]


def line(followup: FollowUp, zone: str, now: datetime, *, owner: bool = False) -> Mrkdwn:
    """Return one follow-up in a line: when, what, for whom; its age when it was put off."""
    parts = [
        md(
            "{mark}*{when}* · {text} — *{name}*",
            mark=Mrkdwn(":red_circle: " if followup.is_overdue(now) else ""),
            when=words.moment(followup.due_at, zone, now),
            text=shorten(followup.text, 150),
            name=followup.customer,
        )
    ]
    if owner:
        parts.append(md("({who})", who=mention(followup.owner)))
    if followup.promised:
        parts.append(md("· promised"))
    if followup.outcome == "written":
        parts.append(md("· written, to be sent"))
    if followup.outcome == "sent":
        parts.append(md("· sent, not redeemed yet"))
    if followup.handed_to:
        parts.append(md("· waits for {who} to take it", who=mention(followup.handed_to)))
    if followup.snoozes:
        parts.append(
            md("· put off {n}, set {age} ago", n=_times(followup.snoozes), age=words.age(followup.created_at, now))
        )
    if followup.tries:
        parts.append(md("· no answer {n}", n=_times(followup.tries)))
    return join(parts)


def _times(n: int) -> str:
    return {1: "once", 2: "twice"}.get(n, f"{n} times")


TITLES = {
    "mine": "Your follow-ups",
    "team": "Everybody's follow-ups",
    "overdue": "Overdue",
    "queue": "Nobody's yet",
}


def listed(found: Listed, zone: str, now: datetime, reader: str | None = None) -> Message:
    """Show a list of follow-ups: with buttons for one's own and for a customer's, plain for the team's."""
    whom = names([customer.name for customer in found.about])
    one = found.about[0] if len(found.about) == 1 else None
    new = actions(button("New follow-up", "followup.new", one.id)) if one else None
    if not found.followups:
        nothing = md("Nothing is open for {whom}.", whom=whom) if whom else md("Nothing open here. Well done.")
        return message(section(nothing), new)
    return message(
        section(whom or md("*{title}*", title=TITLES[found.what])),
        *_rows(found, zone, now, reader),
        *_leaf(found),
        new,
    )


def _page(found: Listed) -> int:
    return max(0, min(found.page, (len(found.followups) - 1) // SHOWN_IN_A_LIST))


def _leaf(found: Listed) -> list[Block | None]:
    """Return where one is in a long list, and the buttons to leaf through it; they change the same message."""
    page, many = _page(found), len(found.followups)
    first = page * SHOWN_IN_A_LIST
    last = min(first + SHOWN_IN_A_LIST, many)
    if many <= SHOWN_IN_A_LIST:
        return []
    back = button("Back", "followup.page.0", _leaf_to(found, page - 1)) if page else None
    more = button("Show more", "followup.page.1", _leaf_to(found, page + 1)) if last < many else None
    return [context(md("{first}–{last} of {many}", first=first + 1, last=last, many=many)), actions(back, more)]


def _leaf_to(found: Listed, page: int) -> str:
    return f"{found.what}:{page}:{','.join(str(customer.id) for customer in found.about)}"


def _rows(found: Listed, zone: str, now: datetime, reader: str | None) -> Sequence[Block]:
    first = _page(found) * SHOWN_IN_A_LIST
    shown = found.followups[first : first + SHOWN_IN_A_LIST]
    if found.what in ("mine", "about", "queue"):
        return [block for followup in shown for block in row(followup, zone, now, reader)]
    return [section(line(followup, zone, now, owner=True)) for followup in shown]
