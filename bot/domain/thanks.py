"""Thank-you notes: what is thanked for, when it is due, and a draft that holds one true thing (P23, P78)."""

import re
from datetime import datetime, timedelta

from bot.domain.customers import Card
from bot.domain.errors import Refusal
from bot.domain.followups import FollowUp
from bot.domain.when import Understood


class ThanksForWhat(Refusal):
    """Type what you thank them for, for example `/thanks dana for sending us Ana`."""


def reason(text: str) -> str:
    """Return what is thanked for as it goes into the task: “Thank you for sending us Ana”."""
    said = " ".join(text.split()).strip(" ,;:.")
    if not said:
        raise ThanksForWhat
    said = re.sub(r"^(?:thank you|thanks?)\s+", "", said, flags=re.IGNORECASE)
    goes_on = re.match(r"(?:for|and|&)(?!\w)", said, re.IGNORECASE)
    return f"Thank you {said}" if goes_on else f"Thank you for {said}"


def says_when_due(time: Understood) -> bool:
    """Say whether a time names the day of the note, and not the day of what is thanked for.

    “/thanks dana for coming in on friday” is about a Friday gone by; “… tomorrow” and “… by friday” are not.
    """
    return bool(re.match(r"(?:by|tomorrow|tonight|today|next|in|after)\b", time.words.strip(), re.IGNORECASE))


def draft(followup: FollowUp, card: Card, now: datetime) -> str | None:
    """Return a short note to begin from, with something true of this customer; None when there is no reason.

    The reason is what they are thanked for, or that nobody reached them; visits and years alone are none.
    """
    thanks = _thanks(followup.text)
    why = f"thank you for {thanks}." if thanks else WE_TRIED if _was_tried(followup) else None
    if why is None:
        return None
    fact = true_thing(card, now)
    return " ".join(part for part in (f"Dear {card.customer.name},", why, fact) if part)


def _thanks(task: str) -> str | None:
    """Return what a task thanks for, said to the customer: “Thank Dana for her patience” → “your patience”.

    What stands after a colon is told to the team: “for telling us: heel came loose”.
    """
    found = _THANKS.match(task)
    if not found:
        return None
    what = found["what"].partition(":")[0].strip(" .,;")
    return re.sub(r"^(?:her|his|their)(?= \S)", "your", what) or None


_THANKS = re.compile(r"(?:say )?(?:thank|thanks)\b(?: \S+){0,8}? for (?P<what>.+)", re.IGNORECASE | re.DOTALL)


def _was_tried(followup: FollowUp) -> bool:
    """Say whether calls went unanswered before this note."""
    return bool(followup.tries or followup.details.get("tried"))


WE_TRIED = "we tried to reach you, and did not want to let it pass."
KNOWN_FOR = timedelta(days=60)
"""After so long it is worth saying since when a customer has been known."""


def true_thing(card: Card, now: datetime) -> str | None:
    """Return one sentence that is true of this customer alone: how often they came, or since when."""
    if card.visits >= 2:
        return f"You have been with us {card.visits} times now, and we are glad of each."
    added = card.customer.added_at
    if added and now - added >= KNOWN_FOR:
        return f"We have known you since {added:%B %Y}, and are glad of it."
    return None


def worth_a_word(card: Card) -> str | None:
    """Return the newest note that is no guess, to be put into one's own words."""
    return next((note.text for note in card.notes if note.source != "guessed"), None)
