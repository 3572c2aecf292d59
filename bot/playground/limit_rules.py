"""Slack's limits as tables: for each block and element where it works and how large its parts may be."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

MESSAGE, MODAL, HOME = frozenset({"message"}), frozenset({"modal"}), frozenset({"home"})
ANYWHERE = MESSAGE | MODAL | HOME
OPTIONS, OPTION_TEXT, OPTION_VALUE, PLACEHOLDER = 100, 75, 150, 150
FEW_OPTIONS, OVERFLOW_OPTIONS = 10, 5


@dataclass(frozen=True)
class Rule:
    """The limits of one block or element.

    `texts` are strings, `objects` text objects (`plain` only where named in `plain`), `holds` names the part
    that holds elements or blocks: how many, of which types. `extra` names a check of its own in `limit_extras`.
    """

    surfaces: frozenset[str] = ANYWHERE
    needs: frozenset[str] = frozenset()
    one_of: frozenset[str] = frozenset()
    texts: dict[str, int] = field(default_factory=dict)
    objects: dict[str, int] = field(default_factory=dict)
    plain: frozenset[str] = frozenset()
    holds: dict[str, tuple[int, frozenset[str]]] = field(default_factory=dict)
    single: dict[str, frozenset[str]] = field(default_factory=dict)
    values: dict[str, frozenset[Any]] = field(default_factory=dict)
    options: int = 0
    keys: frozenset[str] = frozenset()
    extra: str = ""


def _of(*names: str) -> frozenset[str]:
    return frozenset(names)


SELECTS = _of("static_select", "external_select", "users_select", "conversations_select", "channels_select")
MULTI = frozenset(f"multi_{each}" for each in SELECTS)
PICKERS = _of("datepicker", "timepicker")
CHOICES = _of("checkboxes", "radio_buttons")
IN_ACTIONS = SELECTS | PICKERS | CHOICES | _of("button", "overflow", "datetimepicker", "workflow_button")
IN_SECTION = SELECTS | MULTI | PICKERS | CHOICES | _of("button", "overflow", "image", "workflow_button")
IN_INPUT = (
    SELECTS | MULTI | PICKERS | CHOICES
    | _of("plain_text_input", "datetimepicker", "email_text_input", "number_input", "url_text_input")
    | _of("rich_text_input", "file_input")
)  # fmt: skip
RICH = _of("rich_text_section", "rich_text_list", "rich_text_preformatted", "rich_text_quote")
WORDS = _of("plain_text", "mrkdwn")

BLOCKS: dict[str, Rule] = {
    "section": Rule(
        one_of=_of("text", "fields"), objects={"text": 3000}, single={"accessory": IN_SECTION},
        keys=_of("text", "fields", "accessory", "expand"), extra="fields",
    ),
    "divider": Rule(),
    "header": Rule(needs=_of("text"), objects={"text": 150}, plain=_of("text"), keys=_of("text", "level")),
    "context": Rule(needs=_of("elements"), holds={"elements": (10, WORDS | _of("image"))}),
    "actions": Rule(needs=_of("elements"), holds={"elements": (25, IN_ACTIONS)}),
    "context_actions": Rule(
        MESSAGE, needs=_of("elements"), holds={"elements": (5, _of("feedback_buttons", "icon_button"))},
    ),
    "input": Rule(
        needs=_of("label", "element"), objects={"label": 2000, "hint": 2000}, plain=_of("label", "hint"),
        single={"element": IN_INPUT}, keys=_of("label", "element", "hint", "optional", "dispatch_action"),
    ),
    "image": Rule(
        needs=_of("alt_text"), one_of=_of("image_url", "slack_file"), plain=_of("title"),
        texts={"alt_text": 2000, "image_url": 3000}, objects={"title": 2000},
        keys=_of("alt_text", "image_url", "slack_file", "title"),
    ),
    "video": Rule(
        needs=_of("alt_text", "title", "thumbnail_url", "video_url"), texts={"author_name": 50},
        objects={"title": 200, "description": 200}, plain=_of("title", "description"),
        keys=_of("alt_text", "title", "thumbnail_url", "video_url", "title_url", "description", "author_name",
                 "provider_name", "provider_icon_url"),
    ),
    "rich_text": Rule(needs=_of("elements"), holds={"elements": (1000, RICH)}),
    "markdown": Rule(MESSAGE, needs=_of("text"), texts={"text": 12_000}, keys=_of("text")),
    "file": Rule(MESSAGE, needs=_of("external_id", "source"), keys=_of("external_id", "source")),
    "table": Rule(MESSAGE | HOME, needs=_of("rows"), keys=_of("rows", "column_settings"), extra="table"),
    "data_table": Rule(
        MESSAGE | HOME, needs=_of("rows", "caption"), extra="data_table",
        keys=_of("rows", "caption", "page_size", "row_header_column_index", "column_settings"),
    ),
    "data_visualization": Rule(
        MESSAGE, needs=_of("title", "chart"), keys=_of("title", "chart"), texts={"title": 50}, extra="chart"
    ),
    "card": Rule(
        one_of=_of("hero_image", "title", "actions", "body"), holds={"actions": (5, _of("button"))},
        objects={"title": 150, "subtitle": 150, "body": 200},
        keys=_of("hero_image", "icon", "title", "subtitle", "body", "actions", "subtext", "slack_icon"),
    ),
    "carousel": Rule(MESSAGE | HOME, needs=_of("elements"), holds={"elements": (10, _of("card"))}),
    "alert": Rule(
        MODAL, needs=_of("text"), objects={"text": 3000}, keys=_of("text", "level"),
        values={"level": _of("default", "info", "warning", "error", "success")},
    ),
}  # fmt: skip

_FOCUS = _of("placeholder", "focus_on_load", "confirm")


def _select(*names: str, options: int = 0, extra: str = "") -> Rule:
    return Rule(
        objects={"placeholder": PLACEHOLDER}, plain=_of("placeholder"), keys=_FOCUS | _of(*names),
        options=options, extra=extra,
    )  # fmt: skip


def _typed(*names: str, surfaces: frozenset[str] = ANYWHERE) -> Rule:
    return Rule(
        surfaces, objects={"placeholder": PLACEHOLDER}, plain=_of("placeholder"), extra="typed",
        keys=_of("placeholder", "focus_on_load", "initial_value", "dispatch_action_config", *names),
    )  # fmt: skip


_FILTER = _of("default_to_current_conversation", "filter", "response_url_enabled")

ELEMENTS: dict[str, Rule] = {
    "button": Rule(
        needs=_of("text"), objects={"text": 75}, plain=_of("text"), extra="button",
        texts={"value": 2000, "url": 3000, "accessibility_label": 75},
        keys=_of("text", "value", "url", "style", "confirm", "accessibility_label", "visible_to_user_ids"),
        values={"style": _of("primary", "danger")},
    ),
    "workflow_button": Rule(
        MESSAGE, needs=_of("text", "workflow"), objects={"text": 75}, plain=_of("text"),
        keys=_of("text", "workflow", "style", "accessibility_label"),
    ),
    "icon_button": Rule(
        MESSAGE, needs=_of("icon", "text"), objects={"text": 75}, plain=_of("text"), texts={"value": 2000},
        keys=_of("icon", "text", "value", "confirm", "accessibility_label", "visible_to_user_ids"),
    ),
    "feedback_buttons": Rule(MESSAGE, keys=_of("positive_button", "negative_button")),
    "image": Rule(
        needs=_of("alt_text"), one_of=_of("image_url", "slack_file"),
        texts={"alt_text": 2000, "image_url": 3000}, keys=_of("alt_text", "image_url", "slack_file"),
    ),
    "overflow": Rule(needs=_of("options"), options=OVERFLOW_OPTIONS, keys=_of("options", "confirm")),
    "checkboxes": _select("options", "initial_options", options=FEW_OPTIONS),
    "radio_buttons": _select("options", "initial_option", options=FEW_OPTIONS),
    "static_select": _select("options", "option_groups", "initial_option", options=OPTIONS),
    "multi_static_select": _select(
        "options", "option_groups", "initial_options", "max_selected_items", options=OPTIONS
    ),
    "external_select": _select("initial_option", "min_query_length"),
    "multi_external_select": _select("initial_options", "min_query_length", "max_selected_items"),
    "users_select": _select("initial_user"),
    "multi_users_select": _select("initial_users", "max_selected_items"),
    "channels_select": _select("initial_channel", "response_url_enabled"),
    "multi_channels_select": _select("initial_channels", "max_selected_items"),
    "conversations_select": _select("initial_conversation", *_FILTER),
    "multi_conversations_select": _select("initial_conversations", "max_selected_items", *_FILTER),
    "datepicker": _select("initial_date", extra="date"),
    "timepicker": _select("initial_time", "timezone", extra="time"),
    "datetimepicker": Rule(
        MESSAGE | MODAL, keys=_of("initial_date_time", "focus_on_load", "confirm"), extra="moment"
    ),
    "plain_text_input": _typed("multiline", "min_length", "max_length"),
    "rich_text_input": _typed(surfaces=MODAL),
    "number_input": _typed("is_decimal_allowed", "min_value", "max_value", surfaces=MODAL),
    "email_text_input": _typed(surfaces=MODAL),
    "url_text_input": _typed(surfaces=MODAL),
    "file_input": Rule(MODAL, keys=_of("filetypes", "max_files")),
    **{kind: Rule(keys=_of("text", "emoji", "verbatim"), extra="words") for kind in WORDS},
    **{kind: Rule(extra="anything") for kind in RICH},
}  # fmt: skip
ACTION_ID, BLOCK_ID, CONTEXT_TEXT, FIELDS, FIELD_TEXT = 255, 255, 3000, 10, 2000
CONFIRM = {"title": 100, "text": 300, "confirm": 30, "deny": 30}
