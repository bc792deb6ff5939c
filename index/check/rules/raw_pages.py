"""Files that the site shows as raw Markdown."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from index.check.checked import CheckedHandbook
from index.check.finding import Spot


def raw_pages(handbook: CheckedHandbook) -> Iterator[Spot]:
    """Yield each file that is no page of the site for want of front matter.

    A name in capitals (README, LICENSE) says that a file is for readers of the repository.
    """
    for page in handbook.pages:
        if not page.page.rendered and not PurePosixPath(page.path).stem.isupper():
            yield Spot(page.path)
