"""What a promised message says when its time comes, and what becomes of it.

Rendering happens at send time, from the book as it stands then: somebody erased, a visit taken back, a
follow-up done meanwhile are all noticed here (RELIABILITY.md, rule 4).
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from bot.domain.delivery import (
    AWAY,
    Answer,
    Letter,
    Next,
    Patience,
    after_answer,
    after_failed_look,
    is_person,
    may_be_folded,
    outdated,
    too_late,
    weight,
)
from bot.services import customers, digests, home, issues, kudos, nudges, visits
from bot.services.letters import Delete, Render, Rendered, Skip
from bot.store import claims, outbox
from bot.store.database import BookSession
from bot.views import away
from bot.views.blocks import Message


def render(session: BookSession, letter: Letter, now: datetime) -> Rendered:
    """Return what to say for a letter now."""
    if not letter.is_update and too_late(letter, now):
        return Skip("too late")
    return RENDERERS[letter.kind](session, letter, now)


def render_mine(session: BookSession, letter: Letter, now: datetime, real: datetime) -> Rendered | None:
    """Return what to say for a letter; None when somebody else has taken it over meanwhile."""
    return render(session, letter, now) if outbox.still_mine(session, letter, real) else None


def _erase(session: BookSession, letter: Letter, now: datetime) -> Rendered:
    return Delete() if letter.is_update else Skip("erased before it was said")


def _away(session: BookSession, letter: Letter, now: datetime) -> Rendered:
    told = [
        render(session, replace(each, channel=letter.channel, ts=letter.ts), now)
        for each in sorted(outbox.folded_in(session, letter.id), key=weight)
    ]
    messages = [message for message in told if isinstance(message, Message)]
    if messages:
        return away.while_away(messages)
    return Delete() if letter.is_update else Skip("nothing left to tell")


RENDERERS: dict[str, Render] = (
    {"erase": _erase, AWAY: _away}
    | visits.RENDERERS
    | nudges.RENDERERS
    | customers.RENDERERS
    | kudos.RENDERERS
    | digests.RENDERERS
    | home.RENDERERS
    | issues.RENDERERS
)
"""The kind of a letter → what renders it; each capability brings its own."""


def note(
    session: BookSession, letter: Letter, answer: Answer, patience: Patience, now: datetime, real: datetime
) -> Next:
    """Write down what Slack answered; ``real`` is the real time, by which lanes rest."""
    then = after_answer(letter, answer, patience)
    if then.rest:
        claims.rest(session, then.rest, real)
    if then.state == "sent":
        _note_said(session, letter, answer, now)
    elif then.state == "skipped":
        outbox.skip(session, letter, answer.error)
    else:
        outbox.put_back(session, letter, then, answer.error, now)
    if then.state in ("dead", "unclear") and letter.kind != "home":
        outbox.refresh(session, "home:%", now)  # where whoever may decide about it sees it
    return then


def _note_said(session: BookSession, letter: Letter, answer: Answer, now: datetime) -> None:
    channel = answer.channel or letter.channel or letter.to
    outbox.said(session, letter, channel, answer.ts or letter.ts or "", now)
    if is_person(letter.to) and channel != letter.to:
        claims.learn_channel(session, letter.to, channel)


def note_failed_look(
    session: BookSession, letter: Letter, answer: Answer, patience: Patience, now: datetime
) -> None:
    """Write down that one could not look for a doubtful message just now."""
    outbox.put_back(session, letter, after_failed_look(letter, answer, patience), answer.error, now)


def skip(session: BookSession, letter: Letter, why: str) -> None:
    """Write down that a message is not wanted any more."""
    outbox.skip(session, letter, why)


def claim(session: BookSession, now: datetime, real: datetime, patience: Patience, limit: int) -> list[Letter]:
    """Take a few messages for sending, from any workspace."""
    return claims.claim(session, now, real, patience, limit)


def channel_of(session: BookSession, person: str) -> str | None:
    """Return the channel of somebody's direct messages, where it is known."""
    return claims.channel_of(session, person)


def release(session: BookSession, letter: Letter) -> None:
    """Give a letter back that was claimed and surely not begun."""
    outbox.release(session, letter)


def beat(session: BookSession, real: datetime) -> timedelta:
    """Note that messages are being delivered; return how long nobody did."""
    return claims.beat(session, "courier", real)


@dataclass(frozen=True)
class Health:
    """How delivery does: when somebody last looked after it, and how late the oldest message is."""

    last_beat: datetime | None
    late_by: timedelta


def health(session: BookSession, now: datetime) -> Health:
    """Return how the delivery of all workspaces does: one of the two alarms (RELIABILITY.md, rule 29)."""
    return Health(claims.last_beat(session, "courier"), outbox.oldest_due(session, now))


def crowded(session: BookSession, now: datetime) -> list[tuple[str, str]]:
    """Return (workspace, person) of everybody for whom more than one message waits."""
    return [(workspace, to) for workspace, to in outbox.crowded(session, now) if is_person(to)]


def fold(session: BookSession, person: str, now: datetime) -> int:
    """After an absence, fold what waits for one person into one message (rule 11); return how many were folded.

    Of several digests only the latest is kept; kudos stay each for themselves.
    """
    waiting = [letter for letter in outbox.waiting_for(session, person, now) if may_be_folded(letter)]
    old = outdated(waiting)
    outbox.drop(session, old, "a newer digest")
    left = [letter for letter in waiting if letter.id not in old]
    told = [letter for letter in left if isinstance(render(session, letter, now), Message)]
    if len(told) < 2:
        return 0
    outbox.fold(session, told, f"{AWAY}:{person}:{now:%Y%m%dT%H%M%S}", now)
    return len(told)


def plain(message: Message) -> dict[str, Any]:
    """Return the plain-text fallback of a message whose blocks Slack refused."""
    return {key: value for key, value in message.payload().items() if key != "blocks"}
