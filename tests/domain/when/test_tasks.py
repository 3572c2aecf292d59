"""What is to be done does not change when: a time means the same after, and before, every task of ``tasks.txt``.

The tasks are full of words and numbers that look like times: a second coat, room 12, happy hour, the till.
"""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.domain.when import Asked, NoTime, TimeRefused, Understood, understand

TASKS = (Path(__file__).parent / "tasks.txt").read_text("utf-8").splitlines()
ZONE = "America/New_York"
NOW = datetime(2026, 11, 19, 10, 20, tzinfo=ZoneInfo(ZONE))
TIMES = (
    *("tomorrow", "tomorrow at 3", "tomorrow 9am", "on friday at 10", "next tuesday", "at 5pm", "at 4", "3:30pm"),
    *("in 20 minutes", "in 2 weeks", "in 3 days", "a week from monday", "tonight", "this evening", "at noon"),
    *(
        "dec 4",
        "on the 15th",
        "2026-12-04",
        "next week",
        "end of month",
        "in december",
        "by friday",
        "before noon",
    ),
    *("every monday", "every day at 8", "every 2 weeks", "daily at 5pm", "tomorrow between 2 and 4pm"),
    *("the day after tomorrow", "at quarter past 3", "every month on the 1st", "saturday 10:30"),
    *("3 weeks from today", "tomorrow at 3pm GMT", "end of next week"),
)
AFTER_ONLY = ("friday", "monday morning", "eod friday", "after 3", "12/4")


def read(text: str) -> tuple[datetime, str | None, str] | str:
    try:
        found = understand(text, now=NOW, zone=ZONE)
    except TimeRefused:
        return "refused"
    match found:
        case Understood():
            return found.when, found.rrule, found.rest
        case Asked():
            return "asked"
        case NoTime():
            return "no time"


@pytest.mark.parametrize("time", TIMES + AFTER_ONLY)
def test_a_time_after_any_task_means_the_same(time: str) -> None:
    alone = read(f"call dana {time}")
    assert not isinstance(alone, str)
    assert {task: read(f"{task} {time}") for task in TASKS} == {task: (*alone[:2], task) for task in TASKS}


@pytest.mark.parametrize("time", TIMES)
def test_a_time_before_any_task_means_the_same(time: str) -> None:
    alone = read(f"call dana {time}")
    assert {task: read(f"{time} {task}") for task in TASKS} == {task: (*alone[:2], task) for task in TASKS}


@pytest.mark.parametrize("time", TIMES + AFTER_ONLY)
@pytest.mark.parametrize(
    "wrapped",
    [
        "please {}",
        "{} please",
        "{}, thanks",
        "hey, {} pls",
        "{}!!",
        "{}...",
        " {}  ",
        "{} 🙏",
        "{}\n",
        "{} ok thx",
    ],
)
def test_courtesies_and_blanks_change_nothing(time: str, wrapped: str) -> None:
    alone, polite = read(f"call dana {time}"), read(wrapped.format(f"call dana {time}"))
    assert alone[:2] == polite[:2]


@pytest.mark.parametrize("time", TIMES + AFTER_ONLY)
def test_doubled_blanks_inside_a_time_are_one(time: str) -> None:
    assert read(f"call dana  {time.replace(' ', '  ')}") == read(f"call dana {time}")
