"""What the managers hear when follow-ups slip, in one message."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.followups import FollowUp
from bot.views import words
from bot.views.blocks import Block, Message, actions, button, context, md, mention, message, section
from bot.views.endings import ending


def escalation(found: Sequence[FollowUp], zone: str, now: datetime) -> Message:
    """Tell the managers what was asked for twice without an answer, in one message."""
    late = [followup for followup in found if followup.is_open]
    heading = (
        md("*{n} slipping*", n=words.count(len(late), "follow-up is", "follow-ups are"))
        if late
        else md("*Nothing slips any more.*")
    )
    blocks: list[Block] = [section(heading)]
    for followup in found[:15]:
        blocks += _slipping(followup, zone, now)
    more = len(found) - 15
    return message(*blocks, context(md("… and {n} more: `/followup overdue`", n=more)) if more > 0 else None)


def _slipping(followup: FollowUp, zone: str, now: datetime) -> list[Block]:
    if not followup.is_open:
        return [context(ending(followup, zone, now))]
    said = md(
        "*{name}*: {text} {who} was to do it {when}{promised}.",
        name=followup.customer,
        text=words.sentence(followup.text),
        who=mention(followup.owner),
        when=words.moment(followup.due_at, zone, now),
        promised=", as promised" if followup.promised else "",
    )
    row = actions(
        button("Reassign", f"followup.hand_over.{followup.id}", followup.id, says=f"Reassign {followup.text}"),
        button("Done", f"followup.done.{followup.id}", followup.id, says=f"It is done: {followup.text}"),
    )
    return [block for block in (section(said), row) if block]
