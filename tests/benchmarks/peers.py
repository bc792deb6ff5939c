"""The other libraries that rank by BM25, each given the same terms and asked for the same best.

A library that is not installed is left out: only rank-bm25 is one of the project's own.
"""

import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from itertools import pairwise
from typing import Any

import numpy as np
from rank_bm25 import BM25Okapi

from tests.benchmarks.grown import Corpus

BEST = 10
"""How many each is asked for."""
WRITER_BYTES = 2_000_000_000
"""Enough memory for tantivy to write one segment, which it reads fastest."""


@dataclass(frozen=True, slots=True)
class Peer:
    """A library with its index."""

    name: str
    """What the table calls it."""
    asked: Sequence[Any]
    """The questions in the form that the library takes, made beforehand where it allows that."""
    search: Callable[[Any], object]
    """Returns the best of a question."""


def peers(corpus: Corpus, questions: Sequence[Sequence[int]]) -> list[Peer]:
    """Return those that are installed, but for rank-bm25."""
    found: list[Peer] = []
    for name, build in (
        ("bm25s, numpy", lambda: _bm25s(corpus, questions, "numpy")),
        ("bm25s, numba", lambda: _bm25s(corpus, questions, "numba")),
        ("tantivy", lambda: _tantivy(corpus, questions)),
    ):
        with suppress(ImportError):
            found.append(build())  # type: ignore[no-untyped-call]
            sys.stderr.write(f"{name}: {len(corpus)} passages\n")
    return found


def okapi(corpus: Corpus) -> Any:  # noqa: ANN401 - it ships no annotations
    """Return rank-bm25 over the corpus."""
    return BM25Okapi(as_lists(corpus))


def as_lists(corpus: Corpus) -> list[list[int]]:
    """Return the passages as lists, every term one object however often it stands."""
    numbers = list(range(corpus.vocabulary))
    bounds = corpus.starts.tolist()
    return [
        list(map(numbers.__getitem__, corpus.terms[begin:end].tolist()))
        for begin, end in pairwise(bounds)
    ]


def okapi_best(
    bm25: Any,  # noqa: ANN401 - it ships no annotations
    question: Sequence[int],
) -> object:
    """Return the best as quickly as rank-bm25 allows: its own get_top_n sorts all."""
    scores = bm25.get_scores(question)
    lead = np.argpartition(scores, len(scores) - BEST)[-BEST:]
    return lead[np.argsort(-scores[lead])]


def _bm25s(corpus: Corpus, questions: Sequence[Sequence[int]], backend: str) -> Peer:
    if backend == "numba":
        import_module("numba")
    bm25 = import_module("bm25s").BM25(method="atire", backend=backend)
    vocabulary = {str(number): number for number in range(corpus.vocabulary)}
    bm25.index((as_lists(corpus), vocabulary), show_progress=False)

    def search(question: list[list[int]]) -> object:
        return bm25.retrieve(question, k=BEST, show_progress=False, n_threads=0)

    return Peer(f"bm25s, {backend}", [[list(question)] for question in questions], search)


def _tantivy(corpus: Corpus, questions: Sequence[Sequence[int]]) -> Peer:
    tantivy = import_module("tantivy")
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("text", tokenizer_name="whitespace", index_option="freq")
    schema = builder.build()
    index = tantivy.Index(schema)
    writer = index.writer(WRITER_BYTES, 1)
    names = np.array([f"t{number}" for number in range(corpus.vocabulary)], object)
    bounds = corpus.starts.tolist()
    for begin, end in pairwise(bounds):
        document = tantivy.Document()
        document.add_text("text", " ".join(names[corpus.terms[begin:end]]))
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def query(terms: Sequence[int]) -> object:
        return tantivy.Query.boolean_query(
            [
                (
                    tantivy.Occur.Should,
                    tantivy.Query.term_query(schema, "text", names[term], index_option="freq"),
                )
                for term in terms
            ]
        )

    def search(question: object) -> object:
        # Counting every hit would keep it from leaving any out.
        return searcher.search(question, limit=BEST, count=False)

    return Peer("tantivy", [query(question) for question in questions], search)
