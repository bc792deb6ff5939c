"""How the bot is, for what starts it anew or sends questions to it; no secrets, no questions.

`/health` is for a readiness probe: it says 503 until there is a handbook to answer from.
`/health/live` is for a liveness probe: it answers as long as the bot does anything at all.
https://kubernetes.io/docs/concepts/workloads/pods/probes/
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pydantic import TypeAdapter

from bot.http.asgi import Asgi, Receive, Reply, Scope, Send, reply
from bot.served import Served
from bot.standing import Standing
from index.source.unreadable import PlaceProblem

JSON = (b"content-type", b"application/json")


class Readiness(StrEnum):
    """Whether questions are answered."""

    OK = "ok"
    READING = "reading"
    """No handbook has been read yet."""


@dataclass(frozen=True, slots=True)
class TroubleReport:
    """Why the newest revision of a handbook does not answer."""

    problem: PlaceProblem
    """What is wrong."""
    since: datetime
    """When that was first seen."""


@dataclass(frozen=True, slots=True)
class HandbookReport:
    """How it is with one handbook."""

    name: str
    """What it is called beside others; empty while it is alone."""
    place: str
    """Where it is, without secrets."""
    revision: str | None
    """Which revision answers; None for none."""
    as_of: datetime | None
    """When that was made, where that is known."""
    looked: datetime | None
    """When it was last looked at."""
    trouble: TroubleReport | None
    """Why its newest revision does not answer; None where it does."""


@dataclass(frozen=True, slots=True)
class HealthReport:
    """What `/health` answers."""

    status: Readiness
    """Whether questions are answered."""
    handbooks: tuple[HandbookReport, ...]
    """In the order of the settings."""


REPORTS = TypeAdapter(HealthReport)
"""Writes it as JSON."""


def health(served: Served) -> Asgi:
    """Return what answers at `/health`."""

    async def application(_scope: Scope, _receive: Receive, send: Send) -> None:
        ready = served.publication is not None
        report = HealthReport(
            Readiness.OK if ready else Readiness.READING,
            tuple(map(_report, served.standings())),
        )
        body = REPORTS.dump_json(report)
        await reply(send, Reply(200 if ready else 503, body, headers=(JSON,)))

    return application


async def live(_scope: Scope, _receive: Receive, send: Send) -> None:
    """Answer at `/health/live`."""
    await reply(send, Reply(200, b'{"status":"ok"}', headers=(JSON,)))


def _report(standing: Standing) -> HandbookReport:
    revision = standing.volume.revision if standing.volume else None
    look = standing.look
    trouble = look.trouble if look else None
    return HandbookReport(
        name=standing.name,
        place=standing.place,
        revision=revision.identity if revision else None,
        as_of=revision.made if revision else None,
        looked=look.looked if look else None,
        trouble=TroubleReport(trouble.problem, trouble.since) if trouble else None,
    )
