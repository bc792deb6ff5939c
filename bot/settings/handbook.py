"""Which handbook, and how the bot speaks of it."""

import os
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, SecretStr
from pydantic_settings import NoDecode, SettingsConfigDict

from bot.settings.form import CHANNEL, SITE_URL, FileBelowEnvironment, Listed, from_json

EXAMPLE_HANDBOOK = str(Path(__file__).resolve().parents[2] / "content")
"""What the bot answers from until it is given another."""


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
    hosts: Listed = ()
    """Further hosts that may be sent on to."""


def usual_cache() -> str:
    """Return where the user's programs keep what they can make again.

    XDG Base Directory Specification, https://specifications.freedesktop.org/basedir-spec/latest/
    """
    return os.environ.get("XDG_CACHE_HOME", "~/.cache") + "/handbook-bot"


def usual_store() -> str:
    """Return where the user's programs keep what cannot be made again; same specification."""
    data = os.environ.get("XDG_DATA_HOME") or "~/.local/share"
    return f"sqlite:///{Path(data).expanduser()}/handbook-bot/handbook.db"


class HandbookSettings(FileBelowEnvironment):
    """Which handbook, and how the bot speaks of it. Each value: `HANDBOOK_` and its name."""

    model_config = SettingsConfigDict(
        env_prefix="HANDBOOK_", env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True
    )

    content: str = EXAMPLE_HANDBOOK
    """A folder of Markdown, one Markdown file, or an address that a handbook is fetched from."""
    sources: Annotated[tuple[SourceSettings, ...], NoDecode, BeforeValidator(from_json)] = ()
    """Several handbooks that are searched together; as JSON in the environment. Each has its own
    settings, and `content` and those that go with it are not used."""
    token: SecretStr = SecretStr("")
    """What opens `content` where it is private: a token of the Git host that may read it."""
    token_file: str = ""
    """A file with the token, as container platforms give secrets."""
    api_url: str = Field(default="", pattern=SITE_URL)
    """Address of the Git host's API; empty: told by the handbook's address."""
    hosts: Listed = ()
    """Further hosts that a host may send on to; none is asked that is not named."""
    poll_seconds: float = Field(default=60.0, ge=5.0, le=86_400.0)
    """Seconds from one look at a Git host to the next. Folders are looked at all the time."""
    cache: str = Field(default_factory=usual_cache)
    """Folder for what is fetched and built, which may be deleted at any time; not set: the user's
    cache folder."""
    store: str = Field(default_factory=usual_store)
    """Address of the database that remembers over restarts, `sqlite:///FILE` or
    `postgresql://USER:PASSWORD@HOST/NAME`; not set: a file in the user's data folder."""
    site_url: str = Field(default="", pattern=SITE_URL)
    """Address of the published site; links in chat then open the section there."""
    generator: str = ""
    """Site generator, `NAME[:OPTION=VALUE,…]`; empty: seen from the folder."""
    editors: Annotated[dict[str, str], NoDecode, BeforeValidator(from_json)] = Field(
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
    editors_channel: str = Field(default="", pattern=CHANNEL)
    """Id of the Slack channel that is told when a revision is not used; empty: nobody is."""
    issues_url: str = ""
    """Address of a new issue, with `{title}` and `{body}`: where people tell what is missing in the
    handbook. Empty: told by the handbook's Git host."""
    public_pages: Listed = ()
    """Pages that guests and strangers may see, as patterns: `public/*`; empty: none."""
