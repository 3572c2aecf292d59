"""What a customer spent on a visit, as somebody says it in passing, and when that is a large first purchase (P31).

“dana spent 240 on boots”, “dana bought boots for €240”, “dana €240”. A bare number after a name is asked about: it
may be an amount, the end of a phone number, or part of the name.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.domain import money
from bot.domain.customers import Customer
from bot.domain.digests import REGULAR_FROM
from bot.domain.errors import Refusal
from bot.domain.issues import Coming
from bot.domain.referrals import SENT_BY, WhoSentThem
from bot.domain.workspaces import Workspace

LONGEST = 200
"""Characters of what was bought."""

CAUSE = "purchase.large"
"""The event of the playbooks that a large first purchase is."""

USUAL_LARGE = 200
"""What counts as large, in whole units, where nobody knows the currency."""

SAME_WITHIN = timedelta(minutes=1)
"""The same amount by the same person so soon was sent twice, not spent twice."""


class HowMuch(Refusal):
    """I can't tell what they spent. Type it like `/visit dana spent 240 on boots`, or `… bought boots for 240`."""


class LongPurchase(Refusal):
    """What they bought is {length} characters; keep it under {most}, like `/visit dana spent 240 on boots`."""


class OneAtATime(Refusal):
    """Say for one customer at a time what they spent or who sent them: `/visit dana lopes spent 240`."""


class GonePurchase(Refusal):
    """I can't find that purchase any more; perhaps the visit was taken back, or the customer erased."""


class AlreadyTakenBack(Refusal):
    """That purchase was taken back already. Type `/visit` and what they spent to note it anew."""


class NotYourPurchase(Refusal):
    """Only whoever noted a purchase, or a manager, can take it back."""


class VisitWasTakenBack(Refusal):
    """That visit was taken back, so nothing was spent on it. Type `/visit` and the name to log a new one."""


@dataclass(frozen=True)
class Spent:
    """What somebody spent, in hundredths, and on what."""

    amount: int
    what: str | None = None


@dataclass(frozen=True)
class Said:
    """What stands after `/visit`: who came in, what they spent, and who sent them."""

    names: str
    spent: Spent | None = None
    sent_by: str | None = None

    @property
    def more(self) -> bool:
        """Say whether more than a visit was told."""
        return bool(self.spent or self.sent_by)

    def to_facts(self) -> dict[str, Any]:
        """Return what was told besides the names as plain JSON, for an errand."""
        spent = {"spent": self.spent.amount, "what": self.spent.what} if self.spent else {}
        return spent | ({"sent_by": self.sent_by} if self.sent_by else {})

    @classmethod
    def from_facts(cls, facts: Mapping[str, Any]) -> "Said":
        """Return what `to_facts` wrote."""
        spent = Spent(int(facts["spent"]), facts.get("what")) if facts.get("spent") else None
        return cls("", spent, facts.get("sent_by"))


@dataclass(frozen=True)
class Purchase:
    """Something spent on a visit; ``spent`` is in hundredths."""

    id: int
    customer_id: int
    visit_id: int
    spent: int
    what: str | None
    at: datetime
    by: str
    undone_at: datetime | None = None


@dataclass(frozen=True)
class Noted:
    """A purchase was noted; ``on_visit`` is what was spent on the visit, ``again`` when it stood there already."""

    purchase: Purchase
    customer: Customer
    on_visit: int
    currency: str
    zone: str
    now: datetime
    coming: tuple[Coming, ...] = ()
    again: bool = False
    called_off: int = 0
    """How many follow-ups were called off when it was taken back."""


@dataclass(frozen=True)
class AmountOrName:
    """A bare number stands after a name; an errand waits for what it is."""

    errand: int
    name: str
    number: str
    amount: int
    currency: str


_HINGE = re.compile(
    r"(?:^|[\s,;]+)(?:(?P<verb>spent|paid|bought)"
    rf"|{SENT_BY})(?=$|[\s:,])",
    re.IGNORECASE,
)
_ALTOGETHER = re.compile(r"\s+(?:today|just now|in total|altogether)$", re.IGNORECASE)


def read_visit(text: str, currency: str) -> Said:
    """Part what stands after `/visit`; ``currency`` is the workspace's.

    Raises `HowMuch`, `WhoSentThem`, or the refusals of `money.read`.
    """
    hinges = list(_HINGE.finditer(text))
    if not hinges:
        return _unspoken(text.strip(), currency)
    ends = [hinge.start() for hinge in hinges[1:]] + [len(text)]
    told = [
        (hinge["verb"], text[hinge.end() : end].strip(" ,;:")) for hinge, end in zip(hinges, ends, strict=True)
    ]
    spent = [(verb.casefold(), words) for verb, words in told if verb]
    sent = [words for verb, words in told if not verb]
    if len(spent) > 1:
        raise HowMuch
    if len(sent) > 1 or "" in sent:
        raise WhoSentThem
    names = text[: hinges[0].start()].strip(" ,;")
    return Said(names, read_spent(*spent[0], currency) if spent else None, sent[0] if sent else None)


def _unspoken(text: str, currency: str) -> Said:
    """Part a name from an amount that has a sign, which no name has: “dana €240 on boots”."""
    for place, words in _endings(text):
        amount, what = _on(words)
        if money.has_sign(amount):
            return Said(text[:place].strip(" ,;"), Spent(money.read(amount, currency), _what(what)))
    return Said(text)


def _endings(text: str) -> Iterator[tuple[int, str]]:
    """Yield what stands after each gap of a text, with where the gap begins."""
    for gap in re.finditer(r"\s+", text):
        yield gap.start(), text[gap.end() :]


def read_spent(verb: str, words: str, currency: str, field: str | None = None) -> Spent:
    """Read “240 on boots” after spent and paid, “boots for 240” after bought."""
    amount, what = _bought(words) if verb == "bought" else _on(words)
    try:
        return Spent(money.read(_ALTOGETHER.sub("", amount), currency, field), _what(what, field))
    except money.NotAnAmount:
        raise HowMuch(field=field) from None


def _on(words: str) -> tuple[str, str]:
    parts = re.split(r"\s+(?:on|for)\s+", words, maxsplit=1)
    return parts[0], parts[1] if len(parts) > 1 else ""


def _bought(words: str) -> tuple[str, str]:
    if found := re.fullmatch(r"(?:(?P<what>.+)\s)?(?:for|at)\s+(?P<amount>.+)", words, re.DOTALL):
        return found["amount"], found["what"] or ""
    for place, ending in _endings(words):
        if money.has_sign(ending):
            return ending, words[:place]
    return "", words


def _what(typed: str, field: str | None = None) -> str | None:
    what = " ".join(typed.split())
    if len(what) > LONGEST:
        raise LongPurchase(field=field, length=len(what), most=LONGEST)
    return what or None


UNSAID = "what they bought"
"""What a playbook's text says where nobody told what it was."""


def in_words(purchases: Sequence[Purchase]) -> str:
    """Return what was bought on a visit, for a playbook's text: “boots, laces”."""
    return ", ".join(dict.fromkeys(each.what for each in purchases if each.what)) or UNSAID


def bare_number(names: str, currency: str) -> tuple[str, str] | None:
    """Return a name and the number without a sign that stands after it, if the number may be an amount."""
    name, _, number = names.strip().rpartition(" ")
    if not any(each.isalpha() for each in name) or money.has_sign(number):
        return None
    try:
        money.read(number, currency)
    except Refusal:
        return None
    return name.strip(" ,;"), number


def large_from(workspace: Workspace) -> int | None:
    """Return from how much on (in hundredths) a first purchase is large; None when nothing is."""
    own = workspace.settings.get("large_purchase")
    if own is not None:
        return int(own) or None
    known = money.CURRENCIES.get(money.of(workspace))
    return (known.large if known else USUAL_LARGE) * 100


def is_large_first(spent: int, visit: int, bought_before: bool, workspace: Workspace) -> bool:
    """Say whether what was spent on a customer's visit (1 is the first) is a large first purchase.

    Whoever came `REGULAR_FROM` times is a regular and has bought before, though nobody noted it.
    """
    large = large_from(workspace)
    return large is not None and spent >= large and visit < REGULAR_FROM and not bought_before
