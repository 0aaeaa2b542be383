"""Pages to blocks: every word once, paragraphs as a browser shows them, however deep."""

from __future__ import annotations

import html

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.blocks import BlockKind
from corpus.readers.elements import parse_html
from corpus.readers.markup import PageBlock, walk
from tests.corpus.pages import nested


def blocks_of(markup: str) -> list[PageBlock]:
    tree = parse_html(markup)
    return [] if tree is None else list(walk(tree))


CASES = [
    ("<p>One <b>bo</b>ld wo<i>rd</i>.</p>", ["One bold word."], "inline marks part no words"),
    ("<p>One</p>two<p>three</p>four", ["One", "two", "three", "four"], "text between paragraphs"),
    ("<div>a<div>b</div>c</div>", ["a", "b", "c"], "text around an inner block"),
    ("<p>one<br>two</p>", ["one\ntwo"], "a single break stays"),
    ("<p>one<br> <br>two</p>", ["one", "two"], "two breaks are a new paragraph"),
    ("<p>a \n  b&nbsp;c</p>", ["a b\xa0c"], "white space as shown"),
    ("<p>fun\xadda\u200bmental</p>", ["fundamental"], "hints for breaking are no letters"),
    ("<pre>a\n  b</pre>", ["a\nb"], "lines of preformatted text"),
    ("<ul><li>a<li>b</ul>", ["a", "b"], "list items, unclosed"),
    ("<table><tr><td>a<td>b</table>", ["a", "b"], "cells"),
    ("<p>a<script>x()</script>b<!-- c --></p>", ["ab"], "scripts and comments are silent"),
    ("<p style='display: none'>x</p><p hidden>y</p>z", ["z"], "hidden"),
    ("<div style='visibility:hidden'>shown by a script</div>", ["shown by a script"], "WeChat's"),
    ("<ruby>東<rp>(</rp><rt>とう</rt></ruby>", ["東(とう"], "ruby is kept"),
    ("<p>5 &lt; 6 &amp; 7</p>", ["5 < 6 & 7"], "entities"),
    ("", [], "nothing"),
    ("<p> </p><br><br>", [], "white space only"),
]


@pytest.mark.parametrize(("markup", "written", "why"), CASES)
def test_blocks_end_where_a_browser_begins_a_new_line(
    markup: str, written: list[str], why: str
) -> None:
    assert [b.written for b in blocks_of(markup)] == written, why


def test_headings_quotations_rules_and_links_are_told_apart() -> None:
    found = blocks_of("<h2>A</h2><blockquote>B<p>C</p></blockquote><hr><p><a href=x>D</a> e</p>")
    assert [(b.written, b.kind, b.level, b.linked) for b in found] == [
        ("A", BlockKind.HEADING, 2, 0),
        ("B", BlockKind.QUOTE, 0, 0),
        ("C", BlockKind.QUOTE, 0, 0),
        ("* * *", BlockKind.RULE, 0, 0),
        ("D e", BlockKind.PARAGRAPH, 0, 1),
    ]


@pytest.mark.parametrize("tag", ["div", "section", "span", "blockquote", "table", "b", "article"])
@pytest.mark.parametrize("depth", [3_000, 20_000])
def test_no_depth_of_nesting_empties_a_page(tag: str, depth: int) -> None:
    assert [b.written for b in blocks_of(nested("Still here.", depth, tag))] == ["Still here."]


WORDS = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=8)


@given(st.lists(st.lists(WORDS, min_size=1, max_size=6), min_size=1, max_size=8))
@settings(max_examples=60, deadline=None)
def test_every_word_of_a_page_comes_out_once_and_in_order(paragraphs: list[list[str]]) -> None:
    said = [" ".join(p) for p in paragraphs]
    markup = "".join(f"<section><span>{html.escape(p)}</span></section>" for p in said)
    assert [b.written for b in blocks_of(f"<meta charset=utf-8><div>{markup}</div>")] == said
