"""How much of a handbook is fetched and read at most; generous for prose, small for mistakes."""

from dataclasses import dataclass
from typing import Final

MARKDOWN_SUFFIXES: Final = (".md", ".markdown", ".mdown", ".mkdn", ".mkd", ".mdx")

PAGE_BYTES: Final = 8 * 1024 * 1024
"""Some 3,000 printed pages: more is an export, not a page."""

PAGES: Final = 50_000
"""More files than this is a place that was named by mistake."""

DOWNLOAD_BYTES: Final = 512 * 1024 * 1024
"""What a download, or a clone on disk, may have: a handbook with many pictures has a tenth."""

UNPACKED_BYTES: Final = 2 * 1024 * 1024 * 1024
"""What an archive may unpack to, whatever of it is read."""

TEXT_BYTES: Final = 256 * 1024 * 1024
"""What the pages and settings of an archive may have together: they are read into memory."""

FILES: Final = 200_000
"""Files and folders of an archive, of whatever kind."""

PATH_CHARACTERS: Final = 1_024
"""No disk takes longer paths by much, and no site shows them."""

ANSWER_BYTES: Final = 4 * 1024 * 1024
"""What a host may answer to a question about a repository."""

REDIRECTS: Final = 5
"""How often a host may send on before the address counts as wrong."""

CONNECT_SECONDS: Final = 10.0
"""A host that is there accepts within a second."""

SILENT_SECONDS: Final = 30.0
"""How long a host may send nothing while it should."""

FETCH_SECONDS: Final = 600.0
"""What a whole fetch may take, however steadily it trickles."""


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """What one fetch may take; a test may take less."""

    download_bytes: int = DOWNLOAD_BYTES
    """Of an archive, or of a clone's history on disk."""
    unpacked_bytes: int = UNPACKED_BYTES
    """Of a clone's files together."""
    files: int = FILES
    """Of a clone: its files and folders."""
    path_characters: int = PATH_CHARACTERS
    """Of a clone: the longest path."""
    answer_bytes: int = ANSWER_BYTES
    """Of an answer to a question."""
    redirects: int = REDIRECTS
    """How often a host may send on."""
    connect_seconds: float = CONNECT_SECONDS
    """Until a host accepts."""
    silent_seconds: float = SILENT_SECONDS
    """Until it sends something more."""
    fetch_seconds: float = FETCH_SECONDS
    """For all of it."""


FETCH_LIMITS: Final = FetchLimits()
"""What holds outside of tests."""
