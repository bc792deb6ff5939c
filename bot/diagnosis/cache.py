"""What is kept on this computer: where, how much, and whether it is whole."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from bot.diagnosis.examination import Examination
from bot.diagnosis.finding import Finding, Level, warning, well, wrong
from bot.wording.sentence import sentence
from index.search.snapshot.flaw import Flaw, SnapshotUnusableError

HARM: Final = frozenset({Flaw.DAMAGED, Flaw.UNREADABLE})
"""What something else has done to a snapshot; the rest comes with a start or a new version."""

_MEGABYTE: Final = 1024 * 1024


def check_cache(seen: Examination) -> Iterator[Finding]:
    """Tell where everything is kept, and whether a restart would answer from it."""
    folder, wanted = seen.handbooks.cache.folder, seen.handbooks.cache_root
    yield well("doctor-cache", folder=str(folder), megabytes=_size(folder))
    if folder.parent != wanted:
        yield warning("doctor-cache-elsewhere", wanted=str(wanted), folder=str(folder))
    yield from _written(folder)
    if seen.unkept:
        yield from _unkept(seen)
    yield from _snapshot(seen)


def _unkept(seen: Examination) -> Iterator[Finding]:
    error = seen.unkept
    if error:
        yield wrong(f"handbook-{error.problem}", place=error.place, detail=error.detail)


def _written(folder: Path) -> Iterator[Finding]:
    """Write and remove a little, which is the only way to know."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(bytes(_MEGABYTE))
            file.flush()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        yield wrong("doctor-cache-unwritable", folder=str(folder), reason=reason)


def _snapshot(seen: Examination) -> Iterator[Finding]:
    before, now = seen.flaw_before, seen.flaw
    if now:
        level = Level.WRONG if now.flaw in HARM else Level.WARNING
        yield Finding(level, (sentence(_key(now), folder=str(now.folder), fact=now.fact),))
        return
    if before and before.flaw in HARM:
        damaged = sentence(_key(before), folder=str(before.folder), fact=before.fact)
        yield Finding(Level.WARNING, (damaged, sentence("doctor-snapshot-mended")))
    if seen.publication:
        built = seen.publication.edition.built.astimezone()
        yield well("doctor-snapshot-whole", built=built)


def _key(error: SnapshotUnusableError) -> str:
    return f"doctor-snapshot-{error.flaw.replace(' ', '-')}"


def _size(folder: Path) -> float:
    """Return the size of all files in it, in MiB."""
    total = 0
    for file in folder.rglob("*"):
        try:
            total += file.lstat().st_size
        except OSError:  # removed meanwhile
            continue
    return round(total / _MEGABYTE, 1)
