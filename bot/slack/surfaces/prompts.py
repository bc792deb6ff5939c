"""Questions that the handbook suggests, as Slack takes them."""

from collections.abc import Iterable
from typing import Final

from bot.slack.surfaces.element import named

PROMPTS: Final = 4
"""As many questions are suggested.

https://docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts
"""

PROMPT_CHARACTERS: Final = 75
"""Of a longer question the beginning is shown; all of it is asked. Slack states no limit."""


def prompts_of(questions: Iterable[str]) -> list[dict[str, str]]:
    """Return questions with what is shown and what is asked: each once, none without words."""
    asked = (" ".join(question.split()) for question in questions)
    once = [prompt for prompt in dict.fromkeys(asked) if prompt][:PROMPTS]
    return [{"title": named(prompt, PROMPT_CHARACTERS), "message": prompt} for prompt in once]
