"""Setting a channel over Bolt: by those who may, kept, confirmed, and never half."""

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest

from bot.slack.surfaces.channel import open_channel_settings
from bot.slack.surfaces.channel_view import CHAPTERS, ESCALATION, MODE
from bot.slack.surfaces.place import name
from bot.store.channels import USUAL, ChannelSettings, Mode
from bot.store.store import StoreAwayError
from bot.store.who import Where, Who
from index.contents import contents_of
from index.search.index import Index
from tests.slack.deliveries import ASTRID, CHANNEL, DIRECT
from tests.slack.fake_slack import FakeSlack
from tests.slack.surfaces.bench import TEAM, Bench, on_bench, sent, typed
from tests.slack.validator import problems

HERE = Where(TEAM, CHANNEL)
ME = Who(TEAM, ASTRID)


async def opened(bench: Bench, channel: str = CHANNEL) -> dict[str, Any]:
    """Open the window as the slash command does, and return it."""
    await open_channel_settings(bench.desk, "1.2.abc", ME, channel)
    return bench.view("views.open")


def chosen(mode: Mode, *chapters: str, escalation: str | None = None) -> dict[str, Any]:
    """Return the fields as somebody set them."""
    return {
        MODE: {"selected_option": {"value": mode}},
        CHAPTERS: {"selected_options": [{"value": each} for each in chapters]},
        ESCALATION: {"selected_conversation": escalation},
    }


async def kept(bench: Bench, view: dict[str, Any], fields: dict[str, Any]) -> dict[str, Any]:
    """Send the window, and return what it shows then."""
    acknowledged = await bench.deliver(sent(view, **fields))
    assert acknowledged["response_action"] == "update"
    shown: dict[str, Any] = acknowledged["view"]
    assert problems("views.update", {"view_id": "V0OPEN", "view": shown}) == ()
    return shown


def words(view: dict[str, Any]) -> str:
    """Return what a view says."""
    return json.dumps(view, ensure_ascii=False)


def test_what_is_set_is_kept_and_shown_next_time(
    slack: FakeSlack, tmp_path: Path, index: Index
) -> None:
    """An administrator sets mode, chapters and escalation; the window shows them next time."""
    slack.workspace.person(ASTRID, is_admin=True)
    chapter = contents_of(index).chapters[0]

    async def story(bench: Bench) -> None:
        fields = chosen(Mode.QUESTIONS, name(chapter), escalation="C0HELPDESK")
        said = words(await kept(bench, await opened(bench), fields))
        assert "Gemt" in said
        assert chapter.title in said
        settings = await bench.desk.store.channels.find(HERE)
        assert settings == ChannelSettings(Mode.QUESTIONS, (chapter.pattern,), "C0HELPDESK")
        fields = {block["block_id"]: block["element"] for block in (await opened(bench))["blocks"]}
        assert fields[ESCALATION]["initial_conversation"] == "C0HELPDESK"
        assert fields[MODE]["initial_option"]["value"] == Mode.QUESTIONS
        assert [one["value"] for one in fields[CHAPTERS]["initial_options"]] == [name(chapter)]

    on_bench(slack, tmp_path, index, story)


def test_named_people_may_set_it_too(slack: FakeSlack, tmp_path: Path, index: Index) -> None:
    """Who is named in the settings may, without administering the workspace."""

    async def story(bench: Bench) -> None:
        await kept(bench, await opened(bench), chosen(Mode.SILENT))
        assert await bench.desk.store.channels.find(HERE) == ChannelSettings(Mode.SILENT)

    on_bench(slack, tmp_path, index, story, admins=frozenset({ASTRID}))


def test_others_are_refused_and_told_whom_to_ask(
    slack: FakeSlack, tmp_path: Path, index: Index
) -> None:
    """Who may not set a channel is told who can, at opening and also when sending all the same."""

    async def story(bench: Bench) -> None:
        view = await opened(bench)
        assert "Bo" in words(view)
        assert "administratorerne" in words(view)
        assert MODE not in words(view)
        forged = {
            **view,
            "callback_id": "channel-settings",
            "private_metadata": f"{TEAM} {CHANNEL}",
        }
        assert "administratorerne" in words(await kept(bench, forged, chosen(Mode.SILENT)))
        assert await bench.desk.store.channels.find(HERE) == USUAL

    on_bench(slack, tmp_path, index, story, admins=frozenset({"U0BO"}))


def test_a_direct_message_has_no_settings(slack: FakeSlack, tmp_path: Path, index: Index) -> None:
    """Outside of channels there is nothing to set."""
    slack.workspace.person(ASTRID, is_admin=True)

    async def story(bench: Bench) -> None:
        assert "kun indstilles i kanaler" in words(await opened(bench, DIRECT))

    on_bench(slack, tmp_path, index, story)


def test_a_store_that_is_away_loses_nothing(
    slack: FakeSlack, tmp_path: Path, index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While it cannot be kept the window says so, and holds what was chosen."""
    slack.workspace.person(ASTRID, is_admin=True)

    async def away(*_: object) -> None:
        raise StoreAwayError

    async def story(bench: Bench) -> None:
        view = await opened(bench)
        monkeypatch.setattr(type(bench.desk.store.channels), "keep", away)
        shown = await kept(bench, view, chosen(Mode.SILENT, escalation="C0HELPDESK"))
        assert "kan ikke nås" in words(shown)
        assert '"initial_conversation": "C0HELPDESK"' in words(shown)
        monkeypatch.undo()
        assert "Gemt" in words(await kept(bench, shown, chosen(Mode.SILENT)))

    on_bench(slack, tmp_path, index, story)


def test_a_slow_store_is_waited_for_in_the_window(
    slack: FakeSlack, tmp_path: Path, index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Slack is answered in time; what came of it is shown when it is known."""
    slack.workspace.person(ASTRID, is_admin=True)

    async def story(bench: Bench) -> None:
        view = await opened(bench)
        keep = type(bench.desk.store.channels).keep

        async def slow(*given: Any) -> None:  # noqa: ANN401 - passed on
            await asyncio.sleep(1.2)
            await keep(*given)

        monkeypatch.setattr(type(bench.desk.store.channels), "keep", slow)
        assert "Et øjeblik" in words(await kept(bench, view, chosen(Mode.SILENT)))
        assert "Gemt" in words(bench.view("views.update"))

    on_bench(slack, tmp_path, index, story)


def test_while_nothing_is_read_mode_can_be_set(slack: FakeSlack, tmp_path: Path) -> None:
    """Before there is a handbook the mode can be set, and the chapters later."""
    slack.workspace.person(ASTRID, is_admin=True)

    async def story(bench: Bench) -> None:
        fields = chosen(Mode.QUESTIONS)
        del fields[CHAPTERS]
        view = await opened(bench)
        assert "så snart jeg har læst" in words(view)
        await kept(bench, view, fields)
        assert (await bench.desk.store.channels.find(HERE)).mode is Mode.QUESTIONS

    on_bench(slack, tmp_path, None, story)


def test_chapters_are_completed(slack: FakeSlack, tmp_path: Path, index: Index) -> None:
    """A handbook of more chapters than a menu takes completes their names."""
    chapter = contents_of(index).chapters[0]

    async def story(bench: Bench) -> None:
        typing = typed(CHAPTERS, chapter.title[:4].upper())
        found = (await bench.deliver(typing))["options"]
        assert name(chapter) in [option["value"] for option in found]
        assert (await bench.deliver(typed(CHAPTERS, "zzzz")))["options"] == []

    on_bench(slack, tmp_path, index, story)
