"""App Home over Bolt: published at each opening, browsed, searched, in one's own language."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from bot.slack.surfaces.browsing import BACK, BROWSE, SECTION
from bot.slack.surfaces.home import choose_language, publish
from bot.slack.surfaces.home_view import AS_IN_SLACK, LANGUAGE, SEARCH
from bot.slack.surfaces.opening import Opener
from index.contents import Contents, contents_of
from index.refresh.edition import Publication
from index.search.index import Index
from index.search.language import Language
from tests.slack.deliveries import ASTRID, DIRECT, Body, delivery
from tests.slack.fake_slack import FakeSlack
from tests.slack.faults import refuses
from tests.slack.library import Shelf
from tests.slack.surfaces.bench import Bench, choose, controls, on_bench, press


def opening(tab: str = "home", **fields: object) -> Body:
    """Return what is delivered when somebody opens a tab of the app."""
    event = {"type": "app_home_opened", "user": ASTRID, "channel": DIRECT, "tab": tab, **fields}
    return delivery(event)


def test_opening_publishes_the_chapters(slack: FakeSlack, tmp_path: Path, index: Index) -> None:
    """Who opens Home sees the handbook's chapters in their Slack's language, each time anew."""

    async def story(bench: Bench) -> None:
        await bench.deliver(opening())
        home = bench.view("views.publish")
        assert bench.last("views.publish")["user_id"] == ASTRID
        contents = await bench.desk.library.contents()
        shown = str(home)
        assert all(chapter.title in shown for chapter in contents.chapters[:20])
        assert "Kapitler" in shown
        assert "Håndbogen er pr. " in shown
        await bench.deliver(opening(view=home))
        assert len(slack.sent("views.publish")) == 2

    on_bench(slack, tmp_path, index, story)


def test_browsing_down_and_back(slack: FakeSlack, tmp_path: Path, index: Index) -> None:
    """From the chapters one comes to a section, which opens over Home, and back again."""

    async def story(bench: Bench) -> None:
        await bench.deliver(opening())
        top = bench.view("views.publish")
        home = top
        while not press_exists(home, SECTION):
            await bench.deliver(press(home, BROWSE, 1))
            home = bench.view("views.publish")
        await bench.deliver(press(home, SECTION))
        assert bench.view("views.open")["type"] == "modal"
        while press_exists(home, BACK):
            await bench.deliver(press(home, BACK))
            home = bench.view("views.publish")
        assert home == top

    on_bench(slack, tmp_path, index, story)


def press_exists(view: dict[str, object], action: str) -> bool:
    """Return whether a view has a control of an action."""
    return f"'action_id': '{action}'" in str(view)


class HeldUp(Shelf):
    """Gives the contents to who asks first only once somebody says so."""

    def __init__(self, publication: Publication | None) -> None:
        super().__init__(publication)
        self.asked, self.free = asyncio.Event(), asyncio.Event()

    async def contents(self) -> Contents:
        """Return them, the first time late."""
        first = not self.asked.is_set()
        self.asked.set()
        if first:
            await self.free.wait()
        return await super().contents()


def test_newest_home_is_shown_last(slack: FakeSlack, tmp_path: Path, index: Index) -> None:
    """A choice is seen, also where Home was being opened slowly at that moment."""

    async def story(bench: Bench) -> None:
        shelf = HeldUp(bench.desk.library.publication)
        desk, who = replace(bench.desk, library=shelf), Opener(ASTRID, "T0")
        opened = asyncio.ensure_future(publish(desk, who))
        await shelf.asked.wait()
        await choose_language(desk, who, Language.ENGLISH)
        chosen = asyncio.ensure_future(publish(desk, who))
        await asyncio.wait({chosen}, timeout=0.2)
        shelf.free.set()
        await asyncio.gather(opened, chosen)
        assert "Chapters" in str(bench.view("views.publish"))

    on_bench(slack, tmp_path, index, story)


def test_language_is_kept_and_followed(slack: FakeSlack, tmp_path: Path, index: Index) -> None:
    """The language that one chooses is there at once, also after the next opening."""

    async def story(bench: Bench) -> None:
        await bench.deliver(opening())
        await bench.deliver(choose(bench.view("views.publish"), LANGUAGE, "en"))
        assert "Chapters" in str(bench.view("views.publish"))
        await bench.deliver(opening())
        assert "Chapters" in str(bench.view("views.publish"))
        await bench.deliver(choose(bench.view("views.publish"), LANGUAGE, AS_IN_SLACK))
        assert "Kapitler" in str(bench.view("views.publish"))

    on_bench(slack, tmp_path, index, story)


def test_search_opens(slack: FakeSlack, tmp_path: Path, index: Index) -> None:
    """The button in Home opens the search."""

    async def story(bench: Bench) -> None:
        await bench.deliver(opening())
        await bench.deliver(press(bench.view("views.publish"), SEARCH))
        assert bench.view("views.open")["title"]["text"] == "Søg i håndbogen"

    on_bench(slack, tmp_path, index, story)


def test_while_the_handbook_is_read(slack: FakeSlack, tmp_path: Path) -> None:
    """Home says that the handbook is being read, and nobody is suggested a question."""

    async def story(bench: Bench) -> None:
        await bench.deliver(opening())
        assert "ved at læse håndbogen" in str(bench.view("views.publish"))
        await bench.deliver(opening("messages"))
        assert slack.sent("assistant.threads.setSuggestedPrompts") == []

    on_bench(slack, tmp_path, None, story)


def test_guests_see_what_is_public(slack: FakeSlack, tmp_path: Path, index: Index) -> None:
    """A guest sees the public chapters, and without any a polite refusal."""
    slack.workspace.person(ASTRID, is_restricted=True)
    first = contents_of(index).chapters[-1]

    async def refused(bench: Bench) -> None:
        await bench.deliver(opening())
        assert not press_exists(bench.view("views.publish"), BROWSE)

    async def public(bench: Bench) -> None:
        await bench.deliver(opening())
        leading = [
            one["accessibility_label"] for one in controls(bench.view("views.publish"), BROWSE)
        ]
        assert leading == [f"Åbn {first.title}"]

    on_bench(slack, tmp_path, index, refused)
    on_bench(slack, tmp_path, index, public, public=(first.pattern,))


def test_a_fault_is_said_with_its_reference(
    slack: FakeSlack, tmp_path: Path, index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What goes wrong on our side is a sentence with a reference, and Home stays usable."""

    async def broken(_: Shelf) -> None:
        raise RuntimeError

    async def story(bench: Bench) -> None:
        monkeypatch.setattr(Shelf, "contents", broken)
        await bench.deliver(opening())
        shown = str(bench.view("views.publish"))
        assert "giv referencen" in shown
        assert press_exists(bench.view("views.publish"), LANGUAGE)

    on_bench(slack, tmp_path, index, story)


def test_slack_that_refuses_a_view_is_not_asked_for_ever(
    slack: FakeSlack, tmp_path: Path, index: Index
) -> None:
    """Where Slack does not take Home, the next opening tries again."""
    slack.answer("views.publish", refuses("invalid_arguments"))

    async def story(bench: Bench) -> None:
        await bench.deliver(opening())
        await bench.deliver(opening())
        assert len(slack.sent("views.publish")) == 2

    on_bench(slack, tmp_path, index, story)
