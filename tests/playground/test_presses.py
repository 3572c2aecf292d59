"""Buttons, menus, shortcuts, Home, reactions, and what people can see of it all."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from bot.playground import Playground
from bot.playground.delivery import Answer
from tests.playground.desk_app import DeskApp

Start = Callable[..., Playground]
MANIFEST = {
    "display_information": {"name": "Desk"},
    "features": {
        "slash_commands": [
            {"command": "/ask", "description": "Ask"},
            {"command": "/note", "description": "Note", "should_escape": True},
        ],
        "shortcuts": [
            {"name": "Log a visit", "type": "global", "callback_id": "log", "description": "Log"},
            {"name": "Caught", "type": "message", "callback_id": "caught", "description": "Kudos"},
        ],
    },
    "oauth_config": {"scopes": {"bot": ["commands", "chat:write", "users:read"], "bot_optional": ["im:history"]}},
    "settings": {"event_subscriptions": {"bot_events": ["app_home_opened", "reaction_added", "message.im"]}},
}


@pytest.fixture
def app() -> DeskApp:
    return DeskApp()


@pytest.fixture
def playground(start: Start, app: DeskApp) -> Playground:
    return start(app.register, manifest=MANIFEST)


def test_a_message_is_read_as_people_read_it(playground: Playground) -> None:
    maria = playground.person("maria")
    maria.types("/ask")
    seen = maria.sees("Dana & Jon Park in #floor", where="floor")
    assert maria.buttons(seen) == ["Greet", "Later", "Undo"]
    playground.person("gil").does_not_see("Dana")
    with pytest.raises(
        AssertionError, match=r"Maria Silva does not see 'Rose'. What is there:\n\[message in floor\]"
    ):
        maria.sees("Rose", where="floor", within=0.05)


def test_a_button_replaces_the_message_it_stands_on(playground: Playground, app: DeskApp) -> None:
    maria, jon = playground.person("maria"), playground.person("jon")
    maria.types("/ask")
    assert jon.presses("Greet").ok
    maria.sees("Greeted by Jon Park", where="floor")
    body = app.bodies[-1]
    assert body["container"] == {
        "type": "message", "message_ts": body["message"]["ts"], "channel_id": "C0FLOOR", "is_ephemeral": False,
    }  # fmt: skip
    assert body["actions"][0]["value"] == "Greet"
    assert body["user"] == {"id": "U0JON", "username": "jon", "name": "jon", "team_id": "T0REGULARS"}


def test_a_confirm_dialog_is_accepted_or_not(playground: Playground) -> None:
    maria = playground.person("maria")
    maria.types("/ask")
    maria.presses("Undo", confirm=False)
    maria.sees("Dana")
    maria.presses("Undo")
    assert maria.confirmed == ["It is gone then."]
    maria.does_not_see("Dana", within=0.1)


def test_menus_and_pickers_in_messages(playground: Playground) -> None:
    maria = playground.person("maria")
    maria.types("/ask")
    maria.presses("History")
    maria.sees("history", where="ephemeral")
    maria.chooses("2026-12-01")
    maria.sees("on 2026-12-01", where="ephemeral")


def test_home_is_published_and_its_buttons_work(playground: Playground, app: DeskApp) -> None:
    pat = playground.person("pat")
    pat.opens_home()
    home = pat.sees("home of U0PAT", where="home")
    pat.presses("Greet", on=home)
    assert app.bodies[-1]["view"]["type"] == "home"
    assert "response_url" not in app.bodies[-1]


def test_shortcuts_global_and_on_a_message(playground: Playground, app: DeskApp) -> None:
    maria = playground.person("maria")
    maria.uses_shortcut("Log a visit")
    maria.sees("log on nothing", where="dm")
    maria.types("/ask")
    maria.uses_message_shortcut("Caught", on=maria.sees("Dana", where="floor"))
    maria.sees("caught on Dana came in", where="dm")
    assert {"trigger_id", "response_url", "message_ts", "channel"} <= app.bodies[-1].keys()
    with pytest.raises(AssertionError, match="there is no shortcut 'Dance', only"):
        maria.uses_shortcut("Dance")


def test_reactions_and_messages_arrive_as_events_where_subscribed(playground: Playground, app: DeskApp) -> None:
    jon = playground.person("jon")
    jon.types("/ask")
    jon.reacts(jon.sees("Dana", where="floor"), "tada")
    jon.sees("reaction_added: tada", where="dm")
    jon.writes("hello <b> & @maria")
    jon.sees("message: hello <b> & Maria Silva")
    assert app.bodies[-1]["event"]["channel_type"] == "im"
    assert app.bodies[-1]["event"]["text"] == "hello &lt;b&gt; &amp; <@U0MARIA>"
    jon.writes("anybody?", channel="floor")
    assert len(app.bodies) == 2


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        ("/dance", "/dance is not a valid command"),
        ("/note hi", '/note failed with the error "operation_timeout"'),
    ],
)
def test_a_command_that_fails_says_so_to_the_person(
    start: Start, app: DeskApp, command: str, sentence: str
) -> None:
    maria = start(app.register, manifest=MANIFEST, ack_seconds=0.1).person("maria")
    maria.types(command)
    maria.sees(sentence, where="notice")


def test_without_an_app_a_command_cannot_be_dispatched(start: Start) -> None:
    maria = start().person("maria")
    maria.types("/visit")
    maria.sees('/visit failed with the error "dispatch_failed"')


def test_an_app_whose_line_is_just_being_renewed_is_waited_for(playground: Playground) -> None:
    sockets, maria = playground.desk.sockets, playground.person("maria")
    (line,) = sockets.connections

    async def type_while_it_is_away() -> Answer:
        sockets._forget(line)
        asyncio.get_running_loop().call_later(0.2, sockets.connections.append, line)
        return await maria.session.send(playground.workspace.channels["C0FLOOR"], "/ask dana")

    assert playground.call(type_while_it_is_away()).ok


def test_nobody_writes_in_an_archived_channel(playground: Playground) -> None:
    maria = playground.person("maria")
    assert maria.writes("hello?", channel="summer-2024").error == "is_archived"
