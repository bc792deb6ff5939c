"""The newest revision of handbooks, read once: for who wants their pages and not an index."""

from collections.abc import Iterator, Sequence

from index.handbook import Handbook
from index.refresh.cache import Cache
from index.refresh.progress import Report
from index.refresh.subscription import subscribe
from index.refresh.wanted import Wanted


def read_wanted(wanted: Sequence[Wanted], cache: Cache, report: Report) -> Iterator[Handbook]:
    """Yield every handbook as it stands now.

    Raises:
        HandbookUnreadableError: when one cannot be had; an older revision is not taken for it.
    """
    with cache.lock(wait=True):
        for each in wanted:
            subscription = subscribe(each, cache, report)
            handbook = subscription.look(None, accept=True)
            if subscription.last.trouble:
                raise subscription.last.trouble.error()
            if handbook:
                subscription.keep()
                yield handbook
