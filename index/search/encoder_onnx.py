"""Transformers in ONNX: a text's vector is the mean of what stands over its tokens."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from index.search.encoder import Encode

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

BATCH = 32
"""Texts that are encoded at once."""

MOST_TOKENS = 512
"""Where the tokenizer does not say after how many tokens the model stops reading."""

FATAL = 4
"""ONNX Runtime's level of logging: what it raises, it need not print."""

OVER_TOKENS = "last_hidden_state"
"""What transformers call their output: texts by tokens by dimensions."""


def load_onnx(model: Path, tokenizer: Path) -> Encode:
    """Load a model and its tokenizer from two files.

    Raises:
        ImportError: when ONNX Runtime or tokenizers is not installed.
        Exception: of any kind, when the files hold no such model.
    """
    from onnxruntime import InferenceSession, SessionOptions  # noqa: PLC0415 - of the extra
    from tokenizers import Tokenizer  # noqa: PLC0415 - of the extra

    options = SessionOptions()
    options.log_severity_level = FATAL
    # Between questions its threads would go on turning, and take the processor from the bot.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    session = InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
    words = Tokenizer.from_file(str(tokenizer))
    if words.truncation is None:
        words.enable_truncation(MOST_TOKENS)
    padding = words.padding or {}
    words.enable_padding(
        pad_id=padding.get("pad_id", 0), pad_token=padding.get("pad_token", "[PAD]")
    )
    names = [output.name for output in session.get_outputs()]
    output = OVER_TOKENS if OVER_TOKENS in names else names[0]
    return _Transformer(session, words, output).encode


@dataclass(frozen=True, slots=True)
class _Transformer:
    session: "InferenceSession"
    """The model."""
    tokenizer: "Tokenizer"
    """Texts to its tokens, cut off and padded."""
    output: str
    """Name of the output that has a vector for each token, or for each text."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return a vector for each text; texts of like length share a batch."""
        order = sorted(range(len(texts)), key=lambda place: len(texts[place]))
        batches = [order[start : start + BATCH] for start in range(0, len(order), BATCH)]
        means = np.concatenate([self._means([texts[at] for at in batch]) for batch in batches])
        vectors = np.empty_like(means)
        vectors[order] = means
        return vectors

    def _means(self, texts: list[str]) -> NDArray[np.float32]:
        encodings = self.tokenizer.encode_batch(texts)
        mask = np.array([encoding.attention_mask for encoding in encodings], np.int64)
        given = {
            "input_ids": np.array([encoding.ids for encoding in encodings], np.int64),
            "attention_mask": mask,
            "token_type_ids": np.array([encoding.type_ids for encoding in encodings], np.int64),
        }
        wanted = {one.name: given[one.name] for one in self.session.get_inputs()}
        (over_tokens,) = self.session.run([self.output], wanted)
        states = np.asarray(over_tokens, np.float32)
        if states.ndim != 3:  # noqa: PLR2004 - texts, tokens, dimensions
            return states  # The model has taken the mean by itself, or is none of ours.
        told = mask[:, :, None].astype(np.float32)
        return np.asarray((states * told).sum(axis=1) / np.maximum(told.sum(axis=1), 1.0))
