"""Speakers whom syntax and discourse tell: embedded reports, agents, anaphors, people unnamed."""

from __future__ import annotations

import pytest

from verifier.draft_models import DraftKind
from verifier.drafts import find_quotations

EMBEDDED = [
    ("Ada Vane came. The second, she recalled, bowed and said: “Your tea is cold.”", "The second"),
    ("Vera Lund had two bosses. The first, Lund remembers, told her: “Sit still.”", "The first"),
    ("Two plumbers came. The other, Cole claims, answered: “That is not a leak.”", "The other"),
    ("Ada Vane had a tutor. The tutor, she says, once wrote: “Try law instead.”", "The tutor"),
    ("Tom Cole has a brother. The brother, he admits, said: “You are no sailor.”", "The brother"),
]
AGENTS = [
    ("Drivers were told by a judge that they had “nobody to blame but fog”.", "a judge"),
    ("Ada Vane was told by a weary clerk that it was “rules-based”.", "a weary clerk"),
    ("The choir was informed by Tom Cole that it was “too loud for June”.", "Tom Cole"),
    ("He was asked by the bishop whether he had “lost his compass”.", "the bishop"),
    ("Cole has been warned by the regulator that it “will not hesitate”.", "the regulator"),
    ("The bridge was described by Ada Vane as “a ladder lying down”.", "Ada Vane"),
    ("The plan was dismissed by one trader as “soup”.", "one trader"),
]
CONSIDERING = [
    ("Ada Vane refers to him as “the fog”. He nods.", "Ada Vane"),
    ("Tom Cole still considers the map “quite lovely”.", "Tom Cole"),
    ("Vera Lund finds the tune “faintly rude”.", "Vera Lund"),
    ("Ada Vane deems the result “barely legal”.", "Ada Vane"),
    ("Tom Cole thought the soup “a touch proud”.", "Tom Cole"),
    ("An audit found the pumps were idle for “a large part of the winter”.", "An audit"),
    ("A survey by the union found that staff were “tired to the bone”.", "A survey by the union"),
]
DIGITS = [
    ("No 10 said at noon that Vane had “full support”.", "No 10"),
    ("It was a day on which No 11 claimed the books were “in order”.", "No 11"),
    ("Number 10 said it was “listening”.", "Number 10"),
]
CONTRACTED = [
    ("My aunt had a rule. “Salt first,” she’d say, “and pepper if they ask.”", "My aunt"),
    ("Tom Cole was strict. “Boots off,” he'd shout, “and hats on.”", "Tom Cole"),
    ("Ask Ada Vane. “It’s the damp,” she’ll tell you.", "Ada Vane"),
    ("Tom Cole never lied. “I lost count,” he’d admit.", "Tom Cole"),
]
KIN = [
    (
        "Norman Hale keeps bees. “They know me,” he said.\n\nMy mother, who had nine sons, "
        "had a saying. “Count them at night,” she’d say.",
        "My mother",
    ),
    (
        "Ada Vane sang. “Twice,” she said.\n\nMy sister, a nurse, was less keen. “It was long.”",
        "My sister",
    ),
    (
        "Ada Vane sang. “Twice,” she said.\n\nMy father hated it. “Close the door,” he said.",
        "My father",
    ),
    ("Tom Cole waved. His aunt did not. “He was always polite,” she said.", "His aunt"),
]
ABOUT_OTHERS = [
    (
        "It began when Ada Vane asked Mr Cole for the new keys.\n\n“He went white,” "
        "the retired nurse recalled. “Cole never goes white.”",
        "Ada Vane",
    ),
    (
        "Vera Lund shares a hut with Ada Vane. “Ada snores,” she said.",
        "Vera Lund",
    ),
    (
        "Vera Lund spoke to Ada Vane first. “Vane never rang back,” she said.",
        "Vera Lund",
    ),
    (
        "Jon Reed drew it. Tom Cole paid for the wood. “Cole can be generous.”",
        "Jon Reed",
    ),
]
VARIED = [
    (
        "Vera Lund scored late. “I closed my eyes,” said the fly-half, who had come on at noon.",
        "Vera Lund",
    ),
    (
        "Tom Cole sold it. He would not say why. “It was a boat,” the Norwegian said.",
        "Tom Cole",
    ),
    ("Ada Vane refused. “I have a dog,” the Canadian explained.", "Ada Vane"),
    ("Ada Vane grinned. “I was cold,” said the goatherd.", "Ada Vane"),
    ("Tom Cole came third. “My shoe broke,” the Kenyan said.", "Tom Cole"),
    ("Ada Vane objected. “There is no case,” the Treasury said.", "Treasury"),
    ("Ada Vane objected. “There is no case,” the thinktank said.", "the thinktank"),
]
RESTRICTED = [
    (
        "“Hamlet” began at six. Tom Cole played him. In the second act the man behind me "
        "whispered “Who is that?” and sat up.",
        "the man behind me",
    ),
    (
        "Tom Cole bowed. Later the woman next to the stove asked: “Is there more?”",
        "the woman next to the stove",
    ),
    ("Ada Vane sat. “Louder,” the man at the back shouted.", "the man at the back"),
    ("Tom Cole sat. A boy I had never met took my hat and said: “Yours?”", "A boy"),
    (
        "Ada Vane left. A woman I knew from school waved and said, “Is it over?”",
        "A woman",
    ),
    ("A doctor at another clinic called it “the last straw of all”.", "A doctor at another clinic"),
    ("A buyer for a rival chain said it was “a gift to us”.", "A buyer for a rival chain"),
]
INVERTED = [
    ("Tom Cole died. It was, said his widow, Ada, “the first time he hurried”.", "Ada"),
    ("The hall is full. It is, says Vera Lund, “a miracle with chairs”.", "Vera Lund"),
    ("Tom Cole left. That was, according to Ada Vane, “a pity”.", "Ada Vane"),
    ("They were, said the captain, Tom Cole, “a bit wet”.", "Tom Cole"),
]
THINGS = [
    (
        "Tom Cole won. The plaque praised his “quiet fury at the net”. He smiled and said: "
        "“I was loud.”",
        "Tom Cole",
    ),
    (
        "Ada Vane sued. The writ spoke of “grave and lasting harm”. “I was cross,” she said.",
        "Ada Vane",
    ),
    ("A card came. “Are you home alone?” it asked.", "A card"),
    ("On the door hangs a printed card. “Back in ten years,” it says.", "a printed card"),
    (
        "Ada Vane found an unsigned letter under the mat. “Leave the pond alone,” it read.",
        "an unsigned letter",
    ),
]
BODIES = [
    (
        "Orlan, the tyre maker, has closed a plant. The company said demand was “soft as butter”.",
        "Orlan",
    ),
    (
        "Orlan, a tyre maker, has closed a plant.\n\nThe group said demand was “soft as butter”.",
        "Orlan",
    ),
    (
        "The Bakers' Guild, which has 90 members, said it was “past sleep and past caring”.",
        "The Bakers' Guild",
    ),
    ("The Teachers’ Union said pay was “a joke without a punchline”.", "The Teachers’ Union"),
]
QUESTIONS = [
    (
        "Ada Vane lost to Vera Lund. “She was quicker,” Vane said.\n\nHad she spoken to Lund? "
        "“I sent a card.”",
        "Ada Vane",
    ),
    (
        "Ada Vane makes ice.\n\nWhat is ice?\n\n“Water,” she says. Her old boss, Tom Cole, said it "
        "was “time held still”.\n\nAnd the worst she has made?\n\n“Smoked ice.”",
        "Ada Vane",
    ),
    (
        "Ada Vane makes ice. “Yes,” she says.\n\nHer old boss, Tom Cole, said it was “mad to "
        "try”.\n\nIs it?\n\nShe laughs. “It was cold.”",
        "Ada Vane",
    ),
    (
        "Tom Cole makes bells.\n\nIs he rich?\n\n“No,” he says.\n\nHis first teacher, Ada Vane, "
        "called him “deaf as a post”.\n\nWas he?\n\n“A little.”",
        "Tom Cole",
    ),
]
JUDGES = [
    ("Mrs Justice Hale rose. “Is that a goat?” the judge asked.", "Hale"),
    ("Mr Justice Orde found for Cole. “It is over,” said the judge.", "Orde"),
    ("Mr Justice Orde ruled. A goat, the judgment says, “is no clock”.", "the judgment"),
    ("Of the rest Mrs Justice Hale had this to say: “Go home.”", "Hale"),
    ("Ada Vane stood. Of the goats she had this to say: “They swim.”", "Ada Vane"),
]
LEADS = [
    (
        "Two farmers were told by a county judge that a goat “has no standing here”.\n\n"
        "Judge Vera Lund rose at noon.\n\n“Enough,” said Lund. Then: “Order.”",
        "Vera Lund",
    ),
    ("A Dorn bishop has called bingo “a fog”.\n\nBishop Tom Cole plays chess.", "Tom Cole"),
    (
        "The transport minister has said drivers “chose the rain”.\n\nAda Vane told the house "
        "that it was late.",
        "Ada Vane",
    ),
    (
        "Ada Vane fought for her seat as rain fell.\n\nThe mayor laughed. “I can swim,” she said.",
        "Ada Vane",
    ),
    (
        "A coroner has called it “a sad day for all”.\n\nTom Cole, the coroner, spoke.\n\nA "
        "coroner in Elm, Ada Vane, did not.",
        "A coroner",
    ),
    ("A nurse said it was “like a war”.\n\nAda Vane told the house it was late.", "A nurse"),
]
SHARED = [
    ("The plaque was dull. In reply Tom Cole took the cup and said: “Cheers, all.”", "Tom Cole"),
    ("Ada Vane won. After the race she hugged her dog and said: “He pulled.”", "Ada Vane"),
    ("At noon a boy climbed the wall and shouted: “Free the geese!”", "a boy"),
    ("Mrs Ada Vane met Mr Cole. Then he shut the door and whispered: “Stay here.”", "Cole"),
    ("While it rained, the guard opened the gate, looked out and asked: “Who goes?”", "the guard"),
]
BROUGHT_IN = [
    (
        "Ada Vane opened the box. “Dust,” she said.\n\nThe oldest voice is that of Vera Lund, born "
        "in 1904. “We sang in the dark,” she explains.",
        "Vera Lund",
    ),
    (
        "Tom Cole opened the box. “Dust,” he said.\n\nThe best letter is by Jon Reed, 19, a "
        "drummer. “It rained for a month,” he writes.",
        "Jon Reed",
    ),
    ("The prize went to Ada Vane, who is 12. “I like goats,” she said.", "Ada Vane"),
]
LAST_CLAUSE = [
    ("“Not one boat,” Tom Cole told them, and the crowd cried back: “Not one!”", "the crowd"),
    ("Ada Vane asked for calm, but a boy near the stage stood up: “Why?”", "a boy"),
    ("Tom Cole said it was over, and Vera Lund raised a hand: “Is it?”", "Vera Lund"),
    ("Tom Cole told the band to stop, but the drummer shook her head: “One more.”", "the drummer"),
]
HYPHENS = [
    ("Tom Cole sails. His brother-in-law does not. “It is wet,” he said.", "His brother-in-law"),
    ("“It is wet,” said her mother-in-law, who rows.", "her mother-in-law"),
    ("The vice-captain shrugged. “It is wet,” she said.", "The vice-captain"),
    ("Ada Vane coached him. “He eats,” the commander-in-chief said.", "the commander-in-chief"),
]
MEASURED = [
    ("Jon Reed plays prop. “Jam,” the 130-kilo forward said.", "Jon Reed"),
    ("Jon Reed plays prop. “Jam,” the 310-pounder said.", "Jon Reed"),
    ("Ada Vane sings. “Jam,” said the 6-footer.", "Ada Vane"),
]
CONTACT = [
    ("Ray Cole lost ten games that autumn, a season he refers to as “the swamp”.", "Ray Cole"),
    ("Ada Vane keeps a goat, a beast she calls “the lodger of my dreams”.", "Ada Vane"),
    ("Ada Vane has a shop, the only one she says is “still on speaking terms”.", "Ada Vane"),
    ("Tom Cole wrote a song, a thing he once described as “a cough with chords”.", "Tom Cole"),
]
COMPOUNDS = [
    ("Planning officers said it was a “bulky and joyless thing”.", "Planning officers"),
    ("Council leaders called it “a day of shame”.", "Council leaders"),
    ("Ada Vane left. Hospital bosses said it was “one of those days”.", "Hospital bosses"),
    ("Bexwell executives said it was “a soft quarter”.", "Bexwell executives"),
    ("Defence lawyer Tom Cole said it was “a soft quarter”.", "Tom Cole"),
]
ANSWERS = [
    (
        "Tom Cole said he had left it in the van. “I am sorry, my lord,” he added.\n\n“Is it "
        "locked?” asked the judge.\n\n“It has no door, my lord.”",
        "Tom Cole",
    ),
    (
        "“I saw it,” Ada Vane told the court, “and I ran.”\n\n“Which way?” said Mr Cole.\n\n"
        "“Home.”",
        "Ada Vane",
    ),
]
ALONE = [
    (
        "“She rows well,” says one sailor. Another, his cousin, is less kind. “She drifts,” he "
        "mutters.",
        "Another",
    ),
    ("Two came. One, a priest, wept. “It was the wind,” he said.", "One"),
    (
        "Mr Cole left. A loyalist told me it went “better than feared”. “I ate,” he said.",
        "A loyalist",
    ),
    ("Sir Tom Cole left. An old hand said it was “a grim day”. “I wept,” he said.", "An old hand"),
]
CRIES = [
    ("Tom Cole rose. From behind the clerk’s chair came a cry of “Ask for a boat!”", None),
    ("Mayor Ada Vane sat. There were shouts of “Resign today, please!”", None),
    ("Ada Vane smiled as chants of “Four more goats now!” rang out.", None),
    ("Tom Cole bowed to murmurs of “Not again, please, not him.”", None),
]
FIRMS = [
    (
        "Harwick, the packing group, said no: “Too low.” Chief executive Lene Holt gave Harwick a "
        "week. “We can wait,” she said.",
        "Lene Holt",
    ),
]
CLASSES = {
    "a question and its answer": ANSWERS,
    "one, another, a loyalist": ALONE,
    "cries are nobody's": CRIES,
    "a firm is no person": FIRMS,
    "a new name behind a preposition": BROUGHT_IN,
    "the last clause before a colon": LAST_CLAUSE,
    "hyphens": HYPHENS,
    "a measure for a person": MEASURED,
    "a clause without a relative": CONTACT,
    "a noun before people": COMPOUNDS,
    "an office before its holder": LEADS,
    "one subject of two verbs": SHARED,
    "a report inside a report": EMBEDDED,
    "the agent of a passive": AGENTS,
    "an opinion is a report": CONSIDERING,
    "a number in a name": DIGITS,
    "a contracted verb": CONTRACTED,
    "kin of the author": KIN,
    "whoever is spoken of does not speak": ABOUT_OTHERS,
    "another noun for the one in focus": VARIED,
    "a noun with what tells it apart": RESTRICTED,
    "a parenthesis between commas": INVERTED,
    "papers are no persons": THINGS,
    "bodies and their nouns": BODIES,
    "a question before an answer": QUESTIONS,
    "a court": JUDGES,
}
EVERY = [
    pytest.param(text, expected, id=f"{why}: {expected} {index}")
    for why, table in CLASSES.items()
    for index, (text, expected) in enumerate(table)
]


@pytest.mark.parametrize(("text", "expected"), EVERY)
def test_the_last_quotation_is_given_to_the_right_one(text: str, expected: str | None) -> None:
    last = [q for q in find_quotations(text, "en") if q.is_checked][-1]
    assert last.speaker == expected


KINDS = [
    ("The sign by the gate still says “MILK BAR”.", DraftKind.SCARE_QUOTE, "what a sign says"),
    ("A new “K” would cost 90 crowns, Ada Vane said.", DraftKind.SCARE_QUOTE, "a letter"),
    (
        "She runs what is now called the “third space”, a hall.",
        DraftKind.SCARE_QUOTE,
        "what something is called by nobody",
    ),
    (
        "Vane takes title after ‘worst night of my life’",
        DraftKind.QUOTATION,
        "somebody's own words in a headline",
    ),
    (
        "Ada Vane wrote a poem; it ends with the words “and the door stood wide”.",
        DraftKind.QUOTATION,
        "the words of something",
    ),
    (
        "Vera Lund described it as a “full and fair” price.",
        DraftKind.QUOTATION,
        "what somebody describes a thing as",
    ),
    (
        "Ada Vane told the jury that he spent it on a “quite absurd” number of hats.",
        DraftKind.QUOTATION,
        "how somebody puts it, before a noun",
    ),
    ("Dorn board rejects ‘cheeky’ bid from Elm", DraftKind.SCARE_QUOTE, "a headline's adjective"),
    ("Town braces for ‘queen of all stews’", DraftKind.SCARE_QUOTE, "a headline may coin"),
]


@pytest.mark.parametrize(("text", "kind", "why"), KINDS)
def test_words_in_marks_are_told_apart(text: str, kind: DraftKind, why: str) -> None:
    assert [q.kind for q in find_quotations(text, "en")] == [kind], why
