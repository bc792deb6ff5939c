"""Pages that keep no measure, each with what is too much of."""

from collections.abc import Mapping
from typing import Final

LONG: Final = "Løn & <ferie> "
SITE: Final = "https://x.example/"


def _link(characters: int, label: str = "x") -> str:
    return f"[{label}]({SITE}{'a' * characters})"


def _row(*cells: str) -> str:
    return f"|{'|'.join(cells)}|\n"


def _table(header: tuple[str, ...], *rows: tuple[str, ...]) -> str:
    return _row(*header) + _row(*["-"] * len(header)) + "".join(_row(*row) for row in rows)


_STEPS = {
    "eleven steps of 2,000 characters": [LONG * 150] * 11,
    "eleven steps of links": [(_link(900) + " c ") * 2] * 11,
}
_TEXTS = {
    "paragraph without spaces": "&" * 20_000,
    "paragraph of words": LONG * 3_000,
    "link of 5,000 characters": _link(5_000),
    "label of 5,000 characters": _link(5, LONG * 400),
    "many long links": (_link(1_900) + " and ") * 9,
    **{
        name: "".join(f"{place}. {step}\n" for place, step in enumerate(steps, 1))
        for name, steps in _STEPS.items()
    },
    "lists in lists": "\n".join(
        f"{'  ' * depth}- {_link(1_500, LONG * 300)}" for depth in range(15)
    ),
    "wide table": _table(("&" * 300,) * 25, ("<" * 300,) * 25),
    "wide row": _table(("a",) * 20, (LONG * 40,) * 20),
    "row of links": _table(("a", "b"), (_link(1_900), _link(1_900))),
    "table of 3,000 rows": _table(("a", "b"), *[("b & c", "d")] * 3_000),
    "column with a long name": _table(("&" * 3_500, "b"), ("c", "d")),
    "code": "```\n" + "&" * 4_000 + "\n`" + "<" * 4_000 + "\n```\n",
    "code of 500 lines": "```\n" + "x < y && z\n" * 500 + "```\n",
    "code in a sentence": "`" + "&" * 4_000 + "`",
    "quotes in quotes": "> " * 18 + LONG * 300,
    "quotes in lists": "- a\n\n  > - " + LONG * 300,
    "definition": "t&" * 1_000 + "\n" + f": {LONG * 200}\n\n" * 5,
    "emphasis everywhere": "**a** _b_ ~~c~~ `d` " * 1_000,
    "500 paragraphs": "a\n\n" * 500,
}

BIG: Final[Mapping[str, str]] = {
    **{name: f"# H\n\n{text}" for name, text in _TEXTS.items()},
    "heading of 5,000 characters": "# " + "H&<" * 1_700 + "\n\ntext",
    "heading without text": "# ![](x.png)\n\ntext",
    "pings": "# <!channel> @here\n\n<!everyone> <@U1> <#C1> <!subteam^S1> &lt;!here&gt; @channel",
}
"""What is too much, to the page."""
