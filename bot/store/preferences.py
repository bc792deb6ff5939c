"""What a person has chosen: the language."""

from bot.store.who import Who


class Preferences:
    """Languages that people chose in place of their Slack's."""

    async def language(self, who: Who) -> str | None:
        """Return the code of the chosen language; None where none was chosen."""
        raise NotImplementedError

    async def choose(self, who: Who, language: str | None) -> None:
        """Remember a choice; None takes it back."""
        raise NotImplementedError
