"""Configuration in JSON."""

import json

from index.reading.generators.generator import Settings


def load_json(text: str) -> Settings:
    """Return the settings; empty for another value than an object.

    Raises:
        ValueError: for text that is not JSON.
    """
    try:
        loaded = json.loads(text)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    return loaded if isinstance(loaded, dict) else {}
