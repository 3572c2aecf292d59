"""The plain data behind `regulars when`: one object a text, one line a line, and no crash on bad lines."""

import json
from datetime import UTC, datetime

import pytest

from bot.domain.when import read_line, report

NOW = datetime(2026, 11, 18, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "when", "rrule", "rest", "error"),
    [
        ("call dana tomorrow", "2026-11-19T09:00:00Z", None, "call dana", False),
        ("every monday count", "2026-11-23T09:00:00Z", "FREQ=WEEKLY;BYDAY=MO", "count", False),
        ("call dana", None, None, "call dana", False),
        ("call dana yesterday", None, None, "call dana yesterday", True),
        ("call dana monday or tuesday", None, None, "call dana", False),
    ],
)
def test_report(text: str, when: str | None, rrule: str | None, rest: str, error: bool) -> None:
    said = report(text, NOW, "UTC", "en-US")
    assert (said["when"], said["rrule"], said["rest"], said["error"]) == (when, rrule, rest, error)


def test_a_question_names_its_choices() -> None:
    said = json.loads(json.dumps(report("call dana every second friday", NOW, "UTC")))
    assert said["message"] == "When do you mean?"
    assert [(choice["when"], choice["rrule"]) for choice in said["ask"]] == [
        ("2026-12-11T09:00:00Z", "FREQ=MONTHLY;BYDAY=2FR"),
        ("2026-11-20T09:00:00Z", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"),
    ]


def test_a_line_carries_its_own_clock_zone_and_locale() -> None:
    line = {"text": "llamar a las 5", "now": "2026-07-01T12:00:00", "tz": "Europe/Madrid", "locale": "es-ES"}
    said = json.loads(read_line(json.dumps(line), NOW))
    assert (said["when"], said["rest"]) == ("2026-07-01T15:00:00Z", "llamar")


def test_a_line_without_them_uses_those_given() -> None:
    said = json.loads(read_line('{"text": "12/05 call"}', NOW, "Europe/London", "en-GB"))
    assert said["when"] == "2027-05-12T08:00:00Z"


@pytest.mark.parametrize(
    "line",
    [
        *("", "not json", "[]", "3", "null", '{"text": 3}', "{}", '{"text": "x", "now": "soon"}'),
        *('{"text": "x", "tz": "Mars/Base"}', '{"text": "x", "tz": "../etc"}', '{"text": null}', '{"text": []}'),
        *('{"text": "x", "now": "9999-12-31T23:59:59Z", "tz": "Asia/Tokyo"}', '{"text": "x", "locale": 3}'),
    ],
)
def test_a_line_that_cannot_be_read_is_an_error_and_no_crash(line: str) -> None:
    assert json.loads(read_line(line, NOW))["error"] is True
