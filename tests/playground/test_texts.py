"""What Slack makes of typed text, and what a person reads of Slack's text."""

from __future__ import annotations

from typing import Any

import pytest

from bot.playground.cast import Cast
from bot.playground.plain import Reader
from bot.playground.typed import encode
from bot.playground.workspace import Workspace


@pytest.fixture
def workspace(clock: Any) -> Workspace:
    return Workspace(Cast(), clock)


@pytest.mark.parametrize(
    ("typed", "sent"),
    [
        ("dana lopes", "dana lopes"),
        ("R&D <3", "R&amp;D &lt;3"),
        ("@maria stayed late", "<@U0MARIA|maria> stayed late"),
        ("@Maria Silva, thanks", "<@U0MARIA|maria>, thanks"),
        ("@mariana is somebody else", "@mariana is somebody else"),
        ("maria@example.com", "maria@example.com"),
        ("<@U0JON> and <@U0PAT|pat>", "<@U0JON|jon> and <@U0PAT|pat>"),
        ("in #floor", "in <#C0FLOOR|floor>"),
        ("see https://example.com/a?b=1&c=2", "see <https://example.com/a?b=1&amp;c=2>"),
        ("<!channel>", "&lt;!channel&gt;"),
    ],
)
def test_a_command_with_should_escape_gets_ids(workspace: Workspace, typed: str, sent: str) -> None:
    assert encode(workspace, typed, labels=True) == sent


def test_a_message_has_bare_ids_and_a_plain_command_none(workspace: Workspace) -> None:
    assert encode(workspace, "@maria & #floor", labels=False) == "<@U0MARIA> &amp; <#C0FLOOR>"
    assert encode(workspace, "@maria & #floor", labels=True, mentions=False) == "@maria &amp; #floor"


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        ("*Dana López* just came in", "Dana López just came in"),
        ("_*14th* visit_", "14th visit"),
        ("2 * 3 * 4 and snake_case_name", "2 * 3 * 4 and snake_case_name"),
        ("Greeted by <@U0JON> and <@U0MARIA|maria>", "Greeted by Jon Park and Maria Silva"),
        ("<https://example.com|the card> &lt;3", "the card <3"),
        ("<!date^1796137200^{date_short} at {time}|Tue 1 Dec, 15:00>", "Tue 1 Dec, 15:00"),
        ("<#C0FLOOR> <!here>", "#floor here"),
        (":tada: `code`", ":tada: code"),
    ],
)
def test_mrkdwn_is_read_without_its_marks(workspace: Workspace, sent: str, read: str) -> None:
    assert Reader(workspace).mrkdwn(sent) == read


def test_blocks_are_read_line_by_line(workspace: Workspace) -> None:
    blocks: list[dict[str, Any]] = [
        {"type": "header", "text": {"type": "plain_text", "text": "*Digest*"}},
        {
            "type": "section",
            "text": {"type": "mrkdwn", "text": "*Waiting*"},
            "fields": [{"type": "mrkdwn", "text": "Dana"}, {"type": "plain_text", "text": "2 days"}],
        },
        {"type": "context", "elements": [{"type": "mrkdwn", "text": "_since Friday_"}]},
        {
            "type": "data_table",
            "caption": "Due",
            "rows": [[{"type": "raw_text", "text": "Who"}, {"type": "raw_number", "value": 3}]],
        },
        {
            "type": "data_visualization",
            "title": "Visits",
            "chart": {"type": "pie", "segments": [{"label": "new", "value": 4}]},
        },
        {
            "type": "rich_text",
            "elements": [
                {
                    "type": "rich_text_section",
                    "elements": [{"type": "text", "text": "for "}, {"type": "user", "user_id": "U0PAT"}],
                }
            ],
        },
        {"type": "card", "title": {"type": "mrkdwn", "text": "Rose"}, "body": {"type": "mrkdwn", "text": "*tea*"}},
    ]
    read = Reader(workspace).blocks(blocks).splitlines()
    assert read == [
        "*Digest*", "Waiting", "Dana", "2 days", "since Friday", "Due", "Who | 3", "Visits", "new", "4",
        "for Pat Reyes", "Rose", "tea",
    ]  # fmt: skip
