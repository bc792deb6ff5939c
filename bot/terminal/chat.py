"""`handbook chat`: question after question in the terminal."""

from rich.console import Console

from bot.answer import Answerer
from bot.terminal.show import show_answer
from bot.wording.catalogue import Words

ENDINGS = frozenset({"exit", "quit", "slut", "q", ":q"})


def chat(answer: Answerer, words: Words, console: Console) -> None:
    """Answer until the person ends it: an ending word, end of input or Ctrl-C."""
    console.print(words.say("chat-welcome"), markup=False)
    while True:
        try:
            question = console.input(f"\n[bold]{words.say('chat-prompt')}[/] ").strip()
        except (EOFError, KeyboardInterrupt):
            console.print()
            return
        if question.lower() in ENDINGS:
            return
        if question:
            show_answer(answer(question), console)
        else:
            console.print(words.say("question-empty"), markup=False)
