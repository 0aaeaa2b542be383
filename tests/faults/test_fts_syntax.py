"""The language of search engines: `fts-syntax`."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.conftest import VERBATIM

VERIFY = "/api/v1/verify"


@pytest.mark.parametrize(
    "sign",
    [
        "fight NOT beaches",
        "t:x",
        "NEAR(",
        '"',
        "*",
        "a - b",
        "don't",
        'text:"',
        "^",
        "~2",
        "[a TO b]",
    ],
)
def test_the_language_of_a_search_engine_is_words(client: FlaskClient, sign: str) -> None:
    """Switched off: words in `verifier.answering.examine` and terms in
    `corpus.indexing.index_embedded` (the claim as it was typed, handed to a parser of queries).
    """
    answer = client.post(VERIFY, json={"quote": f"{VERBATIM} {sign}"})
    assert answer.status_code == 200
    assert VERBATIM.split()[0] in answer.get_json()["match"]["exact"]
