"""views.*: forms and App Home."""

from __future__ import annotations

from typing import Any

from bot.playground import limits, modals
from bot.playground.api.call import ApiError, Call, Method
from bot.playground.model import Json, View
from bot.playground.payloads import view_json


def read_view(call: Call, kind: str) -> Json:
    """Return the checked view of a call; ApiError with Slack's messages when it breaks a rule."""
    body: Any = call.value("view")
    if not isinstance(body, dict):
        raise ApiError(
            "invalid_arguments", response_metadata={"messages": ["[ERROR] missing required field: view"]}
        )
    errors = limits.view_errors(body, call.desk.refused_blocks)
    if not errors and body.get("type") != kind:
        errors = [f"must be of type {kind} [json-pointer:/view/type]"]
    if errors:
        raise ApiError("invalid_arguments", response_metadata={"messages": [f"[ERROR] {each}" for each in errors]})
    external_id = body.get("external_id")
    found = modals.find_view(call.desk.workspace, external_id=external_id) if external_id else None
    if found and found.id != call.text("view_id") and call.text("external_id") != external_id:
        raise ApiError("duplicate_external_id")
    return body


def _redeem(call: Call) -> str:
    trigger = call.text("trigger_id") or call.text("interactivity_pointer")
    if not trigger:
        raise ApiError("invalid_trigger_id")
    user, error = call.desk.triggers.redeem(trigger)
    if error:
        raise ApiError(error)
    return user


def _shown(call: Call, view: View) -> Json:
    return {"view": view_json(call.desk, view)}


def open_view(call: Call) -> Json:
    """Open a form for the person behind a trigger."""
    body = read_view(call, "modal")
    return _shown(call, modals.open_modal(call.desk.workspace, _redeem(call), body))


def push_view(call: Call) -> Json:
    """Put a form on top of the open ones, three at most."""
    body = read_view(call, "modal")
    view = modals.push_modal(call.desk.workspace, _redeem(call), body)
    if view is None:
        raise ApiError("push_limit_reached")
    return _shown(call, view)


def update_view(call: Call) -> Json:
    """Give an open form new content; `hash_conflict` when it changed since the caller saw it."""
    view = modals.find_view(call.desk.workspace, call.text("view_id"), call.text("external_id"))
    if view is None:
        raise ApiError("not_found")
    body = read_view(call, view.kind)
    _check_hash(call, view)
    modals.replace_body(call.desk.workspace, view, body)
    return _shown(call, view)


def _check_hash(call: Call, view: View | None) -> None:
    if view and call.text("hash") and call.text("hash") != view.hash:
        raise ApiError("hash_conflict")


def publish_view(call: Call) -> Json:
    """Show App Home to a person."""
    user = call.user("user_id")
    body = read_view(call, "home")
    if user.is_bot or user.deleted:
        raise ApiError("user_not_found")
    _check_hash(call, call.desk.workspace.homes.get(user.id))
    return _shown(call, modals.publish_home(call.desk.workspace, user.id, body))


METHODS = {
    "views.open": Method("supported", "opening over an open form replaces it", (), open_view),
    "views.push": Method("supported", "three deep", (), push_view),
    "views.update": Method("supported", "typed values stay where ids stay", (), update_view),
    "views.publish": Method("supported", "", (), publish_view),
}
