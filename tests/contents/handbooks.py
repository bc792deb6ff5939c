"""Indexes of handbooks for tests of what there is to browse."""

from collections.abc import Mapping
from pathlib import Path

from index.handbook import Choices, read_handbook
from index.search.build import build_index
from index.search.index import Index
from index.search.snapshot.store import save_index
from tests.search.snapshots import FINGERPRINT, loaded

SITE = "https://havn.example/bog"


def index_at(folder: Path, site: str = SITE) -> Index:
    """Return the index of the handbook in a folder, whose site has this address."""
    return build_index(read_handbook(str(folder), Choices(site=site)).passages)


def index_with(folder: Path, pages: Mapping[str, str], site: str = SITE) -> Index:
    """Write the pages below a folder, in place of what is there, and return their index."""
    for path, text in pages.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return index_at(folder, site)


def kept(index: Index, folder: Path) -> Index:
    """Return the same index as a snapshot has it."""
    save_index(index, folder, FINGERPRINT, b"")
    return loaded(folder)
