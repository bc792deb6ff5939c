"""`handbook eval`: how often the right section comes first, over questions with known answers."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.answer import Answer, Answerer, NotFound
from bot.terminal.known_question import Known, plain
from bot.wording.catalogue import Words
from index.search.retrieve import Hit

NONE = "none"
"""The kind of question that the handbook has no answer to."""

HITS = 3


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one question went."""

    known: Known
    """The question."""
    answer: Answer
    """What was answered."""

    @property
    def hits(self) -> tuple[Hit, ...]:
        """The sections shown."""
        return () if isinstance(self.answer, NotFound) else self.answer.hits[:HITS]

    def hit_at(self, depth: int) -> bool:
        """Return whether one of the first `depth` sections is a right one."""
        return any(_place(hit) in self.known.gold for hit in self.hits[:depth])

    @property
    def answered(self) -> bool:
        """Whether the first excerpt contains the answer."""
        shown = self.hits[0].excerpt.text if self.hits else ""
        return bool(self.hits) and all(must in shown for must in self.known.must)

    @property
    def refused(self) -> bool:
        """Whether nothing was shown."""
        return not self.hits


Scores = dict[str, float | int | None]
"""Name of a score to its value; None where no such question was asked."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How all questions went."""

    outcomes: tuple[Outcome, ...]
    """One for each question, in the order of the file."""
    without: Mapping[str, tuple[Outcome, ...]]
    """The same without a step of search, by the step's name; empty where not asked for."""


def _place(hit: Hit) -> tuple[str, str]:
    section = hit.passage.section
    return section.page, plain(section.heading)


def evaluate(questions: Iterable[Known], answer: Answerer) -> tuple[Outcome, ...]:
    """Ask every question."""
    return tuple(Outcome(known, answer(known.text)) for known in questions)


def scores(outcomes: Sequence[Outcome]) -> Scores:
    """Return the scores over these outcomes; None where no such question was asked."""
    asked = [outcome for outcome in outcomes if outcome.known.kind != NONE]
    nothing = [outcome for outcome in outcomes if outcome.known.kind == NONE]
    return {
        "questions": len(outcomes),
        "hit@1": _share(outcome.hit_at(1) for outcome in asked),
        "hit@3": _share(outcome.hit_at(HITS) for outcome in asked),
        "answered@1": _share(outcome.answered for outcome in asked),
        "refused": _share(outcome.refused for outcome in nothing),
        "wrongly_refused": _share(outcome.refused for outcome in asked),
    }


def _share(values: Iterable[bool]) -> float | None:
    counted = list(values)
    return round(sum(counted) / len(counted), 4) if counted else None


def by_kind(outcomes: Sequence[Outcome]) -> dict[str, Scores]:
    """Return the scores of each kind of question, in the order of the file."""
    kinds: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        kinds[outcome.known.kind].append(outcome)
    return {kind: scores(those) for kind, those in kinds.items()}


def report(evaluation: Evaluation) -> dict[str, object]:
    """Return the scores, the scores by kind, the misses, and the scores without each step."""
    outcomes = evaluation.outcomes
    without = {
        step: {**scores(those), "kinds": by_kind(those)}
        for step, those in evaluation.without.items()
    }
    return {
        **scores(outcomes),
        "kinds": by_kind(outcomes),
        "misses": [*_misses(outcomes)],
        **({"without": without} if without else {}),
    }


def _misses(outcomes: Iterable[Outcome]) -> Iterator[dict[str, object]]:
    for outcome in outcomes:
        right = outcome.refused if outcome.known.kind == NONE else outcome.hit_at(1)
        if not right:
            yield {
                "id": outcome.known.name,
                "kind": outcome.known.kind,
                "question": outcome.known.text,
                "shown": [
                    f"{hit.passage.section.page} › {hit.passage.section.heading}"
                    for hit in outcome.hits
                ],
            }


def report_json(evaluation: Evaluation, out: TextIO) -> None:
    """Print the report as one JSON object."""
    out.write(json.dumps(report(evaluation), ensure_ascii=False, indent=2) + "\n")


def show_report(evaluation: Evaluation, words: Words, console: Console) -> None:
    """Print the scores as a table, the misses below it, then the scores without each step."""
    outcomes = evaluation.outcomes
    rows = {words.say("eval-all"): scores(outcomes), **by_kind(outcomes)}
    console.print(_table(words.say("eval-kind"), rows))
    for miss in _misses(outcomes):
        console.print(Text(f"{miss['id']} ({miss['kind']}): {miss['question']}"))
        for shown in miss["shown"] if isinstance(miss["shown"], list) else ():
            console.print(Text(f"    {shown}", style="dim"))
    if evaluation.without:
        named = {words.say(f"step-{step}"): those for step, those in evaluation.without.items()}
        everything = {words.say("eval-all-steps"): outcomes}
        rows = {name: scores(those) for name, those in (everything | named).items()}
        console.print(_table(words.say("eval-without"), rows))
        kinds = {name: _at_three(those) for name, those in (everything | named).items()}
        console.print(_table(words.say("eval-without-kinds"), kinds))


def _at_three(outcomes: Sequence[Outcome]) -> Scores:
    return {
        kind: one["refused" if kind == NONE else "hit@3"] for kind, one in by_kind(outcomes).items()
    }


def _table(corner: str, rows: Mapping[str, Scores]) -> Table:
    names = list(next(iter(rows.values())))
    table = Table(corner, *names)
    for row, values in rows.items():
        table.add_row(row, *("–" if values[name] is None else str(values[name]) for name in names))
    return table
