"""A folder of this computer, read."""

from pathlib import Path

from index.source.document import Source
from index.source.folder import FolderTree
from index.source.read_tree import read_tree


def read_folder(path: Path, place: str = "") -> Source:
    """Read every page below a folder; `place` is what a person would call it."""
    return read_tree(FolderTree(path, place or str(path)))
