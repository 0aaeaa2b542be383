"""Who said it: names, turns, quotations inside them, narration; and when."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.models import DateBasis, DateEvidence, DateOf, DatePrecision, Speaker
from verifier.judging.attribution import (
    AttributionStatus,
    DateStatus,
    attribute,
    compare_dates,
    parse_claimed_date,
    same_person,
)

REYES = Speaker("Maria Reyes", ("Reyes", "Maria"))
NOVAK = Speaker("Ann Novak", ("Novak", "Ann"))
HOST = Speaker("Host")


def _place(marked: str) -> tuple[str, int, int]:
    start, end = marked.index("[["), marked.index("]]") - 2
    return marked.replace("[[", "").replace("]]", ""), start, end


@pytest.mark.parametrize(
    ("claimed", "name", "aliases", "same", "why"),
    [
        ("Reyes", "Maria Reyes", (), True, "the surname"),
        ("MARIA REYES", "Maria Reyes", (), True, "case"),
        ("José Müller", "Jose Muller", (), True, "diacritics"),
        ("J. F. Kennedy", "John F. Kennedy", (), True, "initials"),
        ("J.F. Kennedy", "John Fitzgerald Kennedy", (), True, "initials without spaces"),
        ("John Kennedy", "John F. Kennedy", (), True, "a name in the middle left out"),
        ("JFK", "John F. Kennedy", (), True, "the initials of three names"),
        ("MR", "Maria Reyes", (), False, "two initials are too few"),
        ("Robert Kennedy", "John F. Kennedy", (), False, "another given name"),
        ("George W. Bush", "George H. W. Bush", (), False, "another middle name"),
        ("Barack Obama", "PRESIDENT OBAMA", (), True, "a title and the surname"),
        ("President Obama", "Barack Obama", (), True, "the other way round"),
        ("President", "PRESIDENT OBAMA", (), True, "the title of the one who has it"),
        ("the Treasurer", "Treasurer", (), True, "an article"),
        ("Commissioner", "Deputy Commissioner", (), False, "a deputy is somebody else"),
        ("Deputy Commissioner", "Commissioner", (), False, "and the other way round"),
        ("Commissioner Smith", "Deputy Commissioner Smith", (), False, "another rank"),
        ("Smith", "Deputy Commissioner Smith", (), True, "no rank claimed"),
        ("局长", "副局长", (), False, "a deputy in Chinese"),
        ("局長", "局长", (), True, "traditional characters"),
        ("奥巴马总统", "奥巴马", (), True, "a title behind the name"),
        ("特朗普", "唐纳德\u00b7特朗普", (), True, "the surname behind a dot"),
        ("张先生", "张一鸣", (), True, "a family name with a title"),
        ("James", "James Brown", (), False, "a given name that the source does not use alone"),
        ("Sam", "Samuel Ortiz", ("Sam",), True, "an alias of the source"),
        ("Paul Sam", "Sam Ortiz", ("Sam", "Ortiz"), False, "a surname is no other's given name"),
        ("雷耶斯", "Maria Reyes", ("雷耶斯",), True, "transliteration through an alias"),
        ("Miller", "Mueller", (), False, "like is not the same"),
        ("King", "Martin Luther King", (), True, "a surname that is a title"),
        ("Zhang Wei", "Wei Zhang", (), True, "family name first"),
        ("...", "Maria Reyes", (), False, "no name at all"),
    ],
)
def test_names_are_one_person_or_not(
    claimed: str, name: str, aliases: tuple[str, ...], same: bool, why: str
) -> None:
    assert same_person(claimed, name, aliases) is same, why


TURNS = [
    ("Maria Reyes", "[[The port is open]].", "same", "Maria Reyes", "her turn"),
    ("Reyes", "I said that [[the port is open]].", "same", "Maria Reyes", "her own earlier words"),
    ("Ann Novak", "[[The port is open]].", "different", "Maria Reyes", "another's turn"),
    ("Reyes", "He says, [[carry on, it is fine]].", "quoted_by_source", "He", "another's words"),
    ("Reyes", 'Tom said, "[[it is fine]]."', "quoted_by_source", "Tom", "in marks"),
    ("Reyes", '[[Tom said, "it is fine]]."', "same", "Maria Reyes", "the clause is hers"),
    ("Tom", 'Tom said, "[[it is fine]]."', "quoted_by_source", "Tom", "at second hand"),
    ("Reyes", "Tom told me that [[it is fine]].", "quoted_by_source", "Tom", "retold"),
    ("Reyes", "I never said that [[it is fine]].", "same", "Maria Reyes", "denied, still hers"),
    (None, "[[The port is open]].", "not_claimed", "Maria Reyes", "nobody is claimed"),
    ("  ", "[[The port is open]].", "not_claimed", "Maria Reyes", "blank"),
]

NARRATION = [
    ("Reyes", '"[[The port is open]]," Reyes stated.', "same", "Maria Reyes", "quoted directly"),
    ("Reyes", '"[[The port is open]]," Tom Hale stated.', "different", "Tom Hale", "another"),
    ("Reyes", '"[[The port is open]]," the guard said.', "source_speaker_unknown", "the guard", ""),
    ("Reyes", "Reyes said that [[the port is open]].", "quoted_by_source", "Maria Reyes", "retold"),
    ("Tom", "Reyes said that [[it is open]].", "source_speaker_unknown", "Maria Reyes", "retold"),
    ("Reyes", "[[The port is open]].", "source_speaker_unknown", None, "narration"),
    (
        "Tom Hale",
        "Tom Hale was angry with Acme and Reyes. He tweeted, '[[The port is open]].'",
        "same",
        "Tom Hale",
        "a pronoun",
    ),
]


@pytest.mark.parametrize(("claimed", "marked", "status", "named", "why"), TURNS)
def test_the_speaker_of_the_turn_is_asked_first(
    claimed: str | None, marked: str, status: str, named: str | None, why: str
) -> None:
    text, start, end = _place(marked)
    found = attribute(claimed, REYES, [REYES, NOVAK, HOST], None, text, start, end, "en")
    assert (str(found.status), found.in_source) == (status, named), why


@pytest.mark.parametrize(("claimed", "marked", "status", "named", "why"), NARRATION)
def test_narration_gives_the_words_of_whom_it_quotes(
    claimed: str, marked: str, status: str, named: str | None, why: str
) -> None:
    text, start, end = _place(marked)
    found = attribute(claimed, None, [REYES, HOST], None, text, start, end, "en")
    assert (str(found.status), found.in_source) == (status, named), why


def test_a_first_person_text_is_its_authors() -> None:
    text = "I opened the port myself. The town was glad."
    found = attribute("Ann Novak", None, [], "Ann Novak", text, 2, 24, "en")
    assert found.status is AttributionStatus.SAME
    third = "The port was opened. The town was glad."
    assert attribute("Ann Novak", None, [], "Ann Novak", third, 0, 19, "en").status is (
        AttributionStatus.SOURCE_SPEAKER_UNKNOWN
    )


@pytest.mark.parametrize(
    ("claimed", "status"),
    [
        ("Sam", AttributionStatus.AMBIGUOUS_NAME),
        ("Sam Ortiz", AttributionStatus.SAME),
        ("Sam Blake", AttributionStatus.DIFFERENT),
    ],
)
def test_a_name_that_fits_two_speakers_is_ambiguous(
    claimed: str, status: AttributionStatus
) -> None:
    speakers = [Speaker("Sam Ortiz", ("Ortiz",)), Speaker("Sam Blake", ("Blake",))]
    found = attribute(claimed, speakers[0], speakers, None, "It is fine.", 0, 10, "en")
    assert found.status is status


def test_a_name_that_fits_two_others_is_neither() -> None:
    speakers = [Speaker("George Bush"), Speaker("Laura Bush"), HOST]
    found = attribute("Bush", HOST, speakers, None, "It is fine.", 0, 10, "en")
    assert (found.status, found.in_source) == (AttributionStatus.DIFFERENT, "Host")


def test_a_label_with_a_given_name_only_decides_nothing() -> None:
    found = attribute("Sam Ortiz", Speaker("Sam"), [], None, "It is fine.", 0, 10, "en")
    assert found.status is AttributionStatus.SOURCE_SPEAKER_UNKNOWN


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("2024", "2024"),
        ("2024-04", "2024-04"),
        ("2024-04-16", "2024-04-16"),
        ("April 2024", "2024-04"),
        ("16 April 2024", "2024-04-16"),
        ("April 16, 2024", "2024-04-16"),
        ("2024年4月16日", "2024-04-16"),
        (" ", None),
        ("yesterday", None),
        ("2023-02-31", None),
        ("2023-13-01", None),
    ],
)
def test_claimed_dates_keep_their_precision(written: str, edtf: str | None) -> None:
    assert parse_claimed_date(written) == edtf


def _dated(edtf: str, of: DateOf = DateOf.PUBLICATION) -> DateEvidence:
    precision = {4: DatePrecision.YEAR, 7: DatePrecision.MONTH}.get(len(edtf), DatePrecision.DAY)
    return DateEvidence(edtf, precision, DateBasis.DECLARED, of)


@pytest.mark.parametrize(
    ("claimed", "source", "of", "status", "why"),
    [
        ("2024-04-16", "2024-04-16", DateOf.PUBLICATION, "same", "one day"),
        ("2024-04", "2024-04", DateOf.PUBLICATION, "within_precision", "one month is no day"),
        ("2024-04", "2024-04-16", DateOf.PUBLICATION, "within_precision", "the claim holds it"),
        ("2024-04-16", "2024", DateOf.PUBLICATION, "within_precision", "the source holds it"),
        ("2024-04-16", "2024-04-23", DateOf.PUBLICATION, "within_precision", "seven days later"),
        ("2024-04-16", "2024-04-24", DateOf.PUBLICATION, "differs", "eight days later"),
        ("2024-04-16", "2024-04-15", DateOf.PUBLICATION, "differs", "published before"),
        ("2024-04-16", "2024-04-18", DateOf.EVENT, "differs", "an event has one day"),
        ("2024-12", "2025-01-03", DateOf.PUBLICATION, "within_precision", "over the year's end"),
        ("2023", "2024", DateOf.PUBLICATION, "differs", "another year"),
    ],
)
def test_dates_are_compared_at_their_precision(
    claimed: str, source: str, of: DateOf, status: str, why: str
) -> None:
    assert str(compare_dates(claimed, _dated(source, of))) == status, why


def test_a_missing_date_is_said_to_be_missing() -> None:
    assert compare_dates(None, _dated("2024")) is DateStatus.NOT_CLAIMED
    assert compare_dates("2024", None) is DateStatus.SOURCE_UNDATED


@given(st.dates(), st.dates())
def test_a_day_is_the_same_only_as_itself(one: object, other: object) -> None:
    found = compare_dates(str(one), _dated(str(other)))
    assert (found is DateStatus.SAME) == (one == other)


@given(st.text(max_size=40))
def test_every_name_is_itself_or_empty(name: str) -> None:
    assert same_person(name, name) or not any(c.isalnum() for c in name)
