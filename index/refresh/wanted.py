"""What is wanted: the handbooks, and how they are fetched and read."""

import os
from dataclasses import dataclass
from hashlib import blake2b

from pydantic import SecretStr

from index.handbook import Choices
from index.source.location import ArchiveLocation, FolderLocation, Location, shown


@dataclass(frozen=True, slots=True)
class Wanted:
    """A handbook that answers are wanted from."""

    location: Location
    """Where it is."""
    choices: Choices
    """How it is read."""
    token: SecretStr
    """What opens a private place; empty for none."""
    api_url: str = ""
    """Address of the Git host's API; empty where the handbook's own address tells."""
    hosts: tuple[str, ...] = ()
    """Further hosts that may be sent on to."""
    poll: float = 60.0
    """Seconds from one look to the next."""

    @property
    def place(self) -> str:
        """Where it is, as a person would write it, without secrets."""
        return shown(self.location)

    @property
    def key(self) -> str:
        """What tells it from other handbooks, as a name of a folder."""
        match self.location:
            case FolderLocation(path):
                # The same words mean another folder elsewhere.
                own = str(path.absolute())
            case ArchiveLocation(query=query):
                own = f"{self.place}?{query.get_secret_value()}"
            case _:
                own = self.place
        return blake2b(os.fsencode(f"{own}\n{self.api_url}"), digest_size=12).hexdigest()
