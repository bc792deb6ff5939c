"""The validator says what is wrong with each broken message and nothing about the valid ones."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.slack.arguments import REQUIRED
from tests.slack.cases import Case, cases
from tests.slack.schema import SlackTypesMissingError, schema_file, shape_problems
from tests.slack.validator import problems

HERE = Path(__file__).parent
BROKEN = cases(HERE / "broken")
VALID = cases(HERE / "valid")

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["type", "text", "elements", "fields", "options", "url", "rows"])
            | st.text(),
            inner | st.sampled_from(["section", "mrkdwn", "rich_text", "<!here>", "table"]),
            max_size=4,
        )
    ),
    max_leaves=20,
)
PAYLOADS = st.dictionaries(
    st.sampled_from(["blocks", "view", "text", "channel", "attachments", "unfurl_links"]), JSON
)

MANIFEST = {
    "display_information": {"name": "Handbook"},
    "features": {"slash_commands": [{"command": "/handbook", "description": "Look it up"}]},
    "oauth_config": {"scopes": {"bot": ["app_mentions:read", "chat:write"]}},
    "settings": {"event_subscriptions": {"bot_events": ["app_mention"]}},
}


@pytest.mark.usefixtures("slack_types")
@pytest.mark.parametrize("case", BROKEN, ids=lambda case: case.name)
def test_broken_message_is_caught(case: Case) -> None:
    """A broken message is caught for what is wrong with it."""
    said = problems(case.method, case.payload)
    assert any(case.reason in problem for problem in said), (case.sentence, said)


@pytest.mark.usefixtures("slack_types")
@pytest.mark.parametrize("case", VALID, ids=lambda case: case.name)
def test_valid_message_passes(case: Case) -> None:
    """Nothing is said of a message that Slack takes."""
    assert problems(case.method, case.payload) == ()


def test_every_broken_message_names_its_fault() -> None:
    """A broken message without a reason would pass for any other fault."""
    assert [case.name for case in BROKEN if not case.reason] == []


@pytest.mark.usefixtures("slack_types")
@settings(deadline=None)
@given(method=st.sampled_from([*REQUIRED, "chat.unknown"]), payload=PAYLOADS)
def test_random_json_is_judged_and_not_choked_on(method: str, payload: dict[str, object]) -> None:
    """Whatever JSON comes, the validator answers in sentences."""
    assert all(isinstance(problem, str) for problem in problems(method, payload))


@pytest.mark.usefixtures("slack_types")
def test_manifest_keeps_to_slacks_types() -> None:
    """A manifest with known scopes and events has nothing wrong with it."""
    assert shape_problems("manifest", MANIFEST) == ()


@pytest.mark.usefixtures("slack_types")
def test_misspelt_scope_is_caught() -> None:
    """A scope that Slack does not have is named."""
    manifest = {**MANIFEST, "oauth_config": {"scopes": {"bot": ["chat:wirte"]}}}
    (said,) = shape_problems("manifest", manifest)
    assert said.startswith("manifest.oauth_config.scopes.bot[0]: 'chat:wirte' is not one of")


def test_missing_types_name_the_command(tmp_path: Path) -> None:
    """Whoever has not fetched the npm packages is told how to."""
    with pytest.raises(SlackTypesMissingError, match="run `make test`, it fetches them"):
        schema_file(tmp_path)
