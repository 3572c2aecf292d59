"""How a follow-up ended, and what can still be said of it in one tap."""

from datetime import datetime

from bot.domain.followups import FollowUp
from bot.domain.outcomes import OUTCOMES, Nudge, Settled
from bot.views import words
from bot.views.blocks import Block, Message, Mrkdwn, actions, button, context, md, mention, message, section


def ended(shown: Nudge) -> Message:
    """Say how it ended, who did it and when; what belongs to it can still be added in one tap."""
    return message(section(ending(shown.followup, shown.zone, shown.now)), _afterwards(shown.followup))


def ending(followup: FollowUp, zone: str, now: datetime) -> Mrkdwn:
    """Return in a line how it ended, by whom and when."""
    when = words.moment(followup.done_at or now, zone, now)
    if followup.outcome == "not_wanted" and followup.done_by:
        noted = ":no_bell: {who} noted: *they want no contact*, {when}: {text} — *{name}*."
        return md(noted, who=mention(followup.done_by), when=when, text=followup.text, name=followup.customer)
    mark = ":white_check_mark:" if followup.state == "done" else ":heavy_minus_sign:"
    by = md(" by {who}", who=mention(followup.done_by)) if followup.done_by else Mrkdwn("")
    return md(
        "{mark} *{outcome}*{by}, {when}: {text} — *{name}*.",
        mark=Mrkdwn(mark),
        outcome=OUTCOMES.get(followup.outcome or "done", "Done"),
        by=by,
        when=when,
        text=followup.text,
        name=followup.customer,
    )


def _afterwards(followup: FollowUp) -> Block | None:
    undo = button("Undo", "followup.reopen", followup.id, says=f"It is not done yet: {followup.text}")
    if followup.outcome in {"sent", "redeemed", "done", "dropped", "not_wanted"}:
        return actions(undo)
    if followup.outcome not in {"reached", "happy", "unhappy"}:
        return None
    asked = followup.outcome == "reached"
    sent_us = not followup.details.get("referred")
    return actions(
        button("Happy", "followup.happy", followup.id) if asked else None,
        button("Not happy", "followup.unhappy", followup.id) if asked else None,
        button("They sent us somebody", "followup.referred", followup.id) if sent_us else None,
        undo,
    )


def settled(done: Settled, zone: str, now: datetime) -> Message:
    """Answer a tap where the message it stands on is not the reminder itself, such as in a list."""
    followup = done.followup
    if not followup.is_open:
        return message(section(ending(followup, zone, now)), _afterwards(followup), _following(done, zone, now))
    what = md("{text} — *{name}*", text=followup.text, name=followup.customer)
    if done.what == "written":
        return message(section(md("Written: {what}. Tap *Sent* when it is on its way.", what=what)))
    back = words.moment(followup.wake_at or followup.due_at, zone, now)
    return message(section(md("{what}: I will remind you *{back}*.", what=what, back=back)))


def _following(done: Settled, zone: str, now: datetime) -> Block | None:
    if done.next is None:
        return None
    when = words.moment(done.next.due_at, zone, now)
    return context(md("Next: {text}, *{when}*.", text=done.next.text, when=when))
