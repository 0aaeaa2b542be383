"""How near two texts are in meaning, across languages: an optional model from the user's folder.

Problem: the words of a claim in one language say nothing about passages in another. Method: where
the operator gives a folder with a multilingual model of static word vectors, the passages that are
shown as nearest are ordered by it. It is behind a small protocol, and nothing else asks it: no
verdict, no match and no link rests on it, for its numbers tell likeness of subject, not of wording.

Rejected: fetching a model (nothing is asked of the outside), a transformer as the default (a
gigabyte of libraries for three lines on a page), using it to decide.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

FILES = ("config.json", "model.safetensors", "tokenizer.json")
"""What a folder saved by model2vec holds."""


class EmbeddingsUnavailable(ValueError):
    """The model cannot be used; the message says why, in words for the operator."""


class Embeddings(Protocol):
    """Tells how near texts are to a claim in meaning, whatever their languages."""

    def similarity(self, claim: str, texts: Sequence[str]) -> list[float]:
        """The cosine of each text with the claim.

        Args:
            claim: any text.
            texts: any number of texts.

        Returns:
            One number in [-1, 1] a text, in their order; 0 for a text without a known word.
        """


class StaticEmbeddings:
    """A model2vec folder. Safe to share between threads: nothing changes after loading."""

    def __init__(self, model: Any) -> None:
        self._model = model

    @classmethod
    def load(cls, folder: Path) -> StaticEmbeddings:
        """Load a model from a folder; nothing is fetched.

        Args:
            folder: as `StaticModel.save_pretrained` of model2vec writes it.

        Raises:
            EmbeddingsUnavailable: the library is not installed, a file is missing, or the folder
                holds something else.

        Cost: reads the whole model, some hundreds of megabytes for a large one.
        """
        missing = [name for name in FILES if not (folder / name).is_file()]
        if missing:
            raise EmbeddingsUnavailable(f"no {missing[0]} in {folder}")
        try:
            from model2vec import StaticModel
        except ImportError as error:
            raise EmbeddingsUnavailable(
                "model2vec is not installed; install quote-verifier[embeddings]"
            ) from error
        try:
            model = StaticModel.from_pretrained(str(folder), normalize=True, force_download=False)
        except Exception as error:  # its readers raise errors of no common class
            reason = f"{folder} holds no model that can be read ({type(error).__name__})"
            raise EmbeddingsUnavailable(reason) from error
        return cls(model)

    def similarity(self, claim: str, texts: Sequence[str]) -> list[float]:
        """See `Embeddings.similarity`."""
        if not texts:
            return []
        vectors = self._model.encode([claim, *texts], use_multiprocessing=False)
        cosines = vectors[1:] @ vectors[0]
        return [min(1.0, max(-1.0, float(each))) for each in cosines]
