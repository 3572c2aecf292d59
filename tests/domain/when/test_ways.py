"""Every way to name a day with every way to name an hour, in either order, wherever they stand in the text."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import yaml

from bot.domain.when import Understood, understand

WAYS = yaml.safe_load((Path(__file__).parent / "ways.yml").read_text("utf-8"))
NOW = datetime.fromisoformat("2026-11-18T10:40")
# These say an hour only after their day: “demain matin”.
AFTER_A_DAY = {"matin", "après-midi"}


@dataclass(frozen=True)
class Way:
    locale: str
    time: str
    want: str


def both(locale: str) -> Iterator[Way]:
    """Each day with each hour; Japanese names the day first."""
    ways, japanese = WAYS[locale], locale == "ja-JP"
    for day, date in ways["days"].items():
        for hour, clock in ways["hours"].items():
            glued = japanese and not (day[-1].isdigit() and hour[0].isdigit())
            yield Way(locale, f"{day}{'' if glued else ' '}{hour}", f"{date} {clock}")
            if not japanese and hour not in AFTER_A_DAY:
                yield Way(locale, f"{hour} {day.rstrip(',')}", f"{date} {clock}")


def read(way: Way, place: str) -> str:
    text = place.replace("…", way.time.upper() if place.isupper() else way.time)
    found = understand(
        text,
        now=NOW.replace(tzinfo=ZoneInfo(WAYS[way.locale]["zone"])),
        zone=WAYS[way.locale]["zone"],
        locale=way.locale,
    )
    if not isinstance(found, Understood):
        return type(found).__name__
    return f"{found.local:%Y-%m-%d %H:%M} {found.rrule or ''}".strip()


@pytest.mark.parametrize("locale", WAYS)
def test_a_day_with_an_hour(locale: str) -> None:
    places = WAYS[locale]["places"]
    typed = [(way, places[n % len(places)]) for n, way in enumerate(both(locale))]
    answers = [(way, place, read(way, place)) for way, place in typed]
    assert [answer for answer in answers if answer[2] not in {answer[0].want, "Asked"}] == []
    assert sum(answer[2] == "Asked" for answer in answers) <= len(answers) // 50


@pytest.mark.parametrize("locale", WAYS)
def test_a_whole_time_at_every_place(locale: str) -> None:
    ways = [Way(locale, time, want) for time, want in WAYS[locale]["whole"].items()]
    typed = [(way, place) for way in ways for place in WAYS[locale]["places"]]
    assert [(way, place) for way, place in typed if read(way, place) != way.want] == []
