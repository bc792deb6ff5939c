"""What those who watch over the bot measure, in Prometheus' format; nothing that people asked.

https://prometheus.io/docs/practices/naming/
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from time import perf_counter
from typing import Final, Generic, TypeVar

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    make_asgi_app,
)
from prometheus_client.core import GaugeMetricFamily, InfoMetricFamily, Metric
from prometheus_client.registry import Collector

from bot.answer import Answer, NotReadError, ScopedAnswerer
from bot.http.asgi import Asgi
from bot.outcome import KINDS, Kind
from bot.served import Served
from bot.standing import Standing
from bot.wording.catalogue import Words
from index.refresh.edition import Volume
from index.refresh.status import Look
from index.search.scope import EVERYTHING, Scope
from index.source.unreadable import PlaceProblem

BUCKETS: Final = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5)
"""Seconds: most answers take a few thousandths."""

_Of = TypeVar("_Of", Volume, Look)


class Measures:
    """Counts what is answered, and tells how it is with the handbooks whenever it is asked."""

    def __init__(self, served: Served, words: Words) -> None:
        self._registry, self._words = CollectorRegistry(), words
        answers = Counter(
            "handbook_answers",
            words.say("metric-answers"),
            ("outcome",),
            registry=self._registry,
        )
        # Made beforehand: each outcome is there as 0 from the start.
        self._answers = {kind: answers.labels(kind.value) for kind in Kind}
        self._seconds = Histogram(
            "handbook_answer_seconds",
            words.say("metric-answer-seconds"),
            buckets=BUCKETS,
            registry=self._registry,
        )
        self._registry.register(_Handbooks(served, words))
        ProcessCollector(registry=self._registry)

    def watch(self, waiting: Callable[[], float]) -> None:
        """Tell whenever it is asked how long what waits for Slack has been waiting."""
        gauge = Gauge(
            "handbook_outbox_seconds",
            self._words.say("metric-outbox-seconds"),
            registry=self._registry,
        )
        gauge.set_function(waiting)

    def application(self) -> Asgi:
        """Return what answers at `/metrics`."""
        return make_asgi_app(self._registry)

    def count(self, kind: Kind) -> None:
        """Count an outcome that came without the handbook being asked: somebody was refused."""
        self._answers[kind].inc()

    def counted(self, answer: ScopedAnswerer) -> ScopedAnswerer:
        """Return the same, counted."""

        def counting(text: str, scope: Scope = EVERYTHING, /) -> Answer:
            begun = perf_counter()
            kind = Kind.FAULT
            try:
                found = answer(text, scope)
                kind = KINDS[type(found)]
            except NotReadError:
                kind = Kind.BEING_READ
                raise
            finally:
                self.count(kind)
            self._seconds.observe(perf_counter() - begun)
            return found

        return counting


@dataclass(frozen=True, slots=True)
class _Gauge(Generic[_Of]):
    """A number of each handbook."""

    name: str
    """The metric's name without `handbook_`."""
    sentence: str
    """The sentence in the catalogue that says what it is."""
    of: Callable[[_Of], float | None]
    """The number; None where there is none."""


_OF_VOLUME: Final[tuple[_Gauge[Volume], ...]] = (
    _Gauge("pages", "metric-pages", lambda volume: volume.pages),
    _Gauge("passages", "metric-passages", lambda volume: volume.passages),
    _Gauge(
        "left_out_files",
        "metric-left-out-files",
        lambda volume: sum(each.left_out for each in volume.notices),
    ),
    _Gauge(
        "revision_timestamp_seconds",
        "metric-revision-timestamp-seconds",
        lambda volume: _seconds(volume.revision.made),
    ),
)

_OF_LOOK: Final[tuple[_Gauge[Look], ...]] = (
    _Gauge(
        "looked_timestamp_seconds",
        "metric-looked-timestamp-seconds",
        lambda look: _seconds(look.looked),
    ),
    _Gauge(
        "good_timestamp_seconds",
        "metric-good-timestamp-seconds",
        lambda look: _seconds(look.reached),
    ),
)


class _Handbooks(Collector):
    """Looks at the handbooks when it is asked, and keeps nothing."""

    def __init__(self, served: Served, words: Words) -> None:
        self._served = served
        self._words = words

    def collect(self) -> Iterator[Metric]:
        """Yield what is to be told of every handbook."""
        standings = self._served.standings()
        yield self._information(standings)
        yield self._troubles(standings)
        volumes = [(each.name, each.volume) for each in standings if each.volume]
        yield from (self._measured(gauge, volumes) for gauge in _OF_VOLUME)
        looks = [(each.name, each.look) for each in standings if each.look]
        yield from (self._measured(gauge, looks) for gauge in _OF_LOOK)

    def _measured(self, gauge: _Gauge[_Of], named: Sequence[tuple[str, _Of]]) -> Metric:
        tells = self._words.say(gauge.sentence)
        family = GaugeMetricFamily(f"handbook_{gauge.name}", tells, labels=("name",))
        for name, each in named:
            number = gauge.of(each)
            if number is not None:
                family.add_metric((name,), number)
        return family

    def _information(self, standings: Sequence[Standing]) -> Metric:
        labels = ("name", "place", "revision")
        family = InfoMetricFamily("handbook", self._words.say("metric-info"), labels=labels)
        for each in standings:
            revision = each.volume.revision.identity if each.volume else ""
            family.add_metric((each.name, each.place, revision), {})
        return family

    def _troubles(self, standings: Sequence[Standing]) -> Metric:
        tells = self._words.say("metric-trouble")
        family = GaugeMetricFamily("handbook_trouble", tells, labels=("name", "problem"))
        for each in standings:
            trouble = each.look.trouble if each.look else None
            for problem in PlaceProblem:
                is_it = trouble is not None and trouble.problem is problem
                family.add_metric((each.name, problem.value), float(is_it))
        return family


def _seconds(moment: datetime | None) -> float | None:
    return moment.timestamp() if moment else None
