"""Speakers whom the discourse of a draft tells: nouns, persons unnamed, questions."""

from __future__ import annotations

import pytest

from verifier.drafts.article import find_quotations

SPEAKERS = [
    (
        "Norman Hale keeps bees. “They know me,” he said.\n\nMy mother, who had nine sons, "
        "had a saying. “Count them at night,” she’d say.",
        "My mother",
        "kin of the author",
    ),
    (
        "Ada Vane sang. “Twice,” she said.\n\nMy sister, a nurse, was less keen. “It was long.”",
        "My sister",
        "kin of the author",
    ),
    (
        "Ada Vane sang. “Twice,” she said.\n\nMy father hated it. “Close the door,” he said.",
        "My father",
        "kin of the author",
    ),
    (
        "Tom Cole waved. His aunt did not. “He was always polite,” she said.",
        "His aunt",
        "kin of the author",
    ),
    (
        "It began when Ada Vane asked Mr Cole for the new keys.\n\n“He went white,” the "
        "retired nurse recalled. “Cole never goes white.”",
        "Ada Vane",
        "whoever is spoken of does not speak",
    ),
    (
        "Vera Lund shares a hut with Ada Vane. “Ada snores,” she said.",
        "Vera Lund",
        "whoever is spoken of does not speak",
    ),
    (
        "Vera Lund spoke to Ada Vane first. “Vane never rang back,” she said.",
        "Vera Lund",
        "whoever is spoken of does not speak",
    ),
    (
        "Jon Reed drew it. Tom Cole paid for the wood. “Cole can be generous.”",
        "Jon Reed",
        "whoever is spoken of does not speak",
    ),
    (
        "Vera Lund scored late. “I closed my eyes,” said the fly-half, who had come on at noon.",
        "Vera Lund",
        "another noun for the one in focus",
    ),
    (
        "Tom Cole sold it. He would not say why. “It was a boat,” the Norwegian said.",
        "Tom Cole",
        "another noun for the one in focus",
    ),
    (
        "Ada Vane refused. “I have a dog,” the Canadian explained.",
        "Ada Vane",
        "another noun for the one in focus",
    ),
    (
        "Ada Vane grinned. “I was cold,” said the goatherd.",
        "Ada Vane",
        "another noun for the one in focus",
    ),
    (
        "Tom Cole came third. “My shoe broke,” the Kenyan said.",
        "Tom Cole",
        "another noun for the one in focus",
    ),
    (
        "Ada Vane objected. “There is no case,” the Treasury said.",
        "Treasury",
        "another noun for the one in focus",
    ),
    (
        "Ada Vane objected. “There is no case,” the thinktank said.",
        "the thinktank",
        "another noun for the one in focus",
    ),
    (
        "Ada Vane lost to Vera Lund. “She was quicker,” Vane said.\n\nHad she spoken to "
        "Lund? “I sent a card.”",
        "Ada Vane",
        "a question before an answer",
    ),
    (
        "Ada Vane makes ice.\n\nWhat is ice?\n\n“Water,” she says. Her old boss, Tom Cole, "
        "said it was “time held still”.\n\nAnd the worst she has made?\n\n“Smoked ice.”",
        "Ada Vane",
        "a question before an answer",
    ),
    (
        "Ada Vane makes ice. “Yes,” she says.\n\nHer old boss, Tom Cole, said it was “mad to "
        "try”.\n\nIs it?\n\nShe laughs. “It was cold.”",
        "Ada Vane",
        "a question before an answer",
    ),
    (
        "Tom Cole makes bells.\n\nIs he rich?\n\n“No,” he says.\n\nHis first teacher, Ada "
        "Vane, called him “deaf as a post”.\n\nWas he?\n\n“A little.”",
        "Tom Cole",
        "a question before an answer",
    ),
    (
        "Ada Vane opened the box. “Dust,” she said.\n\nThe oldest voice is that of Vera "
        "Lund, born in 1904. “We sang in the dark,” she explains.",
        "Vera Lund",
        "a new name behind a preposition",
    ),
    (
        "Tom Cole opened the box. “Dust,” he said.\n\nThe best letter is by Jon Reed, 19, a "
        "drummer. “It rained for a month,” he writes.",
        "Jon Reed",
        "a new name behind a preposition",
    ),
    (
        "The prize went to Ada Vane, who is 12. “I like goats,” she said.",
        "Ada Vane",
        "a new name behind a preposition",
    ),
    (
        "Jon Reed plays prop. “Jam,” the 130-kilo forward said.",
        "Jon Reed",
        "a measure for a person",
    ),
    ("Jon Reed plays prop. “Jam,” the 310-pounder said.", "Jon Reed", "a measure for a person"),
    ("Ada Vane sings. “Jam,” said the 6-footer.", "Ada Vane", "a measure for a person"),
    (
        "Tom Cole said he had left it in the van. “I am sorry, my lord,” he added.\n\n“Is it "
        "locked?” asked the judge.\n\n“It has no door, my lord.”",
        "Tom Cole",
        "a question and its answer",
    ),
    (
        "“I saw it,” Ada Vane told the court, “and I ran.”\n\n“Which way?” said Mr "
        "Cole.\n\n“Home.”",
        "Ada Vane",
        "a question and its answer",
    ),
    (
        "“She rows well,” says one sailor. Another, his cousin, is less kind. “She drifts,” "
        "he mutters.",
        "Another",
        "one, another, a loyalist",
    ),
    (
        "Two came. One, a priest, wept. “It was the wind,” he said.",
        "One",
        "one, another, a loyalist",
    ),
    (
        "Mr Cole left. A loyalist told me it went “better than feared”. “I ate,” he said.",
        "A loyalist",
        "one, another, a loyalist",
    ),
    (
        "Sir Tom Cole left. An old hand said it was “a grim day”. “I wept,” he said.",
        "An old hand",
        "one, another, a loyalist",
    ),
    (
        "Tom Cole stops. “I am tired,” he says.\n\nThen he speaks of his daughter. She is a "
        "pilot. “She rang me and told me to go.”",
        "Tom Cole",
        "the words speak of her",
    ),
    (
        "Mrs Ada Vane had a brother. “Yes,” she says.\n\nShe thinks. He left at nine. “He "
        "took my bicycle with him.”",
        "Ada Vane",
        "the words speak of her",
    ),
    (
        "Gov. Ada Vane left. A spokeswoman for Vane said the governor had asked for boats. "
        "“We were told in May,” she said.",
        "A spokeswoman for Vane",
        "whoever speaks for somebody",
    ),
    (
        "“No,” said Mr Cole. A friend of Cole said the skipper was ill. “He ate it,” he said.",
        "A friend of Cole",
        "whoever speaks for somebody",
    ),
    (
        "Elm Buses has complained. “We like it,” a spokesman for the company said.",
        "a spokesman for the company",
        "whoever speaks for a body is not the body",
    ),
    (
        "Tom Cole sailed. “Out,” he said.\n\nBorn in Elm, the daughter of a fisherman, Ada Vane "
        "rowed. “I swam,” she said.",
        "Ada Vane",
        "a noun and what it is of explain a name",
    ),
    (
        "Tom Cole fell. The son of a midwife, Jon Reed ran. “I swam,” he said.",
        "Jon Reed",
        "a noun and what it is of explain a name",
    ),
    (
        "At ten he was sent to Ada Vane, who told the Elm Post he had “hands like a nun”.",
        "Ada Vane",
        'the one behind whom a clause with "who" stands',
    ),
    (
        "In May it went to Tom Cole, who said it was “the last goat in Elm”.",
        "Tom Cole",
        'the one behind whom a clause with "who" stands',
    ),
    (
        "One senior official was glum. Tom Cole was not. “It is slow,” the official said.",
        "One senior official",
        "a noun that was brought in with more words",
    ),
    (
        "The transport minister, Tom Cole, has been accused of “hiding behind a timetable”.",
        None,
        "whoever is accused does not speak",
    ),
    (
        "Ada Vane was relieved. The board’s own engineer was not. “Silt settles,” he said.",
        "The board’s own engineer",
        "a noun with its owner is another than whoever is named",
    ),
    (
        "Governor Ada Vane, a Democrat, called the news “a gut punch.” She had not slept.",
        "Ada Vane",
        "an apposition with a capital",
    ),
    (
        "Tom Cole, 57, of Station Road, Little Elm, said the club was “skint”.",
        "Tom Cole",
        "an address is no speaker",
    ),
    (
        "The Elm Post called it a crisis. The council will look at what it calls “local options”.",
        "The council",
        "a body behind a pronoun in its own sentence",
    ),
    (
        "She told the coroner, Dr Tom Cole, all. The coroner praised what he called “her candour”.",
        "Tom Cole",
        "an office before a title",
    ),
    (
        "Tom Cole scored. “My knees hurt,” the midfielder said.",
        "Tom Cole",
        "a noun that is no single office points back",
    ),
    (
        "The teen showed a “chilling lack” of it and a “truly odd” pride, Judge Tom Cole said.",
        "Tom Cole",
        "a report at the end of a sentence with two quotations",
    ),
    (
        "Passengers will pay, ending what the operator described as “a century of trust”.",
        "the operator",
        "what somebody described",
    ),
    (
        "“About time!” shouted a man in waders.",
        "a man in waders",
        "an attribute behind the verb",
    ),
    (
        "A union official said workers had been told “absolutely nothing.”",
        "A union official",
        "two words that end their sentence and their paragraph",
    ),
    (
        "Tom Cole spoke. The changes, which organisers have described as “toxic”, came in May.",
        "organisers",
        "the subject behind which",
    ),
    (
        "Sir Tom Cole is confident. Speaking in Brazil, the Prime Minister said: “We will see.”",
        "Tom Cole",
        "an office of two capitals, and a form of address is no office",
    ),
    (
        "Tom Cole called the tax a “mistake”, as he described it as a “hammer blow” to farmers.",
        "Tom Cole",
        "two words before their preposition",
    ),
    (
        "Tom Cole said the club was “in a hole”.\n\nAda Vane said it was “in a hole of its own”.",
        "Ada Vane",
        "a first paragraph that ends like a sentence is no headline",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), SPEAKERS)
def test_the_last_quotation_is_given_to_whoever_is_meant(
    text: str, expected: str | None, why: str
) -> None:
    last = [q for q in find_quotations(text, "en") if q.is_checked][-1]
    assert last.speaker == expected, why
