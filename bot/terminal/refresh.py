"""`handbook index` and `handbook refresh`: what was found, for a person and for other programs.

The form of the JSON is stated in docs/commands.md.
"""

import json
from typing import TextIO

from rich.console import Console

from bot.problem import problem_sentence
from bot.terminal.notices import tell_notices, tell_problems
from bot.wording.as_of import as_of_sentence
from bot.wording.catalogue import Words
from index.refresh.changes import Changes
from index.refresh.edition import Volume
from index.refresh.round import Round
from index.refresh.status import Look

PAGES_NAMED = 10


def show_refresh(found: Round, words: Words, out: Console, err: Console) -> None:
    """Print which revision answers now, what is new in it, and what is wrong."""
    for volume in found.edition.volumes if found.edition else ():
        out.print(as_of_sentence(volume, words), markup=False)
        sizes = words.say("refresh-sizes", pages=volume.pages, passages=volume.passages)
        out.print(sizes, markup=False)
    if found.built is None and not found.status.troubles:
        out.print(words.say("refresh-unchanged"), markup=False)
    elif found.changes:
        _show_changes(found.changes, words, out)
    if found.built:
        tell_notices(found.built.edition, words, err)
    tell_problems(found, words, err)


def _show_changes(changes: Changes, words: Words, out: Console) -> None:
    for kind, pages in _kinds(changes).items():
        named = ", ".join(pages[:PAGES_NAMED]) + (" …" if len(pages) > PAGES_NAMED else "")
        if pages:
            said = words.say(f"refresh-{kind}", count=len(pages), pages=named)
            out.print(said, markup=False)


def refresh_json(found: Round, words: Words, out: TextIO) -> None:
    """Print what was found as one JSON object."""
    volumes = {volume.name: volume for volume in found.edition.volumes} if found.edition else {}
    told = {
        "handbooks": [
            _handbook(look, volumes.get(look.name), words) for look in found.status.looks
        ],
        "built": found.built is not None,
        "changes": _kinds(found.changes) if found.changes else None,
        "unkept": problem_sentence(found.unkept, words) if found.unkept else None,
    }
    out.write(json.dumps(told, ensure_ascii=False, indent=2) + "\n")


def _handbook(look: Look, volume: Volume | None, words: Words) -> dict[str, object]:
    return {
        "name": look.name,
        "place": look.place,
        "answers": _answering(volume) if volume else None,
        "trouble": _trouble(look, words),
    }


def _answering(volume: Volume) -> dict[str, object]:
    made = volume.revision.made
    return {
        "revision": volume.revision.identity,
        "as_of": made.isoformat() if made else None,
        "site": volume.site or None,
        "generator": volume.generator,
        "pages": volume.pages,
        "passages": volume.passages,
        "left_out": sum(notice.left_out for notice in volume.notices),
    }


def _trouble(look: Look, words: Words) -> dict[str, object] | None:
    trouble = look.trouble
    if trouble is None:
        return None
    return {
        "problem": str(trouble.problem),
        "said": problem_sentence(trouble.error(), words),
        "since": trouble.since.isoformat(),
        "refused": trouble.refused.identity if trouble.refused else None,
        "again": trouble.again.isoformat() if trouble.again else None,
    }


def _kinds(changes: Changes) -> dict[str, tuple[str, ...]]:
    return {"new": changes.new, "changed": changes.changed, "gone": changes.gone}
