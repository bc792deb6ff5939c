"""The JSON Schema made from Slack's own types, and what it says of a value."""

import hashlib
import json
import os
import subprocess
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

from jsonschema import Draft7Validator

from tests.slack.disagreement import sentences

REPOSITORY = Path(__file__).parents[2]
ROOT = Path(__file__).with_name("typescript") / "root.ts"
PACKAGES = ("@slack/types", "@slack/web-api", "ts-json-schema-generator", "typescript")
"""What the schema depends on: another version of one of them makes another schema."""

Part = Literal["blocks", "modal", "home", "manifest"]
"""A field of `Payloads` in root.ts."""


_TEXTS = frozenset({"accessibility_label", "alt_text", "image_url", "text", "url", "value"})
"""Fields of which the types say no more than that they are texts."""


class SlackTypesMissingError(Exception):
    """The npm packages with Slack's types are not installed."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        super().__init__(f"Slack's types are not in {directory}: run `make test`, it fetches them.")


def shape_problems(part: Part, value: object) -> tuple[str, ...]:
    """Say where `value` departs from Slack's types; nothing when it keeps to them.

    Types do not look at what a text says: values that differ in their texts alone are judged once.
    """
    return _judged(part, json.dumps(_without_texts(value)))


@lru_cache(maxsize=10_000)
def _judged(part: Part, encoded: str) -> tuple[str, ...]:
    errors = _validator(part).iter_errors(json.loads(encoded))
    return tuple(sentence for error in errors for sentence in sentences(error, part))


def _without_texts(value: object) -> object:
    if isinstance(value, list):
        return [_without_texts(part) for part in value]
    if not isinstance(value, Mapping):
        return value
    return {
        name: "a" if name in _TEXTS and isinstance(part, str) else _without_texts(part)
        for name, part in value.items()
    }


def schema_file(repository: Path = REPOSITORY) -> Path:
    """Give the generated schema, made now if these versions of the packages have none yet."""
    modules = repository / "node_modules"
    generator = modules / ".bin" / "ts-json-schema-generator"
    if not generator.exists():
        raise SlackTypesMissingError(modules)
    kept = modules / ".cache" / "handbook-bot" / f"slack-types-{_versions(repository)}.json"
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        _generate(generator, kept)
    return kept


def _generate(generator: Path, kept: Path) -> None:
    # Under another name first: a second test process must not read half a file.
    unfinished = kept.with_suffix(f".{os.getpid()}")
    subprocess.run(  # noqa: S603 - a pinned tool of ours, no outside input
        [
            generator,
            f"--path={ROOT}",
            f"--tsconfig={ROOT.with_name('tsconfig.json')}",
            "--type=Payloads",
            "--minify",
            f"--out={unfinished}",
        ],
        check=True,
    )
    unfinished.replace(kept)


def _versions(repository: Path) -> str:
    lock = json.loads((repository / "package-lock.json").read_text())["packages"]
    versions = [lock[f"node_modules/{package}"]["version"] for package in PACKAGES]
    return hashlib.sha256("\n".join([*versions, ROOT.read_text()]).encode()).hexdigest()[:16]


@cache
def _validator(part: Part) -> Draft7Validator:
    """Build the validator once a process: reading the schema takes longer than using it."""
    schema = json.loads(schema_file().read_text())
    return Draft7Validator({**schema, "$ref": f"#/definitions/Payloads/properties/{part}"})
