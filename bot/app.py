"""Where the parts are put together; the only file that knows every one of them."""

import asyncio
import logging
import sys
import threading
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from bot.answer import Answerer, answer
from bot.problem import notice_sentence
from bot.settings import HandbookSettings, SlackSettings
from bot.stopping import CLOSED_WINDOW, STOPS, until_stopped
from bot.terminal.ablation import leave_out_each
from bot.terminal.ask import ask, ask_each, ask_json
from bot.terminal.chat import chat
from bot.terminal.check import Form, print_findings
from bot.terminal.evaluate import Evaluation, evaluate, report_json, show_report
from bot.terminal.known_question import read_questions
from bot.terminal.links import links_json, show_links
from bot.terminal.why import show_why, why_json
from bot.wording.catalogue import Words
from index.check.check import check_handbook
from index.check.finding import Finding, Rule
from index.handbook import Handbook, read_handbook
from index.search.encoder import load_encoder
from index.search.index import Index, build_index
from index.search.question import QUESTION_CHARACTERS
from index.search.semantic import embed_passages
from index.search.why import explain
from index.source.document import Notice

if TYPE_CHECKING:
    from bot.slack.listeners import Desk

PATIENCE_SECONDS = 1.0
"""Reading that takes longer shows that it is under way."""

NOTICES_SHOWN = 10


@dataclass(frozen=True, slots=True)
class App:
    """The bot with its settings, ready to do one of its commands."""

    handbook: HandbookSettings
    """Which handbook, and how the bot speaks of it."""
    slack: SlackSettings
    """How Slack is reached."""
    words: Words
    """The terminal's sentences."""
    out: Console
    """Where answers go."""
    err: Console
    """Where everything else goes."""

    def read(self) -> Handbook:
        """Read the handbook, and name what was left out or repaired."""
        with self._patience():
            handbook = self._read()
        self._tell(handbook.notices)
        return handbook

    def index(self) -> Index:
        """Read the handbook and build its index, and name what was left out or repaired."""
        with self._patience():
            model = self.handbook.semantic_model
            encoder = load_encoder(model) if model else None
            handbook = self._read()
            index = build_index(handbook.passages, synonyms=handbook.synonyms)
            if encoder:
                index = replace(index, meaning=embed_passages(index.passages, encoder))
        self._tell(handbook.notices)
        return index

    def answerer(self) -> Answerer:
        """Return what answers from the handbook."""
        return partial(answer, index=self.index())

    def ask(self, question: str, *, as_json: bool) -> None:
        """Answer one question."""
        if len(question) > QUESTION_CHARACTERS:
            read = self.words.say("question-long", read=QUESTION_CHARACTERS)
            self.err.print(read, markup=False, style="yellow")
        if as_json:
            ask_json(question, self.answerer(), sys.stdout)
        else:
            ask(question, self.answerer(), self.out)

    def ask_each(self, lines: Iterable[str]) -> None:
        """Answer each line with a line of JSON."""
        ask_each(lines, self.answerer(), sys.stdout)

    def why(self, question: str, *, as_json: bool) -> None:
        """Tell why a question finds what it finds."""
        explanation = explain(question, self.index())
        if as_json:
            why_json(explanation, sys.stdout)
        else:
            show_why(explanation, self.words, self.out)

    def chat(self) -> None:
        """Answer question after question in the terminal."""
        chat(self.answerer(), self.words, self.out)

    def evaluate(self, questions: Path, *, as_json: bool, ablation: bool) -> None:
        """Score the answers to questions with known answers."""
        known, index = read_questions(questions), self.index()
        evaluation = Evaluation(
            evaluate(known, partial(answer, index=index)),
            {
                left_out.step: evaluate(known, partial(answer, index=left_out.index))
                for left_out in (leave_out_each(index) if ablation else ())
            },
        )
        if as_json:
            report_json(evaluation, sys.stdout)
        else:
            show_report(evaluation, self.words, self.out)

    def links(self, *, as_json: bool) -> None:
        """Print every page and heading with its link."""
        pages = self.read().pages
        if as_json:
            links_json(pages, sys.stdout)
        else:
            show_links(pages, self.out)

    def check(self, form: Form, rules: Collection[Rule]) -> tuple[Finding, ...]:
        """Print what these rules find wrong with the handbook, and return it."""
        with self._patience():
            handbook = self._read()
            today = datetime.now(UTC).date()
            found = check_handbook(handbook.source, handbook.reading, handbook.notices, today)
        findings = tuple(finding for finding in found if finding.rule in rules)
        print_findings(form, findings, handbook.place, self.words, self.out)
        return findings

    def serve(self) -> None:
        """Run the bot in Slack until it is told to stop."""
        # Slack's libraries take longer to load than a question to answer; only these need them.
        from bot.slack.connection import check_tokens, serve_slack  # noqa: PLC0415
        from bot.slack.door import Listening  # noqa: PLC0415 - as above

        log_to_stderr(logging.INFO)
        check_tokens(self.slack)
        listening = Listening(self.handbook.host, self.handbook.port)
        serving = serve_slack(self.slack, listening, self._desk(), ready=lambda: None)
        asyncio.run(until_stopped(serving))

    def try_it(self, port: int) -> None:
        """Run the bot in a Slack on this computer until Ctrl-C."""
        from bot.slack.local.program import program  # noqa: PLC0415 - as above
        from bot.trying import Trial, run_trial  # noqa: PLC0415 - as above
        from index.preview import preview_pages  # noqa: PLC0415 - as above

        log_to_stderr(logging.WARNING)
        program()
        trial = Trial(
            pages=preview_pages(self.handbook.content, self.handbook.generator or None),
            desk=lambda site: self._at(site)._desk(),  # noqa: SLF001 - the same class
            announce=self._announce,
        )
        asyncio.run(until_stopped(run_trial(trial, port), (*STOPS, *CLOSED_WINDOW)))

    def _read(self) -> Handbook:
        return read_handbook(
            self.handbook.content,
            generator=self.handbook.generator or None,
            site=self.handbook.site_url or None,
            editors=self.handbook.editors,
        )

    def _tell(self, notices: Sequence[Notice]) -> None:
        for notice in notices[:NOTICES_SHOWN]:
            self.err.print(notice_sentence(notice, self.words), markup=False, style="yellow")
        unnamed = len(notices) - NOTICES_SHOWN
        if unnamed > 0:
            self.err.print(self.words.say("notices-more", count=unnamed), style="yellow")

    @contextmanager
    def _patience(self) -> Iterator[None]:
        """Show that work is under way when it takes long, and only to a person."""
        if not self.err.is_terminal:
            yield
            return
        status = self.err.status(self.words.say("reading", place=self.handbook.content))
        timer = threading.Timer(PATIENCE_SECONDS, status.start)
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            status.stop()

    def _desk(self) -> "Desk":
        from bot.slack.listeners import Desk  # noqa: PLC0415 - as above

        index = self.index()
        return Desk(partial(answer, index=index), index.languages[0], self.handbook.command)

    def _at(self, site: str) -> "App":
        """Return the same bot with the handbook's links leading to `site`, if none is set."""
        address = self.handbook.site_url or site
        return replace(self, handbook=self.handbook.model_copy(update={"site_url": address}))

    def _announce(self, address: str) -> None:
        self.out.print(self.words.say("try-ready", address=address), markup=False)


def log_to_stderr(level: int) -> None:
    """Log what the bot does from `level` on, and of its libraries only warnings."""
    form = "%(asctime)s %(levelname)s %(name)s: %(message)s"
    logging.basicConfig(level=logging.WARNING, format=form)
    logging.getLogger("bot").setLevel(level)
