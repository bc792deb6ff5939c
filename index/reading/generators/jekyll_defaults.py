"""Front matter that Jekyll's `_config.yml` sets for whole folders.

Source: https://jekyllrb.com/docs/configuration/front-matter-defaults/
"""

from collections.abc import Iterator
from fnmatch import fnmatch

from index.reading.generators.generator import Settings
from index.reading.page import FrontMatter


def with_defaults(front: FrontMatter, path: str, kind: str, settings: Settings) -> FrontMatter:
    """Return the page's front matter on top of the defaults for it.

    `kind` is `pages` or a collection's name; of two defaults the one for the longer path wins.
    """
    merged: dict[str, object] = {}
    for _, values in sorted(_matching(path, kind, settings), key=lambda found: found[0]):
        merged.update(values)
    return {**merged, **front}


def _matching(path: str, kind: str, settings: Settings) -> Iterator[tuple[int, FrontMatter]]:
    """Yield length of the scope's path and the values, for each default that fits."""
    defaults = settings.get("defaults")
    for default in defaults if isinstance(defaults, list) else ():
        scope = default.get("scope") if isinstance(default, dict) else None
        values = default.get("values") if isinstance(default, dict) else None
        if not isinstance(scope, dict) or not isinstance(values, dict):
            continue
        folder = str(scope.get("path") or "").strip("/")
        wanted = scope.get("type")
        if wanted not in (None, "", kind):
            continue
        if not folder or f"{path}/".startswith(f"{folder}/") or fnmatch(path, folder):
            yield len(folder), {str(key): value for key, value in values.items()}
