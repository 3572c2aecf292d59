"""Which address is served by what."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path

from aiohttp import web

from bot.playground.api.files import receive_upload
from bot.playground.api.serve import WebApi
from bot.playground.control import Control
from bot.playground.desk import Desk
from bot.playground.page_socket import PageSocket
from bot.playground.responses import receive_response

PAGE = Path(__file__).parent / "page"
MOST = 64 * 1024 * 1024  # bytes of one request; files are the largest

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def build_app(desk: Desk, api: WebApi) -> web.Application:
    """Return the web application of a playground."""
    app = web.Application(client_max_size=MOST, middlewares=[only_our_own_page])
    control, page = Control(desk), PageSocket(desk)
    app.router.add_route("*", "/api/{method}", api.serve)
    app.router.add_get("/link/", desk.sockets.connect)
    app.router.add_post("/response/{ticket}", partial(receive_response, desk))
    app.router.add_post("/upload/{file_id}", partial(receive_upload, desk))
    app.router.add_get("/files/{file_id}/{name}", partial(send_file, desk))
    app.router.add_get("/playground/ws", page.connect)
    app.router.add_get("/playground/ledger", control.ledger)
    app.router.add_get("/playground/faults", control.faults)
    app.router.add_post("/playground/faults", control.set_faults)
    app.router.add_get("/playground/health", control.health)
    app.router.add_get("/", front_page)
    if PAGE.is_dir():
        app.router.add_static("/page/", PAGE)
    return app


@web.middleware
async def only_our_own_page(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse other web pages that a browser on this machine may have open, and other names for this host."""
    origin = request.headers.get("Origin")
    if request.url.host not in {"127.0.0.1", "localhost"}:
        return web.Response(status=403, text="the playground is for this machine only")
    if origin is not None and origin != f"http://{request.host}":
        return web.Response(status=403, text="not from this page")
    return await handler(request)


async def front_page(_request: web.Request) -> web.StreamResponse:
    """Serve the page, never from a cache."""
    index = PAGE / "index.html"
    if not index.is_file():
        return web.Response(status=404, text="the playground's page is not installed")
    return web.FileResponse(index, headers={"Cache-Control": "no-store"})


async def send_file(desk: Desk, request: web.Request) -> web.Response:
    """Serve an uploaded file; pictures are shown, everything else is downloaded."""
    file = desk.files.get(request.match_info["file_id"])
    if file is None or file.content is None:
        return web.Response(status=404, text="no such file")
    shown = file.mimetype in {"image/png", "image/jpeg", "image/gif", "image/webp"}
    headers = {"X-Content-Type-Options": "nosniff"}
    if not shown:
        headers["Content-Disposition"] = "attachment"
    return web.Response(body=file.content, content_type=file.mimetype, headers=headers)
