"""The tokens of a list of terms, made by every rule that finds one its own way."""

from collections.abc import Iterable, Iterator, Sequence

from markdown_it.token import Token


def definition_list(
    entries: Iterable[tuple[Sequence[str], Sequence[str]]], level: int
) -> Iterator[Token]:
    """Yield the tokens of a list: each entry has its terms and their meanings, as Markdown."""
    yield Token("dl_open", "dl", 1, level=level, block=True)
    for terms, meanings in entries:
        for term in terms:
            yield Token("dt_open", "dt", 1, level=level + 1, block=True)
            yield _text(term, level + 2)
            yield Token("dt_close", "dt", -1, level=level + 1, block=True)
        for meaning in meanings:
            yield Token("dd_open", "dd", 1, level=level + 1, block=True)
            yield Token("paragraph_open", "p", 1, level=level + 2, block=True, hidden=True)
            yield _text(meaning, level + 3)
            yield Token("paragraph_close", "p", -1, level=level + 2, block=True, hidden=True)
            yield Token("dd_close", "dd", -1, level=level + 1, block=True)
    yield Token("dl_close", "dl", -1, level=level, block=True)


def _text(markdown: str, level: int) -> Token:
    return Token("inline", "", 0, content=markdown, children=[], level=level, block=True)
