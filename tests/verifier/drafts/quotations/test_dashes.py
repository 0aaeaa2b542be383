"""Speech that a dash opens."""

from __future__ import annotations

import pytest

from verifier.drafts.article import find_quotations
from verifier.drafts.quotations.dashes import spoken_behind_dash

SPOKEN = [
    ("\u2014No vengas.", ["No vengas."], "", "nothing but speech"),
    ("\u2014No \u2014dijo Ana\u2014. Otra vez no.", ["No", "Otra vez no."], "dijo Ana", "inside"),
    ("\u2014\u00bfQui\u00e9n? \u2014r\u00ede Ana", ["\u00bfQui\u00e9n?"], "r\u00ede Ana", "open"),
    ("\u2014Uno \u2014dijo Ana\u2014, dos \u2014a\u00f1adi\u00f3\u2014 y tres.",
     ["Uno", "dos", "y tres."], "dijo Ana", "the first words of the reporter"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "spoken", "reporter", "why"), SPOKEN)
def test_a_dash_opens_speech_and_leaves_it(
    text: str, spoken: list[str], reporter: str, why: str
) -> None:
    found = spoken_behind_dash(text, 0, len(text))
    assert found is not None, why
    assert [text[slice(*piece)] for piece in found[0]] == spoken, why
    assert text[slice(*found[1])] == reporter, why


@pytest.mark.parametrize(
    "text", ["\u2014 uno de ellos", "No \u2014dijo Ana\u2014.", "- uno", "", "\u2014"]
)
def test_another_paragraph_is_no_speech_behind_a_dash(text: str) -> None:
    assert spoken_behind_dash(text, 0, len(text)) is None


def test_the_reporter_between_the_dashes_names_the_speaker() -> None:
    text = "Ana Roldan lo cuenta.\n\n\u2014No vengas \u2014r\u00ede Roldan\u2014. Llueve."
    (quotation,) = find_quotations(text, "es")
    assert [text[slice(*piece)] for piece in quotation.pieces] == ["No vengas", "Llueve."]
    assert quotation.speaker == "Ana Roldan"
