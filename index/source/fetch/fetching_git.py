"""Git as fetching runs it: for one place, with its token, within a budget."""

import os
import shlex
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Final

from pydantic import SecretStr

from index.source.fetch.budget import Budget
from index.source.git.command import git_command, git_environment
from index.source.git.refusal import refusal
from index.source.git.running import Ended, run_git
from index.source.git.transport import credentials, protocol, transport_environment
from index.source.limits import ANSWER_BYTES
from index.source.unreadable import HandbookUnreadableError, PlaceProblem

_QUIETLY: Final = (
    # Nothing is done that was not asked for, now or behind our back.
    *("-c", "gc.auto=0"),
    *("-c", "maintenance.auto=false"),
    *("-c", "submodule.recurse=false"),
    *("-c", "core.autocrlf=false"),
    *("-c", "core.protectHFS=true"),
    *("-c", "core.protectNTFS=true"),
    # One pack for each fetch: it ends with its own check sum.
    *("-c", "fetch.unpackLimit=1"),
    *("-c", "http.followRedirects=false"),
    *("-c", "http.lowSpeedLimit=1"),
    *("-c", "credential.helper="),
)
_OWN_UPLOAD: Final = shlex.join(("git", "-c", "safe.directory=*", "upload-pack"))
"""A repository on this computer may belong to somebody else; see git_command."""


class FetchingGit:
    """Git for one place; each method raises HandbookUnreadableError where git does not do it."""

    def __init__(self, place: str, url: str, token: SecretStr, budget: Budget) -> None:
        self.place = place
        self.url = url
        self.budget = budget
        secret = token.get_secret_value()
        self._secrets = (secret, credentials(secret))
        self._transport = transport_environment(url, secret)

    def heads(self, folder: Path, *names: str) -> str:
        """Return the remote's references of these names, as `git ls-remote --symref` prints them.

        `folder` is where git is run; what repository that is in does not matter.
        """
        ask = self._towards_host("ls-remote", "--symref")
        take = _Answer(self.place)
        self._checked(self._run(folder, (*ask, *names), take, self._transport))
        return str(take)

    def headers(self, folder: Path) -> str:
        """Return the headers that the host answers with, among what else git tells of its way."""
        told = {**self._transport, "GIT_CURL_VERBOSE": "1"}
        return self._run(folder, self._towards_host("ls-remote"), len, told).complaint

    def fetch(self, folder: Path, reference: str) -> None:
        """Fetch all history of one reference, `FROM:TO`, into the repository in a folder."""
        how = ("--progress", "--no-tags", "--no-recurse-submodules", "--no-write-fetch-head")
        # A remote may itself be shallow: its boundary is then ours.
        ask = self._towards_host("fetch", *how, "--update-shallow")
        check = partial(self.budget.check_stored, folder / ".git")
        self._checked(self._run(folder, (*ask, f"+{reference}"), len, self._transport, check))
        check()

    def local(self, folder: Path, *arguments: str) -> str:
        """Return what git prints of the repository in a folder."""
        take = _Answer(self.place)
        self.print_to(take, folder, *arguments)
        return str(take)

    def print_to(self, take: Callable[[bytes], object], folder: Path, *arguments: str) -> None:
        """Give what git prints of the repository in a folder as it comes; `take` may raise."""
        self._checked(self._run(folder, arguments, take, {}))

    def _towards_host(self, command: str, *options: str) -> tuple[str, ...]:
        silent = f"http.lowSpeedTime={self.budget.limits.silent_seconds:.0f}"
        own = (f"--upload-pack={_OWN_UPLOAD}",) if protocol(self.url) == "file" else ()
        return ("-c", silent, command, *options, *own, "--", self.url)

    def _run(
        self,
        folder: Path,
        arguments: tuple[str, ...],
        take: Callable[[bytes], object],
        surroundings: Mapping[str, str],
        watch: Callable[[], object] | None = None,
    ) -> Ended:
        environment = {
            **git_environment(),
            # A person's own settings may name programs, for whatever files a repository says.
            "GIT_CONFIG_GLOBAL": os.devnull,
            # The folder may lie in a repository of somebody's, which is not meant, least of all
            # where ours is damaged.
            "GIT_CEILING_DIRECTORIES": os.path.realpath(folder.parent),
            **surroundings,
        }
        command = git_command(folder, *_QUIETLY, *arguments)
        try:
            return run_git(command, environment, take, watch or self.budget.check_time)
        except FileNotFoundError as error:
            raise HandbookUnreadableError(self.place, PlaceProblem.GIT_MISSING) from error

    def _checked(self, ended: Ended) -> None:
        if ended.code:
            silent = self.budget.limits.silent_seconds
            raise refusal(self.place, ended.complaint, self._secrets, silent)


class _Answer:
    """What git prints, where that is not long."""

    def __init__(self, place: str) -> None:
        self._place = place
        self._printed = bytearray()

    def __call__(self, chunk: bytes) -> None:
        self._printed.extend(chunk)
        if len(self._printed) > ANSWER_BYTES:
            raise HandbookUnreadableError(self._place, PlaceProblem.GARBLED, "git")

    def __str__(self) -> str:
        return os.fsdecode(bytes(self._printed))
