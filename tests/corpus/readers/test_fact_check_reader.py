"""Fact-checks are read from pages, feeds, answers and tables as their publishers write them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from corpus.errors import UnreadableSource
from corpus.fact_check import FactCheck, address_key
from corpus.readers.fact_check import read

REVIEW: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "url": "https://tidewatch.example/checks/weir",
    "claimReviewed": "The new weir cost every household 400 crowns.",
    "datePublished": "2025-03-04T09:30:00+01:00",
    "inLanguage": "en-GB",
    "headline": "What the weir cost",
    "author": {"@type": "Organization", "name": "Tide Watch", "url": "https://tidewatch.example"},
    "reviewRating": {
        "@type": "Rating", "ratingValue": "2", "bestRating": "5", "alternateName": "Mostly off",
    },
    "itemReviewed": {
        "@type": "Claim",
        "author": {"@type": "Person", "name": "Jonas Ek"},
        "datePublished": "2025-02-28",
        "firstAppearance": {"@type": "CreativeWork", "url": "https://forum.example/p/9"},
    },
}  # fmt: skip
WHOLE = FactCheck(
    claim="The new weir cost every household 400 crowns.",
    url="https://tidewatch.example/checks/weir",
    publisher="Tide Watch",
    rating="Mostly off",
    claimant="Jonas Ek",
    claim_date="2025-02-28",
    title="What the weir cost",
    published="2025-03-04",
    language="en",
    appearance="https://forum.example/p/9",
)


def page(*scripts: str, before: str = "", title: str = "") -> bytes:
    marked = "".join(f'<script type="application/ld+json">{each}</script>' for each in scripts)
    return f"<!doctype html><head><title>{title}</title>{before}{marked}</head>".encode()


def but(**changed: Any) -> dict[str, Any]:
    """The review with other fields; None takes one away."""
    return {k: v for k, v in (REVIEW | changed).items() if v is not None}


def one(content: Any, address: str | None = None) -> FactCheck:
    given = content if isinstance(content, bytes) else json.dumps(content).encode()
    found = read("a", given, address)
    assert found.refused == ()
    (check,) = found.checks
    return check


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (page(json.dumps(REVIEW)), "a page with one"),
        (page(json.dumps([{"@type": "WebSite"}, REVIEW])), "a list of things"),
        (page(json.dumps({"@graph": [{"@type": "Person"}, REVIEW]})), "a graph"),
        (page(json.dumps({"@type": "NewsArticle", "mainEntity": REVIEW})), "inside the article"),
        (page(json.dumps({"@type": "Article", "review": [REVIEW]})), "as a review of the page"),
        (page("{broken", json.dumps(REVIEW)), "beside a script that is none"),
        (page(f"<!--\n{json.dumps(REVIEW)}\n//-->"), "in a comment"),
        (page(f"/*<![CDATA[*/{json.dumps(REVIEW)}/*]]>*/"), "in a section of characters"),
        (page(json.dumps(REVIEW)[:-1] + ",}"), "with a comma too many"),
        (page(json.dumps(REVIEW).replace("What the", "What\nthe")), "with a raw line break"),
        (page(json.dumps(but(**{"@type": "https://schema.org/ClaimReview"}))), "type as address"),
        (page(json.dumps(but(**{"@type": ["Review", "ClaimReview"]}))), "two types"),
        (REVIEW, "the object alone"),
        ({"@type": "DataFeed", "dataFeedElement": [
            {"@type": "DataFeedItem", "dateCreated": "2025-03-05", "item": [REVIEW]}]}, "a feed"),
        ({"@type": "DataFeed", "dataFeedElement": [{
            "@type": "DataFeedItem", "url": REVIEW["url"], "item": [but(url=None)]}]},
         "a feed that has the address on the entry"),
        (json.dumps(REVIEW).encode() + b"\n\n" + json.dumps(REVIEW).encode(), "lines, one twice"),
        ({"claims": [{
            "text": WHOLE.claim, "claimant": "Jonas Ek", "claimDate": "2025-02-28T00:00:00Z",
            "claimReview": [{
                "publisher": {"name": "Tide Watch", "site": "tidewatch.example"},
                "url": WHOLE.url, "title": WHOLE.title, "reviewDate": "2025-03-04T08:30:00Z",
                "textualRating": "Mostly off", "languageCode": "en"}]}],
          "nextPageToken": "x", "appearance": None}, "a search's answer"),
    ],
)  # fmt: skip
def test_a_review_is_read_wherever_it_stands(content: Any, why: str) -> None:
    found = one(content)
    if "search" in why:  # which does not tell where the claim appeared
        assert found.appearance is None
        return
    assert found == WHOLE, why


@pytest.mark.parametrize(
    ("changed", "field", "expected"),
    [
        ({"reviewRating": {"ratingValue": 2, "bestRating": 5}}, "rating",
         "2 (on a scale from 1 to 5)"),
        ({"reviewRating": {"ratingValue": "Unproven"}}, "rating", "Unproven"),
        ({"reviewRating": [{"name": "Half so"}]}, "rating", "Half so"),
        ({"reviewRating": "Half so"}, "rating", "Half so"),
        ({"reviewRating": {"alternateName": ["Half so", "2"]}}, "rating", "Half so"),
        ({"reviewRating": None}, "rating", None),
        ({"reviewRating": {"alternateName": "Caf&eacute; &#8211; <b>no</b>"}}, "rating",
         "Café – no"),
        ({"author": "Tide Watch"}, "publisher", "Tide Watch"),
        ({"author": [{"name": "A. Berg"}, {"name": "B. Holm"}]}, "publisher", "A. Berg, B. Holm"),
        ({"author": None, "publisher": {"name": "Quay Post"}}, "publisher", "Quay Post"),
        ({"author": {"url": "https://x.example"}}, "publisher", "tidewatch.example"),
        ({"author": None}, "publisher", "tidewatch.example"),
        ({"itemReviewed": {"@type": "CreativeWork", "author": "Jonas Ek"}}, "claimant", "Jonas Ek"),
        ({"itemReviewed": {"@type": "CreativeWork", "itemReviewed":
          {"@type": "Claim", "author": [{"name": "Jonas Ek"}]}}}, "claimant", "Jonas Ek"),
        ({"itemReviewed": {"appearance": [{"author": {"name": "J. Ek"}}]}}, "claimant", "J. Ek"),
        ({"itemReviewed": {"appearance": {"datePublished": "2025-02"}}}, "claim_date", "2025-02"),
        ({"itemReviewed": "https://forum.example/p/9"}, "claimant", None),
        ({"itemReviewed": {"appearance": ["https://forum.example/7"]}}, "appearance",
         "https://forum.example/7"),
        ({"itemReviewed": {"appearance": "javascript:alert(1)"}}, "appearance", None),
        ({"claimReviewed": None, "itemReviewed": {"@type": "Claim", "text": "It rained."}}, "claim",
         "It rained."),
        ({"datePublished": "soon"}, "published", None),
        ({"inLanguage": {"@type": "Language", "alternateName": "de"}}, "language", "de"),
        ({"inLanguage": None, "claimReviewed": "桥梁的修建花费了四百万。"}, "language", "zh"),
        ({"url": None, "mainEntityOfPage": "https://tidewatch.example/m"}, "url",
         "https://tidewatch.example/m"),
        ({"headline": None, "name": None}, "title", None),
    ],
)  # fmt: skip
def test_a_field_is_taken_from_where_publishers_put_it(
    changed: dict[str, Any], field: str, expected: str | None
) -> None:
    assert getattr(one(but(**changed)), field) == expected


def test_a_page_lends_its_address_and_its_title() -> None:
    review = but(url=None, headline=None)
    content = page(json.dumps(review), title="What the weir cost &mdash; Tide Watch")
    found = one(content, "https://tidewatch.example/a?b=1")
    assert found.url == "https://tidewatch.example/a?b=1"
    assert found.title == "What the weir cost — Tide Watch"
    assert one(page(json.dumps(but(url="../x"))), "https://t.example/a/b/").url == (
        "https://t.example/a/x"
    )


def test_a_person_may_be_named_by_reference() -> None:
    graph = [{"@id": "#us", "@type": "Organization", "name": "Tide Watch"}]
    found = one({"@graph": [but(author={"@id": "#us"}), *graph]})
    assert found.publisher == "Tide Watch"


def test_several_claims_of_one_review_are_several_fact_checks() -> None:
    found = read("a", json.dumps(but(claimReviewed=["It rained.", "It snowed."])).encode())
    assert [check.claim for check in found.checks] == ["It rained.", "It snowed."]


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"claimReviewed": None}, "no claim"),
        ({"claimReviewed": "  ?! "}, "no claim"),
        ({"claimReviewed": "word " * 1_001}, "more than 5,000 characters"),
        ({"claimReviewed": "\ud800 it rained"}, "not text"),
        ({"url": None}, "no address"),
        ({"url": "javascript:alert(1)"}, "no web address"),
        ({"url": "data:text/html,x"}, "no web address"),
        ({"url": "http://"}, "no web address"),
        ({"url": "https://x.example/" + "a" * 2_000}, "no web address"),
        ({"url": 'https://x.example/"onload="x'}, "no web address"),
        ({"reviewRating": {"alternateName": "long " * 100}}, "more than 300 characters"),
    ],
)  # fmt: skip
def test_what_is_broken_is_named_and_the_rest_goes_on(changed: dict[str, Any], reason: str) -> None:
    found = read("a", json.dumps([but(**changed), REVIEW]).encode())
    assert found.checks == (WHOLE,)
    (refused,) = found.refused
    assert refused.where == "review 1" and reason in refused.reason


TABLE = """\
Claim;Link;Verdict;Speaker;Organisation;Review date;Notes
"The weir cost 400; every household paid.";https://a.example/1;Off;Ek;Tide Watch;2025-03-04;x
No address;;Off;;;;

Too;https://a.example/2;many;cells;in;this;row;of;it
It rained.;https://a.example/3;;;;;
"""


def test_a_table_is_read_by_the_names_of_its_columns() -> None:
    found = read("a.csv", TABLE.encode("cp1252"))
    assert [(c.claim, c.url, c.rating, c.claimant, c.publisher) for c in found.checks] == [
        ("The weir cost 400; every household paid.", "https://a.example/1", "Off", "Ek",
         "Tide Watch"),
        ("It rained.", "https://a.example/3", None, None, "a.example"),
    ]  # fmt: skip
    assert [(r.where, r.reason) for r in found.refused] == [
        ("row 3", "it has no address"),
        ("row 5", "it has more cells than the first row"),
    ]


def test_a_chinese_table_with_tabs_is_read() -> None:
    content = "声明\t链接\t评级\n桥梁的修建花费了四百万。\thttps://a.example/q\t部分属实\n"
    (check,) = read("表.tsv", content.encode("gb18030")).checks
    assert (check.claim, check.rating) == ("桥梁的修建花费了四百万。", "部分属实")
    assert check.language == "zh"


def test_a_mark_that_is_never_closed_is_named_and_costs_no_row_before_it() -> None:
    content = 'claim,url\nIt rained.,https://a.example/3\n"open,https://a.example/4\nx,y\n'
    found = read("a.csv", content.encode())
    assert [check.claim for check in found.checks] == ["It rained."]
    assert found.refused[0].where == "row 3"


def test_a_broken_line_of_a_file_of_lines_is_named() -> None:
    lines = [json.dumps(REVIEW), "{", "", json.dumps({"a": 1})]
    found = read("a.jsonl", "\n".join(lines).encode())
    assert found.checks == (WHOLE,)
    assert [(r.where, r.reason) for r in found.refused] == [
        ("line 2", "it is not JSON"),
        ("line 4", "there is no fact-check in it"),
    ]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"%PDF-1.7", "no page, no JSON and no table"),
        (b"<html><p>Nothing here.</p></html>", "there is no fact-check in it"),
        (b'<div itemscope itemtype="http://schema.org/ClaimReview">', "not JSON-LD"),
        (b"{}", "there is no fact-check in it"),
        (b"a,b\n1,2\n", "names no column for the claim"),
        (b"", "names no column for the claim"),
        (page('<!-- <script type="application/ld+json">{}</script> -->'), "no fact-check"),
        (b"<script type='application/ld+json'>{\"@type\": \"ClaimReview\"}", "no fact-check"),
    ],
)
def test_what_holds_none_is_refused_with_the_reason(content: bytes, reason: str) -> None:
    with pytest.raises(UnreadableSource) as refused:
        read("a", content)
    assert reason in refused.value.reason


def test_a_review_in_a_comment_of_the_page_is_not_read() -> None:
    hidden = f'<!-- <script type="application/ld+json">{json.dumps(but(url="https://h.example"))}'
    found = read("a", page(json.dumps(REVIEW), before=f"{hidden}</script> -->"))
    assert found.checks == (WHOLE,)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://www.a.example/x/", "http://a.example/x", True),
        ("https://a.example/x?id=1", "https://a.example/x?id=2", False),
        ("https://a.example/x#one", "https://a.example/x#two", False),
        ("https://a.example/X", "https://a.example/x", False),
    ],
)
def test_writings_of_one_address_are_known(one: str, other: str, same: bool) -> None:
    assert (address_key(one) == address_key(other)) is same
