"""placeholder."""

from aiohttp import web

from bot.playground.desk import Desk


class PageSocket:
    def __init__(self, desk: Desk) -> None: ...
    async def connect(self, request: web.Request) -> web.Response:
        return web.Response()
