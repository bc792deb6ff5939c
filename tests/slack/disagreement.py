"""What a JSON Schema error means, in one sentence.

Slack's types are unions of twenty blocks. A plain error says that none of the twenty fits; the
useful one is what keeps the value from being the block that its own `type` says it is.
"""

from collections.abc import Iterator, Mapping
from itertools import groupby

from jsonschema import ValidationError

LONGEST_MESSAGE = 160
"""jsonschema quotes the whole value; a message of 50 blocks would fill the screen."""


def sentences(error: ValidationError, name: str) -> Iterator[str]:
    """Yield what is wrong, each with the way to it, below the value called `name`."""
    if error.validator != "anyOf" or not error.context:
        yield f"{_place(error, name)}: {error.message[:LONGEST_MESSAGE]}"
        return
    meant = [branch for branch in _branches(error) if all(_fits(part) for part in branch)]
    if not meant:
        yield f"{_place(error, name)}: {_kind(error.instance)} is not one of Slack's here"
        return
    for part in min(meant, key=len):
        yield from sentences(part, name)


def _branches(error: ValidationError) -> list[list[ValidationError]]:
    """Give the errors of a union, those of one alternative together."""

    def alternative(part: ValidationError) -> int:
        return int(part.relative_schema_path[0])

    parts = sorted(error.context or (), key=alternative)
    return [list(branch) for _, branch in groupby(parts, key=alternative)]


def _fits(error: ValidationError) -> bool:
    """Tell whether the value could still be what this alternative describes."""
    if error.validator == "anyOf" and not error.relative_path:
        return any(all(_fits(part) for part in branch) for branch in _branches(error))
    # Only the value's own type counts; that of an object inside it is a fault of that object.
    its_own_type = list(error.relative_path) == ["type"]
    return not (its_own_type and error.validator in {"const", "enum"})


def _kind(instance: object) -> str:
    if isinstance(instance, Mapping):
        return f"type {instance.get('type')!r}"
    return repr(instance)[:LONGEST_MESSAGE]


def _place(error: ValidationError, name: str) -> str:
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in error.absolute_path)
    return name + "".join(steps)
