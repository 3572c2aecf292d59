"""Meeting the people of a workspace, and setting it up."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from bot.domain.policy import Actor, Profile, Role, require, role_of
from bot.domain.workspaces import (
    BadDigestTime,
    Setup,
    SetupForm,
    Staff,
    Team,
    Workspace,
    known_zone,
    read_country,
    read_hours,
    read_zone,
)
from bot.store import audit, outbox, staff
from bot.store.database import BookSession

FRESH = timedelta(hours=12)
"""How long Slack's word on somebody (zone, rank, still here) is believed."""


def recognise(session: BookSession, user: str, now: datetime) -> Actor | None:
    """Return the actor when Slack's word on them is fresh enough, else None: ask Slack, then `meet`."""
    person = staff.get(session, user)
    if person is None or person.looked_at is None or now - person.looked_at > FRESH:
        return None
    return as_actor(session.workspace, person)


def meet(session: BookSession, profile: Profile, now: datetime) -> Actor:
    """Remember what Slack says about somebody, and return them as an actor."""
    before = staff.get(session, profile.user)
    workspace = staff.workspace(session)
    role = role_of(profile, session.workspace, before.role if before else None)
    left = ((before and before.left_at) or now) if "deleted" in profile.flags else None
    zone = known_zone(profile.zone, workspace.zone)
    person = replace(
        before or Staff(profile.user, profile.name, role, zone),
        name=profile.name,
        role=role,
        zone=zone,
        locale=profile.locale or "en-US",
        looked_at=now,
        left_at=left,
    )
    return as_actor(session.workspace, staff.keep(session, person))


def welcome(session: BookSession, actor: Actor, now: datetime) -> bool:
    """Say whether this is the first time somebody is welcomed."""
    return staff.first_time(session, actor.user, "welcomed_at", now)


def heard_of(session: BookSession, user: str) -> bool:
    """Say whether somebody of this id ever used the bot."""
    return staff.get(session, user) is not None


def as_actor(workspace: str, person: Staff) -> Actor:
    """Return somebody of the team as the one who acts."""
    welcomed = person.welcomed_at is not None
    return Actor(workspace, person.id, person.name, person.role, person.zone, person.locale, welcomed)


def assume(session: BookSession, user: str, now: datetime) -> Actor | None:
    """Return what the book knows of somebody, however old, for when Slack cannot be asked."""
    person = staff.get(session, user)
    return as_actor(session.workspace, person) if person else None


def may_set_up(session: BookSession, actor: Actor) -> Workspace:
    """Refuse whoever may not set up; before the first setup anybody of the team may."""
    workspace = staff.workspace(session)
    require(actor, "setup.change" if workspace.set_up_at else "home.see")
    return workspace


def look_at_setup(session: BookSession, actor: Actor, now: datetime) -> Setup:
    """Return how the workspace is set up."""
    workspace = may_set_up(session, actor)
    return Setup(workspace, tuple(person.id for person in staff.managers(session)), actor.zone)


def who(session: BookSession, actor: Actor) -> Team:
    """Return the managers, and the others who have used the bot."""
    require(actor, "home.see")
    people = staff.team(session)
    managers = tuple(person.id for person in people if person.role >= Role.MANAGER)
    return Team(staff.workspace(session), managers, tuple(p.id for p in people if p.id not in managers))


def set_up(session: BookSession, actor: Actor, form: SetupForm, now: datetime) -> Setup:
    """Write down what a manager decided; raises refusals for a time, a zone or hours that cannot be read."""
    workspace = may_set_up(session, actor)
    decided = {"hours": read_hours(form.hours), "country": read_country(form.country)}
    staff.decide(
        session,
        floor_channel=form.floor,
        kudos_channel=form.kudos,
        managers_channel=form.managers_channel,
        zone=read_zone(form.zone),
        digest_at=read_digest_time(form.digest_at).isoformat("minutes"),
        settings=dict(workspace.settings) | decided,
        set_up_at=workspace.set_up_at or now,
    )
    staff.name_managers(session, list(form.managers or (actor.user,)))
    audit.note(session, actor.user, "setup", f"workspace:{session.workspace}", now)
    outbox.refresh(session, "home:%", now)
    return Setup(staff.workspace(session), tuple(person.id for person in staff.managers(session)), actor.zone)


def read_digest_time(text: str) -> time:
    """Read a time of day such as 8:30 or 17; raise `BadDigestTime`."""
    hours, _, minutes = text.strip().partition(":")
    try:
        return time(int(hours), int(minutes or 0))
    except ValueError:
        raise BadDigestTime(typed=text.strip(), field="digest_at") from None


def country_and_today(session: BookSession, now: datetime) -> tuple[str, date]:
    """Return the workspace's country (for phone numbers typed without one) and its local date."""
    workspace = staff.workspace(session)
    return str(workspace.settings.get("country") or ""), workspace.today(now)


def open_workspace(session: BookSession, name: str) -> None:
    """Make sure that the workspace is in the book."""
    staff.open_workspace(session, name, "UTC")
