"""Claims in a language in which the corpus has nothing of their speaker."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from corpus.home import Home
from corpus.models import DraftSource
from corpus.translation.registers import Registers
from tests.gold.homes import NOW, talk
from verifier.report import Report
from verifier.service import Question, Service

CHINESE = "我们修建这座图书馆，不是为了十二位安静的读者。河水上涨的时候，我们把书搬上楼。"
ENGLISH = "The pilots counted the waves before they crossed the bar, and some of them still do."
ABSENT = "When the water rises we shall carry every single volume to the upper floor."
ABSENT_ZH = "没有人知道那匹马后来跑到哪个山谷里去了。"
SAID = "A different translation cannot be ruled out."
DESK = Registers.parse(
    '[[speaker]]\nname = "Oskar Lund"\nlanguages_used = ["sv"]\nreason = "r"\ndate = "2026-01-01"\n'
    '[[speaker]]\nname = "Ilya Marsh"\nlanguages_used = ["ru"]\nreason = "r"\ndate = "2026-01-01"\n'
)


class ByLength:
    """A stand-in for a model: the nearer in length, the nearer in meaning."""

    def similarity(self, claim: str, texts: Sequence[str]) -> list[float]:
        return [1 / (1 + abs(len(claim) - len(text))) for text in texts]


def both() -> list[DraftSource]:
    return [
        *talk(CHINESE, origin="zh.txt", title="河边", language="zh", Speaker="林晓"),
        *talk(ENGLISH, origin="en.txt", Speaker="Tomas Reiter"),
        *talk("Every oar was counted twice.", origin="sv.txt", Speaker="Oskar Lund"),
    ]


def answer(question: Question, drafts: list[DraftSource], model: ByLength | None = None) -> Report:
    with TemporaryDirectory() as folder, Home.open(Path(folder)) as home:
        assert len(list(home.add(drafts, now=NOW))) == len(drafts)
        return Service.open(home, registers=DESK, embeddings=model).verify(question)


CLAIMS = [
    (Question(ABSENT, "林晓", language="en"), True, "nothing in English by her"),
    (Question(ABSENT_ZH, "林晓", language="zh"), False, "all of hers is Chinese"),
    (Question(ABSENT, "tomas reiter", language="en"), False, "his is English, case aside"),
    (Question(ABSENT_ZH, "Tomas Reiter", language="zh"), True, "nothing in Chinese by him"),
    (Question(ABSENT, "Ilya Marsh", language="en"), True, "the register says Russian"),
    (Question(ABSENT, "Nobody Known", language="en"), False, "nothing is known of them"),
    (Question(ABSENT, "Oskar Lund", language="en"), True, "his English source is a translation"),
    (Question(ABSENT_ZH, "Oskar Lund", language="zh"), True, "neither spoken nor here"),
    (Question(ABSENT, language="en"), False, "no speaker, and English sources"),
    (Question("Niemand weiß, wohin die Pferde gelaufen sind.", language="de"), True,
     "no speaker, and nothing in German"),
    (Question(ENGLISH, "林晓", language="en"), False, "the words stand somewhere"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "expected", "why"), CLAIMS)
def test_another_translation_is_not_ruled_out_across_languages(
    question: Question, expected: bool, why: str
) -> None:
    report = answer(question, both())
    assert (SAID in report.verdict.sentence) is expected, why


def test_a_model_orders_the_nearest_passages_and_decides_nothing() -> None:
    question = Question(ABSENT, "林晓", language="en")
    without, ordered = answer(question, both()), answer(question, both(), ByLength())
    assert without.verdict == ordered.verdict
    assert ordered.match is None
    held = (CHINESE, ENGLISH, "河边", "Evening at the harbour", "Every oar was counted twice.")
    assert all(any(near.exact in text for text in held) for near in ordered.nearest)
    assert any(near.exact in CHINESE for near in ordered.nearest), "hers, in Chinese"
    lengths = [abs(len(near.exact) - len(ABSENT)) for near in ordered.nearest]
    assert lengths == sorted(lengths)


def test_a_model_is_not_asked_within_one_language() -> None:
    question = Question(ABSENT, "Tomas Reiter", language="en")
    without, ordered = answer(question, both()), answer(question, both(), ByLength())
    assert [near.exact for near in without.nearest] == [near.exact for near in ordered.nearest]
