"""Blocks and their inputs: filling in ids, finding elements, and keeping what was typed.

Values are kept in Slack's shape: `{block_id: {action_id: {"type": …, "selected_date": …}}}`.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

from bot.playground.model import Json
from bot.playground.workspace import new_id

TYPED = {"plain_text_input", "number_input", "email_text_input", "url_text_input"}

# element type → (field of the chosen value, field of the initial value, value when nothing is chosen)
STATE_FIELDS: dict[str, tuple[str, str, Any]] = {
    **dict.fromkeys(TYPED, ("value", "initial_value", None)),
    "rich_text_input": ("rich_text_value", "initial_value", None),
    "static_select": ("selected_option", "initial_option", None),
    "external_select": ("selected_option", "initial_option", None),
    "radio_buttons": ("selected_option", "initial_option", None),
    "checkboxes": ("selected_options", "initial_options", []),
    "multi_static_select": ("selected_options", "initial_options", []),
    "multi_external_select": ("selected_options", "initial_options", []),
    "users_select": ("selected_user", "initial_user", None),
    "multi_users_select": ("selected_users", "initial_users", []),
    "channels_select": ("selected_channel", "initial_channel", None),
    "multi_channels_select": ("selected_channels", "initial_channels", []),
    "conversations_select": ("selected_conversation", "initial_conversation", None),
    "multi_conversations_select": ("selected_conversations", "initial_conversations", []),
    "datepicker": ("selected_date", "initial_date", None),
    "timepicker": ("selected_time", "initial_time", None),
    "datetimepicker": ("selected_date_time", "initial_date_time", None),
}
PRESSED = {"button", "workflow_button", "icon_button", "overflow", "feedback_buttons"}


def elements(block: Json) -> list[Json]:
    """Return the elements a block holds: its input, accessory, or row; cards in a carousel too."""
    found = [block[name] for name in ("element", "accessory") if isinstance(block.get(name), dict)]
    for name in ("elements", "actions", "child_blocks"):
        for each in block.get(name) or [] if block.get("type") != "rich_text" else []:
            found += elements(each) if each.get("type") in {"card", "actions", "section", "input"} else [each]
    return [each for each in found if isinstance(each, dict)]


def interactive(blocks: list[Json]) -> Iterator[tuple[Json, Json]]:
    """Yield (block, element) for everything that can be pressed, chosen or typed into."""
    for block in blocks:
        for element in elements(block):
            if element.get("type") in STATE_FIELDS or element.get("type") in PRESSED:
                yield block, element


def complete(blocks: list[Json]) -> list[Json]:
    """Return the blocks with a block_id and action_id everywhere, as Slack fills in what an app left out."""
    blocks = copy.deepcopy(blocks)
    for block in blocks:
        block.setdefault("block_id", new_id("")[:6])
        for element in elements(block):
            if element.get("type") in STATE_FIELDS or element.get("type") in PRESSED:
                element.setdefault("action_id", new_id("")[:6])
    return blocks


def fresh_state(blocks: list[Json], before: Json | None = None) -> Json:
    """Return the values of all inputs: those typed before where the ids are the same, else the initial ones."""
    state: Json = {}
    for block, element in interactive(blocks):
        if element["type"] not in STATE_FIELDS:
            continue
        name, initial, nothing = STATE_FIELDS[element["type"]]
        known = (before or {}).get(block["block_id"], {}).get(element["action_id"])
        same = known is not None and known.get("type") == element["type"]
        value = known if same else {"type": element["type"], name: element.get(initial, nothing)}
        state.setdefault(block["block_id"], {})[element["action_id"]] = value
    return state


def merge_state(blocks: list[Json], state: Json, sent: Json) -> Json:
    """Return the state with what a person's screen sent; values for inputs that do not exist are ignored."""
    merged = copy.deepcopy(state)
    for block, element in interactive(blocks):
        block_id, action_id = block["block_id"], element["action_id"]
        piece = (sent.get(block_id) or {}).get(action_id)
        if element["type"] in STATE_FIELDS and isinstance(piece, dict):
            name, _, nothing = STATE_FIELDS[element["type"]]
            value = piece.get(name)
            merged.setdefault(block_id, {})[action_id] = {
                "type": element["type"], name: nothing if value in (None, "") else value
            }  # fmt: skip
    return merged


def find_element(blocks: list[Json], block_id: str, action_id: str) -> Json | None:
    """Return the element with these ids, or None."""
    pairs = interactive(blocks)
    return next((e for b, e in pairs if b["block_id"] == block_id and e["action_id"] == action_id), None)
