"""Whatever cannot be used: one line that says what and what next, no traceback, exit code 2."""

import os
import re
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.terminal.command import Done, run
from tests.terminal.pages import BINARY, PAY, write

TOKENS = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1"}
ASK = ("ask", "--content", "good")
EVALUATE = ("eval", "--content", "good")


@dataclass(frozen=True, slots=True)
class Bad:
    """Something that cannot be used."""

    arguments: tuple[str, ...]
    """The command."""
    named: str
    """What its sentence has to name."""
    environment: Mapping[str, str] = field(default_factory=dict)
    """Settings in the environment."""
    settings: bytes = b""
    """What stands in handbook.toml."""


BAD = {
    "no such folder": Bad(("ask", "--content", "nowhere", "løn"), "nowhere"),
    "empty folder": Bad(("ask", "--content", "empty", "løn"), "empty"),
    "only a binary page": Bad(("ask", "--content", "binary", "løn"), "a.md"),
    "not Markdown": Bad(("ask", "--content", "notes.txt", "løn"), "notes.txt"),
    "no name": Bad(("ask", "--content", "", "løn"), "--content"),
    "an address": Bad(("ask", "--content", "ftp://x.example/h", "løn"), "x.example"),
    "unknown generator": Bad((*ASK, "--generator", "nope", "løn"), "nope"),
    "unknown option": Bad((*ASK, "--generator", "jekyll:nope=1", "løn"), "jekyll:nope"),
    "unknown value": Bad((*ASK, "--generator", "jekyll:parser=x", "løn"), "jekyll:parser=x"),
    "empty question": Bad((*ASK, " "), "ask"),
    "bad language": Bad((*ASK, "løn"), "HANDBOOK_LANGUAGE", {"HANDBOOK_LANGUAGE": "fr"}),
    "bad site address": Bad((*ASK, "--site-url", "hb.example/x y", "løn"), "hb.example/x y"),
    "broken settings": Bad((*ASK, "løn"), "handbook.toml", settings=b"[handbook\n"),
    "bad table": Bad((*ASK, "løn"), "HANDBOOK_EDITORS", {"HANDBOOK_EDITORS": "kb@os2.example"}),
    "bad role": Bad((*ASK, "løn"), "HANDBOOK_EDITORS", settings=b"[handbook.editors]\nx = 1\n"),
    "bad setting": Bad((*ASK, "løn"), "HANDBOOK_PORT", settings=b"[handbook]\nport = 'x'\n"),
    "no tokens": Bad(("serve", "--content", "good"), "SLACK_BOT_TOKEN"),
    "no app token": Bad(
        ("serve", "--content", "good"), "SLACK_APP_TOKEN", {"SLACK_BOT_TOKEN": "xoxb-1"}
    ),
    "swapped tokens": Bad(
        ("serve", "--content", "good"),
        "xoxb-",
        {"SLACK_BOT_TOKEN": "xapp-1", "SLACK_APP_TOKEN": "xoxb-1"},
    ),
    "no such folder to try": Bad(("try", "--content", "nowhere", "--port", "0"), "nowhere"),
    "missing questions": Bad((*EVALUATE, "missing.jsonl"), "missing.jsonl"),
    "broken question": Bad((*EVALUATE, "broken.jsonl"), "2"),
}


def unusable_things(folder: Path) -> Path:
    """Fill a folder with everything that cannot be used, and a good handbook beside it."""
    write(folder / "good", pay=PAY)
    write(folder / "binary", a=BINARY)
    (folder / "empty").mkdir()
    (folder / "notes.txt").write_text(PAY, encoding="utf-8")
    known = '{"q": "løn", "kind": "fact", "gold": [{"page": "pay.md", "heading": "Løn"}]}'
    questions = {
        "broken": f'{known}\n{{"q": "løn"\n',
    }
    for name, text in questions.items():
        (folder / f"{name}.jsonl").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def ended(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Done]:
    """How every command of the list ended; they run side by side, each in a folder of its own."""

    def end(bad: Bad) -> Done:
        folder = unusable_things(tmp_path_factory.mktemp("bad"))
        if bad.settings:
            (folder / "handbook.toml").write_bytes(bad.settings)
        return run(folder, *bad.arguments, env=bad.environment)

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return dict(zip(BAD, pool.map(end, BAD.values()), strict=True))


def assert_one_sentence(done: Done, named: str) -> None:
    """A person reads one line that names what is wrong, and a script an exit code."""
    assert done.code == 2
    assert done.out == ""
    assert done.err.endswith("\n")
    (line,) = done.err.splitlines()
    assert named in line
    assert "Traceback" not in line
    assert "reference" not in line
    assert not re.search("\x1b", line)


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_used_is_one_sentence(ended: Mapping[str, Done], name: str) -> None:
    """Each thing that a person can mend is one sentence that names it."""
    assert_one_sentence(ended[name], BAD[name].named)
