"""Setting a follow-up in words: saved at once when it is clear, asked about when it is not."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.domain.calendars import closed_all_day, promised_outside_hours, wall
from bot.domain.customers import Customer
from bot.domain.errands import GoneErrand, Question, These, Unsure, Whom
from bot.domain.followups import FollowUp, Plan, WhatFollowUp, WhenNotClear
from bot.domain.policy import Actor, require
from bot.domain.promises import PROBE, as_deadline
from bot.domain.recurring import check_pace
from bot.domain.reminders import closings, due_instant, suggestions
from bot.domain.rota import habits, workplace
from bot.domain.typed import (
    AskTwice,
    AskWhen,
    Doubt,
    Listed,
    Planned,
    PlannedAll,
    Set,
    Task,
    cool_down,
    mentioned,
    owner_first,
    pesters,
    same_as,
    task,
    with_names,
)
from bot.domain.when import Asked, NoTime, TimeRefused, Understood, understand
from bot.services import finding, lists, whom
from bot.services.followups import plan, rota_of
from bot.services.offers import offer
from bot.store import audit, errands, followups, staff
from bot.store.database import BookSession


def read(session: BookSession, actor: Actor, text: str, now: datetime) -> Understood | Asked | NoTime:
    """Read the time in what the actor typed, by their zone and the workspace's habits.

    Raises the refusals of `bot.domain.when`, and `TooOften`.
    """
    usual = habits(staff.workspace(session))
    return check_pace(understand(text, now=now, zone=actor.zone, locale=actor.locale, habits=usual))


def read_deadline(session: BookSession, actor: Actor, text: str, now: datetime) -> Understood | Asked | NoTime:
    """Read a time that a customer was promised: “by friday” is until the shop closes on Friday."""
    workspace = staff.workspace(session)
    probing = replace(habits(workspace), default_time=PROBE)
    probed = understand(text, now=now, zone=actor.zone, locale=actor.locale, habits=probing)
    return as_deadline(read(session, actor, text, now), probed, now, workplace(workspace))


def type_in(session: BookSession, actor: Actor, text: str, now: datetime) -> Set | Listed | Unsure | Question:
    """Set the follow-up of a command such as “dana call about the boots next tuesday at 3pm”.

    Names alone show what is open for these customers.
    """
    require(actor, "followup.change")
    owner, said = owner_first(text.strip())
    if not said.strip():
        raise WhatFollowUp
    found = whom.of_command(session, actor, "followup", said, now, owner)
    return type_for(session, actor, found, now) if isinstance(found, These) else found


def type_for(session: BookSession, actor: Actor, found: These, now: datetime) -> Set | Listed:
    """Go on with a command once it is clear who it is about; the rest is what stood after the names."""
    require(actor, "followup.change")
    if not found.rest.strip():
        return lists.about(session, found.customers)
    time = read(session, actor, found.rest, now)
    words = time.rest if len(mentioned(time.rest)) == 1 else _with_names(session, time.rest)
    return settle(session, actor, found.customers, for_owner(found, task(words, actor.zone)), time, now)


def for_owner(found: These, wanted: Task) -> Task:
    """Return a task for the colleague who was named in front of the command, if one was."""
    return replace(wanted, for_user=found.facts.get("owner") or wanted.for_user)


def settle(
    session: BookSession,
    actor: Actor,
    about: Sequence[Customer],
    wanted: Task,
    time: Understood | Asked | NoTime,
    now: datetime,
) -> Set:
    """Set a task at the time that was understood, or ask when."""
    if isinstance(time, Understood):
        return put_down(session, actor, about, wanted.at(time), now)
    if isinstance(time, Asked):
        choices = tuple(wanted.at(choice) for choice in time.choices)
        return ask_when(session, actor, about, wanted, time.question, choices, now)
    return ask_when(session, actor, about, wanted, "", _sensible(session, wanted, now), now)


def _sensible(session: BookSession, wanted: Task, now: datetime) -> tuple[Task, ...]:
    workspace = staff.workspace(session)
    if wanted.promised:
        ends = closings(wanted.zone, workplace(workspace), now)
        return tuple(replace(wanted, due_local=end, by_day=True) for end in ends)
    return tuple(replace(wanted, due_local=moment) for moment in suggestions(wanted.zone, workspace, now))


def ask_when(
    session: BookSession, actor: Actor, about: Sequence[Customer], wanted: Task, question: str,
    choices: tuple[Task, ...], now: datetime,
) -> AskWhen:  # fmt: skip
    """Keep a task until one of the moments is chosen."""
    errand = errands.begin(session, actor.user, "followup.when", _keep(about, choices), now)
    return AskWhen(errand.id, tuple(about), wanted.text, question, choices)


def _keep(about: Iterable[Customer], choices: Iterable[Task]) -> dict[str, Any]:
    return {"customers": [each.id for each in about], "choices": [choice.to_json() for choice in choices]}


def choose(session: BookSession, actor: Actor, errand_id: int, number: int, now: datetime) -> Set:
    """Set the task of an errand at the moment that was chosen."""
    about, choices = _kept(session, actor, errand_id)
    if not 0 <= number < len(choices):
        raise GoneErrand
    return put_down(session, actor, about, choices[number], now)


def choose_typed(session: BookSession, actor: Actor, errand_id: int, text: str, now: datetime) -> Set:
    """Set the task of an errand at a time that was typed into a form."""
    about, choices = _kept(session, actor, errand_id)
    time = read_alone(session, actor, text, now, promised=choices[0].promised)
    return put_down(session, actor, about, choices[0].at(time), now)


def set_anyway(
    session: BookSession, actor: Actor, errand_id: int, now: datetime, *, only_clear: bool = False
) -> Set:
    """Set the task of an errand although some customers hear from somebody already, or for the others alone."""
    about, choices = _kept(session, actor, errand_id)
    if only_clear:
        about = [each for each in about if _doubt(session, each, choices[0], now) is None]
    if not about:
        raise GoneErrand
    return save_all(session, actor, about, choices[0], now)


def _kept(session: BookSession, actor: Actor, errand_id: int) -> tuple[list[Customer], list[Task]]:
    """Take the errand: what waited in it is set once."""
    facts: dict[str, Any] = finding.take(session, actor, errand_id).facts
    if not facts.keys() >= {"choices", "customers"}:
        raise GoneErrand
    about = [finding.known(session, int(each)) for each in facts["customers"]]
    return about, [Task.from_json(choice) for choice in facts["choices"]]


def put_down(session: BookSession, actor: Actor, about: Sequence[Customer], wanted: Task, now: datetime) -> Set:
    """Save a task, unless some of the customers should rather be left in peace: then ask first."""
    staff.hold(session, actor.user)  # the same command sent twice is written down one after the other
    found = {each.id: _doubt(session, each, wanted, now) for each in about}
    doubts = tuple(doubt for doubt in found.values() if doubt)
    if not doubts:
        return save_all(session, actor, about, wanted, now)
    errand = errands.begin(session, actor.user, "followup.twice", _keep(about, [wanted]), now)
    return AskTwice(errand.id, doubts, tuple(each for each in about if not found[each.id]))


def _doubt(session: BookSession, customer: Customer, wanted: Task, now: datetime) -> Doubt | None:
    assert wanted.due_local
    due_at = due_instant(wanted.due_local, wanted.zone)
    same = same_as(wanted, due_at, followups.open_about(session, customer.id))
    if same:
        return Doubt(customer, same, same=True)
    if customer.do_not_contact and wanted.kind != "other":
        return Doubt(customer)
    other = _near(session, customer, wanted, due_at, now)
    return Doubt(customer, other) if other else None


def _near(
    session: BookSession, customer: Customer, wanted: Task, due_at: datetime, now: datetime
) -> FollowUp | None:
    apart = cool_down(staff.workspace(session))
    if not apart:
        return None
    return pesters(wanted, followups.contacts_near(session, customer.id, due_at - apart, due_at + apart, now))


def save_all(
    session: BookSession, actor: Actor, about: Sequence[Customer], wanted: Task, now: datetime
) -> Planned | PlannedAll:
    """Write a task down for each of the customers."""
    done = tuple(save(session, actor, each, wanted, now) for each in about)
    return done[0] if len(done) == 1 else PlannedAll(done)


def save(session: BookSession, actor: Actor, customer: Customer, wanted: Task, now: datetime) -> Planned:
    """Write a task down and say when its owner will hear of it."""
    require(actor, "followup.change")
    assert wanted.due_local
    asked = Plan(
        customer_id=customer.id,
        kind=wanted.kind,
        text=wanted.text,
        owner=actor.user,
        due_local=wanted.due_local,
        zone=wanted.zone,
        rrule=wanted.rrule,
        promised=wanted.promised,
        details={name: True for name in ("as_typed", "by_day") if getattr(wanted, name)},
    )
    new = plan(session, asked, actor.user, now)
    assert new  # it has no cause, so nothing can be in its way
    audit.note(session, actor.user, "set", f"followup:{new.id}", now)
    done = planned(session, new)
    if wanted.for_user in (None, actor.user):
        return done
    offer(session, actor.user, new, wanted.for_user, now)
    return replace(done, offered_to=wanted.for_user)


def planned(session: BookSession, followup: FollowUp) -> Planned:
    """Say of a follow-up when its owner will hear of it, and whether they work then."""
    shop = workplace(staff.workspace(session))
    warning = promised_outside_hours(followup.due_at, shop) if followup.promised else None
    closed = closed_all_day(wall(followup.due_at, shop.zone).date(), shop)
    works = rota_of(session, followup.owner).works(followup.due_at)
    return Planned(followup, followup.wake_at or followup.due_at, warning, works, closed=closed)


def fill_in(session: BookSession, actor: Actor, found: These, now: datetime) -> Set:
    """Set what the fields of a form say for whoever it is about."""
    time = read_alone(session, actor, str(found.facts["when"]), now)
    wanted = task(_with_names(session, str(found.facts["text"])), actor.zone)  # a message may mention people
    return put_down(session, actor, found.customers, wanted.at(time), now)


def whoever(session: BookSession, actor: Actor, names: str, facts: dict[str, Any], now: datetime) -> Whom:
    """Find whom a form is about; when that is not clear, its fields wait for the answer."""
    return whom.of_names(session, actor, "followup.form", names, facts, now)


def _with_names(session: BookSession, text: str) -> str:
    found = {user: person.name for user in mentioned(text) if (person := staff.get(session, user))}
    return with_names(text, found)


def read_alone(
    session: BookSession, actor: Actor, text: str, now: datetime, *, promised: bool = False
) -> Understood:
    """Read a field that holds a time and nothing else; raise `WhenNotClear`, or what the time is refused for."""
    try:
        time = (read_deadline if promised else read)(session, actor, text, now)
    except TimeRefused as refused:
        refused.field = "when"
        raise
    if not isinstance(time, Understood) or time.rest.strip():
        raise WhenNotClear(typed=text, field="when")
    return time
