"""Which files a line of CODEOWNERS means: the patterns of each host."""

import re
from collections.abc import Callable, Collection, Sequence
from fnmatch import fnmatchcase
from typing import Final

Pattern = Callable[[str], bool]
"""A file's path from the repository's root in, whether the line means it out."""

ANY_DEPTH: Final = "**"
ANY_NAME: Final = "*"

_REGEXP_PART: Final = re.compile(r"\\(.)|(\.\*)|(\.)|([+*?()|\[\]{}^$\\])|([^.\\])", re.DOTALL)


def github_pattern(text: str) -> Pattern | None:
    """Return a pattern as `.gitignore` has them, without negation and ranges.

    A slash inside ties it to the root; a folder means all that is in it, but for `docs/*`.
    https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
    """
    if text.startswith("!") or "[" in text or not text.strip("/"):
        return None
    tied = "/" in text.rstrip("/")
    steps = _steps(text, tied=tied)
    below = steps[-1] != ANY_NAME
    return lambda path: _matches(steps, path.split("/"), below=below)


def gitlab_pattern(text: str) -> Pattern | None:
    """Return a pattern as Ruby's fnmatch has them; only a slash before it ties it to the root.

    https://docs.gitlab.com/user/project/codeowners/reference/
    """
    if not text.strip("/"):
        return None
    steps = _steps(text, tied=text.startswith("/"))
    return lambda path: _matches(steps, path.split("/"), below=False)


def gitea_pattern(text: str) -> Pattern | None:
    """Return a regular expression of letters, escaped signs, `.` and `.*`; None for any other.

    A whole engine could be made to run for ever by a line of the file.
    https://docs.gitea.com/usage/repository/code-owners
    """
    parts = list(_REGEXP_PART.finditer(text.removeprefix("!")))
    if any(part[4] for part in parts) or not parts:
        return None
    wanted = "".join(
        "*" if part[2] else "?" if part[3] else _literal(part[1] or part[5]) for part in parts
    )
    if text.startswith("!"):
        return lambda path: not fnmatchcase(path, wanted)
    return lambda path: fnmatchcase(path, wanted)


def _literal(sign: str) -> str:
    return f"[{sign}]" if sign in "*?[" else sign


def _steps(text: str, *, tied: bool) -> tuple[str, ...]:
    steps = text.strip("/").split("/")
    inside = (ANY_DEPTH, ANY_NAME) if text.endswith("/") else ()
    return (*(() if tied else (ANY_DEPTH,)), *steps, *inside)


def _matches(steps: Sequence[str], names: Sequence[str], *, below: bool) -> bool:
    """Walk down the path with every place of the pattern that may have been reached."""
    reached = _passing(steps, {0})
    for name in names:
        if below and len(steps) in reached:
            return True
        reached = _passing(
            steps,
            {
                place + (steps[place] != ANY_DEPTH)
                for place in reached
                if place < len(steps) and fnmatchcase(name, steps[place])
            },
        )
    return len(steps) in reached


def _passing(steps: Sequence[str], reached: Collection[int]) -> set[int]:
    """Add the places behind a `**`, which may stand for nothing."""
    passed = set(reached)
    for place in range(len(steps)):
        if place in passed and steps[place] == ANY_DEPTH:
            passed.add(place + 1)
    return passed
