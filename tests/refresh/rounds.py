"""Rounds over handbooks on a fake Git host, each as a process of its own would begin it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from bot.answer import Answer, Answered, answer
from index.handbook import Choices
from index.refresh.cache import Cache, cache_for
from index.refresh.edition import Publication
from index.refresh.progress import unreported
from index.refresh.refresher import Refresher
from index.refresh.round import Looking
from index.refresh.wanted import Wanted
from index.source.place import read_location
from tests.source.fetch.fake_host import FakeHost

EVERY: Final = Looking(every=True)

PAGES: Final[Mapping[str, str]] = {
    f"{name}.md": f"# {name.title()}\n\n{text}\n\n## Hvem\n\nKim.\n\n## Hvor\n\nHos os.\n"
    for name, text in {
        "ferie": "Ferie aftales med din leder senest den 1. maj.",
        "faktura": "En faktura godkendes af projektlederen.",
        "udstyr": "Udstyr bestilles hos servicedesken.",
        "rejser": "Rejser afregnes inden tre uger.",
        "barsel": "Barsel meldes til personalekontoret.",
        "kantine": "Kantinen har åbent fra kl. 11.",
    }.items()
}
"""Six pages, three sections each."""

JUNE: Final = {"ferie.md": PAGES["ferie.md"].replace("1. maj", "1. juni")}
"""A change of one of them."""

FERIE: Final = "hvornår aftales ferie?"
"""A question that it answers."""


def wanted_from(place: str, host: FakeHost | None = None, name: str = "") -> Wanted:
    """Return a handbook that is wanted, its Git host's API at the fake one's."""
    location, secret = read_location(place)
    return Wanted(location, Choices(name), secret, api_url=host.url if host else "")


def github(host: FakeHost, project: str = "os2/handbook", name: str = "") -> Wanted:
    """Return a handbook on the host, as GitHub."""
    return wanted_from(f"https://github.com/{project}", host, name)


def refresher(folder: Path, *wanted: Wanted) -> Refresher:
    """Return what keeps the handbooks fresh, as a process that has just started has it."""
    return Refresher(cache(folder, *wanted), wanted, None, unreported)


def cache(folder: Path, *wanted: Wanted) -> Cache:
    """Return where it keeps them."""
    return cache_for(folder, wanted)


def asked(question: str, publication: Publication | None) -> Answer:
    """Return what a publication answers; there has to be one."""
    assert publication is not None
    return answer(question, publication.index, publication.edition)


def said(question: str, publication: Publication | None) -> str:
    """Return the excerpt of the answer, which there has to be."""
    found = asked(question, publication)
    assert isinstance(found, Answered), found
    return found.hits[0].excerpt.text
