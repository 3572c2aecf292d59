"""Kudos: somebody was caught doing something right (P121), told as a story and never as points.

A story is plain text in which people stand as ``<@U…>``; everything else Slack marks up is turned into words, so
that nothing in a story can call a channel.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import datetime, timedelta
from typing import Any

from bot.domain.errors import Refusal
from bot.domain.issues import Coming
from bot.domain.policy import Actor, Role

LONGEST = 1500
MOST_RECEIVERS = 10
UNDO_WITHIN = timedelta(hours=1)
SAME_WITHIN = timedelta(minutes=1)
"""The same praise twice within so long was sent twice, not meant twice."""

ERASED = "(erased)"
"""What is left of a story when a customer in it was erased."""

_MENTION = r"<@([UW][A-Z0-9]+)(?:\|[^<>]*)?>"
_LEADING = re.compile(rf"\s*(?:(?:,|;|\+|&|and\b|y\b|et\b|und\b|e\b)\s*)*{_MENTION}", re.IGNORECASE)
_GROUP = re.compile(r"<!subteam\^|<!(?:channel|here|everyone)")
_SAID_BY = re.compile(
    r"from\s+(?P<who>[^:“”\"<>\n]*\w[^:“”\"<>\n]*?)\s*(?::|(?=[“\"]))\s*(?P<words>.*)", re.IGNORECASE | re.DOTALL
)
_TAG = re.compile(r"(?<![\w&#/])#(\w[\w-]{1,38})")


class NobodyNamed(Refusal):
    """Say who did something right, with an @, like `/kudos @maria stayed after closing to fix Dana's heel`."""


class NoSuchColleague(Refusal):
    """I don't know a “{typed}” here. Type @ and choose the name from Slack's list, then what they did."""


class NoStory(Refusal):
    """Say what they did; the story is the point, like `/kudos @maria stayed after closing to fix Dana's heel`."""


class LongStory(Refusal):
    """That is {length} characters; please keep the story under 1500."""


class LongMessage(Refusal):
    """That message has {length} characters; a story holds 1500. Type `/kudos`, a colleague and what matters."""


class WhoSaidIt(Refusal):
    """Type which customer said so, as much of the name as you know; or say that the words are yours."""


class NotToGroups(Refusal):
    """Kudos go to people and not to groups or channels. Name each colleague with an @, then what they did."""


class NotToYourself(Refusal):
    """Nobody can give kudos to themselves. Name the colleague you caught, then what they did."""


class NotToOutsiders(Refusal):
    """{names} cannot get kudos here: they are for colleagues, not for bots, guests or people from outside."""


class TooMany(Refusal):
    """That is {n} people; kudos mean most for a few. Name up to ten."""


class GoneKudos(Refusal):
    """I can't find those kudos any more."""


class AlreadyTakenBack(Refusal):
    """Those kudos were already taken back. Type `/kudos` to give new ones."""


class NotYourKudos(Refusal):
    """Only whoever gave kudos can change them or take them back."""


class TooLateToUndo(Refusal):
    """Kudos can be taken back for an hour; these are older, and were read. Talk to your colleague instead."""


@dataclass(frozen=True)
class Kudos:
    """Praise as it stands in the book; ``link`` leads to the message it is about, people are Slack ids."""

    id: int
    giver: str
    receivers: tuple[str, ...]
    story: str
    at: datetime
    customer_id: int | None = None
    link: str | None = None
    tags: tuple[str, ...] = ()
    undone_at: datetime | None = None
    from_customer: bool = False
    """Whether the story is in the customer's own words, and the giver passed it on (P43)."""


@dataclass(frozen=True)
class Praise:
    """What is to be said: to whom, the story, and what may stand beside it."""

    receivers: tuple[str, ...]
    story: str
    tags: tuple[str, ...] = ()
    link: str | None = None
    said_by: str | None = None
    """The customer whose words they may be, as typed; then ``words`` is the story without “from rose:”."""
    words: str = ""

    def to_facts(self) -> dict[str, Any]:
        """Return it as plain JSON, for an errand."""
        return {**asdict(self), "receivers": list(self.receivers), "tags": list(self.tags)}

    @classmethod
    def from_facts(cls, facts: Mapping[str, Any]) -> "Praise":
        """Return what `to_facts` wrote."""
        kept = {each.name: facts[each.name] for each in fields(cls)}
        return cls(**{**kept, "receivers": tuple(kept["receivers"]), "tags": tuple(kept["tags"])})


@dataclass(frozen=True)
class Given:
    """Kudos were given; ``again`` when they stood there already. ``channel`` is None where none is chosen.

    ``coming`` are the thanks due to the customer ``thanked``, whose words these are.
    """

    kudos: Kudos
    channel: str | None
    again: bool = False
    coming: tuple[Coming, ...] = ()
    thanked: str = ""


@dataclass(frozen=True)
class Overheard:
    """A message that the form of **Caught doing it right** is about."""

    author: str | None = None
    text: str = ""
    link: str | None = None
    customer: str | None = None
    """Whose own words are to be passed on."""


def read_command(text: str) -> Praise:
    """Read what stands after `/kudos`: who, with mentions, and the story.

    Mentions at the start are the receivers, and later ones belong to the story; where none stands at the start,
    everybody mentioned receives. “from rose: …” passes on a customer's own words. Raises the refusal for whatever
    is missing.
    """
    typed = text.strip()
    if _GROUP.match(typed):
        raise NotToGroups
    receivers, rest = _leading(typed)
    if not receivers:
        receivers, rest = list(re.findall(_MENTION, typed)), typed
    if not receivers:
        raise _nobody(typed)
    story, tags = _story(rest)
    said = _SAID_BY.match(story)
    if said is None:
        return Praise(tuple(dict.fromkeys(receivers)), story, tags)
    words, _ = _story(said["words"].strip('“”" '))
    return Praise(tuple(dict.fromkeys(receivers)), story, tags, said_by=said["who"], words=words)


def _leading(text: str) -> tuple[list[str], str]:
    receivers = []
    while found := _LEADING.match(text):
        receivers.append(found[1])
        text = text[found.end() :]
    if receivers and _GROUP.match(text.lstrip(" ,;+&")):
        raise NotToGroups
    return receivers, text.lstrip(" \t\n,;:–—-")


def _nobody(typed: str) -> Refusal:
    if _GROUP.search(typed):
        return NotToGroups()
    found = re.match(r"@[\w.-]+", typed)
    return NoSuchColleague(typed=found[0]) if found else NobodyNamed()


def _story(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the story and the #tags in it; raise `NoStory` or `LongStory`."""
    story = plain_story(text)
    if not re.search(r"\w", re.sub(_MENTION, "", story)):
        raise NoStory(field="story")
    if len(story) > LONGEST:
        raise LongStory(length=len(story), field="story")
    return story, tuple(dict.fromkeys(tag.casefold() for tag in _TAG.findall(story)))


def read_form(receivers: Iterable[str], story: str, tags: Iterable[str], link: str | None) -> Praise:
    """Read the form; raises the same refusals as the command, under their fields."""
    chosen = tuple(dict.fromkeys(receivers))
    if not chosen:
        raise NobodyNamed(field="who")
    text, named = _story(story)
    return Praise(chosen, text, tuple(dict.fromkeys((*tags, *named))), link)


def plain_story(text: str) -> str:
    """Turn Slack's markup into words; only people stay as ``<@U…>``."""
    text = re.sub(_MENTION, r"<@\1>", text)
    text = re.sub(r"<#[CG][A-Z0-9]+\|?([^<>]*)>", lambda found: f"#{found[1] or 'channel'}", text)
    text = re.sub(r"<!subteam\^\w+\|?@?([^<>]*)>", lambda found: f"@{found[1] or 'group'}", text)
    text = re.sub(r"<!(\w+)(?:\^[^<>|]*)?(?:\|([^<>]*))?>", lambda found: found[2] or f"@{found[1]}", text)
    text = re.sub(r"<((?:https?|mailto|tel):[^<>|]+)(?:\|([^<>]*))?>", lambda found: found[2] or found[1], text)
    return text.strip()


def with_names(text: str, names: Mapping[str, str]) -> str:
    """Write people by name, for a place where Slack shows no mentions, such as a form."""
    return re.sub(_MENTION, lambda found: f"@{names.get(found[1], 'a colleague')}", text)


def check(praise: Praise, giver: Actor, people: Iterable[Actor]) -> None:
    """Refuse praise of oneself, of outsiders and of too many; ``people`` are the receivers that are known."""
    if giver.user in praise.receivers:
        raise NotToYourself(field="who")
    if len(praise.receivers) > MOST_RECEIVERS:
        raise TooMany(n=len(praise.receivers), field="who")
    found = {person.user: person for person in people}
    wrong = [user for user in praise.receivers if user not in found or found[user].role < Role.STAFF]
    if wrong:
        names = [found[user].name if user in found else "Somebody I don't know" for user in wrong]
        raise NotToOutsiders(names=" and ".join(names), field="who")


def may_undo(kudos: Kudos, user: str, now: datetime) -> None:
    """Refuse to take back what is somebody else's, taken back already, or older than an hour."""
    if kudos.giver != user:
        raise NotYourKudos
    if kudos.undone_at:
        raise AlreadyTakenBack
    if now - kudos.at > UNDO_WITHIN:
        raise TooLateToUndo
