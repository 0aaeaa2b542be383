"""Who is said to speak in English drafts: bodies, things that are read, and chains of pronouns."""

from __future__ import annotations

import pytest

from verifier.drafts.article import find_quotations

BODIES: list[tuple[str, list[str | None], str]] = [
    (
        "Tom Vane left. The Guild of Boat Builders, by contrast, said it was “quite stunned”.",
        ["The Guild of Boat Builders"],
        "a body keeps what stands behind its of",
    ),
    (
        "Linden Dorn branch secretary Ada Vane spoke. Dorn council said it felt “rather let down "
        "by it”.",
        ["Dorn council"],
        "a place with a noun for a body in small letters is a body",
    ),
    (
        "Dorn council leader Ada Vane said it felt “rather let down by it”.",
        ["Ada Vane"],
        "an office and a name behind such a noun are a person's",
    ),
    (
        "Shares in Calloway, the shoe chain, fell after it told investors that buyers had become "
        "“a little more careful”.",
        ["Calloway"],
        "it stands for a body behind a preposition",
    ),
    (
        "Swedish paint group Lundqvar said sales rose.\n\nThe price of tin fell.\n\n"
        "“Demand remains strong,” it said.",
        ["Lundqvar"],
        "it stands for the body of a paragraph further up",
    ),
    (
        "Swedish paint group Lundqvar did well. Tom Cole bought ten.\n\nThe Malmo-based brand said "
        "it was “very pleased indeed with it”.",
        ["Lundqvar"],
        "a noun for a firm with its seat points back at the firm",
    ),
    (
        "There were chants for the old boy Tom Cole, who is out of work. The tribunal said the "
        "flag was removed “for reasons of fire safety”.",
        ["The tribunal"],
        "a noun for a body is none of the people before it",
    ),
    (
        "A spokesman for the family said it remained “a patient shareholder”.",
        ["A spokesman for the family"],
        "a noun in -ly is no adverb",
    ),
]

WRITTEN: list[tuple[str, list[str | None], str]] = [
    (
        "Tom Cole owns a brass plate that reads, “Given by the ladies of the town.”",
        ["a brass plate"],
        "the noun before a relative clause is read",
    ),
    (
        "Tom Cole watched. Parents held placards reading “We want our school back and now.”",
        ["placards"],
        "a participle behind a noun for something written",
    ),
    (
        "A Dorn Trust-funded review in May found that most roofs were “likely to fall in”.",
        ["A Dorn Trust-funded review"],
        "a participle joined by a hyphen belongs to the noun",
    ),
    (
        "The agency will buy cameras that, according to a leaflet, can “see smoke at sixty miles”.",
        ["a leaflet"],
        "a source between commas goes before the subject of the sentence",
    ),
    (
        "Carbon put it at ten years. It predates the sledge, the authors write, “and obliges us "
        "to think again”.",
        ["the authors"],
        "a report between commas, in the present",
    ),
    (
        "The club blamed “the dreadful weather”, an excuse the players' union called "
        "“wet, like the pitch”.",
        ["The club", "the players' union"],
        "a clause without a relative has its own subject",
    ),
    (
        "In a letter to the board, five of them wrote: “We have had enough of this.”",
        ["five of them"],
        "some of several",
    ),
]

CHAINS: list[tuple[str, list[str | None], str]] = [
    (
        "Police were called after a choir director noticed that the hall was, in her words, "
        "“smelling strongly of ham”.\n\nTom Cole was held.\n\nChoir director Ada Vane said "
        "nobody was hurt.",
        ["Ada Vane"],
        "her words are those of somebody who is named later",
    ),
    (
        "“Never again,” Tom Cole said.\n\nHe refused to blame the referee, Max Dorn, who sent "
        "off two of his men. “I would get fined,” he said.",
        ["Tom Cole", "Tom Cole"],
        "the subject of the sentence before goes before its object",
    ),
    (
        "Ada Vane has tuned pianos for years. A spokesperson promised “a range of new things”. "
        "When I repeat this to Vane, she laughs.\n\n“Tell them,” she says, “that I know.”",
        ["A spokesperson", "Ada Vane"],
        "a name behind a preposition in the clause that opens the sentence",
    ),
    (
        "Lady Vane makes ten points, one for when a mother reports pain. She said the plan was "
        "“a plan to write a plan”.",
        ["Vane"],
        "somebody in a clause about any case is not meant",
    ),
    (
        "Ada Vane brought a watch. Archdeacon Tom Cole spoke for ten minutes. “You were "
        "uneven,” she told him.",
        ["Ada Vane"],
        "whoever is spoken to does not speak",
    ),
    (
        "Ada Vane laughed. Besides her daughter, she has a son. “He writes,” she said.",
        ["Ada Vane"],
        "somebody of hers who is only mentioned",
    ),
]

NAMES: list[tuple[str, list[str | None], str]] = [
    (
        "One nurse, who is identified only as Witness K, told the inquiry that she had complained. "
        "“I was asked to be happy,” her evidence reads.",
        ["Witness K"],
        "a noun with a letter is a name, and her evidence is hers",
    ),
    (
        "Asked for a comment, a teenager who gave his name only as Max looked up.\n\n“What is "
        "that?” he said.",
        ["Max"],
        "the only name that somebody gives",
    ),
    (
        "The chancellor, Ada Vane, spoke. Her opposite number, Tom Cole, was cross. The shadow "
        "chancellor accused Ms Vane of “making it up as she went”.",
        ["Tom Cole"],
        "an office nobody holds, behind a noun that compares",
    ),
    (
        "The vicar, a Canon Vane, wrote that it was “accurate to a fault”.",
        ["Vane"],
        "a name between commas with an indefinite article",
    ),
    (
        "Late Vane goal wins the cup\n\nTown won after Tom Vane scored.\n\n“I just hit it,” Vane "
        "said.",
        ["Tom Vane"],
        "capitals of a headline are no first name",
    ),
    (
        "Cllr David Hall, member for roads, said: “We are only asking.”",
        ["David Hall"],
        "a title makes a surname of a noun for a place",
    ),
    (
        "The plan passed to cries of ‘traitors all of you’ and ‘shame on you all’ from the public.",
        [None, None],
        "cries one after the other are nobody's",
    ),
]

NAMES += [
    (
        "“It is late,” resident Ada Chatman said.\n\n“I was asleep,” Chatman said.",
        ["Ada Chatman", "Ada Chatman"],
        "a family name that ends like a trade",
    ),
    (
        "Tom Cole, chief executive said: “We find the threat astonishing.”",
        ["Tom Cole"],
        "an office without its second comma",
    ),
    (
        "Tom Cole left.\n\nMr Cole, RTU general secretary, said: “The company has not moved.”",
        ["Tom Cole"],
        "capitals before an office name nobody",
    ),
    (
        "Chief Tom Cole met the press. Police later put out this summary of it:\n\n“When officers "
        "came, they were shot at.”",
        ["Police"],
        "the police are a body",
    ),
]

NAMES += [
    (
        "Farm groups were divided. The Dorn Trust welcomed what it described as “a reprieve for "
        "all of the birds”.",
        ["The Dorn Trust"],
        "a body with its article before a verb on no list",
    ),
    (
        "Ada Vane spoke. In a letter to Vane, seven Dorn MPs write that they are “bewildered, and "
        "rather sad”.",
        ["seven Dorn MPs"],
        "several members speak in the present",
    ),
    (
        "Her first record was called “a burglary of genius” by The Dorn Review.",
        ["Dorn Review"],
        "whoever calls it so stands behind the marks",
    ),
    (
        "Ada Vane was born in Dorn. “I never left,” she said.\n\nHer mother wanted her to swim. "
        "Her father bought a piano by mistake. “It came in a crate,” she says.",
        ["Ada Vane", "Ada Vane"],
        "her mother, two sentences up, is only told of",
    ),
]

NAMES += [
    (
        "Tom Cole, 61, was found.\n\nInsp Ada Vane, of East and West Dorn Police, said it was no "
        "crime. “We think of his family,” she said.",
        ["Ada Vane"],
        "a force is not a person",
    ),
    (
        "Producer Ada Vane called her “the last of the great ones”.\n\nAsked what she would miss, "
        "Judith Reed thought for a while. “The half,” she said.",
        ["Ada Vane", "Judith Reed"],
        "a pronoun before the subject of its sentence is the subject's",
    ),
    (
        "A senior Dorn Reserve official said it should be “in no hurry at all”.",
        ["A senior Dorn Reserve official"],
        "a name inside a noun for a person",
    ),
]

NAMES += [
    (
        "But Ada Vane, Head Girl at Dorn School, spoke for it and said: “We all love visiting.”",
        ["Ada Vane"],
        "an office in capitals is no name",
    ),
    (
        "Tom Cole argued that many union workers believe that the union should take the “fair and "
        "reasonable” offer. He said: “I hope so.”",
        ["Tom Cole", "Tom Cole"],
        "a bare verb in somebody's report, and several who are no he",
    ),
]

NAMES += [
    (
        "A spokesperson promised “to use every tool there is”.\n\nAmong those in the hall was Ada "
        "Vane of Dorn, who lost a day. She said she got ten pounds. “I framed it,” she said.",
        ["A spokesperson", "Ada Vane"],
        "a name behind its verb is the subject",
    ),
    ("“What was it for?” Republican Tom Cole asked.", ["Tom Cole"], "a party is no first name"),
]


@pytest.mark.parametrize(("text", "expected", "why"), [*BODIES, *WRITTEN, *CHAINS, *NAMES])
def test_an_english_draft_tells_who_speaks(text: str, expected: list[str | None], why: str) -> None:
    found = [q.speaker for q in find_quotations(text, "en") if q.is_checked]
    assert found == expected, why
