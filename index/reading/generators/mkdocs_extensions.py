"""The Markdown extensions that a MkDocs site switches on, by one name each."""

from collections.abc import Iterator, Mapping

ALWAYS = ("toc", "tables", "fenced_code")
"""What MkDocs switches on by itself."""

_PREFIX = "markdown.extensions."
_BUNDLES: Mapping[str, tuple[str, ...]] = {
    "extra": ("fenced_code", "footnotes", "attr_list", "def_list", "tables", "abbr", "md_in_html"),
    "pymdownx.extra": (
        "pymdownx.betterem",
        "pymdownx.superfences",
        "footnotes",
        "attr_list",
        "def_list",
        "tables",
        "abbr",
        "md_in_html",
    ),
}
"""Extensions that only switch on others."""

Options = Mapping[str, object]


def site_extensions(settings: Mapping[str, object]) -> dict[str, Options]:
    """Return each extension with its options, as the site's configuration has them."""
    found: dict[str, Options] = {name: {} for name in ALWAYS}
    for name, options in _listed(settings.get("markdown_extensions")):
        short = name.removeprefix(_PREFIX).partition(":")[0]
        for one in (short, *_BUNDLES.get(short, ())):
            found[one] = options if one == short else found.get(one, {})
    return found


def names_of(value: object) -> frozenset[str]:
    """Return the names in a list of names and of mappings from name to options."""
    return frozenset(name for name, _ in _listed(value))


def _listed(value: object) -> Iterator[tuple[str, Options]]:
    entries = value if isinstance(value, list) else [value]
    for entry in entries:
        if isinstance(entry, str):
            yield entry, {}
        elif isinstance(entry, dict):
            for name, options in entry.items():
                yield str(name), options if isinstance(options, dict) else {}
