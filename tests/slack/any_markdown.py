"""Any text that a page or a question may hold, with the signs that mean something often."""

from typing import Final

from hypothesis import strategies as st

_PLAIN = (
    "# |## |- |1. |  - |> |`|*|**|_|~~|[|](|)|!|<|>|&|&amp;|&lt;!here&gt;|<!channel>|<@U1>|@here"
)
_MARKUP = "<https://x.example/|https://x.example/a b|{#id}|<br>|<b>|<!--|-->|: |- [ ] |[^1]|æøå|\\"
_LINES = ("\n\n", "\n", "\n# ", "\n- ", "\n1. ", "\n> ", "\n|a|b|\n|-|-|\n|", "\n```\n", "term\n: ")
_ODD = ("|", "\u202e", "\u0000", "\ufeff", "\U0001f469\u200d\U0001f467", "<x|y>", "javascript:x")

_SIGNS = st.sampled_from([*_PLAIN.split("|"), *_MARKUP.split("|"), *_LINES, *_ODD])

MARKDOWN: Final = st.lists(_SIGNS | st.text(max_size=20), max_size=30).map("".join)
"""A page, or what somebody saved as one."""

TYPED: Final = st.lists(_SIGNS | st.text(max_size=10), max_size=8).map("".join)
"""A question, or what somebody typed as one."""
