"""How Hugo makes text fit for the path of an address."""

import re
from typing import Final
from unicodedata import category

_KEPT: Final = frozenset("./\\_#+~-@%")
_BARE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


def sanitized(path: str) -> str:
    """Return `path` with a hyphen for white space, and without the signs that Hugo drops."""
    made: list[str] = []
    gap = False
    for sign in _BARE_PERCENT.sub("", path):
        if sign in _KEPT or category(sign)[0] in "LM" or sign.isdecimal():
            if gap and sign != "-":
                made.append("-")
            gap = False
            made.append(sign)
        elif sign.isspace() and made and made[-1] != "-":
            gap = True
    return "".join(made)


def joined(*parts: str) -> str:
    """Return the path of these parts from the site's root, without empty segments, open at its end.

    The root itself is empty.
    """
    segments = "/".join(parts).split("/")
    return "".join(f"/{segment}" for segment in segments if segment)


def own_url(path: str) -> str:
    """Return the address that an author gave: a file where it looks like one, else a folder."""
    made = joined(path)
    is_file = "." in made.rpartition("/")[2] and not path.endswith("/")
    return made if is_file else f"{made}/"
