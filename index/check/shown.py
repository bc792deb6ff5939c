"""What stands between two lines of a file: anything that a visitor could see?"""

import re
from collections.abc import Iterable

from index.check.html_tags import without_comments

_SHOWS_NOTHING = re.compile(r"[\s=*_-]*|\s*\{:[^}]*\}\s*")
"""Rules, the lines below a heading, attribute lists; what a template makes is not known."""


def shows_nothing(lines: Iterable[str]) -> bool:
    """Return whether these lines are blank but for comments, rules and attribute lists."""
    shown = without_comments("\n".join(lines))
    return all(_SHOWS_NOTHING.fullmatch(line) for line in shown.split("\n"))
