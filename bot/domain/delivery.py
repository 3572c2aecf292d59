"""How a promised message travels: what Slack's answers mean, and what to do next.

A letter is a row of the outbox. The rules here are those of RELIABILITY.md 4–11; they are pure, so that the
whole table of “what if” can be tested without a network.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class Verdict(StrEnum):
    """What an answer of Slack means for the message that was sent."""

    SAID = "said"  # it is there, and we know where
    ALREADY = "already"  # it had been done before
    GONE = "gone"  # the message that should change is no longer there
    LIMITED = "limited"  # surely not there: too many, too fast; says when to come back
    NOT_APPLIED = "not_applied"  # surely not there: it never left the house
    FAILED = "failed"  # surely not there: a fault of ours before anything was sent
    DOUBTFUL = "doubtful"  # it may be there: time-out, reset, 5xx, internal_error
    UNCLEAR = "unclear"  # it may be there, and nobody can look
    NO_ADDRESS = "no_address"  # the channel or the person cannot be written to
    NO_WORKSPACE = "no_workspace"  # the token or the workspace is gone
    SETTINGS = "settings"  # a scope or a setting is missing
    OUR_BUG = "our_bug"  # Slack found the message malformed


@dataclass(frozen=True)
class Answer:
    """Slack's answer to one call: the verdict, where the message stands, and when to come back (seconds)."""

    verdict: Verdict
    channel: str | None = None
    ts: str | None = None
    error: str = ""
    retry_after: float = 0.0
    method: str = ""


@dataclass(frozen=True)
class Letter:
    """A promised message, as claimed for sending."""

    id: int
    workspace: str
    key: str
    kind: str
    about: int
    to: str
    mark: str
    owner: str = ""
    """The claim it was taken under; a report under an older claim is ignored."""
    tries: int = 0
    in_doubt: bool = False
    wanted: int = 0
    shown: int = 0
    channel: str | None = None
    ts: str | None = None
    promised_at: datetime | None = None
    begun_at: datetime | None = None
    """When it was first taken for sending; it cannot have been said earlier."""
    not_after: datetime | None = None

    @property
    def is_update(self) -> bool:
        """Say whether the message stands already and only has to change."""
        return self.ts is not None


@dataclass(frozen=True)
class Trouble:
    """A message that could not be said (``dead``), or of which nobody knows whether it was (``unclear``)."""

    id: int
    state: str
    kind: str
    about: int
    to: str
    why: str
    since: datetime


@dataclass(frozen=True)
class Patience:
    """How long delivery waits for what; tests and the chaos run shorten it, nobody else needs to."""

    lease: timedelta = timedelta(seconds=60)
    """A sender that has not reported for this long is taken for dead; longer than any Slack call."""
    quiet: timedelta = timedelta(seconds=20)
    """How long a doubtful message may still be on its way before one looks for it."""
    tries: int = 10
    """After so many failures a message is put aside for a manager."""
    burst: int = 5
    """So many messages may follow each other quickly in one channel …"""
    pace: timedelta = timedelta(seconds=1)
    """… and then one in this time (SLACK.md, rate)."""
    outage: timedelta = timedelta(seconds=15)
    """How long a workspace rests when Slack cannot be reached at all."""
    locked_out: timedelta = timedelta(minutes=5)
    """How long a workspace rests when Slack does not accept our token."""
    away: timedelta = timedelta(minutes=30)
    """After a pause of the bot longer than this, what waits for one person is folded into one message."""
    flights: int = 16
    """So many messages are under way at the same time."""


@dataclass(frozen=True)
class Rest:
    """Something is to be left alone for a while: a place, a method of Slack's, or the whole workspace."""

    what: str
    span: timedelta


EVERYTHING = ":all"
"""What rests when the whole workspace does."""


@dataclass(frozen=True)
class Next:
    """What becomes of the letter: its state, when to try again, and whether to look before speaking."""

    state: str  # pending | sent | unclear | dead | skipped
    after: timedelta = timedelta()
    in_doubt: bool = False
    counts: bool = True
    """Whether this was one of the tries it has; a rate limit or an outage is no failure of the message."""
    rest: Rest | None = None


FIRST_WAIT = timedelta(seconds=2)
LONGEST_WAIT = timedelta(minutes=15)


def wait_before(tries: int, first: timedelta = FIRST_WAIT) -> timedelta:
    """Return the pause before the next try: 2 s or ``first``, doubled each time, at most 15 minutes."""
    return min(LONGEST_WAIT, first * (1 << min(tries, 10)))


def after_answer(letter: Letter, answer: Answer, patience: Patience) -> Next:
    """Decide what becomes of a letter after Slack answered."""
    verdict = answer.verdict
    if verdict in (Verdict.SAID, Verdict.ALREADY):
        return Next("sent")
    if verdict is Verdict.GONE:
        return Next("skipped")
    if verdict in (Verdict.LIMITED, Verdict.NOT_APPLIED, Verdict.NO_WORKSPACE):
        return _after_pause(letter, answer, patience)
    if verdict in (Verdict.NO_ADDRESS, Verdict.SETTINGS, Verdict.OUR_BUG):
        return Next("dead")
    if verdict is Verdict.UNCLEAR:
        return Next("unclear", in_doubt=True)
    if verdict is Verdict.DOUBTFUL:
        return _after_doubt(letter, patience)
    last = letter.tries + 1 >= patience.tries
    return Next("dead") if last else Next("pending", after=wait_before(letter.tries), in_doubt=letter.in_doubt)


def _after_pause(letter: Letter, answer: Answer, patience: Patience) -> Next:
    """Nothing is wrong with the message, so nothing counts against it: whoever is in the way rests."""
    if answer.verdict is Verdict.LIMITED:
        pause = timedelta(seconds=answer.retry_after or 1)
        what = letter.to if answer.method in ("", "chat.postMessage") else f":{answer.method}"
    elif answer.verdict is Verdict.NO_WORKSPACE:
        pause, what = patience.locked_out, EVERYTHING
    else:
        pause, what = patience.outage, EVERYTHING
    return Next("pending", after=pause, counts=False, rest=Rest(what, pause))


def _after_doubt(letter: Letter, patience: Patience) -> Next:
    """An update may be repeated as it is; a new message is looked for first, after a quiet period (rule 8)."""
    if letter.tries + 1 >= patience.tries:
        return Next("dead" if letter.is_update else "unclear", in_doubt=True)
    if letter.is_update:
        return Next("pending", after=wait_before(letter.tries))
    return Next("pending", after=wait_before(letter.tries, patience.quiet), in_doubt=True)


def may_look_later(answer: Answer) -> bool:
    """Say whether a look that failed may succeed another time; if not, one is blind here for good."""
    return answer.verdict in (Verdict.LIMITED, Verdict.NOT_APPLIED, Verdict.DOUBTFUL, Verdict.NO_WORKSPACE)


def after_failed_look(letter: Letter, answer: Answer, patience: Patience) -> Next:
    """Keep a doubtful message in doubt until one can look: nothing was said, so nothing counts against it."""
    pause = max(timedelta(seconds=answer.retry_after), wait_before(letter.tries, patience.quiet))
    return Next("pending", after=pause, in_doubt=True, counts=False)


def repeats_blindly(kind: str) -> bool:
    """Say whether a doubtful message is said again when history may not be read.

    A reminder said twice is a nuisance, a reminder lost is a broken promise; with kudos it is the other way
    round: they are left unclear, and their author is told.
    """
    return not kind.startswith("kudos")


def too_late(letter: Letter, now: datetime) -> bool:
    """Say whether the message has lost its point, such as an arrival from yesterday."""
    return letter.not_after is not None and now >= letter.not_after


def is_person(place: str) -> bool:
    """Say whether a place is somebody's direct messages, named by their Slack user id."""
    return place.startswith(("U", "W"))


def is_file(stands: str) -> bool:
    """Say whether what stands in Slack is a file, known by its id, and not a message, known by its time stamp."""
    return stands.startswith("F")


AWAY = "away"
"""The kind of the one message that folds what waited for a person while the bot was away (rule 11)."""

_ALONE = ("kudos", "home", "erase", "customer.export", AWAY)
_WEIGHT = ("followup", "promise", "team", "issue", "thanks", "digest")


def may_be_folded(letter: Letter) -> bool:
    """Say whether a message may become part of “while I was away”: kudos are each said for themselves."""
    fresh = not letter.is_update and not letter.in_doubt
    return fresh and is_person(letter.to) and not letter.kind.startswith(_ALONE)


def weight(letter: Letter) -> tuple[int, datetime | None, int]:
    """Return the place of a message among those that are folded: promises first, digests last, then by age."""
    heavy = next((n for n, word in enumerate(_WEIGHT) if letter.kind.startswith(word)), len(_WEIGHT) - 2)
    return heavy, letter.promised_at, letter.id


def outdated(letters: list[Letter]) -> set[int]:
    """Return the ids of the digests that a newer one makes superfluous: only the latest is of use."""
    digests = sorted(letter.id for letter in letters if letter.kind.startswith("digest"))
    return set(digests[:-1])
