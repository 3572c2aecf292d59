"""Running playbooks, and letting managers change them."""

from collections.abc import Mapping
from datetime import datetime

from bot.domain import playbooks, purchases, rota
from bot.domain.customers import Customer
from bot.domain.issues import Coming
from bot.domain.playbooks import DEFAULTS, VISITS, Occasion, Playbooks, Step, UnknownEvent, cause_of, visit_event
from bot.domain.playbooks.planning import REMINDS
from bot.domain.policy import Actor, require
from bot.domain.workspaces import Workspace
from bot.services import cooling, followups
from bot.services.cooling import Cooled
from bot.store import audit, staff
from bot.store import followups as book
from bot.store.database import BookSession


def of(workspace: Workspace) -> Playbooks:
    """Return a workspace's playbooks: what its managers changed, over the defaults."""
    return playbooks.from_json(workspace.settings.get("playbooks"))


def run(
    session: BookSession,
    event: str,
    customer: Customer,
    by: str,
    facts: Mapping[str, str],
    now: datetime,
    *,
    about: str,
    opener: str | None = None,
    there: str | None = None,
    issue_id: int | None = None,
) -> tuple[Coming, ...]:
    """Create the follow-ups of an event, and return what comes of it, as an answer tells.

    Whoever hears from somebody soon is asked for their time once: see `bot.services.cooling`.
    """
    made = create(
        session, event, customer, by, facts, now, about=about, opener=opener, there=there, issue_id=issue_id
    )
    return tuple(map(_coming, made))


def create(
    session: BookSession,
    event: str,
    customer: Customer,
    by: str,
    facts: Mapping[str, str],
    now: datetime,
    *,
    about: str,
    opener: str | None = None,
    there: str | None = None,
    issue_id: int | None = None,
) -> list[Cooled]:
    """Create the follow-ups of an event, and return those that see to it now.

    ``about`` names what happened (an issue's or visit's id): the same event about the same thing creates nothing
    again. Whoever asked not to be contacted is left in peace.
    """
    if customer.do_not_contact:
        return []
    workspace = staff.workspace(session)
    occasion = Occasion(
        event, about, customer.id, customer.name, by, customer.person, opener, there or by, issue_id, facts
    )
    plans = playbooks.steps_for(of(workspace), occasion, now, rota.workplace(workspace))
    made = [cooling.plan(session, plan, by, now) for plan in plans]
    return [done for done in made if done]


def _coming(done: Cooled) -> Coming:
    new = done.followup
    reminds = (new.cause or "").endswith(REMINDS)
    return Coming("reminder" if reminds else new.kind, new.text, new.owner, new.due_at, done.joined)


def call_off(session: BookSession, event: str, about: str, now: datetime) -> int:
    """Drop the open follow-ups of an event whose reason is gone; return how many.

    Should the reason come back, so may they; what was done before is not done again.
    """
    dropped = followups.cancel_caused(session, cause_of(event, about), now)
    book.free_cause(session, cause_of(event, about))
    return dropped


def visited(session: BookSession, customer: Customer, visit_id: int, number: int, by: str, now: datetime) -> None:
    """Run the playbook of a customer's first, second or third visit; ``number`` counts this one.

    Whoever comes in has not slipped away: what was planned because they stayed away has lost its reason.
    """
    call_off(session, "slipping", f"{customer.id}", now)
    event = visit_event(number, staff.workspace(session).set_up_at, now)
    if event:
        run(session, event, customer, by, {}, now, about=f"{visit_id}")


def unvisited(session: BookSession, visit_id: int, now: datetime) -> int:
    """Drop what a visit, and what was spent on it, had set going, since it was taken back; return how many."""
    return sum(call_off(session, event, f"{visit_id}", now) for event in (*VISITS, purchases.CAUSE))


def look(session: BookSession, actor: Actor) -> Playbooks:
    """Return the playbooks to a manager."""
    require(actor, "playbook.change")
    return of(staff.workspace(session))


def steps(session: BookSession, actor: Actor, event: str) -> tuple[Step, ...]:
    """Return the steps of one event to a manager; raise `UnknownEvent`."""
    _check(event)
    return look(session, actor).get(event, ())


def change(
    session: BookSession, actor: Actor, event: str, wanted: tuple[Step, ...] | None, now: datetime
) -> Playbooks:
    """Write the steps of one event down, or with None go back to its default."""
    require(actor, "playbook.change")
    _check(event)
    steps = DEFAULTS[event] if wanted is None else wanted
    return _keep(session, actor, {**of(staff.workspace(session)), event: steps}, now)


def replace_all(session: BookSession, actor: Actor, wanted: Playbooks, now: datetime) -> Playbooks:
    """Write all playbooks down, as a file had them."""
    require(actor, "playbook.change")
    return _keep(session, actor, wanted, now)


def _keep(session: BookSession, actor: Actor, wanted: Playbooks, now: datetime) -> Playbooks:
    """Keep what differs from the defaults, so that a better default reaches whoever never changed it."""
    own = {event: steps for event, steps in wanted.items() if steps != DEFAULTS[event]}
    settings = staff.workspace(session).settings
    staff.decide(session, settings={**settings, "playbooks": playbooks.to_json(own)})
    audit.note(session, actor.user, "change", "playbooks", now)
    return of(staff.workspace(session))


def _check(event: str) -> None:
    if event not in playbooks.EVENTS:
        raise UnknownEvent(typed=event, choices=", ".join(playbooks.EVENTS))
