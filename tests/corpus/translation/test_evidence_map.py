"""Only the page's own words say that it is a translation."""

from __future__ import annotations

import pytest

from corpus.translation.evidence_map import declared_translation, declares_translation

LINES = [
    ('Below is the full interview translation compiled by "Blue Fern":', True, "of this page"),
    ("Translated by Leela Das", True, "a credit line"),
    ("(Translated from the Hindi by Leela Das)", True, "in brackets"),
    ("Translator: Leela Das", True, "a labelled line"),
    ("This interview has been translated from Hindi.", True, "of this page"),
    ("The following is a provisional translation of the remarks.", True, "of what follows"),
    ("Provisional translation", True, "a line alone"),
    ("English rendering of the Prime Minister's address", True, "a rendering"),
    ("译者：陈一", True, "a Chinese credit"),
    ("本文译自英文", True, "of this text"),
    ("Aus dem Englischen von Ute Kern", True, "a German credit"),
    ("Traducción: Rosa Pons", True, "a Spanish credit"),
    ("We must translate words into action.", False, "a figure of speech"),
    ("This must be translated into products within a year.", False, "a figure of speech"),
    ("Translated into practice, this means higher fees.", False, "opens with the word"),
    ("The best firms translate the best ideas into products.", False, "running text"),
    ("She works as a translator in Geneva.", False, "somebody's trade"),
    ("Translation from bench to clinic is slow.", False, "a technical term"),
    ("他翻译过很多书。", False, "somebody's trade"),
    ("This is a long story. " * 12 + "It was translated.", False, "running text"),
]


@pytest.mark.parametrize(("line", "declared", "why"), LINES)
def test_a_line_declares_a_translation_only_of_this_page(
    line: str, declared: bool, why: str
) -> None:
    assert declares_translation(line) is declared, why


def test_the_evidence_is_a_slice_and_names_translator_and_language() -> None:
    text = "Talk\n\nTranslated from the Hindi by Leela Das.\n\nWords."
    start = text.index("Translated")
    end = text.index("\n\nWords")
    found = declared_translation(text, [(0, 4), (start, end)], {})
    (evidence,) = found.evidence
    assert (evidence.start, evidence.end) == (start, end)
    assert text[start:end] == evidence.text
    assert found.is_translation and found.translator == "Leela Das"
    assert found.translated_from == "hi"


def test_header_fields_declare_without_a_place_in_the_text() -> None:
    found = declared_translation("x", [], {"translated-from": "Chinese", "translation-of": "src"})
    assert found.is_translation and found.translated_from == "zh"
    assert found.translation_of == "src"
    assert [(e.code, e.start) for e in found.evidence] == [("declared", None)]


def test_a_link_to_the_original_is_kept_and_declares_nothing() -> None:
    text = "Blog link: https://example.org/post"
    found = declared_translation(text, [(0, len(text))], {})
    assert found.translation_of == "https://example.org/post"
    assert not found.is_translation
    assert [e.code for e in found.evidence] == ["link_to_original"]


def test_a_link_to_the_page_itself_is_no_evidence() -> None:
    text = "Original link: https://example.org/post"
    found = declared_translation(text, [(0, len(text))], {}, "https://example.org/post")
    assert found.evidence == () and found.translation_of is None


def test_what_somebody_says_declares_nothing_where_the_page_has_no_words_of_its_own() -> None:
    text = "Translated by Leela Das.\n\nOriginal link: https://example.org/post"
    found = declared_translation(text, [], {})
    assert found.evidence == () and found.translation_of is None
    assert declared_translation(text, [(0, len(text))], {}).is_translation
