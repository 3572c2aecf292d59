"""Thank-you notes: what is thanked for, when it is due, and a draft that holds one true thing (P23, P78)."""

import re

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
    if re.match(r"(?:for|thanks?|thank you)\b", said, re.IGNORECASE):
        said = re.sub(r"^(?:thanks?|thank you)\s+", "", said, flags=re.IGNORECASE)
    else:
        said = f"for {said}"
    return f"Thank you {said}"


def says_when_due(time: Understood) -> bool:
    """Say whether a time names the day of the note, and not the day of what is thanked for.

    “/thanks dana for coming in on friday” is about a Friday gone by; “… tomorrow” and “… by friday” are not.
    """
    return bool(re.match(r"(?:by|tomorrow|tonight|today|next|in|after)\b", time.words.strip(), re.IGNORECASE))


def draft(followup: FollowUp, card: Card) -> str | None:
    """Return a short note to begin from, with one true thing from the card; None when nothing true is known."""
    what = followup.text.removeprefix("Write instead of calling: ")
    thanks = what if what.casefold().startswith("thank you") else None
    fact = true_thing(card)
    if not thanks and not fact:
        return None
    first = f"{thanks}." if thanks else "We tried to reach you, and did not want to let it pass."
    return " ".join(part for part in (f"Dear {card.customer.name},", first, fact or "") if part)


def true_thing(card: Card) -> str | None:
    """Return one sentence that is true of this customer alone: their visits, when they came first, or last."""
    if card.visits >= 2:
        return f"You have been with us {card.visits} times now, and we are glad of each."
    if card.customer.added_at:
        return f"We have known you since {card.customer.added_at:%B %Y}, and are glad of it."
    return None


def worth_mentioning(card: Card) -> str | None:
    """Return the newest note that is no guess, to be put into one's own words."""
    return next((note.text for note in card.notes if note.source != "guessed"), None)
