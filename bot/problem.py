"""What keeps the bot from working, as one sentence: the fact, the place and the next step."""

from bot.wording.catalogue import Words
from bot.wording.sentence import Sentence, sentence
from index.reading.generators.recognise import GeneratorUnknownError
from index.search.encoder import ModelUnusableError
from index.source.document import Notice
from index.source.unreadable import HandbookUnreadableError


class ProblemError(Exception):
    """Something a person can mend; `key` names the sentence in the catalogue, `facts` fill it."""

    def __init__(self, key: str, **facts: str) -> None:
        super().__init__(f"{key}: {facts}")
        self.key = key
        self.facts = facts


def problem_of(error: Exception) -> Sentence | None:
    """Return what is to be said of an error that a person can mend, None for a fault of ours."""
    match error:
        case ProblemError(key=key, facts=facts):
            return sentence(key, **facts)
        case HandbookUnreadableError(place=place, problem=problem, detail=detail):
            return sentence(f"handbook-{problem}", place=place, detail=detail)
        case GeneratorUnknownError(given=given, known=known):
            return sentence("generator-unknown", given=given, known=", ".join(known) or "–")
        case ModelUnusableError(place=place, problem=problem, detail=detail):
            return sentence(f"semantic-{problem}", place=place, detail=detail)
        case _:
            return None


def problem_sentence(error: Exception, words: Words) -> str | None:
    """Return the sentence for an error that a person can mend, None for a fault of ours."""
    problem = problem_of(error)
    return problem.said(words) if problem else None


def notice_of(notice: Notice) -> Sentence:
    """Return what an editor should know of a file, in no language yet."""
    return sentence(f"notice-{notice.kind}", path=notice.path, detail=notice.detail)


def notice_sentence(notice: Notice, words: Words) -> str:
    """Return what an editor should know of a file."""
    return notice_of(notice).said(words)
