"""Where a host sends on to: a repository that got another name, or its name with `.git` behind.

Git could follow by itself, but to any host, a private one too.
"""

import re
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from index.source.fetch.fetching_git import FetchingGit
from index.source.unreadable import HandbookUnreadableError, PlaceProblem

_LOCATION: Final = re.compile(r"Recv header: location: *(\S+)", re.IGNORECASE)
_ASKED: Final = "/info/refs"
"""What git asks for below a repository's address."""


def new_address(git: FetchingGit, folder: Path) -> str:
    """Return the address that the host of `git` sends on to, where that is its own.

    Raises:
        HandbookUnreadableError: REDIRECTED where it is another host's, or no address.
    """
    sent = _LOCATION.search(git.headers(folder))
    address = sent[1].partition("?")[0] if sent else ""
    new, old = urlsplit(address), urlsplit(git.url)
    if (new.scheme, new.netloc) != (old.scheme, old.netloc) or not new.path.endswith(_ASKED):
        raise HandbookUnreadableError(git.place, PlaceProblem.REDIRECTED, new.hostname or address)
    return address.removesuffix(_ASKED)
