"""Thank-you notes: owed by a command, due the next working day, written, sent (P78)."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.errands import Question, These, Unsure
from bot.domain.policy import Actor, require
from bot.domain.reminders import next_working_day
from bot.domain.thanks import ThanksForWhat, draft, reason, says_when_due
from bot.domain.typed import Planned, Set, Task, owner_first, task
from bot.domain.when import TimeRefused, Understood
from bot.services import typed, whom
from bot.services.followups import rota_of
from bot.store import customers, staff
from bot.store.database import BookSession


@dataclass(frozen=True)
class Owed:
    """A note that is owed now, with a draft where something true is known."""

    planned: Planned
    draft: str | None


def type_in(session: BookSession, actor: Actor, text: str, now: datetime) -> Owed | Set | Unsure | Question:
    """Owe somebody a note: “dana for sending us Ana”."""
    require(actor, "followup.change")
    owner, said = owner_first(text.strip())
    if not said.strip():
        raise ThanksForWhat
    found = whom.of_command(session, actor, "thanks", said, now, owner)
    return type_for(session, actor, found, now) if isinstance(found, These) else found


def type_for(session: BookSession, actor: Actor, found: These, now: datetime) -> Owed | Set:
    """Go on once it is clear whom to thank."""
    require(actor, "followup.change")
    time = _due(session, actor, found.rest, now)
    wanted = typed.for_owner(found, task(reason(time.rest if time else found.rest), actor.zone, kind="note"))
    done = typed.put_down(
        session, actor, found.customers, wanted.at(time) if time else _usual(session, actor, wanted, now), now
    )
    if not isinstance(done, Planned):
        return done
    return Owed(done, draft(done.followup, customers.card(session, found.customers[0]), now))


def _due(session: BookSession, actor: Actor, rest: str, now: datetime) -> Understood | None:
    """Return the time when it is surely that of the note; what is thanked for is mostly over."""
    try:
        time = typed.read(session, actor, rest, now)
    except TimeRefused:
        return None
    return time if isinstance(time, Understood) and says_when_due(time) else None


def _usual(session: BookSession, actor: Actor, wanted: Task, now: datetime) -> Task:
    local = next_working_day(now, actor.zone, rota_of(session, actor.user), staff.workspace(session))
    return Task.from_json(wanted.to_json() | {"due_local": local.isoformat()})
