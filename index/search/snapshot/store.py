"""An index to a snapshot and back."""

from pathlib import Path

from index.search.analysis import build_analysis
from index.search.index import Index
from index.search.snapshot.contents import arrays_of, index_of, texts_of
from index.search.snapshot.flaw import Flaw, SnapshotUnusableError
from index.search.snapshot.manifest import FORMAT, Edition, Manifest
from index.search.snapshot.opening import open_current
from index.search.snapshot.publishing import Writer, named, publish
from index.search.snapshot.stored_passages import store

TRIES = 5
"""How often loading begins anew because another process has published a newer snapshot."""


def save_index(index: Index, folder: Path, edition: Edition) -> None:
    """Write the index into `folder`, in place of what is there.

    Raises:
        OSError: when it cannot be written; what was there stays.
        ValueError: when the index was built with another analysis than the usual one.
    """
    if index.analysis is not build_analysis():
        raise ValueError(index.analysis)

    def write(writer: Writer) -> None:
        stored = store(index.passages)
        for name, text in texts_of(index, stored).items():
            writer.text(name, text)
        for name, array in arrays_of(index, stored).items():
            writer.array(name, array)

    publish(folder, edition, write)


def load_index(folder: Path, edition: Edition, *, stale: bool = False) -> Index:
    """Return the index in `folder`, its arrays mapped and its passages read when asked for.

    One that was made from other files than `edition` says is only taken with `stale`, to be given
    to `build_index` as what was before.

    Raises:
        SnapshotUnusableError: when there is none that can be used; an index has to be built.
    """

    def accept(manifest: Manifest) -> None:
        if manifest.format != FORMAT:
            raise SnapshotUnusableError(folder, Flaw.OTHER_FORMAT, str(manifest.format))
        if manifest.edition.maker != edition.maker:
            raise SnapshotUnusableError(folder, Flaw.OTHER_MAKER, manifest.edition.maker)
        if manifest.edition.handbook != edition.handbook and not stale:
            raise SnapshotUnusableError(folder, Flaw.OTHER_HANDBOOK, manifest.edition.handbook)

    for _ in range(TRIES):
        current = _name(folder)
        try:
            reader = open_current(folder, accept)
            return index_of(reader, build_analysis())
        except FileNotFoundError as error:
            if _name(folder) == current:
                raise SnapshotUnusableError(folder, Flaw.DAMAGED, str(error.filename)) from error
        except OSError as error:
            raise SnapshotUnusableError(folder, Flaw.UNREADABLE, str(error.filename)) from error
        except (ValueError, LookupError, TypeError) as error:
            raise SnapshotUnusableError(folder, Flaw.DAMAGED, str(error)) from error
    raise SnapshotUnusableError(folder, Flaw.MISSING)


def _name(folder: Path) -> str | None:
    try:
        return named(folder)
    except OSError as error:
        raise SnapshotUnusableError(folder, Flaw.UNREADABLE, str(error.filename)) from error
