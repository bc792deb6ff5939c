"""The setting for a model through the command line: what works, and a sentence for each fault."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

import numpy as np
import pytest

from index.search.encoder import STATIC_FILES
from tests.search.semantic_models import NOT_HERE, onnx_model, static_model, vectors
from tests.terminal.command import own_environment
from tests.wording.code import REPOSITORY

PAGE: Final = "# Kæledyr\nEt kæledyr er velkomment, når ingen kollega har allergi over for det.\n"
OTHER: Final = "# Kantine\nDer er frokost hver dag fra klokken elleve.\n"
EXTRA: Final = "model2vec onnxruntime tokenizers safetensors huggingface_hub"
TELL: Final = (
    "import sys; from bot.command_line import main; sys.argv[1:] = ['ask', 'vuffer']\n"
    f"try: main()\nexcept SystemExit: print([m for m in '{EXTRA}'.split() if m in sys.modules])"
)


def _run(folder: Path, *arguments: str, **env: str) -> "subprocess.CompletedProcess[str]":
    content = folder / "content"
    content.mkdir(exist_ok=True)
    (content / "dyr.md").write_text(PAGE, encoding="utf-8")
    (content / "mad.md").write_text(OTHER, encoding="utf-8")
    path = os.pathsep.join((str(folder / "first"), str(REPOSITORY)))
    cache = str(folder / "cache")
    usual = {**own_environment(), "HANDBOOK_CACHE": cache, "PYTHONPATH": path}
    return subprocess.run(  # noqa: S603 - our own command
        [sys.executable, *arguments],
        cwd=folder,
        env={**usual, "HANDBOOK_CONTENT": str(content), **env},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def _ask(folder: Path, *arguments: str, **env: str) -> "subprocess.CompletedProcess[str]":
    return _run(folder, "-m", "bot", *arguments, "ask", "--json", "vuffer", **env)


def test_the_setting_of_the_environment_is_used(tmp_path: Path) -> None:
    """A question finds by meaning what it does not find without the setting."""
    model = static_model(tmp_path / "model")
    assert json.loads(_ask(tmp_path).stdout)["outcome"] == "not_found"
    done = _ask(tmp_path, HANDBOOK_SEMANTIC_MODEL=str(model))
    assert (done.returncode, done.stderr) == (0, "")
    told = json.loads(done.stdout)
    assert (told["outcome"], told["hits"][0]["page"]) == ("uncertain", "dyr.md")


def test_the_setting_of_the_file_is_used(tmp_path: Path) -> None:
    """`handbook.toml` names it, by a path from there."""
    onnx_model(tmp_path / "model")
    text = '[handbook]\nsemantic_model = "model"\n'
    (tmp_path / "handbook.toml").write_text(text, encoding="utf-8")
    assert json.loads(_ask(tmp_path).stdout)["outcome"] == "uncertain"


@pytest.mark.parametrize(
    ("language", "told"), [("da", "tæt på i betydning"), ("en", "near in meaning")]
)
def test_why_tells_it(tmp_path: Path, language: str, told: str) -> None:
    """The part is told in words."""
    model = static_model(tmp_path / "model")
    arguments = ("-m", "bot", "--language", language, "why", "vuffer")
    assert told in _run(tmp_path, *arguments, HANDBOOK_SEMANTIC_MODEL=str(model)).stdout


def test_nothing_of_the_extra_is_imported_without_the_setting(tmp_path: Path) -> None:
    """Who does not use it, does not wait for it."""
    done = _run(tmp_path, "-c", TELL)
    assert done.stdout.splitlines()[-1] == "[]", done.stderr


def _transformer(folder: Path) -> None:
    _by_hand(folder, b'{"encoder.layer.0.weight":{"dtype":"F32","shape":[0],"data_offsets":[0,0]}}')


def _by_hand(folder: Path, header: bytes) -> None:
    """Write a model of model2vec without its library: a header is all that is looked at first."""
    folder.mkdir()
    for name in STATIC_FILES:
        (folder / name).write_text("{}", encoding="utf-8")
    (folder / "model.safetensors").write_bytes(len(header).to_bytes(8, "little") + header)


def _not_installed(folder: Path) -> None:
    _by_hand(folder, b'{"embeddings":{"dtype":"F32","shape":[0],"data_offsets":[0,0]}}')
    # It stands before the installed one, and is as absent as can be.
    first = folder.parent / "first"
    first.mkdir()
    raising = "raise ModuleNotFoundError(name='model2vec')"
    (first / "model2vec.py").write_text(raising, encoding="utf-8")


def _half(folder: Path) -> None:
    static_model(folder)
    whole = (folder / "model.safetensors").read_bytes()
    (folder / "model.safetensors").write_bytes(whole[: len(whole) // 2])


def _no_tokenizer(folder: Path) -> None:
    (static_model(folder) / "tokenizer.json").unlink()


def _other_words(folder: Path) -> None:
    static_model(folder)
    rows = np.concatenate((vectors(), vectors()))
    safetensors = pytest.importorskip("safetensors.numpy", reason=NOT_HERE)
    safetensors.save_file({"embeddings": rows}, folder / "model.safetensors")


def _no_numbers(folder: Path) -> None:
    static_model(folder, np.full_like(vectors(), np.nan))


def _other_pooling(folder: Path) -> None:
    settings = onnx_model(folder) / "1_Pooling" / "config.json"
    settings.parent.mkdir()
    settings.write_text('{"pooling_mode_mean_tokens": false}', encoding="utf-8")


FAULTS: Final[dict[str, tuple[Callable[[Path], object], str, str]]] = {
    "missing": (lambda _: None, "Der er ingen mappe", "There is no folder"),
    "file": (lambda folder: folder.write_text(""), "Der er ingen mappe", "There is no folder"),
    "empty": (lambda folder: folder.mkdir(), "der kan bruges", "that can be used"),
    "transformer": (_transformer, "der kan bruges", "that can be used"),
    "no tokenizer": (_no_tokenizer, "der kan bruges", "that can be used"),
    "not installed": (_not_installed, "(model2vec). Installér", "(model2vec). Install"),
    "half": (_half, "kan ikke læses", "cannot be read"),
    "other words": (_other_words, "kan ikke læses", "cannot be read"),
    "too short": (
        lambda folder: onnx_model(folder, longest=128),
        "kan ikke læses",
        "cannot be read",
    ),
    "unknown input": (
        lambda folder: onnx_model(folder, inputs=("input_ids", "offsets")),
        "('offsets')",
        "('offsets')",
    ),
    "no vector": (lambda folder: onnx_model(folder, summed=(1, 2)), "én vektor", "one vector"),
    "no numbers": (_no_numbers, "(NaN)", "(NaN)"),
    "other pooling": (_other_pooling, "gennemsnittet", "the mean"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_gives_its_sentence(tmp_path: Path, fault: str) -> None:
    """One sentence that names the place and the next step, in both languages, and exit code 2."""
    make, danish, english = FAULTS[fault]
    model = tmp_path / "model"
    make(model)
    for language, told in (("da", danish), ("en", english)):
        done = _ask(tmp_path, "--language", language, HANDBOOK_SEMANTIC_MODEL=str(model))
        said = " ".join(done.stderr.split())
        assert (done.returncode, done.stdout) == (2, ""), said
        assert told in said
        assert str(model) in done.stderr.replace("\n", "")
        assert "Traceback" not in said
        assert "HANDBOOK_SEMANTIC_MODEL" in said.replace(" ", "")
