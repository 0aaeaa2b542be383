"""Invented pages as sites build them, with everything that stands around a text."""

from __future__ import annotations

import html
from collections.abc import Sequence

JUNK = (
    "We value your privacy and use cookies for statistics.",
    "Ten ways to water a cactus that nobody tells you about.",
    "I never agree with this paper, but today I do. Well said.",
    "All rights reserved by the imaginary press group.",
)


def of_sections(paragraphs: Sequence[str]) -> str:
    """A page built of nested sections and spans, without a single paragraph element."""
    body = "".join(
        f'<section data-tool="editor"><section style="margin:0 8px"><section><span style="x">'
        f"{html.escape(p[: len(p) // 2])}</span><span><strong>{html.escape(p[len(p) // 2 :])}"
        f"</strong></span></section></section></section>"
        + ("<section><br></section>" if number % 4 == 0 else "")
        for number, p in enumerate(paragraphs)
    )
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8">
<meta property="og:title" content="河边的会议记录"><meta name="author" content="林晓">
<script>var ct = "1730761620"; var other = "{JUNK[1]}";</script></head>
<body><div id="page"><div class="top_banner"><a href="/">首页</a></div>
<h1 id="activity-name">河边的会议记录</h1>
<div id="meta"><a id="js_name">河边观察</a><em id="publish_time"></em></div>
<div id="js_content" style="visibility: hidden; opacity: 0;">{body}</div>
<div class="comment_area"><p>{JUNK[2]}</p></div></div></body></html>"""


def of_divs(paragraphs: Sequence[str]) -> str:
    """A page that marks nothing: divs all the way, between navigation, comments and teasers."""
    said = "".join(f'<div class="c-para">{html.escape(p)}</div>' for p in paragraphs)
    teasers = "".join(
        f'<div class="card"><a href="/{n}">{JUNK[1]} Part {n}</a></div>' for n in range(30)
    )
    return f"""<html lang="en-GB"><head><title>The minutes of the harbour | Quay Post</title>
<script type="application/ld+json">{{"@context": "https://schema.org", "@graph": [{{
"@type": ["NewsArticle"], "headline": "The minutes of the harbour",
"datePublished": "2024-04-16T13:31:00+08:00", "author": [{{"@type": "Person", "name": "Ana Ruiz"}},
{{"@type": "Person", "name": "林晓"}}], "publisher": {{"name": "Quay Post"}}}}]}}</script>
<link rel="canonical" href="https://quay.example/minutes"></head><body>
<div class="cookie-banner"><p>{JUNK[0]}</p></div><nav><ul><li><a href="/">Home</a></li></ul></nav>
<div class="shell"><div class="col-a"><h1>The minutes of the harbour</h1>
<div class="text">{said}</div></div><div class="col-b related-stories">{teasers}</div></div>
<div id="comments"><div>{JUNK[2]}</div></div><footer><p>{JUNK[3]}</p></footer></body></html>"""


def of_article(paragraphs: Sequence[str]) -> str:
    """A page with an article element, headings, a list, a quotation, a table and a caption."""
    said = "".join(f"<p>{html.escape(p)}</p>" for p in paragraphs)
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Minutes - Quay Post</title><meta property="article:published_time" content="2023-05-01">
</head><body><header><nav>Menu</nav></header><article><h1>Minutes</h1><h2>Part one</h2>{said}
<blockquote><p>A promise, they wrote, is no timetable.</p></blockquote>
<ul><li>First point of the list.</li><li>Second point<br>on two lines.</li></ul>
<table><tr><th>Year</th><th>Boats</th></tr><tr><td>1987</td><td>forty</td></tr></table>
<figure><img src="a.png"><figcaption>The quay in winter.</figcaption></figure>
<aside class="share">{JUNK[0]}</aside></article>
<section class="comments"><p>{JUNK[2]}</p></section><footer>{JUNK[3]}</footer></body></html>"""


def nested(text: str, depth: int, tag: str = "div") -> str:
    """A page with its text under many levels of one element."""
    return f"<html><body>{f'<{tag}>' * depth}{text}{f'</{tag}>' * depth}</body></html>"
