"""How the bot reaches Slack, and how it behaves there."""

from pydantic import Field, SecretStr
from pydantic_settings import SettingsConfigDict

from bot.settings.form import CHANNEL, FileBelowEnvironment, Listed


class SlackSettings(FileBelowEnvironment):
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
    admins: Listed = ()
    """Ids of people who may set how the bot behaves in a channel, beside the workspace's admins."""
    guests: bool = False
    """Whether the workspace's guests are answered as its members are."""
    workspaces: Listed = ()
    """Ids of further workspaces whose members are answered as our own."""
    channels: Listed = ()
    """Ids of the only channels that are answered in; empty for all."""
    escalation_channel: str = Field(default="", pattern=CHANNEL)
    """Id of the channel that "ask a person" posts to; empty: it is not offered."""
    feedback: bool = True
    """Whether people are asked if an answer helped."""
    agent_view: bool = True
    """Whether the app has Slack's agent view, as its manifest says: direct messages are threads."""
