"""A label is believed for a reason, and only a believed one opens a turn inside a paragraph."""

from __future__ import annotations

import pytest

from corpus.describing.turns import find_labels
from corpus.readers.plain import cut_blocks


def labels(text: str, frame: str = "") -> list[tuple[str, str]]:
    """Names of the labels, each with the first word that is said."""
    blocks = list(cut_blocks(text))
    found = find_labels(text, blocks, frozenset(), frame)
    assert all(lb.name in " ".join(text[lb.start : lb.content].split()) for lb in found)
    return [(lb.name, text[lb.content :].split()[0].strip("*") if text[lb.content :] else "")
            for lb in found]  # fmt: skip


FOUND = [
    ("Host: Hi.\n\nIda: Yes.\n\nHost: Bye.\n\nIda: No.", "", ["Host", "Ida", "Host", "Ida"],
     "labels that recur"),
    ("**Host：** Hi.\n\n****Ida Brandt：****\nYes.\n\n**Host：** Bye.", "",
     ["Host", "Ida Brandt", "Host"], "stars, on one line or two"),
    ("**Ida：\n**Yes.\n\n******Tom：**\nNo.\n\n**Ida：\n**Bye.\n\n**Tom：** Bye.", "",
     ["Ida", "Tom", "Ida", "Tom"], "stars broken over lines"),
    ("Treasurer: Hello.\n\nReporter: Why?\n\nTreasurer: So.", "",
     ["Treasurer", "Reporter", "Treasurer"], "a role that is met once"),
    ("Ida: Hello.\n\nTom: Why?\n\nIda: So.", "Ida and Tom spoke with us.",
     ["Ida", "Tom", "Ida"], "a name of the narration that is met once"),
    ("局长：大家好。\n\n记者：为什么？\n\n局长：没有。\n\n副局长：我补充。", "",
     ["局长", "记者", "局长", "副局长"], "Chinese roles"),
    ("Ida: A.\n\nTom: B.\n\nIda: C.\n\nTom: D.\n\nIda and Tom: E.", "",
     ["Ida", "Tom", "Ida", "Tom", "Ida and Tom"], "a joint label of known ones"),
    ("Harbour Weekly/Quay: A?\n\nIda: B.\n\nHarbour Weekly/Quay: C?\n\nIda: D.\n\n"
     "《港口周刊》/ Quay: E?\n\nIda: F.", "",
     ["Harbour Weekly/Quay", "Ida", "Harbour Weekly/Quay", "Ida", "《港口周刊》/ Quay", "Ida"],
     "a half-translated label shares a part"),
    ("Host: One. Host: Two? Ida: Three.\n\nIda: Four.\n\nHost: Five.", "",
     ["Host", "Host", "Ida", "Ida", "Host"], "turns inside a paragraph"),
    ("Host: It was the whole industry Ida: I know.\n\nIda: Four.\n\nHost: Five.", "",
     ["Host", "Ida", "Ida", "Host"], "a turn after a lost full stop"),
    ("Host: Hi.\nIda: Yes.\nHost: Bye.\nIda: Bye.", "", ["Host", "Ida", "Host", "Ida"],
     "a file of lines"),
    ("[00:01] Host: Hi.\n\n00:00:05 - **Ida:** Yes.\n\n(0:09) Host: Bye.\n\n[00:12] Ida: No.", "",
     ["Host", "Ida", "Host", "Ida"], "time codes before the labels"),
    ("Host (00:01): Hi.\n\nIda [00:05]: Yes.\n\nHost (00:09): Bye.\n\nIda [00:12]: No.", "",
     ["Host", "Ida", "Host", "Ida"], "and behind them"),
    ("Host 00:01\nHi.\n\nIda 00:05\nYes.\n\nHost 00:09\nBye.\n\nIda 00:12\nNo.", "",
     ["Host", "Ida", "Host", "Ida"], "in the place of the colon"),
    ("HOST\nHi there.\n\nDR. IDA BRANDT\nYes, I am.\n\nHOST\nBye.\n\nDR. IDA BRANDT\nNo.", "",
     ["HOST", "DR. IDA BRANDT", "HOST", "DR. IDA BRANDT"], "names in capitals on their own lines"),
    ("M. Paul Roux. Merci, madame.\n\nMme Claire Astier, présidente. Bien.\n\n"
     "M. Paul Roux. Oui.\n\nMme Claire Astier, présidente. Non.", "",
     ["M. Paul Roux", "Mme Claire Astier", "M. Paul Roux", "Mme Claire Astier"],
     "a form of address, a name and a full stop"),
    ("Mr. J. Smith. Thank you.\n\nSenator Brandt. Why?\n\nMr. J. Smith. So.\n\n"
     "Senator Brandt. No.", "",
     ["Mr. J. Smith", "Senator Brandt", "Mr. J. Smith", "Senator Brandt"], "in English"),
    ("> Host: Hi.\n>\n> Ida: Yes.\n>\n> Host: Bye.\n>\n> Ida: Bye.", "",
     ["Host", "Ida", "Host", "Ida"], "a quoted dialogue"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "frame", "names", "why"), FOUND)
def test_labels_are_found(text: str, frame: str, names: list[str], why: str) -> None:
    assert [name for name, _ in labels(text, frame)] == names, why


DIALOGUE = "Host: Hi.\n\nIda: Yes.\n\nHost: Bye.\n\nIda: {}"
NOT_FOUND = [
    ("My biggest regret: I never thanked them.", "an opening of a sentence"),
    ("Note: this was recorded in May.", "an aside"),
    ("In conclusion: nothing has changed.", "an aside"),
    ("I told Host: go home.", "spoken to, not speaking"),
    ("At 10:30 we left; the ratio was 3:1.", "numbers"),
    ("See https://example.org: it is there.", "an address"),
    ("They wrote to Ida: please come.", "a letter"),
]


@pytest.mark.parametrize(("said", "why"), NOT_FOUND)
def test_what_only_looks_like_a_label_stays_in_the_turn(said: str, why: str) -> None:
    text = DIALOGUE.format(said) + f"\n\n{said}"
    assert [name for name, _ in labels(text)] == ["Host", "Ida", "Host", "Ida"], why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Treasurer: Good morning.", "one label makes no dialogue"),
        ("Note: a.\n\nNote: b.\n\nNote: c.", "asides may recur"),
        ("Price: 10 crowns\n\nLength: 4 km\n\nPrice: 20 crowns", "nothing is said"),
        ("Far from it: I never said so.", "a sentence"),
    ],
)
def test_a_text_without_dialogue_has_no_labels(text: str, why: str) -> None:
    assert labels(text) == [], why


def test_what_is_said_begins_after_label_and_stars() -> None:
    text = "**Host：** Hi.\n\n****Ida：****\nYes.\n\n**Host: Bye.\n\nIda: No."
    assert [word for _, word in labels(text)] == ["Hi.", "Yes.", "Bye.", "No."]
