"""What before a colon names a speaker."""

from __future__ import annotations

import pytest

from verifier.reading.saying import load_sayings
from verifier.reading.speaker_labels import SpeakerLabel, find_label

KNOWN = {"Reeve of the northern and southern shires", "gov", "Result"}


def label(text: str, *source: str) -> SpeakerLabel | None:
    """The label at the beginning of a text, with the words that the corpus has before colons."""
    has = source.__contains__ if source else None
    return find_label(text, 0, KNOWN.__contains__, has, load_sayings())


@pytest.mark.parametrize(
    ("text", "lifted", "name", "why"),
    [
        ("Sam: I believe it", "Sam:", "Sam", "one capitalised word"),
        ("Jane Doe: We won", "Jane Doe:", "Jane Doe", "two names"),
        ("Jane Doe：我们赢了", "Jane Doe：", "Jane Doe", "full-width colon"),
        ("Mr. Smith: We won", "Mr. Smith:", "Mr. Smith", "a title with a dot"),
        ("MR. SMITH: We won", "MR. SMITH:", "MR. SMITH", "as transcripts write it"),
        ("Ursula von der Leyen: We won", "Ursula von der Leyen:", "Ursula von der Leyen", "von"),
        ("Jane Doe : nous gagnons", "Jane Doe :", "Jane Doe", "French space before the colon"),
        ("**Jane Doe:** We won", "**Jane Doe:**", "Jane Doe", "in bold type"),
        ("Speaker 2: We won", "Speaker 2:", "Speaker 2", "a number after the first word"),
        ("Treasurer: We won", "Treasurer:", "Treasurer", "an office"),
        ("The treasurer: We won", "The treasurer:", "The treasurer", "an office with its article"),
        ("主持人：您会辞职吗", "主持人：", "主持人", "an office in Chinese"),
        ("水务局局长：5%的水", "水务局局长：", "水务局局长", "an office and a number after it"),
        ("简·多伊：我们赢了", "简·多伊：", "简·多伊", "a transliterated name"),
        ("张三：“我们赢了”", "张三：", "张三", "two characters before a quotation"),
        ("Казначей: Мы победили", "Казначей:", "Казначей", "Russian"),
        ("Result: We won", "Result:", "Result", "a speaker of the corpus has the name"),
        ("Reeve of the northern and southern shires: no", None, "", "seven words are too many"),
        ("Q: Is it true?", "Q:", "", "a turn that names nobody"),
        ("问：是真的吗", "问：", "", "a turn in Chinese"),
    ],
)
def test_a_label_is_found(text: str, lifted: str | None, name: str, why: str) -> None:
    found = label(text)
    assert (None if found is None else text[found.start : found.end]) == lifted, why
    assert found is None or found.name == name, why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("My biggest takeaway: I have a lot", "words, not a name"),
        ("my treasurer: We won", "begins small"),
        ("Breaking news: We won", "a word that stands before colons"),
        ("Note: We won", "the same"),
        ("THE ROAD AHEAD: WE WILL WIN", "in capitals nobody can tell a name"),
        ("Yes, Treasurer: We won", "punctuation inside"),
        ("The truth is simple: we won", "a clause"),
        ("12:30 is the time", "a time"),
        ("At 12:30 we met", "a time after a word"),
        ("John 3:16 says so", "chapter and verse"),
        ("https://example.org says so", "an address"),
        ("Treasurer:", "nothing follows"),
        ("我的看法：我们赢了", "the first person"),
        ("他说：我们赢了", "a verb of saying"),
        ("结论：我们赢了", "a word that stands before colons"),
        ("最重要的挑战：我们赢了", "a clause in Chinese"),
        ("A sentence with more than forty letters before it: no", "too long"),
        ("We won", "no colon"),
        ("", "empty"),
    ],
)
def test_other_words_before_a_colon_stay_text(text: str, why: str) -> None:
    assert label(text) is None, why


def test_words_that_the_source_has_before_a_colon_are_no_label() -> None:
    assert label("Hope: we have it", "Hope") is None
    assert label("Hope: we have it", "Fear") is not None


def test_a_known_speaker_is_a_label_even_where_the_source_has_it() -> None:
    assert label("Result: we won", "Result") == SpeakerLabel(0, 7, "Result")
