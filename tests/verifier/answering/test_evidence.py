"""From an alignment to what is shown: slices of the stored text that rebuild both sides."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.gold.homes import (
    claim_of,
    filler,
    harbour_drafts,
    passage_of,
    service_on,
    talk,
    window_of,
)
from verifier.answering.evidence import passage_at, sentences_match
from verifier.judging.paraphrase import NearSentences
from verifier.models import Window
from verifier.policy import Policy
from verifier.report import Report
from verifier.service import Question, Service


@pytest.fixture(scope="module")
def harbour() -> Iterator[Service]:
    with service_on(harbour_drafts()) as service:
        yield service


def told(report: Report) -> list[tuple[str, str, str]]:
    """The steps: op, claim, source."""
    assert report.match is not None
    return [(s.op.value, s.claim_text, s.source_text) for s in report.match.alignment]


STEPS = [
    ("We bought four wooden boats from a widow",
     [("equal", "We bought four wooden boats from a widow",
       "We bought four wooden boats from a widow")], "one step"),
    ("We bought five wooden boats from a widow in the next village",
     [("equal", "We bought ", "We bought "), ("replace", "five ", "four "),
      ("equal", "wooden boats from a widow in the next village",
       "wooden boats from a widow in the next village")], "a word replaced"),
    ("We bought four boats from a widow in the next village",
     [("equal", "We bought four ", "We bought four "), ("delete", "", "wooden "),
      ("equal", "boats from a widow in the next village",
       "boats from a widow in the next village")],
     "a word left out"),
    ("We bought four old wooden boats from a widow",
     [("equal", "We bought four ", "We bought four "), ("insert", "old ", ""),
      ("equal", "wooden boats from a widow", "wooden boats from a widow")], "a word added"),
    ("We bought four … boats from a widow",
     [("equal", "We bought four", "We bought four "), ("marked", " … ", "wooden "),
      ("equal", "boats from a widow", "boats from a widow")], "an ellipsis"),
    ("We bought four [sic] wooden boats from a widow",
     [("equal", "We bought four", "We bought four "), ("marked", " [sic] ", ""),
      ("equal", "wooden boats from a widow", "wooden boats from a widow")], "a mark without loss"),
    ("“We bought four wooden boats,” she said, “from a widow.”",
     [("equal", "We bought four wooden boats", "We bought four wooden boats "),
      ("marked", ",” she said, “", ""), ("equal", "from a widow", "from a widow")],
     "an interruption is no word of the quote"),
    ("I painted the color of the hull myself",
     [("equal", "I painted the ", "I painted the "), ("fold", "color ", "colour "),
      ("equal", "of the hull myself", "of the hull myself")], "a fold"),
]  # fmt: skip


@pytest.mark.parametrize(("quote", "steps", "why"), STEPS)
def test_steps_tile_both_sides(
    harbour: Service, quote: str, steps: list[tuple[str, str, str]], why: str
) -> None:
    assert told(harbour.verify(Question(quote))) == steps, why


def test_each_marked_piece_has_its_own_place_and_the_words_between_are_counted(
    harbour: Service,
) -> None:
    report = harbour.verify(Question("The dredger arrived late … and the channel stayed shallow"))
    match = report.match
    assert match is not None
    assert [(p.exact, p.words_from_previous) for p in match.pieces] == [
        ("The dredger arrived late", None), ("and the channel stayed shallow", 75),
    ]  # fmt: skip
    assert [(gap.text, gap.marked) for gap in match.left_out] == [(filler(75), True)]
    assert [report.claim.text[slice(*p.claim)] for p in match.pieces] == [
        "The dredger arrived late", "and the channel stayed shallow",
    ]  # fmt: skip


def test_words_left_out_without_a_mark_are_told_apart(harbour: Service) -> None:
    report = harbour.verify(
        Question("We bought … wooden boats from a widow and nobody asked us for a receipt")
    )
    assert report.match is not None
    assert [(gap.text, gap.marked) for gap in report.match.left_out] == [
        ("four", True), ("in the next village", False),
    ]  # fmt: skip


def test_pieces_of_a_joined_quote_name_their_speakers_and_their_distance(harbour: Service) -> None:
    quote = (
        "My father repaired them with rope and tar. The harbour opened before the railway came. "
        "The old pilots counted the waves before they crossed the bar."
    )
    match = harbour.verify(Question(quote)).match
    assert match is not None
    assert [(p.exact.split()[0], p.speaker) for p in match.pieces] == [
        ("My", "Ada Lindqvist"), ("The", "Ada Lindqvist"), ("The", "Tomas Reiter"),
    ]  # fmt: skip
    distances = [p.words_from_previous for p in match.pieces]
    assert distances[0] is None
    assert distances[1] is not None
    assert distances[1] < 0
    assert distances[2] is None


STORED = "Before it. " + "We stayed. They left." + " Behind it."


def read(rendition: int, start: int, end: int) -> str:
    return STORED[start:end]


def test_nearest_sentences_are_shown_without_an_alignment() -> None:
    window = window_of("We stayed. They left.", start=11)
    near = NearSentences(window, 11, 32, 0.5, 1.0, 3, 0.5)
    match = sentences_match(claim_of("We left and stayed, they said"), near, read, Policy())
    assert match.similarity == 0.5, "'we', 'stayed' and 'they' of six words stand in this order"
    assert (match.exact, match.alignment, match.pieces) == ("We stayed. They left.", (), ())
    assert (match.context_before, match.context_after) == ("Before it. ", " Behind it.")


@pytest.mark.parametrize(("offset", "number"), [(0, 1), (9, 1), (11, 1), (12, 2), (30, 2)])
def test_an_offset_belongs_to_the_passage_that_holds_it(offset: int, number: int) -> None:
    first = passage_of("We stayed.", number=1, start=0)
    second = passage_of("They left.", number=2, start=12, ordinal=1)
    window = window_of("We stayed.")
    both = Window((first, second), window.tokens, "We stayed.\n\nThey left.", 0, True)
    assert passage_at(both, offset).id == number


def test_context_is_cut_between_words_and_always_a_slice(harbour: Service) -> None:
    match = harbour.verify(Question("Nine cranes collapsed that autumn")).match
    assert match is not None
    (passage,) = harbour.home.store.passages([match.passage_id])
    text = harbour.home.store.rendition_text(passage.rendition_id)
    assert text[: match.start].endswith(match.context_before)
    assert text[match.end :].startswith(match.context_after)
    assert 200 < len(match.context_before) <= Policy().context_chars
    assert not text[match.start - len(match.context_before) - 1].isalnum() or (
        match.context_before[0].isspace()
    )


def test_a_context_that_ends_with_a_line_is_a_slice_too() -> None:
    words = ("lamp " * 60)[:277]
    drafts = talk(f"The dredger arrived late {words}.\n\nIt left.", Speaker="Ida")
    with service_on(drafts) as service:
        match = service.verify(Question("The dredger arrived late")).match
        assert match is not None
        (passage,) = service.home.store.passages([match.passage_id])
        text = service.home.store.rendition_text(passage.rendition_id)
    assert text[match.end :][: Policy().context_chars].endswith(".\n")
    assert text[match.end :].startswith(match.context_after)


def test_a_claim_of_signs_is_read(harbour: Service) -> None:
    assert not claim_of("🎉🎉").tokens.norms
    assert harbour.verify(Question("🎉🎉")).match is None
