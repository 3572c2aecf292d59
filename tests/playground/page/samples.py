"""Blocks and views as an app sends them: one of every kind the page draws."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]


def plain(text: str) -> Json:
    """Return a plain_text object."""
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str) -> Json:
    """Return a mrkdwn object."""
    return {"type": "mrkdwn", "text": text}


def option(text: str, value: str, note: str | None = None) -> Json:
    """Return an option of a list."""
    return {"text": plain(text), "value": value, **({"description": plain(note)} if note else {})}


def field(block_id: str, label: str, element: Json, **more: Any) -> Json:
    """Return an input block; its action_id is the block's id unless the element says otherwise."""
    return {
        "type": "input",
        "block_id": block_id,
        "label": plain(label),
        "element": {"action_id": block_id, **element},
        **more,
    }


def button(text: str, action_id: str, **more: Any) -> Json:
    """Return a button."""
    return {"type": "button", "text": plain(text), "action_id": action_id, "value": "1", **more}


UNDO = {
    "title": plain("Undo this visit?"),
    "text": mrkdwn("*Dana* is back at 13."),
    "confirm": plain("Undo it"),
    "deny": plain("Keep it"),
    "style": "danger",
}

NUDGE: list[Json] = [
    {"type": "section", "text": mrkdwn("*Dana López* just came in :wave:")},
    {
        "type": "actions",
        "elements": [
            button("Greeted by name", "greet", style="primary"),
            button("Undo", "undo", style="danger", confirm=UNDO),
        ],
    },
]

MOODS = [option("Calm", "calm"), option("Upset", "upset"), option("Furious", "furious", "Halves every timer")]

HOME: list[Json] = [
    {"type": "header", "text": plain("Your day")},
    {"type": "section", "text": mrkdwn("Call *Dana*"), "accessory": button("Reached", "reached")},
]


def form() -> Json:
    """Return a form with an input of every kind."""
    return {
        "type": "modal",
        "callback_id": "form",
        "title": plain("Log an issue"),
        "submit": plain("Save"),
        "close": plain("Cancel"),
        "blocks": [
            field(
                "story",
                "What happened?",
                {"type": "plain_text_input", "multiline": True},
                hint=plain("In their words"),
            ),
            field("mood", "How do they feel?", {"type": "static_select", "options": MOODS}),
            field("owner", "Who owns it?", {"type": "users_select", "initial_user": "U0JON"}),
            field("customer", "Customer", {"type": "external_select", "min_query_length": 2}, optional=True),
            field("tags", "Tags", {"type": "multi_static_select", "options": MOODS}, optional=True),
            field("day", "By when?", {"type": "datepicker"}, optional=True),
            field("hour", "At what time?", {"type": "timepicker"}, optional=True),
            field("moment", "Exactly", {"type": "datetimepicker"}, optional=True),
            field("how", "How told", {"type": "radio_buttons", "options": MOODS}, optional=True),
            field("done", "Done", {"type": "checkboxes", "options": MOODS}, optional=True),
            field("mail", "E-mail", {"type": "email_text_input"}, optional=True),
            field(
                "worth",
                "Worth",
                {"type": "number_input", "is_decimal_allowed": False, "min_value": "1"},
                optional=True,
            ),
            field("site", "Site", {"type": "url_text_input"}, optional=True),
            {
                "type": "actions",
                "block_id": "more",
                "elements": [button("Push", "push"), button("Add a row", "add_row")],
            },
        ],
    }


def cells(*texts: str) -> list[Json]:
    """Return a row of a table."""
    return [{"type": "raw_text", "text": text} for text in texts]


POINTS = [{"label": "Mon", "value": 12}, {"label": "Tue", "value": 18}]
AXIS = {"categories": ["Mon", "Tue"]}
CHARTS: dict[str, Json] = {
    "pie": {"type": "pie", "segments": POINTS},
    "bar": {"type": "bar", "series": [{"name": "Visits", "data": POINTS}], "axis_config": AXIS},
    "line": {"type": "line", "series": [{"name": "Visits", "data": POINTS}], "axis_config": AXIS},
    "area": {"type": "area", "series": [{"name": "Visits", "data": POINTS}], "axis_config": AXIS},
}

RICH = [
    {
        "type": "rich_text_section",
        "elements": [
            {"type": "text", "text": "Thanks ", "style": {"bold": True}},
            {"type": "user", "user_id": "U0JON"},
            {"type": "emoji", "name": "tada"},
        ],
    },
    {
        "type": "rich_text_list",
        "style": "ordered",
        "elements": [{"type": "rich_text_section", "elements": [{"type": "text", "text": "stayed late"}]}],
    },
    {"type": "rich_text_quote", "elements": [{"type": "text", "text": "Best shop in town"}]},
]

BLOCKS: dict[str, tuple[Json, str, str]] = {
    # kind: the block, where on the page it is looked for, and the words that stand there
    "header": ({"type": "header", "text": plain("Good morning")}, "[role=heading]", "Good morning"),
    "section": ({"type": "section", "text": mrkdwn("Say *DAY-nah*")}, "strong", "DAY-nah"),
    "fields": (
        {"type": "section", "fields": [mrkdwn("*Phone*\n912"), mrkdwn("*Visits*\n14")]},
        ".section-field >> nth=1",
        "Visits14",
    ),
    "accessory": (
        {"type": "section", "text": plain("Dana"), "accessory": button("Card", "card")},
        ".section-accessory button",
        "Card",
    ),
    "context": ({"type": "context", "elements": [mrkdwn("last here _31 Oct_")]}, "em", "31 Oct"),
    "actions": ({"type": "actions", "elements": [button("Snooze", "snooze")]}, "button.button", "Snooze"),
    "markdown": (
        {"type": "markdown", "text": "# Waiting\n\n1. **Dana**\n2. Rose\n\n| who | n |\n|---|---|\n| Jon | 3 |"},
        "td >> nth=0",
        "Jon",
    ),
    "rich_text": ({"type": "rich_text", "elements": RICH}, "ol li", "stayed late"),
    "table": (
        {"type": "table", "rows": [cells("Name", "Kept"), cells("Maria", "96 %")]},
        "tbody td >> nth=1",
        "96 %",
    ),
    "data_table": (
        {
            "type": "data_table",
            "caption": "Slipping away",
            "page_size": 2,
            "rows": [cells("Who"), cells("Ana"), cells("Bo"), cells("Cy")],
        },
        "caption",
        "Slipping away",
    ),
    "image": (
        {
            "type": "image",
            "image_url": "data:image/gif;base64,R0lGODlhAQABAAAAACw=",
            "alt_text": "A boot",
            "title": plain("Boot"),
        },
        "figcaption",
        "Boot",
    ),
}
