"""What of a page nobody sees: scripts, styles, what its author hid."""

import re
from dataclasses import dataclass

from index.reading.markup.tags import VOID, Tag

_UNSEEN = frozenset(
    "script style template head title noscript iframe svg datalist audio video canvas object"
    " noembed noframes".split()
)
_MAY_HIDE = re.compile(r"hidden|display", re.IGNORECASE)
_DISPLAY_NONE = re.compile(r"display\s*:\s*none\b", re.IGNORECASE)


@dataclass(slots=True)
class Sight:
    """Whether what is read can be seen; carried from one piece of a page to the next."""

    name: str = ""
    """The element that hides what is read; empty while everything is seen."""
    depth: int = 0
    """How many elements of this name are open in each other."""

    @property
    def hidden(self) -> bool:
        """Whether nobody sees what is read now."""
        return self.depth > 0

    def passes(self, tag: Tag) -> bool:
        """Take a tag into account and return whether it shows."""
        if self.depth:
            if tag.name == self.name:
                self.depth += -1 if tag.closing else 1
            return False
        if tag.closing or not hides(tag):
            return True
        if tag.name not in VOID:
            self.name, self.depth = tag.name, 1
        return False


def hides(tag: Tag) -> bool:
    """Return whether a start tag hides its element."""
    if tag.name in _UNSEEN:
        return True
    if not _MAY_HIDE.search(tag.written):
        return False
    attributes = tag.attributes()
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden", "").lower() == "true"
        or bool(_DISPLAY_NONE.search(attributes.get("style", "")))
    )
