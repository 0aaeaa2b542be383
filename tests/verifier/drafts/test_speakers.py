"""Who is said to speak: the sieves in their order, and what must not change an answer."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.gold.drafts import articles
from verifier.drafts.article import find_quotations
from verifier.drafts.models import DraftQuotation

SIEVES = [
    (
        "Tom Cole nodded. \u201cIt is late,\u201d said Ada Vane.",
        "en",
        "Ada Vane",
        "the clause beside it goes before whoever acts",
    ),
    (
        "There was no bridge, Tom Cole told the court. \u201cThere was a plank.\u201d",
        "en",
        "Tom Cole",
        "whoever is said to say something in the sentence before",
    ),
    (
        "Tickets now cost seven crowns, complains Ada Vane, who has three sons. "
        "\u201cThe youngest asked me why.\u201d",
        "en",
        "Ada Vane",
        "a report in the middle of the sentence before",
    ),
    (
        "\u201cNo,\u201d said Ada Vane. The lamp went out. \u201cNever.\u201d",
        "en",
        "Ada Vane",
        "nobody else acts, so the same one goes on",
    ),
    (
        "\u201cName one!\u201d shouted Ada Vane.\n\n\u201cThe old depot,\u201d said Tom Cole.\n\n"
        "\u201cThat is a ruin!\u201d",
        "en",
        "Ada Vane",
        "two who exchange short words take turns",
    ),
    (
        "Ada Vane came first.\n\nThere were shouts of \u201cShame on you all!\u201d from above.",
        "en",
        None,
        "a sentence that names nobody leaves it open",
    ),
    (
        "Ada Vane closed the book.\n\n\u201cWrong page!\u201d came a voice from the gallery.",
        "en",
        None,
        "a voice is nobody in particular",
    ),
    (
        "Ada Vane has gone. I ask Tom Cole whether he minds. \u201cNot today.\u201d",
        "en",
        "Tom Cole",
        "whom the author turns to answers",
    ),
    (
        "Er habe, so Tom Vane, alles versucht. Man habe \u201ejeden Stein umgedreht\u201c.",
        "de",
        "Tom Vane",
        "reported speech goes on in the next sentence",
    ),
    (
        "\u201c\u6765\u4e86\u3002\u201d\u674e\u660e\u4eae\u7b11\u7740\u8bf4\u3002\n\n\u6709\u4eba\u9ad8"
        "\u558a\uff1a\u201c\u65e9\u4e09\u5e74\u6765\u5c31\u597d\u4e86\uff01\u201d",
        "zh",
        None,
        "somebody in the crowd has no name",
    ),
]


@pytest.mark.parametrize(("text", "language", "expected", "why"), SIEVES)
def test_the_surest_sign_decides(text: str, language: str, expected: str | None, why: str) -> None:
    last = [q for q in find_quotations(text, language) if q.is_checked][-1]
    assert last.speaker == expected, why


ARTICLES = [pytest.param(text, language, id=name) for name, text, language, _ in articles()]
AFTER = {
    "en": "\n\nThe ferry left an hour late. \u201cIt was the fog,\u201d said Orla Zbirka.\n",
    "de": "\n\nDas Schiff kam nicht. \u201eEs war der Nebel\u201c, sagte Orla Zbirka.\n",
    "fr": "\n\nLe bac est parti tard. \u00ab C'est la brume \u00bb, dit Orla Zbirka.\n",
    "es": "\n\nEl barco no vino. \u00abFue la niebla\u00bb, dijo Orla Zbirka.\n",
    "zh": "\n\n\u6e21\u8f6e\u665a\u4e86\u4e00\u5c0f\u65f6\u3002\u201c\u662f\u96fe\u592a\u5927\u3002"
    "\u201d\u8239\u5de5\u7f2a\u9614\u6d77\u8bf4\u3002\n",
}


def told(found: tuple[DraftQuotation, ...]) -> list[tuple[int, str | None]]:
    return [(q.start, q.speaker) for q in found]


@pytest.mark.parametrize(("text", "language"), ARTICLES)
def test_an_unrelated_paragraph_behind_changes_no_speaker(text: str, language: str) -> None:
    before = told(find_quotations(text, language))
    after = told(find_quotations(text.rstrip("\n") + AFTER[language], language))
    assert after[: len(before)] == before
    assert len(after) == len(before) + 1


def _renamed(text: str, names: dict[str, str]) -> str:
    inside = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    return re.sub(rf"(?<!\w)(?:{inside})(?!\w)", lambda m: names[m.group()], text)


ENGLISH = [
    pytest.param(text, id=name) for name, text, language, _ in articles() if language == "en"
]
TURNED = str.maketrans("bcdfgklmnprstv", "cdfgklmnprstvb")
"""Consonants moved on by one: a name of the same length that is in no list and no other name."""


@pytest.mark.parametrize("text", ENGLISH)
def test_other_names_give_the_same_speakers_under_those_names(text: str) -> None:
    before = find_quotations(text, "en")
    full = {q.speaker for q in before if q.speaker and re.fullmatch(r"\w+ \w+", q.speaker)}
    named = (name.split() for name in full)
    parts = {part for name in named if name[-1][0].isupper() for part in name if part[0].isupper()}
    small = {word.casefold() for word in re.findall(r"\b[a-z]\w+", text)}
    names = {
        part: part[0] + part[1:].translate(TURNED) + "o"
        for part in parts
        if len(part) > 3 and part.casefold() not in small
    }
    renamed = _renamed(text, names)
    after = find_quotations(renamed, "en")
    assert [q.speaker for q in after] == [q.speaker and _renamed(q.speaker, names) for q in before]


@pytest.mark.parametrize(("text", "language"), ARTICLES)
def test_a_speaker_is_told_in_words_of_the_draft(text: str, language: str) -> None:
    flat = " ".join(text.split())
    for quotation in find_quotations(text, language):
        assert quotation.speaker is None or quotation.speaker in flat


LINES = st.sampled_from(
    [
        "Ada Vane came late.",
        "Tom Cole, the baker, laughed.",
        "One resident was there.",
        "\u201cIt rains all day,\u201d she said.",
        "\u201cIt never rains,\u201d he said.",
        "\u201cNobody asked us.\u201d",
        "The council met. \u201cWe will wait,\u201d it said.",
        "\u201cI can swim,\u201d said the baker.",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=8), st.sampled_from([" ", "\n\n"]))
def test_reading_on_never_changes_who_spoke_with_a_clause_and_a_name(
    lines: list[str], between: str
) -> None:
    text = between.join(lines) + "\n\n\u201cThat is all,\u201d said Ada Vane."
    last = find_quotations(text, "en")[-1]
    assert (text[last.start : last.end], last.speaker) == ("That is all,", "Ada Vane")
