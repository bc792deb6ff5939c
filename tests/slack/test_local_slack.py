"""The real bot in a Slack on this computer: people ask, and read the answer in its place."""

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import unquote, urlsplit

import pytest
from pydantic import SecretStr
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler

from bot.settings.slack import SlackSettings
from bot.slack.local.workspace import COLLEAGUE, DIRECT_MESSAGES, KITCHEN, NEWCOMER, QUESTIONS
from bot.slack.manners import Manners
from index.handbook import Choices, read_handbook
from index.search.build import build_index
from tests.handbooks import CONTENT
from tests.peers.local_slack import Json, LocalSlack, local_slack
from tests.peers.trying import need_local_slack
from tests.slack.library import Shelf, shelf_of
from tests.slack.validator import problems
from tests.slack.working import at_work_in, in_folder

SITE = "https://handbook.example"
QUESTION = "hvem godkender fakturaer?"
MANNERS = Manners("/handbook", agent=False, tables=False)
"""The local Slack has no agent view, and draws no tables."""
HEADING = "Hvem godkender fakturaer?"
LINK = re.compile(r"<(https://handbook\.example/[^|>]+)\|")


@pytest.fixture(scope="module")
def local_program() -> None:
    """The local Slack is installed, or the test is left out with the reason."""
    need_local_slack()


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    """A library with the example handbook, as if it were published."""
    return shelf_of(build_index(read_handbook(str(CONTENT), Choices(site=SITE)).passages))


pytestmark = pytest.mark.usefixtures("local_program", "slack_types")


@asynccontextmanager
async def bot(shelf: Shelf, sockets: int = 1) -> AsyncIterator[LocalSlack]:
    """Run the bot in a fresh workspace, and hold all that it posted to Slack's rules."""
    async with local_slack() as slack:
        settings = SlackSettings.model_construct(
            bot_token=SecretStr(slack.bot_token),
            app_token=SecretStr(slack.app_token),
            signing_secret=SecretStr(""),
            api_url=slack.api_url,
        )
        with TemporaryDirectory() as folder:
            async with at_work_in(settings, shelf, in_folder(Path(folder)), MANNERS) as (app, _):
                handlers = [AsyncSocketModeHandler(app, slack.app_token) for _ in range(sockets)]
                for handler in handlers:
                    await handler.connect_async()  # type: ignore[no-untyped-call] # Bolt has none
                try:
                    await slack.connected(sockets)
                    yield slack
                finally:
                    for handler in handlers:
                        await handler.close_async()  # type: ignore[no-untyped-call] # Bolt has none
        posted = await slack.sent("chat.postMessage")
        assert [problems("chat.postMessage", without_team(payload)) for payload in posted] == [
            ()
        ] * len(posted)


def without_team(payload: Json) -> Json:
    """Return a payload without what Bolt adds to it."""
    return {name: value for name, value in payload.items() if name != "team_id"}


def in_workspace(
    shelf: Shelf, story: Callable[[LocalSlack], Awaitable[None]], sockets: int = 1
) -> None:
    """Let a story happen in a fresh workspace."""

    async def happen() -> None:
        async with bot(shelf, sockets) as slack:
            await story(slack)

    asyncio.run(happen())


async def answers(slack: LocalSlack, channel: str, count: int = 1) -> list[Json]:
    """Wait for as many answers in a channel, and return them."""

    async def arrived() -> list[Json]:
        replies = await slack.replies(channel)
        return replies if len(replies) >= count else []

    return await slack.wait_for(arrived)


def link_of(answer: Json) -> str:
    """Return the address of the answer's section."""
    found = LINK.search(str(answer["blocks"]))
    assert found
    return found[1]


def test_mention_is_answered_in_its_thread_with_the_section(shelf: Shelf) -> None:
    """A mention gets the right section in its thread, linked to the right heading of the site."""

    async def story(slack: LocalSlack) -> None:
        ts = await slack.mention(NEWCOMER, QUESTIONS, QUESTION)
        (answer,) = await answers(slack, QUESTIONS)
        assert answer["thread_ts"] == ts
        assert HEADING in answer["text"]
        parts = urlsplit(link_of(answer))
        assert parts.path == "/docs/processes/invoice_approvers.html"
        assert unquote(parts.fragment) == "hvem-godkender-fakturaer"

    in_workspace(shelf, story)


def test_mention_within_a_thread(shelf: Shelf) -> None:
    """A mention in a thread that others began is answered in that thread."""

    async def story(slack: LocalSlack) -> None:
        first = await slack.say(COLLEAGUE, QUESTIONS, "Nogen, der ved noget om fakturaer?")
        await slack.mention(NEWCOMER, QUESTIONS, QUESTION, thread_ts=first)
        (answer,) = await answers(slack, QUESTIONS)
        assert answer["thread_ts"] == first

    in_workspace(shelf, story)


def test_direct_message(shelf: Shelf) -> None:
    """A direct message is answered there, and seen by nobody else."""

    async def story(slack: LocalSlack) -> None:
        await slack.dm(NEWCOMER, QUESTION)
        (answer,) = await answers(slack, DIRECT_MESSAGES[NEWCOMER])
        assert HEADING in answer["text"]
        assert "thread_ts" not in answer
        assert await slack.replies(DIRECT_MESSAGES[COLLEAGUE]) == []

    in_workspace(shelf, story)


def test_command_is_answered_to_the_asker(shelf: Shelf) -> None:
    """A slash command is answered to the asker alone, also where the bot is no member."""

    async def story(slack: LocalSlack) -> None:
        for channel in (QUESTIONS, KITCHEN):
            await slack.command(COLLEAGUE, channel, "/handbook", QUESTION)
            (answer,) = await answers(slack, channel)
            assert (answer["subtype"], answer["ephemeral_to"]) == ("ephemeral", COLLEAGUE)
            assert HEADING in answer["text"]
            shown = {"text": answer["text"], "blocks": answer["blocks"]}
            assert problems("response_url", {**shown, "response_type": "ephemeral"}) == ()

    in_workspace(shelf, story)


def test_event_that_comes_twice_is_answered_once(shelf: Shelf) -> None:
    """Over two connections each event comes twice, and is answered once."""

    async def story(slack: LocalSlack) -> None:
        await slack.mention(NEWCOMER, QUESTIONS, QUESTION)
        await slack.mention(NEWCOMER, QUESTIONS, "hvordan melder jeg mig syg?")
        both = await answers(slack, QUESTIONS, 2)
        await slack.dm(NEWCOMER, QUESTION)
        await answers(slack, DIRECT_MESSAGES[NEWCOMER])
        assert len(both) == len(await slack.replies(QUESTIONS)) == 2

    in_workspace(shelf, story, sockets=2)


def test_nothing_found_and_nothing_asked(shelf: Shelf) -> None:
    """Where nothing is found the person is told whom to ask; without words there is help."""

    async def story(slack: LocalSlack) -> None:
        await slack.mention(NEWCOMER, QUESTIONS, "kvantemekanik xylofon zebra")
        (answer,) = await answers(slack, QUESTIONS)
        assert "Jeg finder ikke noget om det i håndbogen." in answer["text"]
        assert "kontakt" in answer["text"].lower()
        await slack.mention(NEWCOMER, QUESTIONS, "")
        _, told = await answers(slack, QUESTIONS, 2)
        assert "/handbook" in told["text"]

    in_workspace(shelf, story)


def test_talk_among_people_is_left_alone(shelf: Shelf) -> None:
    """What people say to each other, and what they edit, is not answered."""

    async def story(slack: LocalSlack) -> None:
        ts = await slack.say(NEWCOMER, QUESTIONS, QUESTION)
        await slack.edit(NEWCOMER, QUESTIONS, ts, "hvem godkender en faktura?")
        await slack.mention(NEWCOMER, QUESTIONS, QUESTION)
        assert len(await answers(slack, QUESTIONS)) == 1

    in_workspace(shelf, story)
