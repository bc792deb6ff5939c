"""The settings at the top of a page."""

import yaml

from index.reading.page import FrontMatter

RULE = "---"


def split_front_matter(text: str) -> tuple[FrontMatter | None, str, str]:
    """Return the front matter, the text with its lines blanked, and what is wrong with it.

    The body keeps its line numbers. No front matter is None, an empty one an empty mapping;
    one that is not YAML is empty too, and the third value then names the place.
    """
    if not text.startswith(RULE) or text.split("\n", 1)[0].strip() != RULE:
        return None, text, ""
    lines = text.split("\n")
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() in (RULE, "..."):
            body = "\n" * (number + 1) + "\n".join(lines[number + 1 :])
            settings, problem = _settings("\n".join(lines[1:number]))
            return settings, body, problem
    return None, text, ""


def _settings(source: str) -> tuple[FrontMatter, str]:
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


def text_setting(settings: FrontMatter | None, name: str) -> str | None:
    """Return a setting as text, None where it is missing or no plain value."""
    value = (settings or {}).get(name)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return str(value).strip() or None
