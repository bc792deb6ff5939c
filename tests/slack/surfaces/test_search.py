"""The search window over Bolt: opened, completed, chosen from, and asked in one's own words."""

import json
from pathlib import Path

import pytest

from bot.slack.surfaces.search_view import ASK, FIND, SHORTCUT
from index.contents import contents_of, section_with
from index.search.index import Index
from tests.slack.deliveries import ASTRID
from tests.slack.fake_slack import FakeSlack
from tests.slack.faults import is_slow, refuses
from tests.slack.surfaces.bench import Bench, choose, on_bench, sent, shortcut, typed
from tests.slack.validator import problems

HEADING = "Hvem godkender fakturaer?"


def updated(acknowledged: dict[str, object]) -> dict[str, object]:
    """Return the view that a sent window was answered with, held to Slack's rules."""
    assert acknowledged["response_action"] == "update"
    view = acknowledged["view"]
    assert isinstance(view, dict)
    assert problems("views.update", {"view_id": "V0OPEN", "view": view}) == ()
    return view


def test_shortcut_opens_a_window(slack: FakeSlack, tmp_path: Path, index: Index) -> None:
    """The shortcut opens the search, in the person's language."""

    async def story(bench: Bench) -> None:
        await bench.deliver(shortcut(SHORTCUT))
        assert bench.last("views.open")["trigger_id"] == "1.2.abc"
        assert bench.view("views.open")["submit"]["text"] == "Spørg"

    on_bench(slack, tmp_path, index, story)


def test_a_window_that_slack_does_not_open_is_excused(
    slack: FakeSlack, tmp_path: Path, index: Index
) -> None:
    """Where the time to open it has run out, the person is told in a direct message."""
    slack.answer("views.open", refuses("expired_trigger_id"))

    async def story(bench: Bench) -> None:
        await bench.deliver(shortcut(SHORTCUT))
        told = bench.last("chat.postMessage")
        assert told["channel"] == ASTRID
        assert "Prøv igen" in told["text"]

    on_bench(slack, tmp_path, index, story)


def test_a_slow_slack_still_gets_its_window_in_time(
    slack: FakeSlack, tmp_path: Path, index: Index
) -> None:
    """The window opens before its time runs out, and is filled when who looks is known."""
    slack.answer("users.info", is_slow(1.3))

    async def story(bench: Bench) -> None:
        await bench.deliver(shortcut(SHORTCUT))
        assert "Et øjeblik" in str(bench.view("views.open"))
        assert bench.view("views.update")["submit"]["text"] == "Spørg"

    on_bench(slack, tmp_path, index, story)


def test_what_is_typed_is_completed(slack: FakeSlack, tmp_path: Path, index: Index) -> None:
    """Of the first letters of a heading Slack is given the sections, each told from others."""

    async def story(bench: Bench) -> None:
        options = (await bench.deliver(typed(FIND, "hvem godk")))["options"]
        texts = [option["text"]["text"] for option in options]
        assert any(text.startswith(HEADING) for text in texts)
        assert len(set(texts)) == len(texts)
        assert all(len(text) <= 75 for text in texts)
        assert all(section_with(option["value"], index) for option in options)

    on_bench(slack, tmp_path, index, story)


@pytest.mark.parametrize("query", ["", " ", "æ", "zzzzqqqq", "<!channel>", "x" * 3_000])
def test_anything_may_be_typed(slack: FakeSlack, tmp_path: Path, index: Index, query: str) -> None:
    """Whatever is typed, Slack gets a list that it takes; it may be empty."""

    async def story(bench: Bench) -> None:
        options = (await bench.deliver(typed(FIND, query)))["options"]
        assert len(options) <= 100

    on_bench(slack, tmp_path, index, story)


def test_while_nothing_is_read_the_menu_is_empty(slack: FakeSlack, tmp_path: Path) -> None:
    """Before there is a handbook nothing completes, and a question says why."""

    async def story(bench: Bench) -> None:
        assert (await bench.deliver(typed(FIND, "hvem")))["options"] == []
        await bench.deliver(shortcut(SHORTCUT))
        asked = sent(bench.view("views.open"), **{ASK: {"value": "hvem?"}})
        assert "ved at læse håndbogen" in json.dumps(
            updated(await bench.deliver(asked)), ensure_ascii=False
        )

    on_bench(slack, tmp_path, None, story)


def test_a_chosen_section_is_shown_in_the_window(
    slack: FakeSlack, tmp_path: Path, index: Index
) -> None:
    """Choosing shows the section below the fields, which keep what stands in them."""
    page = next(
        (page, entry)
        for page in contents_of(index).pages
        for entry in page.sections
        if entry.heading == HEADING
    )

    async def story(bench: Bench) -> None:
        await bench.deliver(shortcut(SHORTCUT))
        opened = bench.view("views.open")
        await bench.deliver(choose({**opened, "id": "V0OPEN"}, FIND, page[1].key))
        shown = bench.view("views.update")
        assert bench.last("views.update")["view_id"] == "V0OPEN"
        assert shown["blocks"][:2] == opened["blocks"][:2]
        assert HEADING in str(shown["blocks"][2:])

    on_bench(slack, tmp_path, index, story)


@pytest.mark.parametrize("key", ["", "gone", "x" * 24])
def test_a_section_that_is_gone(slack: FakeSlack, tmp_path: Path, index: Index, key: str) -> None:
    """A section that the handbook lost since it was offered is said to be gone."""

    async def story(bench: Bench) -> None:
        await bench.deliver(shortcut(SHORTCUT))
        await bench.deliver(choose(bench.view("views.open"), FIND, key))
        assert "ikke længere i håndbogen" in str(bench.view("views.update"))

    on_bench(slack, tmp_path, index, story)


def test_a_question_is_answered_in_the_window(
    slack: FakeSlack, tmp_path: Path, index: Index
) -> None:
    """A question in one's own words is answered where it was asked, and one may ask again."""

    async def story(bench: Bench) -> None:
        await bench.deliver(shortcut(SHORTCUT))
        view = bench.view("views.open")
        for _ in range(2):
            view = updated(
                await bench.deliver(sent(view, **{ASK: {"value": "hvem godkender fakturaer?"}}))
            )
            assert HEADING in json.dumps(view, ensure_ascii=False)

    on_bench(slack, tmp_path, index, story)


@pytest.mark.parametrize("value", [None, "", "  \n"])
def test_nothing_typed_is_said_at_the_field(
    slack: FakeSlack, tmp_path: Path, index: Index, value: str | None
) -> None:
    """Sent without a word, the window stays and says what is missing."""

    async def story(bench: Bench) -> None:
        await bench.deliver(shortcut(SHORTCUT))
        said = await bench.deliver(sent(bench.view("views.open"), **{ASK: {"value": value}}))
        assert said["response_action"] == "errors"
        assert "Skriv først" in said["errors"][ASK]

    on_bench(slack, tmp_path, index, story)


def test_a_guest_is_refused_in_the_window(slack: FakeSlack, tmp_path: Path, index: Index) -> None:
    """Who may see nothing is told so in the window, and nothing is completed."""
    slack.workspace.person(ASTRID, is_restricted=True)

    async def story(bench: Bench) -> None:
        await bench.deliver(shortcut(SHORTCUT))
        assert "gæst" in str(bench.view("views.open")["blocks"]).lower()
        assert (await bench.deliver(typed(FIND, "hvem")))["options"] == []

    on_bench(slack, tmp_path, index, story)
