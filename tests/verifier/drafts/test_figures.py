"""The quotations of the articles written for the purpose: found, and given to the right person."""

from __future__ import annotations

from collections import Counter

from tests.gold.drafts import articles, measure
from verifier.drafts.article import find_quotations
from verifier.drafts.models import DraftKind


def test_the_articles_are_many_and_varied() -> None:
    every = list(articles())
    languages = Counter(language for _, _, language, _ in every)
    kinds = Counter(one.kind for *_, expected in every for one in expected)
    assert len(every) >= 12
    assert languages["en"] >= 6 and languages["zh"] >= 3
    assert min(languages[tag] for tag in ("de", "fr", "es")) >= 1
    assert kinds[DraftKind.QUOTATION] + kinds[DraftKind.BLOCK_QUOTE] >= 60
    assert min(kinds[kind] for kind in DraftKind) >= 4


def test_the_quotations_are_found_with_their_edges_and_their_speakers() -> None:
    figures = measure()
    assert figures.edges >= 0.95 * figures.quotations, figures.differences
    assert figures.speakers >= 0.9 * figures.quotations, figures.differences


def test_scare_quotes_and_titles_are_not_reported_as_quotations() -> None:
    figures = measure()
    assert figures.others_reported == 0, figures.differences
    assert figures.invented == 0, figures.differences


def test_an_article_that_is_cut_anywhere_is_read() -> None:
    for name, text, language, _ in articles():
        for at in range(1, len(text), 307):
            found = find_quotations(text[at : at + 120], language)
            assert all(q.start < q.end for q in found), name
