"""Who answers in an exchange of which only one side is named beside its words."""

from __future__ import annotations

import pytest

from verifier.drafts.article import find_quotations

ANSWERS = [
    (
        "Tom Cole turned the fiddle over. Ada Vane watched him.\n\n“Is it bad?” she asked.\n\n"
        "“It has been bad.”",
        ["Ada Vane", "Tom Cole"],
        "a question is answered by the other one",
    ),
    (
        "Tom Cole defended her. The judge, Ada Vane, was calm. “Within an hour of what?” she asked."
        "\n\n“Of the fire.”\n\n“Quite.”",
        ["Ada Vane", "Tom Cole", "Ada Vane"],
        "and the first one speaks again",
    ),
    (
        "Dominic Cole sat down.\n\n“Mr Cole,” said Judge Ada Vane, “you must answer.”\n\n"
        "“They fitted,” he said.",
        ["Ada Vane", "Dominic Cole"],
        "whoever is called by name answers",
    ),
    (
        "Ada Vane has walked to both poles.\n\nWhy failure?\n\n“I am good at it.”\n\n"
        "You took a piano.\n\n“A small one.”",
        ["Ada Vane", "Ada Vane"],
        "a question and a remark to the one whom the interview is with",
    ),
    (
        "Ada Vane is an explorer.\n\nWhy?\n\n“For fun.”\n\n"
        "Her husband, Anders Holm, brings tea. Is he proud?\n\n“Relieved,” he says.\n\n"
        "What next?\n\n“Home.”",
        ["Ada Vane", "Anders Holm", "Ada Vane"],
        "somebody passing by answers once",
    ),
    (
        "Ada Vane told Peter Cole that she would never marry him. “I said that was all right.”",
        ["Peter Cole"],
        "“I said” answers whoever acts before",
    ),
    (
        "Rovers lost.\n\nPeter Cole signed in June.\n\nDid he mind?\n\n“Not at all.”",
        ["Peter Cole"],
        "a question about him, in a paragraph of its own",
    ),
    (
        "Peter Cole rang them. His wife, Ada Vane, came in. “It took a winter,” she says.\n\n"
        "“Forty-three,” he says.\n\n“Forty-four. You forgot one.”",
        ["Ada Vane", "Peter Cole", "Ada Vane"],
        "a few words of one are answered by the other",
    ),
    (
        "Peter Cole cooks.\n\nAda Vane hands you a spoon and waits.\n\n“Taste it.”",
        ["Ada Vane"],
        'narration with a "you" in it, in which somebody acts, asks nothing',
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), ANSWERS)
def test_the_other_one_answers(text: str, expected: list[str], why: str) -> None:
    assert [q.speaker for q in find_quotations(text, "en")] == expected, why
