"""The desk: everything that a Web API method, a person's action or the page may touch, in one place."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from bot.playground.app_card import AppCard
from bot.playground.delivery import Delivery, EventSender
from bot.playground.faults import Faults
from bot.playground.ledger import Ledger
from bot.playground.model import File, Json
from bot.playground.socket_mode import SocketMode
from bot.playground.tickets import ResponseUrls, Triggers
from bot.playground.workspace import Workspace

logger = logging.getLogger("bot.playground")

ClockTurn = Callable[[Json], Awaitable[Any]]


@dataclass
class Desk:
    """The parts of one playground. `complaints` collects what Slack would silently have refused."""

    workspace: Workspace
    app: AppCard
    faults: Faults
    ledger: Ledger
    triggers: Triggers
    response_urls: ResponseUrls
    sockets: SocketMode
    delivery: Delivery
    events: EventSender
    base_url: str = ""
    files: dict[str, File] = field(default_factory=dict)
    calls: Counter[str] = field(default_factory=Counter)
    complaints: list[str] = field(default_factory=list)
    refused_blocks: frozenset[str] = frozenset()
    on_clock: ClockTurn | None = None
    tour: list[Json] = field(default_factory=list)
    pages: set[web.WebSocketResponse] = field(default_factory=set)

    def complain(self, what: str) -> None:
        """Note that the app did something Slack would not accept, where Slack gives it no answer."""
        self.complaints.append(what)
        logger.warning("playground: %s", what)
