"""A reader that goes away: no traceback, whatever was being printed."""

import subprocess
from pathlib import Path

import pytest

from tests.terminal.command import HANDBOOK, SECONDS, own_environment

COMMANDS = {
    "links as JSON": ["links", "--json"],
    "ask": ["ask", "hvordan godkendes en faktura?"],
}


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS.keys())
def test_reader_that_goes_away(tmp_path: Path, command: list[str]) -> None:
    """As with `| head`, the command ends without a word when nobody reads on."""
    with subprocess.Popen(  # noqa: S603 - our own command
        [HANDBOOK, *command],
        cwd=tmp_path,
        env=dict(own_environment()),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read().decode()
        process.wait(SECONDS)
    assert said == ""
