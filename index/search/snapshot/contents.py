"""An index as arrays and texts, and back."""

import json
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydantic import TypeAdapter

from index.search.analysis import Analysis
from index.search.arrangement import Arrangement
from index.search.compound import Compounds
from index.search.index import Index
from index.search.language import Language
from index.search.postings import Postings
from index.search.snapshot.block_codec import as_list, as_text, as_texts
from index.search.snapshot.language_data import Stored as StoredData
from index.search.snapshot.language_data import decode_data, encode_data
from index.search.snapshot.stored_passages import Records, Stored, StoredPassages, store
from index.search.spelling import Spelling
from index.search.tokens import Tokens
from index.search.vocabulary import Vocabulary
from index.search.weights import Weights
from index.search.written import Written

Arrays = dict[str, NDArray[Any]]
Texts = dict[str, bytes]

POSTINGS = "starts documents counts weights norms rarity ceilings row_of rows row_counts".split()
"""The arrays of an inverted file."""

_WEIGHTS = TypeAdapter(Weights)


def arrays_of(index: Index) -> Arrays:
    """Return all arrays of the index, each with its name."""
    stored, written, vocabulary = store(index.passages), index.written, index.vocabulary
    numbers = {word: number for number, word in enumerate(written.spelled)}
    arrays: Arrays = {
        "tokens.terms": index.tokens.terms,
        "tokens.starts": index.tokens.starts,
        "page_of": index.page_of,
        "section_of": index.section_of,
        "aspects": index.aspects,
        "detail": index.detail,
        "words.terms": written.words.terms,
        "words.starts": written.words.starts,
        "words.counts": written.counts,
        "words.speech": written.speech,
        "words.telling": np.array([numbers[word] for word in vocabulary.words], np.int32),
        "pieces": np.array(list(vocabulary.compounds.counts.values()), np.int64),
        "parts": np.array(list(vocabulary.parts.values()), np.int64),
        "sections.text": stored.sections.text,
        "sections.starts": stored.sections.starts,
        "passages.text": stored.passages.text,
        "passages.starts": stored.passages.starts,
        "passages.sections": stored.section_of,
        "passages.digests": stored.digests,
    }
    for name, postings in (("postings", index.postings), ("pages", index.pages)):
        arrays.update({f"{name}.{part}": getattr(postings, part) for part in POSTINGS})
    return arrays


def texts_of(index: Index) -> Texts:
    """Return everything else of the index, as JSON."""
    terms = sorted(index.lexicon, key=lambda term: index.lexicon[term])
    return {
        "words.json": _dumped(index.written.spelled),
        "terms.json": _dumped(terms),
        "pieces.json": _dumped(list(index.vocabulary.compounds.counts)),
        "parts.json": _dumped(list(index.vocabulary.parts)),
        "pages.json": _dumped(index.arrangement.pages),
        "settings.json": _dumped(
            {
                "languages": index.languages,
                "synonyms": index.synonyms,
                "gains": [index.postings.gain, index.pages.gain],
                "weights": _WEIGHTS.dump_python(index.weights),
            }
        ),
        "language.json": _dumped(encode_data(StoredData(index.thesaurus, index.subjects))),
    }


def index_of(
    array: Callable[[str], NDArray[Any]], text: Callable[[str], bytes], analysis: Analysis
) -> Index:
    """Return the index of these arrays and texts.

    Raises:
        ValueError: when the texts are not those of an index.
    """
    written = Written(
        _texts(text("words.json")),
        Tokens(array("words.terms"), array("words.starts")),
        array("words.counts"),
        array("words.speech"),
    )
    vocabulary = _vocabulary(array, text, written)
    terms, settings = _texts(text("terms.json")), _mapping(json.loads(text("settings.json")))
    gains = [float(str(gain)) for gain in as_list(settings["gains"])]
    data = decode_data(json.loads(text("language.json")), analysis)
    arrangement = _arrangement(_texts(text("pages.json")), array("page_of"))
    return Index(
        passages=StoredPassages(_passages(array)),
        lexicon={term: number for number, term in enumerate(terms)},
        tokens=Tokens(array("tokens.terms"), array("tokens.starts")),
        postings=_postings(array, "postings", gains[0], len(arrangement.page_of)),
        pages=_postings(array, "pages", gains[1], len(arrangement.pages)),
        arrangement=arrangement,
        written=written,
        section_of=array("section_of"),
        aspects=array("aspects"),
        detail=array("detail"),
        languages=tuple(Language(one) for one in as_texts(settings["languages"])),
        analysis=analysis,
        vocabulary=vocabulary,
        spelling=Spelling(vocabulary.words),
        thesaurus=data.thesaurus,
        subjects=data.subjects,
        synonyms=tuple(as_texts(group) for group in as_list(settings["synonyms"])),
        weights=_WEIGHTS.validate_python(settings["weights"]),
    )


def _vocabulary(
    array: Callable[[str], NDArray[Any]], text: Callable[[str], bytes], written: Written
) -> Vocabulary:
    telling = array("words.telling")
    words = [written.spelled[number] for number in telling.tolist()]
    pieces, parts = _texts(text("pieces.json")), _texts(text("parts.json"))
    return Vocabulary(
        dict(zip(words, written.counts[telling].tolist(), strict=True)),
        Compounds(dict(zip(pieces, array("pieces").tolist(), strict=True))),
        dict(zip(parts, array("parts").tolist(), strict=True)),
    )


def _passages(array: Callable[[str], NDArray[Any]]) -> Stored:
    return Stored(
        Records(array("sections.text"), array("sections.starts")),
        Records(array("passages.text"), array("passages.starts")),
        array("passages.sections"),
        array("passages.digests"),
    )


def _postings(array: Callable[[str], NDArray[Any]], name: str, gain: float, size: int) -> Postings:
    starts, documents, counts, weights, norms, rarity, ceilings, row_of, rows, row_counts = (
        array(f"{name}.{part}") for part in POSTINGS
    )
    return Postings(
        starts=starts,
        documents=documents,
        counts=counts,
        weights=weights,
        norms=norms,
        gain=gain,
        rarity=rarity,
        ceilings=ceilings,
        row_of=row_of,
        rows=rows,
        row_counts=row_counts,
        size=size,
    )


def _arrangement(pages: tuple[str, ...], page_of: NDArray[np.int32]) -> Arrangement:
    """Return the arrangement; there is no earlier index of which something was taken."""
    none, no_page = np.full(len(page_of), -1, np.int64), np.full(len(pages), -1, np.int64)
    return Arrangement(pages, page_of, none, no_page)


def _dumped(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode()


def _texts(text: bytes) -> tuple[str, ...]:
    return as_texts(json.loads(text))


def _mapping(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise ValueError(as_text(type(value).__name__))  # noqa: TRY004 - one kind for the caller
    return value
