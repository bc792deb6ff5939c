"""What the source and reading noticed of the files, as spots."""

from collections.abc import Collection, Iterator

from index.check.checked import CheckedHandbook
from index.check.finding import Spot
from index.source.document import Notice, NoticeKind

_LEFT_OUT = (
    NoticeKind.BINARY,
    NoticeKind.TOO_LARGE,
    NoticeKind.TOO_MANY,
    NoticeKind.LINK_CYCLE,
    NoticeKind.LINK_OUTSIDE,
    NoticeKind.UNREADABLE,
    NoticeKind.NOT_PARSED,
    NoticeKind.NOT_BUILT,
)
_BROKEN_SETTINGS = (
    NoticeKind.BROKEN_FRONT_MATTER,
    NoticeKind.BROKEN_CONFIGURATION,
    NoticeKind.BROKEN_SYNONYMS,
)


def left_out(handbook: CheckedHandbook) -> Iterator[Spot]:
    """Yield each file that is not served at all."""
    return _noticed(handbook, _LEFT_OUT)


def broken_settings(handbook: CheckedHandbook) -> Iterator[Spot]:
    """Yield each page or settings file whose settings cannot be read."""
    return _noticed(handbook, _BROKEN_SETTINGS)


def _noticed(handbook: CheckedHandbook, kinds: Collection[NoticeKind]) -> Iterator[Spot]:
    for notice in handbook.notices:
        if notice.kind in kinds:
            yield Spot(notice.path, _line(notice), {"detail": notice.detail}, notice=notice.kind)


def _line(notice: Notice) -> int | None:
    """Return the line that a notice tells; only that of broken front matter is one."""
    told = notice.kind is NoticeKind.BROKEN_FRONT_MATTER and notice.detail.isdecimal()
    return int(notice.detail) if told else None
