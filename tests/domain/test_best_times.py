"""The best time to call, as people type it on a card."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.best_times import good_hours

READ = [
    ("after 14:00", [14, 16]),
    ("After 2pm", [14, 16]),
    ("after 2 p.m.", [14, 16]),
    ("after 2", [14, 16]),
    ("weekdays after 14h", [14, 16]),
    ("before 12:00", [11, 10]),
    ("until 10am", [9, 8]),
    ("until 1 am", [0]),
    ("around 10", [10]),
    ("14:00", [14]),
    ("around 8 in the evening", [20]),
    ("at 12am", [0]),
    ("at 13pm", [13]),
    ("after 23:00", [23]),
    ("2-4pm", [14, 16]),
    ("10:00–12:00", [10, 12]),
    ("between 10 and 12", [10, 12]),
    ("9am to 11am", [9, 11]),
    ("mornings", [10, 11]),
    ("in the Afternoon", [15, 17]),
    ("lunchtime", [12, 13]),
    ("evenings", [18, 19]),
]
NOT_READ = [
    None, "", "whenever", "not in the mornings", "never before 10:00", "mornings or evenings", "10:00 or 15:00",
    "3 rings", "8 in the evening", "at 31", "12:75", "🎂", "朝", "after work", "+351 912 345 678",
]  # fmt: skip


@pytest.mark.parametrize(("text", "hours"), READ)
def test_what_can_be_read(text: str, hours: list[int]) -> None:
    assert [at.hour for at in good_hours(text)] == hours


@pytest.mark.parametrize("text", NOT_READ)
def test_what_cannot_be_read_is_no_time(text: str | None) -> None:
    assert good_hours(text) == ()


def test_minutes_are_kept() -> None:
    assert good_hours("after 9:30") == (time(9, 30), time(11, 30))


@given(st.text(max_size=80) | st.from_regex(r"(after|before|at)? ?[0-9]{1,3}[:.h]?[0-9]{0,2} ?(am|pm)?"))
def test_no_text_is_too_strange(text: str) -> None:
    assert len(good_hours(text)) <= 2
