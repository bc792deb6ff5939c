"""Questions to begin with, for somebody who does not know what to ask; every word the handbook's.

First what its editors suggest (`questions:` in a page's front matter), then what is asked most,
then headings that are questions, then what its largest chapters are called.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import zip_longest
from typing import Final

from index.chapters import Chapter
from index.contents import Contents, section_with
from index.reading.page import Section
from index.reading.section_key import SectionKey, section_key
from index.search.index import Index
from index.search.language import Language
from index.search.retrieve import retrieve
from index.search.understand import understand

MOST: Final = 4
"""Slack shows no more: https://docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts"""

CHARACTERS: Final = 75
"""As long as the text of a button may be; a question that has to be cut is no suggestion."""

TRIED: Final = 24
"""Of so many headings it is looked whether they find what they stand above."""


@dataclass(frozen=True, slots=True)
class _Prompt:
    """What may be suggested."""

    text: str
    """The question, or what asks for it."""
    finds: Callable[[Section], bool] | None = None
    """Whether a section is what the text has to find; None where its editors answer for it."""


def suggested(
    contents: Contents, index: Index, language: Language, asked: Sequence[SectionKey] = ()
) -> tuple[str, ...]:
    """Return at most MOST questions, those in the language first where the handbook has several.

    `asked` are the sections that people ask for most, the most wanted first. No heading is
    suggested that would not find what it stands above.
    """
    found: dict[str, None] = {}
    for way in _ways(contents, index, asked):
        short = [prompt for prompt in way if len(prompt.text) <= CHARACTERS][:TRIED]
        short.sort(key=lambda prompt: understand(prompt.text, index).language is not language)
        for prompt in short:
            if len(found) == MOST:
                return tuple(found)
            if prompt.text not in found and _is_found(prompt, index):
                found[prompt.text] = None
    return tuple(found)


def _ways(
    contents: Contents, index: Index, asked: Sequence[SectionKey]
) -> Iterator[Sequence[_Prompt]]:
    """Yield what may be suggested, the best kind first; of each kind the chapters take turns."""
    chapters = contents.chapters
    yield _in_turn([list(_of_editors(chapter)) for chapter in chapters])
    sections = (section_with(key, index) for key in asked[:TRIED])
    yield [_Prompt(each.heading, partial(_has_key, section_key(each))) for each in sections if each]
    yield _in_turn([list(_questions(chapter)) for chapter in chapters])
    by_size = sorted(chapters, key=_size, reverse=True)
    yield [_Prompt(each.pages[0].title, partial(_is_in, _paths(each))) for each in by_size]


def _is_found(prompt: _Prompt, index: Index) -> bool:
    if prompt.finds is None:
        return True
    hits = retrieve(prompt.text, index, 1).hits
    return bool(hits) and prompt.finds(hits[0].passage.section)


def _of_editors(chapter: Chapter) -> Iterator[_Prompt]:
    return (_Prompt(text.strip()) for page in chapter.pages for text in page.prompts)


def _questions(chapter: Chapter) -> Iterator[_Prompt]:
    for page in chapter.pages:
        for entry in page.sections:
            if entry.heading.endswith("?"):
                yield _Prompt(entry.heading, partial(_has_key, entry.key))


def _has_key(key: SectionKey, section: Section) -> bool:
    return section_key(section) == key


def _is_in(paths: frozenset[str], section: Section) -> bool:
    return section.page in paths


def _paths(chapter: Chapter) -> frozenset[str]:
    return frozenset(page.path for page in chapter.pages)


def _size(chapter: Chapter) -> int:
    return sum(len(page.sections) for page in chapter.pages)


def _in_turn(lists: Sequence[Sequence[_Prompt]]) -> list[_Prompt]:
    """Return the first of each list, then the second of each."""
    return [one for row in zip_longest(*lists) for one in row if one is not None]
