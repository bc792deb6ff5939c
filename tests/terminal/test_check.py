"""`handbook check`: three forms, exit codes, and which rules are looked at."""

import json
from pathlib import Path

import pytest

from tests.terminal.command import run
from tests.terminal.pages import write

LINKS = "# Løn\n\ntekst [a](mangler.md), 100 %\n\n[b](pay.md#lon) [c](other.md)\n"
OTHER = "# Andet\n\n## Tom\n\n## Fuld\n\ntekst [a](pay.md)\n"


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    """A handbook with two errors on one page and a warning on another."""
    return write(tmp_path / "hb", pay=LINKS, other=OTHER)


def test_for_a_person(wrong: Path) -> None:
    """The worst page comes first, each finding with file, line, sentence and what is near."""
    done = run(wrong.parent, "--language", "en", "check", "--content", "hb")
    assert (done.code, done.err) == (1, "")
    assert done.lines == [
        "pay.md",
        "  hb/pay.md:3  error  dead-link",
        "    The link mangler.md leads nowhere. Correct it or remove it.",
        "  hb/pay.md:5  error  missing-anchor",
        (
            "    The link pay.md#lon leads to a place that the page “Løn” does not have: nothing on"
            " it has the id lon. Correct the link, or give the heading that id."
        ),
        "",
        "other.md",
        "  hb/other.md:3  warning  empty-section",
        "    Nothing stands below the heading “Tom”. Write the section or remove the heading.",
        "",
        "2 errors, 1 warning, 0 pieces of advice",
    ]


def test_in_danish(wrong: Path) -> None:
    """An editor reads it in Danish."""
    done = run(wrong.parent, "--language", "da", "check", "--content", "hb")
    assert "    Linket mangler.md fører ingen steder hen. Ret det, eller fjern det." in done.lines
    assert done.lines[-1] == "2 fejl, 1 advarsel, 0 råd"


def test_as_json(wrong: Path) -> None:
    """Programs read one object with every finding and the counts."""
    done = run(wrong.parent, "--language", "en", "check", "--json", "--content", "hb")
    assert (done.code, done.err) == (1, "")
    loaded = json.loads(done.out)
    assert loaded["counts"] == {"error": 2, "warning": 1, "advice": 0}
    assert loaded["findings"][0] == {
        "rule": "dead-link",
        "level": "error",
        "page": "pay.md",
        "line": 3,
        "heading": "Løn",
        "message": "The link mangler.md leads nowhere. Correct it or remove it.",
        "suggestion": None,
        "facts": {"href": "mangler.md"},
    }


def test_as_annotations(tmp_path: Path) -> None:
    """GitHub reads one command a line, with the signs escaped that mean something to it."""
    write(
        tmp_path / "a, b: c", pay="# Løn\n\n[100 %: a]() [b](lan.md)\n", lon="# L\n\n[a](pay.md)\n"
    )
    done = run(tmp_path, "--language", "en", "check", "--github", "--content", "a, b: c")
    assert (done.code, done.err) == (1, "")
    assert done.lines == [
        (
            "::error file=a%2C b%3A c/pay.md,line=3,title=dead-link::The link lan.md leads nowhere."
            " Correct it or remove it."
        ),
        (
            "::error file=a%2C b%3A c/pay.md,line=3,title=empty-link::The link “100 %25: a” has no"
            " address. Write where it leads, or remove it."
        ),
        (
            "::notice file=a%2C b%3A c/lon.md,title=unlinked-page::No other page links to “L”, and"
            " no menu that is known here names it. Link to it where people will look for it."
        ),
        "2 errors, 0 warnings, 1 piece of advice",
    ]


def test_a_suggestion_is_a_line_of_the_annotation(tmp_path: Path) -> None:
    """What is nearest stands in the annotation too."""
    write(tmp_path / "hb", pay="# Løn\n\n[a](contat.md)\n", contact="# K\n\n[a](pay.md)\n")
    done = run(tmp_path, "--language", "en", "check", "--github", "--content", "hb")
    assert done.lines[0].endswith("remove it.%0ANearest right one: contact.md")


@pytest.mark.parametrize(
    ("flags", "code"),
    [
        ((), 1),
        (("--level", "error"), 1),
        (("--no-rule", "dead-link"), 1),
        (("--no-rule", "dead-link", "--no-rule", "missing-anchor"), 0),
        (("--rule", "empty-section"), 0),
        (("--rule", "empty-section", "--level", "warning"), 1),
        (("--rule", "empty-section", "--level", "advice"), 1),
        (("--rule", "unlinked-page", "--level", "advice"), 0),
        (("--level", "everything"), 2),
        (("--rule", "everything"), 2),
        (("--content", "nowhere"), 2),
    ],
)
def test_exit_code(wrong: Path, flags: tuple[str, ...], code: int) -> None:
    """1 when a rule that is looked at finds something of that level or worse, 2 when unusable."""
    assert run(wrong.parent, "check", "--content", "hb", *flags).code == code


def test_all_is_shown_whatever_the_level(wrong: Path) -> None:
    """The level decides on the exit code, not on what an editor sees."""
    done = run(wrong.parent, "check", "--content", "hb", "--level", "error")
    assert "  hb/other.md:3  warning  empty-section" in done.lines


def test_a_clean_handbook(handbook: Path) -> None:
    """Nothing wrong is one sentence and exit code 0."""
    write(handbook, pay="# Løn\n\n[a](contact.md)\n", contact="# K\n\n[a](pay.md)\n")
    done = run(handbook.parent, "--language", "en", "check", "--content", "good")
    assert (done.code, done.lines) == (
        0,
        ["Nothing is wrong with the handbook as far as can be seen."],
    )


def test_one_file(handbook: Path) -> None:
    """A single page is checked alone, and its own path is told."""
    write(handbook, pay="# Løn\n\n[a](mangler.md)\n")
    done = run(handbook.parent, "check", "--content", "good/pay.md")
    assert (done.code, done.lines[1]) == (1, "  good/pay.md:3  error  dead-link")


def test_notices_are_findings(handbook: Path) -> None:
    """What reading leaves out stands among the findings and not beside them."""
    (handbook / "binary.md").write_bytes(b"\x00\x01")
    done = run(handbook.parent, "--language", "en", "check", "--content", "good")
    assert (done.code, done.err) == (1, "")
    assert done.lines[:2] == ["binary.md", "  good/binary.md  error  left-out"]
