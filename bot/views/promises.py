"""What is said of promises to customers."""

from collections import Counter
from datetime import datetime

from bot.domain.followups import FollowUp
from bot.domain.promises import Ledger, State
from bot.domain.reminders import counts_on
from bot.domain.typed import Planned
from bot.views import words
from bot.views.blocks import (
    Block,
    Message,
    Mrkdwn,
    View,
    context,
    field_,
    form,
    md,
    message,
    section,
    shorten,
    text_input,
)
from bot.views.lists import line, row


def tell_form(promise: FollowUp, zone: str, now: datetime) -> View:
    """Return the form in which the new time is typed that the customer was told."""
    when = words.moment(promise.due_at, zone, now)
    said = section(
        md("{text} — *{name}*, promised for *{when}*.", text=promise.text, name=promise.customer, when=when)
    )
    new = field_(
        "when",
        "The new time they know of",
        text_input("when", most=100, hint="tomorrow 10am"),
        optional=False,
        hint="Tell them first: a promise told in time is a promise kept.",
    )
    return form(
        "promise.told", shorten(promise.customer, 24), [said, new], submit="They know", carry=str(promise.id)
    )


STATES = {
    State.KEPT: ":white_check_mark: kept",
    State.TOLD: ":white_check_mark: told in time, and kept",
    State.LATE: ":warning: late",
    State.BROKEN: ":x: broken",
}
SHOWN, SETTLED_SHOWN = 12, 10


def listed(found: Ledger, zone: str, now: datetime, reader: str) -> Message:
    """Show promises: what is still to be kept, with buttons for one's own, and what came of the others."""
    whose = "Everybody's promises" if found.everybodys else "Your promises"
    if not found.open and not found.settled:
        none = md("*{whose}*: none is open. Make one with `/promise dana call by friday 4pm`.", whose=whose)
        return message(section(none))
    more = len(found.open) - SHOWN
    rest = md("… and {n} more: `/followup {list}`", n=more, list="team" if found.everybodys else "mine")
    return message(
        section(md("*{whose}*", whose=whose)),
        *_open(found, zone, now, reader),
        context(rest) if more > 0 else None,
        *_settled(found, zone, now),
    )


def _open(found: Ledger, zone: str, now: datetime, reader: str) -> list[Block]:
    shown = found.open[:SHOWN]
    if found.everybodys:
        return [section(line(each, zone, now, owner=True)) for each in shown]
    return [block for each in shown for block in row(each, zone, now, reader)]


def _settled(found: Ledger, zone: str, now: datetime) -> list[Block]:
    if not found.settled:
        return []
    counted = Counter(stands for stands, _ in found.settled)
    figures = ", ".join(f"{counted[state]} {name}" for state, name in NAMES.items() if counted[state])
    lines = [_ending(stands, each, zone, now) for stands, each in found.settled[:SETTLED_SHOWN]]
    return [section(md("*The last 7 days:* {figures}", figures=figures)), *(context(each) for each in lines)]


NAMES = {State.KEPT: "kept", State.TOLD: "told in time", State.LATE: "late", State.BROKEN: "broken"}


def _ending(stands: State, promise: FollowUp, zone: str, now: datetime) -> Mrkdwn:
    return md(
        "{state} · promised for {when}: {text} — *{name}*",
        state=Mrkdwn(STATES[stands]),
        when=words.moment(counts_on(promise), zone, now),
        text=shorten(promise.text, 150),
        name=promise.customer,
    )


def told(done: Planned, zone: str, now: datetime) -> Message:
    """Repeat the new time."""
    promise = done.followup
    when = words.moment(promise.due_at, zone, now)
    return message(
        section(md("Noted: *{name}* knows, and counts on *{when}* now.", name=promise.customer, when=when))
    )
