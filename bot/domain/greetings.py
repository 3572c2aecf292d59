"""The greeting ladder: by name at the door is expected, the fourth time they love it (P82)."""

from bot.domain.errors import Refusal

ENOUGH = 4
"""After so many greetings by name the bot stops asking."""


class AlreadyGreeted(Refusal):
    """You have already greeted them by name on this visit. The next greeting is somebody else's."""


class GreetedEnough(Refusal):
    """They have been greeted by name four times on this visit: that is the whole ladder. Well done."""


class VisitTakenBack(Refusal):
    """That visit was taken back, so there is nobody to greet."""


def asks_for_more(greeted_by: tuple[str, ...]) -> bool:
    """Say whether the message still offers **Greeted by name**."""
    return len(greeted_by) < ENOUGH


def may_greet(greeted_by: tuple[str, ...], user: str) -> None:
    """Refuse a second greeting by the same person, and a fifth by anybody."""
    if user in greeted_by:
        raise AlreadyGreeted
    if not asks_for_more(greeted_by):
        raise GreetedEnough
