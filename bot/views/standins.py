"""Who stands in for somebody, and what to type to change it."""

from bot.domain.workspaces import Staff
from bot.views.blocks import Message, context, md, mention, message, section


def standing_in(cover: Staff | None) -> Message:
    """Say who stands in, and what that means."""
    if cover is None:
        said = md("Nobody stands in for you. What is due while you are away for days goes to the shared queue.")
    else:
        said = md(
            "{who} stands in for you. What is due while you are away for days is offered to them.",
            who=mention(cover.id),
        )
    return message(section(said), context(md("`/regulars standin @jon` · `off`. Days off: `/regulars shift`.")))
