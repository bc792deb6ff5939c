"""What is looked up in a loaded configuration: tables by a dotted path."""

from collections.abc import Mapping


def lower_keys(settings: object) -> Mapping[str, object]:
    """Return a table with its keys in lower case at every depth; empty for anything else."""
    if not isinstance(settings, Mapping):
        return {}
    return {
        str(key).lower(): lower_keys(value) if isinstance(value, Mapping) else value
        for key, value in settings.items()
    }


def table(settings: Mapping[str, object], path: str) -> Mapping[str, object]:
    """Return the table that a dotted path names, empty where there is none."""
    for name in path.split("."):
        inner = settings.get(name)
        settings = inner if isinstance(inner, Mapping) else {}
    return settings
