"""The tree of failures: drawn as it is, and carrying facts."""

from __future__ import annotations

import re

import pytest

from corpus import errors
from corpus.errors import (
    Forbidden,
    InvalidInput,
    InvalidRequest,
    NoQuoteColumn,
    NotFound,
    QuoteTooLong,
    QuoteVerifierError,
    StoreError,
    UnreadableSource,
    UnsupportedFormat,
)


def tree(root: type[QuoteVerifierError], depth: int = 0) -> list[tuple[int, str]]:
    """Every failure with its depth, in order of definition."""
    out = [(depth, root.__name__)]
    for leaf in root.__subclasses__():
        if leaf.__module__ == errors.__name__:
            out += tree(leaf, depth + 1)
    return out


def test_the_tree_in_the_docstring_is_the_tree() -> None:
    drawn = re.findall(r"^    ([|` -]*)([A-Z]\w+)", errors.__doc__ or "", re.M)
    assert [(len(lead) // 4, name) for lead, name in drawn] == tree(QuoteVerifierError)


FACTS = [
    (InvalidRequest([("/date", "unreadable_date", "give a day")]),
     {"faults": (("/date", "unreadable_date", "give a day"),)}, InvalidInput),
    (QuoteTooLong(5001, 5000), {"length": 5001, "limit": 5000}, InvalidInput),
    (UnsupportedFormat("a.xyz", ["txt"]), {"origin": "a.xyz", "known": ("txt",)}, InvalidInput),
    (UnreadableSource("a.txt", "empty"), {"origin": "a.txt", "reason": "empty"}, InvalidInput),
    (NoQuoteColumn(["a", "b"]), {"headers": ("a", "b")}, InvalidInput),
    (NotFound("source"), {"kind": "source"}, QuoteVerifierError),
    (Forbidden("ingest"), {"needed": "ingest"}, QuoteVerifierError),
]  # fmt: skip


@pytest.mark.parametrize(("error", "facts", "family"), FACTS)
def test_a_failure_carries_its_facts(
    error: QuoteVerifierError, facts: dict[str, object], family: type[QuoteVerifierError]
) -> None:
    assert {name: getattr(error, name) for name in facts} == facts
    assert isinstance(error, family)
    assert not isinstance(error, StoreError)
    assert str(error)


def test_failures_know_nothing_of_http() -> None:
    for _, name in tree(QuoteVerifierError):
        assert not {"status", "code", "status_code"} & set(dir(getattr(errors, name)))
