"""Slack's limits that fit no table: initial values, tables, charts. `EXTRAS` has them by the name in a rule."""

from __future__ import annotations

import re
from typing import Any

from bot.playground import limit_rules as rules
from bot.playground.limit_walk import Extras, Walk
from bot.playground.model import Json

DATE = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
TABLE_ROWS, TABLE_COLUMNS, TABLE_TEXT, CAPTION = 100, 20, 10_000, 250
CELLS = {"raw_text", "raw_number", "rich_text", "action"}
CHARTS = {"bar", "area", "line"}
SERIES, CATEGORIES, CHART_LABEL, AXIS_LABEL = 6, 20, 20, 50


def fields(walk: Walk, section: Json, path: str) -> None:
    """Check a section's fields."""
    found = section.get("fields")
    if found is not None and walk.is_list(found, f"{path}/fields", rules.FIELDS):
        for index, each in enumerate(found):
            walk.text_object(each, f"{path}/fields/{index}", rules.FIELD_TEXT)


def words(walk: Walk, text: Json, path: str) -> None:
    """Check a text that stands where elements stand, in a context block."""
    walk.text_object(text, path, rules.CONTEXT_TEXT)


def button(walk: Walk, element: Json, path: str) -> None:
    """Check that a link is one."""
    url = element.get("url")
    if url is not None and not re.match(r"[a-z][a-z0-9+.-]*:", str(url)):
        walk.wrong("must be a valid url", f"{path}/url")


def date(walk: Walk, picker: Json, path: str) -> None:
    """Check a date picker's initial date."""
    initial = picker.get("initial_date")
    if initial is not None and not DATE.fullmatch(str(initial)):
        walk.wrong("must be a date of the form YYYY-MM-DD", f"{path}/initial_date")


def time(walk: Walk, picker: Json, path: str) -> None:
    """Check a time picker's initial time."""
    initial = picker.get("initial_time")
    if initial is not None and not TIME.fullmatch(str(initial)):
        walk.wrong("must be a time of the form HH:mm", f"{path}/initial_time")


def moment(walk: Walk, picker: Json, path: str) -> None:
    """Check a date and time picker's initial moment, in epoch seconds."""
    initial = picker.get("initial_date_time")
    if initial is not None and (not isinstance(initial, int) or len(str(initial)) != 10):
        walk.wrong("must be a 10-digit integer", f"{path}/initial_date_time")


def typed(walk: Walk, field: Json, path: str) -> None:
    """Check a text or number input's own limits and initial value."""
    most = field.get("max_length", 3000)
    if not isinstance(most, int) or not 1 <= most <= 3000:
        walk.wrong("must be between 1 and 3000", f"{path}/max_length")
    elif len(str(field.get("initial_value") or "")) > most:
        walk.wrong(f"must be less than {most + 1} characters", f"{path}/initial_value")
    if field["type"] == "number_input" and "is_decimal_allowed" not in field:
        walk.wrong("missing required field: is_decimal_allowed", path)
    for name in ("min_value", "max_value"):
        if field.get(name) is not None and not isinstance(field[name], str):
            walk.wrong("must be a string", f"{path}/{name}")


def table(walk: Walk, block: Json, path: str) -> None:
    """Check rows, columns, cells and characters of a table."""
    rows = block.get("rows")
    if rows is None or not walk.is_list(rows, f"{path}/rows", TABLE_ROWS):
        return
    for index, row in enumerate(rows):
        if walk.is_list(row, f"{path}/rows/{index}", TABLE_COLUMNS):
            _cells(walk, row, f"{path}/rows/{index}")
    if sum(len(text) for text in _texts(rows)) > TABLE_TEXT:
        walk.wrong(f"must be less than {TABLE_TEXT + 1} characters", f"{path}/rows")


def _cells(walk: Walk, row: list[Any], path: str) -> None:
    for column, cell in enumerate(row):
        kind = cell.get("type") if isinstance(cell, dict) else None
        if kind not in CELLS:
            walk.wrong(f"unsupported type: {kind}", f"{path}/{column}/type")
        elif kind == "raw_text":
            walk.string(cell.get("text"), f"{path}/{column}/text", TABLE_TEXT, at_least=1)


def data_table(walk: Walk, block: Json, path: str) -> None:
    """Check a data table: a table with a caption, a header row without rich text, and rows of one length."""
    table(walk, block, path)
    walk.string(block.get("caption", ""), f"{path}/caption", CAPTION, at_least=1)
    rows = block.get("rows")
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        return
    if len(rows) < 2:
        walk.wrong("must have at least 2 items", f"{path}/rows")
    if len({len(row) for row in rows}) > 1:
        walk.wrong("every row must have the same number of cells", f"{path}/rows")
    if rows and any(isinstance(cell, dict) and cell.get("type") == "rich_text" for cell in rows[0]):
        walk.wrong("rich_text is not allowed in the header", f"{path}/rows/0")


def chart(walk: Walk, block: Json, path: str) -> None:
    """Check a chart: a pie's segments, or series that have one value for each category."""
    shown = block.get("chart")
    kind = shown.get("type") if isinstance(shown, dict) else None
    if isinstance(shown, dict) and kind == "pie":
        _points(walk, shown.get("segments"), f"{path}/chart/segments", SERIES, positive=True)
    elif isinstance(shown, dict) and kind in CHARTS:
        _series(walk, shown, f"{path}/chart")
    else:
        walk.wrong(f"unsupported type: {kind}", f"{path}/chart/type")


def _points(walk: Walk, points: Any, path: str, most: int, positive: bool = False) -> None:
    if not walk.is_list(points, path, most):
        return
    for index, point in enumerate(points):
        if not isinstance(point, dict):
            walk.wrong("must be an object", f"{path}/{index}")
            continue
        walk.string(point.get("label"), f"{path}/{index}/label", CHART_LABEL, at_least=1)
        value = point.get("value")
        if isinstance(value, bool) or not isinstance(value, int | float) or (positive and value <= 0):
            walk.wrong("must be a number" + (" greater than 0" if positive else ""), f"{path}/{index}/value")


def _series(walk: Walk, shown: Json, path: str) -> None:
    axis = shown.get("axis_config")
    categories = axis.get("categories") if isinstance(axis, dict) else None
    if not walk.is_list(categories, f"{path}/axis_config/categories", CATEGORIES):
        return
    assert isinstance(axis, dict)
    for index, label in enumerate(axis["categories"]):
        walk.string(label, f"{path}/axis_config/categories/{index}", CHART_LABEL, at_least=1)
    for name in ("x_label", "y_label"):
        if axis.get(name) is not None:
            walk.string(axis[name], f"{path}/axis_config/{name}", AXIS_LABEL)
    if not walk.is_list(shown.get("series"), f"{path}/series", SERIES):
        return
    for index, each in enumerate(shown["series"]):
        here = f"{path}/series/{index}"
        walk.string(each.get("name"), f"{here}/name", CHART_LABEL, at_least=1)
        _points(walk, each.get("data"), f"{here}/data", CATEGORIES)
        if [point.get("label") for point in each.get("data") or []] != axis["categories"]:
            walk.wrong("must have one value for each category", f"{here}/data")
    if len({each.get("name") for each in shown["series"]}) < len(shown["series"]):
        walk.wrong("names must be unique", f"{path}/series")


def _texts(thing: Any) -> list[str]:
    if isinstance(thing, dict):
        return [text for name, value in thing.items() if name != "type" for text in _texts(value)]
    if isinstance(thing, list):
        return [text for each in thing for text in _texts(each)]
    return [thing] if isinstance(thing, str) else []


EXTRAS: Extras = {
    "fields": fields, "words": words, "button": button, "date": date, "time": time, "moment": moment,
    "typed": typed, "table": table, "data_table": data_table, "chart": chart,
}  # fmt: skip
