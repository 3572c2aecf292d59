"""Everything the bot can say: within Slack's limits, and as it was accepted last time.

`make snapshots` accepts the messages as they look now; read the difference before you commit it.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.playground.limits import block_errors, view_errors
from bot.views.blocks import Message, View
from bot.views.gallery import examples

SNAPSHOTS = Path(__file__).parent.parent / "__snapshots__"
EXAMPLES = examples()


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_as_it_was_accepted(name: str, request: pytest.FixtureRequest) -> None:
    shown = json.dumps(_plain(EXAMPLES[name]), indent=1, ensure_ascii=False, sort_keys=True) + "\n"
    kept = SNAPSHOTS / f"{name}.json"
    if request.config.getoption("--snapshots"):
        kept.write_text(shown, encoding="utf-8")
    assert kept.exists(), f"no snapshot of {name}: look at it, then make snapshots"
    assert shown == kept.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", EXAMPLES)
def test_slack_would_accept_an_example(name: str) -> None:
    assert _errors(EXAMPLES[name]) == []


@pytest.mark.parametrize("name", [name for name in EXAMPLES if isinstance(EXAMPLES[name], Message)])
def test_a_screen_reader_hears_everything_a_message_says(name: str) -> None:
    message = EXAMPLES[name]
    assert isinstance(message, Message)
    for block in message.blocks:
        for text in _texts(block):
            assert text in message.text


def test_no_snapshot_is_left_over() -> None:
    assert sorted(path.stem for path in SNAPSHOTS.glob("*.json")) == sorted(EXAMPLES)


def _plain(example: Message | View) -> dict[str, Any]:
    return example.payload() if isinstance(example, Message) else example


def _errors(example: Message | View) -> list[str]:
    if isinstance(example, Message):
        return block_errors(list(example.blocks), "message") + ["no text"] * (not example.text.strip())
    return view_errors(example)


def _texts(block: dict[str, Any]) -> list[str]:
    """Return the sentences of a block; buttons speak for themselves."""
    if block["type"] == "context":
        return [element["text"] for element in block["elements"] if "text" in element]
    fields = [field["text"] for field in block.get("fields", ())]
    return fields + ([block["text"]["text"]] if "text" in block else [])
