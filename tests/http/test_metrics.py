"""What is measured, read as Prometheus reads it."""

from collections.abc import Mapping
from pathlib import Path

from prometheus_client.parser import text_string_to_metric_families

from tests.http.asking import GITHUB, ask, report, serving_from, tell, wait_until
from tests.slack.deliveries import command
from tests.slack.fake_slack import RESPONSE_URL, FakeSlack
from tests.slack.serving import OPEN, Door, send_command
from tests.source.fetch.fake_host import FakeHost
from tests.source.fetch.fault import Status

Labels = frozenset[tuple[str, str]]

HANDBOOK: Mapping[str, str | None] = {
    "docs/a.md": "# Ferie\n\nFerie søges hos din leder senest den 1. maj.\n",
    "docs/b.md": "# Fakturaer\n\nFakturaer godkendes af den, der har bestilt varen.\n",
    "docs/c.md": "\0\0\0",
}
FORBIDDEN = "xylofonkvantemekanik"


def measured(door: Door) -> dict[tuple[str, Labels], float]:
    """Return every value by its name and labels."""
    answered = ask(door, "/metrics")
    assert answered.status_code == 200
    assert answered.headers["content-type"].startswith("text/plain; version=")
    return {
        (sample.name, frozenset(sample.labels.items())): sample.value
        for family in text_string_to_metric_families(answered.text)
        for sample in family.samples
    }


def value(door: Door, metric: str, /, **labels: str) -> float | None:
    """Return one value, None where there is none."""
    return measured(door).get((metric, frozenset(labels.items())))


def test_metrics_of_a_handbook_and_its_answers(
    host: FakeHost, slack: FakeSlack, tmp_path: Path
) -> None:
    """Sizes, times, trouble and answers are as they are, and no question is among them."""
    commit = host.commit(HANDBOOK, day="2026-03-02")
    with serving_from(host, slack, tmp_path) as door:
        wait_until(lambda: report(door)["looked"], "its look is not told")
        place = "https://github.com/os2/handbook"
        assert value(door, "handbook_info", name="", place=place, revision=commit) == 1
        assert value(door, "handbook_pages", name="") == 3
        assert value(door, "handbook_left_out_files", name="") == 1
        assert value(door, "handbook_revision_timestamp_seconds", name="") == 1772449200
        looked = value(door, "handbook_looked_timestamp_seconds", name="")
        assert looked
        assert value(door, "handbook_good_timestamp_seconds", name="") == looked
        assert value(door, "handbook_trouble", name="", problem="host-fault") == 0
        questions = ("hvem godkender fakturaer?", "hvordan søger jeg ferie?", FORBIDDEN)
        for question in questions:
            send_command(door, command(question, slack.response_url))
        slack.wait_for(RESPONSE_URL, len(questions))
        told = measured(door)
        answers = {
            dict(labels)["outcome"]: number
            for (name, labels), number in told.items()
            if name == "handbook_answers_total"
        }
        assert answers == {
            "answered": 2,
            "uncertain": 0,
            "not_found": 1,
            "vague": 0,
            "not_allowed": 0,
            "being_read": 0,
            "fault": 0,
        }
        assert told["handbook_answer_seconds_count", frozenset()] == 3
        assert 0 < told["handbook_answer_seconds_sum", frozenset()] < 3
        assert told["process_resident_memory_bytes", frozenset()] > 1e6
        assert FORBIDDEN not in ask(door, "/metrics").text
        host.fault = Status(code=502)
        tell(door, GITHUB)
        trouble = {"name": "", "problem": "host-fault"}
        wait_until(lambda: value(door, "handbook_trouble", **trouble), "no trouble is measured")
        assert (
            sum(
                number for (name, _), number in measured(door).items() if name == "handbook_trouble"
            )
            == 1
        )


def test_metrics_while_nothing_has_been_read(
    host: FakeHost, slack: FakeSlack, tmp_path: Path
) -> None:
    """Before the first reading there are no sizes and no times, and that is no fault."""
    host.fault = Status(code=502)
    with serving_from(host, slack, tmp_path, until=OPEN) as door:
        wait_until(lambda: report(door)["trouble"], "no trouble is told")
        assert value(door, "handbook_pages", name="") is None
        assert value(door, "handbook_good_timestamp_seconds", name="") is None
        assert value(door, "handbook_trouble", name="", problem="host-fault") == 1
