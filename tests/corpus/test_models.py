"""The nouns of the corpus are values."""

from __future__ import annotations

import dataclasses

import pytest

from corpus import models
from corpus.models import Description, Provenance, SourceKind, Speaker

VALUES = [v for v in vars(models).values() if dataclasses.is_dataclass(v)]


@pytest.mark.parametrize("noun", VALUES, ids=lambda noun: noun.__name__)
def test_a_noun_cannot_be_changed_and_takes_no_stray_field(noun: type) -> None:
    assert noun.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert "__slots__" in vars(noun)


def test_equal_fields_make_equal_values() -> None:
    assert Speaker("Ada", ("A.",)) == Speaker("Ada", ("A.",)) != Speaker("Ada")
    assert len({Speaker("Ada"), Speaker("Ada")}) == 1


def test_a_text_that_says_nothing_of_itself_is_no_translation_and_of_unknown_kind() -> None:
    described = Description()
    assert described.provenance == Provenance()
    assert not described.provenance.is_translation
    assert (described.kind, described.language, described.date) == (SourceKind.UNKNOWN, "und", None)


def test_the_order_of_kinds_prefers_what_is_nearest_to_the_speaker() -> None:
    kinds = list(SourceKind)
    assert kinds[0] is SourceKind.RECORDING
    assert kinds[-1] is SourceKind.UNKNOWN
    assert kinds.index(SourceKind.TRANSCRIPT) < kinds.index(SourceKind.ARTICLE)
