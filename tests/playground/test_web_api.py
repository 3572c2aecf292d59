"""The Web API through the stock client: what is stored, what is refused and with which name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground import Playground
from bot.playground.api.pace import Pace
from bot.playground.api.serve import METHODS

Start = Callable[..., Playground]
Json = dict[str, Any]


@pytest.fixture
def playground(start: Start) -> Playground:
    return start()


def ask(playground: Playground, method: str, token: str | None = None, **arguments: Any) -> Any:
    """Call a method with the stock client; return the answer, also when it is an error."""
    client = AsyncWebClient(playground.bot_token if token is None else token, base_url=playground.api_url)

    async def asked() -> Any:
        try:
            return (await client.api_call(method, json=arguments)).data
        except SlackApiError as error:
            return error.response.data

    return playground.call(asked())


def test_a_token_says_whose_it_is(playground: Playground) -> None:
    answer = ask(playground, "auth.test")
    assert (answer["team_id"], answer["user_id"]) == ("T0REGULARS", "U0REGULARS")
    assert ask(playground, "auth.test", token="xoxb-stolen")["error"] == "invalid_auth"
    assert ask(playground, "auth.test", token="")["error"] == "not_authed"
    assert ask(playground, "apps.connections.open")["error"] == "not_allowed_token_type"
    assert ask(playground, "apps.connections.open", token=playground.app_token)["url"].startswith("ws://127.0.0.1")


def test_every_method_answers(playground: Playground) -> None:
    for name, method in METHODS.items():
        error = ask(playground, name).get("error")
        assert (error == "unknown_method") == (method.support == "missing"), name
    assert ask(playground, "chat.dance")["error"] == "unknown_method"


REFUSED: list[tuple[str, Json, str]] = [
    ("chat.postMessage", {"channel": "C0NOWHERE", "text": "x"}, "channel_not_found"),
    ("chat.postMessage", {"channel": "U0NOBODY", "text": "x"}, "channel_not_found"),
    ("chat.postMessage", {"text": "x"}, "channel_not_found"),
    ("chat.postMessage", {"channel": "U0REGULARS", "text": "x"}, "cannot_dm_bot"),
    ("chat.postMessage", {"channel": "C0OLD", "text": "x"}, "is_archived"),
    ("chat.postMessage", {"channel": "C0FLOOR"}, "no_text"),
    ("chat.postMessage", {"channel": "C0FLOOR", "text": "x" * 4001}, "msg_too_long"),
    ("chat.postMessage", {"channel": "C0FLOOR", "blocks": [{"type": "blink"}]}, "invalid_blocks"),
    ("chat.postMessage", {"channel": "C0FLOOR", "blocks": "[{"}, "invalid_blocks_format"),
    ("chat.postMessage", {"channel": "C0FLOOR", "text": "x", "metadata": {"event_type": "a"}},
     "invalid_metadata_format"),
    ("chat.postEphemeral", {"channel": "C0FLOOR", "user": "U0GIL", "text": "x"}, "user_not_in_channel"),
    ("chat.postEphemeral", {"channel": "C0FLOOR", "user": "U0NOBODY", "text": "x"}, "user_not_found"),
    ("chat.update", {"channel": "C0FLOOR", "ts": "1.2", "text": "x"}, "message_not_found"),
    ("chat.delete", {"channel": "C0FLOOR", "ts": "1.2"}, "message_not_found"),
    ("users.info", {"user": "U0NOBODY"}, "user_not_found"),
    ("conversations.open", {"users": "U0NOBODY"}, "user_not_found"),
    ("conversations.history", {"channel": "C0RANDOM"}, "not_in_channel"),
    ("views.open", {"trigger_id": "1.2.3", "view": {"type": "modal", "title": {"type": "plain_text", "text": "x"},
                                                     "blocks": []}}, "invalid_trigger_id"),
    ("views.open", {"trigger_id": "1.2.3", "view": {"type": "home", "blocks": []}}, "invalid_arguments"),
    ("views.update", {"view_id": "V1", "view": {"type": "modal"}}, "not_found"),
    ("views.publish", {"user_id": "U0NOBODY", "view": {"type": "home", "blocks": []}}, "user_not_found"),
    ("reactions.add", {"channel": "C0FLOOR", "timestamp": "1.2", "name": "tada"}, "message_not_found"),
    ("files.completeUploadExternal", {"files": [{"id": "F1"}]}, "file_not_found"),
]  # fmt: skip


@pytest.mark.parametrize(("method", "arguments", "error"), REFUSED, ids=[f"{m} {e}" for m, _, e in REFUSED])
def test_what_slack_refuses_is_refused(playground: Playground, method: str, arguments: Json, error: str) -> None:
    assert ask(playground, method, **arguments)["error"] == error
    assert playground.ledger.rows == []


def test_refused_blocks_are_explained(playground: Playground) -> None:
    blocks = [{"type": "section", "text": {"type": "mrkdwn", "text": "x" * 3001}}]
    answer = ask(playground, "chat.postMessage", channel="C0FLOOR", blocks=blocks)
    sentence = "must be less than 3001 characters [json-pointer:/blocks/0/text/text]"
    assert answer["response_metadata"]["messages"] == [f"[ERROR] {sentence}"]
    assert answer["errors"] == [sentence]
    fat = [{"type": "section", "text": {"type": "mrkdwn", "text": "x" * 2900}}] * 4
    assert ask(playground, "chat.postMessage", channel="C0FLOOR", blocks=fat)["error"] == "msg_blocks_too_long"


def test_scopes_are_asked_for(start: Start) -> None:
    playground = start(scopes={"chat:write", "im:history"})
    answer = ask(playground, "users.list")
    assert (answer["error"], answer["needed"], answer["provided"]) == (
        "missing_scope", "users:read", "chat:write,im:history",
    )  # fmt: skip
    assert ask(playground, "chat.postMessage", channel="C0RANDOM", text="x")["error"] == "not_in_channel"
    assert ask(playground, "conversations.history", channel="C0FLOOR")["error"] == "missing_scope"
    ask(playground, "chat.postMessage", channel="U0MARIA", text="x")
    assert ask(playground, "conversations.history", channel="D0MARIA")["ok"]


def test_a_message_lives_and_the_ledger_remembers(playground: Playground) -> None:
    key = {"event_type": "outbox", "event_payload": {"key": "k1"}}
    posted = ask(playground, "chat.postMessage", channel="U0MARIA", text="call *Dana*", metadata=key)
    maria = playground.person("maria")
    assert maria.sees("call Dana", where="dm").ts == posted["ts"]
    plain = ask(playground, "conversations.history", channel=posted["channel"])["messages"][0]
    assert "metadata" not in plain
    said = ask(playground, "conversations.history", channel=posted["channel"], include_all_metadata=True)
    assert said["messages"][0]["metadata"] == key

    ask(playground, "chat.update", channel=posted["channel"], ts=posted["ts"], text="called")
    assert maria.sees("called").ts == posted["ts"]
    ask(playground, "chat.delete", channel=posted["channel"], ts=posted["ts"])
    maria.does_not_see("called")
    assert [(row["kind"], row["metadata"]) for row in playground.ledger.rows] == [
        ("post", key), ("update", key), ("delete", key),
    ]  # fmt: skip


def test_people_cannot_be_impersonated(playground: Playground) -> None:
    maria = playground.person("maria")
    maria.writes("mine", channel="floor")
    ts = maria.sees("mine").ts
    assert ask(playground, "chat.update", channel="C0FLOOR", ts=ts, text="x")["error"] == "cant_update_message"
    assert ask(playground, "chat.delete", channel="C0FLOOR", ts=ts)["error"] == "cant_delete_message"


def test_time_stamps_come_from_the_clock_and_never_repeat(playground: Playground, clock: Any) -> None:
    stamps = [ask(playground, "chat.postMessage", channel="C0FLOOR", text=str(n))["ts"] for n in range(3)]
    assert stamps[0] == "1795510800.000000"
    assert stamps == sorted(set(stamps))
    clock.turn(hours=1)
    later = ask(playground, "chat.postMessage", channel="C0FLOOR", text="later")
    assert later["ts"] == "1795514400.000000"


def test_history_is_paged_newest_first(playground: Playground) -> None:
    stamps = [ask(playground, "chat.postMessage", channel="C0FLOOR", text=str(n))["ts"] for n in range(5)]
    first = ask(playground, "conversations.history", channel="C0FLOOR", limit=2)
    assert ([each["text"] for each in first["messages"]], first["has_more"]) == (["4", "3"], True)
    cursor = first["response_metadata"]["next_cursor"]
    rest = ask(playground, "conversations.history", channel="C0FLOOR", limit=9, cursor=cursor)
    assert ([each["text"] for each in rest["messages"]], rest["has_more"]) == (["2", "1", "0"], False)
    some = ask(playground, "conversations.history", channel="C0FLOOR", oldest=stamps[1], latest=stamps[3])
    assert [each["text"] for each in some["messages"]] == ["2"]
    edges = ask(
        playground, "conversations.history", channel="C0FLOOR", oldest=stamps[1], latest=stamps[3], inclusive=True
    )
    assert [each["text"] for each in edges["messages"]] == ["3", "2", "1"]


def test_people_and_places(playground: Playground) -> None:
    sam = ask(playground, "users.info", user="U0SAM", include_locale=True)["user"]
    assert (sam["is_stranger"], sam["team_id"], sam["tz"], sam["locale"]) == (
        True, "T0OTHER", "Europe/Lisbon", "en-GB",
    )  # fmt: skip
    assert ask(playground, "users.info", user="U0GIL")["user"]["is_restricted"]
    channels = {each["name"]: each for each in ask(playground, "conversations.list")["channels"]}
    assert channels["leather-supplier"]["is_ext_shared"]
    assert channels["summer-2024"]["is_archived"]
    assert not channels["random"]["is_member"]
    assert "managers" not in channels
    assert ask(playground, "conversations.join", channel="C0RANDOM")["channel"]["is_member"]
    assert ask(playground, "dnd.teamInfo", users="U0MARIA,U0JON")["users"].keys() == {"U0MARIA", "U0JON"}


def test_a_reaction_is_put_on_once(playground: Playground) -> None:
    ts = ask(playground, "chat.postMessage", channel="C0FLOOR", text="kudos")["ts"]
    place = {"channel": "C0FLOOR", "timestamp": ts}
    assert ask(playground, "reactions.add", **place, name="tada")["ok"]
    assert ask(playground, "reactions.add", **place, name="tada")["error"] == "already_reacted"
    shown = ask(playground, "reactions.get", **place)["message"]["reactions"]
    assert shown == [{"name": "tada", "users": ["U0REGULARS"], "count": 1}]
    assert ask(playground, "reactions.remove", **place, name="tada")["ok"]
    assert ask(playground, "reactions.remove", **place, name="tada")["error"] == "no_reaction"


def test_a_file_is_uploaded_shared_and_can_be_fetched(playground: Playground) -> None:
    client = AsyncWebClient(playground.bot_token, base_url=playground.api_url)

    async def share() -> Any:
        return await client.files_upload_v2(
            channel="D0MARIA",
            filename="dana.json",
            title="Dana",
            content='{"name": "Dana"}',
            initial_comment="Here",
        )

    playground.person("maria").writes("send it")
    file = playground.call(share())["file"]
    maria = playground.person("maria")
    assert maria.sees("Dana dana.json", where="dm").text.startswith("Here")
    assert playground.ledger.posts("file")[0]["text"] == "Here"
    assert fetch(playground, f"/files/{file['id']}/dana.json") == ("attachment", b'{"name": "Dana"}')
    assert ask(playground, "files.info", file=file["id"])["file"]["mimetype"] == "application/json"
    assert ask(playground, "files.delete", file=file["id"])["ok"]
    maria.does_not_see("dana.json")
    assert fetch(playground, f"/files/{file['id']}/dana.json") == ("", b"no such file")


def fetch(playground: Playground, path: str) -> tuple[str, bytes]:
    """Return how a browser is told to treat what is at a path, and its bytes."""

    async def fetched() -> tuple[str, bytes]:
        async with aiohttp.ClientSession() as client, client.get(playground.base_url + path) as answer:
            return answer.headers.get("Content-Disposition", ""), await answer.read()

    return playground.call(fetched())


def test_a_whisper_is_for_one_person(playground: Playground) -> None:
    assert ask(playground, "chat.postEphemeral", channel="floor", user="U0MARIA", text="psst")["ok"]
    assert playground.person("maria").sees("psst").where == "ephemeral"
    playground.person("jon").does_not_see("psst")
    assert ask(playground, "conversations.history", channel="C0FLOOR")["messages"] == []


def test_home_is_published_with_its_hash(playground: Playground) -> None:
    def publish(text: str, **parts: Any) -> Any:
        blocks = [{"type": "header", "text": {"type": "plain_text", "text": text}}]
        view = {"type": "home", "blocks": blocks}
        return ask(playground, "views.publish", user_id="U0PAT", view=view, **parts)

    first = publish("one")["view"]
    second = publish("two", hash=first["hash"])["view"]
    assert second["id"] == first["id"]
    assert publish("three", hash=first["hash"])["error"] == "hash_conflict"
    playground.person("pat").sees("two", where="home")
    fresh = {"type": "home", "blocks": []}
    updated = ask(playground, "views.update", view_id=first["id"], hash=second["hash"], view=fresh)
    assert updated["view"]["blocks"] == []


def test_forms_can_be_found_by_the_apps_own_id_and_stack_three_deep(playground: Playground) -> None:
    def form(external_id: str) -> Json:
        title = {"type": "plain_text", "text": external_id}
        return {"type": "modal", "title": title, "blocks": [], "external_id": external_id}

    def trigger() -> str:
        return playground.desk.triggers.give("U0MARIA")

    assert ask(playground, "views.open", trigger_id=trigger(), view=form("a"))["ok"]
    assert ask(playground, "views.push", trigger_id=trigger(), view=form("a"))["error"] == "duplicate_external_id"
    assert ask(playground, "views.push", trigger_id=trigger(), view=form("b"))["ok"]
    assert ask(playground, "views.push", trigger_id=trigger(), view=form("c"))["ok"]
    assert ask(playground, "views.push", trigger_id=trigger(), view=form("d"))["error"] == "push_limit_reached"
    assert ask(playground, "views.update", external_id="b", view=form("b"))["ok"]
    assert ask(playground, "views.update", external_id="z", view=form("z"))["error"] == "not_found"
    maria = playground.person("maria")
    maria.closes()
    maria.sees("b", where="modal")


def test_an_id_no_longer_works_once_the_person_has_left(playground: Playground) -> None:
    playground.workspace.change_user("U0JON", deleted=True)
    assert ask(playground, "chat.postMessage", channel="U0JON", text="x")["error"] == "channel_not_found"
    assert ask(playground, "users.info", user="U0JON")["user"]["deleted"]


def test_calls_are_paced_like_slack_paces_them() -> None:
    now = [0.0]
    pace = Pace(lambda: now[0])
    assert [pace.wait("chat.postMessage", "C1") for _ in range(6)] == [0, 0, 0, 0, 0, 1]
    assert pace.wait("chat.postMessage", "C2") == 0
    now[0] = 1.0
    assert [pace.wait("chat.postMessage", "C1") for _ in range(2)] == [0, 1]
    assert pace.wait("api.test", "") == 0


def test_the_pace_answers_with_retry_after(start: Start) -> None:
    playground = start(rate_limits=True)
    answers = [ask(playground, "chat.postMessage", channel="C0FLOOR", text="x") for _ in range(6)]
    assert [each.get("error") for each in answers] == [None] * 5 + ["ratelimited"]
