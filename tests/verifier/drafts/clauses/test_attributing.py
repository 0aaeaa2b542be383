"""Speakers whom the syntax of a clause tells, one class of sentence after the other."""

from __future__ import annotations

import pytest

from verifier.drafts.article import find_quotations

SPEAKERS = [
    (
        "Ada Vane came. The second, she recalled, bowed and said: “Your tea is cold.”",
        "The second",
        "a report inside a report",
    ),
    (
        "Vera Lund had two bosses. The first, Lund remembers, told her: “Sit still.”",
        "The first",
        "a report inside a report",
    ),
    (
        "Two plumbers came. The other, Cole claims, answered: “That is not a leak.”",
        "The other",
        "a report inside a report",
    ),
    (
        "Ada Vane had a tutor. The tutor, she says, once wrote: “Try law instead.”",
        "The tutor",
        "a report inside a report",
    ),
    (
        "Drivers were told by a judge that they had “nobody to blame but fog”.",
        "a judge",
        "the agent of a passive",
    ),
    (
        "Ada Vane was told by a weary clerk that it was “rules-based”.",
        "a weary clerk",
        "the agent of a passive",
    ),
    (
        "The choir was informed by Tom Cole that it was “too loud for June”.",
        "Tom Cole",
        "the agent of a passive",
    ),
    (
        "He was asked by the bishop whether he had “lost his compass”.",
        "the bishop",
        "the agent of a passive",
    ),
    (
        "Cole has been warned by the regulator that it “will not hesitate”.",
        "the regulator",
        "the agent of a passive",
    ),
    (
        "The bridge was described by Ada Vane as “a ladder lying down”.",
        "Ada Vane",
        "the agent of a passive",
    ),
    ("The plan was dismissed by one trader as “soup”.", "one trader", "the agent of a passive"),
    ("Ada Vane refers to him as “the fog”. He nods.", "Ada Vane", "an opinion is a report"),
    ("Tom Cole still considers the map “quite lovely”.", "Tom Cole", "an opinion is a report"),
    ("Vera Lund finds the tune “faintly rude”.", "Vera Lund", "an opinion is a report"),
    ("Ada Vane deems the result “barely legal”.", "Ada Vane", "an opinion is a report"),
    ("Tom Cole thought the soup “a touch proud”.", "Tom Cole", "an opinion is a report"),
    (
        "An audit found the pumps were idle for “a large part of the winter”.",
        "An audit",
        "an opinion is a report",
    ),
    (
        "A survey by the union found that staff were “tired to the bone”.",
        "A survey by the union",
        "an opinion is a report",
    ),
    ("No 10 said at noon that Vane had “full support”.", "No 10", "a number in a name"),
    (
        "It was a day on which No 11 claimed the books were “in order”.",
        "No 11",
        "a number in a name",
    ),
    ("Number 10 said it was “listening”.", "Number 10", "a number in a name"),
    (
        "My aunt had a rule. “Salt first,” she’d say, “and pepper if they ask.”",
        "My aunt",
        "a contracted verb",
    ),
    (
        "Tom Cole was strict. “Boots off,” he'd shout, “and hats on.”",
        "Tom Cole",
        "a contracted verb",
    ),
    ("Ask Ada Vane. “It’s the damp,” she’ll tell you.", "Ada Vane", "a contracted verb"),
    ("Tom Cole never lied. “I lost count,” he’d admit.", "Tom Cole", "a contracted verb"),
    (
        "“Hamlet” began at six. Tom Cole played him. In the second act the man behind me "
        "whispered “Who is that?” and sat up.",
        "the man behind me",
        "a noun with what tells it apart",
    ),
    (
        "Tom Cole bowed. Later the woman next to the stove asked: “Is there more?”",
        "the woman next to the stove",
        "a noun with what tells it apart",
    ),
    (
        "Ada Vane sat. “Louder,” the man at the back shouted.",
        "the man at the back",
        "a noun with what tells it apart",
    ),
    (
        "Tom Cole sat. A boy I had never met took my hat and said: “Yours?”",
        "A boy",
        "a noun with what tells it apart",
    ),
    (
        "Ada Vane left. A woman I knew from school waved and said, “Is it over?”",
        "A woman",
        "a noun with what tells it apart",
    ),
    (
        "A doctor at another clinic called it “the last straw of all”.",
        "A doctor at another clinic",
        "a noun with what tells it apart",
    ),
    (
        "A buyer for a rival chain said it was “a gift to us”.",
        "A buyer for a rival chain",
        "a noun with what tells it apart",
    ),
    (
        "Tom Cole died. It was, said his widow, Ada, “the first time he hurried”.",
        "Ada",
        "a parenthesis between commas",
    ),
    (
        "The hall is full. It is, says Vera Lund, “a miracle with chairs”.",
        "Vera Lund",
        "a parenthesis between commas",
    ),
    (
        "Tom Cole left. That was, according to Ada Vane, “a pity”.",
        "Ada Vane",
        "a parenthesis between commas",
    ),
    (
        "They were, said the captain, Tom Cole, “a bit wet”.",
        "Tom Cole",
        "a parenthesis between commas",
    ),
    (
        "The plaque was dull. In reply Tom Cole took the cup and said: “Cheers, all.”",
        "Tom Cole",
        "one subject of two verbs",
    ),
    (
        "Ada Vane won. After the race she hugged her dog and said: “He pulled.”",
        "Ada Vane",
        "one subject of two verbs",
    ),
    (
        "At noon a boy climbed the wall and shouted: “Free the geese!”",
        "a boy",
        "one subject of two verbs",
    ),
    (
        "Mrs Ada Vane met Mr Cole. Then he shut the door and whispered: “Stay here.”",
        "Cole",
        "one subject of two verbs",
    ),
    (
        "While it rained, the guard opened the gate, looked out and asked: “Who goes?”",
        "the guard",
        "one subject of two verbs",
    ),
    (
        "“Not one boat,” Tom Cole told them, and the crowd cried back: “Not one!”",
        "the crowd",
        "the last clause before a colon",
    ),
    (
        "Ada Vane asked for calm, but a boy near the stage stood up: “Why?”",
        "a boy",
        "the last clause before a colon",
    ),
    (
        "Tom Cole said it was over, and Vera Lund raised a hand: “Is it?”",
        "Vera Lund",
        "the last clause before a colon",
    ),
    (
        "Tom Cole told the band to stop, but the drummer shook her head: “One more.”",
        "the drummer",
        "the last clause before a colon",
    ),
    (
        "Tom Cole sails. His brother-in-law does not. “It is wet,” he said.",
        "His brother-in-law",
        "hyphens",
    ),
    ("“It is wet,” said her mother-in-law, who rows.", "her mother-in-law", "hyphens"),
    ("The vice-captain shrugged. “It is wet,” she said.", "The vice-captain", "hyphens"),
    (
        "Ada Vane coached him. “He eats,” the commander-in-chief said.",
        "the commander-in-chief",
        "hyphens",
    ),
    (
        "Ray Cole lost ten games that autumn, a season he refers to as “the swamp”.",
        "Ray Cole",
        "a clause without a relative",
    ),
    (
        "Ada Vane keeps a goat, a beast she calls “the lodger of my dreams”.",
        "Ada Vane",
        "a clause without a relative",
    ),
    (
        "Ada Vane has a shop, the only one she says is “still on speaking terms”.",
        "Ada Vane",
        "a clause without a relative",
    ),
    (
        "Tom Cole wrote a song, a thing he once described as “a cough with chords”.",
        "Tom Cole",
        "a clause without a relative",
    ),
    (
        "Planning officers said it was a “bulky and joyless thing”.",
        "Planning officers",
        "a noun before people",
    ),
    ("Council leaders called it “a day of shame”.", "Council leaders", "a noun before people"),
    (
        "Ada Vane left. Hospital bosses said it was “one of those days”.",
        "Hospital bosses",
        "a noun before people",
    ),
    (
        "Bexwell executives said it was “a soft quarter”.",
        "Bexwell executives",
        "a noun before people",
    ),
    ("Defence lawyer Tom Cole said it was “a soft quarter”.", "Tom Cole", "a noun before people"),
    (
        "Tom Cole waits. A clerk is counting spoons. “Ninety,” the clerk calls out.",
        "the clerk",
        "a report behind a comma",
    ),
    (
        "Ada Vane sat down. “More tea,” the landlord offers.",
        "the landlord",
        "a report behind a comma",
    ),
    (
        "Tom Cole died. “He was kind,” the vicar calls across the yard.",
        "the vicar",
        "a report behind a comma",
    ),
    (
        "“He threw a fish at me,” says Ada Vane, who cooks. “Raw.” The fish, Cole insists, "
        "slipped.",
        "Ada Vane",
        "the sentence behind is another",
    ),
    (
        "“I ran,” said Ada Vane. “Far.” In the morning, Tom Cole said, she was gone.",
        "Ada Vane",
        "the sentence behind is another",
    ),
    (
        "“I ran,” said Ada Vane. “Far.” Tom Cole said nothing.",
        "Ada Vane",
        "the sentence behind is another",
    ),
    ("Storming out, Tom Cole was heard to describe it as “a joke”.", "Tom Cole", "heard to say"),
    ("Ada Vane went on to call him “a wet glove”.", "Ada Vane", "heard to say"),
    ("Tom Cole was quoted as saying it was “a wet glove”.", "Tom Cole", "heard to say"),
    ("Ada Vane has been known to call it “the shed”.", "Ada Vane", "heard to say"),
    ("“We wait,” Forest Service incident commander Tom Cole said.", "Tom Cole", "long offices"),
    ("“We wait,” said Dorn Council planning chief Ada Vane.", "Ada Vane", "long offices"),
    ("Harbour Trust wildlife officer Ada Vane said: “We wait.”", "Ada Vane", "long offices"),
    (
        "The card was signed, said Ada Vane, by “a friend on the hill”.",
        "Ada Vane",
        "a parenthesis between commas",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), SPEAKERS)
def test_the_last_quotation_is_given_to_the_subject_of_its_clause(
    text: str, expected: str | None, why: str
) -> None:
    last = [q for q in find_quotations(text, "en") if q.is_checked][-1]
    assert last.speaker == expected, why
