"""Whether something that is no Markdown has its line, or its lines, for itself."""

_BLANK = " \t"


def has_own_lines(text: str, start: int, end: int) -> bool:
    """Return whether nothing but blanks stands beside `text[start:end]` on its lines."""
    before, after = start - 1, end
    while before >= 0 and text[before] in _BLANK:
        before -= 1
    while after < len(text) and text[after] in _BLANK:
        after += 1
    begins = before < 0 or text[before] == "\n"
    return begins and text[after : after + 1] in ("", "\n", "\r")
