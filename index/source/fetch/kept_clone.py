"""The folders of a clone's revisions, and the file that names the last good one."""

import json
import os
import shutil
from collections.abc import Collection
from datetime import datetime
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

from index.source.fetch.fetched import Fetched
from index.source.fetch.tip import is_commit
from index.source.limits import ANSWER_BYTES
from index.source.revision import Revision

KEPT: Final = "kept.json"
_ROOT: Final = "revision-"


def new_root(folder: Path) -> Path:
    """Return a new, empty folder for a revision; nobody but its owner may look into it.

    Raises:
        OSError: when the disk does not take it.
    """
    return Path(mkdtemp(prefix=_ROOT, dir=folder))


def read_kept(folder: Path, place: str) -> Fetched | None:
    """Return the revision of `place` that was kept, None for none; its files may be damaged."""
    try:
        with (folder / KEPT).open(encoding="utf-8") as file:
            said = json.loads(file.read(ANSWER_BYTES))
        made = datetime.fromisoformat(said["made"]) if said["made"] else None
        revision = Revision(said["place"], str(said["commit"]), made)
        root = folder / Path(said["root"]).name
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None
    ours = revision.place == place and root.name.startswith(_ROOT) and root.is_dir()
    return Fetched(revision, root) if ours and is_commit(revision.identity) else None


def write_kept(folder: Path, fetched: Fetched) -> None:
    """Name the revision that is kept, in one step.

    Raises:
        OSError: when the disk does not take it.
    """
    revision = fetched.revision
    said = {
        "place": revision.place,
        "commit": revision.identity,
        "made": revision.made.isoformat() if revision.made else None,
        "root": fetched.root.name,
    }
    new = folder / f"{KEPT}.new"
    with new.open("w", encoding="utf-8") as file:
        json.dump(said, file)
        file.flush()
        os.fsync(file.fileno())
    new.replace(folder / KEPT)
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def remove_others(folder: Path, roots: Collection[Path]) -> None:
    """Remove all revisions but those in `roots`; what cannot be removed now goes the next time."""
    names = {root.name for root in roots}
    for found in folder.glob(f"{_ROOT}*"):
        if found.name not in names:
            shutil.rmtree(found, ignore_errors=True)
