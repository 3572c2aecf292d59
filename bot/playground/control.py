"""Ledger and faults over HTTP, for tests that run in other processes."""

from __future__ import annotations

import asyncio

from aiohttp import web

from bot.playground.desk import Desk
from bot.playground.faults import fault_arguments
from bot.playground.model import Json


def faults_json(desk: Desk) -> Json:
    """Return the faults with the number of connections and of ledger rows beside them."""
    counts = {"connections": len(desk.sockets.connections), "posted": len(desk.ledger.rows)}
    return desk.faults.as_json() | counts


async def set_fault(desk: Desk, asked: Json) -> None:
    """Switch one fault on; disconnects happen at once. ValueError for a fault that does not exist."""
    if asked.get("kind") == "disconnect":
        desk.sockets.cut()
    elif asked.get("kind") == "refresh":
        await desk.sockets.refresh()
    else:
        arguments = fault_arguments(asked)
        desk.faults.add(arguments.pop("kind", ""), **arguments)


async def change_faults(desk: Desk, asked: Json) -> None:
    """Do what a page or another process asks of the faults, and tell every page."""
    if asked.get("clear"):
        desk.faults.clear()
    if asked.get("disconnect"):
        desk.sockets.cut()
    for each in [*(asked.get("faults") or []), *([asked["fault"]] if asked.get("fault") else [])]:
        await set_fault(desk, each)
    await asyncio.sleep(0)
    desk.workspace.announce("faults", None, None)


class Control:
    """The addresses under /playground/ for other processes."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def ledger(self, request: web.Request) -> web.Response:
        """Return the ledger's rows, with `since` only the later ones."""
        since = int(request.query.get("since", "0"))
        return web.json_response({"posts": self.desk.ledger.since(since)})

    async def faults(self, _request: web.Request) -> web.Response:
        """Return the faults."""
        return web.json_response(faults_json(self.desk))

    async def set_faults(self, request: web.Request) -> web.Response:
        """Change the faults; 400 with a sentence when asked for something that does not exist."""
        try:
            await change_faults(self.desk, await request.json())
        except (ValueError, TypeError) as error:
            return web.json_response({"error": str(error)}, status=400)
        return web.json_response(faults_json(self.desk))

    async def health(self, _request: web.Request) -> web.Response:
        """Say that the playground is up."""
        return web.json_response({"ok": True})
