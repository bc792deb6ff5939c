"""`handbook index` and `handbook refresh`: what was found, in plain sentences."""

from rich.console import Console

from bot.terminal.notices import tell_notices, tell_troubles
from bot.wording.as_of import as_of_sentence
from bot.wording.catalogue import Words
from index.refresh.changes import Changes
from index.refresh.refresher import Round

PAGES_NAMED = 10


def show_refresh(found: Round, words: Words, out: Console, err: Console) -> None:
    """Print which revision answers now, what is new in it, and what is wrong."""
    for volume in found.edition.volumes if found.edition else ():
        out.print(as_of_sentence(volume, words), markup=False)
        sizes = words.say("refresh-sizes", pages=volume.pages, passages=volume.passages)
        out.print(sizes, markup=False)
    if found.built is None:
        out.print(words.say("refresh-unchanged"), markup=False)
    elif found.changes:
        _show_changes(found.changes, words, out)
    if found.built:
        tell_notices(found.built.edition, words, err)
    tell_troubles(found, words, err)


def _show_changes(changes: Changes, words: Words, out: Console) -> None:
    kinds = {"new": changes.new, "changed": changes.changed, "gone": changes.gone}
    for kind, pages in kinds.items():
        named = ", ".join(pages[:PAGES_NAMED]) + (" …" if len(pages) > PAGES_NAMED else "")
        if pages:
            said = words.say(f"refresh-{kind}", count=len(pages), pages=named)
            out.print(said, markup=False)
