"""App Home: promised when it is opened, and drawn anew whenever something on it changes.

A Home is one message of the outbox that never ends: ``outbox.refresh(session, "home:%", now)`` asks for all of
them to be drawn again. Only those that may be on a screen are; the others are drawn when they are opened.
"""

from datetime import datetime

from bot.domain import home as rules
from bot.domain.delivery import Letter
from bot.domain.followups import FollowUp
from bot.domain.home import Home
from bot.domain.issues import Issue, by_heat
from bot.domain.policy import Actor, Role, may, require
from bot.services import digests, figures, letters
from bot.services import staff as people
from bot.services.letters import Render, Rendered, Skip
from bot.store import followups, home, issues, kudos, outbox, staff
from bot.store.database import BookSession
from bot.views import home as views


def open_home(session: BookSession, actor: Actor, now: datetime) -> None:
    """Have somebody's Home drawn; the first time they open it, it welcomes them."""
    require(actor, "home.see")
    staff.change(session, actor.user, home_opened_at=now)
    staff.first_time(session, actor.user, "welcomed_at", now)
    key = f"home:{actor.user}"
    if not outbox.promise(session, key=key, kind="home", about=0, to=actor.user, now=now):
        outbox.refresh(session, key, now)
        home.revive(session, actor.user, now)


def look(session: BookSession, actor: Actor, now: datetime) -> Home | None:
    """Return what stands on somebody's Home now."""
    require(actor, "home.see")
    person, workspace = staff.get(session, actor.user), staff.workspace(session)
    if person is None:
        return None
    whole = may(actor, "digest.team")
    return Home(
        person=person,
        workspace=workspace,
        now=now,
        whole=whole,
        came=digests.came(session, workspace.today(now)),
        tasks=rules.sort_out(followups.open_for(session, actor.user), now, actor.zone),
        issues=_mine_first(issues.open_issues(session), whole, actor.user, now),
        kudos=tuple(kudos.received(session, actor.user, now - rules.KUDOS_FOR)),
        promises=_others_promises(session, actor, now) if whole else (),
        troubles=digests.troubles(session, actor),
        ledger=digests.ledger(session, now) if whole else None,
        completion=figures.of_the_team(session, now) if whole else None,
    )


def _mine_first(found: list[Issue], whole: bool, user: str, now: datetime) -> tuple[Issue, ...]:
    """Return issues by heat; for everybody but managers their own come first."""
    hot = by_heat(found, now)
    return tuple(hot if whole else sorted(hot, key=lambda issue: issue.owner != user))


def _others_promises(session: BookSession, actor: Actor, now: datetime) -> tuple[FollowUp, ...]:
    """Return what the others promised a customer and what slips, or slipped, by tonight."""
    today = rules.sort_out(followups.promised_since(session, now), now, actor.zone)
    return tuple(each for each in (*today.overdue, *today.today) if each.is_open and each.owner != actor.user)


def _render(session: BookSession, letter: Letter, now: datetime) -> Rendered:
    person = staff.get(session, letter.to)
    if person is None or person.left_at:
        return Skip("left")
    if person.role < Role.STAFF:
        return letters.Home(views.closed())
    opened = person.home_opened_at
    if letter.is_update and not rules.is_looked_at(person, now) and not home.forgotten_since(session, opened):
        return Skip("nobody looks at it")
    seen = look(session, people.as_actor(session.workspace, person), now)
    return letters.Home(views.home(seen)) if seen else Skip("left")


RENDERERS: dict[str, Render] = {"home": _render}
