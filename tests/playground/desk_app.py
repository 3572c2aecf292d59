"""A small Bolt app with one of everything: a form, a pushed form, buttons, selects, Home, shortcuts, events."""

from __future__ import annotations

from typing import Any

from slack_bolt.app.async_app import AsyncApp

Json = dict[str, Any]


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def choices(*texts: str) -> list[Json]:
    return [{"text": plain(text), "value": text.lower()} for text in texts]


def field(label: str, element: Json, **parts: Any) -> Json:
    return {"type": "input", "block_id": label, "label": plain(label), "element": element, **parts}


FIELDS = [
    field("What", {"type": "plain_text_input", "action_id": "it", "max_length": 20}),
    field("Feeling", {"type": "static_select", "action_id": "it", "options": choices("Calm", "Cross")}),
    field("Owner", {"type": "users_select", "action_id": "it"}, optional=True),
    field("Customer", {"type": "external_select", "action_id": "it", "min_query_length": 1}, optional=True),
    field("Tags", {"type": "checkboxes", "action_id": "it", "options": choices("Shoe", "Heel")}, optional=True),
    field("By", {"type": "datepicker", "action_id": "it"}, optional=True),
    field("At", {"type": "timepicker", "action_id": "it", "initial_time": "09:00"}, optional=True),
    field("When", {"type": "datetimepicker", "action_id": "it"}, optional=True),
    field("Pairs", {"type": "number_input", "action_id": "it", "is_decimal_allowed": False}, optional=True),
    field("Mail", {"type": "email_text_input", "action_id": "it"}, optional=True),
]


def form(*extra: Json, title: str = "New issue") -> Json:
    return {
        "type": "modal", "callback_id": "issue", "title": plain(title), "submit": plain("Save"),
        "blocks": [*FIELDS, *extra], "notify_on_close": True,
    }  # fmt: skip


def buttons(*labels: str, **parts: Any) -> Json:
    elements = [
        {"type": "button", "action_id": f"press-{label.lower()}", "text": plain(label), "value": label, **parts}
        for label in labels
    ]
    return {"type": "actions", "elements": elements}


class DeskApp:
    """Registers the handlers and remembers what arrived."""

    def __init__(self) -> None:
        self.submitted: list[Json] = []
        self.bodies: list[Json] = []

    def register(self, app: AsyncApp) -> None:
        app.command("/issue")(self.open_form)
        app.command("/ask")(self.ask)
        app.view("issue")(self.save)
        app.view("second")(self.second)
        app.view_closed("issue")(self.closed)
        app.options("it")(self.suggest)
        for action in ("press-greet", "press-undo", "press-more", "press-later", "menu", "day"):
            app.action(action)(self.press)
        app.shortcut("log")(self.shortcut)
        app.shortcut("caught")(self.shortcut)
        app.event("app_home_opened")(self.home)
        app.event("reaction_added")(self.event)
        app.event("message")(self.event)

    async def open_form(self, ack: Any, client: Any, body: Json) -> None:
        self.bodies.append(body)
        await client.views_open(trigger_id=body["trigger_id"], view=form())
        await ack()

    async def ask(self, ack: Any, client: Any) -> None:
        dialog = {"title": plain("Sure?"), "text": plain("It is gone then."), "confirm": plain("Yes"),
                  "deny": plain("No")}  # fmt: skip
        menu = {"type": "overflow", "action_id": "menu", "options": choices("Card", "History")}
        day = {"type": "datepicker", "action_id": "day"}
        row = buttons("Greet", "Later")
        row["elements"] += [menu, day]
        words = {"type": "section", "text": {"type": "mrkdwn", "text": "*Dana* &amp; <@U0JON> in <#C0FLOOR>"}}
        await client.chat_postMessage(
            channel="floor", text="Dana came in", blocks=[words, row, buttons("Undo", confirm=dialog)]
        )
        await ack()

    async def press(self, ack: Any, respond: Any, body: Json, client: Any) -> None:
        self.bodies.append(body)
        await ack()
        action = body["actions"][0]
        if body["container"]["type"] == "view" and action["action_id"] != "press-more":
            return
        if action["action_id"] == "press-more":
            second = {"type": "modal", "callback_id": "second", "title": plain("More"), "submit": plain("Clear"),
                      "blocks": [{"type": "divider"}]}  # fmt: skip
            await client.views_push(trigger_id=body["trigger_id"], view=second)
        elif action["action_id"] == "press-undo":
            await respond(delete_original=True)
        elif action["action_id"] == "press-greet":
            await respond(replace_original=True, text=f"Greeted by <@{body['user']['id']}>")
        elif action["action_id"] == "day":
            await respond(f"on {action['selected_date']}")
        else:
            await respond(str(action.get("selected_option", {}).get("value")))

    async def save(self, ack: Any, body: Json, client: Any) -> None:
        values = {block: pieces["it"] for block, pieces in body["view"]["state"]["values"].items()}
        self.submitted.append(values)
        what = values["What"]["value"]
        if what == "bad":
            await ack(response_action="errors", errors={"What": "Say it kindly."})
        elif what == "wrong field":
            await ack(response_action="errors", errors={"Nowhere": "?"})
        elif what == "again":
            await ack(response_action="update", view=form(buttons("More"), title="Once more"))
        else:
            await ack()
            await client.chat_postMessage(channel=body["user"]["id"], text=f"Saved: {what}")

    async def second(self, ack: Any) -> None:
        await ack(response_action="clear")

    async def closed(self, ack: Any, body: Json, client: Any) -> None:
        await ack()
        await client.chat_postMessage(channel=body["user"]["id"], text=f"Closed, cleared={body['is_cleared']}")

    async def suggest(self, ack: Any, payload: Json) -> None:
        names = ("Dana López", "Dan Brown", "Rose")
        await ack(options=choices(*(each for each in names if payload["value"].lower() in each.lower())))

    async def shortcut(self, ack: Any, body: Json, client: Any) -> None:
        await ack()
        self.bodies.append(body)
        said = body.get("message", {}).get("text", "nothing")
        await client.chat_postMessage(channel=body["user"]["id"], text=f"{body['callback_id']} on {said}")

    async def home(self, client: Any, event: Json) -> None:
        blocks = [{"type": "header", "text": plain(f"{event['tab']} of {event['user']}")}, buttons("Greet")]
        await client.views_publish(user_id=event["user"], view={"type": "home", "blocks": blocks})

    async def event(self, client: Any, event: Json, body: Json) -> None:
        self.bodies.append(body)
        text = event.get("reaction") or event.get("text")
        await client.chat_postMessage(channel=event["user"], text=f"{event['type']}: {text}")
