"""An archive on this computer as an origin: it lies there already, and is looked at for changes."""

import time
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path

from index.source.fetch.fetched import Fetched, Form, Looked, Progress
from index.source.fetch.watched import SETTLE_SECONDS
from index.source.revision import Revision
from index.source.unreadable import HandbookUnreadableError, PlaceProblem


@dataclass(frozen=True, slots=True)
class LocalArchiveOrigin:
    """An archive; an `Origin`. One that is being written is found damaged, and looked at again."""

    path: Path
    """Where it is."""

    def kept(self) -> Fetched | None:
        """Return None: nothing of it is kept elsewhere."""
        return None

    def look(self, known: Fetched | None, progress: Progress) -> Looked:  # noqa: ARG002 - an Origin's
        """Return what lies there now; `known`, itself, where nothing has changed.

        Raises:
            HandbookUnreadableError: when there is no such file.
        """
        try:
            found = self.path.stat()
            if time.time() - found.st_mtime < SETTLE_SECONDS:
                time.sleep(SETTLE_SECONDS)
                found = self.path.stat()
        except OSError as error:
            raise HandbookUnreadableError(str(self.path), PlaceProblem.MISSING) from error
        facts = (found.st_size, found.st_mtime_ns, found.st_ctime_ns)
        identity = blake2b(repr(facts).encode(), digest_size=16).hexdigest()
        if known and known.revision.identity == identity:
            return Looked(known)
        made = datetime.fromtimestamp(found.st_mtime, UTC)
        revision = Revision(str(self.path), identity, made)
        return Looked(Fetched(revision, self.path, form=Form.ARCHIVE))

    def keep(self, fetched: Fetched) -> None:
        """Do nothing: it stays where it is."""

    def discard(self, fetched: Fetched) -> None:
        """Do nothing: it is not ours."""
