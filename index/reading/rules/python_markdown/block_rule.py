"""Python-Markdown's blocks in place of markdown-it's."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore

from index.reading.rules.python_markdown.blocks import BlockRule, Parser
from index.reading.rules.python_markdown.callouts import CALLOUTS, callout
from index.reading.rules.python_markdown.code import indented_code
from index.reading.rules.python_markdown.definitions import abbreviation, definition_list
from index.reading.rules.python_markdown.fences import set_fences_aside
from index.reading.rules.python_markdown.footnotes import footnote
from index.reading.rules.python_markdown.headings import (
    hash_heading,
    sane_hash_heading,
    underlined_heading,
)
from index.reading.rules.python_markdown.lines import TAB, Lines
from index.reading.rules.python_markdown.lists import (
    bullet_list,
    list_continuation,
    ordered_list,
)
from index.reading.rules.python_markdown.markdown_in_html import MarkdownExtractor, element
from index.reading.rules.python_markdown.nested_fences import set_nested_fences_aside
from index.reading.rules.python_markdown.pieces import joined
from index.reading.rules.python_markdown.quotes import quote
from index.reading.rules.python_markdown.raw_html import Extractor
from index.reading.rules.python_markdown.references import definition
from index.reading.rules.python_markdown.simple import paragraph, thematic_break
from index.reading.rules.python_markdown.tables import table
from index.reading.rules.python_markdown.tokens import TokenWriter
from index.reading.rules.python_markdown.tree import CLOSE, OPEN, Node, Stash

REFERENCES = "python_markdown_references"
"""Key in the parser's environment: the link definitions of the page."""

IDS = "python_markdown_ids"
"""Key in the parser's environment: the ids of all that is no heading."""

_MAY_BEGIN = re.compile(r"^[^\S\n]{0,3}<", re.MULTILINE)
"""HTML that may be a block."""


def python_markdown_blocks(extensions: Collection[str]) -> Callable[[MarkdownIt], None]:
    """Return the rule that reads blocks as Python-Markdown with these extensions does."""
    rules = _rules(frozenset(extensions))

    def install(md: MarkdownIt) -> None:
        def read(state: StateCore) -> None:
            stash = Stash()
            parser = Parser(rules, stash)
            root = Node("body")
            parser.parse(root, _prepared(state.src, stash, extensions))
            writer = TokenWriter(stash)
            writer.write(root)
            if parser.notes:
                writer.notes(parser.notes.values())
            state.env["footnotes"] = _numbered(parser.notes)
            state.tokens = writer.tokens
            state.env[REFERENCES] = parser.references
            state.env[IDS] = writer.ids

        md.core.ruler.at("block", read)

    return install


def _numbered(labels: Iterable[str]) -> Mapping[str, Mapping[str | int, object]]:
    """Return what the rule for references to footnotes knows: a note's number is its place."""
    places = {label: place for place, label in enumerate(labels)}
    return {
        "refs": {f":{label}": place for label, place in places.items()},
        "list": {place: {"label": label, "count": 0} for label, place in places.items()},
    }


def _prepared(text: str, stash: Stash, extensions: Collection[str]) -> Lines:
    """Return the page's lines with tabs as spaces, and fences and HTML set aside."""
    text = text.replace(OPEN, "").replace(CLOSE, "").expandtabs(TAB)
    texts = [line if line.strip(" ") else "" for line in text.split("\n")]
    lines = Lines(texts, range(len(texts)))
    if "pymdownx.superfences" in extensions:
        lines = set_nested_fences_aside(lines, stash)
    elif "fenced_code" in extensions:
        lines = set_fences_aside(lines, stash)
    within = MarkdownExtractor if "md_in_html" in extensions else Extractor
    return _html_aside(lines, stash, within)


def _html_aside(lines: Lines, stash: Stash, extractor: type[Extractor]) -> Lines:
    """Return the lines with what stands for a block of HTML in its place, blank lines around it."""
    text = "\n".join(lines.texts)
    return joined(extractor(text, lines, stash).run()) if _MAY_BEGIN.search(text) else lines


def _rules(extensions: frozenset[str]) -> Sequence[BlockRule]:
    """Return what is asked of each block, in Python-Markdown's order of priority."""
    sane = "pymdownx.saneheaders" in extensions
    candidates: Sequence[tuple[str, BlockRule]] = (
        ("md_in_html", element),
        *((kind.name, callout(kind)) for kind in CALLOUTS),
        ("", list_continuation),
        ("", indented_code),
        ("tables", table),
        ("", sane_hash_heading if sane else hash_heading),
        ("", underlined_heading),
        ("", thematic_break),
        ("", ordered_list),
        ("", bullet_list),
        ("def_list", definition_list),
        ("", quote),
        ("footnotes", footnote),
        ("abbr", abbreviation),
        ("", definition),
        ("", paragraph),
    )
    return tuple(rule for name, rule in candidates if not name or name in extensions)
