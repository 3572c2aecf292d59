"""Saying no, and saying sorry: always with what to do next."""

from bot.domain.errors import Refusal
from bot.views.blocks import Message, Mrkdwn, View, escape, md, message, notice, section


def refusal(error: Refusal) -> Message:
    """Return a refusal's sentence; its `code` keeps its back-ticks, since we wrote the sentence."""
    return message(section(_with_code(str(error))))


def _with_code(sentence: str) -> Mrkdwn:
    return Mrkdwn(escape(sentence).replace("\u200b`", "`"))


def apology(reference: str) -> Message:
    """Say that something broke, what that means for the person, and the number to quote."""
    return message(
        section(
            md(
                "Sorry, that went wrong on my side, and nothing was saved. Please try again; "
                "if it happens again, tell whoever runs Regulars this number: `{reference}`.",
                reference=reference,
            )
        )
    )


def as_form(said: Message) -> View:
    """Return a message as a small window, for places where no message can stand."""
    return notice("Regulars", *said.blocks)
