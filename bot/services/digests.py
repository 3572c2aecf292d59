"""The digest: gathered when it is asked for, promised to each manager once a day, and what is decided from it."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.domain import coupons
from bot.domain import digests as rules
from bot.domain.calendars import wall
from bot.domain.delivery import Letter, Trouble
from bot.domain.digests import Birthday, Came, Digest, GoneTrouble, Missed
from bot.domain.issues import by_heat
from bot.domain.policy import Actor, Role, may, require
from bot.domain.promises import PromiseFigures
from bot.domain.promises import figures as promise_figures
from bot.domain.rota import workplace
from bot.services import figures
from bot.services import staff as people
from bot.services.letters import Render, Rendered, Skip
from bot.store import audit, customers, digests, followups, issues, kudos, outbox, staff, visits
from bot.store.database import BookSession
from bot.views import digests as views

MOST_TROUBLES = 200


def look(session: BookSession, actor: Actor, now: datetime) -> Digest:
    """Return today's digest for somebody: managers see everything, staff what is theirs and the team's."""
    require(actor, "digest.see")
    workspace = staff.workspace(session)
    day = rules.last_open_day(workplace(workspace), workspace.today(now))
    whole = may(actor, "digest.team")
    seen = Digest(actor.user, actor.zone, now, whole, came(session, day))
    return replace(
        _with_followups(session, seen, rules.start_of(day, workspace.zone)),
        issues=tuple(by_heat(issues.open_issues(session), now)),
        missed=_missed(session, workspace.today(now)),
        birthdays=_birthdays(session, workspace.today(now)),
        kudos=tuple(kudos.since(session, rules.start_of(day, workspace.zone))),
        troubles=troubles(session, actor),
        ledger=ledger(session, now),
        completion=figures.of_the_team(session, now),
        coupons=coupons.figures(followups.gifts_since(session, now - rules.LEDGER), now - rules.LEDGER),
    )


def _with_followups(session: BookSession, seen: Digest, since: datetime) -> Digest:
    """Add the follow-ups by what the digest says of them; a promise that slips is not told twice."""
    everything = followups.open_all(session)
    mine = [each for each in everything if seen.whole or seen.viewer in (each.owner, each.handed_to)]
    tomorrow = rules.start_of(date.fromordinal(seen.today.toordinal() + 1), seen.zone)
    till_tonight = [each for each in mine if each.due_at < tomorrow]
    plain = [each for each in till_tonight if not each.promised]
    done = followups.done_since(session, since)
    return replace(
        seen,
        promises=tuple(each for each in till_tonight if each.promised),
        due=tuple(each for each in plain if not each.is_overdue(seen.now)),
        overdue=tuple(each for each in plain if each.is_overdue(seen.now)),
        done=tuple(each for each in done if seen.whole or each.done_by == seen.viewer),
    )


def came(session: BookSession, day: date) -> Came:
    """Return who came in on a local day."""
    found = visits.today(session, day)
    ids = dict.fromkeys(visit.customer_id for visit in found)
    return Came(day, tuple(customers.get_many(session, ids)), len(found), digests.third_greetings(session, day))


def ledger(session: BookSession, now: datetime) -> PromiseFigures:
    """Return how the team kept its promises of the last `LEDGER` days."""
    since = now - rules.LEDGER
    return promise_figures(
        [each for each in followups.promised_since(session, since) if each.due_at >= since], now
    )


def _missed(session: BookSession, today: date) -> tuple[Missed, ...]:
    away = {each.customer_id: each for each in rules.slipping(visits.rhythms(session), today)}
    return tuple(Missed(customer, away[customer.id]) for customer in customers.get_many(session, away))


def _birthdays(session: BookSession, today: date) -> tuple[Birthday, ...]:
    week = [today + timedelta(days=ahead) for ahead in range(7)]
    return rules.birthdays(customers.get_many(session, digests.born_on(session, week)), today)


def troubles(session: BookSession, actor: Actor) -> tuple[Trouble, ...]:
    """Return the messages somebody may decide on: managers on all, others on the kudos they gave (rule 8).

    A Home is not among them: opening it again draws it.
    """
    found = [each for each in outbox.troubled(session, MOST_TROUBLES) if each.kind != "home"]
    if not may(actor, "delivery.decide"):
        found = [each for each in found if _gave(session, actor, each)]
    return tuple(found)


def _gave(session: BookSession, actor: Actor, trouble: Trouble) -> bool:
    given = kudos.get(session, trouble.about) if trouble.kind.startswith("kudos") else None
    return given is not None and given.giver == actor.user


def decide(session: BookSession, actor: Actor, letter_id: int, now: datetime, *, again: bool) -> Trouble:
    """Send a message again, or drop it (rule 10)."""
    found = next((each for each in outbox.troubled(session, MOST_TROUBLES) if each.id == letter_id), None)
    if found is None:
        raise GoneTrouble
    if not _gave(session, actor, found):
        require(actor, "delivery.decide")
    if not outbox.decide(session, found.id, again=again, now=now):
        raise GoneTrouble
    audit.note(session, actor.user, "send_again" if again else "drop", f"outbox:{found.id}", now)
    outbox.refresh(session, "home:%", now)
    return found


def mute(session: BookSession, actor: Actor, now: datetime, *, off: bool) -> bool:
    """Stop or resume somebody's daily digest; return whether they get one at all."""
    require(actor, "digest.see")
    staff.change(session, actor.user, digest_muted=off)
    if not off:
        digests.mark(session, actor.user, wall(now, actor.zone).date())
    return actor.role >= Role.MANAGER


def next_due(session: BookSession, now: datetime) -> tuple[str, str] | None:
    """Return (workspace, manager) whose digest is due, of any workspace, or None."""
    for workspace, person in digests.managers_everywhere(session):
        if rules.is_due(person, workspace, now):
            return workspace.id, person.id
    return None


def send(session: BookSession, user: str, now: datetime) -> bool:
    """Promise a manager today's digest, once for each local date; say whether it was promised now."""
    person = staff.get(session, user)
    day = rules.is_due(person, staff.workspace(session), now) if person else None
    if day is None or not digests.mark(session, user, day):
        return False
    return outbox.promise(
        session, key=f"digest:{user}:{day}", kind="digest", about=0, to=user, now=now, not_after=now + rules.LATEST
    )


def _render(session: BookSession, letter: Letter, now: datetime) -> Rendered:
    if letter.is_update:
        return views.cleared()
    person = staff.get(session, letter.to)
    if person is None or person.left_at or person.digest_muted or person.role < Role.MANAGER:
        return Skip("not a manager who wants it")
    return views.digest(look(session, people.as_actor(session.workspace, person), now))


RENDERERS: dict[str, Render] = {"digest": _render}
"""A digest that stands changes only when somebody in it was erased: ``refresh(session, "digest:%", now)``."""
