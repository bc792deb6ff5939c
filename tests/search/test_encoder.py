"""Models in folders: what is read of them, and how a text's vector comes about."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from index.reading.block import Paragraph
from index.reading.prose import Prose
from index.search.encoder import load_encoder
from index.search.semantic import PASSAGE_CHARACTERS, embed_passages
from tests.search.cast import index_of
from tests.search.semantic_models import SUBJECTS, WORDS, onnx_model, static_model, vectors

ALL = ("input_ids", "attention_mask", "token_type_ids")


@pytest.mark.parametrize("inputs", [ALL[:1], ALL[:2], ALL])
@pytest.mark.parametrize("name", ["model.onnx", "onnx/model.onnx"])
def test_a_text_is_the_mean_over_its_tokens(
    tmp_path: Path, name: str, inputs: tuple[str, ...]
) -> None:
    """Texts of unlike length share a batch, and what fills up the shorter ones does not count."""
    encode = load_encoder(str(onnx_model(tmp_path, name=name, inputs=inputs))).encode
    texts = ["løn", "ferie løn kantine", *SUBJECTS, "syg " * 400, "bil"] * 9
    rows = dict(zip(WORDS, vectors(), strict=True))
    expected = [np.mean([rows[word] for word in text.split()], axis=0) for text in texts]
    assert np.abs(encode(texts) - expected).max() < 1e-5


def test_a_model_may_make_the_vector_of_a_text_itself(tmp_path: Path) -> None:
    """What it gives is taken as it is."""
    encode = load_encoder(str(onnx_model(tmp_path, summed=(1,)))).encode
    rows = dict(zip(WORDS, vectors(), strict=True))
    assert np.abs(encode(["løn ferie"])[0] - rows["løn"] - rows["ferie"]).max() < 1e-5


def test_a_text_without_a_known_word_is_nothing(tmp_path: Path) -> None:
    """Nor is an empty one."""
    assert not load_encoder(str(static_model(tmp_path))).encode(["", "hydrofor"]).any()


def test_of_both_kinds_in_one_folder_the_static_one_is_read(tmp_path: Path) -> None:
    """Models of model2vec come with an ONNX file, which takes other inputs."""
    onnx_model(tmp_path, name="onnx/model.onnx", inputs=ALL[:1])
    (tmp_path / "onnx" / "model.onnx").write_bytes(b"none of ours")
    folder = static_model(tmp_path)
    assert load_encoder(str(folder)).encode(["løn"]).shape == (1, len(SUBJECTS))


def test_the_words_that_a_model_was_trained_to_see_are_put_first(tmp_path: Path) -> None:
    """They stand where sentence-transformers keeps them."""
    folder = static_model(tmp_path)
    prompts = {"prompts": {"query": "løn ", "passage": "ferie "}}
    settings = json.dumps(prompts)
    (folder / "config_sentence_transformers.json").write_text(settings, encoding="utf-8")
    encoder = load_encoder(str(folder))
    assert (encoder.before_question, encoder.before_passage) == ("løn ", "ferie ")
    index = index_of("# Hydrofor\nHydrofor.\n")
    meaning = embed_passages(index.passages, encoder)
    (holiday,) = encoder.encode(["ferie"])
    assert np.abs(meaning.vectors[0] - holiday).max() < 1e-6


def test_the_beginning_of_a_long_passage_is_read(tmp_path: Path) -> None:
    """What comes after a page says nothing, and no word is cut in two."""
    encoder = load_encoder(str(static_model(tmp_path)))
    passage = index_of("# Hydrofor\nløn\n").passages[0]
    for before, known in ((900, True), (PASSAGE_CHARACTERS - 2, False)):
        blocks = (Paragraph(Prose("." * (before - len("Hydrofor\n ")) + " løn")),)
        meaning = embed_passages([replace(passage, blocks=blocks)], encoder)
        assert meaning.vectors.any() == known
