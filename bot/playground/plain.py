"""What a person reads: messages and views as plain text, without markup, with names for ids."""

from __future__ import annotations

import re
from typing import Any

from bot.playground.model import Json
from bot.playground.typed import unescape
from bot.playground.workspace import Workspace

_MARK = re.compile(r"<([^<>]+)>")
_STYLE = re.compile(r"(?<![\w*_~`])([*_~`]{1,3})(?=\S)(.+?)(?<=\S)\1(?![\w*_~`])")


class Reader:
    """Reads Slack's JSON with the names of one workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace

    def mrkdwn(self, text: str) -> str:
        """Return mrkdwn as it is read: `*bold*` and links lose their marks, `<@U0MARIA>` is Maria Silva."""
        text = _MARK.sub(self._mark, text)
        for _ in range(3):
            text = _STYLE.sub(r"\2", text)
        return unescape(text)

    def _mark(self, match: re.Match[str]) -> str:
        target, _, label = match.group(1).partition("|")
        if target.startswith("@"):
            user = self.workspace.users.get(target[1:])
            return user.real_name if user else label or target
        if target.startswith("#"):
            channel = self.workspace.channels.get(target[1:])
            return "#" + (channel.name if channel else label or target[1:])
        if target.startswith("!date"):
            return label
        return label or target.removeprefix("!").removeprefix("mailto:")

    def text(self, thing: Any) -> str:
        """Return a text object, or plain mrkdwn text, as it is read."""
        if isinstance(thing, str):
            return self.mrkdwn(thing)
        if not isinstance(thing, dict):
            return ""
        text = str(thing.get("text") or "")
        return self.mrkdwn(text) if thing.get("type") == "mrkdwn" else text

    def blocks(self, blocks: list[Json]) -> str:
        """Return blocks as lines of text; buttons and options are not text."""
        return "\n".join(line for block in blocks for line in self._lines(block) if line)

    def _lines(self, block: Json) -> list[str]:
        kind = block.get("type")
        if kind in {"table", "data_table"}:
            return [self.text(block.get("caption")), *(self._row(row) for row in block.get("rows", []))]
        if kind == "data_visualization":
            return [self.text(block.get("title")), *_words(block.get("chart"))]
        if kind == "rich_text":
            return [self._rich(part) for part in block.get("elements", [])]
        lines = [self.text(block.get(name)) for name in ("title", "subtitle", "label", "text", "body", "hint")]
        lines += [self.text(each) for each in block.get("fields") or []]
        if kind == "image":
            lines.append(str(block.get("alt_text", "")))
        if kind in {"context", "carousel", "container"}:
            for each in block.get("elements") or block.get("child_blocks") or []:
                lines += [self.text(each)] if each.get("type") in {"mrkdwn", "plain_text"} else self._lines(each)
        if isinstance(block.get("element"), dict):
            lines.append(self._typed(block["element"]))
        return lines

    def _row(self, row: list[Json]) -> str:
        return " | ".join(self._rich(cell) if cell.get("type") == "rich_text" else _cell(cell) for cell in row)

    def _rich(self, part: Json) -> str:
        if "elements" in part:
            return "".join(self._rich(each) for each in part["elements"])
        if part.get("type") == "user":
            return self._mark(re.match(_MARK, f"<@{part['user_id']}>"))  # type: ignore[arg-type] # it matches
        if part.get("type") == "emoji":
            return f":{part['name']}:"
        return str(part.get("text") or part.get("url") or "")

    def _typed(self, element: Json) -> str:
        return str(element.get("initial_value") or "") if "input" in str(element.get("type")) else ""

    def view(self, view: Json, errors: dict[str, str] | None = None) -> str:
        """Return a modal or Home as lines of text, with the errors under its fields."""
        lines = [self.text(view.get("title")), self.blocks(view.get("blocks", []))]
        return "\n".join(line for line in [*lines, *(errors or {}).values()] if line)


def _cell(cell: Json) -> str:
    return str(cell.get("text") if cell.get("text") is not None else cell.get("value", ""))


def _words(thing: Any) -> list[str]:
    """Return the labels and numbers inside a chart, in order."""
    if isinstance(thing, dict):
        return [word for key, value in thing.items() if key != "type" for word in _words(value)]
    if isinstance(thing, list):
        return [word for each in thing for word in _words(each)]
    return [str(thing)] if isinstance(thing, str | int | float) else []
