"""A first sentence for a call, in the customer's mood: a prompt and never a script (P61, P96).

There are three of each, and the one used last is not offered next.
"""

from collections.abc import Mapping
from enum import StrEnum

from bot.domain.customers import Card
from bot.domain.followups import FollowUp

VARIANTS = 3


class Mood(StrEnum):
    """How the customer is likely to feel when we call."""

    UPSET = "upset"
    RECOVERED = "recovered"
    CELEBRATING = "celebrating"
    WAITING = "waiting"
    WARM = "warm"


OPENERS: Mapping[Mood, tuple[str, str, str]] = {
    Mood.UPSET: (
        "Hello {name}, this is {me}. I can't blame you for being upset; let me see how I can help.",
        "Hello {name}, {me} here. You were let down by us, and I would like to put it right.",
        "Hello {name}, it's {me}. I have read what happened. Will you tell me what matters most to you now?",
    ),
    Mood.RECOVERED: (
        "Hello {name}, this is {me}. I only want to know whether everything is right now.",
        "Hello {name}, {me} here. Some days have passed: how has it held up?",
        "Hello {name}, it's {me}. You gave us a second chance, so I wanted to ask how it went.",
    ),
    Mood.CELEBRATING: (
        "Hello {name}, this is {me}. I believe it is a special time for you: all the best from all of us.",
        "Hello {name}, {me} here. Before anything else: happy birthday.",
        "Hello {name}, it's {me}. We thought of you, with your birthday so near.",
    ),
    Mood.WAITING: (
        "Hello {name}, this is {me}. I said I would be in touch, and here I am.",
        "Hello {name}, {me} here, as promised.",
        "Hello {name}, it's {me}. You have been waiting for this call; thank you for your patience.",
    ),
    Mood.WARM: (
        "Hello {name}, this is {me}. Is this a good moment?",
        "Hello {name}, {me} here. I was thinking of you; how are you?",
        "Hello {name}, it's {me}. I have something for you, and it won't take long.",
    ),
}


def mood(followup: FollowUp, card: Card, days_to_birthday: int | None) -> Mood:
    """Return the mood to begin in; what went wrong comes before everything else."""
    if card.issues:
        return Mood.UPSET
    if followup.issue_id:
        return Mood.RECOVERED
    if followup.promised:
        return Mood.WAITING
    return Mood.CELEBRATING if days_to_birthday in (0, 1) else Mood.WARM


def next_variant(last: int | None) -> int:
    """Return which of the three comes after the one used last."""
    return 0 if last is None else (last + 1) % VARIANTS


def opener(feeling: Mood, variant: int, customer: str, me: str) -> str:
    """Return a first sentence with the names in it; the first name of the one who calls is enough."""
    template = OPENERS[feeling][variant % VARIANTS]
    return template.format(name=customer, me=me.split(maxsplit=1)[0] if me.split() else me)
