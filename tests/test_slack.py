"""The one mouth: what each answer of Slack's means, and how the client behaves."""

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError, SlackRequestError
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.delivery import Answer, Verdict
from bot.playground.server import Playground
from bot.slack import LONGEST_REST, VERDICTS, Slack, classify, quiet_until

# SLACK.md, “Sending”: may have happened, and hopeless.
DOUBTFUL = ["fatal_error", "internal_error", "service_unavailable"]
HOPELESS = {
    Verdict.NO_ADDRESS: [
        "channel_not_found", "is_archived", "not_in_channel", "user_not_found", "messages_tab_disabled",
        "restricted_action",
    ],
    Verdict.NO_WORKSPACE: ["account_inactive", "token_revoked", "invalid_auth"],
    Verdict.OUR_BUG: ["invalid_blocks", "msg_too_long"],
}  # fmt: skip
OTHERS = {
    Verdict.LIMITED: ["ratelimited"],
    Verdict.SETTINGS: ["missing_scope", "unknown_method"],
    Verdict.GONE: ["message_not_found"],
    Verdict.ALREADY: ["already_reacted"],
    Verdict.DOUBTFUL: [*DOUBTFUL, "a_code_from_next_year"],
}
CODES = [(code, verdict) for table in (HOPELESS, OTHERS) for verdict, codes in table.items() for code in codes]


def refused(code: str | None = None, status: int = 200, headers: Any = None, data: Any = None) -> SlackApiError:
    body = {"ok": False, "error": code} if data is None else data
    return _refusal(SimpleNamespace(status_code=status, headers=headers or {}, data=body))


def _refusal(response: object) -> SlackApiError:
    return SlackApiError("refused", response)  # type: ignore[no-untyped-call]  # the SDK publishes none here


@pytest.mark.parametrize(("code", "verdict"), CODES)
def test_every_code_has_its_meaning(code: str, verdict: Verdict) -> None:
    assert classify(refused(code)).verdict is verdict


@pytest.mark.parametrize("code", sorted(VERDICTS))
def test_a_server_error_is_doubtful_whatever_it_says(code: str) -> None:
    if VERDICTS[code] is not Verdict.LIMITED:
        assert classify(refused(code, status=503)).verdict is Verdict.DOUBTFUL


def test_an_unknown_code_is_logged_as_new(caplog: pytest.LogCaptureFixture) -> None:
    classify(refused("a_code_from_next_year"), "chat.postMessage")
    assert "slack_error_unknown code=a_code_from_next_year method=chat.postMessage" in caplog.text


@pytest.mark.parametrize(
    ("headers", "wait"),
    [
        ({"Retry-After": "30"}, 30.0),
        ({"retry-after": ["7"]}, 7.0),
        ({}, 1.0),
        ({"Retry-After": "soon"}, 1.0),
        ({"Retry-After": "-5"}, 1.0),
        ({"Retry-After": "nan"}, 1.0),
        ({"Retry-After": "999999"}, LONGEST_REST),
    ],
)
def test_a_rate_limit_says_when_to_come_back(headers: dict[str, Any], wait: float) -> None:
    answer = classify(refused("ratelimited", 429, headers), "chat.update")
    assert (answer.verdict, answer.retry_after, answer.method) == (Verdict.LIMITED, wait, "chat.update")


@pytest.mark.parametrize(
    ("status", "data", "verdict"),
    [
        (503, "Service Unavailable", Verdict.DOUBTFUL),
        (502, "", Verdict.DOUBTFUL),
        (200, "<html>proxy</html>", Verdict.DOUBTFUL),
        (200, {}, Verdict.DOUBTFUL),
        (429, "slow down", Verdict.LIMITED),
    ],
)
def test_an_answer_nobody_can_read_is_judged_by_its_status(status: int, data: Any, verdict: Verdict) -> None:
    assert classify(refused(status=status, data=data)).verdict is verdict


def test_the_sdk_hands_over_aiohttps_answer_when_the_body_is_broken_json() -> None:
    assert classify(_refusal(SimpleNamespace(status=200, headers={}))).verdict is Verdict.DOUBTFUL


CONNECTION = aiohttp.client_reqrep.ConnectionKey("slack.com", 443, True, True, None, None, None)


@pytest.mark.parametrize(
    ("error", "verdict"),
    [
        (aiohttp.ClientConnectorError(CONNECTION, OSError("refused")), Verdict.NOT_APPLIED),
        (aiohttp.ConnectionTimeoutError(), Verdict.NOT_APPLIED),
        (SlackRequestError("no channel"), Verdict.NOT_APPLIED),
        (aiohttp.ServerDisconnectedError(), Verdict.DOUBTFUL),
        (aiohttp.ClientOSError(104, "reset"), Verdict.DOUBTFUL),
        (aiohttp.SocketTimeoutError(), Verdict.DOUBTFUL),
        (TimeoutError(), Verdict.DOUBTFUL),
        (ValueError("bad json"), Verdict.DOUBTFUL),
        (RuntimeError("something nobody foresaw"), Verdict.DOUBTFUL),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_never_left_the_house_is_certain_and_everything_else_is_not(
    error: Exception, verdict: Verdict
) -> None:
    assert classify(error).verdict is verdict


# ---- against a real server


@pytest.fixture
def playground() -> Iterator[Playground]:
    with Playground(now=lambda: datetime(2026, 11, 23, 10, 2, tzinfo=UTC)) as running:
        yield running


Talk = Callable[[Slack], Coroutine[Any, Any, Any]]


def talking(playground: Playground, talk: Talk, **options: Any) -> Any:
    async def session() -> Any:
        slack = Slack(playground.bot_token, playground.api_url, **options)
        try:
            return await talk(slack)
        finally:
            await slack.close()

    return asyncio.run(session())


QUIET_NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
THEN = int(QUIET_NOW.timestamp())
NIGHTLY = {"dnd_enabled": True, "next_dnd_start_ts": THEN - 60, "next_dnd_end_ts": THEN + 600}


@pytest.mark.parametrize(
    ("answer", "seconds"),
    [
        ({}, None),
        ({"dnd_enabled": False, "next_dnd_start_ts": 1, "next_dnd_end_ts": 1}, None),
        (NIGHTLY, 600),
        (NIGHTLY | {"dnd_enabled": False}, None),
        (NIGHTLY | {"next_dnd_start_ts": THEN + 60}, None),
        (NIGHTLY | {"next_dnd_end_ts": THEN}, None),
        ({"snooze_enabled": True, "snooze_endtime": THEN + 90}, 90),
        ({"snooze_enabled": True, "snooze_endtime": THEN - 90}, None),
        ({"snooze_enabled": True}, None),
        (NIGHTLY | {"snooze_enabled": True, "snooze_endtime": THEN + 90}, 600),
    ],
)
def test_when_do_not_disturb_ends(answer: dict[str, Any], seconds: int | None) -> None:
    until = quiet_until(answer, QUIET_NOW)
    assert (until and until.timestamp() - THEN) == seconds


def hello(slack: Slack) -> Coroutine[Any, Any, Answer]:
    return slack.post("C0FLOOR", {"text": "hello"}, "mark-1")


FAULTS = [
    ("rate_limited", Verdict.LIMITED, 0),
    ("server_error", Verdict.DOUBTFUL, 0),
    ("server_error_after", Verdict.DOUBTFUL, 1),
    ("error", Verdict.DOUBTFUL, 0),
    ("error_after", Verdict.DOUBTFUL, 1),
    ("cut_before", Verdict.DOUBTFUL, 0),
    ("cut_after", Verdict.DOUBTFUL, 1),
]


@pytest.mark.parametrize(("fault", "verdict", "stored"), FAULTS)
def test_one_call_is_one_request_whatever_goes_wrong(
    playground: Playground, fault: str, verdict: Verdict, stored: int
) -> None:
    playground.faults.add(fault, "chat.postMessage")
    assert talking(playground, hello).verdict is verdict
    assert len(playground.ledger.posts()) == stored


def test_with_the_sdks_own_retry_the_same_call_says_it_twice(playground: Playground) -> None:
    playground.faults.add("cut_after", "chat.postMessage")

    async def talk(slack: Slack) -> None:
        async with aiohttp.ClientSession() as session:
            client = AsyncWebClient(playground.bot_token, base_url=playground.api_url, session=session)
            await client.chat_postMessage(channel="C0FLOOR", text="hello")

    talking(playground, talk)
    assert len(playground.ledger.posts()) == 2


def test_the_mouth_has_no_retry_handlers_and_one_session(playground: Playground) -> None:
    async def talk(slack: Slack) -> tuple[list[Any], bool]:
        await hello(slack)
        first = slack.client.session
        await hello(slack)
        return list(slack.client.retry_handlers), first is slack.client.session

    assert talking(playground, talk) == ([], True)


def test_a_slow_answer_is_given_up_as_doubtful(playground: Playground) -> None:
    playground.faults.add("latency", "chat.postMessage", seconds=0.6)
    assert talking(playground, hello, timeout=0.2).verdict is Verdict.DOUBTFUL


def test_a_message_is_found_again_by_its_mark(playground: Playground) -> None:
    async def talk(slack: Slack) -> list[Answer | None]:
        said = await hello(slack)
        since = datetime(2026, 11, 23, 10, 0, tzinfo=UTC).timestamp()
        return [said, await slack.look("C0FLOOR", "mark-1", since), await slack.look("C0FLOOR", "mark-2", since)]

    said, found, missing = talking(playground, talk)
    assert (found.ts, missing) == (said.ts, None)


def test_one_cannot_look_where_the_bot_is_not(playground: Playground) -> None:
    answer = talking(playground, lambda slack: slack.look("C0RANDOM", "mark-1", 0))
    assert answer.verdict is Verdict.NO_ADDRESS


@pytest.mark.parametrize(
    ("fault", "verdict"), [("rate_limited", Verdict.LIMITED), ("server_error", Verdict.DOUBTFUL)]
)
def test_a_look_that_fails_says_so(playground: Playground, fault: str, verdict: Verdict) -> None:
    playground.faults.add(fault, "conversations.history")
    answer = talking(playground, lambda slack: slack.look("C0FLOOR", "mark-1", 0))
    assert answer.verdict is verdict


@pytest.mark.parametrize(("channel", "shared"), [("C0SHARED", True), ("C0FLOOR", False), ("C0NOWHERE", False)])
def test_a_shared_channel_is_known_and_asked_about_once(
    playground: Playground, channel: str, shared: bool
) -> None:
    async def talk(slack: Slack) -> list[bool]:
        return [await slack.is_shared(channel), await slack.is_shared(channel)]

    assert talking(playground, talk) == [shared, shared]
    assert playground.desk.calls["conversations.info"] == 1


@pytest.mark.parametrize(
    "url",
    [
        "https://hooks.slack.com.evil.example/x", "https://evil.example/hooks.slack.com", "http://hooks.slack.com/x",
        "https://hooks.slack.com@evil.example/x", "ftp://hooks.slack.com/x", "https://127.0.0.1/x", "", "nonsense",
    ],
)  # fmt: skip
def test_an_answer_goes_to_slacks_own_host_only(url: str) -> None:
    async def talk() -> bool:
        slack = Slack("xoxb-1")
        try:
            return await slack.respond(url, {"text": "secret"})
        finally:
            await slack.close()

    assert asyncio.run(talk()) is False


def test_an_answer_that_cannot_be_delivered_is_no_exception(playground: Playground) -> None:
    gone = playground.base_url.rsplit(":", 1)[0] + ":9/response"
    assert talking(playground, lambda slack: slack.respond(gone, {"text": "hello"})) is False
    unknown = f"{playground.base_url}/response/nobody"
    assert talking(playground, lambda slack: slack.respond(unknown, {"text": "hello"})) is False
