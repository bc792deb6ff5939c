"""Which generator builds the handbook's site: given by name, else seen from its files."""

from collections.abc import Callable, Mapping
from typing import Final

import yaml

from index.reading.generators import github, jekyll, mkdocs
from index.reading.generators.configuration.yaml_file import load_yaml
from index.reading.generators.generator import Generator, Settings
from index.source.document import Notice, NoticeKind, Source

_GENERATORS: Final[
    Mapping[
        str,
        tuple[Callable[[Settings, Mapping[str, str]], Generator], Mapping[str, tuple[str, ...]]],
    ]
] = {
    jekyll.NAME: (jekyll.jekyll, jekyll.OPTIONS),
    github.NAME: (github.github, github.OPTIONS),
    mkdocs.NAME: (mkdocs.mkdocs, mkdocs.OPTIONS),
}
_CONFIGURATION: Final = {
    "_config.yml": jekyll.NAME,
    "_config.yaml": jekyll.NAME,
    "mkdocs.yml": mkdocs.NAME,
    "mkdocs.yaml": mkdocs.NAME,
    "docusaurus.config.js": "Docusaurus",
    "docusaurus.config.ts": "Docusaurus",
    "hugo.toml": "Hugo",
    "hugo.yaml": "Hugo",
    ".eleventy.js": "Eleventy",
    "eleventy.config.js": "Eleventy",
    "book.toml": "mdBook",
}
"""Settings file to generator; those whose rules are not here yet are named as people know them."""

GENERATOR_NAMES: Final = tuple(_GENERATORS)


class GeneratorUnknownError(Exception):
    """A generator or an option of it that we do not know; `known` lists what we do."""

    def __init__(self, given: str, known: tuple[str, ...]) -> None:
        super().__init__(f"{given}: known are {', '.join(known)}")
        self.given = given
        self.known = known


def choose_generator(source: Source, wanted: str | None) -> tuple[Generator, tuple[Notice, ...]]:
    """Return the generator that `wanted` names (`NAME[:OPTION=VALUE,…]`), else the one seen.

    A folder without a generator's settings file is linked as GitHub shows its files, one of a
    generator whose rules are not here yet too, and a notice then says so.

    Raises:
        GeneratorUnknownError: when `wanted` names something we do not know.
    """
    found = next((file for file in _CONFIGURATION if file in source.configuration), None)
    seen = _CONFIGURATION[found] if found else github.NAME
    notices: tuple[Notice, ...] = ()
    name, options = _parse(wanted) if wanted else (seen, {})
    settings: Settings = {}
    # One generator's settings say nothing to another that somebody wants instead.
    if found and seen == name and seen in _GENERATORS:
        settings, notices = _load(found, source.configuration[found])
    if name not in _GENERATORS:
        notices = (Notice(found or "", NoticeKind.OTHER_GENERATOR, name),)
        name = github.NAME
    make, _ = _GENERATORS[name]
    return make(settings, options), notices


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


def _load(name: str, text: str) -> tuple[Settings, tuple[Notice, ...]]:
    try:
        loaded = load_yaml(text)
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}, (Notice(name, NoticeKind.BROKEN_CONFIGURATION),)
    return (loaded if isinstance(loaded, dict) else {}), ()
