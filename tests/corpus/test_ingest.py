"""Whole documents: the messy ones, the same under other names, and the invariants of all."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import UnreadableSource, UnsupportedFormat
from corpus.ingest import files_under, read_path, read_source
from corpus.models import DateOf, DatePrecision, DraftSource, PassageKind, SourceKind


def turns_by_speaker(draft: DraftSource) -> dict[str, int]:
    turns = {(p.turn, p.speaker.name) for p in draft.passages if p.speaker}
    return dict(Counter(name for _, name in turns))


def words_of(draft: DraftSource) -> str:
    return "\n".join(draft.text[p.start : p.end] for p in draft.passages)


def assert_sound(draft: DraftSource) -> None:
    """What holds for every document."""
    at = 0
    for passage in draft.passages:
        assert at <= passage.start < passage.end <= len(draft.text)
        said = draft.text[passage.start : passage.end]
        assert any(c.isalnum() for c in said)
        assert said == said.strip() and said[0] not in "*_>" and said[-1] not in "*_>"
        at = passage.end
    turns = [p.turn for p in draft.passages]
    assert turns == sorted(turns)
    for turn in set(turns):
        assert len({p.speaker for p in draft.passages if p.turn == turn}) == 1
        assert len({p.kind for p in draft.passages if p.turn == turn}) == 1


SEEDS = [
    ("000", "OpenAI CEO Altman States: China Will Excel in the AI Field", None, "en",
     {"Sam Altman": 31, "China Entrepreneur/Pandaily": 31}),
    ("001", "OpenAI CEO and COO's first joint interview: GPT-6 will become a universal tool, "
     "and the cost of AI in the future will approach zero", "2024-04-16", "en",
     {"Host": 58, "Sam Altman": 39, "Brad Lightcap": 25, "Sam Altman and Brad Lightcap": 1}),
    ("003", "对话Sam Altman：OpenAI新战略下，与主流路线不同的AI创业机会（附完整视频）",
     "2024-11-05", "zh", {"主持人": 44, "Sam Altman": 44}),
    ("004", "Just now, Altman updated the blog: The tenth year of entrepreneurship, my reflection",
     "2025-01-06", "en", {"Sam Altman": 1}),
]  # fmt: skip

FURNITURE = {
    "000": ["-\n"],
    "001": ["portai", "PortAI", "2024.04.16", "Wallstreetcn"],
    "003": ["发布地", "mmbiz", "关注公众号", "全文6,000", "原视频链接", "素材来源", "往期",
            "feishu", "未经许可", "负责人微信", "想象一个世界", "漫长交期", "END", "主持人：",
            "**"],
    "004": ["图片", "Blog link", "TAGS", "13004184443", "Room 607", "ICP", "wechat", "friend link"],
}  # fmt: skip


def seed(shared: Path, number: str) -> DraftSource:
    (path,) = (shared / "data" / "seeds").glob(f"{number}_*.txt")
    (draft,) = read_path(path)
    return draft


@pytest.mark.parametrize(("number", "title", "date", "language", "turns"), SEEDS)
def test_a_messy_document_is_described_and_its_turns_are_counted(
    shared: Path, number: str, title: str, date: str | None, language: str, turns: dict[str, int]
) -> None:
    draft = seed(shared, number)
    described = draft.description
    assert described.title == title
    assert (described.date.edtf if described.date else None) == date
    assert described.language == language
    assert turns_by_speaker(draft) == turns
    assert_sound(draft)


@pytest.mark.parametrize("number", sorted(FURNITURE))
def test_furniture_and_labels_are_in_no_passage(shared: Path, number: str) -> None:
    words = words_of(seed(shared, number))
    assert [phrase for phrase in FURNITURE[number] if phrase in words] == []
    assert not re.search(r"^(?:Host|Sam|Brad|Altman|Sam Altman)[:：]", words, re.MULTILINE)


def test_publisher_author_address_and_kind_of_the_messy_documents(shared: Path) -> None:
    described = {number: seed(shared, number).description for number in FURNITURE}
    assert described["001"].publisher == "Wallstreetcn"
    assert described["003"].creator == "AI深度研究员"
    assert (described["003"].url or "").startswith("http://mp.weixin.qq.com/s?__biz=")
    assert described["004"].creator == "Sam Altman" and described["004"].url is None
    assert [described[n].kind for n in sorted(described)] == [
        *[SourceKind.INTERVIEW] * 3,
        SourceKind.POST,
    ]


def test_only_the_page_that_says_so_is_a_declared_translation(shared: Path) -> None:
    declared = {}
    for number in FURNITURE:
        draft = seed(shared, number)
        declared[number] = draft.description.provenance.is_translation
        for evidence in draft.description.provenance.evidence:
            assert draft.text[evidence.start : evidence.end] == evidence.text
    assert declared == {"000": False, "001": True, "003": False, "004": False}


def test_aliases_of_the_messy_documents(shared: Path) -> None:
    aliases = {
        (number, p.speaker.name): set(p.speaker.aliases)
        for number in FURNITURE
        for p in seed(shared, number).passages
        if p.speaker
    }
    assert {"Altman", "Sam"} <= aliases["000", "Sam Altman"]
    assert {"Sam", "Altman"} <= aliases["001", "Sam Altman"]
    assert {"Brad", "Lightcap"} <= aliases["001", "Brad Lightcap"]
    assert aliases["001", "Host"] == set()
    assert "嘉宾Sam Altman" in aliases["003", "Sam Altman"]
    assert aliases["003", "主持人"] == {"Harry Stebbings"}
    assert "《中国企业家》/ Pandaily" in aliases["000", "China Entrepreneur/Pandaily"]


def test_narration_summaries_and_headings_have_no_speaker(shared: Path) -> None:
    kinds = {n: [p for p in seed(shared, n).passages if p.speaker is None] for n in FURNITURE}
    assert [p.kind for p in kinds["001"]].count(PassageKind.SUMMARY) == 1
    assert [p.kind for p in kinds["003"]].count(PassageKind.SUMMARY) == 3
    assert [p.kind for p in kinds["003"]].count(PassageKind.HEADING) == 9
    narrated = {p.turn for p in kinds["004"] if p.kind is PassageKind.PROSE}
    assert len(narrated) == 1


def test_every_verbatim_claim_stands_in_one_turn(shared: Path) -> None:
    lines = (shared / "data/gold/seed_claims.jsonl").read_text(encoding="utf-8").splitlines()
    claims = [c for c in map(json.loads, lines) if c["kind"] == "verbatim"]
    assert claims
    for claim in claims:
        draft = seed(shared, claim["source"][:3])
        turns: dict[int, str] = {}
        for p in draft.passages:
            turns[p.turn] = f"{turns.get(p.turn, '')} {draft.text[p.start : p.end]}"
        wanted = " ".join(claim["original"].split())
        assert any(wanted in " ".join(said.split()) for said in turns.values()), claim["id"]


def test_the_statements_have_their_speakers(shared: Path) -> None:
    (english,) = read_path(shared / "data/gold/traps/statement.txt")
    (chinese,) = read_path(shared / "data/gold/traps_zh/statement.txt")
    assert turns_by_speaker(english) == {"Treasurer": 3, "Reporter": 2}
    assert turns_by_speaker(chinese) == {"局长": 2, "记者": 1, "副局长": 1}
    for draft in (english, chinese):
        assert all(p.speaker is None or not p.speaker.aliases for p in draft.passages)
        assert_sound(draft)


def test_a_declared_first_person_post_is_its_authors(shared: Path) -> None:
    (draft,) = read_path(shared / "data/reflections/original.txt")
    body = [p for p in draft.passages if p.kind is PassageKind.PROSE]
    assert len(body) > 25 and {p.speaker.name for p in body if p.speaker} == {"Sam Altman"}
    assert all(p.speaker for p in body)
    dated = draft.description.date
    assert dated is not None and (dated.edtf, dated.precision, dated.of) == (
        "2025-01-05",
        DatePrecision.DAY,
        DateOf.PUBLICATION,
    )


OTHER_NAMES = [
    {"Altman": "Beckwith", "Sam": "Tom", "Brad": "Nils", "Lightcap": "Ferrow", "Harry": "Oscar",
     "Stebbings": "Plume", "Wallstreetcn": "Marketdaily", "portai": "novapal",
     "PortAI": "NovaPal", "China Entrepreneur": "Valley Founder", "Pandaily": "Gridnews",
     "中国企业家": "山谷创始人", "Hard AI": "Deep Stone", "OpenAI": "Northlab",
     "AI深度研究员": "云上观察", "samaltman": "tombeckwith"},
    {"Altman": "O'Neil", "Sam": "Jean-Luc", "Brad": "Maria", "Lightcap": "DeVito", "Harry": "Ann",
     "Stebbings": "McRae", "Wallstreetcn": "The Harbour Post", "portai": "zed",
     "PortAI": "ZedBot", "China Entrepreneur": "Harbour Weekly", "Pandaily": "Quayside",
     "中国企业家": "港口周刊", "Hard AI": "Blue Fern", "OpenAI": "Orchard",
     "AI深度研究员": "码头", "samaltman": "jloneil"},
    {"Altman": "Yun", "Sam": "Bo", "Brad": "May", "Lightcap": "Will", "Harry": "Ian",
     "Stebbings": "Fox", "Wallstreetcn": "finance24", "portai": "helper", "PortAI": "HelperX",
     "China Entrepreneur": "Founders", "Pandaily": "Techdaily", "中国企业家": "创业",
     "Hard AI": "Stone", "OpenAI": "Meridian Labs", "AI深度研究员": "研究社",
     "samaltman": "boyun"},
]  # fmt: skip


def renamed(text: str, names: dict[str, str]) -> str:
    """The text with every name replaced; Latin names as whole words only."""
    forms = [
        re.escape(n) if not n.isascii() or n.islower() else rf"(?<![A-Za-z]){n}(?=s?(?![A-Za-z]))"
        for n in sorted(names, key=len, reverse=True)
    ]
    return re.sub("|".join(forms), lambda found: names[found.group()], text)


@pytest.mark.parametrize("number", sorted(FURNITURE))
@pytest.mark.parametrize("names", OTHER_NAMES)
def test_the_same_page_under_other_names_is_described_as_well(
    shared: Path, number: str, names: dict[str, str]
) -> None:
    known = seed(shared, number)
    (other,) = read_source("other.txt", renamed(known.text, names).encode())

    def shape(draft: DraftSource, swap: dict[str, str]) -> list[object]:
        described = draft.description
        head = (described.title, described.creator, described.publisher)
        rows = [
            (
                p.turn,
                p.kind,
                renamed(p.speaker.name, swap) if p.speaker else None,
                sorted(renamed(a, swap) for a in p.speaker.aliases) if p.speaker else [],
                renamed(draft.text[p.start : p.end], swap),
            )
            for p in draft.passages
        ]
        return [
            [renamed(field, swap) if field else None for field in head],
            (described.date, described.language, described.kind),
            described.provenance.is_translation,
            *rows,
        ]

    assert shape(other, {"\0": ""}) == shape(known, names)


def test_rows_become_turns_of_their_speakers_with_their_own_dates() -> None:
    rows = [
        {"source": "talk", "text": "One.", "speaker": "Ada", "date": "1990-05-01"},
        {"source": "talk", "text": "Two.", "speaker": "Ada", "date": "1990-05-02"},
        {"source": "talk", "text": "Three.", "date": "1990-05-01"},
        {"source": "talk", "text": "Four.", "date": "1990-05-01"},
        {"source": "talk", "text": "Five.", "speaker": "SYSTEM", "language": "en"},
    ]
    content = "\n".join(map(json.dumps, rows)).encode()
    (draft,) = read_source("talk.jsonl", content)
    assert draft.origin == "talk.jsonl"
    assert [p.turn for p in draft.passages] == [0, 0, 1, 2, 3]
    assert [p.date for p in draft.passages] == [None, "1990-05-02", None, None, None]
    assert [p.speaker.name if p.speaker else None for p in draft.passages] == [
        *["Ada", "Ada", None, None, "SYSTEM"]
    ]
    described = draft.description
    assert described.kind is SourceKind.TRANSCRIPT and described.language_basis == "declared"
    assert described.date is not None and described.date.of is DateOf.EVENT
    assert_sound(draft)


def test_the_stored_text_is_the_file_without_its_mark_and_with_its_line_ends() -> None:
    (draft,) = read_source("a.txt", b"\xef\xbb\xbfOne day.\r\n\r\nIt rained.\r\n")
    assert draft.text == "One day.\r\n\r\nIt rained.\r\n"
    assert [draft.text[p.start : p.end] for p in draft.passages] == ["One day.", "It rained."]


def test_a_folder_gives_its_known_files_in_sorted_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "sub/c.txt", ".hidden.txt", "picture.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("It rained.", encoding="utf-8")
    assert [d.origin for d in read_path(tmp_path)] == ["a.md", "b.txt", "sub/c.txt"]
    assert list(files_under(tmp_path / "picture.png")) == [tmp_path / "picture.png"]


@pytest.mark.parametrize(
    ("origin", "content", "failure"),
    [
        ("a.xyz", b"It rained.", UnsupportedFormat),
        ("a.txt", b"", UnreadableSource),
        ("a.txt", b"![](https://example.org/a.png)", UnreadableSource),
        ("a.jsonl", b'{"source": "a", "text": " "}', UnreadableSource),
    ],
)
def test_what_holds_no_text_is_refused(
    origin: str, content: bytes, failure: type[Exception]
) -> None:
    with pytest.raises(failure):
        read_source(origin, content)


LINES = st.sampled_from(
    [
        "Host: Are you ready?", "Ida: I think so.", "**Host：** 好吗？", "> ——**In short.**",
        "# A heading", "* * *", "", "", "She said: \"I will.\" Host: And then?", "图片",
        "Tags: a, b", "A line of prose that goes on for a while and then it ends.",
        "中文的一行，没有别的。", "https://example.org/x", "2021-03-09", "****", "- item one",
        "Blog link: https://example.org/y", "Ida and Host: Thanks!", "***Ida: **Bold words.**",
    ]
)  # fmt: skip


@given(st.lists(LINES, min_size=1, max_size=25), st.sampled_from(["\n", "\r\n", "\n\n"]))
@settings(max_examples=200, deadline=None)
def test_passages_never_overlap_and_have_clean_edges(lines: list[str], between: str) -> None:
    content = between.join([*lines, "The end of it all came in May."]).encode()
    (draft,) = read_source("a.txt", content)
    assert draft.text.encode() == content
    assert_sound(draft)
