"""A look in a process of its own, which can be killed."""

import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from tests.handbooks import REPOSITORY

_CODE = """
import sys
from pathlib import Path
from pydantic import SecretStr
from index.source.fetch.clone import CloneOrigin
from index.source.fetch.fetched import unheard
from index.source.location import CloneLocation
clone = CloneOrigin(CloneLocation(sys.argv[1]), SecretStr(input()), Path(sys.argv[2]))
clone.keep(clone.look(clone.kept(), unheard).fetched)
"""


@contextmanager
def looking(url: str, folder: Path, token: str = "") -> Generator[subprocess.Popen[bytes]]:
    """Start a process that looks at a repository and keeps what it finds; kill it when left."""
    command = [sys.executable, "-c", _CODE, url, str(folder)]
    with subprocess.Popen(  # noqa: S603 - fixed words, no shell
        command, cwd=REPOSITORY, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as child:
        assert child.stdin
        child.stdin.write(f"{token}\n".encode())
        child.stdin.close()
        try:
            yield child
        finally:
            child.kill()
