"""Labels of one person are one speaker, under the fullest name that the page gives."""

from __future__ import annotations

import pytest

from corpus.describing.speakers import (
    Page,
    is_first_person,
    reported_author,
    speaker_named,
    speakers_by_name,
    speakers_of,
)
from corpus.models import Speaker


def page(narration: str = "", openings: dict[str, str] | None = None, title: str = "") -> Page:
    return Page(title, narration, narration, openings or {})


def test_a_given_name_is_completed_by_the_narration() -> None:
    found = speakers_of(
        ["Host", "Ida", "Tom", "Ida"],
        page("Recently, Acme CEO Ida Brandt and COO Tom Okafor were our guests. Ida was late."),
    )
    assert found["Ida"] == Speaker("Ida Brandt", ("Ida", "Brandt"))
    assert found["Tom"] == Speaker("Tom Okafor", ("Tom", "Okafor"))
    assert found["Host"] == Speaker("Host")


def test_surname_and_full_name_are_one_speaker() -> None:
    found = speakers_of(["Ida Brandt", "Brandt", "Brandt"], page("We met Ida Brandt in May."))
    assert found["Brandt"] is found["Ida Brandt"]
    assert found["Brandt"] == Speaker("Ida Brandt", ("Brandt", "Ida"))


def test_a_name_shared_by_two_people_is_no_alias() -> None:
    found = speakers_of(["Ida Brandt", "Tom Brandt"], page())
    assert found["Ida Brandt"].aliases == ("Ida",)
    assert found["Tom Brandt"].aliases == ("Tom",)


def test_two_people_of_one_given_name_leave_the_label_as_it_is() -> None:
    found = speakers_of(["Ida", "Host"], page("Ida Brandt came. Ida Holm came, too."))
    assert found["Ida"].name == "Ida"


def test_a_role_is_never_part_of_another_role() -> None:
    found = speakers_of(["局长", "副局长", "局长"], page())
    assert found["局长"] == Speaker("局长")
    assert found["副局长"] == Speaker("副局长")


def test_a_role_before_a_name_is_an_alias_of_the_name() -> None:
    found = speakers_of(["嘉宾Ida Brandt", "Ida Brandt"], page())
    assert found["嘉宾Ida Brandt"] is found["Ida Brandt"]
    assert "嘉宾Ida Brandt" in found["Ida Brandt"].aliases


def test_half_translated_and_misspelt_labels_are_one_speaker() -> None:
    labels = ["Harbour Weekly/Quay", "Harbour Weeklys/Quay", "《港口》/ Quay"]
    found = speakers_of([labels[0], *labels], page())
    assert len({id(speaker) for speaker in found.values()}) == 1
    assert found[labels[0]].name == labels[0]
    assert set(labels[1:]) <= set(found[labels[0]].aliases)


def test_a_joint_label_is_named_after_both_and_is_neither() -> None:
    found = speakers_of(["Ida", "Tom", "Ida and Tom"], page("With Ida Brandt and Tom Okafor."))
    assert found["Ida and Tom"] == Speaker("Ida Brandt and Tom Okafor", ("Ida and Tom",))
    assert found["Ida"].name == "Ida Brandt"


@pytest.mark.parametrize(
    ("role", "opening", "narration"),
    [
        ("Host", "Welcome. I'm Ann McRae, and this is the show.", ""),
        ("主持人", "大家好。我是 7 FM 的 Ann McRae，很高兴见到你。", ""),
        ("主持人", "大家好。", "Ida Brandt与播客主持人Ann\nMcRae展开了对话。"),
    ],
)
def test_a_host_who_is_named_keeps_the_role_and_gets_the_name_as_alias(
    role: str, opening: str, narration: str
) -> None:
    found = speakers_of([role, "Ida Brandt"], page(narration, {role: opening}))
    assert found[role] == Speaker(role, ("Ann McRae",))


def test_a_form_of_address_is_no_alias() -> None:
    assert speaker_named("Mr. Tom Okafor, Jr.").aliases == ("Okafor", "Tom")


def test_names_given_by_the_format_stay_and_get_unambiguous_aliases() -> None:
    found = speakers_by_name(["TOM OKAFOR", "SYSTEM", "Rosa Okafor"])
    assert found["SYSTEM"] == Speaker("SYSTEM")
    assert found["TOM OKAFOR"] == Speaker("TOM OKAFOR", ("OKAFOR", "TOM"))
    assert found["Rosa Okafor"] == Speaker("Rosa Okafor", ("Okafor", "Rosa"))


@pytest.mark.parametrize(
    ("title", "narration", "author", "why"),
    [
        ("Just out: Chen posts letter", "Lena Chen wrote to all. Tom Okafor answered.",
         "Lena Chen", "the surname of the title"),
        ("A letter on fees", "Lena Chen published an open letter.", "Lena Chen", "the only name"),
        ("Fees will rise", "Lena Chen came to town.", None, "nothing was written or said"),
        ("A letter on fees", "Lena Chen and Tom Okafor disagree.", None, "two candidates"),
    ],
)  # fmt: skip
def test_the_author_of_a_reported_post(
    title: str, narration: str, author: str | None, why: str
) -> None:
    assert reported_author(title, narration) == author, why


@pytest.mark.parametrize(
    ("paragraph", "own"),
    [("We've always known.", True), ("It is late, and I'm tired.", True), ("我们希望如此。", True),
     ('"I am late," she said.', False), ("He said they knew.", False), ("The US and it.", False)],
)  # fmt: skip
def test_first_person_is_looked_for_outside_quotation_marks(paragraph: str, own: bool) -> None:
    assert is_first_person(paragraph) is own
