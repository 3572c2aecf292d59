"""Handing a follow-up over: to a colleague who must accept, to whoever is on shift, or to the shared queue."""

from datetime import datetime

from bot.domain.errors import Refusal
from bot.domain.followups import FollowUp
from bot.domain.policy import Actor, Profile, Role
from bot.domain.reminders import ACCEPT_WITHIN, TOO_LONG_AWAY, Step, Wake, details_with, stamp, wake_anew
from bot.domain.rota import rota
from bot.domain.workspaces import Staff
from bot.services import staff as people
from bot.services.changes import known, still_open
from bot.services.followups import rota_of, show_anew
from bot.services.offers import Handed, offer
from bot.store import audit, followup_facts, followups, outbox, staff
from bot.store.database import BookSession


class NobodyChosen(Refusal):
    """Choose a colleague, whoever is on shift, or the queue."""


class NotForYouNow(Refusal):
    """This is not waiting for you any more: {who} has it."""


class TakenAlready(Refusal):
    """{who} was quicker and has taken it already."""


def hand_over(
    session: BookSession, actor: Actor, followup_id: int, to: str | None, where: str, now: datetime
) -> Handed:
    """Hand a follow-up to somebody (``to``), or by ``where``: ``shift`` or ``queue``."""
    followup = still_open(session, actor, followup_id, now)
    if to:
        return offer(session, actor.user, followup, to, now)
    if where == "shift" and (person := on_shift(session, {actor.user, followup.owner or ""}, now)):
        return offer(session, actor.user, followup, person.id, now)
    if where in ("shift", "queue"):
        return to_queue(session, followup, actor.user, now)
    raise NobodyChosen(field="who")


def on_shift(session: BookSession, but: set[str], now: datetime) -> Staff | None:
    """Return who works now and has least to do."""
    workspace = staff.workspace(session)
    here = [p for p in staff.team(session) if p.id not in but and rota(workspace, p).works(now)]
    busy = followup_facts.open_counts(session)
    return min(here, key=lambda person: (busy.get(person.id, 0), person.name), default=None)


def to_queue(session: BookSession, followup: FollowUp, by: str | None, now: datetime) -> Handed:
    """Put a follow-up into the shared queue; the floor hears of it when it is due."""
    wake = wake_anew(followup, rota_of(session, None), now)
    followups.change(
        session, followup.id, owner=None, handed_to=None, handed_at=None, reminded_at=None, asked_again_at=None,
        wake_at=wake.at, wake_for=wake.step,
    )  # fmt: skip
    followups.note(session, followup.id, "queued", by, now)
    show_anew(session, followup, now)
    return Handed(known(session, followup.id), None, wake.at)


def accept(session: BookSession, actor: Actor, followup_id: int, now: datetime) -> FollowUp:
    """Take what was offered; the old owner is told once."""
    followup = _offered(session, actor, followup_id, now)
    _becomes_owner(session, followup, actor.user, now)
    if followup.owner and followup.owner != actor.user:
        key = f"followup:{followup.id}:taken:{stamp(now)}"
        outbox.promise(
            session, key=key, kind="followup.taken", about=followup.id, to=followup.owner, now=now,
            at=rota_of(session, followup.owner).next_moment(now),
        )  # fmt: skip
    return known(session, followup.id)


def _becomes_owner(session: BookSession, followup: FollowUp, user: str, now: datetime) -> None:
    late = followup.due_at <= now
    wake = wake_anew(followup, rota_of(session, user), now)
    followups.change(
        session, followup.id, owner=user, handed_to=None, handed_at=None, asked_again_at=None,
        reminded_at=now if late else None, wake_at=now + ACCEPT_WITHIN if late else wake.at,
        wake_for=Step.AGAIN if late else wake.step, details=details_with(followup, away=None),
    )  # fmt: skip
    followups.note(session, followup.id, "taken", user, now)
    audit.note(session, user, "take", f"followup:{followup.id}", now)
    show_anew(session, followup, now)


def _offered(session: BookSession, actor: Actor, followup_id: int, now: datetime) -> FollowUp:
    followup = still_open(session, actor, followup_id, now)
    if followup.handed_to != actor.user:
        raise NotForYouNow(who=_name(session, followup.owner))
    return followup


def _name(session: BookSession, user: str | None) -> str:
    person = staff.get(session, user) if user else None
    return person.name if person else "the shared queue"


def decline(session: BookSession, actor: Actor, followup_id: int, now: datetime) -> FollowUp:
    """Say that one can't: it goes back to its owner, who is reminded at once of what is due."""
    followup = _offered(session, actor, followup_id, now)
    early = is_early(followup, now)
    wake = wake_anew(followup, rota_of(session, followup.owner), now) if early else Wake(now, Step.REMIND)
    followups.change(session, followup.id, handed_to=None, wake_at=wake.at, wake_for=wake.step)
    followups.note(session, followup.id, "declined", actor.user, now)
    if early and followup.owner:
        _tell_returned(session, followup, "declined", actor.user, followup.owner, now)
    show_anew(session, followup, now)
    return known(session, followup.id)


def is_early(followup: FollowUp, now: datetime) -> bool:
    """Say whether a follow-up is not due yet: nobody is asked for it when it only comes back."""
    return now < followup.due_at


def comes_back_early(session: BookSession, followup: FollowUp, silent: str, now: datetime) -> None:
    """Tell the owner and the managers that nobody took what is not due yet, and set its alarm anew."""
    wake = wake_anew(followup, rota_of(session, followup.owner), now)
    followups.change(session, followup.id, wake_at=wake.at, wake_for=wake.step)
    for to in [*([followup.owner] if followup.owner else []), *managers_to_tell(session)]:
        _tell_returned(session, followup, "unanswered", silent, to, now)
    show_anew(session, followup, now)


def _tell_returned(session: BookSession, followup: FollowUp, why: str, who: str, to: str, now: datetime) -> None:
    key = f"followup:{followup.id}:{why}:{who}:{stamp(now)}:{to}"
    outbox.promise(session, key=key, kind="followup.returned", about=followup.id, to=to, now=now)


def take(session: BookSession, actor: Actor, followup_id: int, now: datetime) -> FollowUp:
    """Take a follow-up from the shared queue; of two people one gets it."""
    followup = still_open(session, actor, followup_id, now)
    if not followups.take_free(session, followup.id, actor.user):
        owner = known(session, followup.id).owner
        raise TakenAlready(who="You yourself" if owner == actor.user else _name(session, owner))
    _becomes_owner(session, followup, actor.user, now)
    return known(session, followup.id)


def profile_changed(session: BookSession, profile: Profile, now: datetime) -> None:
    """Remember what Slack says of somebody; when it is that they left, pass on at once what they owed."""
    people.meet(session, profile, now)
    if "deleted" in profile.flags:
        leaves(session, profile.user, now)


def leaves(session: BookSession, user: str, now: datetime) -> int:
    """Give everything somebody owned to their stand-in, or to the queue, and tell the managers once a day.

    For somebody deactivated in Slack; also called when the clock finds one.
    """
    cover = _stand_in(session, user, now)
    theirs = [followup for followup in followups.open_for(session, user) if followup.owner == user]
    for followup in theirs:
        _cover(session, followup, cover, now)
    if theirs:
        _tell_managers(session, "left", user, cover, now)
    return len(theirs)


def is_away(session: BookSession, followup: FollowUp, now: datetime) -> None:
    """Offer one follow-up of somebody who is away for days to their stand-in; without one it goes to the queue.

    A stand-in is asked once: what they did not take goes to the queue as well.
    """
    assert followup.owner
    cover = _stand_in(session, followup.owner, now)
    if cover is None or followup.details.get("away") == cover.id:
        to_queue(session, followup, None, now)
        cover = None
    else:
        followups.change(session, followup.id, details=details_with(followup, away=cover.id))
        offer(session, None, known(session, followup.id), cover.id, now)
    _tell_managers(session, "away", followup.owner, cover, now)


def away_for_days(session: BookSession, user: str | None, now: datetime) -> bool:
    """Say whether somebody is off for longer than a few days in which the shop is open."""
    if user is None:
        return False
    return rota_of(session, user).next_moment(now) - rota_of(session, None).next_moment(now) > TOO_LONG_AWAY


def _stand_in(session: BookSession, user: str, now: datetime) -> Staff | None:
    """Return who stands in for somebody, unless they are away themselves."""
    person = staff.get(session, user)
    cover = staff.get(session, person.stand_in) if person and person.stand_in else None
    if cover is None or cover.left_at or cover.role < Role.STAFF:
        return None
    back = rota(staff.workspace(session), cover).next_moment(now)
    return cover if back - now <= TOO_LONG_AWAY else None


def _cover(session: BookSession, followup: FollowUp, cover: Staff | None, now: datetime) -> None:
    if cover is None:
        to_queue(session, followup, None, now)
        return
    wake = wake_anew(followup, rota_of(session, cover.id), now)
    followups.change(
        session, followup.id, owner=cover.id, handed_to=None, handed_at=None, reminded_at=None,
        asked_again_at=None, wake_at=wake.at, wake_for=wake.step,
    )  # fmt: skip
    followups.note(session, followup.id, "covered", None, now, cover.id)
    show_anew(session, followup, now)


def _tell_managers(session: BookSession, why: str, user: str, cover: Staff | None, now: datetime) -> None:
    for to in managers_to_tell(session):
        key = f"{why}:{user}:{cover.id if cover else ''}:{stamp(now)[:8]}:{to}"
        outbox.promise(session, key=key, kind="team.left", about=0, to=to, now=now)


def managers_to_tell(session: BookSession) -> list[str]:
    """Return where managers are told of something: their channel, or each of them where there is none."""
    channel = staff.workspace(session).managers_channel
    return [channel] if channel else [person.id for person in staff.managers(session)]
