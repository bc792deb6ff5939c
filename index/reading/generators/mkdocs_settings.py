"""The settings of a MkDocs site, those that it inherits included.

Source: https://www.mkdocs.org/user-guide/configuration/#configuration-inheritance
"""

from collections.abc import Mapping
from posixpath import normpath

from index.reading.generators.configuration.yaml_file import load_yaml
from index.reading.generators.generator import FILES, Settings


def site_settings(settings: Settings) -> Settings:
    """Return the settings with what the file says that `INHERIT` names, where it is at hand."""
    own = {name: value for name, value in settings.items() if name not in (FILES, "INHERIT")}
    files, base = settings.get(FILES), settings.get("INHERIT")
    text = files.get(normpath(str(base))) if isinstance(files, Mapping) and base else None
    try:
        return _merged(load_yaml(text), own) if isinstance(text, str) else own
    except ValueError:
        return own


def _merged(below: Mapping[str, object], above: Mapping[str, object]) -> dict[str, object]:
    """Return both, mappings in them merged too; `above` wins."""
    merged = dict(below)
    for name, value in above.items():
        under = merged.get(name)
        both = isinstance(under, dict) and isinstance(value, dict)
        merged[name] = _merged(under, value) if both else value  # type: ignore[arg-type]
    return merged
