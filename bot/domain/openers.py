"""A first sentence for a call, in the customer's mood: a prompt and never a script (P61, P96).

There are three of each, and the one used last is not offered next. Good news is used where there is any: put right
better than expected, a birthday, a friend they sent, praise, a milestone, a first purchase.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from dateutil.relativedelta import relativedelta

from bot.domain.customers import Card
from bot.domain.followups import FollowUp
from bot.domain.purchases import CAUSE as BOUGHT
from bot.domain.visits import MILESTONES

VARIANTS = 3
LATELY = timedelta(days=30)
"""So long a friend they sent, or kind words, are news."""

FRESH = timedelta(days=14)
"""So long after their visit a milestone is worth a word."""

ROUND = tuple(visits for visits in MILESTONES if visits >= 10)
"""Numbers of visits that are worth a word on the telephone; the second and third are for the door."""

SOON = 3
"""A birthday in so many days can be spoken of; later it is only a date."""


class Mood(StrEnum):
    """How the customer is likely to feel when we call."""

    UPSET = "upset"
    DELIGHTED = "delighted"
    RECOVERED = "recovered"
    WAITING = "waiting"
    BOUGHT = "bought"
    CELEBRATING = "celebrating"
    LOOKING_FORWARD = "looking_forward"
    GRATEFUL = "grateful"
    PRAISED = "praised"
    MILESTONE = "milestone"
    WARM = "warm"


@dataclass(frozen=True)
class News:
    """Good news of a customer: each may be missing.

    ``better``: what the call is about was put right better than they expected. ``birthday_in`` days; 0 is today.
    ``friend`` is whom they sent us lately, ``mark`` a milestone in words, ``bought`` what they bought last.
    """

    better: bool = False
    birthday_in: int | None = None
    friend: str | None = None
    praised: bool = False
    mark: str | None = None
    bought: str | None = None


OPENERS: Mapping[Mood, tuple[str, str, str]] = {
    Mood.UPSET: (
        "Hello {name}, this is {me}. I can't blame you for being upset; let me see how I can help.",
        "Hello {name}, {me} here. You were let down by us, and I would like to put it right.",
        "Hello {name}, it's {me}. I have read what happened. Will you tell me what matters most to you now?",
    ),
    Mood.DELIGHTED: (
        "Hello {name}, this is {me}. You were so pleased with how it turned out: is it still so?",
        "Hello {name}, {me} here. Your words about how we put it right made our week. How has it held up?",
        "Hello {name}, it's {me}. We were glad to get it right for you, and I would like to hear how it is now.",
    ),
    Mood.RECOVERED: (
        "Hello {name}, this is {me}. I only want to know whether everything is right now.",
        "Hello {name}, {me} here. Some days have passed: how has it held up?",
        "Hello {name}, it's {me}. You gave us a second chance, so I wanted to ask how it went.",
    ),
    Mood.WAITING: (
        "Hello {name}, this is {me}. I said I would be in touch, and here I am.",
        "Hello {name}, {me} here, as promised.",
        "Hello {name}, it's {me}. You have been waiting for this call; thank you for your patience.",
    ),
    Mood.BOUGHT: (
        "Hello {name}, this is {me}. I only want to hear how you get on with {bought}.",
        "Hello {name}, {me} here. Now that you have had {bought} for a few days: is everything as you hoped?",
        "Hello {name}, it's {me}. I was thinking of you and {bought}; is there anything we can do?",
    ),
    Mood.CELEBRATING: (
        "Hello {name}, this is {me}. All the best for your birthday, from all of us.",
        "Hello {name}, {me} here. Before anything else: happy birthday.",
        "Hello {name}, it's {me}. It is your day today, and we thought of you.",
    ),
    Mood.LOOKING_FORWARD: (
        "Hello {name}, this is {me}. Your birthday is near: I hope you have something nice planned.",
        "Hello {name}, {me} here. We thought of you, with your birthday so near.",
        "Hello {name}, it's {me}. Before your birthday begins in earnest: how are you?",
    ),
    Mood.GRATEFUL: (
        "Hello {name}, this is {me}. You sent us {friend}: thank you, that means a lot to us.",
        "Hello {name}, {me} here. First of all, thank you for telling {friend} about us.",
        "Hello {name}, it's {me}. It is thanks to you that {friend} came, and I wanted to say so myself.",
    ),
    Mood.PRAISED: (
        "Hello {name}, this is {me}. Your kind words went round the whole team: thank you.",
        "Hello {name}, {me} here. What you said of us made our day.",
        "Hello {name}, it's {me}. We still quote what you said of us; thank you for it.",
    ),
    Mood.MILESTONE: (
        "Hello {name}, this is {me}. Thank you for {mark} with us; we noticed it gladly.",
        "Hello {name}, {me} here. It has been {mark} now, and we are glad of it.",
        "Hello {name}, it's {me}. I saw that it is {mark} now: thank you for coming back.",
    ),
    Mood.WARM: (
        "Hello {name}, this is {me}. Is this a good moment?",
        "Hello {name}, {me} here. I was thinking of you; how are you?",
        "Hello {name}, it's {me}. I have something for you, and it won't take long.",
    ),
}


def mood(followup: FollowUp, card: Card, news: News) -> Mood:
    """Return the mood to begin in: what went wrong comes first, then what the call is about, then good news."""
    if card.issues:
        return Mood.UPSET
    if followup.issue_id:
        return Mood.DELIGHTED if news.better else Mood.RECOVERED
    if followup.promised:
        return Mood.WAITING
    if (followup.cause or "").startswith(f"{BOUGHT}:"):
        return Mood.BOUGHT
    return _of_news(news)


def _of_news(news: News) -> Mood:
    if news.birthday_in is not None and news.birthday_in <= SOON:
        return Mood.LOOKING_FORWARD if news.birthday_in else Mood.CELEBRATING
    found = {Mood.GRATEFUL: news.friend, Mood.PRAISED: news.praised, Mood.MILESTONE: news.mark}
    return next((feeling for feeling, there in found.items() if there), Mood.WARM)


def milestone(card: Card, now: datetime) -> str | None:
    """Return in words what is worth a word: a round number of visits just now, or years as of this week (P106)."""
    if card.visits in ROUND and card.last_visit and now - card.last_visit <= FRESH:
        return f"{_number(card.visits)} visits"
    added = card.customer.added_at
    if added is None:
        return None
    known = relativedelta(now, added)
    if not known.years or known.months or known.days > 7:
        return None
    return "a year" if known.years == 1 else f"{_number(known.years)} years"


def _number(n: int) -> str:
    small = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    return small[n - 1] if 1 <= n <= len(small) else str(n)


def next_variant(last: int | None) -> int:
    """Return which of the three comes after the one used last."""
    return 0 if last is None else (last + 1) % VARIANTS


def opener(feeling: Mood, variant: int, customer: str, me: str, news: News) -> str:
    """Return a first sentence with the names and the news in it; the first name of the one who calls is enough."""
    template = OPENERS[feeling][variant % VARIANTS]
    return template.format(
        name=customer,
        me=me.split(maxsplit=1)[0] if me.split() else me,
        friend=news.friend or "a friend",
        mark=news.mark or "some time",
        bought=_the(news.bought) if news.bought else "what you bought",
    )


def _the(thing: str) -> str:
    """Return a thing as one speaks of it to whoever bought it: “boots” and “a red belt” → “the boots”, …"""
    first, _, rest = thing.partition(" ")
    return f"the {rest}" if first.casefold() in ("a", "an", "the") and rest else f"the {thing}"
