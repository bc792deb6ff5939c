"""Configuration in YAML: Jekyll's, and one of Hugo's."""

import yaml

from index.reading.generators.generator import Settings


def load_yaml(text: str) -> Settings:
    """Return the settings; empty for another value than a mapping.

    Raises:
        ValueError: for text that is not YAML.
    """
    try:
        loaded = yaml.load(text, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, RecursionError) as error:
        raise ValueError(str(error)) from error
    return {str(key): value for key, value in loaded.items()} if isinstance(loaded, dict) else {}
