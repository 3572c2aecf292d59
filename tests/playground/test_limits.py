"""What Slack refuses, as a table: one thing at its limit, and one step beyond."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bot.playground.limits import block_errors, suggestion_errors, total_text, view_errors

Json = dict[str, Any]


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str) -> Json:
    return {"type": "mrkdwn", "text": text}


def section(**parts: Any) -> Json:
    return {"type": "section", "text": mrkdwn("hello"), **parts}


def button(**parts: Any) -> Json:
    return {"type": "button", "text": plain("Press"), **parts}


def actions(*elements: Json) -> Json:
    return {"type": "actions", "elements": list(elements)}


def option(n: int, **parts: Any) -> Json:
    return {"text": plain(f"Option {n}"), "value": str(n), **parts}


def options(n: int) -> list[Json]:
    return [option(each) for each in range(n)]


def field(element: Json, **parts: Any) -> Json:
    return {"type": "input", "label": plain("Label"), "element": element, **parts}


def modal(*blocks: Json, **parts: Any) -> Json:
    return {"type": "modal", "title": plain("Title"), "submit": plain("Save"), "blocks": list(blocks), **parts}


SELECT = {"type": "static_select", "placeholder": plain("Choose")}
CONFIRM = {"title": plain("Sure?"), "text": mrkdwn("Really"), "confirm": plain("Yes"), "deny": plain("No")}

CARD = {"type": "card", "title": plain("Dana")}
CELL = {"type": "raw_text", "text": "x"}
ROWS = [[CELL], [CELL]]


def pie(segments: int) -> Json:
    chart = {"type": "pie", "segments": [{"label": "x", "value": 1}] * segments}
    return {"type": "data_visualization", "title": "t", "chart": chart}


# a block made from a size, the largest size Slack takes, and where the error points to
SIZES: list[tuple[str, Callable[[int], Json], int, str]] = [
    ("section text", lambda n: section(text=mrkdwn("x" * n)), 3000, "/text/text"),
    ("section fields", lambda n: section(fields=[plain("x")] * n), 10, "/fields"),
    ("field text", lambda n: section(fields=[plain("x" * n)]), 2000, "/fields/0/text"),
    ("header", lambda n: {"type": "header", "text": plain("x" * n)}, 150, "/text/text"),
    ("context", lambda n: {"type": "context", "elements": [mrkdwn("x")] * n}, 10, "/elements"),
    ("actions", lambda n: actions(*[button(action_id=str(i)) for i in range(n)]), 25, "/elements"),
    ("button text", lambda n: actions(button(text=plain("x" * n))), 75, "/elements/0/text/text"),
    ("button value", lambda n: actions(button(value="x" * n)), 2000, "/elements/0/value"),
    ("action_id", lambda n: actions(button(action_id="x" * n)), 255, "/elements/0/action_id"),
    ("block_id", lambda n: section(block_id="x" * n), 255, "/block_id"),
    ("select options", lambda n: actions({**SELECT, "options": options(n)}), 100, "/elements/0/options"),
    ("option text", lambda n: actions({**SELECT, "options": [option(1, text=plain("x" * n))]}), 75,
     "/elements/0/options/0/text/text"),
    ("option value", lambda n: actions({**SELECT, "options": [option(1, value="x" * n)]}), 150,
     "/elements/0/options/0/value"),
    ("overflow", lambda n: section(accessory={"type": "overflow", "options": options(n)}), 5,
     "/accessory/options"),
    ("checkboxes", lambda n: actions({"type": "checkboxes", "options": options(n)}), 10, "/elements/0/options"),
    ("radio", lambda n: actions({"type": "radio_buttons", "options": options(n)}), 10, "/elements/0/options"),
    ("confirm title", lambda n: actions(button(confirm={**CONFIRM, "title": plain("x" * n)})), 100,
     "/elements/0/confirm/title/text"),
    ("confirm text", lambda n: actions(button(confirm={**CONFIRM, "text": mrkdwn("x" * n)})), 300,
     "/elements/0/confirm/text/text"),
    ("data table", lambda n: {"type": "data_table", "caption": "c", "rows": [[CELL]] * n}, 100, "/rows"),
    ("table columns", lambda n: {"type": "table", "rows": [[CELL] * n]}, 20, "/rows/0"),
    ("pie", pie, 6, "/chart/segments"),
    ("carousel", lambda n: {"type": "carousel", "elements": [CARD] * n}, 10, "/elements"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "make", "most", "pointer"), SIZES, ids=[each[0] for each in SIZES])
def test_a_limit_is_kept_to_the_letter(name: str, make: Callable[[int], Json], most: int, pointer: str) -> None:
    assert block_errors([make(most)], "message") == []
    errors = block_errors([make(most + 1)], "message")
    assert errors, f"{name} of {most + 1} was accepted"
    assert errors[0].endswith(f"[json-pointer:/blocks/0{pointer}]")


@pytest.mark.parametrize(("surface", "most"), [("message", 50), ("modal", 100), ("home", 100)])
def test_a_surface_takes_so_many_blocks(surface: str, most: int) -> None:
    assert block_errors([{"type": "divider"}] * most, surface) == []
    path = "/blocks" if surface == "message" else "/view/blocks"
    too_many = block_errors([{"type": "divider"}] * (most + 1), surface)
    assert too_many == [f"no more than {most} items allowed [json-pointer:{path}]"]


PLACES: list[tuple[Json, set[str]]] = [
    (section(), {"message", "modal", "home"}),
    (CARD, {"message", "modal", "home"}),
    ({"type": "alert", "text": mrkdwn("careful")}, {"modal"}),
    ({"type": "markdown", "text": "**hi**"}, {"message"}),
    ({"type": "context_actions", "elements": [{"type": "icon_button", "icon": "trash", "text": plain("x")}]},
     {"message"}),
    (pie(1), {"message"}),
    ({"type": "table", "rows": ROWS}, {"message", "home"}),
    ({"type": "data_table", "caption": "c", "rows": ROWS}, {"message", "home"}),
    ({"type": "carousel", "elements": [CARD]}, {"message", "home"}),
    (actions({"type": "datetimepicker"}), {"message", "modal"}),
    (actions({"type": "datepicker"}), {"message", "modal", "home"}),
    (field({"type": "plain_text_input"}), {"message", "modal", "home"}),
    (field({"type": "number_input", "is_decimal_allowed": False}), {"modal"}),
    (field({"type": "email_text_input"}), {"modal"}),
    (field({"type": "url_text_input"}), {"modal"}),
    ({"type": "blink"}, set()),
    (section(accessory={"type": "datetimepicker"}), set()),
    (actions({"type": "plain_text_input"}), set()),
    (field(button()), set()),
]  # fmt: skip


@pytest.mark.parametrize(("block", "places"), PLACES, ids=[str(each[0])[:60] for each in PLACES])
def test_a_block_works_on_its_surfaces_only(block: Json, places: set[str]) -> None:
    accepted = {surface for surface in ("message", "modal", "home") if not block_errors([block], surface)}
    assert accepted == places


WRONG: list[tuple[Json, str]] = [
    ({"type": "section"}, "must have one of: fields, text"),
    (section(text="hello"), "must be an object"),
    (section(text=plain("")), "must be more than 0 characters"),
    (section(colour="red"), "invalid additional property: colour"),
    ({"type": "header", "text": mrkdwn("x")}, "unsupported type: mrkdwn"),
    (actions(), "must have at least 1 items"),
    (actions(button(style="green")), "must be a valid enum value: green"),
    (actions(button(url="example.com")), "must be a valid url"),
    (actions(button(action_id="a"), button(action_id="a")), "`action_id` a already exists"),
    (actions({**SELECT}), "missing required field: options"),
    (actions({**SELECT, "options": options(2), "initial_option": option(3)}), "initial option must be one of"),
    (actions({"type": "datepicker", "initial_date": "1.12.2026"}), "must be a date"),
    (actions({"type": "timepicker", "initial_time": "3pm"}), "must be a time"),
    ({"type": "image", "image_url": "https://example.com/a.png"}, "missing required field: alt_text"),
    ({"type": "data_table", "caption": "c", "rows": [ROWS[0], []]}, "must have at least 1 items"),
    ({"type": "data_visualization", "title": "t", "chart": {"type": "donut"}}, "unsupported type: donut"),
    (field({"type": "plain_text_input", "max_length": 4000}), "must be between 1 and 3000"),
]


@pytest.mark.parametrize(("block", "sentence"), WRONG, ids=[each[1] for each in WRONG])
def test_what_is_wrong_is_said(block: Json, sentence: str) -> None:
    assert any(error.startswith(sentence) for error in block_errors([block], "message"))


def test_what_belongs_together_is_checked_together() -> None:
    assert "`block_id` a already exists" in block_errors([section(block_id="a")] * 2, "message")[0]
    assert block_errors([pie(1), pie(2)], "message") == []
    assert "no more than 2 data_visualization" in block_errors([pie(1)] * 3, "message")[0]
    assert block_errors([{"type": "markdown", "text": "x" * 6001}] * 2, "message")


VIEWS: list[tuple[Json, str]] = [
    (modal(section(), title=plain("x" * 25)), "must be less than 25 characters [json-pointer:/view/title/text]"),
    (modal(section(), submit=plain("x" * 25)),
     "must be less than 25 characters [json-pointer:/view/submit/text]"),
    (modal(section(), close=mrkdwn("x")), "unsupported type: mrkdwn [json-pointer:/view/close/type]"),
    (modal(section(), callback_id="x" * 256), "must be less than 256 characters [json-pointer:/view/callback_id]"),
    (modal(section(), private_metadata="x" * 3001),
     "must be less than 3001 characters [json-pointer:/view/private_metadata]"),
    (modal(section(), title=None), "missing required field: title [json-pointer:/view]"),
    (modal(field({"type": "plain_text_input"}), submit=None),
     "missing required field: submit [json-pointer:/view]"),
    ({"type": "home", "title": plain("x"), "blocks": []}, "unexpected field: title [json-pointer:/view]"),
    ({"type": "sheet", "blocks": []}, "unsupported type: sheet [json-pointer:/view/type]"),
    (modal(*[section(text=mrkdwn("x" * 2900))] * 90), "must be less than 250001 bytes [json-pointer:/view]"),
]  # fmt: skip


@pytest.mark.parametrize(("view", "sentence"), VIEWS, ids=[each[1] for each in VIEWS])
def test_a_view_has_limits_of_its_own(view: Json, sentence: str) -> None:
    assert sentence in view_errors(view)
    assert view_errors(modal(field({"type": "plain_text_input"}), title=plain("x" * 24))) == []


def bars(**parts: Any) -> Json:
    axis = {"categories": ["Mon", "Tue"], "x_label": "Day"}
    data = [{"label": "Mon", "value": 1}, {"label": "Tue", "value": -2}]
    chart = {"type": "bar", "axis_config": axis, "series": [{"name": "Visits", "data": data}]}
    return {"type": "data_visualization", "title": "Week", "chart": {**chart, **parts}}


@pytest.mark.parametrize(
    ("block", "sentence"),
    [
        (bars(), None),
        (bars(axis_config={}), "must be an array"),
        (bars(axis_config={"categories": ["Mon", "Wed"]}), "must have one value for each category"),
        (bars(series=[]), "must have at least 1 items"),
        (bars(series=bars()["chart"]["series"] * 2), "names must be unique"),
        (bars(series=bars()["chart"]["series"] * 7), "no more than 6 items allowed"),
        (bars(type="pie", segments=[{"label": "x", "value": 0}]), "must be a number greater than 0"),
        (bars(type="pie", segments=[{"label": "x" * 21, "value": 1}]), "must be less than 21 characters"),
    ],
)
def test_a_chart_has_one_value_for_each_category(block: Json, sentence: str | None) -> None:
    errors = block_errors([block], "message")
    assert any(error.startswith(sentence) for error in errors) if sentence else errors == []


def test_an_older_slack_refuses_new_blocks() -> None:
    assert block_errors([CARD], "message") == []
    assert block_errors([CARD], "message", frozenset({"card"})) == [
        "unsupported type: card [json-pointer:/blocks/0/type]"
    ]


def test_suggestions_are_checked_too() -> None:
    assert suggestion_errors({"options": options(100)}) == []
    assert suggestion_errors({"options": []}) == []
    assert suggestion_errors({"options": options(101)})
    assert suggestion_errors({})
    assert suggestion_errors({"option_groups": [{"label": plain("Regulars"), "options": options(2)}]}) == []


def test_all_text_is_counted() -> None:
    assert total_text([section(), section(fields=[plain("abc")])]) == 13
