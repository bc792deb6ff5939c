"""A pasted handbook link unfolds into its section, for those who may see it, and no other link."""

from pathlib import Path

import pytest

from bot.store.channels import ChannelSettings, Mode
from bot.store.who import Where, Who
from index.contents import contents_of
from index.handbook import Choices, read_handbook
from index.search.build import build_index
from index.search.index import Index
from tests.handbooks import CONTENT
from tests.slack.deliveries import ASTRID, BOT, CHANNEL, TS, Body, delivery
from tests.slack.fake_slack import FakeSlack
from tests.slack.surfaces.bench import TEAM, Bench, on_bench

SITE = "https://handbook.example"
HEADING = "Hvem godkender fakturaer?"
ELSEWHERE = "https://handbook.example/no/such/page.html"


@pytest.fixture(scope="module")
def online() -> Index:
    """The example handbook with the address of its site."""
    return build_index(read_handbook(str(CONTENT), Choices(site=SITE)).passages)


@pytest.fixture(scope="module")
def link(online: Index) -> str:
    """The address of a section."""
    entries = (entry for page in contents_of(online).pages for entry in page.sections)
    return next(entry.url for entry in entries if entry.heading == HEADING and entry.url)


def pasting(*links: str, **fields: object) -> Body:
    """Return what is delivered when somebody posts links."""
    event = {
        "type": "link_shared",
        "channel": CHANNEL,
        "is_bot_user_member": True,
        "user": ASTRID,
        "message_ts": TS,
        "unfurl_id": "U1",
        "source": "conversations_history",
        "event_ts": TS,
        "links": [{"url": url, "domain": "handbook.example"} for url in links],
    }
    return delivery(event | fields)


def unfurled(slack: FakeSlack) -> list[object]:
    """Return the addresses that were unfolded."""
    return [url for call in slack.sent("chat.unfurl") for url in dict(call["unfurls"])]  # type: ignore[call-overload]


def test_a_link_unfolds(slack: FakeSlack, tmp_path: Path, online: Index, link: str) -> None:
    """The link to a section shows its heading; the one that leads nowhere is left alone."""

    async def story(bench: Bench) -> None:
        await bench.deliver(pasting(link, ELSEWHERE))
        call = bench.last("chat.unfurl")
        assert (call["unfurl_id"], call["source"]) == ("U1", "conversations_history")
        assert list(call["unfurls"]) == [link]
        assert HEADING in str(call["unfurls"][link]["blocks"])

    on_bench(slack, tmp_path, online, story)


def test_the_message_is_named_as_slack_does(
    slack: FakeSlack, tmp_path: Path, online: Index, link: str
) -> None:
    """Without an unfurl_id the message is named by channel and time."""

    async def story(bench: Bench) -> None:
        await bench.deliver(pasting(link, unfurl_id="", source=""))
        call = bench.last("chat.unfurl")
        assert (call["channel"], call["ts"]) == (CHANNEL, TS)

    on_bench(slack, tmp_path, online, story)


@pytest.mark.parametrize(
    "fields",
    [
        {"user": BOT},
        {"bot_id": "B0BOT"},
        {"source": "composer", "channel": "COMPOSER", "message_ts": "6f3d"},
        {"links": [{"url": ELSEWHERE, "domain": "handbook.example"}]},
        {"links": None},
        {"links": [{}, "x"]},
    ],
    ids=["ours", "a bot's", "not posted yet", "no page", "no links", "odd links"],
)
def test_left_alone(
    slack: FakeSlack, tmp_path: Path, online: Index, link: str, fields: dict[str, object]
) -> None:
    """Links of the bot's own, of what is not posted yet, and to no page are left alone."""

    async def story(bench: Bench) -> None:
        await bench.deliver(pasting(link, **fields))
        assert unfurled(slack) == []

    on_bench(slack, tmp_path, online, story)


def test_a_silent_channel_stays_silent(
    slack: FakeSlack, tmp_path: Path, online: Index, link: str
) -> None:
    """Where the bot is to say nothing in sight of all, nothing unfolds."""

    async def story(bench: Bench) -> None:
        silent = ChannelSettings(Mode.SILENT)
        await bench.desk.store.channels.keep(Where(TEAM, CHANNEL), silent, Who(TEAM, ASTRID))
        await bench.deliver(pasting(link))
        assert unfurled(slack) == []

    on_bench(slack, tmp_path, online, story)


def test_strangers_read_along_what_is_public(
    slack: FakeSlack, tmp_path: Path, online: Index, link: str
) -> None:
    """In a channel that is shared with another organisation only public pages unfold."""

    async def hidden(bench: Bench) -> None:
        await bench.deliver({**pasting(link), "is_ext_shared_channel": True})
        assert unfurled(slack) == []

    async def shown(bench: Bench) -> None:
        await bench.deliver({**pasting(link), "is_ext_shared_channel": True})
        assert unfurled(slack) == [link]

    on_bench(slack, tmp_path, online, hidden)
    on_bench(slack, tmp_path, online, shown, public=("*",))


def test_a_strangers_link_unfolds_to_nothing(
    slack: FakeSlack, tmp_path: Path, online: Index, link: str
) -> None:
    """Who would not be answered is not shown a section by a link either."""
    slack.workspace.person(ASTRID, team_id="T0OTHER", is_stranger=True)

    async def story(bench: Bench) -> None:
        await bench.deliver(pasting(link))
        assert unfurled(slack) == []

    on_bench(slack, tmp_path, online, story)


def test_before_there_is_a_handbook(slack: FakeSlack, tmp_path: Path, link: str) -> None:
    """While the handbook is being read a link is left as it is."""

    async def story(bench: Bench) -> None:
        await bench.deliver(pasting(link))
        assert unfurled(slack) == []

    on_bench(slack, tmp_path, None, story)
