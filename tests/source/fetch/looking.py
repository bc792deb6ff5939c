"""Looking at a fake host, as the bot does."""

import tarfile
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pydantic import SecretStr

from index.source.fetch.fetched import Fetched, Origin, unheard
from index.source.fetch.origin import open_origin
from index.source.limits import FETCH_LIMITS, FetchLimits
from index.source.location import shown
from index.source.place import read_location
from index.source.unreadable import HandbookUnreadableError, PlaceProblem
from tests.source.fetch.fake_host import FakeHost


@dataclass(frozen=True, slots=True)
class Look:
    """How a place is looked at; see `open_origin`."""

    place: str
    """The place as a person writes it."""
    folder: Path
    """The origin's folder."""
    token: str = ""
    """The token."""
    api_url: str = ""
    """The API's address."""
    hosts: tuple[str, ...] = ()
    """Hosts that may be sent on to."""
    limits: FetchLimits = field(default=FETCH_LIMITS)
    """What it may take."""

    def origin(self) -> Origin:
        """Return a new origin, as after a start."""
        location, secret = read_location(self.place)
        return open_origin(
            location,
            SecretStr(self.token) if self.token else secret,
            self.folder,
            api_url=self.api_url,
            hosts=self.hosts,
            limits=self.limits,
        )

    def first(self) -> Fetched:
        """Return what a first look finds."""
        return self.origin().look(None, unheard).fetched

    def refused(self, problem: PlaceProblem, detail: str | None = None) -> HandbookUnreadableError:
        """Hold a first look to end with a problem, and return it."""
        with pytest.raises(HandbookUnreadableError) as caught:
            self.first()
        assert (caught.value.problem, caught.value.place) == (problem, self.place_shown())
        if detail is not None:
            assert caught.value.detail == detail
        return caught.value

    def place_shown(self) -> str:
        """Return the place as errors name it."""
        return shown(read_location(self.place)[0])


def at_github(host: FakeHost, folder: Path) -> Look:
    """Return a look at the fake host's repository as if it were on github.com."""
    return Look("https://github.com/os2/handbook", folder, api_url=host.url)


def at_each(host: FakeHost, folder: Path, part: str = "") -> dict[str, Look]:
    """Return looks at the fake host as each kind of host, `part` behind the address."""
    return {
        kind: Look(f"{kind}+{host.page()}{part}", folder / kind)
        for kind in ("github", "gitlab", "gitea")
    }


def files(fetched: Fetched) -> dict[str, str]:
    """Return the files of a tar, path below its top folder to text."""
    found: dict[str, str] = {}
    with tarfile.open(fetched.root) as tar:
        for member in tar:
            body = tar.extractfile(member)
            assert body is not None
            found[member.name.partition("/")[2]] = body.read().decode()
    return found


def look(origin: Origin, known: Fetched | None) -> Fetched:
    """Look without anybody hearing of the progress."""
    return origin.look(known, unheard).fetched
