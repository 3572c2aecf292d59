"""The language of time: what “next tuesday at 3pm” means, where, and to whom.

``understand`` reads what was typed after a command. It returns the moment and what remains of the text, a
question where the words may mean several things, or nothing where they name no time; it raises a refusal for
times that cannot be. The conventions are listed in ``docs/times.md``.
"""

from datetime import datetime

from bot.domain.when.echo import echo, echo_rule
from bot.domain.when.finding import find, here_for
from bot.domain.when.recurrence import next_occurrence
from bot.domain.when.results import Asked, Habits, NoTime, TimeRefused, Understood
from bot.domain.when.wire import read_line, report

__all__ = [
    "Asked",
    "Habits",
    "NoTime",
    "TimeRefused",
    "Understood",
    "echo",
    "echo_rule",
    "next_occurrence",
    "read_line",
    "report",
    "understand",
]

USUAL = Habits()


def understand(
    text: str, *, now: datetime, zone: str, locale: str = "en-US", habits: Habits = USUAL
) -> Understood | Asked | NoTime:
    """Read the time in ``text``, typed at ``now`` (aware) by somebody in ``zone`` (an IANA name).

    ``locale`` is that of their Slack profile (“en-US”): it says the language and the order of 12/05. Raises
    ``TimeRefused`` and its kinds, whose sentences say what to type instead.
    """
    return find(text, here_for(now, zone, locale, habits), locale[:2].lower())
