"""English fragments in marks: somebody's words, or held at arm's length, a name or a title."""

from __future__ import annotations

import pytest

from verifier.drafts.article import find_quotations

SAID: list[tuple[str, str | None, str]] = [
    (
        "The leader of the council, Dora Finch, was, in her words, “past caring”.",
        "Dora Finch",
        "in her words",
    ),
    ("Rita Hale called the plan “a shambles”.", "Rita Hale", "calling a thing"),
    ("The union dismissed the offer as “pocket change”.", "The union", "a body that dismisses as"),
    (
        "The minister, Tom Reyle, spoke of a “lost decade” for the valley.",
        "Tom Reyle",
        "speaking of",
    ),
    (
        "Shops fear what Alderman Pike described as a “slow strangling” of the high street.",
        "Pike",
        "a relative clause with a named subject",
    ),
    (
        "The crowd was held back by barriers the town’s own engineers called “matchwood”.",
        "the town’s own engineers",
        "a contact clause with a body",
    ),
    (
        "A notice reading “Closed until further notice” hung on the door.",
        "A notice",
        "what a notice reads",
    ),
    (
        "A sign on the gate in Mill Lane last week read “Please do not feed the heron”.",
        "A sign",
        "place and time before the verb",
    ),
    (
        "A banner across the front of the hall on Friday evening read: “Shame on the board”.",
        "A banner",
        "place and time before the verb",
    ),
    (
        "‘Missed chances’ before dam failure, inquiry finds",
        "inquiry",
        "a headline whose bare noun finds",
    ),
    ("Mayor slams ‘heartless and lazy’ cut to night buses", "Mayor", "a headline that attacks"),
    ("The board denied that it had been “asleep at the wheel”.", "The board", "denying"),
    ("Agnes Orne thanked the crews for their “quiet stubbornness”.", "Agnes Orne", "thanking for"),
    ("The critic Ilse Marr found it “oddly moving”.", "Ilse Marr", "finding a thing so"),
    (
        "Peter Lang’s “not in my lifetime” remark has cost him the seat.",
        "Peter Lang",
        "possessive before a noun of saying",
    ),
    (
        "Fans jeered at Bo Harmer’s “we were unlucky” excuse.",
        "Bo Harmer",
        "possessive before a noun of saying",
    ),
    ("The report warns of “irreversible harm” to the reef.", "The report", "warning of"),
    ("The tribunal ruled that the sacking was “plainly unfair”.", "The tribunal", "ruling that"),
    ("The company admitted “serious shortcomings”.", "The company", "admitting"),
    ("Nadia Vance accused the board of “hiding behind lawyers”.", "Nadia Vance", "accusing of"),
    (
        "The closure, which the chancellor labelled “an act of thrift”, takes effect in May.",
        "the chancellor",
        "object relative with an office",
    ),
    ("Neighbours remember him as “a gentle giant”.", "Neighbours", "remembering as"),
    ("The judge branded him “a menace to small boats”.", "The judge", "branding"),
    ("Nora Beck asked for “five minutes of quiet”.", "Nora Beck", "asking for"),
    (
        "According to the coroner, the rail had been “held on with string”.",
        "the coroner",
        "according to",
    ),
    (
        "The plan, in the words of one councillor, is “soup with no bowl”.",
        "one councillor",
        "in the words of",
    ),
    ("Farmers demanded “a fair price”.", "Farmers", "demanding"),
    ("Premier Ludo Karsh promised voters “no more excuses”.", "Ludo Karsh", "promising"),
    (
        "The harbour master insisted that the wall was “good for a century”.",
        "The harbour master",
        "insisting",
    ),
    ("Prosecutors say he ran “a one-man bank”.", "Prosecutors", "saying that"),
    (
        "The strike was “entirely avoidable”, the ombudsman concluded.",
        "the ombudsman",
        "a clause behind",
    ),
    ("A spokeswoman blamed the delays on “leaves, mostly”.", "A spokeswoman", "blaming on"),
    ("Ludo Karsh laughed off “the usual moaning”.", "Ludo Karsh", "laughing off"),
    ("Doctors described his condition as “stable but grave”.", "Doctors", "describing as"),
    ("Captain Jo Reeve apologised for “a night to forget”.", "Jo Reeve", "apologising for"),
    ("Ferry cuts ‘an insult to islanders’, says MP", "MP", "a headline with a verb of saying"),
    ("MP: ferry cuts ‘an insult’", "MP", "a headline with a colon"),
    ("The mayor refused to say more than “no comment”.", "The mayor", "refusing to say more"),
    ("Ada Quill rejected “any suggestion of panic” at the bank.", "Ada Quill", "rejecting"),
    ("The ministry confirmed a “very small” leak at the plant.", "The ministry", "confirming"),
    ("The charity criticised the “chaotic” handling of the sale.", "The charity", "criticising"),
    (
        "A handwritten sign in the bakery window on Monday said “Back when the flour comes”.",
        "A handwritten sign",
        "a sign that says",
    ),
    ("It was, Ada Quill wrote later, “a kind of weather”.", "Ada Quill", "an insertion"),
    ("The bishop tore into ministers for their “casual cruelty”.", "The bishop", "tearing into"),
    (
        "Mr Ashdown, whose rivals call him “the accountant”, wants “a plain budget”.",
        None,
        "wanting, behind a nickname",
    ),
    ("Union bosses brushed aside “a phantom offer”.", "Union bosses", "brushing aside"),
    (
        "A chalkboard outside the pub on Sunday read “Dogs yes, phones no”.",
        "A chalkboard",
        "a board that reads",
    ),
    ("The coach put the defeat down to “tired legs”.", "The coach", "putting down to"),
    ("Ferry failures down to “penny-pinching”, watchdog finds", "watchdog", "a headline"),
    ("Elsa Moor’s “I told you so” tweet was deleted.", "Elsa Moor", "possessive"),
    ("Critics pounced on the “woolly” wording.", "Critics", "pouncing on"),
    (
        "The review, which its own author has called “a sketch”, runs to 400 pages.",
        "its own author",
        "relative with a possessive",
    ),
    ("Ministers insist that the pier is “not for sale”.", "Ministers", "insisting"),
    ("To Elsa Moor, the verdict was “a slap in the face”.", "Elsa Moor", "to whom it was"),
    ("The film was, wrote one critic, “a very long yawn”.", "one critic", "an insertion"),
    ("Karl Voss credited “sheer stubbornness” for the win.", "Karl Voss", "crediting"),
    ("The firm apologised for any “inconvenience caused”.", "The firm", "apologising"),
    ("Pupils described Mr Lowe as “firm but kind”.", "Pupils", "describing as"),
    ("The senator refused to call it “a retreat”.", "The senator", "refusing to call"),
    ("Campaigners say the culvert is “a bathtub with no plug”.", "Campaigners", "saying"),
    ("Asked about the rumours, Voss would only say they were “amusing”.", "Voss", "would only say"),
    ("Greta Lund urged members to “hold their nerve”.", "Greta Lund", "urging"),
    (
        "Delia Marsh told the inquiry the alarm was “no louder than a kettle”.",
        "Delia Marsh",
        "whose frame names its speaker",
    ),
    (
        "The owner, who the coroner said had shown “breathtaking carelessness”, did not attend.",
        None,
        "whose frame names its speaker",
    ),
    (
        "The harbour is, in the words of its master, “a puddle with ambitions”.",
        "its master",
        "whose frame names its speaker",
    ),
    (
        "A poster in the station window in Leeds this spring read “Mind the geese”.",
        "A poster",
        "whose frame names its speaker",
    ),
    (
        "Rail bosses shrugged off the protest as “noise”.",
        "Rail bosses",
        "whose frame names its speaker",
    ),
    ("Fare rise is ‘a betrayal’, commuters’ group says", None, "whose frame names its speaker"),
    (
        "Nina Holt wants a “proper inquiry”, not a chat.",
        "Nina Holt",
        "whose frame names its speaker",
    ),
    (
        "The archbishop’s “enough is enough” plea moved nobody.",
        "The archbishop",
        "whose frame names its speaker",
    ),
    (
        "Kemp was sacked for what the club termed “repeated lateness”.",
        "the club",
        "whose frame names its speaker",
    ),
    (
        "Inspectors found the kitchen “beyond cleaning”.",
        "Inspectors",
        "whose frame names its speaker",
    ),
    (
        "The senator would not rule out “further steps”.",
        "The senator",
        "whose frame names its speaker",
    ),
    ("Nina Holt mocked her rival’s “paper bridges”.", "Nina Holt", "whose frame names its speaker"),
    (
        "The bank blamed a “technical hiccup” for the outage.",
        "The bank",
        "whose frame names its speaker",
    ),
    ("Parents have been told to expect “some disruption”.", None, "whose frame names its speaker"),
    (
        "He was hailed by the president as “a friend to the end”.",
        "the president",
        "whose frame names its speaker",
    ),
    ("Doctors fear a “second winter” on the wards.", "Doctors", "whose frame names its speaker"),
    (
        "Kemp, asked whether he would resign, offered only “we’ll see”.",
        "Kemp",
        "whose frame names its speaker",
    ),
    (
        "The verdict was “a relief, not a victory”, his sister said.",
        "his sister",
        "whose frame names its speaker",
    ),
    (
        "The review concluded that staff were “set up to fail”.",
        "The review",
        "whose frame names its speaker",
    ),
]
"""Whose words they are; None where only that they are somebody's is asserted."""

HELD = [
    ("The so-called “heron tax” has been dropped.", "so-called"),
    ("The tower, known locally as “the Pencil”, is to come down.", "known as"),
    ("The word “harbour” does not appear in the lease.", "the word"),
    ("The policy, dubbed “the bench rule”, was dropped in May.", "dubbed"),
    ("Her novel “The Glass Orchard” sold out.", "a novel"),
    ("He runs a company called “Blue Kettle”.", "called, passive"),
    ("The ship, the “Maid of Orne”, was sold.", "a ship"),
    ("Under the heading “Matters arising” there was nothing.", "a heading"),
    ("A note headed “Kitchen rules” was pinned to the wall.", "headed"),
    ("Fans have nicknamed him “the Drainpipe”.", "nicknamed"),
    ("His friends called him “Bunny”.", "a nickname"),
    ("A user calling himself “lullaby” posted a picture of the cot.", "whoever has no other name"),
    ("Vane claims she could spell “because” before she was four.", "a word that is spelled"),
    ("Nowhere does the company use the word “breach”.", "a word that nobody uses"),
    ("Scientists speak of “overshoot” when a herd outgrows its field.", "a term"),
    ("The bill was signed by “Northern Crates Ltd”.", "a company that signs"),
    ("The council will hold “Bring a Chair Day” in June.", "an event"),
    ("Children learn to spell “necessary” by clapping.", "a word"),
    ("A “smart” bin was installed beside the pond.", "an attribute"),
    ("The “experts” had never seen a cow.", "irony"),
    ("Jo Lang, nicknamed “Mister Tuesday”, won again.", "nicknamed"),
    ("The campaign, “Lights Out for Bats”, begins in June.", "a campaign"),
    ("The clause uses “shall” eleven times.", "a word that is used"),
    ("The soup is listed on the menu as “yesterday’s best”.", "listed as"),
    ("The season opens with “The Salt Clerk” in March.", "a play after with"),
    ("In “The Long Ditch”, she plays a widow.", "a film"),
    ("What marketers call “the hush” lasts four minutes.", "named by a trade"),
    ("The file was named “final_final”.", "named"),
    ("‘Bedroom tax’ returns to haunt council", "a nickname in a headline"),
    ("By “resident” the statute means anyone who sleeps there.", "a word defined"),
    ("The lane is marked “Cart Road” on old maps.", "marked"),
    ("The “Evening Packet” reported the theft first.", "a newspaper"),
    ("The name is pronounced “loo-ster”.", "pronounced"),
    ("The herd’s “grandmothers” lead it to water.", "a figure of speech"),
    ("The band’s third single, “Ferry Girl”, is out.", "a song"),
    ("The exhibition “Salt and Iron” runs until May.", "an exhibition"),
    ("The code name was “Operation Teaspoon”.", "a code name"),
    ("The letters “RIP” were carved on the bench.", "letters"),
    ("The birds fly in a “funnel”, a shape that baffles hawks.", "a term"),
    ("The villagers call it “the Monday wind”.", "named by many"),
    ("The “no ball games” signs have gone.", "a kind of sign"),
    ("He is the “third man” in the photograph.", "a label"),
    ("The award, “Baker of the Year”, went to Agnes Orne.", "an award"),
    ("The app uses “nudges” to make people walk.", "a term"),
    ("Engineers call this “creep”; it takes a century.", "named by a trade"),
    ("Rita Hale, who runs the “Copper Pot” café, agreed.", "a café"),
    ("The phrase “in due course” appears nine times.", "the phrase"),
    ("The lake, nicknamed “the Spoon”, froze.", "nicknamed"),
    ("The trawler “Silver Bream” sank in 1962.", "a trawler"),
    ("She hosted “Desert Hour” for ten years.", "a programme"),
    ("He won “Best Newcomer” in June.", "a prize"),
    ("The door is marked “Private”.", "marked"),
    ("Beekeepers speak of “robbing” when hives fight.", "a term"),
    ("A “ghost” tram crosses the bridge.", "a figure of speech"),
    ("The “free” lunch cost nine pounds.", "irony"),
    ("The choir sang “Abide With Me” at the grave.", "a hymn"),
    ("The app, called “Puddle”, warns of floods.", "called"),
    ("Locals call the alley “the Gut”.", "named by many"),
    ("An email headed “Urgent” arrived on Monday.", "headed"),
    ("The letter was signed “Your friend”.", "signed"),
    ("The report is titled “Still Waters”.", "titled"),
    ("The school will host “Maths Without Fear” in May.", "an event"),
    ("Under the “polluter pays” principle, the firm owes nothing.", "a principle"),
    ("The tour opens with “Grey Mare” in Leith.", "a play"),
    ("The bill defines “dwelling” as any room with a bed.", "a word defined"),
    ("The “Courier and Argus” went weekly.", "a newspaper"),
    (
        "Nina Holt wants a “smart” meter in every shed.",
        "a name, a term, a title or a figure of speech",
    ),
    (
        "The council criticised the “Big Bench” project.",
        "a name, a term, a title or a figure of speech",
    ),
    ("Kemp praised the “Night Owls” volunteers.", "a name, a term, a title or a figure of speech"),
    (
        "The minister opened the “Bridge of Sighs” car park.",
        "a name, a term, a title or a figure of speech",
    ),
    (
        "The word “wetland” is missing from the deed.",
        "a name, a term, a title or a figure of speech",
    ),
    (
        "The union attacked the so-called “golden rule”.",
        "a name, a term, a title or a figure of speech",
    ),
    (
        "She plays the “wicked stepmother” in the panto.",
        "a name, a term, a title or a figure of speech",
    ),
    ("The horse “Plain Jane” won by a neck.", "a name, a term, a title or a figure of speech"),
    ("Kemp reads “Middle Distance” on the train.", "a name, a term, a title or a figure of speech"),
    (
        "Kemp was known to colleagues as “the Vicar”.",
        "a name, a term, a title or a figure of speech",
    ),
    (
        "The rule is called “first come, first fed”.",
        "a name, a term, a title or a figure of speech",
    ),
    ("The band opened with “Tin Roof”.", "a name, a term, a title or a figure of speech"),
    ("The “leave” campaign spent more.", "a name, a term, a title or a figure of speech"),
    ("The museum’s “touch me” gallery is closed.", "a name, a term, a title or a figure of speech"),
    ("A jar labelled “jam” held nails.", "a name, a term, a title or a figure of speech"),
    (
        "Chemists speak of “salting out” when a protein falls.",
        "a name, a term, a title or a figure of speech",
    ),
    (
        "The charity will stage “Soup and Songs” in March.",
        "a name, a term, a title or a figure of speech",
    ),
    (
        "The minister sat in the “naughty corner” of the committee room.",
        "a name, a term, a title or a figure of speech",
    ),
]


@pytest.mark.parametrize(("text", "speaker", "why"), SAID)
def test_a_fragment_that_is_somebodys_words_is_checked(
    text: str, speaker: str | None, why: str
) -> None:
    found = find_quotations(text, "en")
    assert found and all(q.is_checked for q in found), why
    if speaker is not None:
        assert {(q.speaker or "").lower() for q in found} == {speaker.lower()}, why


@pytest.mark.parametrize(("text", "why"), HELD)
def test_a_fragment_that_is_nobodys_words_is_not_checked(text: str, why: str) -> None:
    found = find_quotations(text, "en")
    assert found and not any(q.is_checked for q in found), why
