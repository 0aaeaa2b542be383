"""The frame around a match: only a clause that governs it counts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.contexts.context import framings
from verifier.models import Context

N, C = Context.HEAD_HAS_NEGATION, Context.HEAD_HAS_CONDITION
R = Context.HEAD_REPORTS_OTHERS
TC, TT = Context.TAIL_HAS_CONDITION, Context.TAIL_HAS_CONTRAST
HONEST = {N, C, R, TC, TT}

RAISES = [
    ("en", "It is not the case that [[the tax will rise]].", {N}),
    ("en", "It would be wrong to say that [[we lost]].", {N}),
    ("en", "It would be wrong to say [[we lost]].", {N}),
    ("en", "Some people say [[the bridge is unsafe]].", {R}),
    ("en", "Critics argue that [[the bridge is unsafe]].", {R}),
    ("en", "According to the union, [[wages fell]].", {R}),
    ("en", "There is a saying that [[the early bird catches the worm]].", {R}),
    ("en", "I was told that [[the files were lost]].", {R}),
    ("en", "I wish [[we had more time]].", {C}),
    ("en", "Even if prices fall, [[we will buy]].", {C}),
    ("en", "I do not know whether [[the plan works]].", {C}),
    ("en", "Assume that [[the tax doubles]].", {C}),
    ("en", "Imagine that [[the tax doubles]].", {C}),
    ("en", "We will probably [[leave in May]].", {C}),
    ("en", "Allegedly, [[the mayor took the money]].", {C}),
    ("en", "In theory, [[the bridge can hold ten trucks]].", {C}),
    ("en", "The worst case scenario is that [[we lose all]].", {C}),
    ("en", "We can afford the bridge only if [[the bond is approved]].", {C}),
    ("en", "[[We can afford the bridge]] only if the bond is approved.", {TC}),
    ("en", "It is a myth that [[the plan costs money]].", {N}),
    ("en", "I deny that [[the plan costs money]].", {N}),
    ("en", "My opponents deny that [[the plan costs money]].", {N}),
    ("en", "The report says that [[the plan works]].", {R}),
    ("en", "Nobody, not even the board, believes that [[the plan works]].", {N}),
    ("en", "I do not believe, as some say, that [[the plan works]].", {N}),
    ("en", "He refused to [[sign the paper]].", {N}),
    ("en", "We did not come here to [[raise taxes]].", {N}),
    ("en", "Should the river rise, [[we will import]].", {C}),
    ("en", "Had we known, [[we would have acted]].", {C}),
    ("en", "I think that if the river rises, [[we will import]].", {C}),
    ("en", "I asked if [[he was well]].", {C}),
    ("en", "[[The plan works]], but it costs money.", {TT}),
    ("en", "[[The plan works]], critics say.", {R}),
    ("en", "[[The plan works]], according to the mayor.", {R}),
    ("en", "[[We will pay]] unless they refuse.", {TC}),
    ("en", "[[We will pay]], provided they agree.", {TC}),
    ("en", "[[We will pay]] next year if they agree.", {TC}),
    ("en", "[[The plan works]]. But we never tried it.", {TT}),
    ("en", "[[The plan works]]. However, it costs money.", {TT}),
    ("en", "He said: [[the plan works]].", {R}),
    ("en", "I never said: [[the plan works]].", {N}),
    ("en", "People keep saying that [[the plan works]].", {R}),
    ("en", "You said that [[the plan works]].", {R}),
    ("en", "We never agreed that [[the plan works]].", {N}),
    ("en", "It is possible that [[the plan works]].", {C}),
    ("en", "Maybe [[the plan works]].", {C}),
    ("en", "It's not true that [[the plan works]].", {N}),
    ("en", "The rumour that [[the plan works]] is old.", {R}),
    ("en", "I reject the idea that [[the plan works]].", {N}),
    ("en", "I can't say that [[the plan works]].", {N}),
    ("en", "Otherwise, [[the plan fails]].", {C}),
    ("en", "He says, [[carry on, it is fine]].", {R}),
    ("en", "He doesn't think that [[the plan works]].", {N, R}),
    ("en", "She believes that [[the plan works]].", {R}),
    ("en", "In case the dam breaks, [[the town is lost]].", {C}),
    ("zh", "没有证据表明[[他说了谎]]。", {N}),
    ("zh", "这并不是说[[我们失败了]]。", {N}),
    ("zh", "除非下雨，[[我们都会去]]。", {C}),
    ("zh", "假设[[河水明天上涨]]。", {C}),
    ("zh", "也许[[他已经离开了]]。", {C}),
    ("zh", "据说[[他已经离开了]]。", {R}),
    ("zh", "据新华社报道，[[他已经离开了]]。", {R}),
    ("zh", "[[我们会去]]，除非下雨。", {TC}),
    ("zh", "[[我们会去]]，但是要等天晴。", {TT}),
    ("zh", "[[我们会去]]。不过要等天晴。", {TT}),
    ("zh", "他认为[[我们会赢]]。", {R}),
    ("zh", "他说：“[[我们会赢]]。”", {R}),
    ("zh", "如果河水上涨，而且风不停，[[船就不开]]。", {C}),
    ("zh", "我们不能[[放弃这个计划]]。", {N}),
    ("de", "Ich glaube nicht, dass [[der Plan funktioniert]].", {N}),
    ("de", "Wenn es regnet, [[bleiben wir zu Hause]].", {C}),
    ("de", "Kritiker behaupten, dass [[der Plan scheitert]].", {R}),
    ("fr", "Je ne crois pas que [[le plan fonctionne]].", {N}),
    ("fr", "Si le prix baisse, [[nous achèterons]].", {C}),
    ("fr", "Selon le syndicat, [[les salaires baissent]].", {R}),
    ("es", "No creo que [[el plan funcione]].", {N}),
    ("es", "Si baja el precio, [[compraremos]].", {C}),
    ("es", "Dijo que [[el plan funciona]].", {R}),
    ("ru", "Я не думаю, что [[план сработает]].", {N}),
    ("ru", "Если цена упадёт, [[мы купим]].", {C}),
    ("ru", "Критики утверждают, что [[план провалился]].", {R}),
    ("en", "It is simply not true that [[the hospital will close]].", {N}),
    ("en", "At no point did I claim that [[the hospital will close]].", {N}),
    ("en", "We are far from saying that [[the war is over]].", {N}),
    ("en", "It would be a mistake to conclude that [[the drug is safe]].", {N}),
    ("en", "Not a single expert believes that [[the dam is safe]].", {N}),
    ("en", "I find it hard to believe that [[he knew nothing]].", {N}),
    ("en", "I stopped believing that [[the dam is safe]].", {N}),
    ("en", "I don't think [[we should leave the union]].", {N}),
    ("en", "I used to think that [[taxes were theft]].", {N}),
    ("en", "He denied that [[the money was missing]].", {N}),
    ("en", "The minister rejected claims that [[the money was missing]].", {N, R}),
    ("en", "Let us suppose that [[we lose]].", {C}),
    ("en", "If and only if they pay, [[we will deliver]].", {C}),
    ("en", "Were the bridge to fall, [[the town would be cut off]].", {C}),
    ("en", "As long as the grant is paid, [[the school stays open]].", {C}),
    ("en", "Provided the rain stops, [[we will play]].", {C}),
    ("en", "In the event of a strike, [[we will run buses]].", {C}),
    ("en", "Maybe, just maybe, [[we will win this]].", {C}),
    ("en", "It may be that [[he lied to us]].", {C}),
    ("en", "There is a chance that [[he lied to us]].", {C}),
    ("en", "I wonder whether [[he lied to us]].", {C}),
    ("en", "They claim [[the river is clean]].", {R}),
    ("en", "My neighbour insists that [[the river is clean]].", {R}),
    ("en", "The newspapers wrote that [[the river is clean]].", {R}),
    ("en", "Anyone who says that [[the river is clean]] has not swum in it.", {R}),
    ("en", "It is often said that [[the river is clean]].", {R}),
    ("en", "Rumour has it that [[the river is clean]].", {R}),
    ("en", "We were accused of [[selling the river]].", {R}),
    ("en", "The accusation that [[we sold the river]] is old.", {R}),
    ("en", "In the words of my father, [[a promise is a debt]].", {R}),
    ("en", "He would tell you that [[the river is clean]].", {R}),
    ("en", "Some will argue that [[the river is clean]].", {R}),
    ("en", "[[We will build the school]], if the council agrees.", {TC}),
    ("en", "[[We will build the school]] on the condition that the council agrees.", {TC}),
    ("en", "[[We will build the school]] only when the council agrees.", {TC}),
    ("en", "[[The school is open]], although the roof leaks.", {TT}),
    ("en", "[[The school is open]]; however, the roof leaks.", {TT}),
    ("en", "[[The school is open]]. Nevertheless, the roof leaks.", {TT}),
    ("en", "[[The school is open]], yet the roof leaks.", {TT}),
    ("en", "[[I like the school]]. But I will not fund it.", {TT}),
    ("zh", "我从未说过[[学校要关门]]。", {N}),
    ("zh", "没有人会相信[[学校要关门]]。", {N}),
    ("zh", "我不同意[[学校要关门]]的说法。", {N}),
    ("zh", "我怀疑[[他是否来过]]。", {N}),
    ("zh", "他否认[[收过钱]]。", {N}),
    ("zh", "要是下雨，[[比赛就取消]]。", {C}),
    ("zh", "即使下雨，[[比赛也照常进行]]。", {C}),
    ("zh", "只要天气好，[[比赛就照常]]。", {C}),
    ("zh", "一旦停电，[[医院会启动备用电源]]。", {C}),
    ("zh", "可能[[他没有看到]]。", {C}),
    ("zh", "有媒体报道称[[他已经辞职]]。", {R}),
    ("zh", "对手一直说[[我反对建桥]]。", {R}),
    ("zh", "他告诉我[[报告已经完成]]。", {R}),
    ("zh", "据知情人士透露，[[公司将裁员]]。", {R}),
    ("zh", "[[我们会降价]]，如果成本下降。", {TC}),
    ("zh", "[[我们会降价]]，只要成本下降。", {TC}),
    ("zh", "[[我们会降价]]，然而不是现在。", {TT}),
    ("zh", "[[我佩服他]]。但是他的计划行不通。", {TT}),
]

RAISES_NOTHING = [
    ("en", "Hopefully [[we will win]]."),
    ("en", "I think [[we will win]]."),
    ("en", "I believe that [[we will win]]."),
    ("en", "I know that [[we will win]]."),
    ("en", "I am proud that [[we won]]."),
    ("en", "I must say that [[the engineers did well]]."),
    ("en", "I said in January that [[we would lease the docks]]."),
    ("en", "There is no doubt that [[the plan works]]."),
    ("en", "I don't deny that [[the plan costs money]]."),
    ("en", "Nobody disputes that [[the plan costs money]]."),
    ("en", "Don't forget that [[the plan costs money]]."),
    ("en", "The figures show that [[the plan works]]."),
    ("en", "This indicates that [[we are not doing enough]]."),
    ("en", "Whether you like it or not, [[the plan works]]."),
    ("en", "If you ask me, [[the plan works]]."),
    ("en", "If I may say so, [[the plan works]]."),
    ("en", "They told me the time, and [[the train left]]."),
    ("en", "People who did not vote know that [[the plan works]]."),
    ("en", "Not only did we win, [[we won twice]]."),
    ("en", "He refused, so [[we left]]."),
    ("en", "As I said before, [[the plan works]]."),
    ("en", "[[The plan works]], and but for him we would have lost."),
    ("en", "[[The plan works]], I think."),
    ("en", "[[We will ask them]] to see if they agree."),
    ("en", "I said: [[the plan works]]."),
    ("en", "The critics are wrong: [[the plan works]]."),
    ("en", "I would like to say that [[the plan works]]."),
    ("en", "My claim that [[the plan works]] is old."),
    ("en", "After the vote that nobody won, [[the plan works]]."),
    ("en", "No, [[the plan works]]."),
    ("en", "Yes, I did not sleep, but [[the plan works]]."),
    ("en", "Although nobody believed it, [[the plan works]]."),
    ("en", "When they said no, [[we went on]]."),
    ("en", "While I don't like him, [[he did well]]."),
    ("en", "He didn't come; [[we went on]]."),
    ("en", "We don't quit — [[we fight on]]."),
    ("en", "I don't know what they said, and [[I don't care]]."),
    ("en", "We will never give up because [[the plan works]]."),
    ("en", "I'm glad he said it and [[we will follow]]."),
    ("en", "Without a doubt, [[the plan works]]."),
    ("en", "Far from being over, [[the war goes on]]."),
    ("en", "Unlike my opponent, who never voted, [[I was there]]."),
    ("en", "They promised, and [[they delivered]]."),
    ("en", "I hope that [[the plan works]]."),
    ("en", "We know that [[the plan works]]."),
    ("en", "Let me tell you that [[the plan works]]."),
    ("zh", "特别高兴见到大家，[[船今天就开]]。"),
    ("zh", "谁都没有迟到，[[船按时开了]]。"),
    ("zh", "我认为[[我们会赢]]。"),
    ("zh", "我们知道[[这很难]]。"),
    ("zh", "毫无疑问，[[我们会赢]]。"),
    ("zh", "我不怀疑[[他会赢]]。"),
    ("zh", "虽然没人相信，[[我们赢了]]。"),
    ("de", "Niemand wurde verletzt, und [[der Plan funktioniert]]."),
    ("en", "The idea that [[the river is clean]] is laughable."),
    ("en", "[[The school is open]] and the roof is new."),
    ("en", "[[The school is open]], which nobody expected."),
    ("en", "[[The school is open]] because nobody objected."),
    ("en", "[[The school is open]], not closed."),
    ("en", "I cannot stress enough that [[the school is open]]."),
    ("en", "I cannot tell you how proud I am; [[the school is open]]."),
    ("en", "Never mind the rain, [[the school is open]]."),
    ("en", "Despite what critics say, [[the school is open]]."),
    ("en", "Whatever they tell you, [[the school is open]]."),
    ("en", "As nobody objected, [[the school is open]]."),
    ("en", "Not surprisingly, [[the school is open]]."),
    ("en", "Nothing has changed: [[the school is open]]."),
    ("en", "He never lied to me, and for that reason [[I trust him]]."),
    ("en", "To those who doubted us, [[the school is open]]."),
    ("en", "We promised that [[the school would open]]."),
    ("en", "I am not afraid to say that [[the school is open]]."),
    ("en", "I have no hesitation in saying that [[the school is open]]."),
    ("en", "Make no mistake, [[the school is open]]."),
    ("en", "There is no question that [[the school is open]]."),
    ("en", "I will not deny that [[the school was closed]]."),
    ("en", "Everyone knows that [[the school is open]]."),
    ("en", "The truth is that [[the school is open]]."),
    ("en", "It is clear that [[the school is open]]."),
    ("en", "I promise you that [[the school will open]]."),
    ("en", "In my opinion, [[the school is safe]]."),
    ("en", "Frankly, [[the school is safe]]."),
    ("en", "Years ago I could not read; today [[I teach at the school]]."),
    ("en", "When he said no, [[I left the school]]."),
    ("en", "It's no secret that [[the school is old]]."),
    ("zh", "说[[学校要关门]]是不对的。"),
    ("zh", "不用说，[[学校很好]]。"),
    ("zh", "我没有休息，[[学校开学了]]。"),
    ("zh", "不久以前我来过这里，[[学校很好]]。"),
    ("zh", "不仅如此，[[学校很好]]。"),
    ("zh", "谁都知道[[学校很好]]。"),
    ("zh", "因为没有人反对，[[法案通过了]]。"),
    ("zh", "我想告诉大家一件事：[[学校很好]]。"),
    ("zh", "感谢所有说过好话的人，[[桥已经通车]]。"),
    ("zh", "我必须说[[学校很好]]。"),
    ("zh", "[[学校很好]]，大家都满意。"),
    ("zh", "我很高兴[[学校开学了]]。"),
    ("en", "It rained all day. [[The plan works]]. But most of you were there."),
    ("en", "[[The plan works]]. But everybody was tired."),
]


def place(marked: str) -> tuple[str, int, int]:
    """The text without the brackets, and the first and last matched word in it."""
    start, end = marked.index("[["), marked.index("]]") - 2
    text = marked.replace("[[", "").replace("]]", "")
    while not text[end - 1].isalnum():
        end -= 1
    return text, start, end


@pytest.mark.parametrize(("language", "marked", "codes"), RAISES)
def test_a_clause_that_governs_the_match_is_reported(
    language: str, marked: str, codes: set[Context]
) -> None:
    text, start, end = place(marked)
    found = framings(text, start, end, language)
    assert {f.code for f in found} & HONEST == codes
    for framing in found:
        assert text[framing.start : framing.end] == framing.text
        assert framing.text.strip() == framing.text != ""


@pytest.mark.parametrize(("language", "marked"), RAISES_NOTHING)
def test_a_clause_that_does_not_govern_the_match_is_silent(language: str, marked: str) -> None:
    text, start, end = place(marked)
    assert {f.code for f in framings(text, start, end, language)} & HONEST == set()


@pytest.mark.parametrize(
    ("marked", "code", "words"),
    [
        ("Nobody here believes that [[the dam holds]].", N, "Nobody here believes"),
        ("If it rains, [[we stay]].", C, "If it rains"),
        ("Some say that [[the dam holds]].", R, "Some say"),
        ("[[We go]] unless it rains.", TC, "unless"),
        ("[[We go]], but late.", TT, "but"),
        ("[[We go]]. However, it is late.", TT, "However"),
    ],
)
def test_the_words_that_bear_on_it_are_given(marked: str, code: Context, words: str) -> None:
    text, start, end = place(marked)
    assert {f.code: f.text for f in framings(text, start, end, "en")}[code] == words


@pytest.mark.parametrize(
    ("marked", "dots", "codes", "why"),
    [
        ("[[We go home today]].", (False, False), set(), "a whole sentence"),
        ("Today [[we go]] home.", (False, False), {"starts", "ends"}, "cut on both sides"),
        ("Today [[we go]] home.", (True, True), set(), "dots say so"),
        ("And [[we go]].", (False, True), {"starts"}, "a conjunction is a word"),
        ("It rains. [[We go. They stay]].", (False, False), set(), "two whole sentences"),
        ('He said, "[[We go]]."', (False, False), set(), "the first word of a quotation"),
        ("Ann Novak: [[We go]].", (False, False), set(), "a label is no word of the sentence"),
    ],
)
def test_a_cut_inside_a_sentence_is_reported(
    marked: str, dots: tuple[bool, bool], codes: set[str], why: str
) -> None:
    text, start, end = place(marked)
    found = framings(text, start, end, "en", opens_with_dots=dots[0], closes_with_dots=dots[1])
    names = {str(f.code).split("_")[0] for f in found if str(f.code).endswith("mid_sentence")}
    assert names == codes, why


@pytest.mark.parametrize(
    ("language", "marked", "asked"),
    [
        ("en", "Is it true that [[you will sell it]]?", True),
        ("en", "[[You will sell it]], won't you?", True),
        ("en", "[[You will sell it]]. Will you?", False),
        ("en", 'A girl [[stood up and said]], "Will you sell it?"', False),
        ("en", 'A girl stood up and said, "[[Will you sell it]]?"', True),
        ("zh", "[[您会离开]]吗？", True),
    ],
)
def test_a_question_stays_a_question(language: str, marked: str, asked: bool) -> None:
    text, start, end = place(marked)
    codes = {f.code for f in framings(text, start, end, language)}
    assert (Context.QUESTION_IN_SOURCE in codes) is asked


@pytest.mark.parametrize(
    ("marked", "inside", "why"),
    [
        ('Novak said, "[[we go]]."', True, "closed marks"),
        ("Novak said that [[we go]].", True, "indirect speech"),
        ('"One, [[we go]] and so on.', False, "marks left open"),
        ("I said that [[we go]].", False, "his own speech"),
        ('[[The "open" port is closed]].', False, "marks inside the match"),
    ],
)
def test_a_match_in_marks_or_retold_is_inside_a_quotation(
    marked: str, inside: bool, why: str
) -> None:
    text, start, end = place(marked)
    codes = {f.code for f in framings(text, start, end, "en")}
    assert (Context.INSIDE_QUOTATION in codes) is inside, why


def test_a_direct_quotation_of_the_claimed_speaker_reports_nobody_else() -> None:
    text, start, end = place('"[[The dam holds for now]]," Novak stated.')
    others = {f.code for f in framings(text, start, end, "en")}
    own = {f.code for f in framings(text, start, end, "en", reported_is_claimed=True)}
    assert R in others
    assert own == {Context.INSIDE_QUOTATION}


def test_a_denied_quotation_is_denied() -> None:
    text, start, end = place('Novak never said "[[the dam holds]]".')
    assert N in {f.code for f in framings(text, start, end, "en")}


def test_a_language_without_lists_gets_the_codes_that_need_none() -> None:
    text, start, end = place("Nem hiszem, hogy [[a terv rossz]].")
    assert {f.code for f in framings(text, start, end, "hu")} == {Context.STARTS_MID_SENTENCE}


def test_the_shared_frames_are_judged_as_asked(shared: Path) -> None:
    rows = (shared / "data/gold/frames.jsonl").read_text(encoding="utf-8").splitlines()
    wrong = []
    for row in map(json.loads, rows):
        text, quote = row["source_text"], row["quote"]
        start = text.index(quote)
        language = "en" if text.isascii() else "zh"
        codes = {str(f.code) for f in framings(text, start, start + len(quote), language)}
        missing = [need for need in row["need"] if not codes & set(need.split("|"))]
        if missing or codes & set(row["forbid"]):
            wrong.append(row["id"])
    assert wrong == []


@given(
    st.text(alphabet="If not, that he said. But\"'?:;\n我不说，。如果", max_size=160),
    st.sampled_from(["en", "de", "fr", "es", "ru", "zh", "und"]),
    st.data(),
)
def test_framings_are_slices_of_the_text(text: str, language: str, data: st.DataObject) -> None:
    words = [i for i, c in enumerate(text) if c.isalnum()]
    if not words:
        return
    start = data.draw(st.sampled_from(words))
    end = data.draw(st.sampled_from([i for i in words if i >= start])) + 1
    found = framings(text, start, end, language)
    assert len({f.code for f in found}) == len(found)
    for framing in found:
        assert framing.text == text[framing.start : framing.end]


@given(st.sampled_from(["The port is open", "We will lower the fee", "Children need time"]))
def test_a_sentence_that_stands_alone_has_no_frame(sentence: str) -> None:
    text = f"It was late. {sentence}. It was cold."
    start = text.index(sentence)
    assert framings(text, start, start + len(sentence), "en") == ()
