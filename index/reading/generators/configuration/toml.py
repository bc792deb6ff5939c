"""Configuration in TOML: Hugo's, mdBook's."""

import tomllib

from index.reading.generators.generator import Settings


def load_toml(text: str) -> Settings:
    """Return the settings.

    Raises:
        ValueError: for text that is not TOML.
    """
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
