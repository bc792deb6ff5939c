"""Tiny embedding models, made by the libraries that the real ones are made with."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import pytest
from numpy.typing import NDArray

from index.search.encoder_onnx import OVER_TOKENS

if TYPE_CHECKING:
    from tokenizers import Tokenizer

NOT_HERE: Final = "the extra [semantic] is not installed"

SUBJECTS: Final = (
    "kæledyr vovse vuffer missekat dyr dyrehandler",
    "løn gage penge udbetales lønseddel",
    "ferie fri fridage sommerhus feriedage",
    "kantine frokost madpakke mad sult",
    "parkering bil køretøj plads garage",
    "adgangskode kode login computer pc",
    "kontor skrivebord lokale møde mødelokale probe",
    "syg sygdom influenza feber fravær",
)
"""Words that mean alike, a line for each direction of the vectors."""

UNKNOWN: Final = "[UNK]"
WORDS: Final = (UNKNOWN, *(word for line in SUBJECTS for word in line.split()))


def vectors() -> NDArray[np.float32]:
    """Return a vector for each word: its subject's direction, and a little of its own."""
    chance = np.random.default_rng(0)
    own = chance.normal(0, 0.05, (len(WORDS), len(SUBJECTS)))
    subject_of = [number for number, line in enumerate(SUBJECTS) for _ in line.split()]
    own[np.arange(1, len(WORDS)), subject_of] += 1.0
    own[0] = 0.0
    return own.astype(np.float32)


def static_model(folder: Path, rows: NDArray[np.float32] | None = None) -> Path:
    """Save a model of model2vec in `folder`, and return it."""
    model2vec = pytest.importorskip("model2vec", reason=NOT_HERE)
    rows = vectors() if rows is None else rows
    model2vec.StaticModel(rows, _tokenizer(), normalize=True).save_pretrained(folder)
    return folder


def onnx_model(
    folder: Path,
    *,
    name: str = "model.onnx",
    inputs: tuple[str, ...] = ("input_ids", "attention_mask"),
    summed: tuple[int, ...] = (),
    longest: int = 512,
) -> Path:
    """Save an ONNX model whose tokens' states are the words' vectors, and return its folder.

    `summed` are the axes over which it adds them up itself: tokens are 1, dimensions 2. It fails
    on more tokens than `longest`, as models do that have no more positions.
    """
    onnx = pytest.importorskip("onnx", reason="onnx is not installed, which makes the model")
    pytest.importorskip("onnxruntime", reason=NOT_HERE)
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    helper, numbers = onnx.helper, onnx.TensorProto
    constants = {
        "table": vectors(),
        "positions": np.zeros((longest, len(SUBJECTS)), np.float32),
        "zero": np.array([0]),
        "summed": np.array(summed, np.int64),
    }
    nodes = [
        helper.make_node("Gather", ["table", "input_ids"], ["words"]),
        helper.make_node("Shape", ["input_ids"], ["length"], start=1),
        helper.make_node("Slice", ["positions", "zero", "length", "zero"], ["places"]),
        helper.make_node("Add", ["words", "places"], [OVER_TOKENS]),
        helper.make_node("ReduceSum", [OVER_TOKENS, "summed"], ["sums"], keepdims=0),
    ]
    graph = helper.make_graph(
        nodes,
        "tiny",
        [helper.make_tensor_value_info(one, numbers.INT64, ["texts", "tokens"]) for one in inputs],
        [helper.make_tensor_value_info("sums" if summed else OVER_TOKENS, numbers.FLOAT, None)],
        [onnx.numpy_helper.from_array(value, key) for key, value in constants.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.save(model, folder / name)
    _tokenizer().save(str(folder / "tokenizer.json"))
    return folder


def _tokenizer() -> "Tokenizer":
    tokenizers = pytest.importorskip("tokenizers", reason=NOT_HERE)
    model = tokenizers.models.WordLevel({word: at for at, word in enumerate(WORDS)}, UNKNOWN)
    tokenizer: Tokenizer = tokenizers.Tokenizer(model)
    tokenizer.normalizer = tokenizers.normalizers.Lowercase()
    tokenizer.pre_tokenizer = tokenizers.pre_tokenizers.Whitespace()
    return tokenizer
