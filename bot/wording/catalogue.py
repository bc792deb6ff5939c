"""The catalogue: message ids to sentences. They stand in `da/` and `en/`, a file for each subject.

Format: Project Fluent, https://projectfluent.org
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from fluent.runtime import FluentBundle, FluentResource

from index.search.language import Language

LANGUAGES: tuple[Language, ...] = tuple(Language)

LOCALES: Mapping[Language, str] = {Language.DANISH: "da-DK", Language.ENGLISH: "en-GB"}
"""Where each is written, which decides how dates are: 14. marts 2026, 14 March 2026."""


class SentenceMissingError(KeyError):
    """The catalogue has no such sentence, or the sentence lacks a fact: a fault of ours."""


@dataclass(frozen=True, slots=True)
class Words:
    """The sentences of one language."""

    language: Language
    """Which one."""
    bundle: FluentBundle
    """Its messages."""

    def say(self, key: str, **facts: object) -> str:
        """Return the sentence `key` with its facts filled in.

        Raises:
            SentenceMissingError: when there is no such sentence or a fact of it is missing.
        """
        if not self.bundle.has_message(key):
            raise SentenceMissingError(key)
        pattern = self.bundle.get_message(key).value
        if pattern is None:
            raise SentenceMissingError(key)
        sentence, errors = self.bundle.format_pattern(pattern, facts)
        if errors:
            raise SentenceMissingError(f"{key}: {errors[0]}")
        return str(sentence)


@lru_cache(maxsize=len(LANGUAGES))
def words_in(language: Language) -> Words:
    """Return the sentences of `language`."""
    # No isolation marks: they would stand inside links and commands that people copy.
    bundle = FluentBundle([LOCALES[language]], use_isolating=False)
    for file in sorted(resources.files("bot.wording").joinpath(language).iterdir(), key=str):
        bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    return Words(language, bundle)
