"""The files of a handbook to a Source."""

from index.source.document import Document, Notice, NoticeKind, Source
from index.source.encoding import decode
from index.source.limits import PAGE_BYTES, PAGES
from index.source.settings_files import read_settings_files
from index.source.tree import Tree, is_page
from index.source.unreadable import HandbookUnreadableError, PlaceProblem


def read_tree(tree: Tree) -> Source:
    """Read every Markdown file of the tree, and its settings files.

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
    documents: list[Document] = []
    for path in paths:
        document, remarks = _read(tree, path)
        notices.extend(remarks)
        if document is not None:
            documents.append(document)
    if not documents:
        problem = PlaceProblem.NOTHING_READABLE if paths else PlaceProblem.EMPTY
        raise HandbookUnreadableError(tree.place, problem, ", ".join(sorted(paths)[:3]))
    settings = read_settings_files(tree)
    return Source(tree.place, tuple(documents), settings, tuple(notices), files)


def _read(tree: Tree, path: str) -> tuple[Document | None, tuple[Notice, ...]]:
    try:
        size = tree.size(path)
        if size > PAGE_BYTES:
            megabytes = f"{size / 1024 / 1024:.1f}"
            return None, (Notice(path, NoticeKind.TOO_LARGE, megabytes, left_out=True),)
        text, notices = decode(path, tree.read(path))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return None, (Notice(path, NoticeKind.UNREADABLE, reason, left_out=True),)
    return (None if text is None else Document(path, text)), notices
