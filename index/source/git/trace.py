"""Documents of a folder to the same with their provenance."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from index.source.document import Document
from index.source.git.address import FileAddress
from index.source.git.blame import Blame, Touch
from index.source.git.codeowners import read_codeowners
from index.source.git.command import git_lines
from index.source.git.editors import Editors, role_of
from index.source.git.log import LOG, read_log
from index.source.git.repository import Repository, find_repository, small_file
from index.source.git.revision import Revised, revised
from index.source.git.runs import Fate, Run
from index.source.limits import MARKDOWN_SUFFIXES
from index.source.provenance import Change, Provenance


def trace_documents(
    folder: Path, documents: Sequence[Document], editors: Editors
) -> tuple[Document, ...]:
    """Return the documents of `folder` with what its Git repository knows of them.

    Without Git, a repository or a commit they are returned as they are. `editors` gives roles
    to the mail addresses of authors; nothing else is told of authors.
    """
    repository = find_repository(folder)
    if repository is None:
        return tuple(documents)
    found = tuple(revised(repository, folder, documents))
    known = [each for each in found if each is not None]
    touches = iter(_touches(repository, known))
    place = repository.place()
    owners = read_codeowners(
        lambda path: small_file(repository.root / path), place.remote.host if place else None
    )
    roles: dict[str, str | None] = {}

    def change(touch: Touch | None) -> Change | None:
        if touch is None:
            return None
        if touch.author not in roles:
            roles[touch.author] = role_of(touch.author, editors)
        return Change(touch.day, roles[touch.author])

    def traced(document: Document, each: Revised | None) -> Document:
        if each is None:
            return document
        path = os.fsdecode(each.path)
        changes = _upwards(document.text.split("\n"), next(touches))
        provenance = Provenance(
            address=FileAddress(place, path) if place else None,
            owner=owners.of(path),
            lines=each.lines,
            changes=tuple(change(touch) for touch in changes),
        )
        return replace(document, provenance=provenance)

    return tuple(traced(document, each) for document, each in zip(documents, found, strict=True))


def _touches(repository: Repository, known: Sequence[Revised]) -> Iterator[Sequence[Touch | None]]:
    """Yield for each document who last touched each of its lines; nobody where time ran out."""
    total = sum(len(each.lines) for each in known)
    held: dict[bytes, list[Run]] = {}
    start = 0
    for each in known:
        held.setdefault(each.path, []).extend(_runs(each.lines, start))
        start += len(each.lines)
    blame = Blame(repository.ignored(), repository.boundary(), [None] * total)
    # A page may have had another ending before, not another kind of file.
    pages = [f":(top,icase,glob)**/*{suffix}" for suffix in MARKDOWN_SUFFIXES]
    with git_lines(repository.folder, *LOG, repository.commit, "--", *pages) as lines:
        complete = blame.run(repository.commit.encode(), held, read_log(lines))
    touched = blame.touched if complete else [None] * total
    start = 0
    for each in known:
        yield touched[start : start + len(each.lines)]
        start += len(each.lines)


def _runs(lines: Sequence[int | None], start: int) -> Iterator[Run]:
    """Yield the neighbouring lines that are neighbours in the revision too."""
    first = 0
    for place, number in enumerate(lines):
        following = lines[place + 1] if place + 1 < len(lines) else None
        if number is not None and following == number + 1:
            continue
        begin = lines[first]
        if begin is not None:
            yield Run(begin, start + first, place + 1 - first)
        first = place + 1


def _upwards(text: Sequence[str], touches: Iterable[Touch | None]) -> Iterator[Touch | None]:
    """Yield who touched each line, where what was taken out below blank lines touched the text.

    A paragraph goes together with one of the blank lines around it, and it is not said which.
    """
    touched = list(touches)
    below: Touch | None = None
    for place in range(len(touched) - 1, -1, -1):
        touch = touched[place]
        if text[place].strip():
            if below and (touch is None or below.day > touch.day):
                touched[place] = below
            below = None
        elif touch and touch.fate is Fate.ABOVE_GAP:
            below = touch
    return iter(touched)
