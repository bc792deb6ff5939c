"""Metadata of MultiMarkdown, which MkDocs takes off a page that has no YAML front matter.

Source: https://www.mkdocs.org/user-guide/writing-your-docs/#multimarkdown-style-meta-data
"""

import re

_ENTRY = re.compile(r" {0,3}[A-Za-z0-9_-]+:")
_MORE = re.compile(r" {4}|\t")


def without_metadata(text: str) -> str:
    """Return `text` with the lines `Name: value` at its very start blank.

    A page with front matter begins with the blank lines that stand in its place.
    """
    if not _ENTRY.match(text):
        return text
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if not (_ENTRY.match(line) or (number and _MORE.match(line))):
            return "\n" * number + "\n".join(lines[number:])
    return ""
