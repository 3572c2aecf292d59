"""The buttons under a follow-up: in the DM that reminds of it, in lists, and in Home."""

from bot.domain.coupons import code_of, is_sent
from bot.domain.followups import FollowUp
from bot.domain.reminders import counts_on
from bot.views.blocks import Block, Message, actions, are_you_sure, button, md, message, option, overflow, section

ENDINGS: dict[str, tuple[tuple[str, str], ...]] = {
    "call": (("Reached", "reached"), ("No answer", "no_answer")),
    "checkin": (("Reached", "reached"), ("No answer", "no_answer")),
    "note": (("Written", "written"), ("Sent", "sent")),
    "gift": (("Sent", "sent"),),
    "other": (("Done", "done"),),
}
"""For each kind, what can be said of it in one tap: the label and the end of the route."""


def controls(followup: FollowUp, reader: str | None = None) -> Block | None:
    """Return the row of buttons: how it ended, **Snooze**, **Hand over**, and the “…” menu.

    ``reader`` is whoever sees it: what is offered to them they can accept.
    """
    if reader and followup.handed_to == reader:
        return actions(
            _button(followup, "Accept", "accept", style="primary"), _button(followup, "Can't", "decline")
        )
    if followup.owner is None:
        return actions(_button(followup, "I'll take it", "take", style="primary"), _more(followup))
    if followup.promised:
        return actions(
            *_endings(followup),
            _button(followup, "They know", "heard") if counts_on(followup) != followup.due_at else None,
            _button(followup, "Tell a new time", "told"),
            _hand_over(followup),
            _more(followup),
        )
    return actions(
        *_endings(followup), _button(followup, "Snooze", "snooze"), _hand_over(followup), _more(followup)
    )


REDEEMED = ("Redeemed", "redeemed")


def _endings(followup: FollowUp) -> list[Block]:
    endings = [ending for ending in ENDINGS[followup.kind] if ending[1] != followup.outcome]
    if code_of(followup.details) and (is_sent(followup.details) or followup.kind != "gift"):
        endings.append(REDEEMED)
    first = endings[0]
    return [
        _button(followup, label, what, style="primary" if (label, what) == first else None)
        for label, what in endings
    ]


def _hand_over(followup: FollowUp) -> Block:
    return _button(followup, "Hand over", "hand_over")


def _button(followup: FollowUp, label: str, what: str, style: str | None = None) -> Block:
    # The number keeps the ids of several rows in one view apart; the doors take it off again.
    says = f"{label}: {followup.text}, {followup.customer}"
    return button(label, f"followup.{what}.{followup.id}", followup.id, style=style, says=says)


def _more(followup: FollowUp) -> Block:
    return overflow(f"followup.more.{followup.id}", *_rare(followup))


def _rare(followup: FollowUp) -> list[Block]:
    rare = [("Left word", "left_word")] if followup.kind in ("call", "checkin") else []
    if followup.promised:
        rare.append(("Snooze", "snooze"))
    if followup.kind != "other":
        rare.append(("They want no contact", "not_wanted"))
    rare += [("Edit", "edit"), ("Drop", "drop")]
    return [option(label, f"{what}:{followup.id}") for label, what in rare]


def no_contact(followup: FollowUp) -> Message:
    """Ask before somebody is left in peace: a “…” menu has no confirm dialog of its own, this button has."""
    sure = are_you_sure("They want no contact?", NO_CONTACT, "They want no contact")
    button_ = button("They want no contact", "followup.no_contact", followup.id, style="danger", confirm=sure)
    said = md("Does *{name}* want no contact any more? {what}", name=followup.customer, what=NO_CONTACT)
    return message(section(said), actions(button_))


NO_CONTACT = "All calls, notes and coupons planned for them are dropped, and the card says so."


def drop_button(followup_id: int) -> Block:
    """Return **Drop it**, which asks first."""
    sure = are_you_sure("Drop this follow-up?", "Nobody will be reminded of it again.", "Drop it")
    return button("Drop it", "followup.drop", followup_id, style="danger", confirm=sure)
