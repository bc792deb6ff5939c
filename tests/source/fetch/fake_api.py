"""The three APIs of the fake host, as the hosts' documentation has them; see `fetch/forge.py`."""

import re
from collections.abc import Collection, Mapping
from typing import Final
from urllib.parse import parse_qs, quote, unquote, urlsplit

from tests.source.fetch.fake_repository import FakeCommit, FakeRepository
from tests.source.fetch.reply import Reply, refused, told

_PATHS: Final = {
    "github": re.compile(r"^(?:/api/v3)?/repos/(?P<project>[^/]+/[^/]+)(?P<rest>/.*)?$"),
    "gitea": re.compile(r"^/api/v1/repos/(?P<project>[^/]+/[^/]+)(?P<rest>/.*)?$"),
    "gitlab": re.compile(r"^/api/v4/projects/(?P<project>[^/]+)(?:/repository)?(?P<rest>/.*)?$"),
}
_STORE: Final = re.compile(r"^/_codeload/(?P<project>[^/]+/[^/]+)/legacy\.tar\.gz/(?P<commit>.+)$")


def answer(
    repositories: Mapping[str, FakeRepository],
    renamed: Mapping[str, str],
    tokens: Collection[str],
    target: str,
    authorization: str,
    store: str,
) -> Reply | None:
    """Return what an API answers to a request's target, None where it is no address of any.

    Archives of GitHub are sent on to `store`, the address of a host.
    """
    parts = urlsplit(target)
    query = {name: values[0] for name, values in parse_qs(parts.query).items()}
    if match := _STORE.match(parts.path):
        repository = repositories.get(match["project"])
        # The address itself is the key, as on the real one.
        return _archive(repository, match["commit"]) if repository else None
    for kind, form in _PATHS.items():
        if match := form.match(parts.path):
            project, rest = unquote(match["project"]), match["rest"] or ""
            if project in renamed:
                new = quote(renamed[project], safe="" if kind == "gitlab" else "/")
                place = target.replace(match["project"], new)
                return Reply("sends-on", 301, headers={"Location": place})
            repository = repositories.get(project)
            token = authorization.partition(" ")[2]
            if token and token not in {*tokens, *(each.token for each in repositories.values())}:
                return refused(_asked(rest), 401, "Bad credentials")
            if repository is None or repository.token not in ("", token):
                return refused(_asked(rest), 404, "Not Found")
            return _told(kind, repository, rest, query, store)
    return None


def _asked(rest: str) -> str:
    if rest.startswith("/tarball"):
        return "sends-on"
    if rest.startswith("/archive"):
        return "archive"
    return {"": "repository", "/commits": "newest"}.get(rest, "branch")


def _told(
    kind: str, repository: FakeRepository, rest: str, query: Mapping[str, str], store: str
) -> Reply:
    match rest.strip("/").split("/", 1):
        case ["commits"]:
            return _newest(kind, repository, query.get("sha") or query.get("ref_name") or "")
        case ["branches", name]:
            known = unquote(name) in repository.branches
            return told("branch", {"name": unquote(name)}) if known else _absent("branch")
        case ["tarball", commit]:
            place = f"{store}/_codeload/{repository.project}/legacy.tar.gz/{commit}"
            return Reply("sends-on", 302, headers={"Location": place})
        case ["archive.tar.gz"]:
            return _archive(repository, query.get("sha", ""))
        case ["archive", name]:
            return _archive(repository, name.removesuffix(".tar.gz"))
        case [""]:
            return _repository(kind, repository)
    return _absent("page")


def _repository(kind: str, repository: FakeRepository) -> Reply:
    empty = not repository.branches
    facts: dict[str, object] = {"default_branch": repository.default_branch}
    if kind == "gitlab":
        facts |= {"empty_repo": empty, "default_branch": None if empty else facts["default_branch"]}
    if kind == "gitea":
        facts["empty"] = empty
    return told("repository", facts)


def _newest(kind: str, repository: FakeRepository, ref: str) -> Reply:
    if not repository.branches:
        if kind == "gitlab":
            return told("newest", [])
        return refused("newest", 409, "Git Repository is empty.")
    found = repository.find(ref)
    if found is None:
        return told("newest", []) if kind == "gitlab" else _absent("newest")
    return told("newest", [_commit(kind, found)])


def _commit(kind: str, commit: FakeCommit) -> dict[str, object]:
    made = commit.made.isoformat()
    author = "2001-01-01T00:00:00Z"  # a date that nobody wants
    if kind == "gitlab":
        return {"id": commit.identity, "committed_date": made, "authored_date": author}
    inner = {"committer": {"date": made}, "author": {"date": author}, "message": "x"}
    return {"sha": commit.identity, "commit": inner}


def _archive(repository: FakeRepository, commit: str) -> Reply:
    packed = repository.archive(commit)
    if packed is None:
        return _absent("archive")
    return Reply("archive", 200, packed, {"Content-Type": "application/x-gzip"})


def _absent(kind: str) -> Reply:
    return refused(kind, 404, "Not Found")
