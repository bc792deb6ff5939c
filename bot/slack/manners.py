"""How the bot behaves in Slack, as the settings say."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Manners:
    """How the bot behaves, as the settings say."""

    command: str
    """Name of the slash command."""
    feedback: bool = True
    """Whether people are asked if an answer helped."""
    escalation: str = ""
    """Id of the channel that "ask a person" posts to; empty: nobody can be asked."""
    issues: str = ""
    """Address of a new issue, with `{title}` and `{body}`; empty: told by the handbook's host."""
    public: tuple[str, ...] = ()
    """Patterns of the pages that strangers may see; empty: none."""
    admins: frozenset[str] = frozenset()
    """Ids of those who may set channels, beside the workspace's own admins."""
    guests: bool = False
    """Whether guests of the workspace are answered as members are."""
    workspaces: frozenset[str] = frozenset()
    """Ids of further workspaces whose members are answered as our own."""
    channels: frozenset[str] = frozenset()
    """Ids of the only channels that are answered in; empty for all."""
    agent: bool = True
    """Whether the app has Slack's agent view: every direct message is a thread then."""
    tables: bool = True
    """Whether Slack's own tables are drawn: the local Slack draws none."""
