"""Speakers who are told by something else than their name and a verb of saying."""

from __future__ import annotations

import pytest

from verifier.drafts.article import find_quotations

SPEAKERS = [
    (
        "Ada Vane, 54, runs the ferry. \u201cIt is late,\u201d the 54-year-old said.",
        "en",
        "Ada Vane",
        "an age points at the person in focus",
    ),
    (
        "Ada Vane left early. \u201cThe case is over,\u201d the judge said.",
        "en",
        "the judge",
        "an office may be held by somebody without a name",
    ),
    (
        "Tom Cole said Ada Vane had told him: \u201cLeave the keys with me.\u201d",
        "en",
        "Ada Vane",
        "the words that somebody reports are not the reporter's",
    ),
    (
        "Tom Cole spoke first. Ada Vane's reply, an hour later: \u201cNot on my boat.\u201d",
        "en",
        "Ada Vane",
        "a noun for words has an owner",
    ),
    (
        "A spokesman for Vane, the builder of the pier, said: \u201cWe are sorry.\u201d",
        "en",
        "A spokesman for Vane",
        "an apposition follows what it explains",
    ),
    (
        "Asked by Tom Cole who paid, Ada Vane smiled. \u201cI did, all of it,\u201d she said.",
        "en",
        "Ada Vane",
        "whoever asks does not answer",
    ),
    (
        "The prosecutor was not convinced. \u201cI see an account,\u201d she said.",
        "en",
        "The prosecutor",
        "a pronoun for an office without a name",
    ),
    (
        "\u201eDas reicht nicht.\u201c Dem Minister warf Ada Vane vor, er habe "
        "\u201enur geredet und nichts getan\u201c.",
        "de",
        "Ada Vane",
        "a dative is no subject",
    ),
    (
        "Ada Vane met Tom Cole. \u201cHe lost,\u201d is how Ada Vane puts it.",
        "en",
        "Ada Vane",
        "how somebody puts it",
    ),
    (
        "五十岁的韩素兰搬来了。韩素兰有个儿子。有旅客建议卖掉，韩素兰皱起眉头，“不行”。",
        "zh",
        "韩素兰",
        "what somebody does right before the words",
    ),
    (
        "\u201c我等了二十年。\u201d老板李明亮望着门口，摇了摇头。",
        "zh",
        "李明亮",
        "a gesture in the place of a verb",
    ),
    (
        "主教练佩特洛夫对他赞不绝口：\u201c他总是最后一个走。\u201d",
        "zh",
        "佩特洛夫",
        "a transliterated name without a family name",
    ),
]


@pytest.mark.parametrize(("text", "language", "expected", "why"), SPEAKERS)
def test_a_speaker_is_told_without_name_and_verb(
    text: str, language: str, expected: str, why: str
) -> None:
    last = [q for q in find_quotations(text, language) if q.is_checked][-1]
    assert last.speaker == expected, why
