"""What every dialect of ours is: what runs before Markdown, and which rules it adds or drops."""

from collections.abc import Callable
from dataclasses import dataclass

from markdown_it import MarkdownIt

from index.reading.front_matter import split_front_matter
from index.reading.page import FrontMatter

Rule = Callable[[MarkdownIt], None]
"""A markdown-it plugin; made in `reading/rules`, taken by `build_parser`."""

Preparation = Callable[[str], str]
"""A page's text without front matter in, the text that Markdown sees out; every line keeps its
number."""

FrontMatterRule = Callable[[str], tuple[FrontMatter | None, str, str]]
"""A page's whole text in; its settings, the text with their lines blanked, and what is wrong."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """How one reader of Markdown differs from CommonMark with tables, notes and definitions."""

    rules: tuple[Rule, ...] = ()
    """What is added to the parser or switched off in it, in this order."""
    before: tuple[Preparation, ...] = ()
    """What runs over the text first, in this order: Liquid, short codes, components."""
    front_matter: FrontMatterRule = split_front_matter
    """How the settings at the top of a page are found."""
