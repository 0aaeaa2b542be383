"""A sign without width inside a word: `zero-width-split`."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.conftest import VERBATIM
from tests.desks import removed

VERIFY = "/api/v1/verify"


@pytest.mark.parametrize(
    ("sign", "name"),
    [
        ("\u200b", "ZERO WIDTH SPACE"),
        ("\u200d", "ZERO WIDTH JOINER"),
        ("\u00ad", "SOFT HYPHEN"),
        ("\u2060", "WORD JOINER"),
    ],
)
def test_a_sign_without_width_inside_a_word_changes_nothing(
    client: FlaskClient, sign: str, name: str
) -> None:
    """Switched off: format characters among the invisible ones of `corpus.text.folding`."""
    body = client.post(VERIFY, json={"quote": VERBATIM.replace("told", f"to{sign}ld")}).get_json()
    assert body["verdict"]["code"] == "verbatim"
    assert name in removed(body)
