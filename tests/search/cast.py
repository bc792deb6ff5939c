"""The six pages that everybody knows, and the index of any other handbook."""

import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from index.handbook import read_handbook
from index.search.build import build_index
from index.search.index import Index

CAST = Path(__file__).parents[1] / "answer" / "handbook"


@cache
def cast() -> Index:
    """Return the index of the six pages; it is only read, so all tests share it."""
    return index_of_folder(CAST)


def index_of_folder(folder: Path) -> Index:
    """Return the index of the handbook in `folder`."""
    return build_index(read_handbook(str(folder)).passages)


def index_of(pages: str | Mapping[str, str]) -> Index:
    """Return the index of pages that a test writes itself."""
    files = {"page.md": pages} if isinstance(pages, str) else pages
    with tempfile.TemporaryDirectory() as folder:
        for path, text in files.items():
            (Path(folder) / path).write_text(text, encoding="utf-8")
        return index_of_folder(Path(folder))
