"""Models of model2vec: a text's vector is the mean of its tokens' vectors."""

import os
import threading
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.search.encoder import Encode


def load_static(folder: Path) -> Encode:
    """Load the model in `folder`, which has to be there: model2vec fetches what is not.

    Raises:
        ImportError: when model2vec is not installed.
        Exception: of any kind, when the folder holds no such model.
    """
    # A second lock beside the folder being there; the library reads it when it is imported.
    os.environ["HF_HUB_OFFLINE"] = "1"
    from model2vec import StaticModel  # noqa: PLC0415 - belongs to the extra

    model = StaticModel.from_pretrained(folder)
    # Each call sets the tokenizer's length anew, which fails while another call uses it.
    alone = threading.Lock()

    def encode(texts: Sequence[str]) -> NDArray[np.float32]:
        with alone:
            # Its own threads would set a variable of the environment; the tokenizer has threads.
            return np.asarray(model.encode(list(texts), use_multiprocessing=False), np.float32)

    return encode
