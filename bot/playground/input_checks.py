"""What Slack's own screen checks before it sends a form: required fields, lengths, numbers, addresses."""

from __future__ import annotations

import re

from bot.playground.forms import STATE_FIELDS
from bot.playground.model import Json, View

REQUIRED = "Please complete this required field."


def field_errors(view: View) -> dict[str, str]:
    """Return what is wrong with a form's inputs, by block_id."""
    errors: dict[str, str] = {}
    for block in view.body["blocks"]:
        element = block.get("element")
        if block.get("type") != "input" or not isinstance(element, dict):
            continue
        if element.get("type") not in STATE_FIELDS:
            continue
        piece = view.state.get(block["block_id"], {}).get(element["action_id"], {})
        value = piece.get(STATE_FIELDS[element["type"]][0])
        if sentence := _wrong(block, element, value):
            errors[block["block_id"]] = sentence
    return errors


def _wrong(block: Json, element: Json, value: object) -> str | None:
    if value in (None, "", []):
        return None if block.get("optional") else REQUIRED
    kind = element["type"]
    if kind == "plain_text_input":
        return _wrong_length(element, str(value))
    if kind == "number_input":
        return _wrong_number(element, str(value))
    if kind == "email_text_input" and not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", str(value)):
        return "Please enter a valid email address."
    if kind == "url_text_input" and not re.fullmatch(r"https?://\S+\.\S+", str(value)):
        return "Please enter a valid URL."
    return None


def _wrong_length(element: Json, text: str) -> str | None:
    least, most = element.get("min_length", 0), element.get("max_length", 3000)
    if len(text) < least:
        return f"Please enter at least {least} characters."
    return f"Please enter {most} characters or fewer." if len(text) > most else None


def _wrong_number(element: Json, text: str) -> str | None:
    try:
        number = float(text)
    except ValueError:
        return "Please enter a number."
    if not element.get("is_decimal_allowed") and not number.is_integer():
        return "Please enter a whole number."
    least, most = element.get("min_value"), element.get("max_value")
    if least is not None and number < float(least):
        return f"Please enter a number of at least {least}."
    return f"Please enter a number of at most {most}." if most is not None and number > float(most) else None
