"""What a playbook is made of: events, steps, delays, and the occasion on which one runs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

MOST_STEPS = 4
"""Steps for one event: more would be a script, and a form nobody fills in."""


@dataclass(frozen=True)
class Event:
    """Something that happens to a customer, and the facts a text may speak of when it does."""

    title: str
    when: str
    facts: tuple[str, ...] = ()
    said: str = ""
    """How the team says that it happened, where they have to."""


PURCHASE = "`/visit dana spent 240 on boots` says so; from which amount on is in `/regulars rules`."
REFERRAL = "`/visit kim sent by rose` says so, and *They sent us somebody* under a call that reached them."
PRAISE = "`/kudos @maria from rose: so kind` says so, and an issue that was put right better than expected."

EVENTS: Mapping[str, Event] = {
    "issue.opened": Event("Issue opened", "an issue is opened", ("story",)),
    "issue.resolved": Event("Issue resolved", "an issue is resolved", ("story",)),
    "visit.first": Event("First visit", "somebody comes in for the first time"),
    "visit.second": Event("Second visit", "somebody comes in for the second time"),
    "visit.third": Event("Third visit", "somebody comes in for the third time"),
    "purchase.large": Event("Large first purchase", "a first purchase is a large one", ("what",), PURCHASE),
    "referral": Event("Referral", "somebody sends us a friend", ("friend",), REFERRAL),
    "birthday": Event("Birthday", "it is somebody's birthday"),
    "slipping": Event("Slipping away", "a regular has not come for long", ("days",)),
    "praise": Event("Praise", "somebody praises us", ("words",), PRAISE),
}
"""Every event a playbook can have; a text may always speak of {name}."""

OWNERS: Mapping[str, str] = {
    "their person": "the customer's own person, or whoever made it happen",
    "whoever was there": "who was with the customer",
    "opener": "who wrote the issue down",
    "me": "whoever made it happen",
    "queue": "nobody yet: the team's queue",
}
"""Rule → what it means."""

WITHIN: Mapping[str, timedelta] = {"referral": timedelta(hours=48)}
"""What is to be done so soon after an event (P122), closed days or not: rather at once than after the weekend."""

COUPON_FACTS = ("coupon", "code", "expires")
"""What a text may speak of besides, in a step with a coupon."""


@dataclass(frozen=True)
class Delay:
    """How long after the event: so many ``hours``, ``days`` or ``working days``; then at that hour of the day."""

    amount: int = 0
    unit: str = "days"
    at: time | None = None


@dataclass(frozen=True)
class Coupon:
    """What a coupon is worth, in words, and for how many days."""

    value: str
    days: int


@dataclass(frozen=True)
class Step:
    """One follow-up that an event creates; ``text`` may hold {name} and the event's facts."""

    after: Delay
    kind: str
    owner: str
    text: str
    coupon: Coupon | None = None


Playbooks = Mapping[str, tuple[Step, ...]]
"""Event → its steps; an event without steps creates nothing."""


@dataclass(frozen=True)
class Occasion:
    """An event that happened to a customer: enough to make plans of.

    ``about`` names what it happened to (an issue's or a visit's id), so that nothing is planned twice; ``by`` is
    whoever made it happen, empty when it was the calendar. ``facts`` are the words for the texts.
    """

    event: str
    about: str
    customer_id: int
    name: str
    by: str
    person: str | None = None
    opener: str | None = None
    there: str | None = None
    issue_id: int | None = None
    facts: Mapping[str, str] = field(default_factory=dict)

    @property
    def cause(self) -> str:
        """Return the beginning of the causes of all that comes of it."""
        return cause_of(self.event, self.about)

    def owner(self, rule: str) -> str | None:
        """Return who a rule means: None is the queue; a rule that finds nobody means whoever made it happen."""
        if rule == "queue":
            return None
        found = {"their person": self.person, "whoever was there": self.there, "opener": self.opener}
        return found.get(rule) or self.by or None


def cause_of(event: str, about: str) -> str:
    """Return the beginning of the causes of all that comes of an event about one thing."""
    return f"{event}:{about}:"


VISITS = ("visit.first", "visit.second", "visit.third")
"""The visits that matter most (P106), in order."""

BOOK_IS_NEW = timedelta(days=14)
"""So long after setup a first visit *logged* is rarely a first visit: the regulars are only being written down."""


def visit_event(number: int, set_up_at: datetime | None, now: datetime) -> str | None:
    """Return the event that a customer's visit of this number is, unless the book is too new to know."""
    if set_up_at is None or now - set_up_at < BOOK_IS_NEW or not 1 <= number <= len(VISITS):
        return None
    return VISITS[number - 1]
