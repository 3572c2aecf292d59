"""What the messages about follow-ups say when they go out, and what they say after something happened.

They are rendered from the book as it stands (RELIABILITY.md, rule 4): done, handed over, put off or erased
meanwhile all show, in the message that stands as in the one that waits.
"""

from datetime import UTC, date, datetime

from bot.domain.customers import Card, days_to_birthday
from bot.domain.delivery import Letter
from bot.domain.followups import FollowUp
from bot.domain.kudos import with_names
from bot.domain.openers import LATELY, News, milestone, mood, opener
from bot.domain.outcomes import Nudge
from bot.domain.reminders import most_tries
from bot.domain.thanks import draft, worth_a_word
from bot.services.letters import Delete, Render, Rendered, Skip
from bot.store import customers, followup_facts, followups, referrals, staff
from bot.store.database import BookSession
from bot.views import escalations
from bot.views import handovers as handover_views
from bot.views import reminders as views


def look(session: BookSession, followup: FollowUp, reader: str, now: datetime) -> Nudge | None:
    """Return everything a reminder shows to its reader; None when the customer was erased."""
    customer = customers.get(session, followup.customer_id)
    if customer is None:
        return None
    card, me = customers.card(session, customer), staff.get(session, reader)
    workspace = staff.workspace(session)
    zone = me.zone if me else workspace.zone
    words = _kind_words(session, customer.id, now)
    news = _news(session, followup, card, words, workspace.today(now), now)
    return Nudge(
        followup=followup,
        card=card,
        last_words=_last_words(session, followup, card, words),
        ask_about=worth_a_word(card),
        opening=_opening(followup, card, news, me.name) if me else None,
        zone=zone,
        now=now,
        owner=staff.get(session, followup.owner) if followup.owner else None,
        yours=followup.owner == reader,
        most_tries=most_tries(workspace),
        draft=draft(followup, card, now) if followup.kind == "note" else None,
    )


def _kind_words(session: BookSession, customer_id: int, now: datetime) -> str | None:
    words = followup_facts.kind_words(session, customer_id, now - LATELY)
    return with_names(words, {person.id: person.name for person in staff.team(session)}) if words else None


def _opening(followup: FollowUp, card: Card, news: News, me: str) -> str:
    variant = int(followup.details.get("opener", 0))
    return opener(mood(followup, card, news), variant, card.customer.name, me, news)


def _news(
    session: BookSession, followup: FollowUp, card: Card, words: str | None, today: date, now: datetime
) -> News:
    """Return the good news that there is of a customer."""
    sent, friend = referrals.lately(session, card.customer.id, now - LATELY)
    return News(
        better=bool(followup.issue_id and followup_facts.was_exceeded(session, followup.issue_id)),
        birthday_in=days_to_birthday(card.customer.birthday, today),
        friend=(friend or "a friend") if sent else None,
        praised=words is not None,
        mark=milestone(card, now),
        bought=card.bought[0] if card.bought else None,
    )


def _last_words(session: BookSession, followup: FollowUp, card: Card, words: str | None) -> str | None:
    """Return what the customer said last: in the issue it is about, in an open one, or in praise.

    For a note that answers praise it is the praise; other notes begin from what is known of them.
    """
    if followup.kind == "note":
        return words if (followup.cause or "").startswith("praise:") else None
    if followup.issue_id and (story := followup_facts.story_of(session, followup.issue_id)):
        return story
    return card.issues[-1].story if card.issues else words


def _render_nudge(session: BookSession, letter: Letter, now: datetime) -> Rendered:
    followup = followups.get(session, letter.about)
    if followup is None:
        return Skip("erased")
    nudge = look(session, followup, letter.to, now)
    if nudge is None:
        return Skip("erased")
    latest = letter.key.split(":")[2] == followup.details.get("nudge")
    if not letter.is_update and (not followup.is_open or not latest or nudge.resting or not nudge.yours):
        return Skip("not wanted any more")
    if followup.is_open and nudge.yours and not latest:
        return views.asked_again(followup)
    return views.nudge(nudge)


def _render_queue(session: BookSession, letter: Letter, now: datetime) -> Rendered:
    found = followups.queued_in(session, letter.about)
    if letter.is_update and not found:
        return Delete()  # all of it was about somebody who is erased
    if not letter.is_update and not any(each.is_open and not each.owner for each in found):
        return Skip("taken")
    return views.queued(found, staff.workspace(session).zone, now)


def _render_offer(session: BookSession, letter: Letter, now: datetime) -> Rendered:
    followup = followups.get(session, letter.about)
    if followup is None:
        return Skip("erased")
    if not letter.is_update and followup.handed_to != letter.to:
        return Skip("not offered any more")
    nudge = look(session, followup, letter.to, now)
    return handover_views.offered(nudge, letter.to) if nudge else Skip("erased")


def _render_taken(session: BookSession, letter: Letter, now: datetime) -> Rendered:
    followup = followups.get(session, letter.about)
    return handover_views.taken(followup) if followup else Skip("erased")


def _render_returned(session: BookSession, letter: Letter, now: datetime) -> Rendered:
    followup = followups.get(session, letter.about)
    if followup is None:
        return Skip("erased")
    if not letter.is_update and not followup.is_open:
        return Skip("ended meanwhile")
    _, _, why, who, *_ = letter.key.split(":")
    reader = staff.get(session, letter.to)
    zone = reader.zone if reader else staff.workspace(session).zone
    return handover_views.returned(
        followup, who, declined=why == "declined", yours=bool(reader), zone=zone, now=now
    )


def _render_escalation(session: BookSession, letter: Letter, now: datetime) -> Rendered:
    start = datetime.fromtimestamp(letter.about * 3600, UTC)
    end = datetime.fromtimestamp((letter.about + 1) * 3600, UTC)
    found = followups.escalated_between(session, start, end)
    if not letter.is_update and not any(followup.is_open for followup in found):
        return Skip("all done")
    return escalations.escalation(found, staff.workspace(session).zone, now)


def _render_left(session: BookSession, letter: Letter, now: datetime) -> Rendered:
    why, user, cover, *_ = letter.key.split(":")
    return handover_views.left(user, cover or None, away=why == "away")


RENDERERS: dict[str, Render] = {
    "followup.nudge": _render_nudge,
    "followup.offer": _render_offer,
    "followup.taken": _render_taken,
    "followup.returned": _render_returned,
    "team.queue": _render_queue,
    "team.escalation": _render_escalation,
    "team.left": _render_left,
}
