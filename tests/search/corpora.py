"""Small random corpora, for properties that hold for any."""

import numpy as np
from hypothesis import strategies as st

from index.search.postings import Postings
from index.search.weigh import weigh

TERMS = 7
"""A small vocabulary makes for many ties, and for words in more than half of the passages."""

Corpus = list[list[int]]
"""Each passage's terms."""

CORPORA = st.lists(
    st.lists(st.integers(0, TERMS - 1), min_size=1, max_size=12), min_size=1, max_size=60
)


def weighed(corpus: Corpus) -> Postings:
    """Return the inverted file of the corpus."""
    terms = np.array([term for passage in corpus for term in passage], np.int32)
    documents = np.repeat(np.arange(len(corpus), dtype=np.int32), [len(one) for one in corpus])
    return weigh(terms, documents, np.ones(len(terms), np.int64), TERMS, len(corpus))
