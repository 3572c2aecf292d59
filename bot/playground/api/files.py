"""files.* (upload version 2) and functions.*: three steps to share a file, two ways to end a workflow step."""

from __future__ import annotations

import mimetypes

from aiohttp import web

from bot.playground.api.call import ApiError, Call, Method
from bot.playground.api.chat import check_place
from bot.playground.desk import Desk
from bot.playground.model import Channel, File, Json
from bot.playground.workspace import new_id


def get_upload_url(call: Call) -> Json:
    """Return where to send the bytes of a file of this name and length."""
    name, length = call.need("filename"), call.number("length", 0)
    if length <= 0:
        raise ApiError("invalid_arguments")
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    file = File(new_id("F"), name, name, length, kind)
    call.desk.files[file.id] = file
    return {"upload_url": f"{call.desk.base_url}/upload/{file.id}", "file_id": file.id}


async def receive_upload(desk: Desk, request: web.Request) -> web.Response:
    """Take the bytes, raw or as a form's file field; the answer is plain text, as Slack's is."""
    file = desk.files.get(request.match_info["file_id"])
    if file is None or file.content is not None:
        return web.Response(status=404, text="no such upload")
    if request.content_type == "multipart/form-data":
        field = next(iter((await request.post()).values()))
        content = field.file.read() if isinstance(field, web.FileField) else str(field).encode()
    else:
        content = await request.read()
    if len(content) != file.size:
        return web.Response(status=400, text="the length is not the one announced")
    file.content = content
    return web.Response(text=f"OK - {file.size}")


def complete_upload(call: Call) -> Json:
    """Share uploaded files in a conversation, or keep them private when none is named."""
    asked = call.value("files") or []
    files = [_uploaded(call, each) for each in asked]
    names = [each for each in [call.text("channel_id"), *call.text("channels").split(",")] if each]
    channels = [call.find(name) for name in names]
    for channel in channels:
        check_place(call, channel)
    for channel in channels:
        _share(call, channel, files)
    return {"files": [file_json(call.desk, file) for file in files]}


def _uploaded(call: Call, asked: Json) -> File:
    file = call.desk.files.get(str(asked.get("id")))
    if file is None or file.content is None:
        raise ApiError("file_not_found")
    file.title = asked.get("title") or file.name
    return file


def _share(call: Call, channel: Channel, files: list[File]) -> None:
    desk = call.desk
    text, thread = call.text("initial_comment"), call.text("thread_ts") or None
    message = desk.workspace.say(channel, desk.app.bot_user, text, files=files, thread_ts=thread)
    for file in files:
        file.shared = True
    desk.ledger.write(desk.workspace.now(), "files.completeUploadExternal", "file", message)


def file_json(desk: Desk, file: File) -> Json:
    """Return a file as Slack describes it."""
    link = f"{desk.base_url}/files/{file.id}/{file.name}"
    return {
        "id": file.id, "name": file.name, "title": file.title, "mimetype": file.mimetype,
        "size": file.size, "url_private": link, "url_private_download": link,
    }  # fmt: skip


def file_info(call: Call) -> Json:
    """Return one file."""
    file = call.desk.files.get(call.need("file"))
    if file is None:
        raise ApiError("file_not_found")
    return {"file": file_json(call.desk, file)}


def delete_file(call: Call) -> Json:
    """Delete a file; messages that showed it show it no more."""
    file = call.desk.files.pop(call.need("file"), None)
    if file is None:
        raise ApiError("file_not_found")
    for channel in call.desk.workspace.channels.values():
        for message in [each for each in channel.messages if file in each.files]:
            message.files.remove(file)
            call.desk.workspace.changed(message)
    return {}


def complete_function(call: Call) -> Json:
    """Take the end of a workflow step; nothing follows it here."""
    call.need("function_execution_id")
    return {}


METHODS = {
    "files.getUploadURLExternal": Method("supported", "", "files:write", get_upload_url),
    "files.completeUploadExternal": Method("supported", "", "files:write", complete_upload),
    "files.info": Method("supported", "", ("files:read", "files:write"), file_info),
    "files.delete": Method("supported", "", "files:write", delete_file),
    "files.upload": Method("missing", "Slack retired it"),
    "functions.completeSuccess": Method("partial", "accepted; no workflow goes on", (), complete_function),
    "functions.completeError": Method("partial", "accepted; no workflow goes on", (), complete_function),
}
