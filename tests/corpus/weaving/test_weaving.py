"""What came in is looked at and linked once, whoever does it and however often it is killed."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from corpus.errors import NotFound
from corpus.home import DATABASE, Home
from corpus.ingest import read_source
from corpus.keeping.lineage_projection import counterparts
from corpus.keeping.lineage_queue import Queue
from corpus.keeping.tasks import Budget, Stage, Woven
from corpus.lineage import Override, Relation, Role
from corpus.starter_corpus import draft_sources
from corpus.translation.registers import Registers
from corpus.translation.status import TranslationStatus, status
from corpus.weaving.weaving import LEASE, decide, link, weave

NOW = "2026-01-01T00:00:00Z"
NOBODY = Registers()

ORIGINAL = """\
Title: The mill at the weir
URL: https://mill.example/speech
Language: en
Kind: speech
Speaker: Ada Lindqvist

When my grandmother bought this mill in 1931, nobody in the valley believed that it would ever \
grind again.

She hired eleven carpenters and a blind mason, and she paid them in flour until the first harvest.

The river flooded the cellar twice that winter, and twice they carried the stones up by hand.

I learned to read on the labels of the sacks, because there was no school within nine miles.

We never owned the water; we only borrowed it between one bridge and the next.

A machine does not get tired, but it does not get curious either.

If you ask me what we should build now, I would say a workshop with large windows.

Let the children break things there, and let them repair what they have broken.

I have signed the deed this morning, and from today the mill belongs to the village.

Thank you for walking all the way up here in the rain.
"""
REWORDED = """\
Title: Lindqvist gives her mill away
URL: https://digest.example/mill
Language: en
Kind: speech
Speaker: Ada Lindqvist

Translated from Swedish by Ines Kolb

In 1931, when my grandmother purchased the mill, no one in the valley thought it could grind \
once more.

Eleven carpenters and one mason who was blind were employed by her, and until the first harvest \
she gave them flour as wages.

During that winter the cellar was flooded by the river two times, and both times the stones were \
carried upstairs by hand.

Because no school existed within nine miles, the labels on the sacks taught me reading.

The water was never our property; between this bridge and the next one we merely borrowed it.

Machines do not become tired, yet they do not become curious.

Should you ask what ought to be built now, my answer is a workshop that has large windows.

Children should break things in it and then repair the things they broke.

This morning I signed the deed, and the mill is the village's from today on.

I thank you all for having walked up here through the rain.
"""
OTHER = """\
Title: Notes on beekeeping
Language: en
Kind: article
Author: Tomas Reiter

A hive in April wants to be left alone, and most beginners cannot leave it alone.

Open it once, look for eggs, and close it before the brood gets cold.

The queen is easier to find when you do not look for her.

Sugar water helps in a bad spring, though it never made anybody a good honey.

Write down the weight of every hive on the first day of the month.

Neighbours forgive stings when there is a jar on the doorstep.
"""


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    with Home.open(tmp_path / "home", timeout=5) as opened:
        yield opened


def add(home: Home, **texts: str) -> list[str]:
    """Source ids of texts by origin."""
    drafts = (read_source(f"{origin}.txt", text.encode())[0] for origin, text in texts.items())
    return [added.source.id for added in home.add(drafts, now=NOW)]


def woven(home: Home, **more: object) -> list[Woven]:
    return list(weave(home, registers=NOBODY, **more))  # type: ignore[arg-type]


def rendition(home: Home, source: str) -> int:
    return home.store.current_rendition(source)


def codes(home: Home, source: str) -> set[str]:
    """The codes that may be shown alone."""
    rows = home.store.lineage.evidence_of(rendition(home, source))
    return {row.code for row in rows if row.strength != "weak"}


def linked(home: Home, source: str) -> set[int]:
    return set(home.store.lineage.linked_with(rendition(home, source)))


def test_a_reworded_text_is_linked_with_its_original_and_only_it_is_held_to_be_made(
    home: Home,
) -> None:
    first, bees, second = add(home, original=ORIGINAL, bees=OTHER, reworded=REWORDED)
    woven(home)
    lineage, ids = home.store.lineage, [rendition(home, s) for s in (first, second)]
    assert codes(home, second) == {"declared", "aligned_reworded"}
    assert codes(home, first) == codes(home, bees) == set()
    (measured,) = (e for e in lineage.evidence_of(ids[1]) if e.strength == "measured")
    assert measured.other_id == ids[0]
    assert measured.measured["coverage"] >= 0.6 and measured.measured["posterior"] >= 0.9
    assert measured.measured["run_share"] <= 0.4
    work = lineage.renditions_of_work(lineage.work_of(ids[0]) or 0)
    roles = {part.rendition_id: part.role for part in work.parts}
    assert set(roles) == set(ids), "two sources, two renditions, one work"
    assert roles[ids[1]] in (Role.TRANSLATION, Role.BACK_TRANSLATION)
    from_original = [d for d in lineage.derivations_of(ids[1]) if d.source_id == ids[0]]
    assert [(d.relation, d.pivot_language, d.agent) for d in from_original] == [
        (Relation.TRANSLATED, "sv", "Ines Kolb")
    ]
    assert linked(home, bees) == set()


def test_links_lead_from_a_sentence_to_the_one_that_says_the_same(home: Home) -> None:
    first, second = add(home, original=ORIGINAL, reworded=REWORDED)
    woven(home)
    here, there = rendition(home, first), rendition(home, second)
    text = home.store.rendition_text(there)
    for said, meant in [
        ("one mason who was blind", "a blind mason"),
        ("merely borrowed it", "only borrowed it"),
        ("This morning I signed", "signed the deed this morning"),
    ]:
        at = text.index(said)
        (found,) = counterparts(home.store, there, at, at + len(said))
        assert found.rendition_id == here
        assert meant in home.store.slice(here, found.start, found.end)
        assert found.end - found.start < 400


def test_a_rewording_whose_direction_nothing_tells_accuses_nobody(home: Home) -> None:
    unsigned = REWORDED.replace("Translated from Swedish by Ines Kolb\n\n", "")
    first, second = add(home, original=ORIGINAL, reworded=unsigned)
    woven(home)
    assert linked(home, first) == {rendition(home, second)}
    assert codes(home, first) == codes(home, second) == set()


def test_a_page_that_links_to_the_other_as_its_original_was_made_from_it(home: Home) -> None:
    pointing = REWORDED.replace(
        "Translated from Swedish by Ines Kolb", "Original link: https://www.mill.example/speech/"
    )
    second, first = add(home, reworded=pointing, original=ORIGINAL)
    woven(home)
    assert "aligned_reworded" in codes(home, second)
    assert codes(home, first) == set()


def test_the_same_words_elsewhere_are_one_work_and_no_evidence(home: Home) -> None:
    copy = ORIGINAL.replace("mill.example/speech", "copy.example/page")
    first, second = add(home, original=ORIGINAL, copy=copy)
    woven(home)
    assert linked(home, first) == {rendition(home, second)}
    assert codes(home, first) == codes(home, second) == set()


def test_removing_the_counterpart_takes_links_and_evidence_out_of_answers(home: Home) -> None:
    first, second = add(home, original=ORIGINAL, reworded=REWORDED)
    woven(home)
    home.remove(first)
    assert linked(home, second) == set()
    assert codes(home, second) == {"declared"}
    assert home.store.lineage.links_of(rendition(home, second)) == []


def test_a_new_version_is_linked_anew_and_the_old_one_no_longer(home: Home) -> None:
    first, second = add(home, original=ORIGINAL, reworded=REWORDED)
    woven(home)
    old = rendition(home, first)
    add(home, original=ORIGINAL.replace("eleven carpenters", "twelve carpenters"))
    assert linked(home, second) == set()
    woven(home)
    assert linked(home, second) == {rendition(home, first)} != {old}
    rows = home.store.lineage.evidence_of(rendition(home, second))
    assert [r.other_id for r in rows if r.other_id] == [rendition(home, first)]


def test_a_source_that_comes_back_is_compared_with_what_came_meanwhile(home: Home) -> None:
    (first,) = add(home, original=ORIGINAL)
    woven(home)
    home.remove(first)
    (second,) = add(home, reworded=REWORDED)
    woven(home)
    assert linked(home, second) == set()
    add(home, original=ORIGINAL)
    woven(home)
    assert linked(home, second) == {rendition(home, first)}


def test_every_document_is_looked_at_once_and_then_compared(home: Home) -> None:
    sources = add(home, original=ORIGINAL, bees=OTHER, reworded=REWORDED)
    done = woven(home)
    ids = [rendition(home, source) for source in sources]
    assert [(w.stage, w.rendition_id) for w in done] == [
        (stage, id) for stage in (Stage.EVIDENCE, Stage.LINKING) for id in ids
    ]
    assert sum(w.compared for w in done) == 1, "one pair, compared once"
    assert woven(home) == []


def test_an_empty_home_has_nothing_to_weave(home: Home) -> None:
    assert woven(home) == []
    assert home.store.revision() == 0


def test_the_index_stays_in_step_and_reports_name_a_new_version(home: Home) -> None:
    add(home, original=ORIGINAL, reworded=REWORDED)
    before = home.store.revision()
    woven(home)
    assert home.store.revision() > before
    assert home.in_step(), "links change no passage: the index has nothing to take in"
    assert home.index.state().passages == home.store.summary().passages


def test_short_texts_are_looked_at_and_not_compared(home: Home) -> None:
    head, _, body = ORIGINAL.partition("\n\n")
    short = "\n\n".join([head, *body.split("\n\n")[:2]])
    first, second = add(home, one=short, two=short.replace("mill.example", "copy.example"))
    done = woven(home)
    assert len(done) == 4
    assert all(w.compared == 0 for w in done)
    assert linked(home, first) == linked(home, second) == set()


def test_a_worker_that_was_killed_is_relieved_when_its_time_is_over(home: Home) -> None:
    first, second = add(home, original=ORIGINAL, reworded=REWORDED)
    now = 1_000.0
    Queue(home.store.lineage.database).claim("killed", limit=9, now=now, seconds=LEASE)
    assert woven(home, clock=lambda: now + 1) == []
    assert home.store.lineage.pending().evidence == 2
    woven(home, clock=lambda: now + LEASE + 1)
    assert linked(home, first) == {rendition(home, second)}
    assert home.store.lineage.pending().total == 0


def test_stopping_early_gives_back_what_was_taken(home: Home) -> None:
    add(home, original=ORIGINAL, bees=OTHER, reworded=REWORDED)
    working = weave(home, registers=NOBODY)
    next(working)
    working.close()  # type: ignore[attr-defined]
    with home.store.lineage.database.reading() as connection:
        held = connection.execute("SELECT count(*) FROM weaving WHERE leased_until > 0").fetchone()
    assert held == (0,)
    assert len(woven(home)) >= 3


def test_no_time_means_no_work_and_nothing_is_lost(home: Home) -> None:
    add(home, original=ORIGINAL, reworded=REWORDED)
    assert woven(home, budget=Budget(seconds=0)) == []
    assert home.store.lineage.pending().evidence == 2


def test_two_workers_at_once_do_everything_once(home: Home, tmp_path: Path) -> None:
    note = "Language: en\n\nThe hive weighs {} pounds today.\n"
    texts = {f"note{n}": note.format(n) for n in range(80)}  # more than one worker takes at a time
    sources = add(home, original=ORIGINAL, **texts, reworded=REWORDED)
    done: list[Woven] = []

    def work(name: str) -> None:
        with Home.open(tmp_path / "home") as own:
            done.extend(weave(own, registers=NOBODY, worker=name, budget=Budget(wait=True)))

    threads = [threading.Thread(target=work, args=(name,)) for name in ("one", "two")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({(w.rendition_id, w.stage) for w in done}) == len(done) == 2 * len(sources)
    assert linked(home, sources[0]) == {rendition(home, sources[-1])}
    assert home.in_step()


def test_a_damaged_document_is_named_and_the_others_are_done(home: Home, tmp_path: Path) -> None:
    first, bees, second = add(home, original=ORIGINAL, bees=OTHER, reworded=REWORDED)
    with closing(sqlite3.connect(tmp_path / "home" / DATABASE)) as connection:
        connection.execute(
            "UPDATE passages SET text = 'x' || text WHERE rendition_id = ?",
            (rendition(home, bees),),
        )
        connection.commit()
    done = woven(home)
    assert {w.rendition_id for w in done if w.problem} == {rendition(home, bees)}
    assert linked(home, first) == {rendition(home, second)}
    ((aside, problem),) = home.store.lineage.pending().set_aside
    assert aside == rendition(home, bees) and "checksum" in problem


def test_other_registers_have_everything_looked_at_again(home: Home) -> None:
    (source,) = add(home, original=ORIGINAL)
    woven(home)
    assert codes(home, source) == set()
    desk = Registers.parse(
        '[[publisher]]\nname = "The Mill"\nsites = ["mill.example"]\n'
        'reason = "prints translations"\ndate = "2026-01-01"\n'
    )
    assert len(list(weave(home, registers=desk))) == 2
    assert codes(home, source) == {"publisher_register"}


# On demand, and decisions


def test_two_sources_are_linked_on_demand_even_when_little_is_shared(home: Home) -> None:
    _, _, body = ORIGINAL.partition("\n\n")
    excerpt = OTHER + "\n" + "\n\n".join(body.split("\n\n")[:2])
    first, second = add(home, original=ORIGINAL, excerpt=excerpt)
    woven(home)
    assert linked(home, first) == set()
    found = link(home, second, first, registers=NOBODY)
    assert found.first < found.second and len(found.links) == 2
    assert len(home.store.lineage.links_of(rendition(home, first))) == 2
    assert codes(home, first) == codes(home, second) == set(), "asking is no evidence"
    assert home.in_step()


@pytest.mark.parametrize(
    ("names", "error"), [(("s_none", "s_nothing"), NotFound), (("s_one", "s_one"), ValueError)]
)
def test_what_cannot_be_linked_is_refused(
    home: Home, names: tuple[str, str], error: type[Exception]
) -> None:
    with pytest.raises(error):
        link(home, *names, registers=NOBODY)


def test_a_decision_is_kept_and_the_index_told(home: Home) -> None:
    (source,) = add(home, original=ORIGINAL)
    decide(home, Override(source, "translation", "Eva", NOW, "the publisher says so"))
    held = home.store.lineage.override_of(source)
    assert held is not None and (held.who, held.note) == ("Eva", "the publisher says so")
    assert home.in_step()


def test_short_declared_translations_are_led_to_their_original(home: Home) -> None:
    drafts = list(draft_sources())
    assert len(list(home.add(drafts, now=NOW))) == len(drafts)
    woven(home)
    pairs = 0
    for draft in drafts:
        if "/" not in draft.origin or draft.description.provenance.original_text is None:
            continue
        id = home.store.find_source(draft.origin).id
        (first, *_) = [
            d for d in home.store.lineage.derivations_of(rendition(home, id)) if d.source_id
        ]
        original = home.store.source_of_rendition(first.source_id or 0)
        assert original.origin == draft.origin.partition("/")[0]
        pairs += 1
    assert pairs > 0


# The real documents

SEEDS: list[tuple[str, set[str], TranslationStatus]] = [
    ("000_", {"residual_script"}, TranslationStatus.PROBABLE_BACK_TRANSLATION),
    ("001_", {"declared"}, TranslationStatus.BACK_TRANSLATION),
    ("003_", {"language_mismatch"}, TranslationStatus.TRANSLATION),
    ("004_", {"placeholder"}, TranslationStatus.PROBABLE_BACK_TRANSLATION),
]


def status_of(home: Home, source: str) -> TranslationStatus:
    rows = [
        row
        for row in home.store.lineage.evidence_of(rendition(home, source))
        if row.strength != "weak"
    ]
    language = home.store.source(source).language
    return status(
        language, "en", [r for r in rows if not r.other_id], [r for r in rows if r.other_id]
    )


@dataclass(frozen=True)
class Real:
    """The real documents, woven alone and then again beside the original of the fourth."""

    home: Home
    seeds: dict[str, str]
    original: str
    alone: dict[str, TranslationStatus]
    linked_alone: set[int]


@pytest.fixture(scope="module")
def real(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Real]:
    with Home.open(tmp_path_factory.mktemp("real")) as home:

        def read(*paths: Path) -> dict[str, str]:
            return {
                added.source.origin[:4]: added.source.id
                for path in paths
                for added in home.add(read_source(path.name, path.read_bytes()), now=NOW)
            }

        seeds = read(*sorted((shared / "data" / "seeds").iterdir()))
        assert len(list(weave(home))) == 2 * len(seeds)
        alone = {origin: status_of(home, source) for origin, source in seeds.items()}
        linked_alone = set[int]().union(*(linked(home, source) for source in seeds.values()))
        (original,) = read(shared / "data" / "reflections" / "original.txt").values()
        assert len(list(weave(home))) == 2
        yield Real(home, seeds, original, alone, linked_alone)


@pytest.mark.parametrize(("name", "needed", "expected"), SEEDS)
def test_the_seeds_have_their_statuses_and_evidence_that_stands_in_their_text(
    real: Real, name: str, needed: set[str], expected: TranslationStatus
) -> None:
    source = real.seeds[name]
    assert real.alone[name] is expected
    assert needed <= codes(real.home, source)
    id = rendition(real.home, source)
    text = real.home.store.rendition_text(id)
    rows = [row for row in real.home.store.lineage.evidence_of(id) if row.start is not None]
    assert rows and all(text[row.start : row.end] == row.snippet for row in rows)


def test_the_fourth_seed_is_measured_beside_its_original_and_no_other_is_linked(
    real: Real,
) -> None:
    assert real.linked_alone == set(), "no two of the seeds are renditions of one work"
    home, fourth = real.home, real.seeds["004_"]
    assert linked(home, real.original) == {rendition(home, fourth)}
    assert [linked(home, real.seeds[name]) for name in ("000_", "001_", "003_")] == [set()] * 3
    assert status_of(home, fourth) is TranslationStatus.BACK_TRANSLATION
    assert status_of(home, real.original) is TranslationStatus.ORIGINAL
    lineage = home.store.lineage
    work = lineage.work_of(rendition(home, fourth))
    assert work is not None and work == lineage.work_of(rendition(home, real.original))
    assert len(lineage.renditions_of_work(work).parts) == 2


def test_the_pairs_of_the_reworded_post_lead_to_the_authors_paragraphs(
    real: Real, shared: Path
) -> None:
    store = real.home.store
    here, there = (store.current_rendition(id) for id in (real.seeds["004_"], real.original))
    text, wording = store.rendition_text(here), store.rendition_text(there)
    rows = (shared / "data" / "reflections" / "pairs.jsonl").read_text("utf-8").splitlines()
    right = wrong = 0
    for row in map(json.loads, rows):
        at, gold = text.find(row["claim"][:40]), wording.index(row["gold"][:40])
        found = counterparts(store, here, at, at + len(row["claim"])) if at >= 0 else []
        overlaps = [c.start < gold + len(row["gold"]) and c.end > gold for c in found]
        right += overlaps == [True]
        wrong += overlaps == [False]
    assert wrong == 0
    assert right >= 16


def test_chinese_and_english_renditions_find_each_other_and_teach_a_lexicon(
    home: Home, shared: Path
) -> None:
    path = shared / "data" / "parallel_zh_en" / "segments.jsonl"
    documents = defaultdict(list)
    for row in map(json.loads, path.read_text("utf-8").splitlines()):
        documents[row["doc_id"]].append(row)
    chosen = [name for name, rows in documents.items() if len(rows) >= 8][:12]
    lines = [
        json.dumps({"source": f"{language} {name}", "language": language, "text": row[key]})
        for language, key in (("zh", "zh"), ("en", "en_a"))
        for name in chosen
        for row in documents[name]
    ]
    drafts = read_source("news.jsonl", "\n".join(lines).encode())
    origins = {added.rendition_id: added.source.origin for added in home.add(drafts, now=NOW)}
    list(weave(home))
    right = wrong = 0
    for id, origin in origins.items():
        for other in home.store.lineage.linked_with(id):
            same = origin.split(" ", 1)[1] == origins[other].split(" ", 1)[1]
            right, wrong = right + same, wrong + (not same)
    assert wrong == 0
    assert right >= 2 * len(chosen) - 2
    with home.store.lineage.database.reading() as connection:
        learned = connection.execute("SELECT language_a, language_b FROM lexicons").fetchall()
    assert learned == [("en", "zh")]
