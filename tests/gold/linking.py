"""``python -m tests.gold.linking``: how well renditions of one work are linked.

Every figure is printed beside what is asked for. The lexicon for a document is learned from all
other documents only; sentences are dropped with fixed seeds.
"""

from __future__ import annotations

import json
import random
import re
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from corpus.linking.bilingual import Lexicon, learn_lexicon
from corpus.linking.candidates import candidates_for_linking, signature, signature_across
from corpus.linking.monolingual import Likeness
from corpus.linking.projection import project, project_span
from corpus.linking.ways_in import (
    LinkedTexts,
    link_across_languages,
    link_same_language,
    verdict_of,
)
from corpus.text.sentences import sentence_spans

Row = dict[str, Any]
SHARED = Path(__file__).resolve().parents[2].parent / "shared"
_PARAGRAPH = re.compile(r"\S.*?(?=\n[ \t]*\n|\Z)", re.S)
_SEEDS = range(5)


def rows_of(path: str) -> list[Row]:
    """The rows of a file of the shared data."""
    text = (SHARED / "data" / path).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines() if line]


def seed(number: str) -> str:
    """The text of one of the four source documents."""
    (path,) = (SHARED / "data" / "seeds").glob(f"{number}_*.txt")
    return path.read_text(encoding="utf-8")


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return [text[a:b] for a, b in sentence_spans(text)]


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Stretches between blank lines."""
    return [match.span() for match in _PARAGRAPH.finditer(text)]


@cache
def segments() -> dict[str, list[Row]]:
    """The documents of the parallel text."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows_of("parallel_zh_en/segments.jsonl"):
        found[row["doc_id"]].append(row)
    return dict(found)


def long_documents() -> list[str]:
    """Those of five segments and more."""
    return [name for name, rows in segments().items() if len(rows) >= 5]


@cache
def lexicon_without(name: str, side: str) -> Lexicon:
    """What all other documents teach."""
    pairs = [(r["zh"], r[side]) for d, rows in segments().items() if d != name for r in rows]
    return learn_lexicon(pairs, "zh", "en")


class Tally:
    """Pairs of sentences that were linked, against those that should be."""

    def __init__(self) -> None:
        self.right = self.wrong = self.sure_right = self.sure_wrong = self.of = 0

    def add(self, linked: LinkedTexts, a: Sequence[int], b: Sequence[int]) -> None:
        """Count one document; ``a`` and ``b`` name the segment of every sentence."""
        self.of += len({*a} & {*b})
        seen: dict[int, bool] = {}
        for link in linked.links:
            for x in a[link.start_a : link.end_a]:
                for y in b[link.start_b : link.end_b]:
                    sure = link.posterior >= 0.9
                    if x != y:
                        self.wrong += 1
                        self.sure_wrong += sure
                    else:
                        seen[x] = seen.get(x, False) or sure
        self.right += len(seen)
        self.sure_right += sum(seen.values())

    def __str__(self) -> str:
        def share(part: int, rest: int) -> str:
            return f"{part / rest:.4f}" if rest else "none"

        return (
            f"recall {share(self.right, self.of)}, "
            f"precision {share(self.right, self.right + self.wrong)}; posterior >= 0.9: "
            f"precision {share(self.sure_right, self.sure_right + self.sure_wrong)}, "
            f"covering {share(self.sure_right, self.of)}"
        )


def parallel(side: str, drop: float, number: int, *, learned: bool = True) -> Tally:
    """Chinese against one English rendition, with a share of the segments dropped on each side."""
    rng, tally = random.Random(number), Tally()
    for name in long_documents():
        rows = segments()[name]
        a = [n for n in range(len(rows)) if rng.random() >= drop]
        b = [n for n in range(len(rows)) if rng.random() >= drop]
        lexicon = lexicon_without(name, side) if learned else None
        zh, en = [rows[n]["zh"] for n in a], [rows[n][side] for n in b]
        tally.add(link_across_languages(zh, "zh", en, "en", lexicon), a, b)
    return tally


def cut_anew(side: str) -> Tally:
    """The same with the segments run together and cut into sentences by rule."""
    tally = Tally()
    for name in long_documents():
        rows = segments()[name]
        texts = [
            [(n, s) for n, r in enumerate(rows) for s in sentences(r[k])] for k in ("zh", side)
        ]
        linked = link_across_languages(
            [s for _, s in texts[0]], "zh", [s for _, s in texts[1]], "en",
            lexicon_without(name, side),
        )  # fmt: skip
        tally.add(linked, [n for n, _ in texts[0]], [n for n, _ in texts[1]])
    return tally


def renderings(drop: float, number: int) -> Tally:
    """One English rendition against the other."""
    rng, tally = random.Random(number), Tally()
    for name in long_documents():
        rows = segments()[name]
        a = [n for n in range(len(rows)) if rng.random() >= drop]
        b = [n for n in range(len(rows)) if rng.random() >= drop]
        en_a, en_b = [rows[n]["en_a"] for n in a], [rows[n]["en_b"] for n in b]
        tally.add(link_same_language(en_a, en_b), a, b)
    return tally


def over_the_border() -> tuple[int, int, int, int]:
    """Rendition B as claim: the Chinese beside A's segment, given or found; exact and shown."""
    given = found = of = shown = 0
    everything = [
        (name, n, r["en_a"]) for name in long_documents() for n, r in enumerate(segments()[name])
    ]
    texts_a = [text for _, _, text in everything]
    claims = [segments()[name][n]["en_b"] for name, n, _ in everything]
    likeness = Likeness(claims, texts_a)
    nearest = [
        max(range(len(texts_a)), key=lambda at: likeness.cosine(claim, at, 1, 1))
        for claim in range(len(claims))
    ]
    beside: dict[tuple[str, int], tuple[bool, bool]] = {}
    for name in long_documents():
        rows = segments()[name]
        spans = []
        for key in ("en_a", "zh"):
            places, at = [], 0
            for row in rows:
                places.append((at, at + len(row[key])))
                at += len(row[key]) + 1
            spans.append(places)
        en, zh = [r["en_a"] for r in rows], [r["zh"] for r in rows]
        linked = link_across_languages(en, "en", zh, "zh", lexicon_without(name, "en_a"))
        for n, (start, end) in enumerate(spans[0]):
            place = project_span(linked.links, *spans, start, end)
            there = place is not None and place.start <= spans[1][n][0] < place.end
            exact = place is not None and (place.start, place.end) == spans[1][n]
            beside[name, n] = (exact, there)
    for claim, (name, n, _) in enumerate(everything):
        of += 1
        given += beside[name, n][0]
        shown += beside[name, n][1]
        at = nearest[claim]
        found += everything[at][:2] == (name, n) and beside[name, n][1]
    return given, shown, found, of


def back_translation() -> Iterator[str]:
    """The back-translated post against the author's: paragraphs, furniture, pairs."""
    page, post = seed("004"), (SHARED / "data/reflections/original.txt").read_text("utf-8")
    blocks, originals = paragraphs(page), paragraphs(post)[1:]
    spans = sentence_spans(page), [s for s in sentence_spans(post) if s[0] >= originals[0][0]]
    linked = link_same_language(
        *([t[a:b] for a, b in s] for t, s in zip((page, post), spans, strict=True))
    )
    links = project(linked.links, *spans, blocks, originals)
    best: dict[int, int] = {}
    for link in links:
        best.setdefault(link.passage_a, link.passage_b)
    # both texts run in step: leave out the thanks and the footnote mark, which the page lacks
    wanted = [
        n for n, (a, b) in enumerate(originals) if not re.fullmatch(r"\(.*\)|\[\d\]", post[a:b])
    ]
    first = min(best)
    body = range(first, first + len(wanted))
    right = sum(best.get(n) == wanted[n - first] for n in body)
    wrong = sum(n in best and best[n] != wanted[n - first] for n in body)
    furniture = [n for n in range(len(blocks)) if n not in body]
    kept = sum(n in best for n in furniture)
    yield f"paragraphs right {right} of {len(wanted)} (asked 33), wrong {wrong} (asked 0)"
    yield f"furniture rejected {len(furniture) - kept} of {len(furniture)} (asked all)"
    yield (
        f"coverage {linked.coverage_a:.2f}, {linked.coverage_b:.2f}, runs {linked.run_share:.2f}: "
        f"{verdict_of(linked)} (asked reworded)"
    )
    hits = misses = 0
    rows = rows_of("reflections/pairs.jsonl")
    for row in rows:
        start = page.find(row["claim"])
        place = project_span(linked.links, *spans, start, start + len(row["claim"]))
        gold = post.find(row["gold"][:60])
        common = [min(place.end, b) - max(place.start, a) if place else 0 for a, b in originals]
        most = max(range(len(originals)), key=common.__getitem__)
        if common[most] > 0:
            right_one = originals[most][0] <= gold < originals[most][1]
            hits += right_one
            misses += not right_one
    yield f"pairs with the author's paragraph {hits} of {len(rows)} (asked 16), wrong {misses} (0)"


def other_works() -> Iterator[str]:
    """Documents about one subject that are different works."""
    texts = {number: sentences(seed(number)) for number in ("000", "001", "003", "004")}
    lexicon = learn_lexicon(
        [(r["zh"], r["en_a"]) for rows in segments().values() for r in rows], "zh", "en"
    )
    for a, b in (("000", "001"), ("000", "004"), ("001", "004")):
        linked = link_same_language(texts[a], texts[b])
        yield f"{a} and {b}: {verdict_of(linked)} (asked None), {_covering(linked)}"
    for b in ("001", "000", "004"):
        for known in (lexicon, None):
            linked = link_across_languages(texts["003"], "zh", texts[b], "en", known)
            how = "with a lexicon" if known else "nothing learned"
            yield (f"003 and {b}, {how}: {verdict_of(linked)} (asked None), {_covering(linked)}")


def _covering(linked: LinkedTexts) -> str:
    cover = f"coverage {linked.coverage_a:.2f} and {linked.coverage_b:.2f}"
    return f"{cover}, {len(linked.sure)} sure links, support {linked.support:.1f}"


def related() -> Iterator[str]:
    """Every document against its own rendition and against all others."""
    names = long_documents()
    for learned in (True, False):
        own = alien = tried = 0
        for x, a in enumerate(names):
            zh = [r["zh"] for r in segments()[a]]
            lexicon = lexicon_without(a, "en_a") if learned else None
            for y, b in enumerate(names):
                if x != y and (x + y) % 4:
                    continue
                en = [r["en_a"] for r in segments()[b]]
                linked = verdict_of(link_across_languages(zh, "zh", en, "en", lexicon)) is not None
                own += linked and x == y
                alien += linked and x != y
                tried += x != y
        yield (
            f"{'with a lexicon' if learned else 'nothing learned'}: own rendition linked {own} of "
            f"{len(names)}, another document {alien} of {tried} (asked 0)"
        )
    own = alien = tried = 0
    for x, a in enumerate(names):
        for y, b in enumerate(names):
            en_a, en_b = ([r[k] for r in segments()[d]] for d, k in ((a, "en_a"), (b, "en_b")))
            linked = verdict_of(link_same_language(en_a, en_b)) is not None
            own += linked and x == y
            alien += linked and x != y
            tried += x != y
    yield f"English A and B: own {own} of {len(names)}, another document {alien} of {tried}"


def candidates() -> Iterator[str]:
    """Is the right document the first of the candidates?"""
    rows = rows_of("round_trips/pairs.jsonl")
    groups = [rows[n : n + 40] for n in range(0, len(rows), 40)]
    originals = {n: signature(r["original"] for r in group) for n, group in enumerate(groups)}
    first = linked = 0
    for n, group in enumerate(groups):
        found = candidates_for_linking(signature(r["claim"] for r in group), originals, limit=1)
        first += bool(found) and found[0].key == n
        texts = ([r["claim"] for r in group], [r["original"] for r in group])
        linked += verdict_of(link_same_language(*texts)) is not None
    yield f"round trips: right document first {first} of {len(groups)}, linked {linked}"
    names = long_documents()
    for learned in (True, False):
        right = 0
        for name in names:
            lexicon = lexicon_without(name, "en_a") if learned else None
            english = {
                other: signature_across((r["en_a"] for r in segments()[other]), "en", "zh", lexicon)
                for other in names
            }
            chinese = signature_across((r["zh"] for r in segments()[name]), "zh", "en", lexicon)
            found = candidates_for_linking(chinese, english, limit=1)
            right += bool(found) and found[0].key == name
        yield (
            f"Chinese to English, {'with a lexicon' if learned else 'nothing learned'}: "
            f"first {right} of {len(names)}"
        )


def speed() -> str:
    """Two long documents, made of the parallel text."""
    rows = [r for group in segments().values() for r in group][:500]
    lexicon = learn_lexicon([(r["zh"], r["en_b"]) for r in rows], "zh", "en")
    begin = time.perf_counter()
    link_same_language([r["en_a"] for r in rows], [r["en_b"] for r in rows])
    middle = time.perf_counter()
    link_across_languages([r["zh"] for r in rows], "zh", [r["en_a"] for r in rows], "en", lexicon)
    end = time.perf_counter()
    return f"500 by 500: same language {middle - begin:.1f} s, across {end - middle:.1f} s"


def main() -> int:
    """Print every figure."""
    print("back-translation")
    for line in back_translation():
        print(f"  {line}")
    print("parallel text, Chinese and English (asked: sure precision 0.98, covering 0.60)")
    for side in ("en_a", "en_b") if "--quick" not in sys.argv else ():
        print(f"  {side} complete (asked recall 0.995): {parallel(side, 0, 0)}")
        print(f"  {side} cut anew: {cut_anew(side)}")
        for number in _SEEDS:
            print(f"  {side} 15 % dropped (asked 0.93): {parallel(side, 0.15, number)}")
    print(f"  nothing learned, complete: {parallel('en_a', 0, 0, learned=False)}")
    print(f"  nothing learned, 15 % dropped: {parallel('en_a', 0.15, 0, learned=False)}")
    print("English A and English B")
    print(f"  complete: {renderings(0, 0)}")
    print(f"  15 % dropped: {renderings(0.15, 0)}")
    given, shown, found, of = over_the_border()
    print("English B as claim, Chinese beside English A")
    print(f"  given A's segment: alone {given}, shown {shown} of {of} (asked {0.9 * of:.0f})")
    print(f"  A's segment found by likeness among all: {found} of {of}")
    print("different works")
    for line in other_works():
        print(f"  {line}")
    print("own and other documents")
    for line in related():
        print(f"  {line}")
    print("candidates")
    for line in candidates():
        print(f"  {line}")
    print(f"speed\n  {speed()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
