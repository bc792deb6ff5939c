"""The files of a handbook to a Source."""

from collections.abc import Mapping
from hashlib import blake2b

from index.source.document import Decoded, Document, Notice, NoticeKind, Source
from index.source.encoding import decode
from index.source.limits import PAGE_BYTES, PAGES
from index.source.settings_files import read_settings_files
from index.source.tree import Tree, is_page
from index.source.unreadable import HandbookUnreadableError, PlaceProblem


def read_tree(tree: Tree, before: Source | None = None) -> Source:
    """Read every Markdown file of the tree, and its settings files.

    Bytes that `before` has at the same path are not decoded again.

    Raises:
        HandbookUnreadableError: when there is no such place or nothing in it can be served.
    """
    listing = tree.listing()
    notices = list(listing.notices)
    files = frozenset(path for path in listing.paths if not is_page(path))
    paths = [path for path in listing.paths if path not in files]
    if len(paths) > PAGES:
        notices.append(Notice("", NoticeKind.TOO_MANY, str(len(paths)), left_out=True))
        paths = paths[:PAGES]
    known = before.decoded if before else {}
    decoded: dict[str, Decoded] = {}
    for path in paths:
        found = _read(tree, path, known)
        if isinstance(found, Notice):
            notices.append(found)
        else:
            decoded[path] = found
            notices.extend(found.notices)
    documents = tuple(
        Document(path, each.text) for path, each in decoded.items() if each.text is not None
    )
    if not documents:
        problem = PlaceProblem.NOTHING_READABLE if paths else PlaceProblem.EMPTY
        raise HandbookUnreadableError(tree.place, problem, ", ".join(sorted(paths)[:3]))
    settings = read_settings_files(tree)
    return Source(tree.place, documents, settings, tuple(notices), files, decoded)


def _read(tree: Tree, path: str, known: Mapping[str, Decoded]) -> Decoded | Notice:
    try:
        size = tree.size(path)
        if size > PAGE_BYTES:
            megabytes = f"{size / 1024 / 1024:.1f}"
            return Notice(path, NoticeKind.TOO_LARGE, megabytes, left_out=True)
        raw = tree.read(path)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return Notice(path, NoticeKind.UNREADABLE, reason, left_out=True)
    digest = blake2b(raw, digest_size=16).digest()
    was = known.get(path)
    return was if was and was.digest == digest else Decoded(digest, *decode(path, raw))
