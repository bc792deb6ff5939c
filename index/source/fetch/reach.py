"""Where requests may go: to the hosts that are configured, however a host sends on."""

import ipaddress
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import httpx

from index.source.git.host import GITHUB, host_named

_DEFAULT_PORTS: Final = {"http": 80, "https": 443}

_GITHUB: Final = frozenset({"github.com", "www.github.com"})
_GITHUB_STORES: Final = (
    "codeload.github.com",
    "raw.githubusercontent.com",
    "objects.githubusercontent.com",
    "release-assets.githubusercontent.com",
)
"""Where GitHub keeps archives and what was added to releases, as it tells those who run firewalls:
https://docs.github.com/en/actions/reference/runners/self-hosted-runners#accessible-domains-by-function
"""


@dataclass(frozen=True, slots=True)
class Reach:
    """The servers that requests may go to."""

    configured: frozenset[tuple[str, int]]
    """Host and port of those that the settings name; they may be in the house."""
    companions: frozenset[str]
    """Hosts that those are known to send on to."""

    def permits(self, url: httpx.URL, before: httpx.URL | None = None) -> bool:
        """Tell whether a request may go to `url`, where `before` sent it on."""
        if url.scheme not in _DEFAULT_PORTS or not url.host:
            return False
        if before is not None and before.scheme == "https" and url.scheme != "https":
            return False
        return self.is_configured(url) or (
            url.host in self.companions and _port(url) in _DEFAULT_PORTS.values()
        )

    def is_configured(self, url: httpx.URL) -> bool:
        """Tell whether the settings name the server."""
        return (url.host, _port(url)) in self.configured


def reach_of(
    addresses: Iterable[httpx.URL], hosts: Iterable[str], companions: Iterable[str]
) -> Reach:
    """Return where requests may go for addresses that the settings name.

    A host is reached at the ports of HTTP and HTTPS beside its own, since sites send on from one to
    the other. Each of `hosts` is HOST or HOST:PORT.
    """
    named = [*addresses, *(httpx.URL(f"https://{host}") for host in hosts)]
    configured = {
        (url.host, port) for url in named for port in (_port(url), *_DEFAULT_PORTS.values())
    }
    return Reach(frozenset(configured), frozenset(companions))


def companions_of(host: str, *, is_github: bool = False) -> tuple[str, ...]:
    """Return the hosts that a Git host is known to send on to for an archive."""
    if host in _GITHUB:
        return _GITHUB_STORES
    # GitHub Enterprise with a domain for each of its services:
    # https://docs.github.com/en/enterprise-server@latest/admin/configuring-settings/hardening-security-for-your-enterprise/enabling-subdomain-isolation
    return (f"codeload.{host}",) if is_github or host_named(host) is GITHUB else ()


def is_inside(address: str) -> bool:
    """Tell whether an IP address is private, of this computer, or of this network only."""
    number = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(number, ipaddress.IPv6Address) and number.ipv4_mapped:
        number = number.ipv4_mapped
    return not number.is_global or number.is_multicast


def same_server(one: httpx.URL, other: httpx.URL) -> bool:
    """Tell whether two addresses have scheme, host and port in common."""
    return (one.scheme, one.host, _port(one)) == (other.scheme, other.host, _port(other))


def _port(url: httpx.URL) -> int:
    return url.port or _DEFAULT_PORTS.get(url.scheme, 0)
