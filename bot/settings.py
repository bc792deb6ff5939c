"""Settings: read once from environment, `.env` and `handbook.toml`, then passed on."""

import json
import os
import tomllib
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, SecretStr, ValidationError
from pydantic_settings import (
    BaseSettings,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from bot.problem import ProblemError

SETTINGS_FILE = "handbook.toml"
EXAMPLE_HANDBOOK = str(Path(__file__).resolve().parent.parent / "content")
"""What the bot answers from until it is given another."""

SITE_URL = r"^(https?://[^\s/]+\S*)?$"
"""What can be opened in a browser; or nothing."""


class _FileBelowEnvironment(BaseSettings):
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
        return env_settings, dotenv_settings, file_secret_settings, init_settings


def _from_json(given: object) -> object:
    """Return a table that is written as JSON, as the environment has it, as a table."""
    return json.loads(given) if isinstance(given, str) else given


def _from_list(given: object) -> object:
    """Return a list that is written with commas, as the environment has it, as a list."""
    if not isinstance(given, str) or given.lstrip().startswith("["):
        return _from_json(given)
    return [each.strip() for each in given.split(",") if each.strip()]


Hosts = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_from_list)]
"""Names of hosts; with commas in the environment."""


class SourceSettings(BaseModel):
    """One of several handbooks: a table `[[handbook.sources]]`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    content: str
    """A folder, a Markdown file, or an address."""
    name: str = ""
    """What it is called in breadcrumbs; empty: the last part of its place."""
    site_url: str = Field(default="", pattern=SITE_URL)
    """Address of its published site."""
    generator: str = ""
    """Its site generator; empty: seen from its files."""
    token: SecretStr = SecretStr("")
    """What opens it where it is private."""
    token_file: str = ""
    """A file with the token."""
    api_url: str = Field(default="", pattern=SITE_URL)
    """Address of its Git host's API; empty: told by the handbook's address."""
    hosts: Hosts = ()
    """Further hosts that may be sent on to."""


def usual_cache() -> str:
    """Return where the user's programs keep what they can make again.

    XDG Base Directory Specification, https://specifications.freedesktop.org/basedir-spec/latest/
    """
    return os.environ.get("XDG_CACHE_HOME", "~/.cache") + "/handbook-bot"


class HandbookSettings(_FileBelowEnvironment):
    """Which handbook, and how the bot speaks of it. Each value: `HANDBOOK_` and its name."""

    model_config = SettingsConfigDict(
        env_prefix="HANDBOOK_", env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True
    )

    content: str = EXAMPLE_HANDBOOK
    """A folder of Markdown, one Markdown file, or an address that a handbook is fetched from."""
    sources: Annotated[tuple[SourceSettings, ...], NoDecode, BeforeValidator(_from_json)] = ()
    """Several handbooks that are searched together; as JSON in the environment. Each has its own
    settings, and `content` and those that go with it are not used."""
    token: SecretStr = SecretStr("")
    """What opens `content` where it is private: a token of the Git host that may read it."""
    token_file: str = ""
    """A file with the token, as container platforms give secrets."""
    api_url: str = Field(default="", pattern=SITE_URL)
    """Address of the Git host's API; empty: told by the handbook's address."""
    hosts: Hosts = ()
    """Further hosts that a host may send on to; none is asked that is not named."""
    poll_seconds: float = Field(default=60.0, ge=5.0, le=86_400.0)
    """Seconds from one look at a Git host to the next. Folders are looked at all the time."""
    cache: str = Field(default_factory=usual_cache)
    """Folder for what is fetched and built, which may be deleted at any time; not set: the user's
    cache folder."""
    site_url: str = Field(default="", pattern=SITE_URL)
    """Address of the published site; links in chat then open the section there."""
    generator: str = ""
    """Site generator, `NAME[:OPTION=VALUE,…]`; empty: seen from the folder."""
    editors: Annotated[dict[str, str], NoDecode, BeforeValidator(_from_json)] = Field(
        default_factory=dict
    )
    """Mail address or domain of those who edit pages, and the role to name for it; as JSON in the
    environment. A page without owner is then its last editors'. Empty: nobody is looked up."""
    semantic_model: str = ""
    """Folder of an embedding model, model2vec or ONNX; empty: only words are searched for."""
    language: str = Field(default="", pattern="^(da|en)?$")
    """Language of the terminal's own sentences; empty: the system's."""
    command: str = Field(default="/handbook", pattern=r"^/[^\s/]{1,31}$")
    """Name of the slash command, as the Slack app declares it."""
    host: str = "0.0.0.0"  # noqa: S104 - a server behind a proxy; only where a port is wanted
    """Address that `serve` listens on, where it listens at all."""
    port: int | None = Field(default=None, ge=0, le=65535)
    """Port that `serve` listens on, 0 for a free one. None: 3000 where Slack or a Git host sends
    HTTP, and no open port where neither does."""
    webhook_secret: SecretStr = SecretStr("")
    """What a Git host's webhook is signed with; empty: no webhook is taken."""
    webhook_secret_file: str = ""
    """A file with it."""
    editors_channel: str = Field(default="", pattern=r"^([CGD][A-Z0-9]{2,})?$")
    """Id of the Slack channel that is told when a revision is not used; empty: nobody is."""


class SlackSettings(_FileBelowEnvironment):
    """How the bot reaches Slack. Each value: `SLACK_` and its name."""

    model_config = SettingsConfigDict(
        env_prefix="SLACK_", env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True
    )

    bot_token: SecretStr = SecretStr("")
    """OAuth & Permissions > Bot User OAuth Token, begins with xoxb-."""
    app_token: SecretStr = SecretStr("")
    """Basic Information > App-Level Tokens, scope connections:write, begins with xapp-."""
    signing_secret: SecretStr = SecretStr("")
    """Basic Information > App Credentials > Signing Secret; only for HTTP."""
    api_url: str = "https://slack.com/api/"
    """Another Slack's Web API; only for tests and `handbook try`."""


def read_settings(folder: Path) -> tuple[HandbookSettings, SlackSettings]:
    """Read all settings; `folder` is where `handbook.toml` may stand.

    Raises:
        ProblemError: when the file is not TOML or a value cannot be used.
    """
    tables = _tables(folder / SETTINGS_FILE)
    try:
        return (
            HandbookSettings(**tables.get("handbook", {})),
            SlackSettings(**tables.get("slack", {})),
        )
    except ValidationError as error:
        first = error.errors()[0]
        prefix = "SLACK_" if error.title == SlackSettings.__name__ else "HANDBOOK_"
        name = prefix + str(first["loc"][0]).upper()
        if name == "HANDBOOK_SITE_URL":
            raise ProblemError("site-invalid", name=name, given=str(first["input"])) from error
        raise ProblemError("setting-invalid", name=name, reason=first["msg"]) from error


def _tables(file: Path) -> dict[str, dict[str, Any]]:
    try:
        loaded = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ProblemError("setting-invalid", name=SETTINGS_FILE, reason=str(error)) from error
    return {name: table for name, table in loaded.items() if isinstance(table, dict)}
