"""A repository of the fake host: files by commit, and their archives."""

import gzip
import hashlib
import io
import tarfile
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

BRANCH = "main"


@dataclass(frozen=True, slots=True)
class FakeCommit:
    """A revision."""

    identity: str
    """Its id, 40 hexadecimal digits."""
    made: datetime
    """When it was committed."""
    files: Mapping[str, str]
    """All files, path to text."""


@dataclass(slots=True)
class FakeRepository:
    """A repository with branches and tags."""

    project: str
    """Its name on the host."""
    default_branch: str = BRANCH
    """The branch that is shown first."""
    token: str = ""
    """What is needed to see it; empty for a public one."""
    commits: dict[str, FakeCommit] = field(default_factory=dict)
    """Every commit by its id."""
    branches: dict[str, str] = field(default_factory=dict)
    """Branch to commit."""
    tags: dict[str, str] = field(default_factory=dict)
    """Tag to commit."""
    archives: dict[str, bytes] = field(default_factory=dict)
    """Archives given by the test, by commit; the others are made."""

    def commit(self, files: Mapping[str, str | None], day: str, branch: str) -> str:
        """Add a commit with changed files (None takes one away), and return its id."""
        before = self.branches.get(branch, self.branches.get(self.default_branch))
        whole = {**(self.commits[before].files if before else {}), **files}
        kept = {path: text for path, text in whole.items() if text is not None}
        moment = day if "T" in day else f"{day}T12:00:00+01:00"
        digest = hashlib.sha1(usedforsecurity=False)
        digest.update(repr((before, sorted(kept.items()), moment)).encode())
        found = FakeCommit(digest.hexdigest(), datetime.fromisoformat(moment), kept)
        self.commits[found.identity] = found
        self.branches[branch] = found.identity
        return found.identity

    def find(self, ref: str) -> FakeCommit | None:
        """Return what a branch, a tag, or the beginning of an id means; '' for the default."""
        named = {**self.tags, **self.branches}.get(ref or self.default_branch)
        if named is None and len(ref) >= 7:
            named = next((identity for identity in self.commits if identity.startswith(ref)), None)
        return self.commits.get(named or "")

    def archive(self, identity: str) -> bytes | None:
        """Return the archive of a commit, None where there is no such commit."""
        found = self.commits.get(identity)
        if identity in self.archives or found is None:
            return self.archives.get(identity)
        top = f"{self.project.replace('/', '-')}-{identity[:7]}"
        return tar_gz(found.files, top, found.made)


def tar_gz(
    files: Mapping[str, str], top: str = "", made: datetime = datetime(2026, 1, 1, tzinfo=UTC)
) -> bytes:
    """Return a tar.gz of files, in a folder of the name `top` where it has one."""
    packed = io.BytesIO()
    with (
        gzip.GzipFile(fileobj=packed, mode="wb", mtime=0, compresslevel=1) as zipped,
        tarfile.open(fileobj=zipped, mode="w", format=tarfile.PAX_FORMAT) as tar,
    ):
        for path, text in sorted(files.items()):
            body = text.encode()
            member = tarfile.TarInfo(f"{top}/{path}" if top else path)
            member.size, member.mtime, member.mode = len(body), int(made.timestamp()), 0o644
            tar.addfile(member, io.BytesIO(body))
    return packed.getvalue()


def zipped(files: Mapping[str, str], top: str = "") -> bytes:
    """Return a zip of files, in a folder of the name `top` where it has one."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in sorted(files.items()):
            member = zipfile.ZipInfo(f"{top}/{path}" if top else path, (2026, 1, 1, 12, 0, 0))
            archive.writestr(member, text.encode())
    return packed.getvalue()
