"""What a promised message says when its time comes, and what becomes of it.

Rendering happens at send time, from the book as it stands then: somebody erased, a visit taken back, a
follow-up done meanwhile are all noticed here (RELIABILITY.md, rule 4).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.domain.delivery import Answer, Letter, Next, Patience, Verdict, after_answer, too_late
from bot.services import customers, visits
from bot.store import customers as customers_store
from bot.store import outbox, staff
from bot.store.database import BookSession
from bot.views import customers as customer_views
from bot.views import visits as visit_views
from bot.views.blocks import Message, View


@dataclass(frozen=True)
class Skip:
    """The message is no longer wanted, for this reason."""

    why: str


@dataclass(frozen=True)
class Delete:
    """The message that stands is to be taken away."""


@dataclass(frozen=True)
class File:
    """A file with a line beside it."""

    name: str
    content: bytes
    comment: str


@dataclass(frozen=True)
class Home:
    """Somebody's App Home."""

    view: View


Rendered = Message | File | Home | Delete | Skip
Render = Callable[[BookSession, Letter, datetime], Rendered]


def render(session: BookSession, letter: Letter, now: datetime) -> Rendered:
    """Return what to say for a letter now."""
    if not letter.is_update and too_late(letter, now):
        return Skip("too late")
    return RENDERERS[letter.kind](session, letter, now)


def _arrival(session: BookSession, letter: Letter, now: datetime) -> Rendered:
    came = visits.look(session, letter.about)
    if came is None or (came.visit.undone_at and not letter.is_update):
        return Skip("taken back")
    return visit_views.arrival(came, staff.workspace(session).zone)


def _export(session: BookSession, letter: Letter, now: datetime) -> Rendered:
    file = customers.everything(session, letter.about)
    if file is None:
        return Skip("erased")
    return File(file.name, file.content, f"Everything stored about {file.customer.name}.")


def _forget_request(session: BookSession, letter: Letter, now: datetime) -> Rendered:
    customer = customers_store.get(session, letter.about)
    return customer_views.forget_request(customer) if customer else Skip("erased")


def _erase(session: BookSession, letter: Letter, now: datetime) -> Rendered:
    return Delete()


RENDERERS: dict[str, Render] = {
    "visit.arrival": _arrival,
    "customer.export": _export,
    "customer.forget": _forget_request,
    "erase": _erase,
}
"""The kind of a letter → what renders it."""


def note(
    session: BookSession, letter: Letter, owner: str, answer: Answer, patience: Patience, now: datetime
) -> Next:
    """Write down what Slack answered."""
    then = after_answer(letter, answer, patience)
    if answer.verdict is Verdict.SAID:
        outbox.said(session, letter, owner, answer.channel or letter.to, answer.ts or letter.ts or "", now)
    elif then.state == "sent":
        outbox.said(session, letter, owner, letter.channel or letter.to, letter.ts or "", now)
    else:
        outbox.put_back(session, letter, owner, then, answer.error, now)
    return then


def skip(session: BookSession, letter: Letter, owner: str, why: str) -> None:
    """Write down that a message is not wanted any more."""
    outbox.skip(session, letter, owner, why)


def claim(session: BookSession, owner: str, now: datetime, patience: Patience) -> list[Letter]:
    """Take a few messages for sending, from any workspace."""
    return outbox.claim(session, owner, now, patience)


def plain(message: Message) -> dict[str, Any]:
    """Return the plain-text fallback of a message whose blocks Slack refused."""
    return {key: value for key, value in message.payload().items() if key != "blocks"}
