"""What of an Eleventy site's settings decides its links: its configuration and its packages.

Source: https://www.11ty.dev/docs/config/
"""

import re
from collections.abc import Mapping, Sequence

from index.reading.dialects.eleventy import ATTRIBUTES
from index.reading.generators.configuration.javascript import CALLS, KEYS
from index.reading.generators.configuration.json_object import load_json
from index.reading.generators.generator import FILES, Settings

OWN_SLUG = "default"
"""The slugs that markdown-it-anchor makes of its own."""

_ANCHOR = "markdown-it-anchor"
_SLUGIFY = "@sindresorhus/slugify"
_VERSIONS: Mapping[str, str] = {"0": "1", "1": "1", "2": "1", "3": "2"}
"""Major version of Eleventy to that of the slugify in it."""
_NEWEST = "2"
_FIGURES = re.compile(r"\d+")


def packages(settings: Settings) -> Mapping[str, str]:
    """Return the packages that the site's package.json names, with their versions as written."""
    try:
        loaded = load_json(_file(settings, "package.json") or "{}")
    except ValueError:
        return {}
    found: dict[str, str] = {}
    for key in ("dependencies", "devDependencies"):
        listed = loaded.get(key)
        if isinstance(listed, dict):
            found |= {str(name): str(version) for name, version in listed.items()}
    return found


def plugins(settings: Settings) -> frozenset[str]:
    """Return the packages in use; while no configuration tells, attributes in braces are read."""
    if CALLS not in settings:
        return frozenset({*packages(settings), ATTRIBUTES})
    return frozenset({*packages(settings), *_imports(settings)})


def slugify_version(settings: Settings) -> str:
    """Return the major version of slugify in use, or `OWN_SLUG`."""
    imports = _imports(settings)
    keys = settings.get(KEYS)
    if _SLUGIFY in imports:
        own = _major(packages(settings).get(_SLUGIFY, ""))
        return own if own in ("1", "2", "3") else _NEWEST
    if _ANCHOR in imports and not (isinstance(keys, frozenset) and "slugify" in keys):
        return OWN_SLUG
    return filter_version(settings)


def filter_version(settings: Settings) -> str:
    """Return the major version of slugify behind Eleventy's own filter."""
    return _VERSIONS.get(_major(packages(settings).get("@11ty/eleventy", "")), _NEWEST)


def folders(settings: Settings) -> Mapping[str, str]:
    """Return the folders as the site names them: `input`, `includes`, `data` and so on."""
    named = settings.get("dir")
    found = {"input": ".", "includes": "_includes", "data": "_data", "output": "_site"}
    found |= {
        str(key): folder
        for key, folder in (named.items() if isinstance(named, Mapping) else ())
        if isinstance(folder, str)
    }
    calls = settings.get(CALLS)
    for name, folder in (("setInputDirectory", "input"), ("setIncludesDirectory", "includes")):
        texts = calls.get(name) if isinstance(calls, Mapping) else None
        if texts:
            found[folder] = texts[-1]
    return found


def ignore_patterns(settings: Settings) -> Sequence[str]:
    """Return the lines of `.eleventyignore`."""
    lines = _file(settings, ".eleventyignore").splitlines()
    return [line.strip().removeprefix("./") for line in lines]


def _imports(settings: Settings) -> frozenset[str]:
    calls = settings.get(CALLS)
    if not isinstance(calls, Mapping):
        return frozenset()
    return frozenset({*calls.get("require", ()), *calls.get("import", ())})


def _file(settings: Settings, name: str) -> str:
    files = settings.get(FILES)
    return str(files.get(name, "")) if isinstance(files, Mapping) else ""


def _major(version: str) -> str:
    found = _FIGURES.search(version)
    return found[0] if found else ""
