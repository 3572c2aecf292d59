"""What somebody says of a follow-up with one tap: reached, no answer, written, sent, not wanted, put off."""

from datetime import datetime, timedelta
from typing import Any

from bot.domain.calendars import wall
from bot.domain.completion import moved as judged_anew
from bot.domain.coupons import is_sent
from bot.domain.followups import FollowUp, Plan
from bot.domain.outcomes import ENDS_BY_KIND, NotANote, NothingToPutRight, Settled
from bot.domain.policy import Actor, require
from bot.domain.reminders import (
    SNOOZES_BEFORE_ASKING,
    Step,
    details_with,
    due_instant,
    most_tries,
    next_try,
    next_working_day,
    snooze_until,
)
from bot.services import coupons, finding, referrals, typed
from bot.services.changes import ended, known, still_open
from bot.services.contacts import contact_happened, series_of, set_next
from bot.services.followups import close, open_again, plan, rota_of, show_anew
from bot.store import audit, customers, followup_facts, followups, staff
from bot.store.database import BookSession

SAME_TAP = timedelta(minutes=1)
"""The same thing said again so soon is one thing said twice."""

BACK_AFTER_WORD_LEFT = 2
"""Working days after which a call comes back when word was left."""


def end(session: BookSession, actor: Actor, followup_id: int, outcome: str, now: datetime) -> Settled:
    """End a follow-up as ``reached``, ``sent`` or ``done``; what comes again has its next one set.

    Raises `AlreadyDone` with who was quicker.
    """
    followup = still_open(session, actor, followup_id, now)
    if not close(session, followup, "done", outcome, actor.user, now):
        raise ended(session, actor, known(session, followup_id), now)
    audit.note(session, actor.user, outcome, f"followup:{followup.id}", now)
    if outcome == "reached":
        contact_happened(session, followup.customer_id, now)
    if outcome == "sent":
        coupons.sent(session, followup, actor.user, now)
    return Settled(known(session, followup.id), outcome, set_next(session, followup, actor.user, now))


def end_all(session: BookSession, actor: Actor, ids: list[int], now: datetime) -> list[Settled]:
    """Tick several off at once; what somebody else has ended meanwhile is left as it is."""
    found = followups.some(session, ids)
    return [_tick_off(session, actor, each, now) for each in found if each.is_open]


def _tick_off(session: BookSession, actor: Actor, followup: FollowUp, now: datetime) -> Settled:
    if is_sent(followup.details):
        return coupons.redeem(session, actor, followup.id, now)
    return end(session, actor, followup.id, ENDS_BY_KIND[followup.kind], now)


def written(session: BookSession, actor: Actor, followup_id: int, now: datetime) -> Settled:
    """Note that a thank-you note is written; it is asked after until it is sent."""
    followup = still_open(session, actor, followup_id, now)
    if followup.kind != "note":
        raise NotANote
    rota = rota_of(session, followup.owner)
    ask_at = due_instant(next_working_day(now, followup.zone, rota, staff.workspace(session)), followup.zone)
    return _go_on(session, actor, followup, "written", now, outcome="written", wake_at=ask_at, wake_for=Step.AGAIN)


def no_answer(session: BookSession, actor: Actor, followup_id: int, now: datetime) -> Settled:
    """Nobody answered: it comes back the next working day at another hour, or a note is suggested (P76)."""
    followup = still_open(session, actor, followup_id, now)
    if _said_just_now(session, followup, "no_answer", now):
        return Settled(followup, "no_answer")
    if followup.tries + 1 >= most_tries(staff.workspace(session)):
        return _suggest_note(session, actor, followup, now)
    customer = customers.get(session, followup.customer_id)
    again = next_try(followup, rota_of(session, followup.owner), now, customer.best_time if customer else None)
    return _put_off(session, actor, followup, "no_answer", _instant(followup, again), now, tries=1)


def _instant(followup: FollowUp, local: datetime) -> datetime:
    return due_instant(local, followup.zone)


def _said_just_now(session: BookSession, followup: FollowUp, what: str, now: datetime) -> bool:
    """Say whether this is a second tap of the same try: by an impatient finger, or by two people at once."""
    last = next(iter(reversed(followups.events(session, followup.id))), None)
    return last is not None and last.what == what and now - last.at < SAME_TAP


def _suggest_note(session: BookSession, actor: Actor, followup: FollowUp, now: datetime) -> Settled:
    rota, workspace = rota_of(session, followup.owner), staff.workspace(session)
    ask_at = due_instant(next_working_day(now, followup.zone, rota, workspace), followup.zone)
    tries, tried = followup.tries + 1, judged_anew(followup, ask_at, now, tried=True)
    return _go_on(
        session, actor, followup, "no_answer", now,
        tries=tries, wake_at=ask_at, wake_for=Step.AGAIN, details=dict(tried.details),
    )  # fmt: skip


def left_word(session: BookSession, actor: Actor, followup_id: int, now: datetime) -> Settled:
    """Word was left: they may call back, so it rests for two working days."""
    followup = still_open(session, actor, followup_id, now)
    if _said_just_now(session, followup, "left_word", now):
        return Settled(followup, "left_word")
    rota = rota_of(session, followup.owner)
    back = next_working_day(now, followup.zone, rota, staff.workspace(session), BACK_AFTER_WORD_LEFT)
    return _put_off(session, actor, followup, "left_word", _instant(followup, back), now, tries=1)


def asks_before_snoozing(session: BookSession, actor: Actor, followup_id: int, now: datetime) -> FollowUp | None:
    """Return the follow-up when it was put off so often that handing it over or dropping it is kinder."""
    followup = still_open(session, actor, followup_id, now)
    return followup if followup.snoozes >= SNOOZES_BEFORE_ASKING else None


def snooze(session: BookSession, actor: Actor, followup_id: int, choice: str, text: str, now: datetime) -> Settled:
    """Put a follow-up off: by one of `SNOOZES`, or until a time that was typed.

    A promise keeps its promised time; only the reminder moves.
    """
    followup = still_open(session, actor, followup_id, now)
    if text:
        until = typed.read_alone(session, actor, text, now).when
    else:
        until = snooze_until(choice, actor.zone, staff.workspace(session), now)
    return _put_off(session, actor, followup, "snoozed", until, now, zone=actor.zone, snoozes=1)


def _put_off(
    session: BookSession, actor: Actor, followup: FollowUp, what: str, until: datetime, now: datetime, *,
    zone: str | None = None, tries: int = 0, snoozes: int = 0,
) -> Settled:  # fmt: skip
    zone = zone or followup.zone
    moved: dict[str, Any] = {"due_at": until, "due_local": wall(until, zone), "zone": zone}
    # A typed or chosen moment is the owner's own wish; only what we chose ourselves waits for working hours.
    chosen = what == "snoozed"
    followup = followup if chosen else judged_anew(followup, until, now, tried=True)
    return _go_on(
        session, actor, followup, what, now, **({} if followup.promised else moved),
        wake_at=until if chosen else rota_of(session, followup.owner).next_moment(until), wake_for=Step.REMIND,
        reminded_at=None, asked_again_at=None, escalated_at=None, tries=followup.tries + tries,
        snoozes=followup.snoozes + snoozes, details=details_with(followup, as_typed=chosen or None),
    )  # fmt: skip


def _go_on(
    session: BookSession, actor: Actor, followup: FollowUp, what: str, now: datetime, **values: Any
) -> Settled:
    """Write down that something was said of a follow-up that stays open."""
    followups.change(session, followup.id, **values)
    followups.note(session, followup.id, what, actor.user, now)
    show_anew(session, followup, now)
    return Settled(known(session, followup.id), what)


def not_wanted(session: BookSession, actor: Actor, followup_id: int, now: datetime) -> Settled:
    """They want no contact: this stops, what else would have asked for them stops, and the card says so."""
    followup = still_open(session, actor, followup_id, now)
    before = finding.known(session, followup.customer_id).do_not_contact or None
    followups.change(session, followup.id, details=details_with(followup, left_in_peace=before))
    customers.change(session, followup.customer_id, do_not_contact=True)
    for each in followups.open_about(session, followup.customer_id):
        if each.kind != "other":
            close(session, each, "dropped", "not_wanted", actor.user, now)
    audit.note(session, actor.user, "not_wanted", f"followup:{followup.id}", now)
    return Settled(known(session, followup.id), "not_wanted")


def _wanted_again(session: BookSession, followup: FollowUp, now: datetime) -> None:
    """Take back that they want no contact, unless it was so before: what ended with it is open again."""
    if followup.outcome != "not_wanted":
        return
    if not followup.details.get("left_in_peace"):
        customers.change(session, followup.customer_id, do_not_contact=False)
    for each in followups.ended_with(session, followup):
        if each.outcome == "not_wanted":
            open_again(session, each, now)


def how_it_went(session: BookSession, actor: Actor, followup_id: int, what: str, now: datetime) -> Settled:
    """Note beside a call that reached somebody whether they were ``happy`` or ``unhappy`` (P31)."""
    followup = _reached(session, actor, followup_id)
    followups.change(session, followup.id, if_open=False, outcome=what)
    followups.note(session, followup.id, what, actor.user, now)
    show_anew(session, followup, now)
    return Settled(known(session, followup.id), what)


def where_to_complain(session: BookSession, followup_id: int) -> tuple[str, int]:
    """Return the button of issues that leads on, and its value: what was resolved is opened again (P31)."""
    followup = known(session, followup_id)
    if followup.issue_id and followup_facts.issue_is_resolved(session, followup.issue_id):
        return "issue.reopen", followup.issue_id
    return "issue.new", followup.customer_id


def _reached(session: BookSession, actor: Actor, followup_id: int) -> FollowUp:
    require(actor, "followup.change")
    followup = known(session, followup_id)
    if followup.outcome not in ("reached", "happy", "unhappy"):
        raise NothingToPutRight
    return followup


def referred(session: BookSession, actor: Actor, followup_id: int, now: datetime) -> Settled:
    """Record in the same tap that they sent somebody (P77); the playbook for it thanks them (P122)."""
    followups.hold(session, followup_id)  # of two taps at once the second sees what the first wrote
    followup = _reached(session, actor, followup_id)
    if followup.details.get("referred"):
        return Settled(followup, "referred")
    customer = finding.known(session, followup.customer_id)
    referral, made = referrals.somebody(session, actor, customer, now)
    followups.change(session, followup.id, if_open=False, details=details_with(followup, referred=referral.id))
    followups.note(session, followup.id, "referral", actor.user, now)
    show_anew(session, followup, now)
    return Settled(known(session, followup.id), "referred", next(iter(made), None))


def note_instead(session: BookSession, actor: Actor, followup_id: int, now: datetime) -> Settled:
    """Write a note, since nobody answers: the call ends, and a note is due the next working day."""
    followup = still_open(session, actor, followup_id, now)
    close(session, followup, "done", "note_instead", actor.user, now)
    rota, workspace = rota_of(session, actor.user), staff.workspace(session)
    note = Plan(
        customer_id=followup.customer_id,
        kind="note",
        text=f"Write instead of calling: {followup.text}",
        owner=actor.user,
        due_local=next_working_day(now, actor.zone, rota, workspace),
        zone=actor.zone,
        issue_id=followup.issue_id,
        cause=f"note_instead:{followup.id}",
        details={"tried": followup.tries},
    )
    return Settled(known(session, followup.id), "note_instead", plan(session, note, actor.user, now))


def reopen(session: BookSession, actor: Actor, followup_id: int, now: datetime) -> Settled:
    """Take an ending back that was tapped by mistake: it is open again, and asked after in an hour."""
    require(actor, "followup.change")
    followup = known(session, followup_id)
    if followup.is_open:
        return Settled(followup, "reopened")
    later = rota_of(session, followup.owner).next_moment(max(now + timedelta(hours=1), followup.due_at))
    followups.change(
        session, followup.id, if_open=False, state="open", outcome="sent" if is_sent(followup.details) else None,
        done_at=None, done_by=None,
        wake_at=later, wake_for=Step.REMIND if followup.reminded_at is None else Step.AGAIN,
    )  # fmt: skip
    for each in followups.caused_by(session, f"{series_of(followup)}:again:"):
        close(session, each, "dropped", "cancelled", None, now)
    _wanted_again(session, followup, now)
    coupons.taken_back(session, followup, now)
    coupons.not_redeemed(session, followup, now)
    if referral := followup.details.get("referred"):
        referrals.take_back(session, int(referral), now)
        followups.change(session, followup.id, details=details_with(known(session, followup.id), referred=None))
    followups.note(session, followup.id, "reopened", actor.user, now)
    show_anew(session, known(session, followup.id), now)
    return Settled(known(session, followup.id), "reopened")
