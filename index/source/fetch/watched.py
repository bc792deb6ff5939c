"""A folder of this computer as an origin: it lies there already, and is looked at for changes."""

from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b

from index.source.fetch.fetched import Fetched, Looked, Progress
from index.source.folder import FolderTree
from index.source.location import FolderLocation
from index.source.revision import Revision


@dataclass(frozen=True, slots=True)
class FolderOrigin:
    """A folder, or one Markdown file; an `Origin`."""

    location: FolderLocation
    """Where it is."""

    def kept(self) -> Fetched | None:
        """Return None: nothing of a folder is kept elsewhere."""
        return None

    def look(self, known: Fetched | None, progress: Progress) -> Looked:  # noqa: ARG002 - an Origin's
        """Return what lies there now."""
        path = self.location.path
        tree = FolderTree(path, str(path))
        digest, newest = blake2b(digest_size=16), 0
        for each in tree.listing().paths:
            facts = (tree.root / each).stat()
            newest = max(newest, facts.st_mtime_ns)
            digest.update(f"{each}\n{facts.st_size} {facts.st_mtime_ns}\n".encode())
        made = datetime.fromtimestamp(newest / 1e9, UTC)
        revision = Revision(str(path), digest.hexdigest(), made)
        same = known is not None and known.revision.identity == revision.identity
        return Looked(known if known and same else Fetched(revision, path))

    def keep(self, fetched: Fetched) -> None:
        """Do nothing: it stays where it is."""

    def discard(self, fetched: Fetched) -> None:
        """Do nothing: it is not ours."""
