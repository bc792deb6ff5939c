"""Whether a message tells the bot to stop, and says nothing else."""

from typing import Final

from index.search.words import words_of

_POLITE: Final = frozenset(
    "tak venligst nu så lige bare ok okay og please now just thanks thank you mange tusind".split()
)
"""What may stand around it."""

_STOPS: Final = frozenset(
    {
        *("stop", "stop det", "stop med det", "hold op", "hold mund", "vær stille", "stille"),
        *("ti stille", "lad være", "ikke mere", "det er nok", "er det nok"),
        *("stop it", "stop that", "be quiet", "quiet", "shut up", "no more", "enough"),
        *("that is enough", "that enough"),
    }
)
"""As `words_of` has them: without apostrophes."""


def is_stop(text: str) -> bool:
    """Return whether the whole message is that the bot should keep out from now on."""
    if "?" in text:
        return False
    return " ".join(word for word in words_of(text) if word not in _POLITE) in _STOPS
