"""A page of a repository as a browser shows it, to the repository, its branch and its folder."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final
from urllib.parse import SplitResult, parse_qs, quote, unquote

from index.source.git.host import AZURE, BITBUCKET, GITEA, GITHUB, GITLAB, Host


@dataclass(frozen=True, slots=True)
class RepositoryPage:
    """What the address of a page tells."""

    base: str
    """The repository's own address, percent-encoded, without `.git` and trailing slash."""
    project: str
    """Its name on the host: OWNER/NAME, on GitLab with all groups."""
    branch: str = ""
    """Branch, tag or commit that is shown; empty for the default."""
    folder: str = ""
    """Folder or file that is shown; empty for all of it."""


_PROJECT: Final = "(?P<project>[^/]+/[^/]+)"
_FORMS: Final[Mapping[Host, re.Pattern[str]]] = MappingProxyType(
    {
        GITHUB: re.compile(rf"{_PROJECT}(?:/(?:tree|blob|edit)/(?P<rest>.+))?"),
        # No group and no project is called `-`, and none `tree`:
        # https://docs.gitlab.com/user/reserved_names/
        GITLAB: re.compile(
            r"(?P<project>(?!-/)[^/]+(?:/(?!-(?:/|$))[^/]+)+?)"
            r"(?:(?:/-)?/(?:tree|blob|edit)/(?P<rest>.+))?"
        ),
        GITEA: re.compile(rf"{_PROJECT}(?:/src/(?:(?:branch|tag|commit)/)?(?P<rest>.+))?"),
        BITBUCKET: re.compile(rf"{_PROJECT}(?:/src/(?P<rest>.+))?"),
        AZURE: re.compile(r"(?P<project>(?:[^/]+/)+_git/[^/]+)(?P<rest>)"),
    }
)
"""How the hosts' pages show a folder of a branch; there a branch is taken to have no slash."""

_AZURE_VERSION: Final = re.compile(r"G[BCT]")
"""What Azure DevOps writes before a branch, a commit and a tag."""


def read_page(host: Host, parts: SplitResult) -> RepositoryPage | None:
    """Return what a page shows, None where it is none of a repository's files."""
    match = _FORMS[host].fullmatch(parts.path.strip("/"))
    if match is None:
        return None
    project = unquote(match["project"].removesuffix(".git"))
    branch, _, folder = (match["rest"] or "").partition("/")
    if host is AZURE:
        asked = parse_qs(parts.query)
        branch = _AZURE_VERSION.sub("", asked.get("version", [""])[0], count=1)
        folder = asked.get("path", [""])[0]
    base = f"{parts.scheme}://{parts.netloc}/{quote(project)}"
    return RepositoryPage(base, project, unquote(branch), unquote(folder).strip("/"))
