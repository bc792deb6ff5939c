"""A section's name: short, its own, and the same in the next revision."""

from pathlib import Path

import pytest

from index.contents import contents_of, section_key, section_with
from index.reading.page import Section
from index.search.index import Index
from index.search.snapshot.passage_codec import decode_section
from tests.contents.handbooks import index_at, index_with, kept
from tests.handbooks import shared

STORED = "index.search.snapshot.stored_passages"

RAW = "Uden titel.\n\n# Kontakt\nRosa.\n\n# Kontakt\nBo.\n\n# Kontakt\nIda.\n"
"""Jekyll serves a page without front matter as it is: none of its headings has an anchor."""

SAME = "---\ntitle: A\n---\n# Løn {#a}\nEn.\n# Ferie {#a}\nTo.\n# Ferie {#a}\nTre.\n"


def _sections(index: Index) -> list[Section]:
    return list({id(one.section): one.section for one in index.passages}.values())


@pytest.mark.parametrize("place", ["handbooks/os2", "handbooks/18f/pages"])
def test_every_section_of_a_real_handbook_is_found_again(place: str, tmp_path: Path) -> None:
    """Each has a key of its own, of at most 40 signs, that finds it, built or loaded."""
    built = index_at(shared(place))
    index = kept(built, tmp_path)
    sections = _sections(built)
    keys = [section_key(section) for section in sections]
    assert len(set(keys)) == len(keys)
    assert all(len(key) <= 40 and key.isascii() for key in keys)
    for key, section in zip(keys, sections, strict=True):
        assert section_with(key, built) is section
        assert section_with(key, index) == section
    listed = [entry.key for page in contents_of(index).pages for entry in page.sections]
    assert sorted(listed) == sorted(keys)


@pytest.mark.parametrize("text", [RAW, SAME], ids=["raw", "same"])
def test_sections_with_one_anchor_have_keys_of_their_own(text: str, tmp_path: Path) -> None:
    """Where headings have no anchor, or one that another has, they are told apart all the same."""
    index = index_with(tmp_path, {"_config.yml": "theme: minima\n", "a.md": text})
    sections = _sections(index)
    assert len({section.anchor for section in sections}) == 1
    for section in sections:
        assert section_with(section_key(section), index) is section


def test_a_key_outlives_what_is_written(tmp_path: Path) -> None:
    """While page and anchor stay, heading, text and place may change."""
    before = index_with(tmp_path, {"a.md": "# A\nTekst.\n## Ferie\nFem uger.\n"})
    (page,) = contents_of(before).pages
    keys = [entry.key for entry in page.sections]
    text = "Nyt.\n\n# A\nTekst.\n## Løn\nSidst på måneden.\n## Ferie\nSeks uger.\n"
    after = index_with(tmp_path, {"a.md": text})
    found = [section_with(key, after) for key in keys]
    assert [section and section.heading for section in found] == ["A", "Ferie"]


def test_a_reworded_heading_with_an_anchor_of_its_own_keeps_its_key(tmp_path: Path) -> None:
    """An anchor that the author set is what links rely on, and so do buttons."""
    front = "---\ntitle: A\n---\n"
    pages = {"_config.yml": "theme: minima\n", "a.md": f"{front}# Ferie {{#ferie}}\nFem uger.\n"}
    (before,) = _sections(index_with(tmp_path, pages))
    pages["a.md"] = f"{front}# Orlov {{#ferie}}\nSeks uger.\n"
    (after,) = _sections(index_with(tmp_path, pages))
    assert before.heading != after.heading
    assert section_key(before) == section_key(after)


@pytest.mark.parametrize("key", ["", "x", "🙌" * 40, "A" * 24, "a" * 4_000])
def test_a_key_of_nothing_finds_nothing(key: str, tmp_path: Path) -> None:
    """What a button of last year carries may be gone, or be nobody's."""
    index = index_with(tmp_path / "h", {"a.md": "# A\nTekst.\n"})
    assert section_with(key, index) is None
    assert section_with(key, kept(index, tmp_path / "s")) is None
    (section,) = _sections(index)
    gone = section_key(section)[:12] + "A" * 12
    assert section_with(gone, index) is None
    assert section_with(gone, kept(index, tmp_path / "s")) is None


def test_only_the_section_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a snapshot no other section is decoded, and no passage: pages may be as long as books."""
    index = kept(index_at(shared("handbooks/os2")), tmp_path)
    read: list[bytes] = []

    def counted(text: bytes) -> Section:
        read.append(text)
        return decode_section(text)

    monkeypatch.setattr(f"{STORED}.decode_section", counted)
    monkeypatch.setattr(f"{STORED}.decode_passage", None)
    contents = contents_of(index)
    assert not read
    key = max(contents.pages, key=lambda page: len(page.sections)).sections[-1].key
    assert section_with(key, index) is not None
    assert len(read) == 1
