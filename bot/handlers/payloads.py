"""What Slack's payloads say, and how an answer is packed: pure reading, for the doors alone."""

import json
import re
from typing import Any

from slack_bolt.response import BoltResponse

from bot.views.blocks import Message, Mrkdwn, View

Say = Message | View | None
Body = dict[str, Any]


def as_id(value: str) -> int:
    """Read an id from outside; 0 is nobody's."""
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 16 else 0


def as_typed(text: str) -> str:
    """Undo the escaping with which Slack sends what was typed; a mention stays ``<@U…|name>``."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def as_plain(text: Mrkdwn) -> str:
    """Undo our own escaping where Slack shows plain text."""
    return as_typed(text.replace("\u200b", ""))


# ---- who and where


def workspace_of(body: Body) -> str:
    """Return the workspace a request is about, from whichever place this kind of payload has it."""
    team = body.get("team_id") or (body.get("team") or {}).get("id") or (body.get("user") or {}).get("team_id")
    return str(team or "")


def is_stranger(body: Body, workspace: str) -> bool:
    """Say whether the person belongs to another workspace (Slack Connect)."""
    user = body.get("user")
    home = user.get("team_id") if isinstance(user, dict) else None
    return bool(home) and home != workspace


def user_of(body: Body) -> str:
    """Return who did it; empty for an event that nobody did, such as a bot's message."""
    user = body["event"].get("user") if "event" in body else body.get("user_id") or body.get("user")
    return str(user.get("id") or "") if isinstance(user, dict) else str(user or "")


def channel_of(body: Body) -> str:
    """Return the channel in which something was typed, pressed or chosen; empty for a form or a Home."""
    return str(body.get("channel_id") or (body.get("channel") or {}).get("id", ""))


def was_private(body: Body) -> bool:
    """Say whether a control stood on a message that only its presser sees."""
    return bool((body.get("container") or {}).get("is_ephemeral"))


def modal_of(body: Body) -> str:
    """Return the id of the window in which a control stood; empty for a message or a Home."""
    view = body.get("view") or {}
    return str(view["id"]) if view.get("type") == "modal" else ""


# ---- what was pressed


def route_of(action_id: str) -> str:
    """Return the route of a control; a number at its end only tells apart controls of one message."""
    return re.sub(r"\.\d+$", "", action_id)


def chosen(action: Body) -> str:
    """Return what was pressed or chosen, whatever kind of control it is."""
    if action.get("selected_option"):
        return str(action["selected_option"]["value"])
    for key in ("value", "selected_user", "selected_date", "selected_time", "selected_channel"):
        if action.get(key):
            return str(action[key])
    return ""


# ---- forms


def with_return(view: View, url: str) -> View:
    """Note in a form where the answer to it should appear; a ``response_url`` lasts half an hour."""
    return view | {"private_metadata": json.dumps({"carry": view.get("private_metadata", ""), "url": url})}


def read_return(view: View) -> tuple[str, str]:
    """Return what a form carries, and where the answer to it should appear."""
    kept = json.loads(view.get("private_metadata") or "{}")
    return str(kept.get("carry", "")), str(kept.get("url", ""))


def field_for(view: View, where: str | None) -> str | None:
    """Return the field to put a sentence under: the one it belongs to, or the first; None when there is none."""
    fields = [block["block_id"] for block in view["blocks"] if block["type"] == "input"]
    return where if where in fields else next(iter(fields), None)


# ---- the way back


def ack(body: Body | None = None) -> BoltResponse:
    """Return the acknowledgement, with what Slack should show at once."""
    return BoltResponse(status=200, body=body or "")


def reply(said: Message) -> Body:
    """Return a private answer: what is told of a customer is for whoever asked."""
    return said.payload() | {"response_type": "ephemeral"}


def pack(said: Say) -> Body | None:
    """Return an answer as plain JSON, to be kept for a repeat."""
    if isinstance(said, Message):
        return {"text": str(said.text), "blocks": list(said.blocks)}
    return {"view": said} if said else None


def unpack(kept: Body | None) -> Say:
    """Return the answer that was kept."""
    if kept is None:
        return None
    return kept["view"] if "view" in kept else Message(Mrkdwn(kept["text"]), tuple(kept["blocks"]))
