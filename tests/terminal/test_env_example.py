"""The file of all settings: none is missing, none is made up, and every example can be used."""

import os
import re
from pathlib import Path

import pytest

from bot.settings.handbook import HandbookSettings
from bot.settings.reading import read_settings
from bot.settings.slack import SlackSettings

EXAMPLE = Path(__file__).parents[2] / ".env.example"
SETTING = re.compile(r"^#?((?:HANDBOOK|SLACK)_[A-Z_]+)=(.*)$", re.MULTILINE)


def test_every_setting_has_an_example_that_can_be_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the file names is what there is, and with all of it set the bot can be told so."""
    examples = dict(SETTING.findall(EXAMPLE.read_text(encoding="utf-8")))
    names = {
        f"{prefix}{name}".upper()
        for prefix, kind in (("HANDBOOK_", HandbookSettings), ("SLACK_", SlackSettings))
        for name in kind.model_fields
    }
    assert set(examples) == names
    for name in [name for name in os.environ if name.startswith(("HANDBOOK_", "SLACK_"))]:
        monkeypatch.delenv(name)
    for name, example in examples.items():
        monkeypatch.setenv(name, example)
    monkeypatch.chdir(tmp_path)
    handbook, _ = read_settings(tmp_path)
    assert [source.content for source in handbook.sources] == [
        "/srv/hr",
        "https://github.com/OWNER/NAME",
    ]
    assert (handbook.port, handbook.editors_channel) == (3000, "C0123456789")
