"""What is left of another language, and what only looks like it."""

from __future__ import annotations

import pytest

from corpus.models import DraftPassage, PassageKind, Speaker
from corpus.translation.traces import (
    links_to_original,
    placeholders,
    residual_script,
    weak_traces,
)

ADA, PAPER = Speaker("Ada Berg"), Speaker("River Weekly")
PAD = "The harbour was quiet and the lamps were lit before four, as they are every winter. " * 4


def dialogue(*labels: str) -> tuple[str, list[DraftPassage]]:
    text, passages = "", []
    for turn, label in enumerate(labels):
        text += f"{label}: "
        said = "We have said all there is to say about it, and more."
        speaker = ADA if "Ada" in label else PAPER
        passages.append(
            DraftPassage(len(text), len(text) + len(said), turn, PassageKind.SPEECH, speaker)
        )
        text += f"{said}\n\n"
    return text, passages


LABELS = [
    (["River/Kestrel", "Ada Berg"] * 4 + ["《河流》/ Kestrel", "Ada Berg"], 1, "one of its kind"),
    (["River/Kestrel", "Ada Berg"] * 5, 0, "none"),
    (["River (河流)", "Ada Berg"] * 4 + ["River (河流)", "Ada Berg"], 0, "a gloss in brackets"),
    (["河流/Kestrel", "Ada Berg"] * 5, 0, "every time: it is the name"),
    (["王伟 Wang", "Ada Berg"] + ["Wang", "Ada Berg"] * 4, 0, "the first mention is a gloss"),
    (["Wang", "Ada Berg", "王"], 0, "too few labels"),
    (["Кестрел", "Ada Berg"] + ["Kestrel", "Ada Berg"] * 4, 1, "Cyrillic"),
]


@pytest.mark.parametrize(("labels", "count", "why"), LABELS)
def test_a_label_left_in_another_script_is_a_trace(labels: list[str], count: int, why: str) -> None:
    text, passages = dialogue(*labels)
    rows = list(residual_script(text, passages, "en"))
    assert len(rows) == count, why
    assert all(text[r.start : r.end] == r.text and r.text for r in rows)


SENTENCES = [
    ("We sold 3万 lamps in the first winter.", "en", ["万"], "a unit after a number"),
    ("The fee in 2021年 was higher.", "en", ["年"], "a year"),
    ("We paid for lamps 和 oil.", "en", ["和"], "glue between words"),
    ("We must 坚持 the plan and keep the 码头 open.", "en", ["坚持", "码头"], "two words bare"),
    ("My aunt cooks 火锅 for everybody.", "en", [], "one noun: somebody knows both languages"),
    ("The character 道 means way.", "en", [], "the word is talked about"),
    ("We ate dumplings (小笼包) and 包子 (buns).", "en", [], "glosses"),
    ("He painted “加油” on the wall.", "en", [], "quoted"),
    ("Xinhua 新华社 reported rain.", "en", [], "the name of a source"),
    ("我们坚持这个计划。", "zh", [], "the page's own script"),
    ("Мы продали 3 lamps зимой.", "ru", [], "Latin is at home everywhere"),
    ("Мы продали 3万 ламп зимой.", "ru", ["万"], "a Russian page"),
]


@pytest.mark.parametrize(("sentence", "language", "left", "why"), SENTENCES)
def test_words_left_in_running_text(
    sentence: str, language: str, left: list[str], why: str
) -> None:
    text = PAD + sentence
    passages = [DraftPassage(0, len(text), 0, PassageKind.PROSE)]
    assert [r.text for r in residual_script(text, passages, language)] == left, why


def test_a_page_in_two_scripts_leaves_nothing() -> None:
    text = PAD + "We must 坚持 the plan 和 the 码头. " * 20
    passages = [DraftPassage(0, len(text), 0, PassageKind.PROSE)]
    assert list(residual_script(text, passages, "en")) == []


BETWEEN = [
    ("图片", "en", True, "Chinese in an English page"),
    ("【图片】", "en", True, "in brackets"),
    ("画像", "en", True, "Japanese in an English page"),
    ("Фото", "en", True, "Russian in an English page"),
    ("Abbildung", "en", True, "German in an English page"),
    ("图片", "zh", False, "the page's own language"),
    ("视频", "ja", True, "Chinese in a Japanese page"),
    ("图片\n中文", "en", False, "part of a menu"),
    ("Photo", "en", False, "an English label"),
]


@pytest.mark.parametrize(("line", "language", "flagged", "why"), BETWEEN)
def test_the_label_of_a_picture_between_passages(
    line: str, language: str, flagged: bool, why: str
) -> None:
    text = f"{PAD}\n\n{line}\n\n{PAD}"
    end = len(PAD)
    passages = [
        DraftPassage(0, end, 0, PassageKind.PROSE),
        DraftPassage(len(text) - end, len(text), 1, PassageKind.PROSE),
    ]
    rows = list(placeholders(text, passages, language))
    assert bool(rows) is flagged, why
    assert all(text[r.start : r.end] == r.text for r in rows)
    assert not list(placeholders(f"{line}\n\n{PAD}", passages[:0], language))


LINKS = [
    ("Blog link: https://a.example/x", None, True, "a labelled link"),
    ("原视频链接：https://a.example/x", None, True, "Chinese"),
    ("[Original article](https://a.example/x)", None, True, "Markdown"),
    ("Original: https://a.example/x", "https://a.example/x", False, "the page itself"),
    ("Shop: https://a.example/x", None, False, "another label"),
    ("作者: 何\n时间: 2023\n原文链接: https://a.example/x", None, False, "among particulars"),
]


@pytest.mark.parametrize(("line", "own", "found", "why"), LINKS)
def test_a_link_to_the_original(line: str, own: str | None, found: bool, why: str) -> None:
    rows = list(links_to_original(line, (), own))
    assert bool(rows) is found, why
    assert all(line[r.start : r.end] == r.text for r in rows)


def test_weak_traces_are_weak_and_sliced() -> None:
    text = f"{PAD}It was late; We went home.\n\n京ICP备12345678号\n"
    rows = list(weak_traces(text, "en"))
    assert {r.code for r in rows} == {"semicolon_capital", "site_registration"}
    assert all(r.strength == "weak" and text[r.start : r.end] == r.text for r in rows)
    assert "site_registration" not in {r.code for r in weak_traces(text, "zh")}
