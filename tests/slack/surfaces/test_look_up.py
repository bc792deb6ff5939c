"""Looking up a message over Bolt: seen by oneself, then shared in the message's thread."""

from pathlib import Path
from typing import Any

import pytest

from bot.slack.surfaces.look_up_view import SHARE, SHORTCUT
from bot.store.channels import ChannelSettings, Mode
from bot.store.who import Where, Who
from index.search.index import Index
from tests.slack.deliveries import ASTRID, CHANNEL, THREAD, TS
from tests.slack.fake_slack import FakeSlack
from tests.slack.faults import refuses
from tests.slack.surfaces.bench import TEAM, Bench, on_bench, press, shortcut

QUESTION = "Ved nogen, hvem der godkender fakturaer?"
HEADING = "Hvem godkender fakturaer?"


def looking_up(text: str, **fields: object) -> dict[str, Any]:
    """Return the press of the shortcut of a message that Bo wrote."""
    message = {"type": "message", "user": "U0BO", "ts": TS, "text": text, **fields}
    return {
        **shortcut(SHORTCUT),
        "type": "message_action",
        "channel": {"id": CHANNEL, "name": "hr"},
        "message": message,
        "message_ts": TS,
        "response_url": "https://hooks.example/1",
    }


def opened(bench: Bench) -> dict[str, Any]:
    """Return the window as it stands open."""
    return {**bench.view("views.open"), "id": "V0OPEN"}


@pytest.mark.parametrize(("fields", "thread"), [({}, TS), ({"thread_ts": THREAD}, THREAD)])
def test_answer_is_seen_first_and_then_shared(
    slack: FakeSlack, tmp_path: Path, index: Index, fields: dict[str, str], thread: str
) -> None:
    """The answer opens for who looked; shared, it stands in the thread of the message."""

    async def story(bench: Bench) -> None:
        await bench.deliver(looking_up(QUESTION, **fields))
        assert HEADING in str(opened(bench))
        assert slack.sent("chat.postMessage") == []
        await bench.deliver(press(opened(bench), SHARE))
        posted = bench.last("chat.postMessage")
        assert (posted["channel"], posted["thread_ts"]) == (CHANNEL, thread)
        assert HEADING in posted["text"]
        shown = str(bench.view("views.update"))
        assert "Delt i tråden" in shown
        assert SHARE not in shown

    on_bench(slack, tmp_path, index, story)


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("not_in_channel", "Invitér mig"),
        ("channel_not_found", "ikke skrive i den kanal"),
        ("is_archived", "ikke skrive i den kanal"),
        ("account_inactive", "intet er delt"),
    ],
)
def test_what_cannot_be_shared_is_said(
    slack: FakeSlack, tmp_path: Path, index: Index, word: str, said: str
) -> None:
    """Where the bot may not write, who shares is told why, and what to do."""
    slack.answer("chat.postMessage", *[refuses(word)] * 3)

    async def story(bench: Bench) -> None:
        await bench.deliver(looking_up(QUESTION))
        await bench.deliver(press(opened(bench), SHARE))
        assert said in str(bench.view("views.update"))

    on_bench(slack, tmp_path, index, story)


def test_in_a_silent_channel_nothing_is_shared(
    slack: FakeSlack, tmp_path: Path, index: Index
) -> None:
    """Where the bot is to say nothing in sight of all, sharing is not offered."""

    async def story(bench: Bench) -> None:
        silent = ChannelSettings(Mode.SILENT)
        await bench.desk.store.channels.keep(Where(TEAM, CHANNEL), silent, Who(TEAM, ASTRID))
        await bench.deliver(looking_up(QUESTION))
        assert HEADING in str(opened(bench))
        assert SHARE not in str(opened(bench))

    on_bench(slack, tmp_path, index, story)


@pytest.mark.parametrize("text", ["", "?", ":eyes:", "<@U0BO>"])
def test_a_message_without_words(slack: FakeSlack, tmp_path: Path, index: Index, text: str) -> None:
    """A message that says nothing cannot be looked up, and that is said."""

    async def story(bench: Bench) -> None:
        await bench.deliver(looking_up(text))
        assert "ingen ord" in str(opened(bench))

    on_bench(slack, tmp_path, index, story)


def test_nothing_found_is_not_shared(slack: FakeSlack, tmp_path: Path, index: Index) -> None:
    """That the handbook has nothing is said to who looked, and offered to nobody else."""

    async def story(bench: Bench) -> None:
        await bench.deliver(looking_up("kvantemekanik xylofon zebra"))
        assert "Jeg finder ikke noget" in str(opened(bench))
        assert SHARE not in str(opened(bench))

    on_bench(slack, tmp_path, index, story)


def test_a_long_message_is_shared_as_it_was_seen(
    slack: FakeSlack, tmp_path: Path, index: Index
) -> None:
    """However long a message is, what is shared is what was seen."""

    async def story(bench: Bench) -> None:
        await bench.deliver(looking_up("æ<&> " * 1_000 + QUESTION))
        await bench.deliver(looking_up(QUESTION + " æ<&>" * 1_000))
        assert HEADING in str(opened(bench))
        await bench.deliver(press(opened(bench), SHARE))
        assert HEADING in bench.last("chat.postMessage")["text"]

    on_bench(slack, tmp_path, index, story)


def test_pressed_twice_it_is_shared_once(slack: FakeSlack, tmp_path: Path, index: Index) -> None:
    """An impatient second press shares nothing a second time."""

    async def story(bench: Bench) -> None:
        await bench.deliver(looking_up(QUESTION))
        view = opened(bench)
        await bench.deliver(press(view, SHARE))
        await bench.deliver(press(view, SHARE))
        assert len(slack.sent("chat.postMessage")) == 1

    on_bench(slack, tmp_path, index, story)
