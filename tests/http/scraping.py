"""Reading metrics where they are made, without a port."""

import httpx

from bot.http.asgi import Asgi


async def scraped(application: Asgi) -> str:
    """Return what the application answers at its root."""
    transport = httpx.ASGITransport(app=application)
    async with httpx.AsyncClient(transport=transport, base_url="http://bot.example") as client:
        return (await client.get("/")).text
