"""What one person does in the workspace; the page and the test drivers both act through this.

Every deed that concerns the app goes out as a real payload, over Socket Mode or signed HTTP, and returns when
the app has answered or the time for it is over. What the person then sees is in the workspace.
"""

from __future__ import annotations

from typing import Any

from bot.playground import events, limits, modals, payloads
from bot.playground.delivery import Answer
from bot.playground.desk import Desk
from bot.playground.forms import STATE_FIELDS, find_element, merge_state
from bot.playground.input_checks import field_errors
from bot.playground.model import Channel, Json, Message, User, View
from bot.playground.responses import show_answer
from bot.playground.typed import encode

TROUBLE = "We had some trouble connecting. Try again?"


class Session:
    """One person at their screen."""

    def __init__(self, desk: Desk, user_id: str) -> None:
        self.desk, self.workspace, self.user_id = desk, desk.workspace, user_id

    @property
    def user(self) -> User:
        """Return the person, as they are known now."""
        return self.workspace.users[self.user_id]

    # -- typing ---------------------------------------------------------------------------------------------

    async def send(self, channel: Channel, text: str) -> Answer:
        """Press Enter in a conversation: a slash command when the text starts with `/`, else a message."""
        if channel.is_archived:
            self.workspace.notify(self.user_id, "This channel is archived.", channel.id)
            return Answer(error="is_archived")
        if text.startswith("/"):
            return await self._command(channel, text)
        message = self.workspace.say(channel, self.user_id, encode(self.workspace, text, labels=False))
        return await events.message_said(self.desk, channel, message)

    async def _command(self, channel: Channel, text: str) -> Answer:
        name, _, rest = text.partition(" ")
        card = self.desk.app.command(name)
        if card is None:
            sentence = f"{name} is not a valid command. In Slack, all messages that start with “/” are commands."
            self.workspace.notify(self.user_id, sentence, channel.id)
            return Answer(error="unknown_command")
        mentions = bool(card.get("should_escape"))
        typed = encode(self.workspace, rest.strip(), labels=True, mentions=mentions)
        path = self._response_path(channel.id, None)
        url = self.desk.base_url + path
        payload = payloads.command(self.desk, self.user, channel, name, typed, url)
        answer = await self.desk.delivery.deliver("slash_commands", payload)
        error = answer.error
        if answer.ok and answer.payload:
            error = show_answer(self.desk, answer.payload, self.desk.response_urls.place(path), "ack")
        if error:
            self.workspace.notify(self.user_id, f'{name} failed with the error "{error}"', channel.id)
        return Answer(error, answer.payload)

    def _response_path(self, channel_id: str, ts: str | None) -> str:
        return self.desk.response_urls.give(self.user_id, channel_id, ts, self.workspace.now())

    # -- pressing and choosing ------------------------------------------------------------------------------

    async def act(
        self, place: Message | View, block_id: str, action_id: str, piece: Json, state: Json | None = None
    ) -> Answer:
        """Press or choose something; `piece` holds the chosen value, `state` what stands in the other inputs."""
        blocks = place.body["blocks"] if isinstance(place, View) else place.blocks
        element = find_element(blocks, block_id, action_id)
        if element is None:
            return Answer(error="element_not_found")
        action = self._action(element, block_id, piece)
        sent = {block: dict(values) for block, values in (state or {}).items()}
        if element["type"] in STATE_FIELDS:
            sent.setdefault(block_id, {})[action_id] = piece
        merged = merge_state(blocks, place.state, sent)
        if isinstance(place, View):
            place.state = merged
            payload = payloads.view_action(self.desk, self.user, place, action)
        else:
            url = self.desk.base_url + self._response_path(place.channel, place.ts)
            payload = payloads.message_action(self.desk, self.user, place, action, url)
            payload["state"] = {"values": merged}
        return await self.desk.delivery.deliver("interactive", payload)

    def _action(self, element: Json, block_id: str, piece: Json) -> Json:
        """Return Slack's `actions[0]`: the element's own words, and the person's choice."""
        kind = element["type"]
        action: Json = {"type": kind, "action_id": element["action_id"], "block_id": block_id}
        if kind in {"button", "workflow_button", "icon_button"}:
            action |= {name: element[name] for name in ("text", "value", "url", "style") if name in element}
        elif kind == "feedback_buttons":
            action["value"] = piece.get("value")
        else:
            name = "selected_option" if kind == "overflow" else STATE_FIELDS[kind][0]
            action[name] = piece.get(name)
            action |= {"placeholder": element["placeholder"]} if "placeholder" in element else {}
        return action | {"action_ts": self.workspace.stamp()}

    async def suggest(self, place: Message | View, block_id: str, action_id: str, value: str) -> Answer:
        """Type into an external select; the answer's payload holds `options` or `option_groups`."""
        payload = payloads.suggestion(self.desk, self.user, place, block_id, action_id, value)
        answer = await self.desk.delivery.deliver("interactive", payload)
        if answer.ok and (errors := limits.suggestion_errors(answer.payload or {})):
            self.desk.complain(f"options were refused: {'; '.join(errors)}")
            return Answer(error="invalid_options")
        return answer

    # -- forms ----------------------------------------------------------------------------------------------

    async def submit(self, view: View, state: Json | None = None) -> Answer:
        """Press a form's submit button; errors then stand under its fields, or the form is gone."""
        view.state = merge_state(view.body["blocks"], view.state, state or {})
        if errors := field_errors(view):
            self.workspace.show_modal(self.user_id, errors)
            return Answer(error="invalid_fields")
        payload = payloads.submission(self.desk, self.user, view)
        answer = await self.desk.delivery.deliver("interactive", payload)
        if not answer.ok:
            self.workspace.notify(self.user_id, TROUBLE)
            return answer
        return self._after_submit(view, answer)

    def _after_submit(self, view: View, answer: Answer) -> Answer:
        said = answer.payload or {}
        deed = said.get("response_action")
        if deed == "errors":
            return self._show_errors(view, said.get("errors") or {})
        if deed == "clear":
            modals.clear_modals(self.workspace, self.user_id)
        elif deed in {"update", "push"}:
            return self._next_view(view, deed, said.get("view") or {})
        elif deed is None:
            modals.close_modal(self.workspace, view)
        else:
            self.desk.complain(f"response_action {deed!r} does not exist")
            return self._trouble("invalid_response_action")
        return answer

    def _show_errors(self, view: View, errors: Json) -> Answer:
        inputs = {block["block_id"] for block in view.body["blocks"] if block["type"] == "input"}
        if not errors or not errors.keys() <= inputs:
            self.desk.complain(f"errors for {sorted(errors)}, but the inputs are {sorted(inputs)}")
            return self._trouble("invalid_errors")
        self.workspace.show_modal(self.user_id, {block: str(text) for block, text in errors.items()})
        return Answer(error="invalid_fields", payload={"errors": errors})

    def _next_view(self, view: View, deed: str, body: Json) -> Answer:
        if errors := limits.view_errors(body, self.desk.refused_blocks):
            self.desk.complain(f"a view was refused: {'; '.join(errors)}")
            return self._trouble("invalid_arguments")
        if deed == "update":
            modals.replace_body(self.workspace, view, body)
        elif modals.push_modal(self.workspace, self.user_id, body) is None:
            return self._trouble("push_limit_reached")
        return Answer()

    def _trouble(self, error: str) -> Answer:
        self.workspace.notify(self.user_id, TROUBLE)
        return Answer(error=error)

    async def close(self, view: View, cleared: bool = False) -> Answer:
        """Close one form, or with `cleared` the whole stack; the app hears of it where it asked to."""
        if cleared or view.body.get("clear_on_close"):
            gone, cleared = modals.clear_modals(self.workspace, self.user_id), True
        else:
            modals.close_modal(self.workspace, view)
            gone = [view]
        answer = Answer()
        for each in gone:
            if each.body.get("notify_on_close"):
                payload = payloads.closed(self.desk, self.user, each, cleared)
                answer = await self.desk.delivery.deliver("interactive", payload)
        return answer

    # -- shortcuts, Home, reactions -------------------------------------------------------------------------

    async def shortcut(self, callback_id: str, message: Message | None = None) -> Answer:
        """Use a global shortcut, or a message shortcut on a message."""
        if message is None:
            payload: dict[str, Any] = payloads.shortcut(self.desk, self.user, callback_id)
        else:
            url = self.desk.base_url + self._response_path(message.channel, message.ts)
            payload = payloads.message_shortcut(self.desk, self.user, callback_id, message, url)
        answer = await self.desk.delivery.deliver("interactive", payload)
        if not answer.ok:
            where = message.channel if message else None
            self.workspace.notify(self.user_id, f"This shortcut failed: {answer.error}", where)
        return answer

    async def open_app(self, tab: str = "home") -> Answer:
        """Open the app's Home or Messages tab."""
        return await events.app_opened(self.desk, self.user_id, tab)

    async def react(self, message: Message, name: str) -> Answer:
        """Put a reaction on a message, or take one's own away again."""
        people = message.reactions.setdefault(name, [])
        added = self.user_id not in people
        if added:
            people.append(self.user_id)
        else:
            people.remove(self.user_id)
        if not people:
            del message.reactions[name]
        self.workspace.changed(message)
        return await events.reacted(self.desk, self.user_id, message, name, added)

    # -- finding what a screen names ------------------------------------------------------------------------

    def place(self, container: Json) -> Message | View | None:
        """Return the message or view a screen names, if this person can see it."""
        if container.get("type") == "view":
            view = modals.find_view(self.workspace, str(container.get("view_id")))
            return view if view and view.user == self.user_id else None
        channel = self.channel(str(container.get("channel")))
        message = self.workspace.message(channel.id, str(container.get("ts"))) if channel else None
        return message if message and message.only_for in {None, self.user_id} else None

    def channel(self, channel_id: str) -> Channel | None:
        """Return a conversation this person is in, by id."""
        channel = self.workspace.channels.get(channel_id)
        return channel if channel and self.user_id in channel.members else None
