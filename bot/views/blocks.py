"""Builders for Block Kit, with Slack's limits and the escaping that nobody has to remember.

What a person typed is ``str``; what may carry Slack's markup is `Mrkdwn`. Only `md` makes the second from the
first, and it escapes on the way, so that nobody's name can call a whole channel (RELIABILITY.md, rule 24).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

Block = dict[str, Any]
View = dict[str, Any]

SECTION = 3000
TEXT = 4000
HEADER = 150
BUTTON = 75
MODAL_TITLE = 24
BLOCKS = 50
HOME_BLOCKS = 100


class Mrkdwn(str):
    """Text in Slack's own markup, in which everything a person typed is escaped."""

    __slots__ = ()


def md(template: str, /, **values: object) -> Mrkdwn:
    """Fill a template of ours with values; whatever is not `Mrkdwn` is escaped.

    >>> md("*{name}* is here", name="<!channel> & co")
    '*&lt;!channel&gt; &amp; co* is here'
    """
    safe = {key: value if isinstance(value, Mrkdwn) else escape(str(value)) for key, value in values.items()}
    return Mrkdwn(template.format(**safe))


def escape(text: str) -> Mrkdwn:
    """Escape what a person typed, and take the bite out of ``*``, ``_``, ``~`` and back-ticks at word edges."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return Mrkdwn(re.sub(r"((?<!\w)[*_~`]|[*_~`](?!\w))", "\u200b\\1", text))


def join(parts: Iterable[Mrkdwn], by: str = " ") -> Mrkdwn:
    """Join pieces of markup."""
    return Mrkdwn(by.join(parts))


def mention(user: str | None) -> Mrkdwn:
    """Return a mention of somebody by Slack id; nobody is “the team”."""
    return Mrkdwn(f"<@{user}>") if user else Mrkdwn("the team")


def people(users: Sequence[str]) -> Mrkdwn:
    """Return “A”, “A and B”, “A, B and C” as mentions."""
    names = [mention(user) for user in users]
    return join([join(names[:-1], ", "), *names[-1:]], " and ") if len(names) > 1 else join(names)


def channel(channel_id: str) -> Mrkdwn:
    """Return a link to a channel."""
    return Mrkdwn(f"<#{channel_id}>")


def shorten(text: str, limit: int) -> str:
    """Cut a text to a limit, with an ellipsis where it was cut."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def cut(text: Mrkdwn, limit: int = SECTION) -> Mrkdwn:
    """Cut markup to a limit without leaving half an entity or half a mention behind."""
    if len(text) <= limit:
        return text
    return Mrkdwn(re.sub(r"(<[^>]*|&[a-z]*)$", "", text[: limit - 1]) + "…")


@dataclass(frozen=True)
class Message:
    """Something to say: the text is what a screen reader and a notification read, so it holds everything."""

    text: Mrkdwn
    blocks: tuple[Block, ...] = ()

    def payload(self) -> dict[str, Any]:
        """Return the arguments of ``chat.postMessage``, of an ack, or of a ``response_url``."""
        body: dict[str, Any] = {
            "text": cut(self.text, TEXT),
            "unfurl_links": False,
            "unfurl_media": False,
        }
        if self.blocks:
            body["blocks"] = list(self.blocks[:BLOCKS])
        return body


def message(*blocks: Block | None, text: Mrkdwn | None = None) -> Message:
    """Make a message of blocks; without ``text``, the text is read off the blocks."""
    kept = tuple(block for block in blocks if block)
    return Message(text or read_aloud(kept), kept)


def under(said: Message, line: Block) -> Message:
    """Put one more line under a message."""
    return message(*said.blocks[: BLOCKS - 1], line, text=join([said.text, read_aloud([line])], "\n"))


def read_aloud(blocks: Iterable[Block]) -> Mrkdwn:
    """Return what the blocks say, for those who cannot see them."""
    lines: list[str] = []
    for block in blocks:
        if "text" in block:
            lines.append(block["text"]["text"])
        lines += [item["text"] for item in block.get("fields", ())]
        if block["type"] == "context":
            lines += [item["text"] for item in block["elements"] if "text" in item]
    return Mrkdwn("\n".join(lines))


def plain(text: str, limit: int) -> dict[str, Any]:
    """Return a plain-text object; Slack neither escapes nor marks it up."""
    return {"type": "plain_text", "text": shorten(text, limit) or " ", "emoji": True}


def section(text: Mrkdwn, accessory: Block | None = None) -> Block:
    """Return a paragraph, maybe with a control beside it."""
    block: Block = {"type": "section", "text": {"type": "mrkdwn", "text": cut(text)}}
    return block | {"accessory": accessory} if accessory else block


def header(text: str) -> Block:
    """Return a heading."""
    return {"type": "header", "text": plain(text, HEADER)}


def context(*texts: Mrkdwn) -> Block:
    """Return a line in small print; at most ten pieces."""
    return {"type": "context", "elements": [{"type": "mrkdwn", "text": cut(text)} for text in texts[:10]]}


def divider() -> Block:
    """Return a line across."""
    return {"type": "divider"}


def actions(*elements: Block | None) -> Block | None:
    """Return a row of controls, or None for an empty row."""
    kept = [element for element in elements if element]
    return {"type": "actions", "elements": kept[:25]} if kept else None


def button(
    label: str, action: str, value: str | int = "", *, style: str | None = None, confirm: Block | None = None,
    says: str | None = None,
) -> Block:  # fmt: skip
    """Return a button; ``value`` is an opaque id, ``says`` what a screen reader reads where the label is short."""
    block: Block = {"type": "button", "text": plain(label, BUTTON), "action_id": action}
    if value != "":
        block["value"] = str(value)
    if style:
        block["style"] = style
    if confirm:
        block["confirm"] = confirm
    if says:
        block["accessibility_label"] = shorten(says, BUTTON)
    return block


def are_you_sure(title: str, text: str, yes: str, no: str = "Keep") -> Block:
    """Return a confirm dialog."""
    return {
        "title": plain(title, 100),
        "text": plain(text, 300),
        "confirm": plain(yes, 30),
        "deny": plain(no, 30),
    }


def option(label: str, value: str, description: str | None = None) -> Block:
    """Return one choice of a select, of radio buttons or of an overflow menu."""
    block: Block = {"text": plain(label, 75), "value": value}
    return block | {"description": plain(description, 75)} if description else block


def overflow(action: str, *options: Block) -> Block:
    """Return a “…” menu of two to five choices."""
    return {"type": "overflow", "action_id": action, "options": list(options[:5])}


def select(action: str, options: Sequence[Block], chosen: str | None = None, placeholder: str = "Choose") -> Block:
    """Return a drop-down."""
    block: Block = {
        "type": "static_select",
        "action_id": action,
        "placeholder": plain(placeholder, 150),
        "options": list(options[:100]),
    }
    start = [item for item in options if item["value"] == chosen]
    return block | {"initial_option": start[0]} if start else block


def user_select(action: str, chosen: str | None = None, placeholder: str = "Choose somebody") -> Block:
    """Return a choice among the people of the workspace."""
    block: Block = {"type": "users_select", "action_id": action, "placeholder": plain(placeholder, 150)}
    return block | {"initial_user": chosen} if chosen else block


def users_select(action: str, chosen: Sequence[str] = (), placeholder: str = "Choose colleagues") -> Block:
    """Return a choice of several people of the workspace."""
    block: Block = {"type": "multi_users_select", "action_id": action, "placeholder": plain(placeholder, 150)}
    return block | {"initial_users": list(chosen)} if chosen else block


def channel_select(action: str, chosen: str | None = None, placeholder: str = "Choose a channel") -> Block:
    """Return a choice among channels, private ones too, that no other organisation reads."""
    block: Block = {
        "type": "conversations_select",
        "action_id": action,
        "placeholder": plain(placeholder, 150),
        "filter": {"include": ["public", "private"], "exclude_external_shared_channels": True},
    }
    return block | {"initial_conversation": chosen} if chosen else block


def time_picker(action: str, chosen: str | None = None) -> Block:
    """Return a choice of a time of day; ``chosen`` is ``HH:MM``."""
    block: Block = {"type": "timepicker", "action_id": action}
    return block | {"initial_time": chosen} if chosen else block


def text_input(
    action: str, value: str | None = None, *, lines: bool = False, most: int = 3000, hint: str = ""
) -> Block:
    """Return a text field; ``lines`` makes it tall."""
    block: Block = {"type": "plain_text_input", "action_id": action, "multiline": lines, "max_length": most}
    if value:
        block["initial_value"] = shorten(value, most)
    if hint:
        block["placeholder"] = plain(hint, 150)
    return block


def field_(name: str, label: str, element: Block, *, optional: bool = True, hint: str = "") -> Block:
    """Return a labelled field of a form; ``name`` is how `Filled` knows it."""
    block: Block = {
        "type": "input",
        "block_id": name,
        "label": plain(label, 2000),
        "element": element | {"action_id": name},
        "optional": optional,
    }
    return block | {"hint": plain(hint, 2000)} if hint else block


def form(
    callback: str, title: str, blocks: Iterable[Block | None], *, submit: str = "Save", carry: str = ""
) -> View:
    """Return a modal; ``carry`` is an opaque id that comes back with it."""
    return {
        "type": "modal",
        "callback_id": callback,
        "title": plain(title, MODAL_TITLE),
        "submit": plain(submit, MODAL_TITLE),
        "close": plain("Cancel", MODAL_TITLE),
        "private_metadata": carry,
        "blocks": [block for block in blocks if block][:HOME_BLOCKS],
    }


def notice(title: str, *blocks: Block | None) -> View:
    """Return a modal that only tells something."""
    kept = [block for block in blocks if block][:HOME_BLOCKS]
    return {
        "type": "modal",
        "title": plain(title, MODAL_TITLE),
        "close": plain("Close", MODAL_TITLE),
        "blocks": kept,
    }


@dataclass(frozen=True)
class Filled:
    """What came back in a form, by the names of its fields; an empty field is an empty string or list."""

    values: dict[str, Any]

    @classmethod
    def from_view(cls, view: View) -> "Filled":
        """Read ``view.state.values`` of a submission."""
        states = view.get("state", {}).get("values", {})
        found = {name: _value(next(iter(inner.values()), {})) for name, inner in states.items()}
        return cls(found)

    def text(self, name: str) -> str:
        """Return a field as stripped text."""
        value = self.values.get(name)
        return value.strip() if isinstance(value, str) else ""

    def many(self, name: str) -> list[str]:
        """Return a field with several choices."""
        value = self.values.get(name)
        return list(value) if isinstance(value, list) else []


def _value(state: dict[str, Any]) -> Any:
    if "selected_options" in state:
        return [item["value"] for item in state["selected_options"] or ()]
    if state.get("selected_option"):
        return state["selected_option"]["value"]
    for key, value in state.items():
        if key.startswith("selected_") or key == "value":
            return value if value is not None else ""
    return ""
