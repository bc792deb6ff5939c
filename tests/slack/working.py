"""The assistant at work in this process, and what Slack delivers to it."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from slack_bolt.async_app import AsyncApp, AsyncBoltRequest

from bot.library import Library
from bot.outcome import Kind
from bot.settings.slack import SlackSettings
from bot.slack.assistant import Assistant, Client, assistant
from bot.slack.connection import build_app, come_home
from bot.slack.desk import uncounted
from bot.slack.manners import Manners
from bot.slack.sending.pace import Pace
from bot.slack.sending.tiers import Rate, Tier
from bot.slack.tokens import connected, open_client
from bot.store.limits import USUAL_LIMITS, Limits
from bot.store.store import open_store
from bot.wording.catalogue import words_in
from index.search.language import Language
from tests.slack.deliveries import Body, slack_settings
from tests.slack.fake_slack import FakeSlack

SECONDS = 30.0
USUAL = Manners("/handbook")
_OFTEN = Rate(10_000, 1.0)
FAST = Pace(_OFTEN, _OFTEN, dict.fromkeys(Tier, _OFTEN), attempts=2, backoff_seconds=0.01)
"""A pace at which tests don't wait for each other's messages; that the bot keeps Slack's is tested
where it is sent."""

_Of = TypeVar("_Of")


@dataclass(frozen=True, slots=True)
class Bot:
    """A bot in a loop of its own."""

    slack: FakeSlack
    """The Slack that it works in."""
    app: AsyncApp
    """What takes deliveries."""
    working: Assistant
    """Its parts."""
    runner: asyncio.Runner
    """Its loop."""

    def deliver(self, *bodies: Body) -> list[int]:
        """Deliver one after the other, see them answered, and return how each was acknowledged."""
        return self.runner.run(self._deliver(bodies))

    def begin(self, *bodies: Body) -> None:
        """Deliver one after the other, and wait for nothing."""
        self.runner.run(self._acknowledged(bodies))

    def wait_for(self, method: str, times: int) -> None:
        """Let the bot go on until that many calls of a method have arrived."""
        self.runner.run(self._wait_for(method, times))

    def run(self, work: Coroutine[Any, Any, _Of]) -> _Of:
        """Run something in the bot's loop."""
        return self.runner.run(work)

    async def _wait_for(self, method: str, times: int) -> None:
        async with asyncio.timeout(SECONDS):
            while len(self.slack.sent(method)) < times:  # noqa: ASYNC110 - Slack is a thread
                await asyncio.sleep(0.01)

    async def _deliver(self, bodies: tuple[Body, ...]) -> list[int]:
        acknowledged = await self._acknowledged(bodies)
        await self.working.reception.finish(SECONDS)
        return acknowledged

    async def _acknowledged(self, bodies: tuple[Body, ...]) -> list[int]:
        acknowledged = []
        for body in bodies:
            request = AsyncBoltRequest(mode="socket_mode", body=body)
            acknowledged.append((await self.app.async_dispatch(request)).status)
        if begun := [task for task in asyncio.all_tasks() if _is_bolts(task)]:
            await asyncio.wait(begun, timeout=SECONDS)
        return acknowledged


def deliver(
    slack: FakeSlack, library: Library, *bodies: Body, manners: Manners = USUAL
) -> list[int]:
    """Deliver to a bot that remembers nothing, and return how each was acknowledged."""
    with TemporaryDirectory() as folder, at_work(slack, library, Path(folder), manners) as bot:
        return bot.deliver(*bodies)


def _is_bolts(task: asyncio.Task[Any]) -> bool:
    """Return whether it is a listener that goes on behind its acknowledgement."""
    coroutine = task.get_coro()
    code = getattr(coroutine, "cr_code", None)
    return code is not None and "slack_bolt" in code.co_filename


@contextmanager
def at_work(
    slack: FakeSlack,
    library: Library,
    folder: Path,
    manners: Manners = USUAL,
    count: Callable[[Kind], None] = uncounted,
) -> Iterator[Bot]:
    """Let a bot work in the fake Slack; what it remembers lies in `folder`."""
    with asyncio.Runner() as runner:
        opened = at_work_in(
            slack_settings(slack.api_url), library, in_folder(folder), manners, count
        )
        app, working = runner.run(opened.__aenter__())
        try:
            yield Bot(slack, app, working, runner)
        finally:
            runner.run(opened.__aexit__(None, None, None))


def in_folder(folder: Path) -> str:
    """Return the address of a store in a folder."""
    return f"sqlite:///{folder}/store.db"


@asynccontextmanager
async def at_work_in(
    settings: SlackSettings,
    library: Library,
    store_url: str,
    manners: Manners,
    count: Callable[[Kind], None] = uncounted,
    limits: Limits = USUAL_LIMITS,
) -> AsyncIterator[tuple[AsyncApp, Assistant]]:
    """Let a bot work in whichever Slack the settings name, in this loop."""
    words = words_in(Language.ENGLISH)
    client = open_client(settings)
    async with connected(client), open_store(store_url, limits=limits) as store:
        home = await come_home(client, words)
        app = build_app(settings, home)
        async with assistant(
            app, Client(client, home, FAST), library, store, manners, count
        ) as working:
            yield app, working
