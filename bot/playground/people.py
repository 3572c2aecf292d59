"""Maria, Jon and Pat for tests: what a person does, in plain calls that wait until it is done.

>>> maria.types("/visit dana lopes", channel="floor")             # doctest: +SKIP
>>> maria.sees("Dana López", where="floor")                       # doctest: +SKIP
>>> jon.presses("Greeted by name")                                # doctest: +SKIP

The calls are synchronous; the playground runs on its own thread. They go the same way as the page's: real
payloads to the app over Socket Mode or HTTP.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Coroutine
from datetime import date, datetime, time
from typing import Any, Protocol, TypeVar

from bot.playground.delivery import Answer
from bot.playground.desk import Desk
from bot.playground.filling import Chosen, piece_for
from bot.playground.model import Channel, Json, Message, User, View
from bot.playground.payloads import view_json
from bot.playground.screen import Screen, Seen, Thing
from bot.playground.session import Session

T = TypeVar("T")
WITHIN = 10.0  # seconds a person waits for something to appear


class Host(Protocol):
    """Whoever runs the playground's event loop."""

    desk: Desk

    def call(self, coroutine: Coroutine[Any, Any, T], timeout: float = 60.0) -> T:
        """Run a coroutine on the playground's loop and return its result."""
        ...


class Person:
    """Somebody at their Slack. `confirmed` lists the texts of the confirm dialogs they accepted."""

    def __init__(self, host: Host, user_id: str) -> None:
        self.host, self.user_id = host, user_id
        self.session, self.screen = Session(host.desk, user_id), Screen(host.desk, user_id)
        self.confirmed: list[str] = []
        self._drafts: dict[str, Json] = {}

    def __repr__(self) -> str:
        return f"<{self.user.real_name}>"

    @property
    def user(self) -> User:
        """Return this person, as Slack knows them now."""
        return self.session.user

    # -- saying ---------------------------------------------------------------------------------------------

    def types(self, text: str, channel: str = "floor") -> Answer:
        """Type into a channel, or `dm`, and press Enter; return what the app answered."""
        return self.host.call(self.session.send(self._channel(channel), text))

    def writes(self, text: str, channel: str = "dm") -> Answer:
        """Write a message, by default to the bot."""
        return self.types(text, channel)

    def _channel(self, name: str) -> Channel:
        workspace = self.host.desk.workspace
        channel = workspace.dm(self.user_id) if name == "dm" else workspace.find_channel(name)
        assert channel is not None, f"there is no channel {name}"
        return channel

    # -- seeing ---------------------------------------------------------------------------------------------

    def sees(self, text: str, where: str | None = None, within: float = WITHIN) -> Seen:
        """Wait until this person can see the text and return the newest thing that contains it.

        `where`: a channel's name, `dm`, `home`, `modal`, `ephemeral`, `notice`, or anywhere. The text is matched
        with case, against what a person reads: no markup, names for mentions, text and blocks together.
        """
        found = self.host.call(self.screen.wait_for(lambda: self._look(text, where), within), within + 30)
        assert found is not None, f"{self.user.real_name} does not see {text!r}. {self._describe(where)}"
        return found

    def does_not_see(self, text: str, where: str | None = None, within: float = 0.0) -> None:
        """Check that this person cannot see the text, nor does within so many seconds."""
        found = self.host.call(self.screen.wait_for(lambda: self._look(text, where), within), within + 30)
        assert found is None, f"{self.user.real_name} sees {text!r}: {found}"

    def _look(self, text: str, where: str | None) -> Seen | None:
        return next((seen for seen in self.screen.everything(where) if text in seen.text), None)

    def all_seen(self, where: str | None = None) -> list[Seen]:
        """Return everything this person can see there, newest first."""
        return self._now(lambda: list(self.screen.everything(where)))

    def _describe(self, where: str | None) -> str:
        seen = self.all_seen(where) or self.all_seen()
        return "What is there:\n" + ("\n".join(str(each) for each in seen[:12]) or "nothing at all")

    def _now(self, look: Callable[[], T]) -> T:
        async def looked() -> T:
            return look()

        return self.host.call(looked())

    # -- pressing -------------------------------------------------------------------------------------------

    def presses(
        self, label: str, on: Seen | str | None = None, *, confirm: bool = True, within: float = WITHIN
    ) -> Answer:
        """Press the newest button, or overflow item, with this label; wait for the app's answer.

        An open form comes first, and hides what is behind it. A confirm dialog is accepted, or with
        `confirm=False` cancelled, which sends nothing.
        """
        thing, option = self._wait_for_thing(
            lambda: self._labelled(label, self._on(on)), f"button {label!r}", within
        )
        dialog = thing.element.get("confirm")
        if dialog and not confirm:
            return Answer()
        if dialog:
            self.confirmed.append(self.screen.reader.text(dialog.get("text")))
        piece = {"selected_option": option} if option else {"value": thing.element.get("value")}
        return self._act(thing, piece)

    clicks = presses

    def _labelled(self, label: str, on: Seen | None) -> tuple[Thing, Json | None] | None:
        for thing in self.screen.things(on):
            kind = thing.element["type"]
            if kind == "button" and _bare(thing.element["text"]["text"]) == _bare(label):
                return thing, None
            for option in thing.element.get("options", []) if kind == "overflow" else []:
                if _bare(option["text"]["text"]) == _bare(label):
                    return thing, option
        return None

    def _on(self, on: Seen | str | None) -> Seen | None:
        if isinstance(on, str):
            return next(self.screen.everything(on), None)
        return on

    def _wait_for_thing(self, look: Callable[[], T | None], what: str, within: float) -> T:
        found = self.host.call(self.screen.wait_for(look, within), within + 30)
        assert found is not None, f"{self.user.real_name} finds no {what}. {self._describe(None)}"
        return found

    def _act(self, thing: Thing, piece: Json) -> Answer:
        ids = thing.block["block_id"], thing.element["action_id"]
        state = self._drafts.get(_key(thing.place))
        return self.host.call(self.session.act(thing.place, *ids, piece, state))

    def buttons(self, on: Seen | str | None = None) -> list[str]:
        """Return the labels of the buttons, newest first, or of those on one message or view."""
        things: list[Thing] = self._now(lambda: self.screen.things(self._on(on)))
        return [each.element["text"]["text"] for each in things if each.element["type"] == "button"]

    # -- choosing and filling in ----------------------------------------------------------------------------

    def picks(self, label: str, choice: Chosen, on: Seen | str | None = None, *, within: float = WITHIN) -> Answer:
        """Choose in a select, picker, radio or checkbox group, found by label, placeholder or action_id."""
        thing: Thing = self._wait_for_thing(
            lambda: self._named(label, self._on(on)), f"field or select {label!r}", within
        )
        return self._put(thing, choice)

    def chooses(
        self, moment: date | time | datetime | str, label: str | None = None, on: Seen | None = None
    ) -> Answer:
        """Choose a date or time in the newest picker, or in the one with this label."""
        return self.picks(label or "", moment, on)

    def fills(self, fields: dict[str, Chosen]) -> Answer:
        """Fill in the open form by its labels; return the last answer of fields that ask the app at once.

        Text, options by their text (a list for several), people and channels by name, dates and times as
        objects or ISO text, None to empty a field. Waits for the form to be there.
        """
        answer = Answer()
        self._wait_for_thing(self._open_form, "open form", WITHIN)
        for label, value in fields.items():
            answer = self.picks(label, value)
        return answer

    def _named(self, label: str, on: Seen | None) -> Thing | None:
        for thing in self.screen.things(on):
            kind = thing.element["type"]
            names = (thing.block.get("label"), thing.element.get("placeholder"), thing.block.get("text"))
            texts = [self.screen.reader.text(name) for name in names if name]
            if kind not in {"button", "overflow"} and label in {thing.element["action_id"], *texts}:
                return thing
            if not label and kind in {"datepicker", "timepicker", "datetimepicker"}:
                return thing
        return None

    def _put(self, thing: Thing, choice: Chosen) -> Answer:
        piece = self.host.call(piece_for(self.session, thing, choice))
        draft = self._drafts.setdefault(_key(thing.place), {})
        draft.setdefault(thing.block["block_id"], {})[thing.element["action_id"]] = piece
        if thing.block["type"] == "input" and not thing.block.get("dispatch_action"):
            return Answer()
        return self._act(thing, piece)

    def modal(self) -> Json | None:
        """Return the form that is open, as Slack's view object, or None."""
        view = self.host.desk.workspace.modal(self.user_id)
        return view_json(self.host.desk, view) if view else None

    def submits(self) -> Answer:
        """Submit the open form; field errors are then visible in it."""
        view: View = self._wait_for_thing(self._open_form, "open form", WITHIN)
        answer = self.host.call(self.session.submit(view, self._drafts.get(view.id)))
        if answer.ok:
            self._drafts.pop(view.id, None)
        return answer

    def _open_form(self) -> View | None:
        return self.host.desk.workspace.modal(self.user_id)

    def closes(self, *, cleared: bool = False) -> Answer:
        """Close the open form, or with `cleared` all that are stacked."""
        view: View = self._wait_for_thing(self._open_form, "open form", WITHIN)
        return self.host.call(self.session.close(view, cleared))

    # -- the rest -------------------------------------------------------------------------------------------

    def uses_shortcut(self, name: str) -> Answer:
        """Use a global shortcut by its name or callback id."""
        return self.host.call(self.session.shortcut(self._callback(name)))

    def uses_message_shortcut(self, name: str, on: Seen) -> Answer:
        """Use a message shortcut on a message this person sees."""
        assert isinstance(on.place, Message), "message shortcuts work on messages"
        return self.host.call(self.session.shortcut(self._callback(name), on.place))

    def _callback(self, name: str) -> str:
        known = self.host.desk.app.shortcuts
        found = next((key for key, card in known.items() if name in {key, card.get("name")}), None)
        assert found or not known, f"there is no shortcut {name!r}, only {[c['name'] for c in known.values()]}"
        return found or name

    def opens_home(self) -> Answer:
        """Open the app's Home tab."""
        return self.host.call(self.session.open_app("home"))

    def opens_messages(self) -> Answer:
        """Open the app's Messages tab."""
        return self.host.call(self.session.open_app("messages"))

    def reacts(self, on: Seen, name: str) -> Answer:
        """React to a message, or take the same reaction away again."""
        assert isinstance(on.place, Message), "only messages take reactions"
        return self.host.call(self.session.react(on.place, name.strip(":")))


def _key(place: Message | View) -> str:
    return place.id if isinstance(place, View) else place.ts


def _bare(label: str) -> str:
    """Return a label without emoji codes and outer spaces."""
    return re.sub(r":[a-z0-9_+-]+:", "", label).strip()
