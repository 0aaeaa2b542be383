"""A page is held against sources that come later, once, and whatever happens in between."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.home import Home
from corpus.ingest import read_source
from corpus.keeping.tasks import Budget, Stage, Woven
from corpus.translation.registers import Registers
from corpus.weaving.weaving import weave
from tests.corpus.weaving.test_quote_drift import CHINESE, CLINIC, DRIFTED, EXACT, NOW, QUAY, page

ZH = page("父亲在山上种第一棵茶树时，全村没有人相信这棵茶树可以活过那个冬天。", "林晓", "zh")
WALL = """\
Title: The wall
Language: en
Kind: speech
Speaker: Ada Lindqvist

The sea wall was paid for by people who had never seen the sea and who never asked for it.
"""


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    with Home.open(tmp_path) as opened:
        yield opened


def add(home: Home, **texts: str) -> list[Woven]:
    """Add sources and weave until nothing waits."""
    drafts = [read_source(f"{name}.txt", text.encode())[0] for name, text in texts.items()]
    assert len(list(home.add(drafts, now=NOW))) == len(texts)
    return woven(home)


def woven(home: Home, budget: Budget | None = None) -> list[Woven]:
    return list(weave(home, registers=Registers(), budget=budget))


def rendition(home: Home, name: str) -> int:
    return home.store.current_rendition(home.store.find_source(f"{name}.txt").id)


def looked_at(home: Home, done: list[Woven], name: str) -> int:
    wanted = rendition(home, name)
    return sum(w.rendition_id == wanted and w.stage is Stage.EVIDENCE for w in done)


def accused(home: Home, name: str = "page") -> list[str]:
    rows = home.store.lineage.evidence_of(rendition(home, name))
    return [row.snippet for row in rows if row.code == "known_quote_drift"]


LATER = [
    (page(DRIFTED), QUAY, DRIFTED, "the speech that it rewords"),
    (page(DRIFTED, "Castellan"), QUAY, DRIFTED, "named by the surname only"),
    (page("The nurses here know each dog's name in the valley; no database is better than that.",
          "Tomas Reiter"), CLINIC, "The nurses here",
     "an interview with two speakers"),
    (ZH, CHINESE, "父亲在山上种", "Chinese"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "original", "found", "why"), LATER)
def test_a_page_is_looked_at_again_when_the_speech_comes_later(
    home: Home, text: str, original: str, found: str, why: str
) -> None:
    add(home, page=text, other=WALL)
    assert accused(home) == []
    done = add(home, original=original)
    assert looked_at(home, done, "page") == 1, why
    assert looked_at(home, done, "other") == 0
    assert [snippet.startswith(found) for snippet in accused(home)] == [True], why


UNTOUCHED = [
    (page(DRIFTED), WALL, "somebody else's speech"),
    (page("The ministry has promised a second quay before the year is over, we are told."), QUAY,
     "the same person, nothing shared"),
    (page("A harbour, somebody awake"), QUAY, "no long quotation"),
    (ZH, QUAY, "another language"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "later", "why"), UNTOUCHED)
def test_no_page_is_looked_at_again_for_a_source_that_it_cannot_quote(
    home: Home, text: str, later: str, why: str
) -> None:
    add(home, page=text)
    assert looked_at(home, add(home, later=later), "page") == 0, why


def test_an_exact_source_that_comes_later_clears_a_page(home: Home) -> None:
    add(home, page=page(DRIFTED), quay=QUAY)
    assert accused(home) == [DRIFTED]
    said = QUAY.replace(EXACT, DRIFTED).replace("Reopening of", "A later speech at")
    done = add(home, later=said)
    assert looked_at(home, done, "page") == 1
    assert accused(home) == []


def test_pages_that_came_together_with_the_speech_are_looked_at_once(home: Home) -> None:
    done = add(home, page=page(DRIFTED), quay=QUAY)
    assert looked_at(home, done, "page") == 1
    assert accused(home) == [DRIFTED]
    assert add(home, wall=WALL) != []
    assert woven(home) == []


def test_two_pages_that_quote_each_others_speakers_come_to_rest(home: Home) -> None:
    gift = "The sea wall was a gift of people who had not seen the sea and did not ask for it."
    speech = f"{QUAY}\nAda Lindqvist once said: “{gift}”\n"
    answer = f"{WALL}\nMira Castellan said: “{DRIFTED}”\n"
    add(home, speech=speech)
    done = add(home, answer=answer)
    assert looked_at(home, done, "speech") <= 1
    assert woven(home) == []


def test_what_was_interrupted_is_looked_at_by_the_next_worker(home: Home) -> None:
    add(home, page=page(DRIFTED))
    assert list(home.add(read_source("quay.txt", QUAY.encode()), now=NOW))
    worker = weave(home, registers=Registers())
    first = next(worker)
    worker.close()
    assert first.rendition_id == rendition(home, "quay")
    assert accused(home) == []
    assert home.store.lineage.pending().evidence == 1, "the page waits, and the store knows it"
    done = woven(home)
    assert looked_at(home, done, "page") == 1
    assert accused(home) == [DRIFTED]
    assert woven(home) == []


def test_looking_again_makes_nothing_twice(home: Home) -> None:
    add(home, page=page(DRIFTED), quay=QUAY)
    second = QUAY.replace("Reopening of", "Notes for the reopening of")
    add(home, second=second.replace("promise that somebody", "pledge that someone"))
    assert accused(home) == [DRIFTED]


def test_a_withdrawn_page_is_left_alone(home: Home) -> None:
    add(home, page=page(DRIFTED))
    source = home.store.find_source("page.txt").id
    before = rendition(home, "page")
    home.remove(source)
    done = add(home, quay=QUAY)
    assert before not in {w.rendition_id for w in done}
