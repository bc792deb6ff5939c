"""An index to a snapshot and back."""

from dataclasses import dataclass, field
from pathlib import Path

from index.search.analysis import build_analysis
from index.search.encoder import Encoder
from index.search.index import Index
from index.search.snapshot.contents import arrays_of, index_of, texts_of
from index.search.snapshot.flaw import Flaw, SnapshotUnusableError
from index.search.snapshot.manifest import FORMAT, Fingerprint, Manifest
from index.search.snapshot.opening import open_current
from index.search.snapshot.publishing import Writer, named, publish
from index.search.snapshot.stored_passages import store

ABOUT = "about"
"""Name of the file that its writer's own words are in."""

TRIES = 5
"""How often loading begins anew because another process has published a newer snapshot."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What was saved."""

    index: Index
    """The index, its arrays mapped and its passages read when asked for."""
    about: bytes = field(repr=False)
    """What its writer had to say of it."""


def save_index(index: Index, folder: Path, fingerprint: Fingerprint, about: bytes = b"") -> None:
    """Write the index into `folder`, in place of what is there, with what is to be said of it.

    Raises:
        OSError: when it cannot be written; what was there stays.
        ValueError: when the index was built with another analysis than the usual one.
    """
    if index.analysis is not build_analysis():
        raise ValueError(index.analysis)

    def write(writer: Writer) -> None:
        stored = store(index.passages)
        writer.text(ABOUT, about)
        for name, text in texts_of(index, stored).items():
            writer.text(name, text)
        for name, array in arrays_of(index, stored).items():
            writer.array(name, array)

    publish(folder, fingerprint, write)


def load_snapshot(
    folder: Path, fingerprint: Fingerprint, *, stale: bool = False, encoder: Encoder | None = None
) -> Snapshot:
    """Return what was saved in `folder`.

    One that was made from other files than `fingerprint` says is only taken with `stale`: to answer
    from what the handbook was, or to be given to `build_index` as what was before. What the
    passages mean is there for the `encoder` that was in use.

    Raises:
        SnapshotUnusableError: when there is none that can be used; an index has to be built.
    """

    def accept(manifest: Manifest) -> None:
        if manifest.format != FORMAT:
            raise SnapshotUnusableError(folder, Flaw.OTHER_FORMAT, str(manifest.format))
        if manifest.fingerprint.maker != fingerprint.maker:
            raise SnapshotUnusableError(folder, Flaw.OTHER_MAKER, manifest.fingerprint.maker)
        if manifest.fingerprint.handbook != fingerprint.handbook and not stale:
            raise SnapshotUnusableError(folder, Flaw.OTHER_HANDBOOK, manifest.fingerprint.handbook)

    for _ in range(TRIES):
        current = _name(folder)
        try:
            reader = open_current(folder, accept)
            return Snapshot(index_of(reader, build_analysis(), encoder), reader.text(ABOUT))
        except FileNotFoundError as error:
            if _name(folder) == current:
                raise SnapshotUnusableError(folder, Flaw.DAMAGED, str(error.filename)) from error
        except OSError as error:
            raise SnapshotUnusableError(folder, Flaw.UNREADABLE, str(error.filename)) from error
        except (ValueError, LookupError, TypeError) as error:
            raise SnapshotUnusableError(folder, Flaw.DAMAGED, str(error)) from error
    raise SnapshotUnusableError(folder, Flaw.MISSING)


def current_snapshot(folder: Path) -> str | None:
    """Return a name that changes with every snapshot that is published, None where none is."""
    try:
        return named(folder)
    except OSError:
        return None


def _name(folder: Path) -> str | None:
    try:
        return named(folder)
    except OSError as error:
        raise SnapshotUnusableError(folder, Flaw.UNREADABLE, str(error.filename)) from error
