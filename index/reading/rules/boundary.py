"""Where kramdown lets a block begin that may not end a paragraph."""

from markdown_it.rules_block import StateBlock

from index.reading.rules.attribute_lists import is_attribute_line


def after_boundary(state: StateBlock, line: int) -> bool:
    """Return whether a block may begin here: after an empty or attribute line, or an opening."""
    if line == 0 or state.isEmpty(line - 1) or is_attribute_line(state, line - 1):
        return True
    opened = state.tokens[-1] if state.tokens else None
    return opened is not None and opened.nesting == 1
