"""The one address of the Web API: tokens, scopes, faults, then the method; and the table of all methods."""

from __future__ import annotations

import asyncio

from aiohttp import web

from bot.playground.api import about, chat, conversations, files, users, views
from bot.playground.api.call import ApiError, Call, Method, read_arguments
from bot.playground.api.pace import Pace
from bot.playground.desk import Desk
from bot.playground.faults import Fault
from bot.playground.model import Json

METHODS: dict[str, Method] = {
    name: method
    for family in (about, chat, conversations, files, users, views)
    for name, method in sorted(family.METHODS.items())
}


class WebApi:
    """Serves `/api/{method}`. `pace` simulates Slack's rate limits where given."""

    def __init__(self, desk: Desk, pace: Pace | None = None) -> None:
        self.desk, self.pace = desk, pace

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Answer one call, or suffer the fault that was ordered for it."""
        name = request.match_info["method"]
        fault = self.desk.faults.take("api", name)
        try:
            arguments = await read_arguments(request)
        except ApiError as error:
            return web.json_response(error.as_json())
        if fault and fault.kind == "latency":
            await asyncio.sleep(fault.seconds)  # it has arrived, and is done even if nobody waits for the answer
        elif fault and (response := self._fail_before(request, fault)):
            return response
        if self.pace and (wait := self.pace.wait(name, str(arguments.get("channel", "")))):
            return rate_limited(wait)
        answer = self._answer(name, request, arguments)
        return self._fail_after(request, fault) or self._respond(answer)

    def _fail_before(self, request: web.Request, fault: Fault) -> web.StreamResponse | None:
        if fault.kind == "rate_limited":
            return rate_limited(fault.seconds)
        if fault.kind == "server_error":
            return web.Response(status=503, text="Service Unavailable")
        if fault.kind == "error":
            return self._respond({"ok": False, "error": fault.error})
        return cut(request) if fault.kind == "cut_before" else None

    def _fail_after(self, request: web.Request, fault: Fault | None) -> web.StreamResponse | None:
        kind = fault.kind if fault else ""
        if kind == "server_error_after":
            return web.Response(status=503, text="Service Unavailable")
        if fault and kind == "error_after":
            return self._respond({"ok": False, "error": fault.error})
        return cut(request) if kind == "cut_after" else None

    def _answer(self, name: str, request: web.Request, arguments: dict[str, str]) -> Json:
        self.desk.calls[name] += 1
        try:
            method = METHODS.get(name)
            if method is None or method.run is None:
                raise ApiError("unknown_method", req_method=name)
            self._authorise(name, method, request, arguments)
            return {"ok": True, **method.run(Call(self.desk, arguments))}
        except ApiError as error:
            return error.as_json()

    def _authorise(self, name: str, method: Method, request: web.Request, arguments: dict[str, str]) -> None:
        app = self.desk.app
        header = request.headers.get("Authorization", "")
        token = header.removeprefix("Bearer ").strip() or str(arguments.get("token") or "")
        if not token:
            raise ApiError("not_authed")
        if token not in {app.bot_token, app.app_token}:
            raise ApiError("invalid_auth")
        if (token == app.app_token) != (name == "apps.connections.open") and name != "api.test":
            raise ApiError("not_allowed_token_type")
        if method.scopes and not app.scopes.intersection(method.scopes):
            needed, provided = ",".join(method.scopes), ",".join(sorted(app.scopes))
            raise ApiError("missing_scope", needed=needed, provided=provided)

    def _respond(self, answer: Json) -> web.Response:
        scopes = ",".join(sorted(self.desk.app.scopes))
        return web.json_response(answer, headers={"x-oauth-scopes": scopes})


def rate_limited(seconds: float) -> web.Response:
    """Return Slack's 429; Retry-After is in whole seconds, at least one."""
    headers = {"Retry-After": str(max(1, round(seconds)))}
    return web.json_response({"ok": False, "error": "ratelimited"}, status=429, headers=headers)


def cut(request: web.Request) -> web.StreamResponse:
    """Drop the connection without an answer."""
    if request.transport is not None:
        request.transport.close()
    return web.Response(status=500)
