"""What was understood, as plain data for the command line: one dictionary a text."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from zoneinfo import ZoneInfo

from bot.domain.when.echo import utc_text
from bot.domain.when.finding import find, here_for
from bot.domain.when.results import Asked, Habits, NoTime, TimeRefused, Understood
from bot.domain.when.words import LANGUAGES, steps

Report = dict[str, object]


def report(text: str, now: datetime, tz: str, locale: str = "en-US", habits: Habits | None = None) -> Report:
    """Return what ``text`` would be understood as, ready for JSON.

    ``when`` is an ISO instant in UTC or None, ``rrule`` a rule or None, ``rest`` the remaining text, ``error``
    true when the time was refused (then ``message`` says why), ``ask`` the readings to choose from or None.
    """
    try:
        found = find(text, here_for(now, tz, locale, habits or Habits()), locale[:2].lower())
    except TimeRefused as refusal:
        return _report(text, error=True, message=str(refusal))
    match found:
        case Understood():
            return {**_report(found.rest), **_moment(found)}
        case Asked():
            asked = [{**_moment(choice), "rest": choice.rest} for choice in found.choices]
            return _report(found.rest, ask=asked, message=found.question)
        case NoTime():
            return _report(found.rest)


def _report(
    rest: str, *, error: bool = False, ask: list[Report] | None = None, message: str | None = None
) -> Report:
    return {"when": None, "rrule": None, "rest": rest, "error": error, "ask": ask, "message": message}


def _moment(choice: Understood) -> Report:
    return {"when": utc_text(choice.when), "rrule": choice.rrule}


def read_line(line: str, now: datetime, tz: str = "UTC", locale: str = "en-US") -> str:
    """Answer one line of JSON with one line of JSON.

    The object holds ``text`` and, where they differ from those given here, ``now`` (ISO; without an offset it
    is the wall clock of ``tz``), ``tz`` and ``locale``. A line that cannot be read gives ``error`` true.
    """
    _warm()
    try:
        asked = json.loads(line)
        answer = _answered(asked, now, tz, locale)
    except (ValueError, TypeError, AttributeError, KeyError, OverflowError, RecursionError) as fault:
        answer = _report("", error=True, message=f"This line cannot be read: {fault}")
    return json.dumps(answer, ensure_ascii=False)


@cache
def _warm() -> None:
    """Load every language at the first line, so that no later one waits for it."""
    for language in LANGUAGES:
        steps(language)


def _answered(asked: Mapping[str, str], now: datetime, tz: str, locale: str) -> Report:
    if not isinstance(asked["text"], str):
        raise TypeError("text must be a string")
    zone = asked.get("tz") or tz
    clock = ZoneInfo(zone)
    moment = datetime.fromisoformat(asked["now"]) if asked.get("now") else now
    aware = moment if moment.tzinfo else moment.replace(tzinfo=clock)
    return report(asked["text"], aware.astimezone(UTC), zone, asked.get("locale") or locale)
