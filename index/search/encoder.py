"""Texts to vectors, by a model that stands in a folder of this computer.

The packages that read models belong to the extra `semantic`; they are imported when a model is
loaded and not before, and nothing is ever fetched.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

PROBE = "probe " * 600
"""Longer than what most models read: one that does not cut it off fails here, at the start."""

WEIGHTS = "model.safetensors"
TOKENIZER = "tokenizer.json"
STATIC_FILES = (WEIGHTS, TOKENIZER, "config.json")
STATIC_TENSORS = frozenset({"embeddings", "embedding.weight"})
"""Names under which model2vec and sentence-transformers keep one vector a token."""
ONNX_FILES = ("model.onnx", "onnx/model.onnx")

Encode = Callable[[Sequence[str]], NDArray[np.float32]]
"""Texts in, a vector for each out: texts by dimensions, of any length."""


class ModelProblem(StrEnum):
    """Why a model cannot be used; the catalogue holds one sentence for each."""

    MISSING = "missing"
    """No such folder."""
    FILES = "files"
    """The folder has not the files of a model."""
    PACKAGE = "package"
    """The extra is not installed."""
    UNREADABLE = "unreadable"
    """The files cannot be read, or are no such model."""
    SHAPE = "shape"
    """What comes out is not one vector of numbers for each text."""
    POOLING = "pooling"
    """The model does not make its vector by the mean over the tokens."""


class ModelUnusableError(Exception):
    """The model cannot be used; a person can mend that."""

    def __init__(self, place: str, problem: ModelProblem, detail: str = "") -> None:
        super().__init__(f"{problem}: {place} ({detail})")
        self.place = place
        self.problem = problem
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Encoder:
    """A model, ready to encode."""

    encode: Encode
    """Texts to vectors."""
    before_question: str = ""
    """What the model was trained to see before a question."""
    before_passage: str = ""
    """What the model was trained to see before a passage."""


def load_encoder(place: str) -> Encoder:
    """Load the model in the folder `place`, a model2vec or an ONNX one by its files.

    Raises:
        ModelUnusableError: when there is none that can be used.
    """
    folder = Path(place).expanduser()
    try:
        encode = _load(folder, place)
        _check(encode((PROBE, "a")), place)
        prompts = _settings(folder / "config_sentence_transformers.json").get("prompts") or {}
        document = prompts.get("document") or prompts.get("passage") or ""
        return Encoder(encode, prompts.get("query") or "", document)
    except ModelUnusableError:
        raise
    except ImportError as error:
        missing = error.name or str(error)
        raise ModelUnusableError(place, ModelProblem.PACKAGE, missing) from error
    except Exception as error:
        # The libraries raise errors of many kinds, some of them plain `Exception`.
        detail = " ".join(str(error).split())[:200] or type(error).__name__
        raise ModelUnusableError(place, ModelProblem.UNREADABLE, detail) from error


def _load(folder: Path, place: str) -> Encode:
    if not folder.is_dir():
        raise ModelUnusableError(place, ModelProblem.MISSING)
    # The extra's packages take longer to load than an answer; only these need them.
    if all((folder / name).is_file() for name in STATIC_FILES) and _is_static(folder / WEIGHTS):
        from index.search.encoder_static import load_static  # noqa: PLC0415 - as above

        return load_static(folder)
    model = next((folder / name for name in ONNX_FILES if (folder / name).is_file()), None)
    if model is None or not (folder / TOKENIZER).is_file():
        raise ModelUnusableError(place, ModelProblem.FILES)
    if not _takes_the_mean(_settings(folder / "1_Pooling" / "config.json")):
        raise ModelUnusableError(place, ModelProblem.POOLING)
    from index.search.encoder_onnx import load_onnx  # noqa: PLC0415 - as above

    return load_onnx(model, folder / TOKENIZER)


def _is_static(weights: Path) -> bool:
    """Return whether the file holds a vector for each token; a transformer's has other tensors.

    The header of a safetensors file is its length in 8 bytes, then JSON by tensor.
    """
    with weights.open("rb") as file:
        length = int.from_bytes(file.read(8), "little")
        header = file.read(min(length, weights.stat().st_size))
    return bool(STATIC_TENSORS & json.loads(header).keys())


def _takes_the_mean(pooling: Mapping[str, Any]) -> bool:
    """Return whether the pooling of sentence-transformers is the mean; it is if nothing is said."""
    if "pooling_mode" in pooling:
        return bool(pooling["pooling_mode"] == "mean")
    return bool(pooling.get("pooling_mode_mean_tokens", True))


def _settings(file: Path) -> Mapping[str, Any]:
    settings = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    return settings if isinstance(settings, dict) else {}


def _check(vectors: NDArray[np.float32], place: str) -> None:
    """Raise an error unless the two texts of the probe became two vectors of numbers."""
    if vectors.ndim != 2 or len(vectors) != 2 or not vectors.size:  # noqa: PLR2004 - both are two
        shape = "×".join(str(size) for size in vectors.shape)
        raise ModelUnusableError(place, ModelProblem.SHAPE, shape)
    if not np.isfinite(vectors).all():
        raise ModelUnusableError(place, ModelProblem.SHAPE, "NaN")
