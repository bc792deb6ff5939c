"""What an index is made by: a snapshot that something else has made is built anew."""

from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import Final

from index.refresh.wanted import Wanted

PACKAGE: Final = Path(__file__).resolve().parents[1]
"""All code and language data that reading and search are made of."""

LIBRARIES: Final = (
    "emoji",
    "ftfy",
    "markdown-it-py",
    "mdit-py-plugins",
    "numpy",
    "pystemmer",
    "pyyaml",
    "wordfreq",
)
"""What else an index depends on."""


def maker_of(wanted: Sequence[Wanted], model: str) -> str:
    """Return a digest of everything but the handbooks that an index depends on.

    `model` is the folder of the embedding model, empty for none.
    """
    digest = blake2b(_code(), digest_size=16)
    for each in wanted:
        choices = each.choices
        settings = (choices.name, choices.generator, choices.site, *sorted(choices.editors.items()))
        digest.update(repr(settings).encode())
    digest.update(_model(model).encode())
    return digest.hexdigest()


@lru_cache(maxsize=1)
def _code() -> bytes:
    digest = blake2b(digest_size=16)
    for file in sorted(PACKAGE.rglob("*")):
        if file.suffix in {".py", ".txt", ".yml"}:
            digest.update(file.read_bytes())
    digest.update(" ".join(map(version, LIBRARIES)).encode())
    return digest.digest()


def _model(folder: str) -> str:
    """Return what changes when the model's files do."""
    if not folder:
        return ""
    files = sorted(file for file in Path(folder).expanduser().rglob("*") if file.is_file())
    facts = [(file.name, file.stat().st_size, file.stat().st_mtime_ns) for file in files]
    return f"{folder} {facts}"
