"""One text in several sources, and one line said in several places."""

from __future__ import annotations

import pytest

from tests.gold.homes import service_on, talk
from verifier.answering.syndication import Surrounded, are_copies, surrounded
from verifier.service import Question

LINE = "The herring paid for the whole school and for half of the chapel."
BEFORE = (
    "When I was a boy there were eleven boats in this harbour, and on a good morning every one of"
    " them came back so low in the water that the gulls walked aboard without opening a wing."
)
AFTER = (
    "My father kept the books in a biscuit tin, and when the inspector asked to see them he brought"
    " out the tin, the biscuits and a knife, and told him to begin wherever he liked."
)
ELSEWHERE = (
    "I am glad to open this bridge today, and gladder still that nobody had to swim to hear me say"
    " so, because the last time we met on this bank half of you were on the wrong side of it."
)
TEXTS = [
    (BEFORE + " " + LINE + " " + AFTER, True, "the very same text"),
    (BEFORE.replace("eleven", "twelve") + " " + LINE + " " + AFTER, True, "one word of it differs"),
    (BEFORE + " " + LINE, True, "cut after the line"),
    (ELSEWHERE + " " + LINE, False, "the same line in another speech"),
]


def place(
    text: str,
    rendition: int = 1,
    speaker: str | None = "Ida Brandt",
    date: str | None = None,
    line: str = LINE,
) -> Surrounded:
    words = text.lower().replace(".", "").replace(",", "").split()
    said = line.lower().replace(".", "").replace(",", "").split()
    first = next(at for at in range(len(words)) if words[at : at + len(said)] == said)
    return surrounded(rendition, speaker, words, first, first + len(said), date)


@pytest.mark.parametrize(("text", "copy", "why"), TEXTS)
def test_what_stands_around_the_words_tells_a_copy(text: str, copy: bool, why: str) -> None:
    assert are_copies(place(TEXTS[0][0]), place(text, 2)) is copy, why
    assert are_copies(place(text, 2), place(TEXTS[0][0])) is copy, why


def test_named_speakers_who_differ_are_never_copies() -> None:
    whole = TEXTS[0][0]
    assert not are_copies(place(whole), place(whole, 2, "Jonas Falk"))
    assert not are_copies(place(whole), place(whole, 2, "Jonas Falk"), {frozenset((1, 2))})


def test_a_page_without_the_name_is_a_copy_only_when_there_is_enough_to_tell() -> None:
    assert are_copies(place(TEXTS[0][0]), place(TEXTS[0][0], 2, None))
    assert not are_copies(place(LINE), place(LINE, 2, None))
    assert are_copies(place(LINE), place(LINE, 2))


@pytest.mark.parametrize(
    ("text", "dates", "copy", "why"),
    [
        (LINE, ("2019-05-01", "2023-02-11"), False, "said again years later"),
        (LINE, ("2019-05-01", "2019"), True, "the coarser date holds the finer"),
        (LINE, ("2019-05-01", None), True, "nobody knows the other date"),
        (TEXTS[0][0], ("2019-05-01", "2023-02-11"), True, "a page that was printed again"),
    ],
)
def test_dates_tell_occasions_apart_where_the_text_around_does_not(
    text: str, dates: tuple[str | None, str | None], copy: bool, why: str
) -> None:
    one, other = (place(text, n, date=date) for n, date in enumerate(dates))
    assert are_copies(one, other) is copy, why


def test_a_long_quote_does_not_outweigh_what_stands_around_it() -> None:
    long = " ".join(f"word{n}" for n in range(120))
    assert not are_copies(
        place(f"{BEFORE} {long} {AFTER}", line=long), place(f"{ELSEWHERE} {long}", 2, line=long)
    )


def test_what_linking_found_to_be_a_copy_is_one() -> None:
    one, other = place(TEXTS[0][0]), place(TEXTS[3][0], 2)
    assert are_copies(one, other, {frozenset((1, 2))})


def test_syndicated_copies_are_one_item_and_another_speech_is_its_own() -> None:
    whole, other = TEXTS[0][0], TEXTS[3][0]
    drafts = [
        *talk(whole, origin="a.txt", date="2019-05-01", Speaker="Ida Brandt"),
        *talk(whole, origin="b.txt", date="2019-05-03", Speaker="Ida Brandt"),
        *talk(TEXTS[1][0], origin="c.txt", date="2019-05-02", Speaker="Ida Brandt"),
        *talk(other, origin="d.txt", date="2021-07-01", Speaker="Ida Brandt"),
    ]
    with service_on(drafts) as service:
        report = service.verify(Question(LINE))
        origins = {s.id: s.origin for s in service.home.store.sources(after=None, limit=9)}
    assert report.source is not None
    assert report.source.origin == "a.txt"
    items = [(origins[i.source_id], i.copies) for i in report.other_matches.items]
    assert items == [("c.txt", 2), ("d.txt", 1)]
    assert report.other_matches.total == 3
