"""The address that a folder of a Git repository has on its host."""

import re
import subprocess
from pathlib import Path
from urllib.parse import quote

_SSH = re.compile(r"(?:ssh://)?git@([\w.-]+)(?::\d+/|[:/])(.+)")
_HTTPS = re.compile(r"https?://(?:[^@/]+@)?([\w.-]+)/(.+)")
_HOSTS = {"github": "blob", "gitlab": "-/blob", "codeberg": "src/branch", "gitea": "src/branch"}
"""How the hosts that can be told by their name show a file of a branch."""

GIT_SECONDS = 5.0


def folder_address(folder: Path) -> str:
    """Return where the files of `folder` can be read in a browser, '' where that is not known.

    Only what the repository says of itself is used: its remote `origin` and its branch.
    """
    origin = _git(folder, "remote", "get-url", "origin")
    branch = _git(folder, "rev-parse", "--abbrev-ref", "HEAD")
    prefix = _git(folder, "rev-parse", "--show-prefix")
    match = _SSH.fullmatch(origin) or _HTTPS.fullmatch(origin)
    if match is None or not branch or branch == "HEAD":
        return ""
    host, repository = match[1], match[2].removesuffix(".git").strip("/")
    view = next((_HOSTS[part] for part in re.split(r"[.-]", host) if part in _HOSTS), None)
    if view is None:
        return ""
    path = quote(f"{repository}/{view}/{branch}/{prefix}".rstrip("/"))
    return f"https://{host}/{path}"


def _git(folder: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(  # noqa: S603 - fixed words, no shell
            ["git", "-C", str(folder), *arguments],  # noqa: S607 - git is where PATH says
            capture_output=True,
            text=True,
            timeout=GIT_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
