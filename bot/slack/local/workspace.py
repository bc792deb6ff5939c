"""The workspace that the local Slack shows: two people, the bot, and channels with and without it.

The form of the configuration is local-slack's.
"""

from typing import Final

BOT: Final = "U0HANDBOOK"
APP: Final = "A0HANDBOOK"
BOT_TOKEN: Final = "xoxb-local-slack"  # noqa: S105 - opens nothing but a workspace in memory
APP_TOKEN: Final = "xapp-local-slack"  # noqa: S105 - the same
SIGNING_SECRET: Final = "local-slack"  # noqa: S105 - the same

NEWCOMER: Final = "U0NEWCOMER"
COLLEAGUE: Final = "U0COLLEAGUE"
DIRECT_MESSAGES: Final = {NEWCOMER: "D0NEWCOMER", COLLEAGUE: "D0COLLEAGUE"}

QUESTIONS: Final = "C0QUESTIONS"
"""The channel that the bot is in."""

HELP_DESK: Final = "C0HELPDESK"
"""The channel where people answer what the handbook does not."""

KITCHEN: Final = "C0KITCHEN"
"""The channel that it is not in."""


def configuration() -> dict[str, object]:
    """Return the workspace as local-slack's configuration file has it.

    Slash commands are not in it: local-slack hands every command to the app.
    """
    people = {NEWCOMER: ("ny-kollega", "Ny kollega"), COLLEAGUE: ("kollega", "Kollega")}
    return {
        "workspace": {"name": "Nordvang", "domain": "nordvang", "teamId": "T0HANDBOOK"},
        "apps": [
            {
                "appId": APP,
                "botUserId": BOT,
                "botName": "handbook",
                "botToken": BOT_TOKEN,
                "appToken": APP_TOKEN,
                "signingSecret": SIGNING_SECRET,
                "mode": "socket",
            }
        ],
        "users": [
            {"id": person, "name": name, "real_name": shown, "tz": "Europe/Copenhagen"}
            for person, (name, shown) in people.items()
        ],
        "channels": [
            {"id": QUESTIONS, "name": "spørgsmål", "members": [*people, BOT]},
            {"id": HELP_DESK, "name": "håndbogshjælp", "members": [*people, BOT]},
            {"id": KITCHEN, "name": "køkken", "members": [*people]},
            *(_direct_message(person, channel) for person, channel in DIRECT_MESSAGES.items()),
        ],
    }


def _direct_message(person: str, channel: str) -> dict[str, object]:
    # Declared, for a direct message that local-slack opens by itself has another id each time.
    return {
        "id": channel,
        "name": f"dm-{person}",
        "is_channel": False,
        "is_private": True,
        "is_im": True,
        "members": [person, BOT],
    }
