"""Forms on a person's screen: opening, pushing, updating and closing them."""

from __future__ import annotations

from bot.playground.forms import complete, fresh_state
from bot.playground.model import Json, View
from bot.playground.workspace import Workspace, new_id

DEPTH = 3  # views in a stack, Slack's limit


def _new_view(workspace: Workspace, user: str, body: Json, below: View | None) -> View:
    view_id = new_id("V")
    blocks = complete(body.get("blocks", []))
    return View(
        view_id, user, body | {"blocks": blocks}, new_hash(workspace),
        root_id=below.root_id if below else view_id, previous_id=below.id if below else None,
        state=fresh_state(blocks), changed=workspace.count(),
    )  # fmt: skip


def new_hash(workspace: Workspace) -> str:
    """Return the mark of one version of a view."""
    return f"{int(workspace.now().timestamp())}.{new_id('')[:8]}"


def open_modal(workspace: Workspace, user: str, body: Json) -> View:
    """Put a form in front of a person; forms that were open are gone."""
    view = _new_view(workspace, user, body, None)
    workspace.modals[user] = [view]
    workspace.show_modal(user)
    return view


def push_modal(workspace: Workspace, user: str, body: Json) -> View | None:
    """Put a form on top of the open one; None when three lie there already."""
    stack = workspace.modals.setdefault(user, [])
    if len(stack) >= DEPTH:
        return None
    view = _new_view(workspace, user, body, stack[-1] if stack else None)
    stack.append(view)
    workspace.show_modal(user)
    return view


def replace_body(workspace: Workspace, view: View, body: Json) -> None:
    """Give a view new content; what was typed stays where the ids stay."""
    view.body = body | {"blocks": complete(body.get("blocks", []))}
    view.state = fresh_state(view.body["blocks"], view.state)
    view.hash = new_hash(workspace)
    if view.kind == "home":
        view.changed = workspace.count()
        workspace.announce("home", frozenset({view.user}), view)
    else:
        workspace.show_modal(view.user)


def publish_home(workspace: Workspace, user: str, body: Json) -> View:
    """Show an App Home to a person; its id stays the same for good."""
    view = workspace.homes.get(user)
    if view is None:
        view = _new_view(workspace, user, body, None)
        workspace.homes[user] = view
    replace_body(workspace, view, body)
    return view


def find_view(workspace: Workspace, view_id: str = "", external_id: str = "") -> View | None:
    """Return an open form or a Home by its id, or by the app's own id for it."""
    every = [view for stack in workspace.modals.values() for view in stack] + list(workspace.homes.values())
    if view_id:
        return next((view for view in every if view.id == view_id), None)
    return next((view for view in every if external_id and view.body.get("external_id") == external_id), None)


def close_modal(workspace: Workspace, view: View) -> None:
    """Take one form away; the one below shows again."""
    stack = workspace.modals.get(view.user, [])
    if view in stack:
        stack.remove(view)
        workspace.show_modal(view.user)


def clear_modals(workspace: Workspace, user: str) -> list[View]:
    """Take all forms of a person away and return them, the top one first."""
    stack = workspace.modals.pop(user, [])
    if stack:
        workspace.show_modal(user)
    return stack[::-1]
