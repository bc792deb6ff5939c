"""The folders of a clone's revisions, and the file that names the last good one."""

import shutil
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

from pydantic import AwareDatetime, TypeAdapter

from index.source.fetch.durable import write_durably
from index.source.fetch.fetched import Fetched
from index.source.fetch.tip import is_commit
from index.source.revision import Revision

FORMAT: Final = 1
"""Version of `kept.json`; another one is not read."""
KEPT: Final = "kept.json"
"""Name of the file that names the good revision."""

_ROOT: Final = "revision-"
_RECORD_BYTES: Final = 64 * 1024


@dataclass(frozen=True, slots=True)
class KeptClone:
    """What `kept.json` says of the good revision."""

    place: str
    """Where it was fetched from."""
    commit: str
    """Its commit's whole id."""
    made: AwareDatetime | None
    """When that was committed."""
    root: str
    """The name of its folder."""
    version: int = FORMAT
    """The form of this record."""


def new_root(folder: Path) -> Path:
    """Return a new, empty folder for a revision; nobody but its owner may look into it.

    Raises:
        OSError: when the disk does not take it.
    """
    return Path(mkdtemp(prefix=_ROOT, dir=folder))


def read_kept(folder: Path, place: str) -> Fetched | None:
    """Return the revision of `place` that was kept, None for none; its files may be damaged."""
    try:
        with (folder / KEPT).open("rb") as file:
            record = TypeAdapter(KeptClone).validate_json(file.read(_RECORD_BYTES))
    except (OSError, ValueError):
        return None
    root = folder / Path(record.root).name
    named = is_commit(record.commit) and root.name.startswith(_ROOT) and root.is_dir()
    if not named or (record.version, record.place) != (FORMAT, place):
        return None
    return Fetched(Revision(place, record.commit, record.made), root)


def write_kept(folder: Path, fetched: Fetched) -> None:
    """Name the revision that is kept, in one step.

    Raises:
        OSError: when the disk does not take it.
    """
    revision = fetched.revision
    record = KeptClone(revision.place, revision.identity, revision.made, fetched.root.name)
    written = TypeAdapter(KeptClone).dump_json(record)
    write_durably(written, folder / f"{KEPT}.part", folder / KEPT)


def remove_others(folder: Path, roots: Collection[Path]) -> None:
    """Remove all revisions but those in `roots`; what cannot be removed now goes the next time."""
    names = {root.name for root in roots}
    for found in folder.glob(f"{_ROOT}*"):
        if found.name not in names:
            shutil.rmtree(found, ignore_errors=True)
