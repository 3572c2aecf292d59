"""Turning what a person says they choose into the piece of state that Slack's screen would send."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

from bot.playground.forms import STATE_FIELDS
from bot.playground.model import Json
from bot.playground.screen import Thing
from bot.playground.session import Session
from bot.playground.workspace import Workspace

Chosen = str | int | float | date | time | datetime | Sequence[str] | None
NAMED = {"users": "users", "channels": "channels", "conversations": "channels"}


async def piece_for(session: Session, thing: Thing, choice: Chosen) -> Json:
    """Return the piece for one element; AssertionError when the choice is not among what it offers."""
    kind = thing.element["type"]
    name, _, nothing = STATE_FIELDS[kind]
    if choice is None:
        return {"type": kind, name: nothing}
    return {"type": kind, name: await _value(session, thing, kind, choice)}


async def _value(session: Session, thing: Thing, kind: str, choice: Any) -> Any:
    family = kind.removeprefix("multi_").removesuffix("_select")
    if family in NAMED:
        wanted = [choice] if isinstance(choice, str) else list(choice)
        ids = [_id_of(session.workspace, NAMED[family], each) for each in wanted]
        return ids if kind.startswith("multi_") else ids[0]
    if kind in {"static_select", "external_select", "radio_buttons"}:
        return await _option(session, thing, str(choice))
    if kind in {"multi_static_select", "multi_external_select", "checkboxes"}:
        wanted = [choice] if isinstance(choice, str) else list(choice)
        return [await _option(session, thing, each) for each in wanted]
    if kind == "datetimepicker":
        return _epoch(choice)
    if isinstance(choice, time):
        return choice.strftime("%H:%M")
    return choice.isoformat() if isinstance(choice, date) else str(choice)


def _epoch(choice: Any) -> int:
    moment = datetime.fromisoformat(choice) if isinstance(choice, str) else choice
    return int(moment.timestamp()) if isinstance(moment, datetime) else int(moment)


async def _option(session: Session, thing: Thing, wanted: str) -> Json:
    options = _flat(thing.element)
    if "external" in thing.element["type"]:
        ids = thing.block["block_id"], thing.element["action_id"]
        answer = await session.suggest(thing.place, *ids, wanted)
        assert answer.ok, f"the app gave no options for {wanted!r}: {answer.error}"
        options = _flat(answer.payload or {})
    found = [each for each in options if wanted in {each["text"]["text"], each.get("value")}]
    found = found or [each for each in options if wanted.casefold() in each["text"]["text"].casefold()]
    assert found, f"{wanted!r} is not offered, only {[each['text']['text'] for each in options]}"
    return found[0]


def _flat(holder: Json) -> list[Json]:
    groups = holder.get("option_groups") or []
    return list(holder.get("options") or []) + [each for group in groups for each in group["options"]]


def _id_of(workspace: Workspace, family: str, name: str) -> str:
    name = name.lstrip("@#")
    if family == "users":
        named = (u.id for u in workspace.users.values() if name in {u.id, u.name, u.real_name})
    else:
        named = (c.id for c in workspace.channels.values() if name in {c.id, c.name})
    found = next(named, None)
    assert found, f"there is nobody and nothing called {name!r}"
    return found
