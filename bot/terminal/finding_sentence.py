"""What a person reads of findings: the sentence, what would be right, the file, the counts."""

import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from bot.problem import notice_sentence
from bot.wording.catalogue import Words
from index.check.finding import Finding, Level
from index.source.document import Notice


def finding_sentence(finding: Finding, words: Words) -> str:
    """Return the fact and the next step."""
    spot = finding.spot
    if spot.notice is not None:
        detail = str(spot.facts["detail"])
        return notice_sentence(Notice(spot.path, spot.notice, detail), words)
    return words.say(f"check-{finding.rule}", **spot.facts)


def suggestion_sentence(finding: Finding, words: Words) -> str:
    """Return what would be right; '' where nothing is near."""
    suggestion = finding.spot.suggestion
    return words.say("check-suggestion", suggestion=suggestion) if suggestion else ""


def file_of(finding: Finding, place: str) -> str:
    """Return the finding's file as a person in the current folder names it.

    It is the place itself where the finding is about the whole handbook.
    """
    root = Path(place).expanduser().absolute()
    folder = root.parent if root.is_file() else root
    file = os.path.normpath(folder / finding.spot.path)
    inside = Path(file).is_relative_to(Path.cwd())
    return Path(file).relative_to(Path.cwd()).as_posix() if inside else file


def count_sentence(findings: Iterable[Finding], words: Words) -> str:
    """Return how many findings of each level there are, as a sentence."""
    counts = counts_of(findings)
    if not any(counts.values()):
        return words.say("check-clean")
    return words.say(
        "check-counts",
        errors=counts[Level.ERROR],
        warnings=counts[Level.WARNING],
        advice=counts[Level.ADVICE],
    )


def counts_of(findings: Iterable[Finding]) -> dict[Level, int]:
    """Return how many findings of each level there are."""
    counted = Counter(finding.level for finding in findings)
    return {level: counted[level] for level in Level}
