"""Documents of a Git host's archive to the same with what is known of them without a history."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from index.source.document import Document
from index.source.git.address import FileAddress, HostedRevision
from index.source.git.codeowners import read_codeowners
from index.source.git.revision import all_lines
from index.source.provenance import Provenance


def trace_archived(
    documents: Sequence[Document],
    hosted: HostedRevision,
    folder: str,
    read: Callable[[str], bytes],
) -> tuple[Document, ...]:
    """Return the documents with their addresses on the host and their owners.

    They lie in `folder` of the repository; `read` gives what a path below the repository's root
    holds, nothing for none. An archive has no history: when a section was last changed is left
    out. The host would tell of a file, not of a section, and one request for each page.
    """
    owners = read_codeowners(read, hosted.remote.host)

    def traced(document: Document) -> Document:
        path = f"{folder}/{document.path}" if folder else document.path
        lines = all_lines(document, read(path))
        provenance = Provenance(
            address=FileAddress(hosted, path),
            owner=owners.of(path),
            lines=lines,
            changes=(None,) * len(lines),
        )
        return replace(document, provenance=provenance)

    return tuple(map(traced, documents))
