"""chat.*: posting, changing and taking back messages."""

from __future__ import annotations

from bot.playground import limits
from bot.playground.api.call import ApiError, Call, Method, invalid
from bot.playground.forms import complete, fresh_state
from bot.playground.model import Channel, Json, Message
from bot.playground.payloads import message_json


def read_content(call: Call) -> tuple[str, list[Json]]:
    """Return text and checked blocks of a message; ApiError as Slack refuses them."""
    text, blocks = call.text("text"), call.value("blocks")
    if len(text) > limits.MESSAGE_TEXT:
        raise ApiError("msg_too_long")
    if not blocks and not text:
        raise ApiError("no_text")
    if blocks is None:
        return text, []
    if errors := limits.block_errors(blocks, "message", call.desk.refused_blocks):
        messages = [f"[ERROR] {each}" for each in errors]
        raise ApiError("invalid_blocks", errors=errors, response_metadata={"messages": messages})
    if limits.total_text(blocks) > limits.MESSAGE_BLOCKS_TEXT:
        raise ApiError("msg_blocks_too_long")
    return text, complete(blocks)


def read_metadata(call: Call) -> Json | None:
    """Return a message's metadata; ApiError unless it has event_type and event_payload."""
    metadata = call.value("metadata")
    if metadata is None:
        return None
    if not isinstance(metadata, dict) or not isinstance(metadata.get("event_payload"), dict):
        raise ApiError("invalid_metadata_format")
    if not metadata.get("event_type"):
        raise ApiError("invalid_metadata_schema")
    return metadata


def check_place(call: Call, channel: Channel) -> None:
    """Refuse a conversation in which the bot cannot speak."""
    if channel.is_archived:
        raise ApiError("is_archived")
    if call.desk.app.bot_user in channel.members:
        return
    if channel.is_private or "chat:write.public" not in call.desk.app.scopes:
        raise ApiError("not_in_channel")


def post_message(call: Call) -> Json:
    """Store a message for everybody in the conversation."""
    channel = call.channel()
    check_place(call, channel)
    text, blocks = read_content(call)
    metadata = read_metadata(call)
    desk = call.desk
    message = desk.workspace.say(
        channel, desk.app.bot_user, text, blocks,
        metadata=metadata, thread_ts=call.text("thread_ts") or None,
    )  # fmt: skip
    message.state = fresh_state(blocks)
    desk.ledger.write(desk.workspace.now(), "chat.postMessage", "post", message)
    return {"channel": channel.id, "ts": message.ts, "message": message_json(desk, message)}


def post_ephemeral(call: Call) -> Json:
    """Show a message to one person in a conversation."""
    channel, user = call.channel(), call.user()
    check_place(call, channel)
    if user.id not in channel.members:
        raise ApiError("user_not_in_channel")
    text, blocks = read_content(call)
    desk = call.desk
    message = desk.workspace.say(channel, desk.app.bot_user, text, blocks, only_for=user.id)
    message.state = fresh_state(blocks)
    desk.ledger.write(desk.workspace.now(), "chat.postEphemeral", "ephemeral", message)
    return {"message_ts": message.ts}


def own_message(call: Call, refusal: str) -> Message:
    """Return the bot's own message that a call names; ephemeral ones cannot be found again."""
    message = call.desk.workspace.message(call.channel().id, call.need("ts"))
    if message is None or message.only_for is not None:
        raise ApiError("message_not_found")
    if message.user != call.desk.app.bot_user:
        raise ApiError(refusal)
    return message


def update(call: Call) -> Json:
    """Replace a message's text, blocks and, where given, metadata."""
    message = own_message(call, "cant_update_message")
    channel = call.desk.workspace.channels[message.channel]
    if channel.is_archived:
        raise ApiError("is_archived")
    message.text, message.blocks = read_content(call)
    message.state = fresh_state(message.blocks, message.state)
    message.metadata = read_metadata(call) or message.metadata
    message.edited = {"user": call.desk.app.bot_user, "ts": call.desk.workspace.stamp()}
    call.desk.workspace.changed(message)
    call.desk.ledger.write(call.desk.workspace.now(), "chat.update", "update", message)
    shown = message_json(call.desk, message)
    return {"channel": channel.id, "ts": message.ts, "text": message.text, "message": shown}


def delete(call: Call) -> Json:
    """Take a message away."""
    message = own_message(call, "cant_delete_message")
    call.desk.workspace.remove(message)
    call.desk.ledger.write(call.desk.workspace.now(), "chat.delete", "delete", message)
    return {"channel": message.channel, "ts": message.ts}


def get_permalink(call: Call) -> Json:
    """Return a link to a message; it opens nothing here."""
    channel, ts = call.channel(), call.need("message_ts")
    if call.desk.workspace.message(channel.id, ts) is None:
        raise invalid("message_not_found", "message_not_found")
    domain = call.desk.workspace.team.domain
    link = f"https://{domain}.slack.com/archives/{channel.id}/p{ts.replace('.', '')}"
    return {"channel": channel.id, "permalink": link}


METHODS = {
    "chat.postMessage": Method("supported", "threads are kept but shown flat", "chat:write", post_message),
    "chat.postEphemeral": Method("supported", "", "chat:write", post_ephemeral),
    "chat.update": Method("supported", "own messages only", "chat:write", update),
    "chat.delete": Method("supported", "own messages only", "chat:write", delete),
    "chat.getPermalink": Method("partial", "the link leads nowhere", (), get_permalink),
    "chat.scheduleMessage": Method("missing", "our database owns schedules"),
}
