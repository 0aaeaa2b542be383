"""Quotations in a page that reword a known passage are found, and honest ones are left alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from corpus.home import Home
from corpus.ingest import read_source
from corpus.lineage import EvidenceRow
from corpus.translation.registers import Registers
from corpus.weaving.weaving import weave

NOW = "2026-01-01T00:00:00Z"
QUAY = """\
Title: Reopening of the quay
Language: en
Kind: speech
Date: 2021-06-03
Speaker: Mira Castellan

When the storm took the pier in 2009, the insurers told us that nobody would ever moor a boat \
here again.

We rebuilt it with timber from forty barns, and every farmer carved his name into the plank he gave.

A harbour is a promise that somebody will be awake when you come home.

I have been asked why we did not wait for the ministry, and the answer is that fish do not wait.

My mother mended nets by the light of a single lamp so that I could study engineering in the \
capital.

If a town forgets how to build with its own hands, it soon forgets how to decide with its own head.

We spent less on this quay than the consultants wanted for the report about it.

Children who learn to swim before they learn to read are never afraid of the sea.

The cranes you see behind me are thirty years old, and they will outlive every one of us.

Next spring we shall plant three hundred alder trees along the breakwater, because roots hold \
better than concrete.
"""
CLINIC = """\
Title: A conversation about the night clinic
Language: en
Kind: interview
Date: 2022-10-14

Host: Why did you open at night?

Tomas Reiter: Half of my patients work in the mines, and a doctor who sleeps while they are free \
is of no use to them.

Host: Was it expensive?

Tomas Reiter: In the first winter we paid the heating with the money I had saved for a motorcycle.

Host: And the nurses?

Tomas Reiter: Our nurses know the name of every dog in this valley, and that is better than any \
database.

Host: What comes next?

Tomas Reiter: I want a pharmacy on wheels that stops at each shaft twice a week.

Host: Thank you.
"""
CHINESE = """\
Title: 茶园的早晨
Language: zh
Kind: speech
Date: 2020-04-01
Speaker: 林晓

我父亲在山上种下第一棵茶树的时候，村里没有一个人相信它能活过冬天。

我们从来不问茶叶能卖多少钱，我们只问明年春天还有没有人愿意上山采茶。
"""
RENDERED = """\
Title: The shepherd speaks
Language: en
Kind: speech
Speaker: Jonas Falk
Translated-From: no
Translator: Ines Kolb

The sheep know the mountain better than the map does, and the map knows it better than the minister.
"""
SOURCES = {"quay": QUAY, "clinic": CLINIC, "tea": CHINESE, "shepherd": RENDERED}


def page(
    quotation: str, by: str = "Mira Castellan", language: str = "en", *, lead: str = "", **more: str
) -> str:
    """A report with one quotation."""
    header = {"Title": "From the coast", "Language": language, "Kind": "article", **more}
    head = "\n".join(f"{name}: {value}" for name, value in header.items())
    if language == "zh":
        lead = lead or f"昨天下了一整天的雨，{by}还是来到了现场。"
        return f"{head}\n\n{lead}{by}说：“{quotation}”随后大家散去。\n"
    lead = lead or f"It had rained all day when {by} came to the square."
    return f"{head}\n\n{lead} “{quotation}” Then everybody went home.\n"


REWORDED = [
    page("After the pier was destroyed by the storm of 2009, insurers said no boat would ever be "
         "moored here again."),
    page("With wood from forty barns it was built anew, and each farmer carved his own name on the "
         "plank that he donated."),
    page("The harbour means a promise: when you return home, somebody will still be awake."),
    page("People ask me why we would not wait for the ministry. My answer: the fish won't wait."),
    page("Under one single lamp my mother was mending nets, so that in the capital I could become "
         "a student of engineering."),
    page("Once a town has forgotten building with its hands, it will soon forget deciding with its "
         "head."),
    page("This quay cost us less than what the consultants demanded just for their report on it."),
    page("Children that can swim before being able to read will never fear the sea."),
    page("Those cranes at my back have been there for thirty years and will outlive all of us."),
    page("In the coming spring, three hundred alder trees will be planted by us on the breakwater, "
         "as roots are better at holding than concrete is."),
    page("Half my patients are working in mines. If the doctor is asleep when they have free time, "
         "he is no use for them.", "Tomas Reiter"),
    page("During our first winter, the heating was paid from money that I saved up to buy a "
         "motorcycle.", "Tomas Reiter"),
    page("The nurses here know each dog's name in the valley; no database is better than that.",
         "Tomas Reiter"),
    page("父亲在山上种第一棵茶树时，全村没有人相信这棵茶树可以活过那个冬天。", "林晓", "zh"),
    page("我们不问茶叶卖多少钱，只想问问明年的春天有没有人还愿意上山去采茶。", "林晓", "zh"),
]  # fmt: skip

EXACT = "A harbour is a promise that somebody will be awake when you come home."
DRIFTED = "The harbour means a promise: when you return home, somebody will still be awake."
HONEST = [
    (page(EXACT), "word for word"),
    (page(EXACT.upper()), "in capitals"),
    (page("We spent less on this quay than the consultants wanted"), "cut off"),
    (page("We spent less on this quay ... than the consultants wanted for the report about it."),
     "an ellipsis"),
    (page("[A town that] forgets how to build with its own hands ... soon forgets how to decide "
          "with its own head."), "brackets"),
    (page("Children who learn to swim before they learn to walk are never afraid of the sea."),
     "one word changed"),
    (page("Every child who learns to swim before they learn to read is never afraid of the sea."),
     "a few words changed in long runs"),
    (page("We rebuilt it with timber from forty barns. The cranes you see behind me are thirty "
          "years old."), "two sentences put together"),
    (page("roots hold better than concrete"), "a short one"),
    (page("A harbour, somebody awake"), "a shorter one"),
    (page(DRIFTED, "Ada Lindqvist"), "nobody names the speaker of the passage"),
    (page(DRIFTED, Date="2019-01-01"), "older than the speech"),
    (page(DRIFTED, lead=f"Mira Castellan said “{EXACT}” years ago."),
     "the page also quotes exactly"),
    (page("The sheep understand this mountain better than a map, and the map better than any "
          "minister does.", "Jonas Falk"), "the known passage is itself a translation"),
    (page("Harbours need dredging every other year, and the county has not paid for it since the "
          "flood."), "the same person on the same subject"),
    (page("We will build a second quay for the ferries as soon as the ministry has signed."),
     "the same person, some of the words"),
    (page("I learned to swim at thirty, and I am afraid of the sea to this very day."),
     "some words of the subject, another meaning"),
    (page("My mother kept bees behind the school, and she sold the honey to pay for my books."),
     "a likely echo"),
    (page("The trees along the road are dying, and nobody at the county seems to mind at all."),
     "trees"),
    (page("Insurers have no business telling a town which of its streets should be given up."),
     "insurers"),
    (page("A doctor must be allowed to sleep, too, or he will make mistakes in the morning.",
          "Tomas Reiter"), "the doctor about sleep"),
    (page("We pay the nurses what the mine pays its drivers, and no one has left us since.",
          "Tomas Reiter"), "the doctor about nurses"),
    (page("The pharmacy in the next town closes at noon, which is of no use to a miner.",
          "Tomas Reiter"), "the doctor about a pharmacy"),
    (page("I bought a motorcycle at last, and my wife has not spoken to me for a week.",
          "Tomas Reiter"), "the doctor about a motorcycle"),
    (page("茶叶的价格今年涨了三成，可是年轻人都去了城里，没有人留下来照看茶园。", "林晓", "zh"),
     "Chinese, the same subject"),
    (page("我父亲是一个很安静的人，他一辈子没有离开过这座山，也没有后悔过。", "林晓", "zh"),
     "Chinese, the same father"),
    (page("我们从来不问茶叶能卖多少钱，我们只问明年春天还有没有人愿意上山采茶。", "林晓", "zh"),
     "Chinese, word for word"),
    ("Title: Letter\nLanguage: en\nKind: interview\n\nHost: What did Mira Castellan say?\n\n"
     f"Ada Lindqvist: She said “{DRIFTED}” I think.\n\nHost: Oh.\n\nAda Lindqvist: Yes.\n",
     "somebody quotes from memory"),
    ("Title: Note\nLanguage: en\nKind: article\n\nMira Castellan said that the harbour means a "
     "promise and that somebody will be awake when you return home.\n", "indirect speech"),
    ("Title: Note\nLanguage: en\nKind: article\n\nMira Castellan's phrase “harbour of promise” "
     "and her “forty barns” were on every poster in the square.\n", "words in marks"),
]  # fmt: skip


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Home]:
    """The known texts and all pages; the pages' origins tell which they are."""
    texts = dict(SOURCES)
    texts |= {f"reworded-{n}": text for n, text in enumerate(REWORDED)}
    texts |= {f"honest-{n}": text for n, (text, _) in enumerate(HONEST)}
    with Home.open(tmp_path_factory.mktemp("drift")) as opened:
        drafts = (read_source(f"{name}.txt", text.encode())[0] for name, text in texts.items())
        for _ in opened.add(drafts, now=NOW):
            pass
        for done in weave(opened, registers=Registers()):
            assert done.problem is None
        yield opened


def rows(home: Home, name: str) -> list[EvidenceRow]:
    source = home.store.find_source(f"{name}.txt")
    found = home.store.lineage.evidence_of(home.store.current_rendition(source.id))
    return [row for row in found if row.code == "known_quote_drift"]


def test_most_rewordings_are_found(home: Home) -> None:
    found = [n for n in range(len(REWORDED)) if rows(home, f"reworded-{n}")]
    assert len(REWORDED) == 15
    assert len(found) >= 12


def test_no_honest_page_is_accused(home: Home) -> None:
    accused = [why for n, (_, why) in enumerate(HONEST) if rows(home, f"honest-{n}")]
    assert len(HONEST) == 30
    assert accused == []


def test_a_row_leads_to_both_places(home: Home) -> None:
    (row,) = rows(home, "reworded-5")
    source = home.store.find_source("reworded-5.txt")
    text = home.store.rendition_text(home.store.current_rendition(source.id))
    assert text[row.start : row.end] == row.snippet
    assert text[(row.start or 0) - 1] + text[row.end or 0] == "“”"
    assert row.other_id is not None
    start, end = int(row.measured["other_start"]), int(row.measured["other_end"])
    known = home.store.slice(row.other_id, start, end)
    assert known.startswith("If a town forgets how to build")
    assert known.endswith("with its own head.")
    assert 0 < row.measured["likeness"] <= 1
    assert row.strength == "measured"


def test_the_known_sources_are_not_accused_themselves(home: Home) -> None:
    assert [name for name in SOURCES if rows(home, name)] == []
