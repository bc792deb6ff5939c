"""A revision on this computer to a Source, with what is known of where its lines come from."""

from dataclasses import replace

from index.source.archive.archive_tree import ArchiveTree
from index.source.archive.opening import open_archive
from index.source.document import Source
from index.source.fetch.fetched import Fetched, Form
from index.source.folder import FolderTree
from index.source.git.archived import trace_archived
from index.source.git.editors import Editors
from index.source.git.trace import trace_documents
from index.source.read_tree import read_tree
from index.source.unreadable import HandbookUnreadableError, PlaceProblem


def read_source(fetched: Fetched, editors: Editors, before: Source | None = None) -> Source:
    """Read every Markdown file of a revision, and its settings files.

    `before` is the same handbook as it was read last.

    Raises:
        HandbookUnreadableError: when nothing in it can be served.
    """
    root, place = fetched.root, fetched.revision.place
    if fetched.form is Form.ARCHIVE:
        return _read_archive(open_archive(root, place, fetched.folder), fetched, before)
    handbook = root / fetched.folder
    if fetched.folder and not handbook.exists():
        raise HandbookUnreadableError(place, PlaceProblem.FOLDER_MISSING, fetched.folder)
    tree = FolderTree(handbook, place)
    source = read_tree(tree, before)
    return replace(source, documents=trace_documents(tree.root, source.documents, editors))


def _read_archive(archive: ArchiveTree, fetched: Fetched, before: Source | None) -> Source:
    source = read_tree(archive, before)
    if fetched.hosted is None:
        return source
    whole = archive.whole

    def read(path: str) -> bytes:
        try:
            return whole.read(path)
        except OSError:
            return b""

    traced = trace_archived(source.documents, fetched.hosted, archive.folder, read)
    return replace(source, documents=traced)
