"""The site's lines are told from the text's."""

from __future__ import annotations

import pytest

from corpus.describing.furniture import closing_frame, is_furniture
from corpus.readers.plain import cut_blocks

LINES = [
    ("****", True, "no letters"),
    ("[1]", True, "a footnote mark"),
    ("https://example.org/a?b=c", True, "an address"),
    ("Blog link: https://example.org/a", True, "a labelled address"),
    ("![](https://example.org/a.png)", True, "a picture"),
    ("[1、[A talk about rivers]](https://example.org/r)", True, "a linked title"),
    ("图片", True, "a placeholder"),
    ("• +44 20 7946 0000", True, "a telephone number"),
    ("#harbour #fees", True, "tags"),
    ("全文6,000 字，阅读约需14分钟", True, "reading time"),
    ("**（关注公众号并设为🌟标）**", True, "please follow"),
    ("© 2024 Harbour Weekly. All rights reserved.", True, "rights"),
    ("The post A tram line appeared first on Harbour Weekly.", True, "a blog's last line"),
    ("Der Beitrag Die Linie erschien zuerst auf Hafenblick.", True, "in German"),
    ("L’article La ligne est apparu en premier sur Quai.", True, "in French"),
    ("La entrada La línea se publicó primero en Muelle.", True, "in Spanish"),
    ("Listen wherever you get your podcasts.", True, "a call to listen"),
    ("Listen to me when I speak of the harbour.", False, "speech"),
    ("The post was cut in half when the ferry hit it.", False, "a post of wood"),
    ("Lesen Sie auch: Wie die Halligen leben", True, "read also, in German"),
    ("À lire aussi : Le port en hiver", True, "in French"),
    ("Lesen kann ich auch noch morgen.", False, "speech about reading"),
    ("Of course.", False, "a short answer"),
    ("I share this view, and I have said so.", False, "speech with a word of the list"),
    ("We read the accounts at https://example.org and found errors.", False, "a link in speech"),
    ("Reporter: Why did you change the privacy policy?", False, "a labelled question"),
    ("Host: Will you contact us again?", False, "a labelled question"),
    ("记者：未经许可的建筑会怎么处理？", False, "a labelled question in Chinese"),
    ("《港口》/ Quayside: Can you advise?", False, "a label"),
]


@pytest.mark.parametrize(("line", "furniture", "why"), LINES)
def test_a_line_is_furniture_or_text(line: str, furniture: bool, why: str) -> None:
    assert is_furniture(line) is furniture, why


def _tail(text: str) -> str:
    blocks = list(cut_blocks(text))
    at = closing_frame(text, blocks)
    return text[blocks[at].start :] if at < len(blocks) else ""


BODY = "A paragraph that says a thing or two about rivers.\n\n" * 8


def test_everything_after_a_closing_line_is_the_closing_frame() -> None:
    tail = "Tags:\n\nAn address, 5 Quay Street\n\nA firm"
    assert _tail(BODY + tail) == tail


def test_rules_before_the_closing_line_belong_to_it() -> None:
    tail = "* * *\n\nOriginal video: https://example.org/v\n\n## More\n\nText."
    assert _tail(BODY + tail) == tail


def test_a_closing_line_that_much_text_follows_closes_nothing() -> None:
    assert _tail("Start.\n\nRelated articles\n\n" + BODY) == ""
