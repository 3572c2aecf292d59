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
    NOT_APPLIED = "not_applied"  # surely not there: refused, rate-limited, or never left
    DOUBTFUL = "doubtful"  # it may be there: time-out, reset, 5xx, internal_error
    NO_ADDRESS = "no_address"  # the channel or the person cannot be written to
    NO_WORKSPACE = "no_workspace"  # the token or the workspace is gone
    SETTINGS = "settings"  # a scope or a setting is missing
    OUR_BUG = "our_bug"  # Slack found the message malformed
    ALREADY = "already"  # it had been done before


@dataclass(frozen=True)
class Answer:
    """Slack's answer to one call: the verdict, where the message stands, and when to come back."""

    verdict: Verdict
    channel: str | None = None
    ts: str | None = None
    error: str = ""
    retry_after: float = 0.0


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
    tries: int = 0
    in_doubt: bool = False
    wanted: int = 0
    shown: int = 0
    channel: str | None = None
    ts: str | None = None
    promised_at: datetime | None = None
    not_after: datetime | None = None

    @property
    def is_update(self) -> bool:
        """Say whether the message stands already and only has to change."""
        return self.ts is not None


@dataclass(frozen=True)
class Patience:
    """How long delivery waits for what; tests and the chaos run shorten it, nobody else needs to."""

    lease: timedelta = timedelta(seconds=60)
    """A sender that has not reported for this long is taken for dead; longer than any Slack call."""
    quiet: timedelta = timedelta(seconds=20)
    """How long a doubtful message may still be on its way before one looks for it."""
    tries: int = 8
    """After so many tries a message is put aside for a manager."""
    burst: int = 5
    """So many messages may follow each other quickly in one channel …"""
    pace: timedelta = timedelta(seconds=1)
    """… and then one in this time (SLACK.md, rate)."""


@dataclass(frozen=True)
class Next:
    """What becomes of the letter: its state, when to try again, and whether to look before speaking."""

    state: str  # pending | sent | unclear | dead | skipped
    after: timedelta = timedelta()
    in_doubt: bool = False
    plain: bool = False


FIRST_WAIT = timedelta(seconds=2)
LONGEST_WAIT = timedelta(minutes=15)


def wait_before(tries: int) -> timedelta:
    """Return the pause before the next try: 2 s, doubled each time, at most 15 minutes."""
    return min(LONGEST_WAIT, FIRST_WAIT * (1 << min(tries, 10)))


def after_answer(letter: Letter, answer: Answer, patience: Patience) -> Next:
    """Decide what becomes of a letter after Slack answered."""
    if answer.verdict in (Verdict.SAID, Verdict.ALREADY):
        return Next("sent")
    if answer.verdict is Verdict.DOUBTFUL:
        return _after_doubt(letter, patience)
    if answer.verdict in (Verdict.NO_ADDRESS, Verdict.SETTINGS, Verdict.NO_WORKSPACE):
        return Next("dead")
    if letter.tries + 1 >= patience.tries:
        return Next("dead")
    if answer.verdict is Verdict.OUR_BUG:
        return Next("dead") if letter.tries else Next("pending", plain=True)
    return Next("pending", after=max(timedelta(seconds=answer.retry_after), wait_before(letter.tries)))


def _after_doubt(letter: Letter, patience: Patience) -> Next:
    """An update may be repeated as it is; a new message is looked for first, after a quiet period (rule 8)."""
    if letter.tries + 1 >= patience.tries:
        return Next("dead" if letter.is_update else "unclear", in_doubt=True)
    if letter.is_update:
        return Next("pending", after=wait_before(letter.tries))
    return Next("pending", after=patience.quiet, in_doubt=True)


def after_blind_look(kind: str) -> str:
    """Say what to do with a doubtful message when history may not be read: ``repeat`` or ``leave``.

    A reminder said twice is a nuisance, a reminder lost is a broken promise; with kudos it is the other way
    round, and their author is told.
    """
    return "leave" if kind.startswith("kudos") else "repeat"


def too_late(letter: Letter, now: datetime) -> bool:
    """Say whether the message has lost its point, such as an arrival from yesterday."""
    return letter.not_after is not None and now >= letter.not_after
