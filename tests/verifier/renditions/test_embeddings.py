"""The optional model: read from a folder, and clear about what is missing."""

from __future__ import annotations

import builtins
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from verifier.config import InvalidSetting, Settings
from verifier.desk import embeddings_of
from verifier.renditions.embeddings import FILES, EmbeddingsUnavailable, StaticEmbeddings

WORDS = {"[UNK]": (0.0, 0.0), "river": (1.0, 0.1), "fluss": (0.9, 0.2), "bread": (0.1, 1.0)}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A model of three words in two dimensions, as the library writes it."""
    model2vec = pytest.importorskip("model2vec", reason="model2vec is not installed")
    tokenizers = pytest.importorskip("tokenizers")
    numpy = pytest.importorskip("numpy")
    tokenizer = tokenizers.Tokenizer(
        tokenizers.models.WordLevel({word: n for n, word in enumerate(WORDS)}, unk_token="[UNK]")
    )
    tokenizer.pre_tokenizer = tokenizers.pre_tokenizers.Whitespace()
    tokenizer.normalizer = tokenizers.normalizers.Lowercase()
    vectors = numpy.array(list(WORDS.values()), dtype="float32")
    path = tmp_path / "model"
    model2vec.StaticModel(vectors, tokenizer, config={}).save_pretrained(str(path))
    return path


def test_a_model_tells_what_is_near_across_languages(folder: Path) -> None:
    model = StaticEmbeddings.load(folder)
    near, far, unknown = model.similarity("River", ["Fluss", "bread", "zebra"])
    assert 0.9 < near <= 1
    assert far < 0.5
    assert unknown == 0
    assert model.similarity("River", []) == []


def test_a_folder_with_something_else_is_refused(folder: Path) -> None:
    (folder / "model.safetensors").write_bytes(b"no tensors")
    with pytest.raises(EmbeddingsUnavailable, match="holds no model that can be read"):
        StaticEmbeddings.load(folder)


@pytest.mark.parametrize("absent", FILES)
def test_a_missing_file_is_named(tmp_path: Path, absent: str) -> None:
    for name in FILES:
        if name != absent:
            (tmp_path / name).write_text(json.dumps({}))
    with pytest.raises(EmbeddingsUnavailable, match=absent):
        StaticEmbeddings.load(tmp_path)
    with pytest.raises(InvalidSetting, match="VERIFIER_EMBEDDINGS") as raised:
        embeddings_of(Settings(home=tmp_path, embeddings=str(tmp_path)))
    assert absent in raised.value.reason


def test_a_missing_library_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in FILES:
        (tmp_path / name).write_text("{}")
    real = builtins.__import__

    def without(name: str, given: Mapping[str, object] | None = None, *more: Any) -> Any:
        if name == "model2vec":
            raise ImportError(name)
        return real(name, given, *more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(EmbeddingsUnavailable, match=r"quote-verifier\[embeddings\]"):
        StaticEmbeddings.load(tmp_path)


def test_without_the_setting_there_is_no_model(tmp_path: Path) -> None:
    assert embeddings_of(Settings(home=tmp_path)) is None
