"""With a model, what passages mean is kept and refreshed as what they say is."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index.refresh.progress import unreported
from index.refresh.refresher import Model, Refresher
from index.search.encoder import Encoder, load_encoder
from index.search.semantic import embed_passages
from tests.refresh.rounds import EVERY, JUNE, PAGES, cache, github
from tests.search.semantic_models import static_model
from tests.source.fetch.fake_host import FakeHost


@pytest.fixture
def model(tmp_path: Path) -> Model:
    """Return a tiny model."""
    folder = static_model(tmp_path / "model")
    return Model(str(folder), load_encoder(str(folder)))


def _refresher(folder: Path, host: FakeHost, model: Model) -> Refresher:
    return Refresher(cache(folder, github(host)), (github(host),), model, unreported)


def test_vectors_are_kept_and_only_new_ones_made(tmp_path: Path, model: Model) -> None:
    """A restart loads the vectors, and a change encodes the passages of its page alone."""
    told: list[str] = []

    def encode(texts: Sequence[str]) -> NDArray[np.float32]:
        told.extend(texts)
        return model.encoder.encode(texts)

    counted = Model(model.folder, Encoder(encode))
    with FakeHost() as host:
        host.commit(PAGES)
        built = _refresher(tmp_path, host, model).round().built
        again = _refresher(tmp_path, host, counted)
        loaded = again.published()
        assert built
        assert loaded
        assert built.index.meaning
        assert loaded.index.meaning
        assert np.array_equal(loaded.index.meaning.vectors, built.index.meaning.vectors)
        assert told == []
        host.commit(JUNE)
        found = again.round(EVERY).built
    assert found
    assert found.index.meaning
    anew = embed_passages(found.index.passages, model.encoder)
    assert np.array_equal(found.index.meaning.vectors, anew.vectors)
    texts = [text for text in told if text]
    assert len(texts) == 3
    assert all("Ferie" in text for text in texts)


def test_another_model_builds_anew(tmp_path: Path, model: Model) -> None:
    """Vectors of one model are never asked with another's."""
    folder = static_model(tmp_path / "other")
    other = Model(str(folder), load_encoder(str(folder)))
    with FakeHost() as host:
        host.commit(PAGES)
        _refresher(tmp_path, host, model).round()
        assert _refresher(tmp_path, host, other).published() is None
        assert _refresher(tmp_path, host, other).round(EVERY).built
