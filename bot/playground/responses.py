"""Answers to an interaction: what an ack carries, and what arrives at a response URL."""

from __future__ import annotations

import json

from aiohttp import web

from bot.playground import limits
from bot.playground.desk import Desk
from bot.playground.forms import complete, fresh_state
from bot.playground.model import Json, Message
from bot.playground.tickets import ResponseUrl


def content_error(desk: Desk, body: Json) -> str | None:
    """Return Slack's error for the content of an answer, or None when it can be shown."""
    if len(str(body.get("text") or "")) > limits.MESSAGE_TEXT:
        return "msg_too_long"
    if body.get("blocks") and (errors := limits.block_errors(body["blocks"], "message", desk.refused_blocks)):
        desk.complain(f"an answer was refused, invalid_blocks: {'; '.join(errors)}")
        return "invalid_blocks"
    return None


def show_answer(desk: Desk, body: Json, place: ResponseUrl, method: str) -> str | None:
    """Show an answer where its interaction was; return Slack's error if it cannot be shown.

    `delete_original` and `replace_original` act on the message of the interaction; otherwise the answer is a
    new message: for everybody with `response_type: in_channel`, else for that person only.
    """
    original = desk.workspace.message(place.channel, place.ts) if place.ts else None
    if body.get("delete_original"):
        return _delete(desk, original, method)
    if not body.get("text") and not body.get("blocks"):
        return "no_text" if method == "response_url" else None
    if error := content_error(desk, body):
        return error
    if body.get("replace_original") and original is not None:
        return _replace(desk, original, body, method)
    only_for = None if body.get("response_type") == "in_channel" else place.user
    blocks = complete(body.get("blocks") or [])
    channel = desk.workspace.channels[place.channel]
    text = str(body.get("text") or "")
    message = desk.workspace.say(channel, desk.app.bot_user, text, blocks, only_for=only_for)
    message.state = fresh_state(blocks)
    place.ts = place.ts or message.ts
    desk.ledger.write(desk.workspace.now(), method, "response", message)
    return None


def _delete(desk: Desk, original: Message | None, method: str) -> str | None:
    if original is None or original.user != desk.app.bot_user:
        return "message_not_found"
    desk.workspace.remove(original)
    desk.ledger.write(desk.workspace.now(), method, "delete", original)
    return None


def _replace(desk: Desk, original: Message, body: Json, method: str) -> str | None:
    if original.user != desk.app.bot_user:
        return "cant_update_message"
    original.text = str(body.get("text") or "")
    original.blocks = complete(body.get("blocks") or [])
    original.state = fresh_state(original.blocks, original.state)
    desk.workspace.changed(original)
    desk.ledger.write(desk.workspace.now(), method, "update", original)
    return None


async def receive_response(desk: Desk, request: web.Request) -> web.Response:
    """Serve a response URL: `ok`, or 404 when it is used up or too old, or 400 with Slack's error."""
    place = desk.response_urls.redeem(request.path, desk.workspace.now())
    if isinstance(place, str):
        return web.json_response({"ok": False, "error": place}, status=404)
    try:
        body = await request.json()
    except json.JSONDecodeError:
        return web.Response(status=400, text="invalid_payload")
    error = show_answer(desk, body, place, "response_url")
    return web.Response(status=400, text=error) if error else web.Response(text="ok")
