"""The embedded index finds passages by words and pairs, and knows which revision it holds."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from corpus.errors import IndexUnavailable
from corpus.indexing.index import IndexState, PassageIndex
from corpus.indexing.index_embedded import EmbeddedIndex
from corpus.indexing.query_terms import QueryPolicy
from tests.conftest import PROJECT

PASSAGES = {
    1: "ask not what your country can do for you",
    2: "what you can do for your country",
    3: "the only thing we have to fear is fear itself",
    4: "we have nothing to say",
    5: "café à paris",
    6: "不 确 定 的 推 理",
}


@pytest.fixture
def index(tmp_path: Path) -> Iterator[EmbeddedIndex]:
    opened = filled(tmp_path)
    yield opened
    opened.close()


def filled(folder: Path) -> EmbeddedIndex:
    opened = EmbeddedIndex.open(folder)
    opened.add((id, words.split()) for id, words in PASSAGES.items())
    opened.commit(7)
    return opened


def found(index: PassageIndex, claim: str, limit: int = 10) -> list[int]:
    hits = index.candidates(claim.split(), limit)
    assert [hit.rank for hit in hits] == list(range(len(hits)))
    return [hit.passage_id for hit in hits]


@pytest.mark.parametrize(
    ("claim", "first", "why"),
    [
        ("ask not what your country can do for you", 1, "word for word"),
        ("what you can do for your country", 2, "the order of words decides, by pairs"),
        ("the only thing we need to fear is itself", 3, "one word is wrong"),
        ("zzz nothing yyy say xxx", 4, "most words are unknown"),
        ("cafe a paris", 5, "typed without accents"),
        ("CAFÉ à paris", 5, "a word that was not folded does no harm"),
        ("确 定", 6, "two characters in the middle of a Chinese clause"),
    ],
)
def test_the_passage_that_shares_most_comes_first(
    index: EmbeddedIndex, claim: str, first: int, why: str
) -> None:
    assert found(index, claim)[0] == first, why


@pytest.mark.parametrize(
    "claim",
    [
        "",
        "nowhere",
        '"ask',
        "words:ask",
        "ask*",
        "*:*",
        "+ask -not",
        "[a TO z]",
        "ask~2",
        ") OR (",
        "\\",
        "ask_not_what",
        "\x00",
        "a" * 100_000,
    ],
)
def test_no_word_is_read_as_a_query_language(index: EmbeddedIndex, claim: str) -> None:
    assert index.candidates([claim], 10) == []


def test_words_that_mean_something_to_query_languages_are_words(index: EmbeddedIndex) -> None:
    index.add([(10, ["AND", "NOT", "id:1", "%", "$"])])
    index.commit(8)
    assert found(index, "$") == [10]
    assert found(index, "id:1") == [10]


@pytest.mark.parametrize(("limit", "count"), [(-1, 0), (0, 0), (1, 1), (2, 2), (99, 2)])
def test_at_most_so_many_hits_are_given(index: EmbeddedIndex, limit: int, count: int) -> None:
    assert len(index.candidates(["country"], limit)) == count


def test_ties_go_to_the_lower_passage_id(index: EmbeddedIndex) -> None:
    index.add((id, ["same", "words"]) for id in (30, 20, 40))
    index.commit(8)
    assert found(index, "same words") == [20, 30, 40]


def test_frequencies_are_counted_in_passages(index: EmbeddedIndex) -> None:
    words = ["country", "fear", "café", "cafe", "nowhere", "ask not", ""]
    assert index.document_frequency(words) == [2, 1, 1, 1, 0, 0, 0]
    assert index.document_frequency([]) == []


def test_nothing_is_seen_before_the_commit(index: EmbeddedIndex) -> None:
    index.add([(9, ["later"])])
    index.remove([1])
    assert found(index, "later") == []
    assert {1}.issubset(found(index, "ask"))
    assert index.state() == IndexState(7, 6)
    index.commit(8)
    assert found(index, "later") == [9]
    assert found(index, "ask") == []
    assert index.state() == IndexState(8, 6)


def test_a_rollback_forgets_what_was_not_committed(index: EmbeddedIndex) -> None:
    index.add([(9, ["later"])])
    assert index.writing
    index.rollback()
    assert not index.writing
    index.commit(8)
    assert found(index, "later") == []
    assert index.state() == IndexState(8, 6)


def test_a_commit_in_between_is_seen_and_keeps_the_lock(
    index: EmbeddedIndex, tmp_path: Path
) -> None:
    other = EmbeddedIndex.open(tmp_path)
    index.add([(9, ["first"])])
    index.commit(8, going_on=True)
    assert found(other, "first") == [9]
    assert other.state() == IndexState(8, 7)
    with pytest.raises(IndexUnavailable):
        other.add([(10, ["second"])])
    index.add([(11, ["third"])])
    index.rollback()
    assert found(index, "first third") == [9]
    assert index.state() == IndexState(8, 7)
    other.close()


def test_what_the_giver_raises_is_no_fault_of_the_index(index: EmbeddedIndex) -> None:
    def given() -> Iterator[tuple[int, list[str]]]:
        yield 9, ["first"]
        raise ValueError("no passage")

    with pytest.raises(ValueError, match="no passage"):
        index.add(given())


def test_an_id_that_is_there_is_replaced(index: EmbeddedIndex) -> None:
    index.add([(1, ["other"]), (9, ["first"]), (9, ["second"])])
    index.commit(8)
    assert found(index, "ask") == []
    assert found(index, "other") == [1]
    assert found(index, "first") == []
    assert found(index, "second") == [9]
    assert index.state().passages == 7


def test_a_removed_id_can_come_back_and_unknown_ids_are_ignored(index: EmbeddedIndex) -> None:
    index.remove([1, 2, 777])
    index.commit(8)
    assert index.state().passages == 4
    index.remove([1])
    index.add([(1, ["again"])])
    index.commit(9)
    assert found(index, "again") == [1]


def test_clearing_is_one_step_with_the_filling_that_follows(index: EmbeddedIndex) -> None:
    index.clear()
    assert found(index, "ask") == [1]
    index.add([(1, ["rebuilt"])])
    index.commit(9)
    assert found(index, "ask") == []
    assert found(index, "rebuilt") == [1]
    assert index.state() == IndexState(9, 1)


def test_an_empty_index_has_revision_0_and_finds_nothing(tmp_path: Path) -> None:
    index = EmbeddedIndex.open(tmp_path / "deep" / "index")
    assert index.state() == IndexState(0, 0)
    assert index.candidates(["ask"], 5) == []
    index.close()


def test_an_index_that_is_opened_again_knows_its_revision(tmp_path: Path) -> None:
    filled(tmp_path).close()
    index = EmbeddedIndex.open(tmp_path)
    assert index.state() == IndexState(7, 6)
    assert found(index, "ask") == [1]
    index.close()


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (lambda p: p.unlink(), "the note was never written"),
        (lambda p: p.write_text("{"), "the note is cut off"),
        (lambda p: p.write_text("[]"), "the note is something else"),
        (lambda p: change(p, passages=5), "the segments hold another number of passages"),
        (lambda p: change(p, format=0), "terms were made in another way"),
    ],
)
def test_an_index_whose_note_does_not_fit_asks_to_be_rebuilt(
    tmp_path: Path, spoil: Callable[[Path], object], why: str
) -> None:
    filled(tmp_path).close()
    spoil(tmp_path / "state.json")
    index = EmbeddedIndex.open(tmp_path)
    assert index.state() == IndexState(0, 6), why
    index.close()


def change(path: Path, **fields: int) -> None:
    path.write_text(json.dumps(json.loads(path.read_text()) | fields))


def test_a_reader_sees_what_another_one_commits(index: EmbeddedIndex, tmp_path: Path) -> None:
    reader = EmbeddedIndex.open(tmp_path)
    index.add([(9, ["later"])])
    index.commit(8)
    assert found(reader, "later") == [9]
    assert reader.state() == IndexState(8, 7)
    reader.close()


def test_a_second_writer_is_refused_until_the_first_commits(
    index: EmbeddedIndex, tmp_path: Path
) -> None:
    other = EmbeddedIndex.open(tmp_path)
    index.add([(9, ["first"])])
    with pytest.raises(IndexUnavailable):
        other.add([(10, ["second"])])
    assert found(other, "ask") == [1], "reading goes on"
    index.commit(8)
    other.add([(10, ["second"])])
    other.commit(9)
    assert found(index, "first second") == [9, 10]
    other.close()


def test_a_writer_in_another_process_is_refused_while_one_writes(
    index: EmbeddedIndex, tmp_path: Path
) -> None:
    script = (
        "import sys; from pathlib import Path\n"
        "from corpus.indexing.index_embedded import EmbeddedIndex\n"
        "from corpus.errors import IndexUnavailable\n"
        "index = EmbeddedIndex.open(Path(sys.argv[1]))\n"
        "print([h.passage_id for h in index.candidates(['ask'], 5)])\n"
        "try: index.add([(9, ['x'])])\n"
        "except IndexUnavailable: print('busy')\n"
    )
    index.add([(8, ["mine"])])
    run = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=PROJECT,
    )
    assert run.stdout.split("\n")[:2] == ["[1]", "busy"]


def test_a_folder_with_a_broken_index_is_unavailable(tmp_path: Path) -> None:
    filled(tmp_path).close()
    (tmp_path / "meta.json").write_text("{ broken")
    with pytest.raises(IndexUnavailable):
        EmbeddedIndex.open(tmp_path)


def test_a_fold_given_at_opening_is_used_for_both_sides(tmp_path: Path) -> None:
    traditional = str.maketrans("確", "确")
    index = EmbeddedIndex.open(tmp_path, fold_word=lambda word: word.translate(traditional))
    index.add([(1, ["不", "確", "定"])])
    index.commit(1)
    assert found(index, "确 定") == [1]
    index.close()


def test_common_words_are_left_to_the_pairs(tmp_path: Path) -> None:
    policy = QueryPolicy(common_share=0.1, common_from=0, enough=1)
    index = EmbeddedIndex.open(tmp_path, policy=policy)
    index.add((n, ["to", "be", str(n), "or", "not"]) for n in range(1, 41))
    index.add([(50, ["not", "to", "be"])])
    index.commit(1)
    assert found(index, "not to") == [50]
    assert len(found(index, "be not", 99)) == 41
    index.close()


def test_many_threads_may_search_while_one_commits(index: EmbeddedIndex) -> None:
    answers: list[list[int]] = []

    def search() -> None:
        for _ in range(50):
            answers.append(found(index, "nothing say"))

    threads = [threading.Thread(target=search) for _ in range(4)]
    for thread in threads:
        thread.start()
    for number in range(3):
        index.add([(100 + number, ["more"])])
        index.commit(8 + number)
    for thread in threads:
        thread.join()
    assert len(answers) == 200
    assert all(answer[0] == 4 for answer in answers)
    assert index.state() == IndexState(10, 9)


def test_a_passage_with_the_whole_claim_comes_first_however_long_it_is(tmp_path: Path) -> None:
    filler = " ".join(f"filler{n}" for n in range(400))
    short = ["it is what we do", "what it is we do", "we do what it is", "do it as it is what"]
    index = EmbeddedIndex.open(tmp_path)
    index.add((id, words.split()) for id, words in enumerate(short * 20, start=2))
    index.add([(1_000, f"{filler} and so it is what we do it for {filler}".split())])
    index.commit(1)
    assert found(index, "so it is what we do it", limit=5)[0] == 1_000
    assert len(found(index, "it is what we do", limit=5)) == 5
    index.close()


def test_beside_passages_with_the_whole_claim_others_are_given(index: EmbeddedIndex) -> None:
    assert found(index, "what your country can do for you") == [1, 2]


@pytest.mark.parametrize(
    ("claim", "first", "why"),
    [
        ("what you can do for your country", [2], "word for word"),
        ("ask not what your village can do for you", [1], "one word is wrong"),
        ("zzz", [], "a word that is nowhere"),
        ("", [], "no word"),
    ],
)
def test_near_finds_passages_that_hold_most_of_a_claim(
    index: EmbeddedIndex, claim: str, first: list[int], why: str
) -> None:
    hits = index.near(claim.split(), 10)
    assert [hit.passage_id for hit in hits][:1] == first, why
    assert [hit.rank for hit in hits] == list(range(len(hits)))


@pytest.mark.parametrize("limit", [-1, 0, 1])
def test_near_gives_at_most_so_many(index: EmbeddedIndex, limit: int) -> None:
    assert len(index.near(["country"], limit)) == max(0, limit)


def test_near_leaves_out_what_shares_common_words_only(tmp_path: Path) -> None:
    policy = QueryPolicy(common_from=0, near_share=0.01)
    index = EmbeddedIndex.open(tmp_path, policy=policy)
    index.add((n, ["to", f"n{n}", "be"]) for n in range(1, 201))
    index.add([(500, ["not", "to", "be"])])
    index.commit(1)
    assert [hit.passage_id for hit in index.near("not to be".split(), 99)] == [500]
    assert len(index.near("to be or".split(), 99)) <= 1
    assert len(index.candidates("be to".split(), 99)) == 99
    index.close()


def test_a_long_passage_is_not_held_back_for_its_length(tmp_path: Path) -> None:
    filler = " ".join(f"filler{n}" for n in range(300))
    index = EmbeddedIndex.open(tmp_path)
    index.add((n, ["nets", "dried", f"x{n}"]) for n in range(2, 40))
    index.add([(900, f"{filler} we tied nets {filler}".split())])
    index.commit(1)
    assert found(index, "we zzz nets", limit=5)[0] == 900
    index.close()
