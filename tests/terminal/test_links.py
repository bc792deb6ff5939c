"""`handbook links`: every page and heading with its link."""

import json
from pathlib import Path

from tests.terminal.command import run
from tests.terminal.pages import write

PAGE = "# Løn\n\n## Tillæg {#tillaeg}\n\ntekst\n\n> ### Citat\n\n## 🙌\n"


def test_links_as_json(tmp_path: Path) -> None:
    """One object: source, address and headings of each page as level, text and anchor."""
    write(tmp_path / "good" / "docs", pay="---\nx: 1\n---\n" + PAGE)
    done = run(tmp_path, "links", "--json", "--content", "good", "--generator", "jekyll")
    assert (done.code, done.err) == (0, "")
    assert json.loads(done.out)["pages"] == [
        {
            "source": "docs/pay.md",
            "url": "/docs/pay.html",
            "headings": [
                [1, "Løn", "løn"],
                [2, "Tillæg", "tillaeg"],
                [3, "Citat", "citat"],
                [2, "🙌", None],
            ],
        }
    ]


def test_generator_and_its_option_decide(tmp_path: Path) -> None:
    """Another setting of the generator makes other links."""
    write(tmp_path / "good" / "docs", pay="---\nx: 1\n---\n" + PAGE)
    flags = ("--content", "good", "--generator", "jekyll:permalink=pretty")
    done = run(tmp_path, "links", "--json", *flags)
    assert json.loads(done.out)["pages"][0]["url"] == "/docs/pay/"


def test_links_for_a_person(handbook: Path) -> None:
    """A person reads page, headings and anchors, one a line."""
    done = run(handbook.parent, "links", "--content", "good")
    assert (done.code, done.err) == (0, "")
    assert done.lines[-2:] == ["Løn  /pay.md", "  Løn  #løn"]
