"""What a promised message says when its time comes, and what becomes of it.

Rendering happens at send time, from the book as it stands then: somebody erased, a visit taken back, a
follow-up done meanwhile are all noticed here (RELIABILITY.md, rule 4).
"""

from datetime import datetime
from typing import Any

from bot.domain.delivery import Answer, Letter, Next, Patience, Verdict, after_answer, too_late
from bot.services import customers, issues, kudos, visits
from bot.services.letters import Delete, Render, Rendered, Skip
from bot.store import outbox
from bot.store.database import BookSession
from bot.views.blocks import Message


def render(session: BookSession, letter: Letter, now: datetime) -> Rendered:
    """Return what to say for a letter now."""
    if not letter.is_update and too_late(letter, now):
        return Skip("too late")
    return RENDERERS[letter.kind](session, letter, now)


def _erase(session: BookSession, letter: Letter, now: datetime) -> Rendered:
    return Delete()


RENDERERS: dict[str, Render] = {"erase": _erase} | visits.RENDERERS | customers.RENDERERS | kudos.RENDERERS | issues.RENDERERS
"""The kind of a letter → what renders it; each capability brings its own."""


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
