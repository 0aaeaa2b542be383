"""Temporary homes that hold one small corpus each, and claims and windows without a home."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from corpus.home import Home
from corpus.ingest import read_source
from corpus.models import DraftSource, Passage, PassageKind, Speaker
from corpus.text.tokens import tokens
from corpus.weaving.weaving import weave
from verifier.models import Claim, Window
from verifier.reading.claims import read_claim
from verifier.service import Service

NOW = "2026-01-01T00:00:00Z"


@contextmanager
def service_on(drafts: Iterable[DraftSource], *, woven: bool = False) -> Iterator[Service]:
    """A service on a temporary home that holds exactly these sources.

    Args:
        drafts: the sources.
        woven: look at them for evidence of translation and link their renditions, as adding does.
    """
    with TemporaryDirectory() as folder, Home.open(Path(folder)) as home:
        for _ in home.add(drafts, now=NOW):
            pass
        for _ in weave(home) if woven else ():
            pass
        yield Service.open(home)


@contextmanager
def service_behind(
    known: Iterable[DraftSource], missed: Iterable[DraftSource]
) -> Iterator[Service]:
    """A service whose index has taken in the first sources and knows nothing of the others."""
    with TemporaryDirectory() as folder, Home.open(Path(folder)) as home:
        for _ in home.add(known, now=NOW):
            pass
        for _ in home.store.add(missed, now=NOW):
            pass
        yield Service.open(home)


def drafts_of_text(origin: str, text: str) -> list[DraftSource]:
    """The sources in one text file."""
    return read_source(origin, text.encode())


def drafts_of_files(paths: Iterable[Path]) -> list[DraftSource]:
    """The sources in some files, under their own names."""
    return [d for path in paths for d in read_source(path.name, path.read_bytes())]


def drafts_of_rows(origin: str, rows: Iterable[dict[str, object]]) -> list[DraftSource]:
    """The sources in rows of the JSONL form."""
    lines = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return read_source(origin, lines.encode())


def talk(
    *turns: str,
    origin: str = "talk.txt",
    title: str = "Evening at the harbour",
    date: str | None = "2023-05-12",
    language: str = "en",
    kind: str = "interview",
    **fields: str,
) -> list[DraftSource]:
    """One source; each turn is ``Name: words``, or words of the header's speaker."""
    header = {"Title": title, "Date": date, "Language": language, "Kind": kind}
    header |= {name.replace("_", "-"): value for name, value in fields.items()}
    lines = [f"{name}: {value}" for name, value in header.items() if value]
    return drafts_of_text(origin, "\n".join(lines) + "\n\n" + "\n\n".join(turns) + "\n")


def claim_of(text: str, language: str = "en") -> Claim:
    """A claim read without a corpus."""
    return read_claim(text, language=language, detect_language=lambda _: "und")


def passage_of(
    text: str,
    *,
    number: int = 1,
    start: int = 0,
    rendition: int = 1,
    turn: int = 0,
    ordinal: int = 0,
    speaker: str | None = None,
) -> Passage:
    """A passage as a store would give it."""
    return Passage(
        number, rendition, f"source-{rendition}", ordinal, start, start + len(text), turn,
        PassageKind.SPEECH, Speaker(speaker) if speaker else None, text,
    )  # fmt: skip


def window_of(text: str, *, rendition: int = 1, turn: int = 0, start: int = 0) -> Window:
    """Running text of one turn, one passage long."""
    cut = tokens(" " * start + text)
    passage = passage_of(text, rendition=rendition, turn=turn, start=start)
    return Window((passage,), cut, text, start, True)


def filler(many: int, seed: str = "stone") -> str:
    """So many words that stand nowhere else, without a clause border."""
    return " ".join(f"{seed}{k}" for k in range(many))


ADA = (
    "Ada Lindqvist: The harbour opened before the railway came. We bought four wooden boats from a "
    "widow in the next village, and nobody asked us for a receipt. Every winter the ice breaks the "
    "smaller moorings along the eastern quay. My father repaired them with rope and tar until his "
    "eyes failed him. Why did the council never pay for the lanterns?"
)
TOMAS = (
    "Tomas Reiter: The ferry carried flour and letters to the islands twice a week. The old pilots "
    "counted the waves before they crossed the bar. I think some of them still do."
)
LATER = (
    "Ada Lindqvist: We never closed the gate at night, um, because the fishermen came home "
    "at three in the morning. You know, the the herring paid for 40 percent of the school, and "
    "we won't forget it."
)
CLOSING = (
    "Tomas Reiter: I painted the colour of the hull myself. We're the last of the café owners."
)
GAPS = (
    f"Mira Castellan: The dredger arrived late {filler(75)} and the channel stayed shallow. "
    f"The customs house burned down {filler(76, 'brick')} and the archive was lost. "
    f"Seven pilots resigned that spring {filler(25, 'sail')} because the tower went dark. "
    f"Nine cranes collapsed that autumn {filler(26, 'wire')} because the foundations sank. "
    "The chandler sold us eight very long and rather expensive green nylon mooring lines "
    "yesterday. "
    "The cooper sold us nine very long and rather expensive fat green oak water barrels "
    "for ever yesterday. "
    "Lanterns that my uncle carved glowed over the whole western breakwater."
)
OTHER = "Jonas Falk: The lighthouse keeper wrote every storm into a blue ledger with his left hand."
CHINESE = (
    "林晓：我们修建这座图书馆，不是为了十二位安静的读者。河水上涨的时候，我们把书搬上楼。\n\n"
    "主持人：后来呢？\n\n林晓：后来雨停了。\n\n主持人：谢谢。"
)


def harbour_drafts() -> list[DraftSource]:
    """Four small sources: two speakers, wide gaps, a short talk and a Chinese one."""
    return [
        *talk(ADA, TOMAS, LATER, CLOSING),
        *talk(GAPS, "Host: I see.", "Mira Castellan: Yes.", "Host: Good.",
              origin="gaps.txt", title="The channel"),
        *talk(OTHER, "Host: Which hand?", "Jonas Falk: The left one.", "Host: Ah.",
              origin="other.txt", title="The ledger"),
        *talk(CHINESE, origin="zh.txt", title="河边", language="zh"),
    ]  # fmt: skip
