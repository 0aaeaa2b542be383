"""Renditions of one work are found, told apart by kind, and other texts are left alone."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path

import pytest

from corpus.linking.bilingual import learn_lexicon
from corpus.linking.ways_in import (
    LinkedTexts,
    Relation,
    SentenceLink,
    Version,
    link_across_languages,
    link_same_language,
    verdict_of,
    version_quoted,
)
from corpus.text.sentences import sentence_spans

ORIGINAL = [
    "The harbour froze in the second week of January and nobody had coal.",
    "My grandmother burned the piano, one leg at a time, starting with the pedals.",
    "She said that music would come back sooner than the ferry would.",
    "In March the ice broke with a noise like cannon fire.",
    "The first ship brought onions, letters and a new piano teacher.",
    "We never asked who had paid for him.",
]
REWORDED = [
    "In January's second week the harbour was frozen, and there was no coal to be had.",
    "Leg by leg my grandmother put the piano into the fire; the pedals went first.",
    "Music, she told us, returns sooner than a ferry.",
    "The ice broke up in March, loud as cannon.",
    "Onions, letters and a new teacher for the piano came with the first ship.",
    "Who had paid for him we never asked.",
]
CARELESS = [
    "The harbour froze in the second week of Jan, and nobody had coal.",
    "My grandma burned the piano, one leg at a time, starting at the pedals.",
    "She said that music would come back sooner than the ferry.",
    "In March the ice broke with a bang like cannon fire.",
    "The first ship brought onions, letters and a new piano teacher.",
    "We never asked who paid for him.",
]
UNRELATED = [
    "The committee approved the budget for road repairs on Tuesday evening.",
    "Two members voted against the motion, citing the cost of asphalt.",
    "Residents may send their comments to the town clerk until Friday.",
    "The swimming pool stays closed while the roof is inspected.",
    "A new bus line will connect the station with the hospital.",
    "The next meeting takes place in the school gymnasium.",
]
FURNITURE = ["Home", "Subscribe to our newsletter for weekly stories", "Share this page", "Terms"]
CHINESE = [
    "1月第二周，港口结冰了，没有人有煤。",
    "我的母亲把书一本一本地放进火里。",
    "她说，音乐会比飞机更早回来。",
    "3月，海上的冰开始破裂。",
    "第一辆车带来了250个苹果、一些新书和一位老师。",
    "我们从不问是谁给的钱。",
]
ENGLISH = [
    "In the second week of January the harbour froze, and nobody had coal.",
    "My mother put her books into the fire, book by book.",
    "Music, she said, would come back before the plane did.",
    "In March the ice on the sea began to break.",
    "The first car brought 250 apples, some new books and a teacher.",
    "We never asked who had given the money.",
]


def pairs_of(linked: LinkedTexts) -> list[tuple[int, int]]:
    """Which sentences are linked."""
    return [
        (a, b)
        for link in linked.links
        for a in range(link.start_a, link.end_a)
        for b in range(link.start_b, link.end_b)
    ]


def test_a_rewording_is_linked_sentence_by_sentence() -> None:
    linked = link_same_language(REWORDED, ORIGINAL)
    assert pairs_of(linked) == [(n, n) for n in range(6)]
    assert verdict_of(linked) is Relation.REWORDED


def test_furniture_and_missing_sentences_stay_without_a_link() -> None:
    page = [*FURNITURE, *REWORDED[:2], *REWORDED[3:], *FURNITURE]
    linked = link_same_language(page, ORIGINAL)
    expected = [(4, 0), (5, 1), (6, 3), (7, 4), (8, 5)]
    assert pairs_of(linked) == expected


def test_two_sentences_run_together_are_linked_with_both() -> None:
    joined = [*REWORDED[:2], REWORDED[2] + " " + REWORDED[3], *REWORDED[4:]]
    found = pairs_of(link_same_language(joined, ORIGINAL))
    assert {(2, 2), (2, 3), (3, 4)} <= set(found)


@pytest.mark.parametrize(
    ("a", "b", "relation", "why"),
    [
        (ORIGINAL, ORIGINAL, Relation.COPY, "the same text"),
        ([*FURNITURE, *ORIGINAL], ORIGINAL, Relation.COPY, "a copy in a page frame"),
        (
            CARELESS,
            ORIGINAL,
            Relation.OTHER_TRANSCRIPT,
            "most words in long runs, but not all",
        ),
        (REWORDED, ORIGINAL, Relation.REWORDED, "the same order and other words"),
        (UNRELATED, ORIGINAL, None, "another text"),
        ([*UNRELATED, ORIGINAL[3]], ORIGINAL, None, "one sentence quoted"),
        ([], ORIGINAL, None, "nothing to link"),
    ],
)
def test_what_the_links_say_within_one_language(
    a: list[str], b: list[str], relation: Relation | None, why: str
) -> None:
    assert verdict_of(link_same_language(a, b)) is relation, why


def test_a_translation_is_linked_before_anything_was_learned() -> None:
    linked = link_across_languages(CHINESE, "zh", ENGLISH, "en", None)
    assert pairs_of(linked) == [(n, n) for n in range(6)]
    assert verdict_of(linked) is Relation.OTHER_LANGUAGE


def test_the_direction_makes_no_difference() -> None:
    there = pairs_of(link_across_languages(CHINESE, "zh", ENGLISH[1:], "en", None))
    back = pairs_of(link_across_languages(ENGLISH[1:], "en", CHINESE, "zh", None))
    assert there == [(b, a) for a, b in back]


def test_a_sentence_that_the_translation_lacks_is_left_out() -> None:
    shortened = [*ENGLISH[:2], *ENGLISH[3:]]
    found = pairs_of(link_across_languages(CHINESE, "zh", shortened, "en", None))
    assert {(0, 0), (1, 1), (3, 2), (4, 3), (5, 4)} <= set(found)


def test_sentences_of_fitting_length_are_no_translation() -> None:
    linked = link_across_languages(CHINESE, "zh", UNRELATED, "en", None)
    assert verdict_of(linked) is None


def test_a_lexicon_is_used_in_either_order_and_refused_for_other_languages() -> None:
    lexicon = learn_lexicon(list(zip(CHINESE, ENGLISH, strict=True)) * 3, "zh", "en")
    there = link_across_languages(CHINESE, "zh", ENGLISH, "en", lexicon)
    flipped = link_across_languages(CHINESE, "zh", ENGLISH, "en", lexicon.flipped())
    assert there == flipped
    with pytest.raises(ValueError, match="not for de and en"):
        link_across_languages(["Ja."], "de", ENGLISH, "en", lexicon)


def linked_with(posterior: float, cover: float, runs: float, support: float) -> LinkedTexts:
    links = tuple(SentenceLink(n, n + 1, n, n + 1, posterior, 0.5) for n in range(4))
    return LinkedTexts(links, cover, 0.1, runs, posterior, False, support)


@pytest.mark.parametrize(
    ("linked", "relation", "why"),
    [
        (linked_with(0.95, 0.6, 0.4, 9), Relation.REWORDED, "at the borders"),
        (linked_with(0.95, 0.6, 0.45, 9), None, "neither a rewording nor a transcript"),
        (linked_with(0.95, 0.6, 0.5, 9), Relation.OTHER_TRANSCRIPT, "half in runs"),
        (linked_with(0.95, 0.6, 0.95, 9), Relation.COPY, "all in runs"),
        (linked_with(0.95, 0.59, 0.1, 9), None, "covers too little"),
        (linked_with(0.89, 0.6, 0.1, 9), None, "no sure link"),
        (linked_with(0.95, 0.6, 0.1, 1), None, "the words do not speak for it"),
    ],
)
def test_the_borders_of_a_relation(
    linked: LinkedTexts, relation: Relation | None, why: str
) -> None:
    assert verdict_of(linked) is relation, why


@pytest.mark.parametrize(
    ("original", "translated", "common", "version", "why"),
    [
        (0.97, 0.60, False, Version.ORIGINAL, "clearly nearer to the original"),
        (0.60, 0.97, False, Version.TRANSLATED, "clearly nearer to the translation"),
        (0.95, 0.80, False, Version.ORIGINAL, "the margin itself counts"),
        (0.95, 0.90, False, Version.BOTH, "too close to tell"),
        (0.79, 0.10, False, Version.NEITHER, "not near enough to either"),
        (0.85, 0.60, True, Version.NEITHER, "more is asked where others translate as well"),
        (0.95, 0.78, True, Version.BOTH, "and a wider margin"),
        (0.95, 0.70, True, Version.ORIGINAL, "which this one has"),
    ],
)
def test_which_version_was_quoted(
    original: float, translated: float, common: bool, version: Version, why: str
) -> None:
    assert version_quoted(original, translated, third_renderings_common=common) is version, why


def sentences(path: Path) -> list[str]:
    text = path.read_text(encoding="utf-8")
    return [text[a:b] for a, b in sentence_spans(text)]


def test_a_back_translation_is_linked_with_the_post_it_comes_from(shared: Path) -> None:
    (page,) = (shared / "data/seeds").glob("004_*")
    linked = link_same_language(
        sentences(page), sentences(shared / "data/reflections/original.txt")
    )
    assert verdict_of(linked) is Relation.REWORDED


def test_different_works_of_one_subject_are_not_linked(shared: Path) -> None:
    seeds = {path.name[:3]: sentences(path) for path in (shared / "data/seeds").glob("00*_*.txt")}
    assert verdict_of(link_same_language(seeds["000"], seeds["001"])) is None
    assert verdict_of(link_across_languages(seeds["003"], "zh", seeds["001"], "en", None)) is None


def test_news_is_linked_with_its_translation_by_what_other_news_taught(shared: Path) -> None:
    lines = (shared / "data/parallel_zh_en/segments.jsonl").read_text(encoding="utf-8")
    documents: dict[str, list[dict[str, str]]] = {}
    for row in map(json.loads, lines.splitlines()):
        documents.setdefault(row["doc_id"], []).append(row)
    names = sorted(documents)
    taught = [(r["zh"], r["en_a"]) for name in names[1::2] for r in documents[name]]
    lexicon = learn_lexicon(taught, "zh", "en")
    right = wrong = of = 0
    for name in names[::2]:
        rows = documents[name]
        if len(rows) < 5:
            continue
        # each side lacks sentences that the other one has
        a, b = ([n for n in range(len(rows)) if n % 6 != gap] for gap in (2, 4))
        linked = link_across_languages(
            [rows[n]["zh"] for n in a], "zh", [rows[n]["en_a"] for n in b], "en", lexicon
        )
        of += len({*a} & {*b})
        for link in linked.sure:
            pairs = product(a[link.start_a : link.end_a], b[link.start_b : link.end_b])
            hits = [x == y for x, y in pairs]
            right += sum(hits)
            wrong += len(hits) - sum(hits)
    assert right >= 0.6 * of
    assert right >= 0.98 * (right + wrong)
