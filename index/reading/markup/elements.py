"""What the elements of HTML are to a reader."""

from collections.abc import Mapping

from index.reading.prose import MarkKind

BLOCKS: frozenset[str] = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav"
    " ol optgroup option p pre search section summary table tbody td tfoot th thead tr ul".split()
)
"""Elements that begin a new line and end one."""

APART: frozenset[str] = frozenset({"button", "select", "textarea"})
"""Elements that stand in a line, with space around them."""

MARKED: Mapping[str, MarkKind] = {
    "strong": MarkKind.STRONG,
    "b": MarkKind.STRONG,
    "em": MarkKind.EMPHASIS,
    "i": MarkKind.EMPHASIS,
    "cite": MarkKind.EMPHASIS,
    "dfn": MarkKind.EMPHASIS,
    "var": MarkKind.EMPHASIS,
    "mark": MarkKind.STRONG,
    "del": MarkKind.STRIKE,
    "s": MarkKind.STRIKE,
    "strike": MarkKind.STRIKE,
    "code": MarkKind.CODE,
    "kbd": MarkKind.CODE,
    "samp": MarkKind.CODE,
    "tt": MarkKind.CODE,
    "a": MarkKind.LINK,
}
"""Elements that stand in a line and say what their text is."""
