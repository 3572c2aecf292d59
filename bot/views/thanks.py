"""What is said when a thank-you note is owed."""

from datetime import datetime

from bot.domain.typed import Planned
from bot.views import words
from bot.views.blocks import Message, actions, button, context, md, message, section
from bot.views.handovers import asked_to_take


def owed(done: Planned, draft: str | None, zone: str, now: datetime) -> Message:
    """Say that a note is owed and when; offer a draft, and the two taps it takes."""
    note = done.followup
    hint = (
        md("A draft to make your own: _{draft}_", draft=draft)
        if draft
        else md("Put one true thing about them into it.")
    )
    return message(
        section(
            md(
                ":love_letter: A note is owed to *{name}*: {text} Due *{when}*.",
                name=note.customer,
                text=words.sentence(note.text),
                when=words.moment(note.due_at, zone, now),
            )
        ),
        context(hint),
        context(asked_to_take(done.offered_to)) if done.offered_to else None,
        actions(
            button("Written", "followup.written", note.id, says=f"The note to {note.customer} is written"),
            button("Sent", "followup.sent", note.id, says=f"The note to {note.customer} is sent"),
            button("Change", "followup.edit", note.id),
            button("Undo", "followup.undo", note.id),
        ),
    )
