"""The forms in which a value may be given, and which of several wins."""

import json
from typing import Annotated

from pydantic import BeforeValidator
from pydantic_settings import BaseSettings, NoDecode, PydanticBaseSettingsSource

SITE_URL = r"^(https?://[^\s/]+\S*)?$"
"""What can be opened in a browser; or nothing."""

CHANNEL = r"^([CGD][A-Z0-9]{2,})?$"
"""Id of a channel in Slack; or nothing."""


class FileBelowEnvironment(BaseSettings):
    """The environment wins over `.env`, that over the file's values given to the constructor."""

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],  # noqa: ARG003 - pydantic's signature
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Return the sources, the one that wins first."""
        return env_settings, dotenv_settings, file_secret_settings, init_settings


def from_json(given: object) -> object:
    """Return a table that is written as JSON, as the environment has it, as a table."""
    return json.loads(given) if isinstance(given, str) else given


def _from_list(given: object) -> object:
    """Return a list that is written with commas, as the environment has it, as a list."""
    if not isinstance(given, str) or given.lstrip().startswith("["):
        return from_json(given)
    return [each.strip() for each in given.split(",") if each.strip()]


Listed = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_from_list)]
"""Several words; with commas in the environment."""
