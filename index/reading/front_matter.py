"""The settings at the top of a page."""

import json
import re
import tomllib
from types import MappingProxyType
from typing import Final

import yaml

from index.reading.page import FrontMatter

NOT_BUILT: Final[FrontMatter] = MappingProxyType({})
"""Front matter of a page that its generator stops at: no site can have been built with it."""


def split_front_matter(text: str) -> tuple[FrontMatter | None, str, str]:
    """Return the front matter, the text with its lines blanked, and what is wrong with it.

    It is YAML between `---`, TOML between `+++`, or one JSON object. The body keeps its line
    numbers. No front matter is None, an empty one an empty mapping; one that cannot be read is
    empty too, and the third value then names the line.
    """
    if text.startswith("{"):
        return _object(text)
    fence = text.split("\n", 1)[0].strip()
    if fence not in _FENCES or not text.startswith(fence):
        return None, text, ""
    closing, load = _FENCES[fence]
    lines = text.split("\n")
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() in closing:
            body = "\n" * (number + 1) + "\n".join(lines[number + 1 :])
            settings, problem = load("\n".join(lines[1:number]))
            return settings, body, problem
    return None, text, ""


def _yaml(source: str) -> tuple[FrontMatter, str]:
    try:
        loaded = yaml.load(source, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        return {}, str(line)
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}, "1"
    if loaded is None:
        return {}, ""
    if not isinstance(loaded, dict):
        return {}, "2"
    return {str(key): value for key, value in loaded.items()}, ""


def _toml(source: str) -> tuple[FrontMatter, str]:
    try:
        return tomllib.loads(source), ""
    except tomllib.TOMLDecodeError as error:
        found = _TOML_LINE.search(str(error))
        return {}, str(int(found[1]) + 1) if found else "1"
    except (ValueError, RecursionError):
        return {}, "1"


def _object(text: str) -> tuple[FrontMatter | None, str, str]:
    """Read JSON front matter; a page that begins with another brace (Liquid's, say) has none."""
    try:
        loaded, end = _JSON.raw_decode(text)
    except (ValueError, RecursionError):
        return None, text, ""
    rest, _, body = text[end:].partition("\n")
    if rest.strip():
        return None, text, ""
    return loaded, "\n" * (text.count("\n", 0, end) + 1) + body, ""


_FENCES: Final = {"---": (("---", "..."), _yaml), "+++": (("+++",), _toml)}
"""First line to the lines that end the front matter, and its reader."""
_TOML_LINE: Final = re.compile(r"at line (\d+)")
_JSON: Final = json.JSONDecoder()


def text_setting(settings: FrontMatter | None, name: str) -> str | None:
    """Return a setting as text, None where it is missing or no plain value."""
    value = (settings or {}).get(name)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return str(value).strip() or None
