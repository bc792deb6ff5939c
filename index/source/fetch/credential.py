"""A token, and the one server that it is shown to."""

from dataclasses import dataclass

import httpx
from pydantic import SecretStr

from index.source.fetch.reach import same_server


@dataclass(frozen=True, slots=True)
class Credential:
    """What proves to a server that its private things may be read."""

    server: httpx.URL
    """An address there: scheme, host and port decide."""
    scheme: str
    """The word that the host wants before the token, such as Bearer."""
    token: SecretStr
    """The token; empty for none."""

    def headers(self, url: httpx.URL) -> dict[str, str]:
        """Return what is sent to `url` beside everything else: nothing to any other server."""
        token = self.token.get_secret_value().strip()
        if not token or not same_server(url, self.server):
            return {}
        return {"Authorization": f"{self.scheme} {token}"}

    @property
    def is_sendable(self) -> bool:
        """Whether a header can hold it."""
        token = self.token.get_secret_value().strip()
        return token.isascii() and token.isprintable()
