"""The settings files of a handbook: how its site is built, and which words stand together."""

import re
from posixpath import normpath

from index.source.limits import PAGE_BYTES
from index.source.tree import Tree

HUGO_FILES = tuple(
    f"{name}.{ending}"
    for name in (
        "hugo",
        "config",
        *(
            f"config/_default/{name}"
            for name in ("hugo", "config", "languages", "markup", "permalinks")
        ),
    )
    for ending in ("toml", "yaml", "yml", "json")
)
"""Where Hugo looks for its settings: one file, or several that hold a part each."""

MKDOCS_FILES = ("mkdocs.yml", "mkdocs.yaml")
_INHERIT = re.compile(r"""^INHERIT:[ \t]*["']?([^\s"']+)""", re.MULTILINE)

SYNONYM_FILES = ("synonyms.yml", "synonyms.yaml")
"""Where a handbook's editors say which of its words stand for each other."""

CONFIGURATION_FILES = (
    *SYNONYM_FILES,
    "_config.yml",
    "_config.yaml",
    *MKDOCS_FILES,
    "docusaurus.config.js",
    "docusaurus.config.ts",
    "docusaurus.config.mjs",
    ".eleventy.js",
    "eleventy.config.js",
    "eleventy.config.mjs",
    "eleventy.config.cjs",
    "eleventy.config.ts",
    "book.toml",
    ".eleventyignore",
    "package.json",
    *HUGO_FILES,
)
"""The settings files by which site generators are known, and what lies beside them."""


def read_settings_files(tree: Tree) -> dict[str, str]:
    """Return the settings files of a handbook: path to text."""
    found: dict[str, str] = {}
    names = list(CONFIGURATION_FILES)
    # The list grows while it is walked: MkDocs' settings may name a file that they inherit.
    for name in names:
        try:
            if tree.size(name) <= PAGE_BYTES:
                found[name] = tree.read(name).decode("utf-8", errors="replace")
        except OSError:
            continue
        inherited = _INHERIT.search(found[name]) if name in MKDOCS_FILES and name in found else None
        if inherited and normpath(inherited[1]) not in names:
            names.append(normpath(inherited[1]))
    return found
