"""The line below a section that says when it was changed and who answers for it."""

from pathlib import Path

import pytest

from bot.slack.rendering.outcome_message import outcome_messages
from index.handbook import read_handbook
from index.search.build import build_index
from index.search.index import Index
from tests.slack.answers import hits_of_sections
from tests.slack.rendering.outcomes import NOTHING, PUBLIC, found
from tests.slack.rendering.shown import message_problems
from tests.source.git.repository import commit, git, new_repository

OWNERS = {
    "a team": "@os/hr-team",
    "whole channels": "@channel @here <!everyone>@ <@U012345> a&b@os2.example",
    "many": " ".join(f"@os/team-{number}" for number in range(500)),
}


def index_with(folder: Path, owners: str) -> Index:
    """Return the index of a repository with one page and these owners."""
    new_repository(folder)
    git(folder, "remote", "add", "origin", "git@github.com:os/hb.git")
    text = " ".join(["Løn udbetales den sidste bankdag."] * 200)
    commit(folder, "2026-03-14", {"a.md": f"# Løn\n\n{text}\n", "CODEOWNERS": f"* {owners}\n"})
    return build_index(read_handbook(str(folder)).passages)


@pytest.mark.usefixtures("slack_types")
@pytest.mark.parametrize("owners", OWNERS.values(), ids=OWNERS.keys())
def test_any_owner_is_shown_and_nobody_pinged(tmp_path: Path, owners: str) -> None:
    """Whatever CODEOWNERS names is text, and long lists leave room for what else is said."""
    for hit in hits_of_sections(index_with(tmp_path, owners)):
        for outcome in [*found(hit, [hit])][:3]:
            messages = outcome_messages(outcome, PUBLIC)
            assert message_problems(messages) == []
            shown = str([block.to_dict() for one in messages for block in one.blocks])
            assert "14. marts 2026 · Ansvarlig: " in shown or "14 March 2026 · Resp" in shown
            assert "Der står mere i afsnittet." in shown or "There is more in" in shown


def test_title_leads_to_the_heading_on_the_host(tmp_path: Path) -> None:
    """Where no site is known, the title leads to the heading as the Git host shows the file."""
    hit = next(hits_of_sections(index_with(tmp_path, "@os/hr")))
    title = str(outcome_messages(next(found(hit)), NOTHING)[0].blocks[0].to_dict())
    assert "<https://github.com/os/hb/blob/main/a.md#l%C3%B8n|Løn>" in title


def test_nothing_known_is_no_line(tmp_path: Path) -> None:
    """Without history and owner there is no line for them."""
    (tmp_path / "a.md").write_text("# Løn\n\nDen 25.\n", encoding="utf-8")
    hit = next(hits_of_sections(build_index(read_handbook(str(tmp_path)).passages)))
    kinds = [block.type for block in outcome_messages(next(found(hit)), NOTHING)[0].blocks]
    assert kinds == ["section", "context", "section"]
