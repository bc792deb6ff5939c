"""The catalogue: both languages have the same sentences with the same facts, and all are used."""

import dataclasses
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final

import click
import pytest
from fluent.syntax import ast as fluent
from fluent.syntax import parse
from fluent.syntax.visitor import Visitor

from bot.commands import build_command_line
from bot.diagnosis import finding as diagnosis
from bot.diagnosis.finding import Subject
from bot.outcome import Refusal
from bot.problem import ProblemError
from bot.slack.rendering.control import Control
from bot.slack.sending.letter import Failure
from bot.store.channels import Mode
from bot.store.feedback import Reason, Verdict
from bot.terminal.ablation import STEPS
from bot.wording.catalogue import SentenceMissingError, words_in
from index.check.finding import Level, Rule
from index.refresh.changes import Changes
from index.search.asked_for import Aspect
from index.search.encoder import ModelProblem
from index.search.language import Language
from index.search.question import Origin
from index.search.score import BY_WORD, Part
from index.search.snapshot.flaw import Flaw
from index.search.tokens import Field
from index.source.document import NoticeKind
from index.source.unreadable import PlaceProblem
from tests.wording.code import REPOSITORY, askings, literals

WORDING: Final = REPOSITORY / "bot" / "wording"
NOTICED_ONLY: Final = {Rule.LEFT_OUT, Rule.BROKEN_SETTINGS}
"""Rules that only pass on what reading noticed, in its sentences."""
Facts = Mapping[str, Mapping[str, object]]
"""Sentence id to the names of its facts, each with an example."""

DAY: Final = datetime(2026, 3, 14, 9, 5, tzinfo=UTC)
WRITTEN: Final = {Language.DANISH: "14. marts 2026", Language.ENGLISH: "14 March 2026"}


class _Facts(Visitor):
    """Gathers the facts of a sentence: text, and where it is written as one, a day."""

    def __init__(self, example: datetime | None = None) -> None:
        self.example = example
        self.found: dict[str, object] = {}

    def visit_FunctionReference(self, node: fluent.FunctionReference) -> None:  # noqa: N802 - Fluent's
        """Take down what is written as a day."""
        days = _Facts(DAY)
        days.generic_visit(node)
        self.found |= days.found

    def visit_VariableReference(self, node: fluent.VariableReference) -> None:  # noqa: N802 - Fluent's
        """Take a name down."""
        self.found[node.id.name] = self.example or f"<{node.id.name}>"


def sentences(language: Language) -> Facts:
    """Return every sentence of a language with its facts."""
    found: dict[str, Mapping[str, object]] = {}
    for file in sorted((WORDING / language).iterdir()):
        for entry in parse(file.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, fluent.Junk), entry.content
            if isinstance(entry, fluent.Message):
                assert entry.id.name not in found, f"{entry.id.name} stands twice in {language}"
                facts = _Facts()
                facts.visit(entry)
                found[entry.id.name] = facts.found
    return found


def commands() -> set[str]:
    """Return the names of all sub-commands."""
    group = build_command_line(words_in(Language.ENGLISH), ProblemError("question-empty"))
    return set(group.list_commands(click.Context(group)))


def families() -> set[str]:
    """Return the ids that the code makes of a kind or a command."""
    return {
        *(f"handbook-{problem}" for problem in PlaceProblem),
        *(f"notice-{kind}" for kind in NoticeKind),
        *(f"semantic-{problem}" for problem in ModelProblem),
        *(f"cli-{command}" for command in commands()),
        *(f"check-{rule}" for rule in Rule if rule not in NOTICED_ONLY),
        *(f"check-level-{level}" for level in Level),
        *(f"why-{origin}" for origin in Origin),
        *(f"why-field-{field.name.lower()}" for field in Field),
        *(f"why-asks-{str(aspect.name).lower()}" for aspect in Aspect if aspect),
        *(f"why-part-{part.replace(' ', '-')}" for part in Part if part not in BY_WORD),
        *(f"step-{step}" for step in STEPS),
        *(f"doctor-subject-{subject}" for subject in Subject),
        *(f"doctor-level-{level}" for level in diagnosis.Level),
        *(f"doctor-snapshot-{flaw.replace(' ', '-')}" for flaw in Flaw),
        *(f"control-{control}" for control in Control if control is not Control.CHOICE),
        *(f"control-{control}-of" for control in Control),
        *(f"not-allowed-{refusal}" for refusal in Refusal),
        *(f"home-language-{language}" for language in Language),
        *(f"channel-mode-{mode}{more}" for mode in Mode for more in ("", "-what")),
        *(f"me-verdict-{verdict}" for verdict in Verdict),
        *(f"me-reason-{reason}" for reason in Reason),
        *(f"refresh-{kind.name}" for kind in dataclasses.fields(Changes)),
        *(f"feedback-reason-{reason}" for reason in Reason),
        *(f"person-failed-{failure}" for failure in Failure),
        *(
            f"log-undelivered-{each.replace('_', '-')}"
            for each in Failure
            if each is not Failure.CLOSED
        ),
    }


def test_both_languages_say_the_same() -> None:
    """Danish and English have the same sentences with the same facts."""
    assert sentences(Language.DANISH) == sentences(Language.ENGLISH)


def test_every_language_has_its_files() -> None:
    """Each subject has a file in each language, and no file is left over."""
    files = {
        language: {file.name for file in (WORDING / language).iterdir()} for language in Language
    }
    assert files[Language.DANISH] == files[Language.ENGLISH]
    assert {file.parent.name for file in WORDING.rglob("*.ftl")} == set(Language)


def test_every_asked_sentence_is_there_with_its_facts() -> None:
    """Each place of the code asks for a sentence that is there, and gives all of its facts."""
    known = sentences(Language.DANISH)
    wrong = [
        asking
        for asking in askings()
        if asking.key not in known
        or (asking.facts is not None and not known[asking.key].keys() <= asking.facts)
    ]
    assert wrong == []


def test_every_kind_and_command_has_its_sentence() -> None:
    """What can be noticed, what can keep the bot from working, and each command is worded."""
    assert families() <= sentences(Language.DANISH).keys()


def test_no_sentence_is_unused() -> None:
    """A sentence that nothing asks for is left over."""
    used = families() | {text for _, text in literals()}
    assert sentences(Language.DANISH).keys() - used == set()


@pytest.mark.parametrize("language", Language)
def test_every_sentence_can_be_said(language: Language) -> None:
    """Each sentence is said with its facts, and shows each of them."""
    words = words_in(language)
    for key, facts in sentences(language).items():
        said = words.say(key, **facts)
        assert said.strip()
        shown = (WRITTEN[language] if fact is DAY else str(fact) for fact in facts.values())
        assert all(fact in said for fact in shown)


@pytest.mark.parametrize("language", Language)
def test_missing_sentence_or_fact_is_a_fault(language: Language) -> None:
    """A sentence without one of its facts is never shown with a gap."""
    with pytest.raises(SentenceMissingError):
        words_in(language).say("no-such-sentence")
    with pytest.raises(SentenceMissingError):
        words_in(language).say("owner")
