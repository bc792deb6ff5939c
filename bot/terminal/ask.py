"""`handbook ask`: one question, or one a line."""

import json
import time
from collections.abc import Iterable
from typing import TextIO

from rich.console import Console

from bot.answer import Answer, Answerer
from bot.terminal.as_json import as_json
from bot.terminal.show import show_answer


def timed(answer: Answerer, question: str) -> tuple[Answer, float]:
    """Return the answer and the milliseconds it took."""
    start = time.perf_counter()
    given = answer(question)
    return given, (time.perf_counter() - start) * 1000


def ask(question: str, answer: Answerer, console: Console) -> None:
    """Print the answer for a person."""
    show_answer(answer(question), console)


def ask_json(question: str, answer: Answerer, out: TextIO) -> None:
    """Print the answer as one line of JSON."""
    given, took_ms = timed(answer, question)
    out.write(json.dumps(as_json(given, took_ms), ensure_ascii=False) + "\n")
    out.flush()


def ask_each(lines: Iterable[str], answer: Answerer, out: TextIO) -> None:
    """Answer each line with one line of JSON, in order; a line is text, or JSON with `q`."""
    for line in lines:
        if line.strip():
            ask_json(question_of(line), answer, out)


def question_of(line: str) -> str:
    """Return the question of an input line."""
    text = line.strip()
    if text.startswith("{"):
        try:
            loaded = json.loads(text)
        except (ValueError, RecursionError):
            return text
        if isinstance(loaded, dict) and isinstance(loaded.get("q"), str):
            return str(loaded["q"])
    return text
