"""Somebody heard through an interpreter is a speaker, and so is the interpreter."""

from __future__ import annotations

import pytest

from corpus.ingest import read_source
from corpus.translation.evidence_map import evidence, scope_statuses, speaker_languages
from corpus.translation.interpreter_labels import is_interpreter, is_noted, without_note
from corpus.translation.registers import Registers
from corpus.translation.status import TranslationStatus
from tests.corpus.describing.test_turns import labels

NOTES = [
    ("Ilya Marsh (through interpreter)", "Ilya Marsh", "English"),
    ("Ilya Marsh [as translated]", "Ilya Marsh", "another bracket"),
    ("马什（通过翻译）", "马什", "Chinese"),
    ("Ilya Marsh (über Dolmetscher)", "Ilya Marsh", "German"),
    ("Ilya Marsh (via un interprète)", "Ilya Marsh", "French"),
    ("Ilya Marsh (mediante intérprete)", "Ilya Marsh", "Spanish"),
    ("Илья Марш (через переводчика)", "Илья Марш", "Russian"),
    ("マーシュ（通訳を介して）", "マーシュ", "Japanese"),
    ("Ilya Marsh (laughs)", "Ilya Marsh (laughs)", "a stage direction"),
    ("Figure (from the report)", "Figure (from the report)", "no person"),
    ("(through interpreter)", "(through interpreter)", "nobody is named"),
]


@pytest.mark.parametrize(("label", "name", "why"), NOTES)
def test_a_note_about_interpreting_is_no_part_of_the_name(label: str, name: str, why: str) -> None:
    assert without_note(label) == name, why
    assert is_noted(label) is (label != name)


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        *((name, True) for name in ("Interpreter", "The Interpreter", "翻译", "Dolmetscherin",
           "L'interprète", "El intérprete", "Переводчик", "通訳", "Translator")),
        *((name, False) for name in ("Host", "Interpreters' Guild", "翻译家协会", "Translation")),
    ],
)  # fmt: skip
def test_the_trade_is_known_in_seven_languages(label: str, expected: bool) -> None:
    assert is_interpreter(label) is expected


FOUND = [
    ("Host: When?\n\nIlya Marsh (through interpreter): In May.\n\nHost: Why?\n\n"
     "Ilya Marsh (through interpreter): The ice broke.",
     ["Host", "Ilya Marsh (through interpreter)"] * 2, "every time"),
    ("Host: When?\n\nIlya Marsh (through interpreter): In May.\n\nHost: Why?\n\n"
     "Marsh: The ice broke.\n\nMarsh: Twice.",
     ["Host", "Ilya Marsh (through interpreter)", "Host", "Marsh", "Marsh"], "the first time"),
    ("主持人：什么时候？\n\n马什（通过翻译）：五月。\n\n主持人：为什么？\n\n马什（通过翻译）：冰裂了。",
     ["主持人", "马什（通过翻译）"] * 2, "Chinese"),
    ("主持人：什么时候？\n\n翻译：他说是五月。\n\n主持人：为什么？\n\n翻译：因为冰裂了。",
     ["主持人", "翻译"] * 2, "the interpreter alone, Chinese"),
    ("Host: When?\n\nThe Interpreter: He says in May.\n\nHost: Why?\n\nHost: Hm?",
     ["Host", "The Interpreter", "Host", "Host"], "the interpreter alone, once"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names", "why"), FOUND)
def test_such_labels_open_turns(text: str, names: list[str], why: str) -> None:
    assert [name for name, _ in labels(text)] == names, why


NOT_FOUND = [
    ("翻译：张三\n\n主持人：什么时候？\n\n马什：五月。\n\n主持人：为什么？\n\n马什：冰裂了。",
     "翻译", "a credit line above a dialogue"),
    ("Host: Hi.\n\nIda: Yes.\n\nHost: Bye.\n\nIda: Bye.\n\nTranslator: Ines Kolb", "Translator",
     "a credit line below one"),
    ("Host: Hi.\n\nIda: Yes.\n\nHost: Bye.\n\nIda: Bye.\n\nTranslator: Ines Kolb lives in Basel.",
     "Translator", "a credit line that is a sentence"),
    ("翻译：他说是五月。\n\n翻译：因为冰裂了。", "翻译", "no dialogue at all"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "label", "why"), NOT_FOUND)
def test_a_credit_line_is_no_turn(text: str, label: str, why: str) -> None:
    assert label not in [name for name, _ in labels(text)], why


PAGES = [
    ("en", "Ilya Marsh (through interpreter)", "Ilya Marsh", "Host",
     ("When did it break?", "In May, when nobody was there.", "Why then?", "The ice was thin.")),
    ("zh", "马什（通过翻译）", "马什", "主持人",
     ("什么时候断的？", "五月，当时没有人在场。", "为什么是那时？", "冰很薄。")),
    ("zh", "翻译", "翻译", "主持人",
     ("什么时候断的？", "他说是五月，当时没有人在场。", "为什么是那时？", "他说冰很薄。")),
    ("en", "The Interpreter", "The Interpreter", "Host",
     ("When did it break?", "In May, he says, nobody was there.", "Why?", "The ice was thin.")),
]  # fmt: skip


@pytest.mark.parametrize(("language", "label", "speaker", "host", "said"), PAGES)
def test_only_the_interpreted_speakers_turns_are_interpreted(
    language: str, label: str, speaker: str, host: str, said: tuple[str, ...]
) -> None:
    colon = "：" if language == "zh" else ": "
    names = (host, label, host, label)
    turns = "\n\n".join(f"{who}{colon}{what}" for who, what in zip(names, said, strict=True))
    head = f"Title: Ice\nLanguage: {language}\nKind: interview\n\n"
    (draft,) = read_source("a.txt", (head + turns + "\n").encode())
    rows = evidence(draft.text, draft.passages, draft.description, Registers())
    shown = [row for row in rows if row.code == "interpreter"]
    assert [row.speaker for row in shown] == [speaker]
    assert all(draft.text[row.start : row.end] == row.text for row in shown)
    languages = speaker_languages(draft.passages, draft.description, Registers())
    found = scope_statuses(language, draft.passages, rows, (), languages)
    assert found[speaker] is TranslationStatus.INTERPRETED
    assert found[host] is TranslationStatus.UNKNOWN
