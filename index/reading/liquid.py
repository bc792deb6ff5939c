"""Liquid, which Jekyll and Eleventy run before Markdown: what it prints stays, the tags go."""

import re

_LINK_TAG = re.compile(
    r"""\{%-?\s*(?:page|link|url|relative_url)\s+["']?([^"'%}\s]+)["']?\s*-?%\}"""
)
_COMMENT = re.compile(r"\{%-?\s*comment\s*-?%\}.*?\{%-?\s*endcomment\s*-?%\}", re.DOTALL)
_TAG = re.compile(r"\{%[^%\n]*(?:%(?!\})[^%\n]*)*%\}|\{\{[^{}\n]*\}\}")


def without_liquid(text: str) -> str:
    """Return `text` with link tags as their target and all other tags gone; lines stay in place."""
    if "{%" not in text and "{{" not in text:
        return text
    text = _LINK_TAG.sub(r"\1", text)
    text = _COMMENT.sub(lambda match: "\n" * match[0].count("\n"), text)
    return _TAG.sub("", text)
