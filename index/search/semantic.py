"""What lies near in meaning: passages that may answer without a word in common.

Only how near a passage is among all counts, not how near it is: models differ in what their
cosines say, and none of it compares with BM25. Fusing by rank is due to Cormack, Clarke and
Buettcher, 2009 (Reciprocal Rank Fusion).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.reading.passages.passage import Passage
from index.search.encoder import Encoder
from index.search.fields import counted_text

NEAREST = 50
"""So many passages at most are near."""

PASSAGE_CHARACTERS = 1_000
"""More of a passage is not read: models stop after a page, and a mean over more says less."""

BATCH = 1_000
"""Passages that are encoded at once."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """Every passage as a vector, with the model that makes one of a question."""

    encoder: Encoder
    """The model."""
    vectors: NDArray[np.float32]
    """Passages by dimensions, each of length 1, or 0 where the model knows no word of it."""

    def nearest(
        self, question: str, least: float, within: NDArray[np.bool_] | None = None
    ) -> NDArray[np.int64]:
        """Return the passages nearest by cosine, at most NEAREST, the nearest first.

        They are the ones that cover more than the share `least` of the way from the usual passage
        to the question itself: a model that finds everything alike finds nothing near by that.
        Only those that `within` has are among them; the usual passage is that of all.
        """
        (asked,) = _unit(self.encoder.encode([self.encoder.before_question + question]))
        # As fast as `@` in one thread, and never waits 8 ms for a second that gets no processor.
        cosines = np.einsum("ij,j->i", self.vectors, asked)
        usual = cosines.mean() if len(cosines) else 0.0
        is_near = cosines > usual + least * (1.0 - usual)
        near = (is_near if within is None else is_near & within).nonzero()[0]
        if len(near) > NEAREST:
            near = np.sort(near[np.argpartition(-cosines[near], NEAREST)[:NEAREST]])
        order: NDArray[np.int64] = near[np.argsort(-cosines[near], kind="stable")]
        return order


def embed_passages(
    passages: Sequence[Passage],
    encoder: Encoder,
    before: Meaning | None = None,
    kept: NDArray[np.int64] | None = None,
) -> Meaning:
    """Return the passages as vectors.

    Those of `before` are taken over where `kept` has a passage's number in it, and not -1; they
    have to be of the same model.
    """
    if before is None or kept is None:
        return Meaning(encoder, _vectors(passages, encoder))
    fresh = np.flatnonzero(kept < 0)
    vectors = np.empty((len(passages), before.vectors.shape[1]), np.float32)
    vectors[kept >= 0] = before.vectors[kept[kept >= 0]]
    vectors[fresh] = _vectors([passages[number] for number in fresh.tolist()], encoder)
    return Meaning(encoder, vectors)


def _vectors(passages: Sequence[Passage], encoder: Encoder) -> NDArray[np.float32]:
    texts = [encoder.before_passage + told for told in map(_told, passages)]
    return np.concatenate(list(_encoded(texts, encoder)))


def _told(passage: Passage) -> str:
    """Return what a passage says: heading, what stands above it, and the beginning of its text."""
    text = "\n".join(counted.text for counted in counted_text(passage))
    if len(text) <= PASSAGE_CHARACTERS:
        return text
    return text[:PASSAGE_CHARACTERS].rsplit(maxsplit=1)[0]


def _encoded(texts: Sequence[str], encoder: Encoder) -> Iterator[NDArray[np.float32]]:
    # Of no passages too, the vectors have the model's dimensions.
    yield encoder.encode([""])[:0]
    for start in range(0, len(texts), BATCH):
        yield _unit(encoder.encode(texts[start : start + BATCH]))


def _unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the vectors with length 1; what is 0 stays so."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    lengths[lengths == 0] = 1.0
    return np.asarray(vectors / lengths, np.float32)
