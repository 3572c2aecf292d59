"""What is said of promises to customers."""

from datetime import datetime

from bot.domain.followups import FollowUp
from bot.domain.typed import Planned
from bot.views import words
from bot.views.blocks import Message, View, field_, form, md, message, section, shorten, text_input


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


def told(done: Planned, zone: str, now: datetime) -> Message:
    """Repeat the new time."""
    promise = done.followup
    when = words.moment(promise.due_at, zone, now)
    return message(
        section(md("Noted: *{name}* knows, and counts on *{when}* now.", name=promise.customer, when=when))
    )
