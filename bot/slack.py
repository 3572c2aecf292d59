"""The one mouth: everything the bot says to Slack, and what Slack's answers mean.

One client with one shared session and its own time-out. Calls that post have **no** retry handler, not even the
SDK's default one, which says things twice when a connection drops (RELIABILITY.md, rule 6): every retry belongs
to the outbox.
"""

import asyncio
import logging
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import aiohttp
from slack_sdk.errors import SlackApiError, SlackRequestError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.domain.delivery import Answer, Verdict
from bot.domain.policy import Profile

EVENT_TYPE = "regulars_letter"
"""The metadata event type under which our opaque keys stand; any app may read it, so it holds nothing else."""

TIMEOUT = aiohttp.ClientTimeout(total=15, connect=5)

VERDICTS: dict[str, Verdict] = (
    dict.fromkeys(("ratelimited", "rate_limited", "message_limit_exceeded"), Verdict.NOT_APPLIED)
    | dict.fromkeys(
        ("fatal_error", "internal_error", "service_unavailable", "request_timeout", "team_added_to_org"),
        Verdict.DOUBTFUL,
    )
    | dict.fromkeys(
        (
            "channel_not_found",
            "is_archived",
            "not_in_channel",
            "user_not_found",
            "users_not_found",
            "messages_tab_disabled",
            "restricted_action",
            "cannot_dm_bot",
            "user_disabled",
            "message_not_found",
            "cant_update_message",
            "edit_window_closed",
        ),
        Verdict.NO_ADDRESS,
    )
    | dict.fromkeys(
        (
            "account_inactive",
            "token_revoked",
            "invalid_auth",
            "not_authed",
            "token_expired",
            "team_access_not_granted",
        ),
        Verdict.NO_WORKSPACE,
    )
    | dict.fromkeys(
        ("missing_scope", "no_permission", "not_allowed_token_type", "unknown_method", "not_enabled"),
        Verdict.SETTINGS,
    )
    | dict.fromkeys(
        (
            "invalid_blocks",
            "invalid_blocks_format",
            "msg_too_long",
            "msg_blocks_too_long",
            "no_text",
            "invalid_arguments",
        ),
        Verdict.OUR_BUG,
    )
    | dict.fromkeys(("already_reacted", "hash_conflict"), Verdict.ALREADY)
)
"""What each error of Slack's means for a message (SLACK.md, “Sending”)."""

log = logging.getLogger("regulars.slack")


def classify(error: BaseException) -> Answer:
    """Turn whatever a call raised into one answer; what nobody has seen yet counts as doubtful."""
    if isinstance(error, SlackApiError):
        return _classify_response(error.response)
    if isinstance(error, aiohttp.ClientConnectorError | SlackRequestError):
        return Answer(Verdict.NOT_APPLIED, error=type(error).__name__)  # never left the house
    if isinstance(error, aiohttp.ClientError | TimeoutError | OSError | ValueError):
        return Answer(Verdict.DOUBTFUL, error=type(error).__name__)
    raise error


def _classify_response(response: "AsyncSlackResponse | dict[str, Any]") -> Answer:
    status = getattr(response, "status_code", 200)
    code = (
        str(response.get("error") or f"http_{status}") if isinstance(getattr(response, "data", {}), dict) else ""
    )
    if status == 429 or VERDICTS.get(code) is Verdict.NOT_APPLIED:
        return Answer(Verdict.NOT_APPLIED, error=code, retry_after=_retry_after(response))
    if status >= 500:
        return Answer(Verdict.DOUBTFUL, error=f"http_{status}")
    if code not in VERDICTS:
        log.warning("slack_error_unknown code=%s", code)
    return Answer(VERDICTS.get(code, Verdict.DOUBTFUL), error=code)


def _retry_after(response: "AsyncSlackResponse | dict[str, Any]") -> float:
    headers = {key.lower(): value for key, value in dict(getattr(response, "headers", {})).items()}
    value = headers.get("retry-after", "1")
    return float(value[0] if isinstance(value, list) else value)


@dataclass(frozen=True)
class Identity:
    """Who the bot is, as ``auth.test`` says, and what it may do."""

    team: str
    team_name: str
    user: str
    bot: str
    scopes: frozenset[str]


class Slack:
    """The bot's mouth and ears towards one workspace's Web API."""

    def __init__(self, token: str, url: str = "https://slack.com/api/") -> None:
        self.url = url if url.endswith("/") else url + "/"
        self._token = token
        self._session: aiohttp.ClientSession | None = None
        self._client: AsyncWebClient | None = None

    @property
    def client(self) -> AsyncWebClient:
        """Return the client; it is made on the running loop when first asked for."""
        if self._client is None:
            self._session = aiohttp.ClientSession(timeout=TIMEOUT)
            self._client = AsyncWebClient(
                token=self._token, base_url=self.url, session=self._session, retry_handlers=[]
            )
        return self._client

    async def close(self) -> None:
        """Close the shared session."""
        if self._session:
            await self._session.close()

    async def identity(self) -> Identity:
        """Ask Slack who we are; raises what the SDK raises."""
        answer = await self.client.auth_test()
        scopes = str(
            dict(answer.headers).get("x-oauth-scopes") or dict(answer.headers).get("X-OAuth-Scopes") or ""
        )
        return Identity(
            team=answer["team_id"],
            team_name=answer.get("team", ""),
            user=answer["user_id"],
            bot=answer.get("bot_id", ""),
            scopes=frozenset(scope.strip() for scope in scopes.split(",") if scope.strip()),
        )

    async def post(self, to: str, payload: dict[str, Any], mark: str) -> Answer:
        """Say something new; ``mark`` goes into the metadata, so that it can be looked for."""
        metadata = {"event_type": EVENT_TYPE, "event_payload": {"mark": mark}}
        return await self._say("chat.postMessage", {"channel": to, "metadata": metadata, **payload})

    async def update(self, channel: str, ts: str, payload: dict[str, Any], mark: str) -> Answer:
        """Change what was said; safe to repeat. The mark is kept."""
        metadata = {"event_type": EVENT_TYPE, "event_payload": {"mark": mark}}
        body = {"channel": channel, "ts": ts, "metadata": metadata, **payload}
        return await self._say("chat.update", body)

    async def delete(self, channel: str, ts: str) -> Answer:
        """Take back what was said."""
        answer = await self._say("chat.delete", {"channel": channel, "ts": ts})
        return Answer(Verdict.ALREADY) if answer.error == "message_not_found" else answer

    async def publish_home(self, user: str, view: dict[str, Any]) -> Answer:
        """Show somebody their App Home; safe to repeat."""
        return await self._say("views.publish", {"user_id": user, "view": view})

    async def look(self, channel: str, mark: str, since: float) -> Answer | None:
        """Look for a message by its mark; None when it is not there.

        ``since`` is a Unix time before which it cannot have been said. An answer with another verdict than
        ``SAID`` means that one could not look.
        """
        cursor = ""
        while True:
            try:
                page = await self.client.conversations_history(
                    channel=channel, oldest=f"{since:.6f}", limit=100, cursor=cursor, include_all_metadata=True
                )
            except (SlackApiError, aiohttp.ClientError, TimeoutError, OSError) as error:
                return classify(error)
            for message in page["messages"]:
                if message.get("metadata", {}).get("event_payload", {}).get("mark") == mark:
                    return Answer(Verdict.SAID, channel=channel, ts=message["ts"])
            cursor = (page.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor:
                return None

    async def direct_channel(self, user: str) -> str:
        """Return the channel of the direct messages with somebody, to look into; raises what the SDK raises."""
        answer = await self.client.conversations_open(users=user)
        return str(answer["channel"]["id"])

    async def person(self, user: str) -> Profile:
        """Ask who somebody is; raises what the SDK raises."""
        answer = await self.client.users_info(user=user, include_locale=True)
        found = answer["user"]
        shown = found.get("profile", {}).get("display_name") or found.get("real_name") or found.get("name") or user
        return Profile(
            user=user,
            team=found.get("team_id", ""),
            name=shown,
            zone=found.get("tz") or "",
            locale=found.get("locale") or "",
            flags=frozenset(key for key, value in found.items() if value is True),
        )

    async def is_shared(self, channel: str) -> bool:
        """Say whether another organisation reads along; an unknown channel counts as not shared."""
        try:
            found = (await self.client.conversations_info(channel=channel))["channel"]
        except (SlackApiError, aiohttp.ClientError, TimeoutError, OSError):
            return False
        return bool(found.get("is_ext_shared") or found.get("is_pending_ext_shared"))

    async def open_form(self, trigger: str, view: dict[str, Any]) -> None:
        """Open a modal; the trigger lasts three seconds and works once."""
        await self.client.views_open(trigger_id=trigger, view=view)

    async def push_form(self, trigger: str, view: dict[str, Any]) -> None:
        """Open a modal on top of another."""
        await self.client.views_push(trigger_id=trigger, view=view)

    async def respond(self, url: str, body: dict[str, Any]) -> bool:
        """Answer through a ``response_url``; only at our Slack's own host, without redirects (rule 25).

        Return whether Slack took it.
        """
        if not self._is_ours(url):
            log.warning("response_url_refused host=%s", urlsplit(url).hostname)
            return False
        assert self.client.session
        async with self.client.session.post(url, json=body, allow_redirects=False) as answer:
            if answer.status >= 400:
                log.info("response_url_failed status=%s", answer.status)
            return answer.status < 400

    def _is_ours(self, url: str) -> bool:
        asked, own = urlsplit(url), urlsplit(self.url)
        if own.hostname == "slack.com":
            return asked.scheme == "https" and asked.hostname == "hooks.slack.com"
        return asked.hostname == own.hostname

    async def send_file(self, to: str, name: str, content: bytes, title: str, comment: str) -> None:
        """Give somebody a file in their direct messages; raises what the SDK raises."""
        channel = await self.direct_channel(to)
        await self.client.files_upload_v2(
            channel=channel, filename=name, content=content, title=title, initial_comment=comment
        )

    async def _say(self, method: str, body: dict[str, Any]) -> Answer:
        try:
            answer = await self.client.api_call(method, json=body)
        except asyncio.CancelledError:
            raise
        except Exception as error:
            return classify(error)
        return Answer(Verdict.SAID, channel=answer.get("channel"), ts=answer.get("ts"))
