"""What counts as an honest quote is settled by the text around it, not by single words."""

from __future__ import annotations

import pytest

from tests.gold.honest import honest

CLAUSES = [
    ("We never closed the old harbour gate, and nobody paid us.",
     "We never closed the old harbour gate", True, "words of denial inside the clause"),
    ("I asked my father, when he was old, if the ferry had ever come back.",
     "if the ferry had ever come back", True, "a clause that holds the word itself"),
    ("They told us about it, we tied the boats to the church.",
     "we tied the boats to the church", True, "a clause with a saying that ends elsewhere"),
    ("We carried nine boats, but the last one sank in March.",
     "but the last one sank in March", True, "cut behind the turn, not before it"),
    ("If the ice is thick, we will carry the boats over the bar.",
     "we will carry the boats over the bar", False, "a condition before it"),
    ("I give you my word, if the ice holds, we will carry the boats over.",
     "we will carry the boats over", False, "a condition put in"),
    ("We will carry the boats over the bar, unless the ice is thin.",
     "We will carry the boats over the bar", False, "a limit behind it"),
    ("And then he said, we will never carry the boats over.",
     "we will never carry the boats over", False, "somebody's saying"),
    ("We will never carry the boats over, he said.",
     "We will never carry the boats over", False, "the same behind it"),
    ('The keeper wrote, "We carried the boats over the bar, and sank."',
     '"We carried the boats over the bar', False, "quotation marks around it"),
    ("Perhaps, we will carry the boats over the bar.",
     "we will carry the boats over the bar", False, "a hedge cut off"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "clause", "kept", "why"), CLAUSES)
def test_a_clause_is_honest_unless_its_own_sentence_takes_it_back(
    sentence: str, clause: str, kept: bool, why: str
) -> None:
    first = "The harbour opened long before the railway reached us."
    rows = [{"speaker": "Ada", "text": text} for text in (first, sentence)]
    found = {
        made.quote.strip(".")
        for seed in range(6)
        for made in honest(rows, 2, seed)
        if made.kind == "clause"
    }
    assert (clause in found) is kept, why


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("If the ice is thick enough, nobody will claim that we were careless.", True),
        ("Why did the council never pay for the lanterns on the quay?", False),
        ('The keeper said: "I never saw such waves before. We tied the boats to the quay."', True),
    ],
)
def test_a_whole_sentence_is_honest_unless_it_asks_or_stands_in_marks(
    text: str, kept: bool
) -> None:
    made = [m.quote for m in honest([{"speaker": "Ada", "text": text}], 9)]
    assert bool(made) is kept
    assert not any("We tied" in quote for quote in made)
