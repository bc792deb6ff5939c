"""Words that authors leave where a text is still to be written."""

import re
from collections.abc import Iterator

from index.check.checked import CheckedHandbook
from index.check.finding import Spot

_MARK = re.compile(
    r"(?<![\w#@/.-])"
    r"(?:TODO|ToDo|ToDO|To-Do(?=\))|Todo(?=[:)])|FIXME)"
    r"(?![\w-]|[./]\w|[\s-](?:lists?|lister?|apps?|comments?|items?|kommentarer?)\b)"
)
"""Not `todo`, a word in several languages, nor ToDo lists and apps, which people work with."""

_PLACEHOLDER = re.compile(
    r"[(\[<](?:skal\s+udfyldes|udfyldes\s+senere)[)\]>]|\blorem\s+ipsum\s+dolor\b"
    r"|^\W*(?:skal\s+udfyldes|udfyldes\s+senere|X{3,6})\W*$|^XXX:",
    re.IGNORECASE,
)
"""`XXX` and these words alone are also what forms and examples say, so they stand by themselves."""

_TO_COME = re.compile(r"\[TK\]|\bTKTK\b|\bTBD(?=[)\].:!]*$)|^TBD\b")
"""`TBD` within a sentence is what a rule says to write."""

_EXPLAINED = re.compile(r"\bto\s+be\s+d(?:ecided|etermined|one|efined)\b", re.IGNORECASE)


_LEFT = (_MARK, _PLACEHOLDER, _TO_COME)


def unfinished(handbook: CheckedHandbook) -> Iterator[Spot]:
    """Yield each line on which an author left such a word; code and comments may have them."""
    for page in handbook.pages:
        for text in page.written.texts:
            for number, row in enumerate(text.rows):
                match = next(filter(None, (pattern.search(row) for pattern in _LEFT)), None)
                if match and not _EXPLAINED.search(row):
                    yield Spot(page.path, text.line + number, {"word": match[0].strip("()[]<>: ")})
