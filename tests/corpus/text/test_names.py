"""What may be a label, and what a full name is."""

from __future__ import annotations

import pytest

from corpus.text.names import bare_label, full_names, is_role, label_shape, shares_part, split_joint

SHAPES = [
    ("Host", "name", "a role"),
    ("MR. HOLLOWAY", "name", "capitals"),
    ("Ida van der Berg", "name", "particles are small"),
    ("Harbour Weekly/Quayside", "name", "two papers"),
    ("The Mayor", "name", "an article before a role"),
    ("Audience member", "loose", "a role in small letters"),
    ("主持人", "name", "a Chinese role"),
    ("嘉宾Ida Brandt", "name", "a Chinese role before a Latin name"),
    ("My biggest regret", "", "an opening of a sentence"),
    ("Far from it", "", "small words"),
    ("Note", "", "an aside"),
    ("In conclusion", "", "an aside"),
    ("In Conclusion", "", "the same in capitals"),
    ("What did she say? Mayor", "", "more than a label"),
    ("我还要说一点", "", "a Chinese clause"),
    ("来源", "", "a Chinese aside"),
    ("One Two Three Four Five Six Seven", "", "too many words"),
]


@pytest.mark.parametrize(("name", "shape", "why"), SHAPES)
def test_labels_look_like_names_or_roles(name: str, shape: str, why: str) -> None:
    assert label_shape(name) == shape, why


@pytest.mark.parametrize(
    ("name", "role"),
    [("Host", True), ("Deputy Treasurer", True), ("Speaker 2", True), ("副局长", True),
     ("Ida Brandt", False), ("林远", False)],
)  # fmt: skip
def test_a_role_is_told_from_a_name(name: str, role: bool) -> None:
    assert is_role(name) is role


@pytest.mark.parametrize(
    ("label", "bare"),
    [("Ida Brandt (mayor)", "Ida Brandt"), ("Ida Brandt, Eastmere", "Ida Brandt"),
     ("嘉宾Ida Brandt", "Ida Brandt"), ("主持人", "主持人"), ("副局长", "副局长")],
)  # fmt: skip
def test_a_label_without_role_and_remark(label: str, bare: str) -> None:
    assert bare_label(label) == bare


@pytest.mark.parametrize(
    ("text", "names", "why"),
    [
        ("Recently, Acme CEO Ida Brandt and COO Tom Okafor spoke.",
         [("Ida", "Brandt"), ("Tom", "Okafor")], "titles are cut off"),
        ("Although Brandt agreed, she left.", [], "an opening is no given name"),
        ("President Lena Chen's letter", [("Lena", "Chen")], "a possessive"),
        ("港口首席执行官Ida Brandt与主持人Ann\nMcRae对话", [("Ida", "Brandt"), ("Ann", "McRae")],
         "Latin names in Chinese, one over a line break"),
        ("It was Rosa de la Fuente who came.", [("Rosa", "de", "la", "Fuente")], "particles"),
    ],
)  # fmt: skip
def test_full_names_are_found_in_running_text(
    text: str, names: list[tuple[str, ...]], why: str
) -> None:
    assert list(full_names(text)) == names, why


def test_a_name_that_could_open_a_sentence_is_found_when_it_is_known() -> None:
    assert list(full_names("Will Farrow came.", "Will")) == [("Will", "Farrow")]


def test_joint_labels_and_shared_parts() -> None:
    assert split_joint("Ida and Tom") == ("Ida", "Tom")
    assert split_joint("Alexander") == ("Alexander",)
    assert shares_part("《港口》/ Quayside", ["Harbour Weekly/Quayside", "Ida"]) == (
        "Harbour Weekly/Quayside"
    )
    assert shares_part("Ida", ["Ida Brandt"]) is None
