"""The forms in which a follow-up is put off, or several are ticked off."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.followups import FollowUp
from bot.domain.outcomes import Settled
from bot.domain.reminders import SNOOZES
from bot.views import words
from bot.views.blocks import (
    Block,
    Message,
    View,
    actions,
    button,
    divider,
    field_,
    form,
    md,
    message,
    notice,
    option,
    section,
    select,
    shorten,
    text_input,
)
from bot.views.controls import drop_button


def snooze_form(followup: FollowUp) -> View:
    """Return the form behind **Snooze**; one hour is chosen already."""
    choices = [option(label, name) for name, label in SNOOZES.items()]
    until = field_("until", "Until when?", select("until", choices, "hour"), optional=True)
    other = field_("when", "… or type a time", text_input("when", most=100, hint="thursday 10am"))
    return form(
        "followup.snooze", shorten(followup.customer, 24), [until, other], submit="Snooze", carry=str(followup.id)
    )


def snoozed_enough(followup: FollowUp, now: datetime) -> View:
    """Ask, at the third snooze, whether somebody else should do it, or nobody."""
    said = md(
        "*{text}* — {name}. You have put this off twice since it was set {age} ago. Hand it over, or drop it?",
        text=followup.text,
        name=followup.customer,
        age=words.age(followup.created_at, now),
    )
    return notice(
        "Once more?",
        section(said),
        actions(
            button("Hand over", "followup.hand_over", followup.id, style="primary"),
            drop_button(followup.id),
            button("Snooze all the same", "followup.snooze_anyway", followup.id),
        ),
    )


def bulk_form(due: Sequence[FollowUp], zone: str, now: datetime) -> View:
    """Return the form of `/followup done`: everything of one's own, to be ticked off at once."""
    groups = [due[i : i + 10] for i in range(0, min(len(due), 50), 10)]
    blocks = [
        _ticks(f"done{i}", group, zone, now, "What is done?" if i == 0 else "… and")
        for i, group in enumerate(groups)
    ]
    return form("followup.bulk", "What is done?", [*blocks, divider()], submit="Done")


def _ticks(name: str, group: Sequence[FollowUp], zone: str, now: datetime, label: str) -> Block:
    options = [
        option(f"{each.customer}: {each.text}", str(each.id), words.moment(each.due_at, zone, now))
        for each in group
    ]
    return field_(name, label, {"type": "checkboxes", "options": options})


def bulk_done(done: Sequence[Settled]) -> Message:
    """Say what was ticked off."""
    names = ", ".join(dict.fromkeys(each.followup.customer for each in done))
    return message(section(md("Done: {n} for {names}.", n=words.count(len(done), "follow-up"), names=names)))
