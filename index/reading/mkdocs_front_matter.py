"""The settings at the top of a page as MkDocs takes them: YAML, else lines `Name: value`.

Source: https://www.mkdocs.org/user-guide/writing-your-docs/#meta-data
"""

import re

from index.reading.front_matter import split_front_matter
from index.reading.page import FrontMatter

_YAML = re.compile(r"-{3}[ \t]*\n")
_ENTRY = re.compile(r" {0,3}([A-Za-z0-9_-]+):\s*(.*)")
_MORE = re.compile(r"(?: {4}|\t)\s*(.*)")


def mkdocs_front_matter(text: str) -> tuple[FrontMatter | None, str, str]:
    """Return the settings, the text with their lines blanked, and what is wrong with them.

    What stands between `---` and is no mapping is text of the page.
    """
    if not _YAML.match(text):
        return _lines(text)
    front, body, problem = split_front_matter(text)
    if problem or not front:
        return front, text, problem
    return front, body, problem


def _lines(text: str) -> tuple[FrontMatter | None, str, str]:
    """Take the lines `Name: value` at the very start, up to a blank line or any other."""
    if not _ENTRY.match(text):
        return None, text, ""
    found: dict[str, str] = {}
    name = ""
    lines = text.split("\n")
    end = len(lines)
    for number, line in enumerate(lines):
        entry, more = _ENTRY.match(line), _MORE.match(line)
        if entry and line.strip():
            name = entry[1].lower()
            found[name] = f"{found.get(name, '')} {entry[2].strip()}".strip()
        elif more and line.strip():
            found[name] += f" {more[1].strip()}"
        else:
            end = number
            break
    return found, "\n" * end + "\n".join(lines[end:]), ""
