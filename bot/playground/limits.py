"""What Slack accepts of messages, modals and App Home, and how it words what it refuses.

Figures: Slack's Block Kit reference; where documents disagree, the cautious one. Each function returns sentences
such as `must be less than 3001 characters [json-pointer:/blocks/0/text/text]`; an empty list means accepted.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from bot.playground.limit_extras import EXTRAS
from bot.playground.limit_rules import ANYWHERE, BLOCKS, Rule
from bot.playground.limit_walk import Walk
from bot.playground.model import Json

MESSAGE_TEXT = 4000
MESSAGE_BLOCKS_TEXT = 11_000  # undocumented; 11,341 characters were refused with msg_blocks_too_long
MESSAGE_BLOCKS, VIEW_BLOCKS = 50, 100
VIEW_BYTES = 250_000
MARKDOWN_TEXT, CHARTS, TABLES = 12_000, 2, 1
SUGGESTIONS = 100


def total_text(thing: Any) -> int:
    """Count the characters of all texts inside blocks."""
    if isinstance(thing, dict):
        own = len(thing["text"]) if isinstance(thing.get("text"), str) else 0
        return own + sum(total_text(value) for value in thing.values() if not isinstance(value, str))
    return sum(total_text(each) for each in thing) if isinstance(thing, list) else 0


def block_errors(blocks: Any, surface: str, refused: frozenset[str] = frozenset()) -> list[str]:
    """Return what is wrong with blocks on a surface: message, modal or home."""
    walk = Walk(EXTRAS)
    base = "/blocks" if surface == "message" else "/view/blocks"
    most = MESSAGE_BLOCKS if surface == "message" else VIEW_BLOCKS
    if not walk.is_list(blocks, base, most, at_least=0):
        return walk.errors
    for index, block in enumerate(blocks):
        _check_block(walk, block, f"{base}/{index}", surface, refused)
    _check_together(walk, [block for block in blocks if isinstance(block, dict)], base)
    return walk.errors


def _check_block(walk: Walk, block: Any, path: str, surface: str, refused: frozenset[str]) -> None:
    kind = block.get("type") if isinstance(block, dict) else None
    rule = BLOCKS.get(str(kind))
    if rule is None or kind in refused or surface not in rule.surfaces:
        walk.wrong(f"unsupported type: {kind}", f"{path}/type")
        return
    walk.check(block, path, rule, surface)


def _check_together(walk: Walk, blocks: list[Json], base: str) -> None:
    ids = [block["block_id"] for block in blocks if block.get("block_id")]
    for block_id, times in Counter(map(str, ids)).items():
        if times > 1:
            walk.wrong(f"`block_id` {block_id} already exists", base)
    kinds = Counter(str(block.get("type")) for block in blocks)
    if kinds["data_visualization"] > CHARTS:
        walk.wrong(f"no more than {CHARTS} data_visualization blocks allowed", base)
    if kinds["table"] > TABLES:
        walk.wrong("only_one_table_allowed", base)
    markdown = sum(len(str(block.get("text", ""))) for block in blocks if block.get("type") == "markdown")
    if markdown > MARKDOWN_TEXT:
        walk.wrong(f"must be less than {MARKDOWN_TEXT + 1} characters", f"{base}/text")


VIEW_RULE = Rule(
    ANYWHERE,
    texts={"callback_id": 255, "private_metadata": 3000, "external_id": 255},
    keys=frozenset(
        {
            "type", "title", "blocks", "close", "submit", "private_metadata", "callback_id", "clear_on_close",
            "notify_on_close", "external_id", "submit_disabled", "app_id", "bot_id",
        }
    ),
)  # fmt: skip
TITLE = 24


def view_errors(view: Any, refused: frozenset[str] = frozenset()) -> list[str]:
    """Return what is wrong with a modal or App Home."""
    kind = view.get("type") if isinstance(view, dict) else None
    if kind not in {"modal", "home"}:
        return [f"unsupported type: {kind} [json-pointer:/view/type]"]
    walk = Walk(EXTRAS)
    walk.check(view, "/view", VIEW_RULE, kind)
    for name in ("title", "submit", "close"):
        _check_name(walk, view, kind, name)
    if "blocks" not in view:
        walk.wrong("missing required field: blocks", "/view")
    errors = walk.errors + block_errors(view.get("blocks", []), kind, refused)
    inputs = any(block.get("type") == "input" for block in view.get("blocks", []) if isinstance(block, dict))
    if kind == "modal" and inputs and not view.get("submit"):
        errors.append("missing required field: submit [json-pointer:/view]")
    if len(json.dumps(view)) > VIEW_BYTES:
        errors.append(f"must be less than {VIEW_BYTES + 1} bytes [json-pointer:/view]")
    return errors


def _check_name(walk: Walk, view: Json, kind: str, name: str) -> None:
    if name not in view or view[name] is None:
        if kind == "modal" and name == "title":
            walk.wrong("missing required field: title", "/view")
    elif kind == "home":
        walk.wrong(f"unexpected field: {name}", "/view")
    else:
        walk.plain_text(view[name], f"/view/{name}", TITLE)


def suggestion_errors(payload: Json) -> list[str]:
    """Return what is wrong with the options an app gave for an external select."""
    walk = Walk(EXTRAS)
    if "options" not in payload and "option_groups" not in payload:
        walk.wrong("missing required field: options", "")
    if "options" in payload:
        walk.options(payload["options"], "/options", SUGGESTIONS, at_least=0)
    if "option_groups" in payload:
        walk.option_groups(payload["option_groups"], "/option_groups", SUGGESTIONS)
    return walk.errors
