"""The terminal speaks Danish or English: by flag, by setting, by the computer's language."""

from pathlib import Path

import pytest

from tests.terminal.command import run

DANISH, ENGLISH = "Der er ingen mappe", "There is no folder"

WAYS: dict[str, tuple[tuple[str, ...], dict[str, str], str]] = {
    "nothing said": ((), {}, ENGLISH),
    "flag": (("--language=da",), {}, DANISH),
    "flag over setting": (("--language", "en"), {"HANDBOOK_LANGUAGE": "da"}, ENGLISH),
    "computer": ((), {"LANG": "da_DK.UTF-8"}, DANISH),
    "setting over computer": ((), {"LANG": "da_DK.UTF-8", "HANDBOOK_LANGUAGE": "en"}, ENGLISH),
}


@pytest.mark.parametrize(("flags", "environment", "begins"), WAYS.values(), ids=WAYS.keys())
def test_language_of_sentences(
    tmp_path: Path, flags: tuple[str, ...], environment: dict[str, str], begins: str
) -> None:
    """A flag wins over the setting, the setting over the computer, and English is the rest."""
    done = run(tmp_path, *flags, "ask", "--content", "nowhere", "løn", env=environment)
    assert done.code == 2
    assert done.err.startswith(begins)


def test_help_is_in_the_language(tmp_path: Path) -> None:
    """The help of the commands is in the language asked for."""
    done = run(tmp_path, "--language", "da", "ask", "--help")
    assert done.code == 0
    assert "Svar på ét spørgsmål" in done.out
