"""Bodies, papers, crowds and offices: what speaks besides the persons a draft names."""

from __future__ import annotations

import pytest

from verifier.drafts.article import find_quotations

SPEAKERS = [
    (
        "Tom Cole won. The plaque praised his “quiet fury at the net”. He smiled and said: "
        "“I was loud.”",
        "Tom Cole",
        "papers are no persons",
    ),
    (
        "Ada Vane sued. The writ spoke of “grave and lasting harm”. “I was cross,” she said.",
        "Ada Vane",
        "papers are no persons",
    ),
    ("A card came. “Are you home alone?” it asked.", "A card", "papers are no persons"),
    (
        "On the door hangs a printed card. “Back in ten years,” it says.",
        "a printed card",
        "papers are no persons",
    ),
    (
        "Ada Vane found an unsigned letter under the mat. “Leave the pond alone,” it read.",
        "an unsigned letter",
        "papers are no persons",
    ),
    (
        "Orlan, the tyre maker, has closed a plant. The company said demand was “soft as butter”.",
        "Orlan",
        "bodies and their nouns",
    ),
    (
        "Orlan, a tyre maker, has closed a plant.\n\nThe group said demand was “soft as butter”.",
        "Orlan",
        "bodies and their nouns",
    ),
    (
        "The Bakers' Guild, which has 90 members, said it was “past sleep and past caring”.",
        "The Bakers' Guild",
        "bodies and their nouns",
    ),
    (
        "The Teachers’ Union said pay was “a joke without a punchline”.",
        "The Teachers’ Union",
        "bodies and their nouns",
    ),
    ("Mrs Justice Hale rose. “Is that a goat?” the judge asked.", "Hale", "a court"),
    ("Mr Justice Orde found for Cole. “It is over,” said the judge.", "Orde", "a court"),
    ("Mr Justice Orde ruled. A goat, the judgment says, “is no clock”.", "the judgment", "a court"),
    ("Of the rest Mrs Justice Hale had this to say: “Go home.”", "Hale", "a court"),
    ("Ada Vane stood. Of the goats she had this to say: “They swim.”", "Ada Vane", "a court"),
    (
        "Two farmers were told by a county judge that a goat “has no standing "
        "here”.\n\nJudge Vera Lund rose at noon.\n\n“Enough,” said Lund. Then: “Order.”",
        "Vera Lund",
        "an office before its holder",
    ),
    (
        "A Dorn bishop has called bingo “a fog”.\n\nBishop Tom Cole plays chess.",
        "Tom Cole",
        "an office before its holder",
    ),
    (
        "The transport minister has said drivers “chose the rain”.\n\nAda Vane told the "
        "house that it was late.",
        "Ada Vane",
        "an office before its holder",
    ),
    (
        "Ada Vane fought for her seat as rain fell.\n\nThe mayor laughed. “I can swim,” she said.",
        "Ada Vane",
        "an office before its holder",
    ),
    (
        "A coroner has called it “a sad day for all”.\n\nTom Cole, the coroner, spoke.\n\nA "
        "coroner in Elm, Ada Vane, did not.",
        "A coroner",
        "an office before its holder",
    ),
    (
        "A nurse said it was “like a war”.\n\nAda Vane told the house it was late.",
        "A nurse",
        "an office before its holder",
    ),
    (
        "The transport minister has said sorry after he told guests that bus drivers were "
        "“fools in hats”.\n\nTom Cole, 49, who lives in Elm, had said nothing.",
        "Tom Cole",
        "an office before its holder",
    ),
    (
        "Tom Cole rose. From behind the clerk’s chair came a cry of “Ask for a boat!”",
        None,
        "cries are nobody's",
    ),
    (
        "Mayor Ada Vane sat. There were shouts of “Resign today, please!”",
        None,
        "cries are nobody's",
    ),
    ("Ada Vane smiled as chants of “Four more goats now!” rang out.", None, "cries are nobody's"),
    ("Tom Cole bowed to murmurs of “Not again, please, not him.”", None, "cries are nobody's"),
    (
        "Harwick, the packing group, said no: “Too low.” Chief executive Lene Holt gave "
        "Harwick a week. “We can wait,” she said.",
        "Lene Holt",
        "a firm is no person",
    ),
    (
        "Kofi Aden leapt late and Dorn United were through. “I jumped,” the Ghanaian said.",
        "Kofi Aden",
        "a team is no person",
    ),
    ("Ada Vane scored. Elm Rovers are top. “I ran,” she said.", "Ada Vane", "a team is no person"),
    (
        "Tom Cole scored twice. Harbour Stars have won. “I ran,” the striker said.",
        "Tom Cole",
        "a team is no person",
    ),
    (
        "Her printer, Elm Press, confirmed it. “It sold,” it added.",
        "Elm Press",
        "bodies and their nouns",
    ),
    (
        "Mrs Ada Vane wrote it. Her publisher, Elm House, paid. “It sold,” it said.\n\n“I wept,” "
        "she wrote.",
        "Ada Vane",
        "a body is not meant by a pronoun",
    ),
    (
        "Campaign group Ride Elm said it was “better than nothing at all”.",
        "Ride Elm",
        "a noun before a body",
    ),
    (
        "Chip maker Quexa said it was “better than nothing at all”.",
        "Quexa",
        "a noun before a body",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), SPEAKERS)
def test_the_last_quotation_is_given_to_the_body_or_the_office(
    text: str, expected: str | None, why: str
) -> None:
    last = [q for q in find_quotations(text, "en") if q.is_checked][-1]
    assert last.speaker == expected, why
