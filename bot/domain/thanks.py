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
    return f"Thank you {said}" if re.match(r"for\b", said, re.IGNORECASE) else f"Thank you for {said}"


def says_when_due(time: Understood) -> bool:
    """Say whether a time names the day of the note, and not the day of what is thanked for.

    “/thanks dana for coming in on friday” is about a Friday gone by; “… tomorrow” and “… by friday” are not.
    """
    return bool(re.match(r"(?:by|tomorrow|tonight|today|next|in|after)\b", time.words.strip(), re.IGNORECASE))


def draft(followup: FollowUp, card: Card, now: datetime) -> str | None:
    """Return a short note to begin from, with something true of this customer; None when nothing true is known.

    What they are thanked for is such a thing; so are their visits and how long they have been known.
    """
    thanks = followup.text if followup.text.casefold().startswith("thank you for") else None
    fact = true_thing(card, now)
    if not thanks and not fact:
        return None
    parts = (
        f"Dear {card.customer.name},",
        f"{thanks[:1].lower()}{thanks[1:]}." if thanks else WE_TRIED,
        fact or "",
    )
    return " ".join(part for part in parts if part)


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
