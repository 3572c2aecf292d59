"""Who plays in the playground unless somebody else is cast: Corner Shoes and its people."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.playground.model import Channel, Team, User

BOT_USER = "U0REGULARS"
TEAM = Team("T0REGULARS", "Corner Shoes", "corner-shoes")


def people() -> list[User]:
    """Return staff (Maria, Jon), a manager (Pat), a guest (Gil), a stranger (Sam), and the bot."""
    return [
        User("U0MARIA", "maria", "Maria Silva", "Sales", "#0f766e", email="maria@example.com"),
        User("U0JON", "jon", "Jon Park", "Workshop", "#b45309", email="jon@example.com"),
        User("U0PAT", "pat", "Pat Reyes", "Manager", "#6d28d9", email="pat@example.com", is_admin=True),
        User("U0GIL", "gil", "Gil Costa", "Guest", "#475569", is_restricted=True),
        User("U0SAM", "sam", "Sam Other", "Another company", "#be123c", team_id="T0OTHER", is_stranger=True),
        User(BOT_USER, "regulars", "Regulars", "App", "#1d4ed8", is_bot=True),
    ]


def channels() -> list[Channel]:
    """Return the shop's channels: three the bot is in, and three that are traps."""
    staff = {"U0MARIA", "U0JON", "U0PAT"}
    return [
        Channel("C0FLOOR", "floor", members={*staff, BOT_USER}, topic="Who just came in"),
        Channel("C0KUDOS", "kudos", members={*staff, "U0GIL", BOT_USER}, topic="Caught doing something right"),
        Channel("C0MANAGERS", "managers", members={"U0PAT", BOT_USER}, is_private=True),
        Channel("C0RANDOM", "random", members={*staff, "U0GIL"}),
        Channel("C0OLD", "summer-2024", members={*staff, BOT_USER}, is_archived=True),
        Channel("C0SHARED", "leather-supplier", members={*staff, "U0SAM", BOT_USER}, is_ext_shared=True),
    ]


@dataclass(frozen=True)
class Cast:
    """The workspace before anybody did anything."""

    team: Team = TEAM
    people: list[User] = field(default_factory=people)
    channels: list[Channel] = field(default_factory=channels)
    bot_user: str = BOT_USER
    zone: str = "Europe/Lisbon"
