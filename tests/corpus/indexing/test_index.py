"""The two back ends keep one contract; the embedded one is held to it here by its shape."""

from __future__ import annotations

import dataclasses
import inspect

import pytest

from corpus.indexing.index import Hit, IndexState, PassageIndex
from corpus.indexing.index_embedded import EmbeddedIndex

METHODS = [n for n, _ in inspect.getmembers(PassageIndex, inspect.isfunction) if n[0] != "_"]


@pytest.mark.parametrize("name", METHODS)
def test_the_embedded_index_has_every_method_with_the_same_parameters(name: str) -> None:
    wanted = inspect.signature(getattr(PassageIndex, name)).parameters
    given = inspect.signature(getattr(EmbeddedIndex, name)).parameters
    assert [(p.name, p.default) for p in given.values()] == [
        (p.name, p.default) for p in wanted.values()
    ]


def test_the_contract_is_not_empty() -> None:
    assert {"add", "remove", "commit", "candidates", "document_frequency", "state"} <= set(METHODS)


@pytest.mark.parametrize("value", [Hit(7, 0), IndexState(3, 12)])
def test_what_an_index_says_cannot_be_changed(value: object) -> None:
    first = dataclasses.fields(value)[0].name  # type: ignore[arg-type]
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(value, first, 1)
