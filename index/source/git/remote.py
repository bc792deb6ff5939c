"""A remote of Git to the address that its repository has in a browser."""

import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from index.source.git.host import Host, host_named

_SCP_LIKE = re.compile(r"(?:[^@/:]+@)?([\w.-]+):(?!/)(.+)")
_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)*")
_AZURE_SSH = re.compile(r"v3/([^/]+)/([^/]+)/([^/]+)")
_AZURE_OLD = ".visualstudio.com"
_AZURE = "dev.azure.com"
_AZURE_DEPTH = 2
"""Organisation and project."""


@dataclass(frozen=True, slots=True)
class Remote:
    """A repository on its host."""

    host: Host
    """What kind of host it is."""
    base: str
    """Its address in a browser, percent-encoded, without trailing slash, name and password."""

    @property
    def issue_form(self) -> str:
        """The address of a new issue, with `{title}` and `{body}`; empty where there is none."""
        above, git, name = self.base.partition("/_git/")
        # Azure DevOps leaves the project out where the repository is called the same.
        named = git and urlsplit(above).path.count("/") < _AZURE_DEPTH
        project = f"{above}/{name}" if named else above
        return self.host.issue.replace("{base}", self.base).replace("{project}", project)


def read_remote(url: str) -> Remote | None:
    """Return where a browser finds the repository that git knows as `url`, None if nowhere.

    Whatever stands before the host, such as a name or a token, is left out.
    """
    scheme, domain, port, path = _parts(url)
    domain, path = _azure(domain, path.strip("/"))
    path = path.removesuffix(".git").strip("/")
    host = host_named(domain)
    if host is None or not path:
        return None
    return Remote(host, f"{scheme}://{domain}{port}/{quote(path)}")


def _parts(url: str) -> tuple[str, str, str, str]:
    """Return scheme, domain, port with its colon, and path for a browser; empty where unknown."""
    nothing = ("", "", "", "")
    try:
        parts = urlsplit(url)
        number = parts.port
    except ValueError:
        return nothing
    if "://" not in url:
        match = _SCP_LIKE.fullmatch(url)
        return ("https", match[1].lower(), "", match[2]) if match else nothing
    domain = parts.hostname or ""
    if not _DOMAIN.fullmatch(domain):
        return nothing
    match parts.scheme:
        case "http" | "https":
            # The port of SSH is not that of the site, the port of HTTP is.
            return parts.scheme, domain, f":{number}" if number else "", parts.path
        case "ssh" | "git+ssh":
            return "https", domain, "", parts.path
        case _:
            return nothing


def _azure(domain: str, path: str) -> tuple[str, str]:
    """Bring the other names that Azure DevOps has for a repository to the one of its site."""
    if domain in ("ssh.dev.azure.com", "vs-ssh.visualstudio.com"):
        match = _AZURE_SSH.fullmatch(path)
        return (_AZURE, f"{match[1]}/{match[2]}/_git/{match[3]}") if match else ("", "")
    if domain.endswith(_AZURE_OLD):
        organisation = domain.removesuffix(_AZURE_OLD)
        return _AZURE, f"{organisation}/{path.removeprefix('DefaultCollection/')}"
    return domain, path
