"""What was published last, from the snapshot."""

from index.refresh.cache import Cache
from index.refresh.edition import EDITIONS, Publication
from index.search.encoder import Encoder
from index.search.snapshot.flaw import Flaw, SnapshotUnusableError
from index.search.snapshot.manifest import Fingerprint
from index.search.snapshot.store import ABOUT, load_snapshot


def load_publication(cache: Cache, maker: str, encoder: Encoder | None) -> Publication:
    """Return what the snapshot has, of whichever revision it is.

    Raises:
        SnapshotUnusableError: when there is none that can be used.
    """
    fingerprint = Fingerprint(maker, "")
    snapshot = load_snapshot(cache.snapshot, fingerprint, stale=True, encoder=encoder)
    try:
        return Publication(snapshot.index, EDITIONS.validate_json(snapshot.about))
    except ValueError as error:
        raise SnapshotUnusableError(cache.snapshot, Flaw.DAMAGED, ABOUT) from error
