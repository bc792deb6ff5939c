"""`handbook ask`: one question, for a person and as JSON."""

import json
from pathlib import Path
from typing import Any

from tests.source.git.repository import KB, commit, git, new_repository
from tests.terminal.command import run
from tests.terminal.pages import INVOICE, PAY, write

KEYS = {"question", "outcome", "hits", "contact", "handbooks", "took_ms"}
PLACE = {"page", "heading", "anchor", "breadcrumb", "url", "excerpt"}
HIT = PLACE | {"links", "kind", "score", "updated", "owner", "edit", "permalink"}
KINDS = {"section", "part", "row", "steps", "question"}

OUTCOMES = {
    "answered": "hvornår udbetales løn?",
    "uncertain": "løn pension barselsorlov",
    "not_found": "xylofon zebra",
}


def ask_json(folder: Path, question: str, *flags: str) -> dict[str, Any]:
    """Ask for JSON, and hold the answer to be one line of it."""
    done = run(folder, "ask", "--content", "good", "--json", *flags, question)
    assert (done.code, done.err) == (0, "")
    (line,) = done.lines
    return dict(json.loads(line))


def test_json_of_every_outcome(handbook: Path) -> None:
    """Each outcome is one JSON object with the stated fields, and exit code 0."""
    given = "\n".join(OUTCOMES.values()).encode()
    done = run(handbook.parent, "ask", "--content", "good", "--stdin", "--json", given=given)
    assert (done.code, done.err) == (0, "")
    for (outcome, question), line in zip(OUTCOMES.items(), done.lines, strict=True):
        answer = json.loads(line)
        assert answer.keys() == KEYS
        assert (answer["question"], answer["outcome"]) == (question, outcome)
        assert type(answer["took_ms"]) is float
        assert bool(answer["hits"]) is (outcome != "not_found")
        assert [hit for hit in answer["hits"] if not fits(hit)] == []


def fits(hit: dict[str, Any]) -> bool:
    """Tell whether a hit has the stated fields; where it stands is another test's."""
    known = hit.keys() == HIT and hit["kind"] in KINDS
    return known and type(hit["score"]) is float and hit["updated"] is None


def test_json_of_a_hit(tmp_path: Path) -> None:
    """A hit says where it stands, who answers for it, and what is shown."""
    page = "---\ntitle: Penge\nowner: Bo\n---\n\n# Penge\n\nDet, du får.\n\n#" + PAY
    write(tmp_path / "good", pay=page)
    first = ask_json(tmp_path, "løn", "--site-url", "https://h.example/")["hits"][0]
    del first["score"]
    assert first == {
        "page": "pay.md",
        "heading": "Løn",
        "anchor": "løn",
        "breadcrumb": ["Penge"],
        "url": "https://h.example/pay.md#l%C3%B8n",
        "links": [],
        "kind": "section",
        "excerpt": "Løn udbetales den sidste bankdag i måneden.",
        "updated": None,
        "owner": "Bo",
        "edit": None,
        "permalink": None,
    }


def test_an_entry_of_a_list_of_links_leads_on(tmp_path: Path) -> None:
    """A front page alone leads people right: its entry is found and says where it leads."""
    entries = "- [Løn](docs/pay#løn)\n- [Ferie og fravær](docs/absence#ferie)\n"
    others = "".join(f"## Afsnit {number}\n\nOm noget andet.\n\n" for number in range(9))
    write(tmp_path / "good", index=f"# Forside\n\nVelkommen hertil.\n\n{entries}\n{others}")
    flags = ("--content", "good", "--site-url", "https://h.example")
    target = "https://h.example/docs/absence#ferie"
    first = ask_json(tmp_path, "fravær", "--site-url", "https://h.example")["hits"][0]
    assert (first["kind"], first["excerpt"]) == ("link", "Ferie og fravær")
    assert first["links"] == [{"text": "Ferie og fravær", "url": target}]
    assert f"→ {target}" in run(tmp_path, "ask", *flags, "fravær").lines


def test_json_of_a_hit_in_a_repository(handbook: Path) -> None:
    """In a Git repository a hit also says when it was changed, and where it is edited and kept."""
    new_repository(handbook)
    git(handbook, "remote", "add", "origin", "https://kim:secret@github.com/os/hb.git")
    revision = commit(handbook, "2026-03-14", {"CODEOWNERS": "* @os/hr\n"})
    hit = ask_json(handbook.parent, "løn")["hits"][0]
    assert (hit["updated"], hit["owner"]) == ("2026-03-14", "@os/hr")
    assert hit["edit"] == "https://github.com/os/hb/edit/main/pay.md#L1"
    assert hit["permalink"] == f"https://github.com/os/hb/blob/{revision}/pay.md?plain=1#L1-L3"


def test_person_is_told_when_and_who(handbook: Path) -> None:
    """Below the answer stands in one line when it was changed and who answers for it."""
    commit(new_repository(handbook), "2026-03-14")
    (handbook.parent / "handbook.toml").write_text(
        f'[handbook.editors]\n"{KB}" = "Sekretariatet"\n', encoding="utf-8"
    )
    for question, line in {
        "hvornår udbetales løn?": "Opdateret 14. marts 2026 · Ansvarlig: Sekretariatet",
        "when is løn paid to me?": "Updated 14 March 2026 · Responsible: Sekretariatet",
    }.items():
        assert line in run(handbook.parent, "ask", "--content", "good", question).lines


def test_json_without_a_site_has_the_way_on_it(handbook: Path) -> None:
    """Where the site's address is not known, the address is the page's path on the site."""
    answer = ask_json(handbook.parent, "løn")
    assert answer["outcome"] == "answered"
    assert answer["contact"] is None
    assert answer["hits"][0]["url"] == "/pay.md#l%C3%B8n"


def test_a_flow_that_is_only_drawn_is_answered_as_steps(tmp_path: Path) -> None:
    """A flow that stands in the handbook only as a diagram is answered as steps, branches too."""
    write(tmp_path / "good", pay=PAY, invoice=INVOICE)
    first = ask_json(tmp_path, "hvordan godkendes en faktura?")["hits"][0]
    assert first["heading"] == "Fakturaflow"
    assert first["excerpt"].split("\n") == [
        "Bo svarer på spørgsmål om penge.",
        "1. Faktura modtages",
        "2. Kan den godkendes direkte? Ja → 3. Fakturaen betales; Nej → 4. Chefen spørges",
        "3. Fakturaen betales → ■",
        "4. Chefen spørges → 2. Kan den godkendes direkte?",
    ]


def test_json_names_whom_to_ask(handbook: Path) -> None:
    """Where nothing is found, the handbook's own contact section is named."""
    contact = ask_json(handbook.parent, "xylofon zebra")["contact"]
    assert contact.keys() == PLACE
    assert contact["heading"] == "Hvem kan jeg kontakte?"
    assert "Skriv til Astrid" in contact["excerpt"]


def test_json_without_a_contact(tmp_path: Path) -> None:
    """Where the handbook does not say whom to ask, the contact is null."""
    write(tmp_path / "good", pay=PAY)
    assert ask_json(tmp_path, "xylofon zebra")["contact"] is None


def test_person_reads_heading_excerpt_and_address(handbook: Path) -> None:
    """A person asks without quotes, and gets heading, words, and the link in one piece."""
    asked = ("hvornår", "udbetales", "løn?")
    site = f"https://handbook.example/{'long/' * 20}"
    done = run(handbook.parent, "ask", "--content", "good", "--site-url", site, *asked)
    assert (done.code, done.err) == (0, "")
    expected = ["Løn", "Løn udbetales den sidste bankdag i måneden.", f"{site}pay.md#l%C3%B8n"]
    assert done.lines[:3] == expected


def test_example_handbook_answers_without_settings(tmp_path: Path) -> None:
    """Straight after installing, the example handbook answers from any folder."""
    done = run(tmp_path, "ask", "hvordan godkendes en faktura?")
    assert (done.code, done.err) == (0, "")
    assert "faktura" in done.out.lower()


def test_setting_names_the_handbook_and_a_flag_wins(handbook: Path) -> None:
    """The handbook comes from the flag, else the environment, else handbook.toml."""
    folder = handbook.parent
    write(folder / "other", a="# Ferie\n\nLøn i ferien.\n")
    (folder / "handbook.toml").write_text('[handbook]\ncontent = "nowhere"\n', encoding="utf-8")
    other = {"HANDBOOK_CONTENT": "other"}
    assert run(folder, "ask", "løn", env=other).lines[0] == "Ferie"
    flagged = run(folder, "ask", "--content", "good", "løn", env=other)
    assert flagged.lines[0] == "Løn"


def test_a_question_without_a_subject_is_asked_back(tmp_path: Path) -> None:
    """A person chooses among what is near, or is told how to ask; programs know three outcomes."""
    write(tmp_path / "good", pay=PAY, help="# Hvad gør jeg?\n\nSpørg Astrid, hvad du kan gøre.\n")
    flags = ("--content", "good")
    assert ask_json(tmp_path, "hvad gør jeg?")["outcome"] == "uncertain"
    lines = run(tmp_path, "ask", *flags, "hvad gør jeg?").lines
    assert lines[0] == "Dit spørgsmål kan betyde flere ting. Er det et af disse?"
    assert lines[1].startswith("• Hvad gør jeg?")
    answer = ask_json(tmp_path, "?!")
    assert (answer["outcome"], answer["hits"], answer["contact"]) == ("not_found", [], None)
    assert run(tmp_path, "ask", *flags, "?!").lines == [
        "Jeg kan ikke se, hvad dit spørgsmål handler om.",
        "Skriv med få ord, hvad det handler om, for eksempel: hvem godkender fakturaer?",
    ]
