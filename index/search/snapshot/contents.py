"""An index as arrays and texts, and back."""

import json
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydantic import TypeAdapter

from index.search.analysis import Analysis
from index.search.arrangement import Arrangement
from index.search.compound import Compounds
from index.search.encoder import Encoder
from index.search.index import Index
from index.search.language import Language
from index.search.postings import Postings
from index.search.semantic import Meaning
from index.search.snapshot.block_codec import as_list, as_text, as_texts
from index.search.snapshot.language_data import Stored as StoredData
from index.search.snapshot.language_data import decode_data, encode_data
from index.search.snapshot.opening import Reader
from index.search.snapshot.stored_passages import Records, Stored, StoredPassages
from index.search.spelling import Spelling
from index.search.tokens import Tokens
from index.search.vocabulary import Vocabulary
from index.search.weights import Weights
from index.search.written import Written

Arrays = dict[str, NDArray[Any]]
Texts = dict[str, bytes]

POSTINGS = "starts documents counts weights norms rarity ceilings row_of rows row_counts".split()
"""The arrays of an inverted file."""

MEANING = "meaning"
"""The array of what the passages mean, there where a model was in use."""

_WEIGHTS = TypeAdapter(Weights)


def arrays_of(index: Index, stored: Stored) -> Arrays:
    """Return all arrays of the index, each with its name; `stored` has its passages."""
    written, vocabulary = index.written, index.vocabulary
    numbers = {word: number for number, word in enumerate(written.spelled)}
    arrays: Arrays = {
        "tokens.terms": _narrow(index.tokens.terms),
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
        "sections.starts": stored.sections.starts,
        "passages.starts": stored.passages.starts,
        "passages.sections": stored.section_of,
        "passages.digests": stored.digests,
        "listed.starts": stored.listed.starts,
    }
    if index.meaning is not None:
        arrays[MEANING] = index.meaning.vectors
    for name, postings in (("postings", index.postings), ("pages", index.pages)):
        arrays.update({f"{name}.{part}": getattr(postings, part) for part in POSTINGS})
        arrays[f"{name}.documents"] = _narrow(postings.documents)
    return arrays


def texts_of(index: Index, stored: Stored) -> Texts:
    """Return everything else of the index as JSON; `stored` has its passages."""
    terms = sorted(index.lexicon, key=lambda term: index.lexicon[term])
    return {
        "sections.text": stored.sections.everything(),
        "passages.text": stored.passages.everything(),
        "listed.text": stored.listed.everything(),
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


def index_of(reader: Reader, analysis: Analysis, encoder: Encoder | None) -> Index:
    """Return the index of what a snapshot has; the vectors in it are those of `encoder`.

    Raises:
        ValueError: when the texts are not those of an index.
    """
    written = Written(
        _texts(reader.text("words.json")),
        Tokens(reader.array("words.terms"), reader.array("words.starts")),
        reader.array("words.counts"),
        reader.array("words.speech"),
    )
    vocabulary = _vocabulary(reader, written)
    terms, settings = (
        _texts(reader.text("terms.json")),
        _mapping(json.loads(reader.text("settings.json"))),
    )
    gains = [float(str(gain)) for gain in as_list(settings["gains"])]
    data = decode_data(json.loads(reader.text("language.json")), analysis)
    arrangement = _arrangement(_texts(reader.text("pages.json")), reader.array("page_of"))
    return Index(
        passages=StoredPassages(_passages(reader)),
        lexicon={term: number for number, term in enumerate(terms)},
        tokens=Tokens(reader.array("tokens.terms"), reader.array("tokens.starts")),
        postings=_postings(reader, "postings", gains[0], len(arrangement.page_of)),
        pages=_postings(reader, "pages", gains[1], len(arrangement.pages)),
        arrangement=arrangement,
        written=written,
        section_of=reader.array("section_of"),
        aspects=reader.array("aspects"),
        detail=reader.array("detail"),
        languages=tuple(Language(one) for one in as_texts(settings["languages"])),
        analysis=analysis,
        vocabulary=vocabulary,
        spelling=Spelling(vocabulary.words),
        thesaurus=data.thesaurus,
        subjects=data.subjects,
        synonyms=tuple(as_texts(group) for group in as_list(settings["synonyms"])),
        weights=_WEIGHTS.validate_python(settings["weights"]),
        meaning=Meaning(encoder, reader.array(MEANING)) if encoder else None,
    )


def _vocabulary(reader: Reader, written: Written) -> Vocabulary:
    telling = reader.array("words.telling")
    words = [written.spelled[number] for number in telling.tolist()]
    pieces, parts = _texts(reader.text("pieces.json")), _texts(reader.text("parts.json"))
    return Vocabulary(
        dict(zip(words, written.counts[telling].tolist(), strict=True)),
        Compounds(dict(zip(pieces, reader.array("pieces").tolist(), strict=True))),
        dict(zip(parts, reader.array("parts").tolist(), strict=True)),
    )


def _passages(reader: Reader) -> Stored:
    return Stored(
        Records(reader.open_text("sections.text"), reader.array("sections.starts")),
        Records(reader.open_text("passages.text"), reader.array("passages.starts")),
        reader.array("passages.sections"),
        reader.array("passages.digests"),
        Records(reader.open_text("listed.text"), reader.array("listed.starts")),
    )


def _postings(reader: Reader, name: str, gain: float, size: int) -> Postings:
    starts, documents, counts, weights, norms, rarity, ceilings, row_of, rows, row_counts = (
        reader.array(f"{name}.{part}") for part in POSTINGS
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


def _narrow(numbers: NDArray[np.signedinteger]) -> NDArray[np.signedinteger]:
    """Return the numbers in as few bytes as they need: what is mapped is part of the process."""
    kinds = (np.int16, np.int32)
    most = numbers.max(initial=0)
    narrow = next((kind for kind in kinds if most <= np.iinfo(kind).max), np.int64)
    return numbers.astype(narrow, copy=False)


def _dumped(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode()


def _texts(text: bytes) -> tuple[str, ...]:
    return as_texts(json.loads(text))


def _mapping(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise ValueError(as_text(type(value).__name__))  # noqa: TRY004 - one kind for the caller
    return value
