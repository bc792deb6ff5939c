"""The Git hosts' APIs: where each tells a repository's newest commit and gives its archive.

GitHub: https://docs.github.com/en/rest/commits/commits#list-commits,
https://docs.github.com/en/rest/repos/contents#download-a-repository-archive-tar,
https://docs.github.com/en/rest/branches/branches#get-a-branch;
GitLab: https://docs.gitlab.com/api/commits/#list-repository-commits,
https://docs.gitlab.com/api/repositories/#get-file-archive,
https://docs.gitlab.com/api/branches/#get-single-repository-branch;
Gitea and Forgejo: https://docs.gitea.com/api/#tag/repository (each host has its own at
/api/swagger), `repoGetAllCommits`, `repoGetArchive`, `repoGetBranch`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final
from urllib.parse import quote

import httpx

from index.source.git.host import GITEA, GITHUB, GITLAB, Host
from index.source.location import ForgeKind, HostedLocation


@dataclass(frozen=True, slots=True)
class Forge:
    """A kind of Git host: forms with `{project}`, `{ref}`, `{branch}` and `{commit}`."""

    host: Host
    """The addresses of its pages."""
    root: str
    """The API's path on a host of one's own."""
    repository: str
    """A repository, whose answer names the `default_branch`."""
    kept: str
    """Characters that stay in a project's and a branch's name in a path."""
    newest: str
    """The newest commit, as a list of one; below the repository."""
    ref: str
    """What is added to `newest` for a branch, tag or commit."""
    branch: str
    """A branch; below the repository."""
    archive: str
    """The archive of a commit; below the repository."""
    identity: str
    """The field of a commit that holds its whole id."""
    date: tuple[str, ...]
    """The fields that lead to the time at which it was committed."""
    authorization: str = "Bearer"
    """The word before a token."""
    accept: str = "application/json"
    """The form in which answers are wanted."""
    unknown_ref: frozenset[int] = frozenset({404, 422})
    """With which status it says that there is no such branch, tag or commit."""


FORGES: Final[Mapping[ForgeKind, Forge]] = MappingProxyType(
    {
        ForgeKind.GITHUB: Forge(
            host=GITHUB,
            root="/api/v3",
            repository="/repos/{project}",
            kept="/",
            newest="/commits?per_page=1",
            ref="&sha={ref}",
            branch="/branches/{branch}",
            archive="/tarball/{commit}",
            identity="sha",
            date=("commit", "committer", "date"),
            accept="application/vnd.github+json",
        ),
        ForgeKind.GITLAB: Forge(
            host=GITLAB,
            root="/api/v4",
            repository="/projects/{project}",
            # https://docs.gitlab.com/api/rest/#namespaced-paths
            kept="",
            newest="/repository/commits?per_page=1",
            ref="&ref_name={ref}",
            branch="/repository/branches/{branch}",
            archive="/repository/archive.tar.gz?sha={commit}",
            identity="id",
            date=("committed_date",),
        ),
        ForgeKind.GITEA: Forge(
            host=GITEA,
            root="/api/v1",
            repository="/repos/{project}",
            kept="/",
            # What is switched off would be reckoned out for every commit.
            newest="/commits?limit=1&stat=false&verification=false&files=false",
            ref="&sha={ref}",
            branch="/branches/{branch}",
            archive="/archive/{commit}.tar.gz",
            identity="sha",
            date=("commit", "committer", "date"),
            # https://docs.gitea.com/development/api-usage#authentication
            authorization="token",
            # Older ones call a missing branch a fault of their own.
            unknown_ref=frozenset({404, 422, 500}),
        ),
    }
)
"""Every kind of host that gives archives."""


@dataclass(frozen=True, slots=True)
class RepositoryApi:
    """The addresses of one repository in its host's API."""

    forge: Forge
    """What kind of host it is."""
    base: str
    """The API's own address, without trailing slash."""
    project: str
    """The repository's name."""

    @property
    def repository(self) -> httpx.URL:
        """The repository itself."""
        return self._url("")

    def newest(self, ref: str) -> httpx.URL:
        """Return where the newest commit of a branch, tag or commit is told; '' for the default."""
        return self._url(self.forge.newest + (self.forge.ref if ref else ""), ref=quote(ref, ""))

    def branch(self, name: str) -> httpx.URL:
        """Return where a branch is told."""
        return self._url(self.forge.branch, branch=quote(name, self.forge.kept))

    def archive(self, commit: str) -> httpx.URL:
        """Return where the archive of a commit is."""
        return self._url(self.forge.archive, commit=commit)

    def _url(self, form: str, **names: str) -> httpx.URL:
        project = quote(self.project, self.forge.kept)
        return httpx.URL(
            self.base + (self.forge.repository + form).format(project=project, **names)
        )


def api_of(location: HostedLocation, api_url: str = "") -> RepositoryApi:
    """Return the API of a repository, at `api_url` where the settings name one."""
    forge = FORGES[location.kind]
    return RepositoryApi(forge, api_url.rstrip("/") or _base(location), location.project)


def _base(location: HostedLocation) -> str:
    address = httpx.URL(location.base)
    if location.kind is ForgeKind.GITHUB:
        if address.host in ("github.com", "www.github.com"):
            return "https://api.github.com"
        # With data residency, an enterprise has a part of this domain for itself:
        # https://docs.github.com/en/enterprise-cloud@latest/rest/using-the-rest-api/getting-started-with-the-rest-api
        if address.host.endswith(".ghe.com"):
            return f"https://api.{address.host}"
    return f"{address.scheme}://{address.netloc.decode('ascii')}{FORGES[location.kind].root}"
