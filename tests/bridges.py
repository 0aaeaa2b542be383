"""An invented corpus about a bridge, for pages: the same sentence in several sources and years,
frames that turn a quote, scripts that run the other way, a translation with its original, a page
that attacks its reader, and a book of many passages.
"""

from __future__ import annotations

from pathlib import Path

from corpus.home import Home
from corpus.ingest import read_source
from tests.conftest import NOON
from verifier.service import Service

HIT = "window.hit=1"
ATTACK = f'"><script>{HIT}</script><svg/onload={HIT}>'
TURNED = "\u202e"
PROMISE = "A bridge is a promise that two banks make to each other."
PAYS = "the bridge will pay for itself"
COST = "We have set aside 250,000 dollars for the bridge, and not a cent of it will go to banks."
SAID_2019 = f"""\
Title: Budget address to the city council
URL: https://city.example/2019/budget
Publisher: City of Marrow
Date: 2019-03-14
Language: en
Kind: speech
Speaker: Dana Whitlock

{COST} If the council approves the plan in April, the work will begin in the autumn.

Nobody asked me for a sentence. {PROMISE} I would not say that {PAYS}, because bridges do not. \
But the town that keeps its bridge keeps its doctor, its baker and its school.

Nobody believes that the old bridge will last another winter.
"""
SAID_2020 = f"""\
Title: Bridge opening, remarks
URL: https://city.example/2020/opening
Publisher: City of Marrow
Date: 2020-10
Language: en
Kind: speech
Speaker: Dana Whitlock

It took longer than I said it would. Thank you for not leaving while we built it.

Let me begin with an old one. {PROMISE} Tonight both of them have kept it.
"""
SAID_BY_PAPER = f"""\
Title: The mayor who built a bridge
URL: https://gazette.example/mayor
Publisher: Marrow Gazette
Date: 2021-06-02
Language: en
Kind: article

The mayor is fond of her own sentences. “{PROMISE[:-1]},” Whitlock said, to nobody in particular.
"""
ARABIC = """\
Title: كلمة في افتتاح الجسر
URL: https://news.example/ar/bridge
Publisher: صحيفة الضفتين
Date: 2020-10-04
Language: ar
Kind: speech
Speaker: ليلى حداد

الجسر وعد تقطعه ضفتان إحداهما للأخرى. لقد استغرق العمل وقتا أطول مما قلت وكلفنا أكثر مما توقعت.
"""
FERRY = """\
Title: Gespräch mit dem Fährmann
Date: 2021-02-20
Language: de
Kind: interview
Speaker: Tomas Reiter

Die Fähre hat noch nie auf einen Minister gewartet, und sie wird es auch nie tun.
"""
FERRY_TRANSLATED = """\
Title: A talk with the ferry master
Date: 2021-03-02
Language: en
Kind: interview
Speaker: Tomas Reiter
Translated-From: de
Translator: Ines Kolb
Translation-Of: ferry_de.txt

The ferry has never waited for a minister, and it never will while I hold the rope.
"""
HOSTILE = f"""\
Title: {ATTACK}{TURNED}
URL: javascript:{HIT}
Publisher: "><img src=x onerror={HIT}>
Author: <b onclick={HIT}>Eve</b>
Date: 2020-01-01
Language: en
Kind: speech
Speaker: <svg/onload={HIT}>

The quick ferry <img src=x onerror={HIT}> crossed the wide river at dawn again {ATTACK} and \
nobody saw it {TURNED}leave the harbour.
"""
HOSTILE_QUOTE = f"The quick ferry <img src=x onerror={HIT}> crossed the wide river at dawn again"
TEXTS = {
    "said_2019.txt": SAID_2019,
    "said_2020.txt": SAID_2020,
    "paper.txt": SAID_BY_PAPER,
    "arabic.txt": ARABIC,
    "ferry_de.txt": FERRY,
    "ferry.txt": FERRY_TRANSLATED,
    "<svg onload=alert(1)>.txt": HOSTILE,
}
NOUNS = "boat kettle ledger stove lantern saddle barrel hinge candle anchor".split()


def book(passages: int) -> str:
    """A text of that many short paragraphs, each with words of its own."""
    paragraphs = (
        f"Entry {n}: the {NOUNS[n % 10]} of house {n} was carried past house {n + 1} at noon."
        for n in range(1, passages + 1)
    )
    return "Title: The ledger of the flood\nDate: 1954\nLanguage: en\n\n" + "\n\n".join(paragraphs)


def bridge_service(folder: Path, **more: str) -> tuple[Home, Service]:
    """A home with the corpus, and a service on it at noon.

    Args:
        folder: where the home is made.
        more: further texts by file name without ``.txt``.
    """
    home = Home.open(folder)
    for origin, text in {**TEXTS, **{f"{name}.txt": text for name, text in more.items()}}.items():
        assert list(home.add(read_source(origin, text.encode()), now="2026-01-01T00:00:00Z"))
    return home, Service.open(home, now=lambda: NOON)
