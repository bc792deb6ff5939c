"""Where the parts are put together; the only file that knows every one of them."""

import asyncio
import json
import logging
import sys
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from rich.console import Console

from bot.answer import Answerer, answer
from bot.diagnosis.examination import examine
from bot.diagnosis.finding import Level
from bot.handbooks import Answering, Handbooks, open_handbooks
from bot.log import log_to_stderr
from bot.settings.handbook import HandbookSettings
from bot.settings.slack import SlackSettings
from bot.stopping import CLOSED_WINDOW, STOPS, until_stopped
from bot.terminal.ablation import leave_out_each
from bot.terminal.ask import ask, ask_each, ask_json
from bot.terminal.chat import chat
from bot.terminal.check import Form, print_findings
from bot.terminal.diagnosis import diagnosis_json, show_diagnosis
from bot.terminal.evaluate import Evaluation, evaluate, report_json, show_report
from bot.terminal.known_question import read_questions
from bot.terminal.links import links_json, show_links
from bot.terminal.notices import tell_notices, tell_troubles
from bot.terminal.refresh import refresh_json, show_refresh
from bot.terminal.waiting import waiting
from bot.terminal.why import show_why, why_json
from bot.wording.catalogue import Words
from index.check.check import check_handbook
from index.check.finding import Finding, Rule
from index.contents import contents_of
from index.handbook import Handbook
from index.refresh.round import Looking, Round
from index.search.index import Index
from index.search.question import QUESTION_CHARACTERS
from index.search.why import explain
from index.suggested import suggested


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

    def handbooks(self) -> Handbooks:
        """Return the handbooks that the settings name."""
        return open_handbooks(self.handbook)

    def read(self) -> tuple[Handbook, ...]:
        """Read the handbooks as they stand now."""
        with waiting(self.err, self.words) as report:
            return tuple(self.handbooks().read(report))

    def answering(self) -> Answering:
        """Return what answers now, and tell what is wrong with it."""
        with waiting(self.err, self.words) as report:
            answering = self.handbooks().answering(report)
        if answering.round:
            if answering.round.built:
                tell_notices(answering.round.built.edition, self.words, self.err)
            tell_troubles(answering.round, self.words, self.err)
        return answering

    def index(self) -> Index:
        """Return the index that answers now."""
        return self.answering().publication.index

    def answerer(self) -> Answerer:
        """Return what answers from the handbook."""
        publication = self.answering().publication
        return partial(answer, index=publication.index, edition=publication.edition)

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
        handbooks = self.read()
        for handbook in handbooks:
            tell_notices(handbook.notices, self.words, self.err)
        pages = [page for handbook in handbooks for page in handbook.pages]
        if as_json:
            links_json(pages, sys.stdout)
        else:
            show_links(pages, self.out)

    def check(self, form: Form, rules: Collection[Rule]) -> tuple[Finding, ...]:
        """Print what these rules find wrong with each handbook, and return it."""
        today = datetime.now(UTC).date()
        findings: list[Finding] = []
        for handbook in self.read():
            found = check_handbook(handbook.source, handbook.reading, handbook.notices, today)
            those = tuple(finding for finding in found if finding.rule in rules)
            print_findings(form, those, handbook.place, self.words, self.out)
            findings.extend(those)
        return tuple(findings)

    def refresh(self, looking: Looking, *, as_json: bool) -> Round:
        """Look at every handbook now, keep what is new, and tell what was found; return it."""
        with waiting(self.err, self.words) as report:
            found = self.handbooks().refresher(report).round(looking)
        if as_json:
            refresh_json(found, self.words, sys.stdout)
        else:
            show_refresh(found, self.words, self.out, self.err)
        return found

    def doctor(self, *, as_json: bool) -> Level:
        """Tell whether all is well, and what to do where it is not; return the worst found."""
        from bot.doctor import diagnose  # noqa: PLC0415 - loads Slack's libraries, as below

        with waiting(self.err, self.words) as report:
            seen = examine(self.handbooks(), report)
        checked = diagnose(seen, self.handbook.store, self.slack)
        if as_json:
            return diagnosis_json(tuple(checked), self.words, sys.stdout)
        return show_diagnosis(checked, self.words, self.out)

    def manifest(self, address: str) -> None:
        """Print the manifest that the Slack app is made from; `address` is empty for Socket Mode.

        Raises:
            ProblemError: when Slack could not reach that address.
        """
        from bot.slack.manifest import Declared, events_address, manifest  # noqa: PLC0415 - as above

        publication = self.answering().publication
        index = publication.index
        declared = Declared(
            command=self.handbook.command,
            sites=tuple(volume.site for volume in publication.edition.volumes),
            prompts=suggested(contents_of(index), index, index.languages[0]),
            address=events_address(address) if address else "",
            agent=self.slack.agent_view,
        )
        written = json.dumps(manifest(declared, self.words), indent=2, ensure_ascii=False)
        sys.stdout.write(written + "\n")

    def serve(self) -> None:
        """Run the bot in Slack until it is told to stop."""
        # Slack's libraries take longer to load than a question to answer; only these need them.
        from bot.serving import serve, service_of  # noqa: PLC0415
        from bot.slack.tokens import check_tokens  # noqa: PLC0415 - as above

        log_to_stderr(logging.INFO)
        check_tokens(self.slack)
        service = service_of(self.handbook, self.slack, self.handbooks(), self.words.language)
        asyncio.run(until_stopped(serve(service)))

    def try_it(self, port: int) -> None:
        """Run the bot in a Slack on this computer until Ctrl-C."""
        from bot.slack.assistant import manners_of  # noqa: PLC0415 - as above
        from bot.slack.local.program import program  # noqa: PLC0415 - as above
        from bot.trying import Trial, run_trial  # noqa: PLC0415 - as above

        log_to_stderr(logging.WARNING)
        program()
        trial = Trial(
            handbooks=self._linked_to,
            language=self.words.language,
            manners=manners_of(self.handbook, self.slack),
            announce=self._announce,
        )
        asyncio.run(until_stopped(run_trial(trial, port), (*STOPS, *CLOSED_WINDOW)))

    def _linked_to(self, site: str) -> Handbooks:
        """Return the handbooks with their links leading to `site`, if no site is set.

        What is built for that is kept apart: the site has another port at each try.
        """
        address = self.handbook.site_url or site
        return open_handbooks(self.handbook.model_copy(update={"site_url": address})).apart("try")

    def _announce(self, address: str) -> None:
        self.out.print(self.words.say("try-ready", address=address), markup=False)
