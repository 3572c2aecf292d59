"""When somebody works, and what to type to change it."""

from datetime import datetime

from bot.domain.calendars import format_shift
from bot.domain.rota import Working
from bot.views import words
from bot.views.blocks import Message, context, md, message, section


def working(found: Working, now: datetime) -> Message:
    """Say when somebody works as the bot understood it, and when it would remind them next."""
    if found.at_work:
        then = md("You are at work now, so reminders reach you.")
    else:
        then = md(
            "You are off now; reminders wait until *{when}*.", when=words.moment(found.next, found.zone, now)
        )
    return message(
        section(md("*Your shift:* {shift}", shift=format_shift(found.shift))),
        section(then),
        context(
            md(
                "`/regulars shift mon-fri 9-17` · `off` for today · `off 24-26 dec` · `on` for today anyhow · "
                "`shop hours` for the shop's own. What was promised to a customer comes anyway."
            )
        ),
    )
