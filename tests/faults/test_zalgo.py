"""Characters that are not what they seem: `zalgo`, `zero-width-split`, `c2pa-tail`,
`bidi-override`, `homoglyph`.
"""

from __future__ import annotations

import re
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.conftest import VERBATIM

VERIFY = "/api/v1/verify"
TAIL = "\ufeff" + "".join(chr(0xE0100 + k % 240) for k in range(4_000))


def folds(body: dict[str, Any]) -> list[str]:
    return [each["text"] for each in body["claim"]["normalizations"]]


def test_a_letter_with_thousands_of_marks_keeps_eight(client: FlaskClient) -> None:
    """Switched off: the limit on marks in `verifier.claims`."""
    quote = VERBATIM.replace("built", "b" + "\u0301" * 4_000 + "uilt")
    body = client.post(VERIFY, json={"quote": quote}).get_json()
    assert "COMBINING ACUTE ACCENT" in folds(body)
    page = client.post("/check", data={"quote": quote}).get_data(as_text=True)
    shown = page[page.index('id="claim-text"') : page.index("</blockquote>")]
    assert max(map(len, re.findall("\u0301+", shown)), default=0) <= 8


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
    """Switched off: removing format characters in `verifier.claims`."""
    body = client.post(VERIFY, json={"quote": VERBATIM.replace("told", f"to{sign}ld")}).get_json()
    assert body["verdict"]["code"] == "verbatim"
    assert name in folds(body)


def test_a_tail_of_selectors_is_taken_off_and_told(client: FlaskClient) -> None:
    """Switched off: removing variation selectors in `verifier.claims`."""
    body = client.post(VERIFY, json={"quote": VERBATIM + TAIL}).get_json()
    assert body["verdict"]["code"] == "verbatim"
    assert "ZERO WIDTH NO-BREAK SPACE" in folds(body)


def test_signs_that_turn_the_direction_are_shown_and_turn_nothing(client: FlaskClient) -> None:
    """Switched off: the filter `visible` in the template of the answer."""
    quote = f"\u202e{VERBATIM}\u2069"
    body = client.post(VERIFY, json={"quote": quote}).get_json()
    assert body["verdict"]["code"] == "verbatim"
    assert "RIGHT-TO-LEFT OVERRIDE" in folds(body)
    page = client.post("/check", data={"quote": quote}).get_data(as_text=True)
    head, form = page.split("<form", 1)[0], page
    assert "\u202e" not in head
    assert form.count("\u202e") <= 1, "only in the field to edit it"


def test_a_letter_of_another_alphabet_is_no_match(client: FlaskClient) -> None:
    """Switched off: the warning in `verifier.homoglyphs`."""
    body = client.post(VERIFY, json={"quote": VERBATIM.replace("everyone", "everyоne")}).get_json()
    assert body["verdict"]["code"] not in ("verbatim", "verbatim_punctuation")
    assert [each["code"] for each in body["claim"]["warnings"]] == ["mixed_script"]
    assert "everyone" in body["match"]["exact"]
