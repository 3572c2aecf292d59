"""Something went wrong for a customer: the story, the feeling apart from it, what comes next and by when.

The story comes first and in the customer's own words (P26, P97); how they feel stands beside it and is never
mixed with it (P25). There is no “trivial” (P101). What is solved is solved when the customer says so (P29).
"""

import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain import when
from bot.domain.calendars import Workplace
from bot.domain.customers import Customer
from bot.domain.errors import Refusal
from bot.domain.promises import PROBE, as_deadline

STORY = 2500
"""The most characters a story may have; shown whole, it fits one section of a message."""

MOOD = {None: 2.0, "calm": 1.0, "upset": 2.0, "furious": 4.0}
"""How fast an issue heats up; whoever complains and was not asked is taken to be upset."""

LATE = 2.0
"""A promised time that has passed doubles the heat (P129)."""


class Feels(StrEnum):
    """How the customer feels, apart from the problem (P16, P25)."""

    CALM = "calm"
    UPSET = "upset"
    FURIOUS = "furious"


class Verdict(StrEnum):
    """What the customer says of the solution: theirs, not ours (P29)."""

    EXCEEDED = "exceeded"
    MET = "met"
    MISSED = "missed"


@dataclass(frozen=True)
class Issue:
    """An issue as the book has it; instants are UTC, people are Slack ids."""

    id: int
    customer_id: int
    customer: str
    story: str
    owner: str
    opened_at: datetime
    opened_by: str
    feels: str | None = None
    wants: str | None = None
    next_step: str | None = None
    due_at: datetime | None = None
    told_at: datetime | None = None
    agreed_at: datetime | None = None
    agreed_by: str | None = None
    resolved_at: datetime | None = None
    resolved_by: str | None = None
    on_the_spot: bool = False
    verdict: str | None = None
    customer_said: str | None = None
    reopened: int = 0

    @property
    def last_told(self) -> datetime:
        """Return when the customer last heard from us; writing the issue down was the first time."""
        return self.told_at or self.opened_at

    def is_late(self, now: datetime) -> bool:
        """Say whether the promised time has passed."""
        return self.resolved_at is None and self.due_at is not None and self.due_at < now


@dataclass(frozen=True)
class Update:
    """The customer was told something (P126)."""

    at: datetime
    by: str
    what: str


@dataclass(frozen=True)
class IssueForm:
    """What was typed into the form, already read and clean."""

    story: str
    owner: str
    feels: str | None = None
    wants: str | None = None
    next_step: str | None = None
    due_at: datetime | None = None


@dataclass(frozen=True)
class Draft:
    """What the form shows before anybody types into it; without a customer it asks who it is about."""

    customer: Customer | None
    story: str = ""
    due_at: datetime | None = None


@dataclass(frozen=True)
class Looked:
    """An issue with what the customer was told, oldest first, and the clock to show it by."""

    issue: Issue
    updates: tuple[Update, ...]
    zone: str
    now: datetime


@dataclass(frozen=True)
class Coming:
    """A follow-up that something set going; ``kind`` is that of the follow-up, or ``reminder`` of a coupon.

    ``joined`` says that it was planned before, and sees to this as well.
    """

    kind: str
    text: str
    owner: str | None
    due_at: datetime
    joined: bool = False


@dataclass(frozen=True)
class Changed:
    """An issue after a change: what it set going, who was told, whether the customer must hear of a new time."""

    looked: Looked
    told_owner: bool = False
    new_time: bool = False
    coming: tuple[Coming, ...] = ()


@dataclass(frozen=True)
class Solved:
    """An issue was resolved, or stays open because the customer's expectation was missed."""

    looked: Looked
    coming: tuple[Coming, ...] = ()


@dataclass(frozen=True)
class Listed:
    """Open issues, hottest first; of one customer, or of all."""

    issues: tuple[Issue, ...]
    zone: str
    now: datetime
    customer: Customer | None = None


class NoStory(Refusal):
    """Write what happened, in their words; it can be short, like “left heel came loose again”."""


class LongStory(Refusal):
    """That is {length} characters; please keep the story under 2500, and the rest in the next step."""


class LongMessage(Refusal):
    """That message has {length} characters; a story holds 2500. Type `/issue`, a name and what matters."""


class GoneIssue(Refusal):
    """I can't find that issue any more; perhaps the customer was erased. See them all with `/issue list`."""


class AlreadyResolved(Refusal):
    """That issue is resolved already. If it is back, press Re-open on it, or type `/issue` and the name."""


class StillOpen(Refusal):
    """That issue is open already. Type `/issue` and the name to see it."""


class NextStep(Refusal):
    """They are not satisfied, so it stays open: write what we do next, like “Jon redoes the heel for free”."""


class ToldWhat(Refusal):
    """Write what they were told, like “the part comes on Friday”; the team reads it before the next call."""


class NotATime(Refusal):
    """“{typed}” is not a time I can read. Type one like “friday” or “tomorrow 4pm”, or leave it empty."""


class MoreThanATime(Refusal):
    """“{rest}” is more than a time. Type only when, like “friday 4pm”, and the rest in the next step."""


class PromisedOnce(Refusal):
    """“{typed}” comes again and again; an issue is promised once. Type one time, like “friday 4pm”."""


class WhichTime(Refusal):
    """“{typed}” could mean more than one time. Type one of these: {choices}."""


class NotAColleague(Refusal):
    """Only a member of this workspace can look after an issue. Choose a colleague, or yourself."""


def fits(story: str, told: type[Refusal] = LongStory) -> str:
    """Return a story that was told elsewhere than in the form; raise `LongStory`, or what else is said of it."""
    if len(story) > STORY:
        raise told(length=len(story))
    return story


def read_story(text: str) -> str:
    """Return what happened, as typed; raise `NoStory` or `LongStory`."""
    story = text.strip()
    if not story:
        raise NoStory(field="story")
    if len(story) > STORY:
        raise LongStory(length=len(story), field="story")
    return story


@dataclass(frozen=True)
class Reader:
    """Whose words a time is read from: when they are typed, where, in which language, and the shop's habits."""

    now: datetime
    zone: str
    locale: str = "en-US"
    habits: when.Habits = when.USUAL
    workplace: Workplace | None = None

    def understand(self, text: str) -> when.Understood | when.Asked | when.NoTime:
        """Read a time as this person means it; raises the refusals of `when`."""
        return self._read(text, self.habits)

    def deadline(self, text: str) -> when.Understood | when.Asked | when.NoTime:
        """Read by when something is promised: “friday” is until the shop closes on Friday."""
        found = self.understand(text)
        if self.workplace is None:
            return found
        probed = self._read(text, replace(self.habits, default_time=PROBE))
        return as_deadline(found, probed, self.now, self.workplace)

    def _read(self, text: str, habits: when.Habits) -> when.Understood | when.Asked | when.NoTime:
        return when.understand(text, now=self.now, zone=self.zone, locale=self.locale, habits=habits)

    def echo(self, moment: datetime) -> str:
        """Say a moment as this person would type it."""
        return when.echo(moment, self.zone, self.now)


_LINK = re.compile(r"<([@#!]|(?=https?:|mailto:|tel:))([^\s<>|]+)(?:\|([^<>]*))?>")


def as_said(text: str) -> str:
    """Return a text with Slack's links as people read them: ``<@U1|jon>`` is “@jon”."""
    return _LINK.sub(lambda link: f"{link[1].strip('!')}{link[3] or link[2]}", text).strip()


def read_by(text: str, reader: Reader, before: datetime | None = None) -> datetime | None:
    """Read “by when” as typed into a form; empty is no time.

    ``before`` is the time the form was opened with: left as it was, it stays, even when it has passed. Raises
    the refusals of `when`, or one that says what to type when the words do not name exactly one time.
    """
    typed = text.strip()
    if not typed or (before and typed == reader.echo(before)):
        return before if typed else None
    try:
        found = reader.deadline(typed)
    except when.TimeRefused as refused:
        refused.field = "by"
        raise
    if isinstance(found, when.Asked):
        choices = "; ".join(reader.echo(choice.when) for choice in found.choices)
        raise WhichTime(typed=typed, choices=choices, field="by")
    if isinstance(found, when.NoTime):
        raise NotATime(typed=typed, field="by")
    if found.rest:
        raise MoreThanATime(rest=found.rest, field="by")
    if found.rrule:
        raise PromisedOnce(typed=typed, field="by")
    return found.when


def part(text: str, reader: Reader) -> tuple[str, datetime | None]:
    """Part a typed story from the promise at its end: “heel is loose by friday” is a story and a time.

    Only “by …” is a promise. Any other time belongs to the story, since stories tell of times that were: “came
    loose on monday”.
    """
    story = text.strip()
    try:
        found, by = _only(reader.understand(story)), _only(reader.deadline(story))
    except when.TimeRefused:
        return story, None
    if found is None or by is None or found.until != found.when or not found.rest:
        return story, None
    return (by.rest, by.when) if story.rstrip(" .!").endswith(found.words) else (story, None)


def _only(found: when.Understood | when.Asked | when.NoTime) -> when.Understood | None:
    """Return a time that was understood, or asked about with one answer: what is told of is over, “came loose”."""
    if isinstance(found, when.Asked) and len(found.choices) == 1:
        return found.choices[0]
    return found if isinstance(found, when.Understood) else None


def heat(issue: Issue, now: datetime) -> float:
    """Return how hot an issue is: mood × (1 + days since the customer was last told something), twice when late.

    It rises with the time since they were last *told*, not since it was opened (P99): one call cools it down.
    A calm customer who was just told is at 1; above 4 somebody should call now. Resolved issues are cold.
    """
    if issue.resolved_at:
        return 0.0
    days = max(now - issue.last_told, timedelta()) / timedelta(days=1)
    mood = MOOD.get(issue.feels, MOOD[None])
    return mood * (1 + days) * (LATE if issue.is_late(now) else 1)


def by_heat(issues: list[Issue], now: datetime) -> list[Issue]:
    """Return issues, the hottest first, of equally hot ones the oldest."""
    return sorted(issues, key=lambda issue: (-heat(issue, now), issue.opened_at, issue.id))


def first_line(story: str) -> str:
    """Return the story's first line, shortened, for a welcome back and for what is to be done (P34)."""
    first = story.strip().splitlines()[0]
    return first if len(first) <= 140 else first[:139].rstrip() + "…"
