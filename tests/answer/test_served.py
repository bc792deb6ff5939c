"""What the running bot answers from, with a keeper beside it that reads a real folder."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.answer import NotFound, NotReadError
from bot.handbooks import open_handbooks
from bot.http.measured import Measured
from bot.http.metrics import Measures
from bot.keeping import Keeping
from bot.outcome import Kind
from bot.served import Served, kept_fresh
from bot.settings.handbook import HandbookSettings
from bot.wording.catalogue import words_in
from index.contents import contents_of
from index.search.language import Language
from index.search.scope import EVERYTHING
from tests.http.scraping import scraped

if TYPE_CHECKING:
    from bot.library import Library

PATIENCE_SECONDS = 20.0


def _with_handbook(folder: Path, use: Callable[[Served], Awaitable[None]]) -> None:
    """Let a handbook of one page be served, and use what serves it."""
    _write(folder, "ferie.md", "# Ferie\nFem uger om året.\n")

    async def serving() -> None:
        served = _served(folder)
        async with kept_fresh(served):
            await asyncio.wait_for(use(served), PATIENCE_SECONDS)

    asyncio.run(serving())


def _served(folder: Path) -> Served:
    settings = HandbookSettings(content=str(folder / "handbook"), cache=str(folder / "cache"))
    return Served(Keeping(open_handbooks(settings), Language.DANISH, logging.ERROR))


def _write(folder: Path, name: str, text: str) -> None:
    (folder / "handbook").mkdir(exist_ok=True)
    (folder / "handbook" / name).write_text(text, encoding="utf-8")


def test_it_is_a_library(tmp_path: Path) -> None:
    """It answers within a scope, and lists its contents once for all who ask at a time."""

    async def use(served: Served) -> None:
        library: Library = served
        assert library.publication
        assert not isinstance(library.answer("ferie"), NotFound)
        assert isinstance(library.answer("ferie", EVERYTHING.narrowed("it/*")), NotFound)
        one, other = await asyncio.gather(library.contents(), library.contents())
        assert one is other
        assert one is await library.contents()
        assert one == contents_of(library.publication.index)

    _with_handbook(tmp_path, use)


def test_a_new_publication_has_new_contents(tmp_path: Path) -> None:
    """What is browsed is what answers, a page that was written just now included."""

    async def use(served: Served) -> None:
        before, was = await served.contents(), served.publication
        _write(tmp_path, "løn.md", "# Løn\nHver måned.\n")
        while served.publication is was:  # noqa: ASYNC110 - another process publishes it
            await asyncio.sleep(0.1)
        after = await served.contents()
        assert [chapter.title for chapter in before.chapters] == ["Ferie"]
        assert [chapter.title for chapter in after.chapters] == ["Ferie", "Løn"]

    _with_handbook(tmp_path, use)


def test_who_gives_up_takes_it_from_nobody(tmp_path: Path) -> None:
    """A caller that no longer waits, as when Slack's patience ends, leaves the others theirs."""

    async def use(served: Served) -> None:
        impatient = asyncio.ensure_future(served.contents())
        patient = asyncio.ensure_future(served.contents())
        await asyncio.sleep(0)
        impatient.cancel()
        assert (await patient).chapters
        assert impatient.cancelled()

    _with_handbook(tmp_path, use)


def test_nothing_has_been_read(tmp_path: Path) -> None:
    """Before the first reading there is neither an answer nor anything to browse."""
    served = _served(tmp_path)
    with pytest.raises(NotReadError):
        served.answer("ferie")
    with pytest.raises(NotReadError):
        asyncio.run(served.contents())


def test_a_measured_library_is_the_same_and_counts(tmp_path: Path) -> None:
    """Scope and contents pass through; each outcome is counted, those without an answer too."""

    async def use(served: Served) -> None:
        measures = Measures(served, words_in(Language.ENGLISH))
        library: Library = Measured(served, measures)
        assert library.publication is served.publication
        assert library.language() is served.language()
        assert await library.contents() is await served.contents()
        library.answer("Hvor mange ugers ferie er der om året?")
        library.answer("ferie", EVERYTHING.narrowed("it/*"))
        measures.count(Kind.NOT_ALLOWED)
        text = await scraped(measures.application())
        counted = {
            sample.labels["outcome"]: sample.value
            for family in text_string_to_metric_families(text)
            for sample in family.samples
            if sample.name == "handbook_answers_total"
        }
        assert counted.pop("answered") == counted.pop("not_found") == 1
        assert counted.pop("not_allowed") == 1
        assert counted == dict.fromkeys(("uncertain", "vague", "fault", "being_read"), 0)

    _with_handbook(tmp_path, use)
