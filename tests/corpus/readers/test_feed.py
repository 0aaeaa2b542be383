"""Feeds: every entry with text is a document of its own."""

from __future__ import annotations

import io

import pytest

from corpus.blocks import Reading
from corpus.errors import UnreadableSource
from corpus.readers import feed
from tests.corpus.made_files import original, stored_share

RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Quay Post</title>
<language>en</language><item><title>The &lt;i&gt;weir&lt;/i&gt; &amp;amp; us</title>
<link>https://quay.example/1</link><guid>q-1</guid><dc:creator>Ana Ruiz</dc:creator>
<pubDate>Tue, 16 Apr 2024 13:31:00 +0800</pubDate><description>Short.</description>
<content:encoded><![CDATA[{}]]></content:encoded></item>
<item><title>No text</title><guid>q-2</guid></item>
<item><title>Teaser</title><guid>q-3</guid><description>It &lt;b&gt;rained&lt;/b&gt;.</description>
</item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh"><title>河边</title><entry>
<title>水坝</title><id>tag:1</id><link rel="self" href="/no"/><link href="https://quay.example/2"/>
<author><name>林晓</name></author><published>2022-09-01T08:00:00Z</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>下了一周雨。</p><p>水坝没有垮。</p>
</div></content></entry></feed>"""


def read(content: str) -> list[Reading]:
    return list(feed.read("quay.rss", io.BytesIO(content.encode())))


def test_entries_of_a_news_feed_are_documents_with_their_fields() -> None:
    paragraphs = original("en", 20)
    full, teaser = read(RSS.format("".join(f"<p>{p}</p>" for p in paragraphs)))
    assert stored_share(paragraphs, full.text) >= 0.99
    assert full.origin == "quay.rss#q-1" and teaser.origin == "quay.rss#q-3"
    assert dict(full.fields) == {
        "title": "The weir & us",
        "url": "https://quay.example/1",
        "author": "Ana Ruiz",
        "date": "Tue, 16 Apr 2024 13:31:00 +0800",
        "publisher": "Quay Post",
        "language": "en",
    }
    assert teaser.text == "It rained."


def test_entries_of_an_atom_feed_with_markup_inside() -> None:
    (entry,) = read(ATOM)
    assert [entry.text[b.start : b.end] for b in entry.blocks] == ["下了一周雨。", "水坝没有垮。"]
    assert dict(entry.fields) == {
        "title": "水坝",
        "url": "https://quay.example/2",
        "author": "林晓",
        "date": "2022-09-01T08:00:00Z",
        "publisher": "河边",
        "language": "zh",
    }


def test_an_entry_keeps_its_hash_while_the_feed_goes_on() -> None:
    before = read(RSS.format("<p>It rained.</p>"))
    after = read(RSS.format("<p>It rained.</p>").replace("<item>", "<item><guid>new</guid>"
                 "<description>News.</description></item><item>", 1))  # fmt: skip
    assert before[0].sha256 == after[1].sha256


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("<html><body/></html>", "no feed"),
        ("<rss><channel>", "damaged"),
        ("<rss><channel><item><title>x</title></item></channel></rss>", "no entry"),
        ('<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/hostname">]><rss>&a;</rss>', "declares"),
        (f"{'<a>' * 2000}{'</a>' * 2000}", "nested"),
    ],
)
def test_what_is_no_feed_or_a_hostile_one_is_refused(content: str, reason: str) -> None:
    with pytest.raises(UnreadableSource) as refused:
        read(content)
    assert reason in refused.value.reason
