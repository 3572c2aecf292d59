"""Messages that could not be delivered: what, to whom, why, and what a manager can do about it."""

from datetime import datetime

from bot.domain.delivery import Trouble
from bot.views import words
from bot.views.blocks import Block, Message, Mrkdwn, actions, button, channel, md, mention, message, section

WHAT = {
    "visit": "The word to the floor that somebody came in",
    "kudos": "Kudos",
    "digest": "A digest",
    "followup": "A reminder",
    "issue": "News of an issue",
    "customer": "A customer's file or wish",
    "home": "A Home page",
}
"""The first word of a message's kind → what people call it."""

WHY = {
    "channel_not_found": "I can't see that channel. Invite me with `/invite @Regulars`, or choose another",
    "not_in_channel": "I am not in that channel. Invite me with `/invite @Regulars`",
    "is_archived": "that channel is archived. Choose another with `/regulars setup`",
    "restricted_action": "Slack's settings do not let me write there",
    "missing_scope": "a permission is missing. Whoever runs Regulars can reinstall it",
    "user_not_found": "that account is gone",
    "user_disabled": "that account is deactivated",
    "messages_tab_disabled": "they do not take direct messages",
}
"""Slack's error → what to do about it; each fits after “… for #floor: ”."""


def line(trouble: Trouble, zone: str, now: datetime) -> Mrkdwn:
    """Say what could not be delivered, to whom, and why."""
    return md(
        ":mailbox_with_no_mail: {what} for {to}, {when}: {why}.",
        what=WHAT.get(trouble.kind.split(".")[0], "A message"),
        to=mention(trouble.to) if trouble.to.startswith(("U", "W")) else channel(trouble.to),
        when=words.moment(trouble.since, zone, now),
        why=_why(trouble),
    )


def choices(trouble: Trouble) -> Block | None:
    """Offer to send it again or to drop it (rule 10)."""
    return actions(
        button("Send again", f"delivery.again.{trouble.id}", trouble.id),
        button("Drop", f"delivery.drop.{trouble.id}", trouble.id),
    )


def _why(trouble: Trouble) -> Mrkdwn:
    if trouble.state == "unclear":
        return Mrkdwn("it may have arrived; look before you send it again")
    known = WHY.get(trouble.why)
    return Mrkdwn(known) if known else md("Slack said “{code}”", code=trouble.why or "nothing")


def decided(again: bool) -> Message:
    """Say what becomes of a message."""
    said = "I'll try again now." if again else "Dropped. Nobody will get that one."
    return message(section(md("{said}", said=said)))
