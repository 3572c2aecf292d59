"""The playground: a stand-in Slack workspace on loopback, in one object."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from types import TracebackType
from typing import Any, TypeVar

from aiohttp import web

from bot.playground import events
from bot.playground.api.pace import Pace
from bot.playground.api.serve import WebApi
from bot.playground.app_card import read_manifest
from bot.playground.cast import Cast
from bot.playground.delivery import ACK_SECONDS, Answer, Delivery, EventSender
from bot.playground.desk import ClockTurn, Desk
from bot.playground.faults import Faults
from bot.playground.http_delivery import HttpDelivery
from bot.playground.ledger import Ledger
from bot.playground.model import Json
from bot.playground.people import Person
from bot.playground.routes import build_app
from bot.playground.socket_mode import SocketMode
from bot.playground.tickets import ResponseUrls, Triggers
from bot.playground.workspace import Workspace

T = TypeVar("T")
HOST = "127.0.0.1"


class Playground:
    """A Slack of one's own.

    `now` returns an aware UTC datetime; message time stamps come from it. `manifest` is an app manifest as a
    dict: its commands, shortcuts, events and scopes are then the only ones. `request_url` delivers over signed
    HTTP instead of Socket Mode. `port` 0 takes a free one. `on_clock` is awaited with the page's wish
    (`{"advance_seconds": 3600}`, `{"to": "tomorrow 08:30"}`, `{"next": True}`). `event_retries` are the real
    seconds between tries of an unacknowledged event. `refused_blocks` are block types an older Slack refuses.

    Run it on the current loop (`await start()`, `await stop()`), or on a thread of its own with `with`.
    """

    def __init__(
        self,
        *,
        now: Callable[[], datetime],
        manifest: Json | None = None,
        cast: Cast | None = None,
        port: int = 0,
        request_url: str | None = None,
        on_clock: ClockTurn | None = None,
        tour: Iterable[Json] = (),
        scopes: Iterable[str] | None = None,
        ack_seconds: float = ACK_SECONDS,
        event_retries: Sequence[float] = (0.0, 1.0, 5.0),
        rate_limits: bool = False,
        refused_blocks: Iterable[str] = (),
    ) -> None:
        cast = cast or Cast()
        app = read_manifest(manifest, cast.bot_user)
        app = app if scopes is None else replace(app, scopes=frozenset(scopes))
        faults = Faults()
        sockets = SocketMode(app.id, faults, ack_seconds)
        self._http = HttpDelivery(request_url, app.signing_secret, faults, ack_seconds) if request_url else None
        delivery: Delivery = self._http or sockets
        self.desk = Desk(
            Workspace(cast, now), app, faults, Ledger(), Triggers(), ResponseUrls(), sockets, delivery,
            EventSender(delivery, event_retries), refused_blocks=frozenset(refused_blocks),
            on_clock=on_clock, tour=list(tour),
        )  # fmt: skip
        sockets.on_change = self._tell_connections
        self._api = WebApi(self.desk, Pace() if rate_limits else None)
        self._wanted_port, self.port = port, port
        self._runner: web.AppRunner | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None

    # -- where and who --------------------------------------------------------------------------------------

    @property
    def base_url(self) -> str:
        """Return the address of the page, without a slash at the end."""
        return f"http://{HOST}:{self.port}"

    @property
    def api_url(self) -> str:
        """Return what a Slack client takes as `base_url`, with its slash."""
        return f"{self.base_url}/api/"

    @property
    def bot_token(self) -> str:
        """Return the token the Web API accepts."""
        return self.desk.app.bot_token

    @property
    def app_token(self) -> str:
        """Return the token that opens Socket Mode."""
        return self.desk.app.app_token

    @property
    def signing_secret(self) -> str:
        """Return the secret that HTTP deliveries are signed with."""
        return self.desk.app.signing_secret

    @property
    def faults(self) -> Faults:
        """Return the faults in force; add some, clear them."""
        return self.desk.faults

    @property
    def ledger(self) -> Ledger:
        """Return everything the app has said."""
        return self.desk.ledger

    @property
    def workspace(self) -> Workspace:
        """Return the workspace's state."""
        return self.desk.workspace

    def person(self, name: str) -> Person:
        """Return a driver for somebody, by name or id; KeyError when nobody is called that."""
        for user in self.workspace.users.values():
            if name.lower() in {user.id.lower(), user.name.lower(), user.real_name.lower()}:
                return Person(self, user.id)
        raise KeyError(name)

    def clock_turned(self) -> None:
        """Tell every page the time, after somebody turned the clock that `now` reads."""
        self.workspace.announce("clock", None, None)

    def changes_person(self, name: str, **facts: Any) -> None:
        """Change somebody's profile (`deleted=True`, `tz="Asia/Tokyo"`) and tell the app with `user_change`."""
        user = self.workspace.change_user(self.person(name).user_id, **facts)
        self.call(events.user_changed(self.desk, user.id))

    def sends_event(self, inner: Json) -> Answer:
        """Send the app an event of your own making, such as `{"type": "app_uninstalled"}`."""
        return self.call(events.tell(self.desk, str(inner["type"]), inner))

    def _tell_connections(self) -> None:
        self.workspace.announce("faults", None, None)

    # -- on the current loop --------------------------------------------------------------------------------

    async def start(self) -> None:
        """Listen on loopback; OSError when the port is taken."""
        self._loop = asyncio.get_running_loop()
        self._runner = web.AppRunner(build_app(self.desk, self._api), access_log=None, shutdown_timeout=0.5)
        await self._runner.setup()
        site = web.TCPSite(self._runner, HOST, self._wanted_port)
        await site.start()
        self.port = self._runner.addresses[0][1]
        self.desk.base_url = self.base_url

    async def stop(self) -> None:
        """Hang up on everybody and stop listening."""
        await self.desk.events.stop()
        await self.desk.sockets.stop()
        if self._http:
            await self._http.stop()
        for page in list(self.desk.pages):
            await page.close(code=1001, message=b"the playground is closing")
        if self._runner:
            await self._runner.cleanup()
            self._runner = None

    async def wait_for_app(self, within: float = 10.0) -> None:
        """Wait until an app is connected over Socket Mode; TimeoutError when none comes."""
        async with asyncio.timeout(within):
            while not self.desk.sockets.connections:
                await self.workspace.next_change(within)

    # -- on a thread of its own -----------------------------------------------------------------------------

    def start_in_thread(self) -> Playground:
        """Start on a new event loop in a background thread; return when it listens."""
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="playground", daemon=True)
        self._thread.start()
        try:
            self.call(self.start())
        except BaseException:
            self._end_thread()
            raise
        return self

    def stop_thread(self) -> None:
        """Stop, cancel what still runs on the loop, and end the thread."""
        try:
            self.call(self.stop())
        finally:
            self._end_thread()

    def _end_thread(self) -> None:
        assert self._loop is not None
        assert self._thread is not None
        self.call(_cancel_the_rest())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()

    def call(self, coroutine: Coroutine[Any, Any, T], timeout: float = 60.0) -> T:
        """Run a coroutine on the playground's loop, from another thread, and return its result."""
        assert self._loop is not None, "the playground has not been started"
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result(timeout)

    def __enter__(self) -> Playground:
        return self.start_in_thread()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop_thread()


async def _cancel_the_rest() -> None:
    rest = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    for task in rest:
        task.cancel()
    await asyncio.gather(*rest, return_exceptions=True)
    await asyncio.get_running_loop().shutdown_default_executor()
