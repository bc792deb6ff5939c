"""What the code says of the catalogue: which sentences it asks for, with which facts."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

REPOSITORY: Final = Path(__file__).parents[2]
CALLS: Final = frozenset({"say", "ProblemError", "sentence", "well", "warning", "wrong"})
"""What takes the id of a sentence first and its facts by name."""


@dataclass(frozen=True, slots=True)
class Asking:
    """One place of the code that asks for a sentence by its id."""

    where: str
    """File and line."""
    key: str
    """The sentence's id."""
    facts: frozenset[str] | None
    """The facts that it gives; None where they are passed on as a whole."""


def trees() -> Iterator[tuple[str, ast.Module]]:
    """Yield every Python file of the product, parsed."""
    for folder in ("bot", "index"):
        for path in sorted((REPOSITORY / folder).rglob("*.py")):
            yield str(path.relative_to(REPOSITORY)), ast.parse(path.read_text(encoding="utf-8"))


def askings() -> Iterator[Asking]:
    """Yield every place where a sentence is asked for by a literal id."""
    for file, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and _name(node.func) in CALLS and node.args:
                key = node.args[0]
                if isinstance(key, ast.Constant) and isinstance(key.value, str):
                    yield Asking(f"{file}:{node.lineno}", key.value, _facts(node))


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _facts(call: ast.Call) -> frozenset[str] | None:
    names = [keyword.arg for keyword in call.keywords]
    return None if None in names else frozenset(name for name in names if name)


def literals() -> Iterator[tuple[str, str]]:
    """Yield every string of the product with its place.

    Docstrings are left out, and what is no text: patterns, and lists of words to be split.
    """
    for file, tree in trees():
        described = {id(node) for node in (*_docstrings(tree), *_patterns(tree), *_lists(tree))}
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and id(node) not in described
            ):
                yield f"{file}:{node.lineno}", node.value


def _docstrings(tree: ast.Module) -> Iterator[ast.expr]:
    """Yield the strings that stand alone: of modules, classes, functions and fields."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value


def _patterns(tree: ast.Module) -> Iterator[ast.expr]:
    """Yield the strings that are compiled as regular expressions."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node.func) == "compile" and node.args:
            yield from (part for part in ast.walk(node.args[0]) if isinstance(part, ast.Constant))


def _lists(tree: ast.Module) -> Iterator[ast.expr]:
    """Yield the strings that a method makes something of at once, as `split` does."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Constant):
            yield node.value
