"""The handbook as a small site on this computer, so that every deep link of a try-out opens."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from typing import Final

from aiohttp import web

Pages = Mapping[str, str]
"""Path on the site to HTML."""

LOOPBACK: Final = "127.0.0.1"

POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; img-src https:"
"""A handbook's page may show, never run, anything."""


@asynccontextmanager
async def running_preview(newest: Callable[[], Awaitable[Pages]]) -> AsyncIterator[str]:
    """Serve the newest pages on the loopback, give their site's address, and stop at the end."""

    async def show(request: web.Request) -> web.Response:
        path, pages = request.path, await newest()
        # As GitHub Pages does: a page answers without its .html too.
        html = pages.get(path) or pages.get(path + ".html") or pages.get(path + "/")
        if html is None:
            raise web.HTTPNotFound
        headers = {"Content-Security-Policy": POLICY}
        return web.Response(text=html, content_type="text/html", headers=headers)

    app = web.Application()
    app.router.add_get("/{path:.*}", show)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        site = web.TCPSite(runner, LOOPBACK, 0)
        await site.start()
        yield f"http://{LOOPBACK}:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()
