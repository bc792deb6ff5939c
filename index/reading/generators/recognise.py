"""Which generator builds the handbook's site: given by name, else seen from its files."""

from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from typing import Final

from index.reading.generators import docusaurus, eleventy, github, hugo, jekyll, mdbook, mkdocs
from index.reading.generators.configuration.javascript import load_javascript
from index.reading.generators.configuration.json_object import load_json
from index.reading.generators.configuration.toml import load_toml
from index.reading.generators.configuration.yaml_file import load_yaml
from index.reading.generators.generator import FILES, Generator, Settings
from index.reading.generators.mdbook_summary import SUMMARY
from index.source.document import Notice, NoticeKind, Source
from index.source.settings_files import HUGO_FILES

_GENERATORS: Final[
    Mapping[
        str,
        tuple[Callable[[Settings, Mapping[str, str]], Generator], Mapping[str, tuple[str, ...]]],
    ]
] = {
    jekyll.NAME: (jekyll.jekyll, jekyll.OPTIONS),
    docusaurus.NAME: (docusaurus.docusaurus, docusaurus.OPTIONS),
    eleventy.NAME: (eleventy.eleventy, eleventy.OPTIONS),
    github.NAME: (github.github, github.OPTIONS),
    hugo.NAME: (hugo.hugo, hugo.OPTIONS),
    mdbook.NAME: (mdbook.mdbook, mdbook.OPTIONS),
    mkdocs.NAME: (mkdocs.mkdocs, mkdocs.OPTIONS),
}
_CONFIGURATION: Final = {
    "_config.yml": jekyll.NAME,
    "_config.yaml": jekyll.NAME,
    "mkdocs.yml": mkdocs.NAME,
    "mkdocs.yaml": mkdocs.NAME,
    "docusaurus.config.js": docusaurus.NAME,
    "docusaurus.config.ts": docusaurus.NAME,
    "docusaurus.config.mjs": docusaurus.NAME,
    ".eleventy.js": eleventy.NAME,
    "eleventy.config.js": eleventy.NAME,
    "eleventy.config.mjs": eleventy.NAME,
    "eleventy.config.cjs": eleventy.NAME,
    "eleventy.config.ts": eleventy.NAME,
    "book.toml": mdbook.NAME,
    **dict.fromkeys(HUGO_FILES, hugo.NAME),
}
"""Settings file to generator."""

_FORMATS: Final[Mapping[str, Callable[[str], Settings]]] = {
    ".yml": load_yaml,
    ".yaml": load_yaml,
    ".toml": load_toml,
    ".json": load_json,
    **dict.fromkeys((".js", ".mjs", ".cjs", ".ts"), load_javascript),
}
"""Ending of a settings file to what reads it."""

GENERATOR_NAMES: Final = tuple(_GENERATORS)


class GeneratorUnknownError(Exception):
    """A generator or an option of it that we do not know; `known` lists what we do."""

    def __init__(self, given: str, known: tuple[str, ...]) -> None:
        super().__init__(f"{given}: known are {', '.join(known)}")
        self.given = given
        self.known = known


def choose_generator(source: Source, wanted: str | None) -> tuple[Generator, tuple[Notice, ...]]:
    """Return the generator that `wanted` names (`NAME[:OPTION=VALUE,…]`), else the one seen.

    A folder without a generator's settings file is linked as GitHub shows its files.

    Raises:
        GeneratorUnknownError: when `wanted` names something we do not know.
    """
    seen = _seen(source.configuration)
    name, options = _parse(wanted) if wanted else (seen, {})
    settings, notices = _load(name, source.configuration)
    make, _ = _GENERATORS[name]
    try:
        return make({**settings, FILES: site_files(source)}, options), notices
    except ValueError as error:
        raise GeneratorUnknownError(wanted or name, (f"{name}:version=0.111",)) from error


def check_generator(wanted: str) -> None:
    """Let a name with its options pass that `choose_generator` can take.

    Raises:
        GeneratorUnknownError: when it names something we do not know.
    """
    _parse(wanted)


def site_files(source: Source) -> Mapping[str, str]:
    """Return every file that says how the site is built: mdBook's table of contents is one too."""
    contents = {
        document.path: document.text
        for document in source.documents
        if PurePosixPath(document.path).name == SUMMARY
    }
    return {**source.configuration, **contents}


def _parse(wanted: str) -> tuple[str, dict[str, str]]:
    name, _, rest = wanted.strip().partition(":")
    if name not in _GENERATORS:
        raise GeneratorUnknownError(name, GENERATOR_NAMES)
    options: dict[str, str] = {}
    for part in filter(None, rest.split(",")):
        option, _, value = part.partition("=")
        known = _GENERATORS[name][1]
        if option.strip() not in known:
            raise GeneratorUnknownError(f"{name}:{option.strip()}", tuple(sorted(known)))
        values = known[option.strip()]
        if values and value.strip() not in values:
            raise GeneratorUnknownError(f"{name}:{part.strip()}", values)
        options[option.strip()] = value.strip()
    return name, options


def _seen(configuration: Mapping[str, str]) -> str:
    """Return the name of the generator whose settings file is there, GitHub's without any."""
    for file, name in _CONFIGURATION.items():
        # Other programs have a `config.toml` too.
        shared = PurePosixPath(file).stem == "config" and name == hugo.NAME
        if file in configuration and not (shared and "baseurl" not in configuration[file].lower()):
            return name
    return github.NAME


def _load(name: str, configuration: Mapping[str, str]) -> tuple[Settings, tuple[Notice, ...]]:
    """Return what all settings files of the generator say, the first winning, and their faults."""
    settings: Settings = {}
    notices: list[Notice] = []
    for file, generator in _CONFIGURATION.items():
        if generator == name and file in configuration:
            path = PurePosixPath(file)
            try:
                loaded = _FORMATS[path.suffix](configuration[file])
            except ValueError:
                notices.append(Notice(file, NoticeKind.BROKEN_CONFIGURATION))
                continue
            part = {path.stem: loaded} if path.stem in hugo.PARTS else loaded
            settings = {**part, **settings}
    return settings, tuple(notices)
