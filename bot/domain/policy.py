"""Who may do what: one function, and everything it does not know is refused.

Roles are ranked: an outsider (guest, bot, somebody of another organisation, somebody deactivated) may do
nothing; staff may do what serves a customer; managers decide and erase; an admin may do all that and cannot be
locked out (RELIABILITY.md, rule 22).
"""

from dataclasses import dataclass, field
from enum import IntEnum

from bot.domain.errors import Refusal


class Role(IntEnum):
    """How much somebody may do; a higher role may do all that a lower one may."""

    OUTSIDER = 0
    STAFF = 1
    MANAGER = 2
    ADMIN = 3


@dataclass(frozen=True)
class Actor:
    """Who is asking, as the door found out."""

    workspace: str
    user: str
    name: str
    role: Role
    zone: str = "UTC"
    locale: str = "en-US"
    welcomed: bool = True
    """Whether they were told once what Regulars is."""


@dataclass(frozen=True)
class Place:
    """Where something would happen: nobody's customer data goes where another organisation reads along."""

    shared: bool = False


class NotForOutsiders(Refusal):
    """Regulars keeps customers' names, so it is only for members of this workspace. Ask a colleague to do it."""


class ManagersOnly(Refusal):
    """Only a manager can do that. Ask one of the managers, or see who they are with `/regulars who`."""


class SharedChannel(Refusal):
    """This channel is shared with another organisation, so no customer may be named here. Use another channel."""


NEEDS: dict[str, Role] = {
    "customer.see": Role.STAFF,
    "customer.change": Role.STAFF,
    "customer.export": Role.STAFF,
    "customer.ask_forget": Role.STAFF,
    "customer.forget": Role.MANAGER,
    "visit.log": Role.STAFF,
    "visit.greet": Role.STAFF,
    "issue.change": Role.STAFF,
    "followup.change": Role.STAFF,
    "kudos.give": Role.STAFF,
    "shift.change": Role.STAFF,
    "digest.see": Role.STAFF,
    "digest.team": Role.MANAGER,
    "figures.see": Role.STAFF,
    "figures.team": Role.MANAGER,
    "home.see": Role.STAFF,
    "calendar.see": Role.STAFF,
    "setup.change": Role.MANAGER,
    "delivery.decide": Role.MANAGER,
    "playbook.change": Role.MANAGER,
}
"""The lowest role for each action; a new action without a line here is refused to everybody."""


def may(actor: Actor, action: str, place: Place | None = None) -> bool:
    """Say whether the actor may do this here; an unknown action may be done by nobody."""
    if place and place.shared:
        return False
    return action in NEEDS and actor.role >= NEEDS[action]


def require(actor: Actor, action: str, place: Place | None = None) -> None:
    """Refuse, with the sentence that fits, what the actor may not do."""
    if may(actor, action, place):
        return
    if place and place.shared:
        raise SharedChannel
    raise NotForOutsiders if actor.role < Role.STAFF else ManagersOnly


@dataclass(frozen=True)
class Profile:
    """What Slack says about a person (``users.info``), as far as it matters here."""

    user: str
    team: str
    name: str
    zone: str = ""
    locale: str = ""
    flags: frozenset[str] = field(default_factory=frozenset)


OUTSIDE = {"is_bot", "is_restricted", "is_ultra_restricted", "is_stranger", "deleted", "is_workflow_bot"}
IN_CHARGE = {"is_admin", "is_owner", "is_primary_owner"}


def role_of(profile: Profile, workspace: str, before: Role | None = None) -> Role:
    """Derive the role from Slack's flags; a manager named in setup stays one as long as Slack lets them in."""
    if profile.flags & OUTSIDE or (profile.team and profile.team != workspace):
        return Role.OUTSIDER
    if profile.flags & IN_CHARGE:
        return Role.ADMIN
    return Role.MANAGER if before in (Role.MANAGER, Role.ADMIN) else Role.STAFF
