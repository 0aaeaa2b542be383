"""Names, offices and pronouns in a noun phrase, and the subject of a verb of saying."""

from __future__ import annotations

import pytest

from verifier.drafts.clauses.attributing import clause_before
from verifier.drafts.clauses.following import clause_after
from verifier.drafts.clauses.subjects_zh import read_subject
from verifier.drafts.names.parts import SubjectKind, words_of
from verifier.drafts.names.phrases import noun_phrase
from verifier.drafts.words import LANGUAGES, load_draft_words

PHRASES = [
    ("Ada Vane", "en", "Ada Vane", SubjectKind.NAME, "a name"),
    ("Mayor Ada Vane", "en", "Ada Vane", SubjectKind.NAME, "without the office"),
    ("police chief Ada Vane", "en", "Ada Vane", SubjectKind.NAME, "an office in small letters"),
    ("Ada Vane of the City Council", "en", "Ada Vane", SubjectKind.NAME, "without an attribute"),
    ("Dorn's mayor Ada Vane", "en", "Ada Vane", SubjectKind.NAME, "not the owner"),
    ("the mayor", "en", "the mayor", SubjectKind.ROLE, "an office"),
    ("A spokesman for Vane", "en", "A spokesman for Vane", SubjectKind.ROLE, "with its attribute"),
    ("she", "en", "she", SubjectKind.PRONOUN, "a pronoun"),
    ("we", "en", "we", SubjectKind.OWN, "the author"),
    ("die Bäckerin Ada Vane", "de", "Ada Vane", SubjectKind.NAME, "a German noun has a capital"),
    ("Stadtsprecher Tom Vane", "de", "Tom Vane", SubjectKind.NAME, "a compound"),
    ("Mme Vane", "fr", "Vane", SubjectKind.NAME, "without the title"),
    ("l’ingénieure Ada Vane", "fr", "Ada Vane", SubjectKind.NAME, "an elided article"),
]


@pytest.mark.parametrize(("text", "language", "expected", "kind", "why"), PHRASES)
def test_a_noun_phrase_names_its_head(
    text: str, language: str, expected: str, kind: SubjectKind, why: str
) -> None:
    subject = noun_phrase(text, words_of(text, 0, len(text)), load_draft_words(language))
    assert subject is not None, why
    assert (subject.text, subject.kind) == (expected, kind), why
    assert text[subject.start : subject.end] == expected, why


CHINESE = [
    ("市长李明", "李明", SubjectKind.NAME, "the office before the name"),
    ("清河大学李明教授", "李明", SubjectKind.NAME, "the office behind the name"),
    ("昨天李明在会上", "李明", SubjectKind.NAME, "time and place taken off"),
    ("李明对记者", "李明", SubjectKind.NAME, "the addressee taken off"),
    ("学者马丁·霍夫曼", "马丁·霍夫曼", SubjectKind.NAME, "a transliterated name"),
    ("她一边走路一边", "她", SubjectKind.PRONOUN, "what she does meanwhile taken off"),
    ("一位店主", "一位店主", SubjectKind.ROLE, "somebody without a name"),
]


@pytest.mark.parametrize(("text", "expected", "kind", "why"), CHINESE)
def test_a_chinese_subject_is_what_is_left(
    text: str, expected: str, kind: SubjectKind, why: str
) -> None:
    subject = read_subject(text, 0, len(text), load_draft_words("zh"))
    assert subject is not None, why
    assert (text[subject.start : subject.end], subject.kind) == (expected, kind), why


def test_a_negated_clause_attributes_nothing() -> None:
    text = "Nobody said that it was “over”."
    assert clause_before(text, 0, text.index("“"), load_draft_words("en")) is None


def test_giving_a_name_is_not_saying() -> None:
    text = "The plan was called “Green Dorn”."
    assert clause_before(text, 0, text.index("“"), load_draft_words("en")) is None


def test_a_new_sentence_behind_a_quotation_is_not_its_attribution() -> None:
    text = "“It is over.” Ada Vane said the mayor had left."
    at = text.index("”") + 1
    assert clause_after(text, at, len(text), ".", load_draft_words("en")) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_list_is_there_in_every_language(language: str) -> None:
    words = load_draft_words(language)
    assert words.language == language
    assert all(words.groups_of_words[name] for name in ("verbs", "roles", "mentions", "works"))
    assert words.pronouns


def test_a_language_without_lists_is_read_with_the_english_ones() -> None:
    assert load_draft_words("nl").language == "en"
    assert load_draft_words("ja").language == "zh"
