"""Git as fetching runs it: for one place, with its token, within a budget."""

import os
from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from pydantic import SecretStr

from index.source.fetch.budget import Budget
from index.source.git.command import git_command, git_environment
from index.source.git.refusal import refusal
from index.source.git.running import run_git
from index.source.limits import ANSWER_BYTES, CONNECT_SECONDS
from index.source.unreadable import HandbookUnreadableError, PlaceProblem

USER: Final = "x-access-token"
"""Who a token belongs to. GitHub wants this name of an app's tokens; of others, and on GitLab,
Gitea and Forgejo, any name will do.

https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/authenticating-as-a-github-app-installation
https://docs.gitlab.com/user/profile/personal_access_tokens/
https://github.com/go-gitea/gitea/blob/main/services/auth/basic.go
"""

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
_SURROUNDINGS: Final[Mapping[str, str]] = {
    # A person's own settings may name programs, for whatever files a repository says.
    "GIT_CONFIG_GLOBAL": os.devnull,
    # Set to nothing, or git would ask by the program in SSH_ASKPASS.
    "GIT_ASKPASS": "",
    "GIT_SSH_COMMAND": (
        f"ssh -oBatchMode=yes -oConnectTimeout={CONNECT_SECONDS:.0f}"
        " -oServerAliveInterval=15 -oServerAliveCountMax=2"
    ),
}
_OWN_UPLOAD: Final = "--upload-pack=git -c safe.directory=* upload-pack"
"""A repository on this computer may belong to somebody else; see git_command."""


class FetchingGit:
    """Git for one place; each method raises HandbookUnreadableError where git does not do it."""

    def __init__(self, place: str, url: str, token: SecretStr, budget: Budget) -> None:
        self.place = place
        self.url = url
        self.budget = budget
        self._token = token.get_secret_value()
        parts = urlsplit(url) if "://" in url else None
        self._protocol = parts.scheme if parts else "ssh"
        self._host = f"{parts.scheme}://{parts.netloc}/" if parts else ""

    def heads(self, folder: Path, *names: str) -> str:
        """Return the remote's references of these names, as `git ls-remote --symref` prints them.

        `folder` is where git is run; what repository that is in does not matter.
        """
        return self._towards_host(folder, ("ls-remote", "--symref"), names, self.budget.check_time)

    def fetch(self, folder: Path, reference: str) -> None:
        """Fetch all history of one reference, `FROM:TO`, into the repository in a folder."""
        how = ("--progress", "--no-tags", "--no-recurse-submodules", "--no-write-fetch-head")
        stored = folder / ".git"
        check = partial(self.budget.check_stored, stored)
        # A remote may itself be shallow: its boundary is then ours.
        self._towards_host(folder, ("fetch", *how, "--update-shallow"), (f"+{reference}",), check)
        check()

    def local(self, folder: Path, *arguments: str) -> str:
        """Return what git prints of the repository in a folder."""
        return self._answer(folder, arguments, _SURROUNDINGS, self.budget.check_time)

    def print_to(self, take: Callable[[bytes], object], folder: Path, *arguments: str) -> None:
        """Give what git prints of the repository in a folder as it comes; `take` may raise."""
        self._run(folder, arguments, _SURROUNDINGS, take, self.budget.check_time)

    def _towards_host(
        self, folder: Path, command: Sequence[str], names: Sequence[str], watch: Callable[[], None]
    ) -> str:
        name, *options = command
        if self._protocol == "file":
            options.append(_OWN_UPLOAD)
        silent = f"http.lowSpeedTime={self.budget.limits.silent_seconds:.0f}"
        arguments = ("-c", silent, name, *options, "--", self.url, *names)
        surroundings = {
            **_SURROUNDINGS,
            "GIT_ALLOW_PROTOCOL": self._protocol,
            **self._authorisation(),
            **_certificates(),
        }
        return self._answer(folder, arguments, surroundings, watch)

    def _authorisation(self) -> dict[str, str]:
        """Return the setting that sends the token, to this host alone and on no command line."""
        if not self._token or self._protocol not in {"http", "https"}:
            return {}
        return {
            "GIT_CONFIG_COUNT": "1",
            "GIT_CONFIG_KEY_0": f"http.{self._host}.extraHeader",
            "GIT_CONFIG_VALUE_0": f"Authorization: Basic {self._basic()}",
        }

    def _basic(self) -> str:
        return b64encode(f"{USER}:{self._token}".encode()).decode()

    def _answer(
        self,
        folder: Path,
        arguments: Sequence[str],
        surroundings: Mapping[str, str],
        watch: Callable[[], None],
    ) -> str:
        answer = bytearray()

        def take(chunk: bytes) -> None:
            answer.extend(chunk)
            if len(answer) > ANSWER_BYTES:
                raise HandbookUnreadableError(self.place, PlaceProblem.GARBLED, arguments[0])

        self._run(folder, arguments, surroundings, take, watch)
        return os.fsdecode(bytes(answer))

    def _run(
        self,
        folder: Path,
        arguments: Sequence[str],
        surroundings: Mapping[str, str],
        take: Callable[[bytes], object],
        watch: Callable[[], None],
    ) -> None:
        environment = {
            **git_environment(),
            **surroundings,
            # The folder may lie in a repository of somebody's, which is not meant, least of all
            # where ours is damaged.
            "GIT_CEILING_DIRECTORIES": os.path.realpath(folder.parent),
        }
        command = git_command(folder, *_QUIETLY, *arguments)
        try:
            ended = run_git(command, environment, take, watch)
        except FileNotFoundError as error:
            raise HandbookUnreadableError(self.place, PlaceProblem.GIT_MISSING) from error
        if ended.code:
            secrets = (self._token, self._basic()) if self._token else ()
            silent = self.budget.limits.silent_seconds
            raise refusal(self.place, ended.complaint, secrets, silent)


def _certificates() -> dict[str, str]:
    """Return where git finds the authorities that httpx is told of in the same way."""
    named = os.environ.get("SSL_CERT_FILE")
    return {"GIT_SSL_CAINFO": named} if named else {}
