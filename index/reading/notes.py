"""Footnotes stand below the section that refers to them first.

A site has them at the page's end, one click away. In an excerpt nobody can click, so the text of
a note is read where its number stands; and a search that finds the note finds the right section.
"""

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from index.reading.rules.footnotes_heading import is_footnotes_heading

_FEWEST = 4
"""Tokens of a page that is nothing but a note: two around all notes, two around each."""

_PARAGRAPHS = {"heading_open": "paragraph_open", "heading_close": "paragraph_close"}


def with_notes_below(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return a page's tokens with each footnote at the end of its section.

    A note that only another note refers to stands behind that one. The heading above the notes is
    gone with them; a heading in a note is a paragraph.
    """
    if len(tokens) < _FEWEST or tokens[-2].type != "footnote_close":
        return tokens
    begin = next(at for at, token in enumerate(tokens) if token.type == "footnote_block_open")
    notes = dict(_notes(tokens[begin + 1 : -1]))
    moved: list[Token] = []
    start = 0
    for number in range(1, begin + 1):
        if number == begin or (tokens[number].type == "heading_open" and not tokens[number].level):
            section = tokens[start:number]
            if not is_footnotes_heading(section[0]):
                moved += [*section, *_taken(section, notes)]
            start = number
    # Notes that nothing refers to: only Python-Markdown shows them.
    return [*moved, *(token for note in notes.values() for token in _plain(note))]


def _notes(tokens: Sequence[Token]) -> Iterator[tuple[int, Sequence[Token]]]:
    start = 0
    for number, token in enumerate(tokens):
        if token.type == "footnote_open":
            start = number
        elif token.type == "footnote_close":
            yield tokens[start].meta["id"], tokens[start : number + 1]


def _taken(section: Sequence[Token], notes: dict[int, Sequence[Token]]) -> Iterator[Token]:
    """Take from `notes` those that the section refers to, and yield their tokens."""
    referring = [section]
    for tokens in referring:  # which grows while notes refer to notes
        for token in tokens:
            referring.extend(
                notes.pop(child.meta["id"])
                for child in token.children or ()
                if child.type == "footnote_ref" and child.meta["id"] in notes
            )
    for note in referring[1:]:
        yield from _plain(note)


def _plain(note: Sequence[Token]) -> Iterator[Token]:
    for token in note:
        kind = _PARAGRAPHS.get(token.type)
        yield token.copy(type=kind) if kind else token
