"""Store and index of a home stay in step, or it is said that they do not."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from corpus import home as home_module
from corpus.errors import IndexUnavailable, NotFound, StoreBusy, StoreCorrupt, StoreError
from corpus.home import DATABASE, INDEX, LOCK, Home
from corpus.keeping.deposit import Change
from corpus.keeping.store import Store
from corpus.locks import only_writer
from corpus.models import Description, DraftPassage, DraftSource, PassageKind, SourceState

NOW = "2024-05-06T07:08:09Z"
PROJECT = Path(__file__).parents[2]


def note(origin: str, *lines: str) -> DraftSource:
    text, passages = "", []
    for line in lines:
        passages.append(DraftPassage(len(text), len(text) + len(line), 0, PassageKind.PROSE))
        text += line + "\n"
    return DraftSource(origin, text, text, Description(), tuple(passages))


def add(home: Home, *drafts: DraftSource) -> list[str]:
    return [added.source.id for added in home.add(drafts, now=NOW)]


def found(home: Home, claim: str) -> list[str]:
    """Texts of the passages that share a word with a claim, through index and store."""
    hits = home.index.candidates(claim.split(), 50)
    return [p.text for p in home.store.passages([hit.passage_id for hit in hits])]


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    with Home.open(tmp_path / "new" / "home", timeout=0.2) as opened:
        yield opened


def test_a_new_home_is_empty_and_in_step(home: Home, tmp_path: Path) -> None:
    assert home.in_step()
    assert home.store.summary().sources == 0
    assert sorted(p.name for p in (tmp_path / "new" / "home").iterdir())[:1] == [DATABASE]


def test_what_is_added_is_found_and_in_step(home: Home) -> None:
    add(home, note("a", "Ask not.", "Fear itself."), note("b", "Nothing to say."))
    assert found(home, "fear") == ["Fear itself."]
    assert found(home, "nothing") == ["Nothing to say."]
    assert home.in_step()


def test_of_a_changed_source_only_the_new_text_is_found(home: Home) -> None:
    add(home, note("a", "Old words.", "Kept words."))
    add(home, note("a", "Kept words.", "New words."))
    assert found(home, "old") == []
    assert sorted(found(home, "words kept new")) == ["Kept words.", "New words."]
    assert home.in_step()


def test_adding_the_same_again_leaves_everything_as_it_was(home: Home) -> None:
    add(home, note("a", "Ask not."))
    before = home.index.state()
    (again,) = home.add([note("a", "Ask not.")], now=NOW)
    assert again.change is Change.UNCHANGED
    assert home.index.state() == before
    assert not home.index.writing


def test_a_withdrawn_source_is_not_found_and_can_come_back(home: Home) -> None:
    (source, _) = add(home, note("a", "Ask not."), note("b", "Nothing."))
    home.remove(source)
    assert found(home, "ask") == []
    assert home.in_step()
    home.remove(source)
    assert home.in_step()
    home.set_state(source, SourceState.ACTIVE)
    assert found(home, "ask") == ["Ask not."]
    home.remove(source)
    add(home, note("a", "Ask not."))
    assert found(home, "ask") == ["Ask not."]
    assert home.in_step()


def test_withdrawing_what_is_not_there_is_not_found(home: Home) -> None:
    with pytest.raises(NotFound):
        home.remove("s_none")
    assert home.in_step()


def test_a_caller_that_stops_early_has_what_it_saw(home: Home) -> None:
    adding = home.add((note(str(n), f"Word{n}.") for n in range(5)), now=NOW)
    assert next(adding).source.origin == "0"
    adding.close()  # type: ignore[attr-defined]
    assert found(home, "word0") == ["Word0."]
    assert home.in_step()


def test_a_reader_that_fails_leaves_the_home_in_step(home: Home, tmp_path: Path) -> None:
    def given() -> Iterator[DraftSource]:
        yield note("a", *["Many."] * 6_000)
        raise OSError("unplugged")

    with pytest.raises(OSError, match="unplugged"):
        list(home.add(given(), now=NOW))
    assert home.in_step()
    assert len(found(home, "many")) == 50


def test_an_index_commit_in_the_middle_holds_exactly_what_was_taken_in(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(home_module, "_INDEX_BATCH", 2)
    revisions = []
    for added in home.add((note(str(n), f"Word{n}.", "Two.") for n in range(4)), now=NOW):
        revisions.append((added.revision, home.index.state().revision))
    assert revisions == [(1, 1), (2, 2), (3, 3), (4, 4)]
    assert home.in_step()


def test_what_is_taken_in_at_once_is_asked_in_one_segment(home: Home) -> None:
    add(home, *(note(str(n), f"Word{n}.", "Two.") for n in range(600)))
    meta = json.loads((home.folder / "index" / "meta.json").read_text("utf-8"))
    assert [segment["max_doc"] for segment in meta["segments"]] == [1_200]


def test_a_crash_between_store_and_index_is_seen_and_mended_at_opening(tmp_path: Path) -> None:
    with Home.open(tmp_path) as home:
        (gone, _) = add(home, note("a", "Going."), note("b", "Old."))
    with closing(Store.open(tmp_path / DATABASE)) as store:
        assert len(list(store.add([note("b", "New."), note("c", "Coming.")], now=NOW))) == 2
        store.remove(gone)
    with only_writer(tmp_path / LOCK, 0), Home.open(tmp_path) as home:
        assert not home.in_step(), "somebody else is writing, so it is left and said"
        assert found(home, "coming") == []
    with Home.open(tmp_path) as home:
        assert home.in_step()
        assert sorted(found(home, "going old new coming")) == ["Coming.", "New."]


def test_a_large_lag_is_left_to_the_caller(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(home_module, "SMALL", 1)
    with Home.open(tmp_path) as home:
        add(home, note("a", "One."))
    with closing(Store.open(tmp_path / DATABASE)) as store:
        assert len(list(store.add([note("b", "Two.", "Three.")], now=NOW))) == 1
    with Home.open(tmp_path) as home:
        assert not home.in_step()
        add(home, note("c", "Four."))
        assert found(home, "four") == ["Four."]
        assert not home.in_step(), "what came before is still missing"
        home.catch_up()
        assert home.in_step()
        assert found(home, "two") == ["Two."]


@pytest.mark.parametrize("spoiled", ["state.json", "meta.json"])
def test_a_lost_index_is_made_anew_at_opening(tmp_path: Path, spoiled: str) -> None:
    with Home.open(tmp_path) as home:
        add(home, note("a", "Ask not."))
    (tmp_path / INDEX / spoiled).write_text("{ broken")
    with Home.open(tmp_path) as home:
        assert home.in_step()
        assert found(home, "ask") == ["Ask not."]


def test_an_index_that_lost_a_passage_is_out_of_step_until_rebuilt(home: Home) -> None:
    add(home, note("a", "Ask not.", "Fear itself."))
    home.index.remove([1])
    home.index.commit(home.store.revision())
    assert not home.in_step()
    home.catch_up()
    assert home.in_step()
    assert found(home, "ask") == ["Ask not."]


def test_an_index_ahead_of_a_restored_store_is_rebuilt(tmp_path: Path) -> None:
    with Home.open(tmp_path) as home:
        add(home, note("a", "Ask not."))
        home.store.backup(tmp_path / "backup")
        add(home, note("b", "Later."))
    (tmp_path / "backup").replace(tmp_path / DATABASE)
    with Home.open(tmp_path) as home:
        assert home.in_step()
        assert found(home, "later ask") == ["Ask not."]


def test_a_rebuild_gives_the_same_hits(home: Home) -> None:
    add(home, note("a", "Ask not.", "Fear itself."), note("b", "Nothing to fear."))
    before = home.index.candidates(["fear", "itself"], 9)
    home.rebuild()
    assert home.index.candidates(["fear", "itself"], 9) == before
    assert home.in_step()


def test_a_damaged_passage_is_not_found_and_the_search_not_complete(home: Home) -> None:
    add(home, note("a", "Ask not.", "Fear itself."))
    with home.store._database.writing() as connection:
        connection.execute("UPDATE passages SET text = 'Ask now.' WHERE id = 1")
    with pytest.raises(StoreCorrupt):
        found(home, "ask")
    home.rebuild()
    assert found(home, "ask fear") == ["Fear itself."]
    assert not home.in_step()


def test_a_home_that_somebody_else_changes_is_busy_and_can_be_read(
    home: Home, tmp_path: Path
) -> None:
    (source,) = add(home, note("a", "Ask not."))
    with only_writer(tmp_path / "new" / "home" / LOCK, 0):
        for change in (
            lambda: add(home, note("b", "Two.")),
            lambda: home.remove(source),
            home.rebuild,
            home.catch_up,
        ):
            with pytest.raises(StoreBusy):
                change()
        assert found(home, "ask") == ["Ask not."]
    assert add(home, note("b", "Two."))
    assert home.in_step()


def test_a_failing_index_leaves_the_store_right_and_the_lag_known(home: Home) -> None:
    broken = FailingIndex(home)
    with pytest.raises(IndexUnavailable):
        add(broken.home, note("a", "Ask not."))
    broken.mend()
    assert home.store.summary().passages == 1
    assert not home.in_step()
    home.catch_up()
    assert found(home, "ask") == ["Ask not."]


class FailingIndex:
    """Puts an index into a home that cannot be written to, and takes it out again."""

    def __init__(self, home: Home) -> None:
        self.home, self._sound = home, home.index
        home.index = self  # type: ignore[assignment]

    def mend(self) -> None:
        self.home.index = self._sound

    def add(self, passages: object) -> None:
        raise IndexUnavailable("no space for the index")

    def __getattr__(self, name: str) -> object:
        return getattr(self._sound, name)


def test_a_folder_that_cannot_be_made_is_a_store_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreError):
        Home.open(tmp_path / "file" / "home")


ADDING = """
import sys
from pathlib import Path
from corpus.home import Home
from tests.corpus.test_home import NOW, note
with Home.open(Path(sys.argv[1]), timeout=60) as home:
    for added in home.add((note(sys.argv[2] + str(n), f"Word{n} of {sys.argv[2]}.") for n in
                           range(int(sys.argv[3]))), now=NOW):
        print(added.source.origin, flush=True)
"""


def adding(folder: Path, name: str, count: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", ADDING, str(folder), name, str(count)],
        cwd=PROJECT,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        stdout=subprocess.PIPE,
        text=True,
    )


def test_processes_that_add_at_once_all_get_in(tmp_path: Path) -> None:
    running = [adding(tmp_path, name, 20) for name in "abcd"]
    outputs = [process.communicate()[0].split() for process in running]
    assert [process.returncode for process in running] == [0] * 4
    assert [len(output) for output in outputs] == [20] * 4
    with Home.open(tmp_path) as home:
        assert home.store.summary().sources == 80
        assert home.in_step()
        assert len(found(home, "word7")) == 4


def test_a_killed_process_leaves_whole_sources_and_a_home_that_mends_itself(
    tmp_path: Path,
) -> None:
    process = adding(tmp_path, "a", 30_000)
    assert process.stdout is not None
    seen = [process.stdout.readline().strip() for _ in range(10)]
    process.send_signal(signal.SIGKILL)
    process.communicate()
    with Home.open(tmp_path) as home:
        if not home.in_step():
            home.catch_up()
        assert home.in_step()
        sources = home.store.sources(after=None, limit=30_000)
        assert seen == [s.origin for s in sources][:10]
        assert home.store.summary().passages == len(sources)
        assert home.store.damaged() == []


def test_the_lock_keeps_threads_apart(tmp_path: Path) -> None:
    order: list[str] = []

    def work() -> None:
        with only_writer(tmp_path / LOCK, 30):
            order.append("in")
            order.append("out")

    threads = [threading.Thread(target=work) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert order == ["in", "out"] * 5


def test_a_closed_home_holds_no_files(tmp_path: Path) -> None:
    descriptors = Path("/proc/self/fd")
    if not descriptors.exists():
        pytest.skip("open files cannot be listed here")
    with Home.open(tmp_path) as home:
        add(home, note("a", "Ask not."))
    held = [os.readlink(d) for d in descriptors.iterdir() if d.is_symlink()]
    assert [name for name in held if name.startswith(str(tmp_path))] == []
