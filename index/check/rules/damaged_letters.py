"""Letters that a wrong encoding has destroyed."""

from collections.abc import Iterator

from index.check.checked import CheckedHandbook
from index.check.finding import Spot
from index.source.document import NoticeKind

REPLACEMENT = "\ufffd"
"""What a program writes in place of a letter that it could not read."""

_NOTICED = (NoticeKind.REPAIRED, NoticeKind.NOT_UTF8)


def damaged_letters(handbook: CheckedHandbook) -> Iterator[Spot]:
    """Yield each file that was not UTF-8 or had to be repaired, and each line with lost letters."""
    for notice in handbook.notices:
        if notice.kind in _NOTICED:
            yield Spot(notice.path, None, {"detail": notice.detail}, notice=notice.kind)
    for page in handbook.pages:
        for number, line in enumerate(page.lines, 1):
            if REPLACEMENT in line:
                yield Spot(page.path, number, {"count": line.count(REPLACEMENT)})
