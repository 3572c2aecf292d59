"""Setting a follow-up in words: saved at once when it is clear, asked about when it is not."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.domain.calendars import promised_outside_hours
from bot.domain.customers import Customer
from bot.domain.errands import GoneErrand, Here, Unknown, Which, Who
from bot.domain.followups import FollowUp, Plan, WhatFollowUp, WhenNotClear
from bot.domain.names import find
from bot.domain.policy import Actor, require
from bot.domain.reminders import due_instant, suggestions
from bot.domain.rota import habits, workplace
from bot.domain.typed import (
    AskTwice,
    AskWhen,
    Listed,
    Planned,
    Set,
    Task,
    cool_down,
    mentioned,
    pesters,
    task,
    with_names,
)
from bot.domain.when import Asked, NoTime, TimeRefused, Understood, understand
from bot.services import finding
from bot.services.followups import plan, rota_of
from bot.services.offers import offer
from bot.store import audit, customers, errands, followups, staff
from bot.store.database import BookSession


def read(session: BookSession, actor: Actor, text: str, now: datetime) -> Understood | Asked | NoTime:
    """Read the time in what the actor typed, by their zone and the workspace's habits."""
    usual = habits(staff.workspace(session))
    return understand(text, now=now, zone=actor.zone, locale=actor.locale, habits=usual)


def type_in(session: BookSession, actor: Actor, text: str, now: datetime) -> Set | Listed | Which | Unknown:
    """Set the follow-up of a command such as “dana call about the boots next tuesday at 3pm”.

    A name alone shows what is open for that customer.
    """
    require(actor, "followup.change")
    if not text.strip():
        raise WhatFollowUp
    who = finding.who(session, actor, "followup", text, now)
    return type_for(session, actor, who.customer, who.rest, now) if isinstance(who, Here) else who


def type_for(session: BookSession, actor: Actor, customer: Customer, rest: str, now: datetime) -> Set | Listed:
    """Go on with a command once it is clear who it is about; ``rest`` is what stood after the name."""
    require(actor, "followup.change")
    if not rest.strip():
        return Listed("about", tuple(followups.open_about(session, customer.id)), customer)
    time = read(session, actor, rest, now)
    words = time.rest if len(mentioned(time.rest)) == 1 else _with_names(session, time.rest)
    return settle(session, actor, customer, task(words, actor.zone), time, now)


def settle(
    session: BookSession,
    actor: Actor,
    customer: Customer,
    wanted: Task,
    time: Understood | Asked | NoTime,
    now: datetime,
) -> Set:
    """Set a task at the time that was understood, or ask when."""
    if isinstance(time, Understood):
        return put_down(session, actor, customer, wanted.at(time), now)
    if isinstance(time, Asked):
        choices = tuple(wanted.at(choice) for choice in time.choices)
        return ask_when(session, actor, customer, wanted, time.question, choices, now)
    return ask_when(session, actor, customer, wanted, "", _sensible(session, wanted, now), now)


def _sensible(session: BookSession, wanted: Task, now: datetime) -> tuple[Task, ...]:
    moments = suggestions(wanted.zone, staff.workspace(session), now)
    return tuple(Task.from_json(wanted.to_json() | {"due_local": moment.isoformat()}) for moment in moments)


def ask_when(
    session: BookSession, actor: Actor, customer: Customer, wanted: Task, question: str,
    choices: tuple[Task, ...], now: datetime,
) -> AskWhen:  # fmt: skip
    """Keep a task until one of the moments is chosen."""
    kept = {"customer": customer.id, "choices": [choice.to_json() for choice in choices]}
    errand = errands.begin(session, actor.user, "followup.when", kept, now)
    return AskWhen(errand.id, customer, wanted.text, question, choices)


def choose(session: BookSession, actor: Actor, errand_id: int, number: int, now: datetime) -> Set:
    """Set the task of an errand at the moment that was chosen."""
    customer, choices = _kept(session, actor, errand_id)
    if not 0 <= number < len(choices):
        raise GoneErrand
    return put_down(session, actor, customer, choices[number], now)


def set_anyway(session: BookSession, actor: Actor, errand_id: int, now: datetime) -> Planned:
    """Set the task of an errand although the customer hears from somebody already."""
    customer, choices = _kept(session, actor, errand_id)
    return save(session, actor, customer, choices[0], now)


def _kept(session: BookSession, actor: Actor, errand_id: int) -> tuple[Customer, list[Task]]:
    facts: dict[str, Any] = finding.errand(session, actor, errand_id).facts
    if "choices" not in facts:
        raise GoneErrand
    customer = finding.known(session, int(facts["customer"]))
    return customer, [Task.from_json(choice) for choice in facts["choices"]]


def put_down(session: BookSession, actor: Actor, customer: Customer, wanted: Task, now: datetime) -> Set:
    """Save a task, unless the customer should be left in peace: then ask first."""
    other = _near(session, customer, wanted)
    shy = customer.do_not_contact and wanted.kind != "other"
    if other is None and not shy:
        return save(session, actor, customer, wanted, now)
    kept = {"customer": customer.id, "choices": [wanted.to_json()]}
    errand = errands.begin(session, actor.user, "followup.twice", kept, now)
    return AskTwice(errand.id, customer, None if shy else other)


def _near(session: BookSession, customer: Customer, wanted: Task) -> FollowUp | None:
    assert wanted.due_local
    apart, at = cool_down(staff.workspace(session)), due_instant(wanted.due_local, wanted.zone)
    return (
        pesters(wanted, followups.contacts_near(session, customer.id, at - apart, at + apart)) if apart else None
    )


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
        details={"as_typed": True} if wanted.as_typed else {},
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
    warning = None
    if followup.promised:
        warning = promised_outside_hours(followup.due_at, workplace(staff.workspace(session)))
    works = rota_of(session, followup.owner).works(followup.due_at)
    return Planned(followup, followup.wake_at or followup.due_at, warning, works)


def choose_typed(session: BookSession, actor: Actor, errand_id: int, text: str, now: datetime) -> Set:
    """Set the task of an errand at a time that was typed into a form."""
    customer, choices = _kept(session, actor, errand_id)
    return put_down(session, actor, customer, choices[0].at(read_alone(session, actor, text, now)), now)


def fill_in(session: BookSession, actor: Actor, customer: Customer, text: str, when: str, now: datetime) -> Set:
    """Set a follow-up from the fields of a form."""
    time = read_alone(session, actor, when, now)
    wanted = task(_with_names(session, text), actor.zone)  # a message may mention people by the way
    return put_down(session, actor, customer, wanted.at(time), now)


def _with_names(session: BookSession, text: str) -> str:
    found = {user: person.name for user in mentioned(text) if (person := staff.get(session, user))}
    return with_names(text, found)


def read_alone(session: BookSession, actor: Actor, text: str, now: datetime) -> Understood:
    """Read a field that holds a time and nothing else; raise `WhenNotClear`, or what the time is refused for."""
    try:
        time = read(session, actor, text, now)
    except TimeRefused as refused:
        refused.field = "when"
        raise
    if not isinstance(time, Understood) or time.rest.strip():
        raise WhenNotClear(typed=text, field="when")
    return time


def whoever(session: BookSession, actor: Actor, name: str, facts: dict[str, str], now: datetime) -> Who:
    """Find whom a form is about; when that is not clear, its fields wait for the answer."""
    found = find(name, customers.people(session))
    return finding.settle(session, actor, "followup.form", found, name, facts, now)
