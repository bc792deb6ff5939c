"""A handbook's own synonyms, from the file that its editors keep."""

from pathlib import Path

import pytest

from bot.answer import Answered, answer
from index.handbook import read_handbook
from index.search.build import build_index
from index.search.question import Origin
from index.search.understand import understand

PAGES = {
    "vagt.md": "# Vagtplan\nPlanen ligger i skabet og skifter hver mandag.\n",
    "andet.md": "# Kaffe\nMaskinen står i køkkenet.\n# Te\nSpørg Bo.\n# Vand\nFra hanen.\n",
}


def _handbook(folder: Path, synonyms: str, name: str = "synonyms.yml") -> Path:
    for path, text in {**PAGES, name: synonyms}.items():
        (folder / path).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "synonyms",
    [
        "- [vagtplan, tjurliste]\n",
        "- vagtplan, tjurliste\n",
        "vagtplan: tjurliste\n",
        "Vagtplan: [Tjurliste, noget andet]\n",
        "vagtplan:\n  - tjurliste\n",
    ],
)
def test_every_way_to_write_a_group(tmp_path: Path, synonyms: str) -> None:
    """Lists, lines with commas and mappings say the same, and the word finds its section."""
    handbook = read_handbook(str(_handbook(tmp_path, synonyms)))
    index = build_index(handbook.passages, synonyms=handbook.synonyms)
    given = answer("hvor er tjurlisten", index)
    assert isinstance(given, Answered)
    assert given.hits[0].passage.section.heading == "Vagtplan"
    (concept,) = understand("tjurliste", index).concepts
    assert {reading.origin for reading in concept.readings} == {Origin.EDITORS}


def test_an_expression_may_stand_in_a_group(tmp_path: Path) -> None:
    """What people say in several words is found with other words between them."""
    handbook = read_handbook(str(_handbook(tmp_path, "- vagtplan, lukke og slukke\n")))
    index = build_index(handbook.passages, synonyms=handbook.synonyms)
    given = answer("hvem skal lukke og så slukke i dag", index)
    assert isinstance(given, Answered)
    assert given.hits[0].passage.section.heading == "Vagtplan"


@pytest.mark.parametrize(
    "synonyms", ["- [a, b", "vagtplan", "- {a: b}", "- [[a, b], c]", "a: {b: c}"]
)
def test_what_is_no_list_of_words_is_named(tmp_path: Path, synonyms: str) -> None:
    """A file that cannot be used is named with its fault; the handbook is served all the same."""
    handbook = read_handbook(str(_handbook(tmp_path, synonyms, "synonyms.yaml")))
    assert handbook.synonyms == ()
    assert [(notice.path, notice.kind) for notice in handbook.notices] == [
        ("synonyms.yaml", "broken-synonyms")
    ]
    assert len(handbook.passages) > 3


@pytest.mark.parametrize("synonyms", ["", "# nothing yet\n", "[]", "- ''", "- alone"])
def test_nothing_in_it_is_nothing_wrong(tmp_path: Path, synonyms: str) -> None:
    """An empty file, or one with single words, changes nothing."""
    handbook = read_handbook(str(_handbook(tmp_path, synonyms)))
    assert handbook.synonyms == ()
    assert handbook.notices == ()
