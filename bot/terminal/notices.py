"""What somebody should know of a handbook besides its answers: on the side, in yellow."""

from collections.abc import Sequence
from typing import Final

from rich.console import Console

from bot.problem import notice_sentence, problem_sentence
from bot.wording.as_of import as_of_sentence
from bot.wording.catalogue import Words
from index.refresh.edition import Edition
from index.refresh.round import Round
from index.source.document import Notice

NOTICES_SHOWN: Final = 10


def tell_notices(of: Edition | Sequence[Notice], words: Words, console: Console) -> None:
    """Name what was left out or repaired."""
    notices = of.notices if isinstance(of, Edition) else of
    for notice in notices[:NOTICES_SHOWN]:
        console.print(notice_sentence(notice, words), markup=False, style="yellow")
    unnamed = len(notices) - NOTICES_SHOWN
    if unnamed > 0:
        console.print(words.say("notices-more", count=unnamed), style="yellow")


def tell_troubles(found: Round, words: Words, console: Console) -> None:
    """Name why the newest revision of a handbook is not the one that answers, and which does."""
    volumes = found.edition.volumes if found.edition else ()
    answering = {volume.revision.place: volume for volume in volumes}
    for trouble in found.status.troubles:
        console.print(problem_sentence(trouble.error(), words), markup=False, style="yellow")
        if trouble.place in answering:
            said = as_of_sentence(answering[trouble.place], words)
            console.print(said, markup=False, style="yellow")
    if found.unkept:
        console.print(problem_sentence(found.unkept, words), markup=False, style="yellow")


def tell_problems(found: Round, words: Words, console: Console) -> None:
    """Name why the newest revision of a handbook is not the one that answers."""
    errors = [trouble.error() for trouble in found.status.troubles]
    for error in (*errors, *([found.unkept] if found.unkept else [])):
        console.print(problem_sentence(error, words), markup=False, style="yellow")
