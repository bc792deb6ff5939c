"""What a source hands on: documents, the site's settings, and what was noticed on the way."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from index.source.provenance import Provenance


@dataclass(frozen=True, slots=True)
class Document:
    """One Markdown file as it was read."""

    path: str
    """Path below the handbook's root, with forward slashes."""
    text: str
    """The whole file, front matter included, as repaired Unicode with `\\n` line ends."""
    provenance: Provenance | None = None
    """What its repository knows of its file and lines; None for a plain folder."""


class NoticeKind(StrEnum):
    """What can be said of a file; the catalogue holds one sentence for each."""

    BINARY = "binary"
    TOO_LARGE = "too-large"
    TOO_MANY = "too-many"
    LINK_CYCLE = "link-cycle"
    LINK_OUTSIDE = "link-outside"
    UNREADABLE = "unreadable"
    REPAIRED = "repaired"
    NOT_UTF8 = "not-utf8"
    BROKEN_FRONT_MATTER = "broken-front-matter"
    BROKEN_CONFIGURATION = "broken-configuration"
    BROKEN_SYNONYMS = "broken-synonyms"
    NOT_PARSED = "not-parsed"
    NOT_BUILT = "not-built"


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing an editor should know of a file; the file may still be served."""

    path: str
    """Path below the handbook's root; empty when it is about the whole handbook."""
    kind: NoticeKind
    """What was noticed."""
    detail: str = ""
    """The fact that belongs into the sentence: a size, a line, a target."""
    left_out: bool = False
    """True when the file is not served at all."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's bytes as text, so that they need not be decoded again while they are the same."""

    digest: bytes
    """What changes when the bytes do."""
    text: str | None
    """The text; None for a binary."""
    notices: tuple[Notice, ...]
    """What had to be done to get it."""


@dataclass(frozen=True, slots=True)
class Source:
    """A handbook as found in its place: everything that reading needs, nothing read yet."""

    place: str
    """Where it came from, as a person would write it."""
    documents: tuple[Document, ...]
    """The Markdown files, sorted by path."""
    configuration: Mapping[str, str]
    """The site generator's settings files at the root: file name to text."""
    notices: tuple[Notice, ...]
    """What was left out or repaired."""
    files: frozenset[str] = frozenset()
    """Paths of the other files: pictures, documents; never read, but links may lead to them."""
    decoded: Mapping[str, Decoded] = field(default_factory=dict, repr=False, compare=False)
    """Path to each page's bytes as text."""
