"""What a person has chosen: the language."""

from bot.store.columns import PERSON, PERSON_WORKSPACE
from bot.store.rows import Rows
from bot.store.tables import PREFERENCES
from bot.store.who import Who


class Preferences:
    """Languages that people chose in place of their Slack's."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    async def language(self, who: Who) -> str | None:
        """Return the code of the chosen language; None where none was chosen."""
        row = await self._rows.find(PREFERENCES, _key(who))
        return None if row is None else str(row["language"])

    async def choose(self, who: Who, language: str | None) -> None:
        """Remember a choice; None takes it back."""
        if language is None:
            self._rows.remove(PREFERENCES, _key(who))
        else:
            self._rows.keep(PREFERENCES, {**_key(who), "language": language})


def _key(who: Who) -> dict[str, str]:
    return {PERSON_WORKSPACE: who.workspace, PERSON: who.person}
