"""The one mouth: everything the bot says to Slack, and what Slack's answers mean.

One client with one shared session and its own time-out. Calls that post have **no** retry handler, not even the
SDK's default one, which says things twice when a connection drops (RELIABILITY.md, rule 6): every retry belongs
to the outbox.
"""

import asyncio
import logging
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from math import isfinite
from typing import Any
from urllib.parse import urlsplit

import aiohttp
from slack_sdk.errors import SlackApiError, SlackRequestError
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.delivery import Answer, Verdict
from bot.domain.errors import Refusal
from bot.domain.policy import Profile

EVENT_TYPE = "regulars_letter"
"""The metadata event type under which our opaque keys stand; any app may read it, so it holds nothing else."""

TIMEOUT = 15.0
"""Seconds after which a call is given up; a lease (`Patience`) is longer."""

PROMPT = 2.0
"""Seconds for whatever a person waits for: Slack shows them an error after three."""

HISTORY_PAGES = 10
"""So many pages of a hundred messages are looked through at most, newest first."""

_CODES: dict[Verdict, str] = {
    Verdict.LIMITED: "ratelimited rate_limited message_limit_exceeded accesslimited",
    Verdict.DOUBTFUL: "fatal_error internal_error service_unavailable request_timeout team_added_to_org",
    Verdict.GONE: "message_not_found edit_window_closed cant_update_message cant_delete_message "
    "file_not_found file_deleted",
    Verdict.NO_ADDRESS: "channel_not_found is_archived not_in_channel user_not_found users_not_found "
    "messages_tab_disabled restricted_action restricted_action_read_only_channel "
    "restricted_action_thread_only_channel restricted_action_non_threadable_channel "
    "restricted_action_thread_locked channel_is_limited_access cannot_dm_bot user_disabled user_not_in_channel "
    "method_not_supported_for_channel_type expired_trigger_id invalid_trigger_id push_limit_reached",
    Verdict.NO_WORKSPACE: "account_inactive token_revoked token_expired invalid_auth not_authed "
    "team_access_not_granted team_not_found org_login_required enterprise_is_restricted ekm_access_denied "
    "two_factor_setup_required",
    Verdict.SETTINGS: "missing_scope no_permission not_allowed_token_type unknown_method not_enabled "
    "access_denied method_deprecated deprecated_endpoint metadata_must_be_sent_from_app",
    Verdict.OUR_BUG: "invalid_blocks invalid_blocks_format msg_too_long msg_blocks_too_long no_text "
    "invalid_arguments invalid_arg_name invalid_array_arg invalid_charset invalid_form_data invalid_json "
    "json_not_object invalid_post_type missing_post_type invalid_metadata_format invalid_metadata_schema "
    "metadata_too_large view_too_large too_many_attachments attachment_payload_limit_exceeded "
    "markdown_text_conflict",
    Verdict.ALREADY: "already_reacted hash_conflict exchanged_trigger_id",
}
VERDICTS = {code: verdict for verdict, codes in _CODES.items() for code in codes.split()}
"""What each error of Slack's means for a message (SLACK.md, “Sending”, and Slack's page of each method)."""

SHARED_KNOWN = 600.0
"""Seconds for which the answer to “is this channel shared?” is believed."""

LONGEST_REST = 3600.0
"""Whatever Slack asks for, one tries again after an hour."""

log = logging.getLogger("regulars.slack")


class SlackAway(Refusal):
    """Slack does not answer me just now. Please try again in a minute."""


class TooLate(Refusal):
    """That took longer than the three seconds in which Slack lets a window open. Please do it once more."""


class NoWindow(Refusal):
    """Slack did not take the window I wanted to open. Please tell whoever runs Regulars; the log says why."""


class UnknownUser(Refusal):
    """Slack knows nobody of that name in this workspace. Ask a colleague to do it."""


def classify(error: Exception, method: str = "") -> Answer:
    """Turn whatever a call raised into one answer; what nobody has seen yet counts as doubtful."""
    if isinstance(error, SlackApiError):
        return _classify_response(error.response, method)
    never_left = aiohttp.ClientConnectorError | aiohttp.ConnectionTimeoutError | SlackRequestError
    if isinstance(error, never_left):
        return Answer(Verdict.NOT_APPLIED, error=type(error).__name__, method=method)
    if not isinstance(error, aiohttp.ClientError | TimeoutError | OSError | ValueError):
        log.error("call_failed_strangely method=%s", method, exc_info=error)
    return Answer(Verdict.DOUBTFUL, error=type(error).__name__, method=method)


def _classify_response(response: Any, method: str) -> Answer:
    """Read a refusal; the SDK hands over its own response, or aiohttp's when the body was no JSON."""
    status = int(getattr(response, "status_code", None) or getattr(response, "status", None) or 200)
    data = response if isinstance(response, dict) else getattr(response, "data", None)
    code = str(data.get("error") or "") if isinstance(data, dict) else ""
    if status == 429 or VERDICTS.get(code) is Verdict.LIMITED:
        wait = _retry_after(getattr(response, "headers", None) or {})
        return Answer(Verdict.LIMITED, error=code or "http_429", retry_after=wait, method=method)
    if status >= 500 or not code:
        return Answer(Verdict.DOUBTFUL, error=code or f"http_{status}", method=method)
    if code not in VERDICTS:
        log.warning("slack_error_unknown code=%s method=%s", code, method)
    return Answer(VERDICTS.get(code, Verdict.DOUBTFUL), error=code, method=method)


def _retry_after(headers: Mapping[str, Any]) -> float:
    """Return the seconds Slack asks to wait: 1 when it does not say, never more than `LONGEST_REST`."""
    value = next((value for key, value in headers.items() if key.lower() == "retry-after"), "1")
    try:
        seconds = float(value[0] if isinstance(value, list) else value)
    except ValueError:
        return 1.0
    return min(max(seconds, 1.0), LONGEST_REST) if isfinite(seconds) else 1.0


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

    def __init__(self, token: str, url: str = "https://slack.com/api/", *, timeout: float = TIMEOUT) -> None:
        self.url = url if url.endswith("/") else url + "/"
        self.timeout = timeout
        self._token = token
        self._shared: dict[str, tuple[float, bool]] = {}
        self._session: aiohttp.ClientSession | None = None
        self._client: AsyncWebClient | None = None

    @property
    def client(self) -> AsyncWebClient:
        """Return the client; it is made on the running loop when first asked for."""
        if self._client is None:
            limits = aiohttp.ClientTimeout(total=self.timeout, connect=min(5.0, self.timeout))
            self._session = aiohttp.ClientSession(timeout=limits)
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
        return Answer(Verdict.ALREADY) if answer.verdict is Verdict.GONE else answer

    async def delete_file(self, file: str) -> Answer:
        """Take a file back."""
        answer = await self._say("files.delete", {"file": file})
        return Answer(Verdict.ALREADY) if answer.verdict is Verdict.GONE else answer

    async def publish_home(self, user: str, view: dict[str, Any]) -> Answer:
        """Show somebody their App Home; safe to repeat."""
        answer = await self._say("views.publish", {"user_id": user, "view": view})
        return replace(answer, channel=user, ts="") if answer.verdict is Verdict.SAID else answer

    async def look(self, channel: str, mark: str, since: float) -> Answer | None:
        """Look for a message by its mark; None when it is surely not there.

        ``since`` is a Unix time before which it cannot have been said. An answer with another verdict than
        ``SAID`` means that one could not look.
        """
        cursor = ""
        for _ in range(HISTORY_PAGES):
            try:
                page = await self.client.conversations_history(
                    channel=channel, oldest=f"{since:.6f}", limit=100, cursor=cursor, include_all_metadata=True
                )
            except Exception as error:
                return classify(error, "conversations.history")
            for message in page["messages"]:
                if _mark_of(message) == mark:
                    return Answer(Verdict.SAID, channel=channel, ts=message["ts"])
            cursor = (page.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor:
                return None
        return Answer(Verdict.SETTINGS, error="history_too_long", method="conversations.history")

    async def direct_channel(self, user: str) -> str:
        """Return the channel of the direct messages with somebody, to look into; raises what the SDK raises."""
        answer = await self.client.conversations_open(users=user)
        return str(answer["channel"]["id"])

    async def person(self, user: str) -> Profile:
        """Ask who somebody is; raises `UnknownUser`, or `SlackAway` when there is no answer in time."""
        try:
            async with asyncio.timeout(PROMPT):
                found = (await self.client.users_info(user=user, include_locale=True))["user"]
        except Exception as error:
            code = classify(error, "users.info").error
            log.warning("person_not_found error=%s", code)
            raise UnknownUser if code in ("user_not_found", "user_not_visible") else SlackAway from None
        shown = found.get("real_name") or found.get("profile", {}).get("display_name") or found.get("name") or user
        return Profile(
            user=user,
            team=found.get("team_id", ""),
            name=shown,
            zone=found.get("tz") or "",
            locale=found.get("locale") or "",
            flags=frozenset(key for key, value in found.items() if value is True),
        )

    async def dnd_until(self, user: str, now: datetime) -> datetime | None:
        """Return when somebody's “Do not disturb” ends (UTC); None when it is off, or cannot be found out.

        The scope for it is optional, and no reminder waits for Slack's answer for long.
        """
        try:
            async with asyncio.timeout(PROMPT):
                answer = await self.client.dnd_info(user=user)
        except Exception as error:
            log.info("dnd_unknown error=%s", classify(error, "dnd.info").error)
            return None
        return quiet_until(answer.data if isinstance(answer.data, dict) else {}, now)

    async def is_shared(self, channel: str) -> bool:
        """Say whether another organisation reads along; what cannot be found out counts as not shared.

        An answer is believed for ten minutes, so that not every message asks.
        """
        asked, shared = self._shared.get(channel, (-SHARED_KNOWN, False))
        if time.monotonic() - asked < SHARED_KNOWN:
            return shared
        try:
            found = (await self.client.conversations_info(channel=channel))["channel"]
        except SlackApiError:
            found = {}  # the scope for it is optional
        except (aiohttp.ClientError, TimeoutError, OSError):
            return False
        shared = bool(found.get("is_ext_shared") or found.get("is_pending_ext_shared"))
        self._shared[channel] = (time.monotonic(), shared)
        return shared

    async def open_form(self, trigger: str, view: dict[str, Any], *, on: str = "") -> None:
        """Open a window, on top of another whose id is given; raise `TooLate`, `SlackAway` or `NoWindow`.

        A trigger works once: that it was used means that this is a repeat, and that the window is open. Where
        three windows lie on each other already, the new one takes the place of the one it was asked for in.
        """
        answer = await self._promptly("views.push" if on else "views.open", {"trigger_id": trigger, "view": view})
        if answer.error == "push_limit_reached":
            answer = await self._promptly("views.update", {"view_id": on, "view": view})
        if answer.verdict not in (Verdict.SAID, Verdict.ALREADY):
            raise _no_window(answer)

    async def _promptly(self, method: str, body: dict[str, Any]) -> Answer:
        try:
            async with asyncio.timeout(PROMPT):
                return await self._say(method, body)
        except TimeoutError as late:
            return classify(late, method)

    async def respond(self, url: str, body: dict[str, Any]) -> bool:
        """Answer through a ``response_url``; only at our Slack's own host, without redirects (rule 25).

        Return whether Slack took it. A failure here undoes nothing: what was asked for is written down.
        """
        if not self._is_ours(url):
            log.warning("response_url_refused host=%s", urlsplit(url).hostname)
            return False
        assert self.client.session
        wait = aiohttp.ClientTimeout(total=PROMPT)
        try:
            async with self.client.session.post(url, json=body, allow_redirects=False, timeout=wait) as answer:
                status = answer.status
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            log.warning("response_url_failed error=%s", type(error).__name__)
            return False
        if status >= 300:
            log.info("response_url_failed status=%s", status)
        return status < 300

    def _is_ours(self, url: str) -> bool:
        asked, own = urlsplit(url), urlsplit(self.url)
        host = "hooks.slack.com" if own.hostname == "slack.com" else own.hostname
        return (asked.scheme, asked.hostname) == (own.scheme, host)

    async def send_file(self, channel: str, name: str, content: bytes, comment: str) -> Answer:
        """Give a file to a conversation, with a line beside it; the file's id comes back in place of a ``ts``."""
        try:
            sent = await self.client.files_upload_v2(
                channel=channel, filename=name, content=content, title=name, initial_comment=comment
            )
        except Exception as error:
            return classify(error, "files.upload")
        return Answer(Verdict.SAID, channel=channel, ts=sent["files"][0]["id"])

    async def _say(self, method: str, body: dict[str, Any]) -> Answer:
        try:
            answer = await self.client.api_call(method, json=body)
        except Exception as error:
            return classify(error, method)
        return Answer(Verdict.SAID, channel=answer.get("channel"), ts=answer.get("ts"), method=method)


def quiet_until(answer: Mapping[str, Any], now: datetime) -> datetime | None:
    """Return when the quiet that ``dnd.info`` tells of ends, if it holds now: a snooze, or the usual hours."""
    ends = []
    if answer.get("snooze_enabled") and answer.get("snooze_endtime"):
        ends.append(int(answer["snooze_endtime"]))
    start, end = int(answer.get("next_dnd_start_ts") or 0), int(answer.get("next_dnd_end_ts") or 0)
    if answer.get("dnd_enabled") and start <= now.timestamp() < end:
        ends.append(end)
    until = datetime.fromtimestamp(max(ends), UTC) if ends else now
    return until if until > now else None


def _no_window(answer: Answer) -> Refusal:
    if answer.error in ("expired_trigger_id", "invalid_trigger_id"):
        return TooLate()
    if answer.verdict in (Verdict.DOUBTFUL, Verdict.NOT_APPLIED, Verdict.LIMITED):
        return SlackAway()
    log.error("window_refused method=%s error=%s", answer.method, answer.error)
    return NoWindow()


def _mark_of(message: dict[str, Any]) -> str | None:
    metadata = message.get("metadata") or {}
    if metadata.get("event_type") != EVENT_TYPE:
        return None
    return str((metadata.get("event_payload") or {}).get("mark"))
