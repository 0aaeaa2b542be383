"""Documents as newsrooms meet them: description, speakers, turns, and nothing of the site."""

from __future__ import annotations

import pytest

from corpus.ingest import read_source
from corpus.models import DraftSource
from tests.corpus.made_files import printed
from tests.corpus.messy_documents import NOTED, Noted


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[DraftSource]]:
    """The documents by name, each read once; read when first asked for."""
    folder = tmp_path_factory.mktemp("messy")

    class Read(dict[str, list[DraftSource]]):
        def __missing__(self, name: str) -> list[DraftSource]:
            content, _ = NOTED[name]
            if name.endswith(".pdf"):
                content = printed(str(content), folder)
            given = content if isinstance(content, bytes) else content.encode()
            self[name] = read_source(name, given)
            return self[name]

    return Read()


CASES = [(name, at) for name, (_, noted) in NOTED.items() for at in range(len(noted))]


def noted(name: str, at: int) -> Noted:
    return NOTED[name][1][at]


def spoken(draft: DraftSource) -> list[tuple[str, str]]:
    """Who says each turn, and its words."""
    turns: dict[int, list[str]] = {}
    names: dict[int, str] = {}
    for passage in draft.passages:
        if passage.speaker is not None:
            names[passage.turn] = passage.speaker.name
            turns.setdefault(passage.turn, []).append(draft.text[passage.start : passage.end])
    return [(names[turn], " ".join(words)) for turn, words in turns.items()]


@pytest.mark.parametrize(("name", "at"), CASES)
@pytest.mark.parametrize("what", ["title", "date", "author", "publisher", "language"])
def test_what_is_said_about_the_document_is_found(
    read: dict[str, list[DraftSource]], name: str, at: int, what: str
) -> None:
    described = read[name][at].description
    date = described.date
    found = {
        "title": described.title,
        "date": f"{date.edtf} {date.precision} {date.basis}" if date else "",
        "author": described.creator,
        "publisher": described.publisher,
        "language": described.language,
    }
    assert found[what] == getattr(noted(name, at), what)


@pytest.mark.parametrize(("name", "at"), CASES)
def test_turns_are_their_speakers_and_complete(
    read: dict[str, list[DraftSource]], name: str, at: int
) -> None:
    wanted = noted(name, at).turns
    draft = read[name][at]
    said = spoken(draft) if wanted else []
    assert [who for who, _ in said] == [who for who, _ in wanted]
    for (_, words), (_, begins) in zip(said, wanted, strict=True):
        assert " ".join(words.split()).startswith(begins)


@pytest.mark.parametrize(("name", "at"), CASES)
def test_the_text_is_there_and_what_stands_around_it_is_not(
    read: dict[str, list[DraftSource]], name: str, at: int
) -> None:
    draft = read[name][at]
    passages = "\n".join(
        " ".join(draft.text[p.start : p.end].split()) for p in draft.passages
    )
    assert [words for words in noted(name, at).kept if words not in passages] == []
    assert [words for words in noted(name, at).out if words in passages] == []


@pytest.mark.parametrize("name", NOTED)
def test_a_file_gives_the_documents_that_are_in_it(
    read: dict[str, list[DraftSource]], name: str
) -> None:
    assert len(read[name]) == len(NOTED[name][1])
