"""The script decides where it can, and an unsure answer is no answer."""

from __future__ import annotations

import pytest

from corpus.text.languages import UNDETERMINED, detect_language, primary_tag

TEXTS = [
    ("The bridge will be open again in the spring, said the mayor.", "en", "Latin script"),
    ("Die Brücke wird im Frühjahr wieder geöffnet, sagte sie.", "de", "Latin script"),
    ("这座桥将在春天重新开放。", "zh", "Han"),
    ("Northlab 的 API 很好，我们会在 Q3 发布新的版本，请大家期待。", "zh", "Han with Latin names"),
    ("橋は春にまた開きます。", "ja", "kana among Han"),
    ("다리는 봄에 다시 열립니다.", "ko", "Hangul"),
    ("Мост снова откроют весной, сказала она.", "ru", "Cyrillic"),
    ("12345 67,8 %", UNDETERMINED, "no letters"),
    ("", UNDETERMINED, "nothing"),
]


@pytest.mark.parametrize(("text", "tag", "why"), TEXTS)
def test_the_language_of_a_text(text: str, tag: str, why: str) -> None:
    assert detect_language(text) == tag, why


@pytest.mark.parametrize(
    ("written", "tag"),
    [("en", "en"), ("zh-Hans-CN", "zh"), ("EN_us", "en"), ("German", "de"), ("英文", "en"),
     ("the moon", None), ("", None)],
)  # fmt: skip
def test_a_declared_language_becomes_a_primary_tag(written: str, tag: str | None) -> None:
    assert primary_tag(written) == tag
