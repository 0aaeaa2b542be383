"""Who is reported at a place: marks, attributing clauses, pronouns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.describing.reported import is_pronoun, is_speaker_himself, reported_at, resolve
from corpus.text.quotations import quotations


def _place(marked: str) -> tuple[str, int, int]:
    start, end = marked.index("[["), marked.index("]]") - 2
    return marked.replace("[[", "").replace("]]", ""), start, end


DIRECT = [
    ("en", '"[[We will win]]," Novak stated directly.', "Novak", "behind, with an adverb"),
    ("en", 'Novak emphasized, "[[We will win]]."', "Novak", "before, with a comma"),
    ("en", "He tweeted, '[[We will win]].'", "He", "single straight marks"),
    ("en", "\u201c[[We win]],\u201d said the prime minister.", "the prime minister", "inverted"),
    ("en", '"We will," he reiterated his belief. "[[We will win]]."', "he", "the next quotation"),
    ("en", '"[[We will win]]." She added, "Soon."', "She", "between two quotations"),
    ("en", 'Novak wrote with care:\n\n"[[We will win]]."', "Novak", "a colon over a blank line"),
    ("en", "He says, [[carry on, it is fine]].", "He", "no marks at all"),
    ("zh", "\u201c[[我们会赢]]\u201d，Novak坚定地表示。", "Novak", "Chinese, behind"),
    ("zh", "他说：\u201c[[我们会赢]]。\u201d", "他", "Chinese, before"),
    ("de", "\u201e[[Wir gewinnen]]\u201c, sagte Novak.", "Novak", "German marks"),
    ("fr", "\u00ab [[Nous gagnerons]] \u00bb, a d\u00e9clar\u00e9 Novak.", "Novak", "French marks"),
    ("ru", "\u00ab[[Мы победим]]\u00bb, \u2014 сказал Новак.", "Новак", "Russian, dash"),
]

INDIRECT = [
    ("en", "Novak said on Monday that [[the port would close]].", "Novak", "that"),
    ("en", "Critics believe that the port [[would close]].", "Critics", "inside"),
    ("en", "She thinks [[the port will close]].", "She", "no complementiser"),
    ("en", "According to the union, [[wages fell]].", "the union", "according to"),
    ("en", "[[Wages fell]], the union said.", "the union", "behind"),
    ("zh", "批评者声称[[这座桥不安全]]。", "批评者", "Chinese"),
    ("en", "I said that [[we would lease it]].", "I", "the speaker himself is named, not left out"),
]

NOBODY = [
    ("en", "[[The port will close]].", "plain words"),
    ("en", "Novak never said that [[the port would close]].", "a negated clause"),
    ("en", "Nobody said that [[the port would close]].", "nobody is nobody"),
    ("en", 'They named it "[[The Open Port]]" in May.', "a name in marks"),
    ("en", "They promised, and [[they delivered]].", "the verb takes no complement"),
    ("en", "My opponents said nothing when they learned that [[it closed]].", "another verb"),
    ("en", 'He said, "I may need time. However, [[I am at a loss]], so it is.', "never closed"),
]


@pytest.mark.parametrize(("language", "marked", "speaker", "why"), DIRECT)
def test_a_direct_quotation_names_its_speaker(
    language: str, marked: str, speaker: str, why: str
) -> None:
    text, start, end = _place(marked)
    found = reported_at(text, start, end, language)
    assert found is not None, why
    assert (found.speaker, found.direct) == (speaker, True), why
    assert speaker in text[found.start : found.end]
    if found.opens >= 0:
        assert found.opens < start
        assert end <= found.closes


@pytest.mark.parametrize(("language", "marked", "speaker", "why"), INDIRECT)
def test_indirect_speech_names_its_speaker(
    language: str, marked: str, speaker: str, why: str
) -> None:
    text, start, end = _place(marked)
    found = reported_at(text, start, end, language)
    assert found is not None, why
    assert (found.speaker, found.direct, found.opens) == (speaker, False, -1), why


@pytest.mark.parametrize(("language", "marked", "why"), NOBODY)
def test_words_that_nobody_is_named_for_are_not_reported(
    language: str, marked: str, why: str
) -> None:
    text, start, end = _place(marked)
    assert reported_at(text, start, end, language) is None, why


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ('He said "no" and left.', ['"no"'], "straight marks"),
        ("the teachers' union and the boys' club", [], "apostrophes"),
        ("It was 'the teachers' union' again.", ["'the teachers' union'"], "both"),
        ('He said, "one. Then "two" came.', ['"two"'], "the first mark was left open"),
        ("\u201cOne.\n\n\u201cTwo.\u201d", ["\u201cOne.", "\u201cTwo.\u201d"], "reopened"),
        ("\u201cOne.\n\nTwo.", [], "left open at the end of its paragraph"),
        ("\u201cA \u2018b\u2019\u201d", ["\u201cA \u2018b\u2019\u201d", "\u2018b\u2019"], "nested"),
        ("\u300c甲\u300d和\u201c乙\u201d", ["\u300c甲\u300d", "\u201c乙\u201d"], "corner brackets"),
        ("\u201eJa\u201c, \u00bbnein\u00ab", ["\u201eJa\u201c", "\u00bbnein\u00ab"], "German"),
    ],
)
def test_quotations_are_closed_marks_only(text: str, expected: list[str], why: str) -> None:
    assert [text[q.opens : q.closes + 1].strip() for q in quotations(text)] == expected, why


@pytest.mark.parametrize(
    ("text", "name", "why"),
    [
        ("Ann Novak was angry about the pact of Acme and Reyes. [[He", "Ann Novak", "the subject"),
        ("Reyes said no. In May, Reyes attended a hearing. Then [[he", "Reyes", "speaks elsewhere"),
        ("I married Robin last year. [[He", "Robin", "a name inside a sentence"),
        ("it rained all day. [[He", None, "nobody was named"),
    ],
)
def test_a_pronoun_stands_for_the_person_named_before(
    text: str, name: str | None, why: str
) -> None:
    offset = text.index("[[")
    assert resolve(text.replace("[[", ""), offset) == name, why


def test_known_people_are_preferred_to_other_names() -> None:
    text = "Later Reyes met the mayor in Lisbon. He"
    assert resolve(text, len(text) - 2, ["Maria Reyes"]) == "Reyes"


def test_pronouns_are_told_from_names() -> None:
    assert is_pronoun("He")
    assert is_pronoun("他们")
    assert not is_pronoun("Novak")
    assert is_speaker_himself("We")
    assert not is_speaker_himself("He")


MARKED = st.text(alphabet="aHe said,.\n\"'\u201c\u201d\u2018\u2019\u00ab\u00bb:", max_size=120)


@given(MARKED, st.data())
def test_offsets_stay_inside_the_text(text: str, data: st.DataObject) -> None:
    for found in quotations(text):
        assert 0 <= found.opens < found.closes <= len(text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    reported = reported_at(text, start, end, "en")
    if reported is not None:
        assert 0 <= reported.start < reported.end <= len(text)
        assert not (reported.opens >= 0 and not reported.opens < start <= end <= reported.closes)


def test_a_pronoun_stands_for_nobody_inside_the_quotation_before_it() -> None:
    text = (
        "Mara Olsen spoke by video at a meeting in Oslo, calling for patience. "
        '"Norway has the best harbours in the world." She added, "We know that."'
    )
    known = ["Norway Review/Harbour Daily", "Mara Olsen", "Olsen"]
    assert resolve(text, text.index("She added"), known) == "Mara Olsen"


def test_the_first_word_of_a_papers_name_is_no_person() -> None:
    text = "Olsen came home on Monday. Norway was cold. She said, “I am tired.”"
    assert resolve(text, text.index("She said"), ["Norway Review", "Olsen"]) == "Olsen"
