"""Title, author, publisher, address and date, from what stands above the text.

Problem: pages come with a headline, but also with the site's name, a date line, an app's greeting
and labelled lines above or below it, in any order. Method: declared fields win. Else the lines
before the first long paragraph are the *top frame*: labelled lines and lines with a date are
metadata, the title is the first heading or the first line that reads like a headline, and a short
line right above the date line names the publisher when the headline comes below it.

Rejected: taking the first line for the title (it is the site's name as often), and dates out of
running text (any year would do).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from corpus.blocks import Block, Reading
from corpus.describing.dates import find_date, parse_date
from corpus.describing.furniture import is_furniture
from corpus.describing.summaries import find_summaries
from corpus.describing.titles import (
    ADDRESS,
    CJK,
    CLOSED,
    KEYED,
    LONGEST_TITLE,
    WORD,
    FrameLine,
    frame_lines,
    size,
    title_heading,
    title_line,
)
from corpus.models import DateBasis, DateEvidence, DateOf, DatePrecision, SourceKind
from corpus.text.names import label_shape

_KEYS = {
    "title": r"title|headline|subject|betreff|objet|asunto|主题|标题|标题|原标题|標題",
    "author": r"author|by|written by|作者|文章作者|撰文|文|作者名",
    "publisher": r"publisher|published by|source|来源|文章来源|媒体|公众号|出处|來源",
    "date": r"date|published|published on|posted|posted on|updated|"
    r"发布时间|发布日期|发表时间|时间|日期|發布時間",
    "url": r"url|link|permalink|原文链接|原文地址|本文链接|链接|網址|网址",
    "language": r"language|语言|語言",
}
_BYLINE = re.compile(
    r"[*_]*(?:by\s+(?P<en>[^\W\d_][^|·,\n]{1,60}?)|"
    r"(?:文|撰文|作者)\s*[/／|｜丨]\s*(?P<zh>[^|｜\n]{1,40}?))"
    r"\s*(?:[|·,].*)?[*_]*",
    re.IGNORECASE,
)
_SENDER = re.compile(r"(?P<name>[^<>@]{2,80}?)\s*<[^<>@\s]+@[^<>\s]+>")
_LONGEST_DATE_LINE = 80
_NAME_WORDS = 4
_WHOLE_NAME = 9
"""Letters of a name of one word, a Chinese character counting as six: "News" is a section."""
_SEASON = re.compile(
    r"\b(?:spring|summer|autumn|fall|winter|frühjahr|frühling|sommer|herbst|printemps|été|automne"
    r"|hiver|primavera|verano|otoño|invierno)\b|[春夏秋冬]季",
    re.IGNORECASE,
)
_ISSUE = re.compile(
    rf"(?P<name>[^,，|·\n]{{2,60}})\s*[,，|·]\s*(?:{_SEASON.pattern})?\s*(?:of\s+)?\d{{4}}",
    re.IGNORECASE,
)
_LABELLED_PUBLISHER = re.compile(
    r"(?:来源|來源|文章来源|source|published by|quelle|fuente)\s*[:：]\s*"
    r"(?P<name>[^\n|·｜,，;；\s][^\n|·｜,，;；]{0,60})",
    re.IGNORECASE,
)
_INSTITUTION = re.compile(
    r"\b(?:office|council|quarterly|review|journal|magazine|times|post|herald|gazette|tribune"
    r"|chronicle|observer|news|daily|weekly|monthly|press|agency|institute|university|college"
    r"|ministry|department|committee|commission|board|authority|association|society|foundation"
    r"|library|museum|archives?|parliament|senate|congress|radio|television|broadcasting|network"
    r"|bulletin|telegraph|\w*(?:zeitung|rundschau|rundfunk|blatt|nachrichten|anzeiger|amt|verband"
    r"|stiftung|verein)|ministerium|universität|bundestag|bundesrat|université|ministère|revue"
    r"|assemblée|sénat|periódico|diario|revista|ministerio|universidad|gaceta)\s*$"
    r"|[\u3400-\u9fff](?:报|報|社|网|網|台|臺|刊|局|部|院|会|會|厅|署)$",
    re.IGNORECASE,
)
"""Words by which a publisher can be told from a place; the last of its name."""
EVENTS = (SourceKind.TRANSCRIPT, SourceKind.SPEECH, SourceKind.RECORDING, SourceKind.INTERVIEW)
"""Records of something said: a date that is declared for one is the day of the event."""


@dataclass(frozen=True, slots=True)
class TopFrame:
    """What the top of a document tells.

    Attributes:
        blocks: the document's blocks, parted where metadata and text shared one.
        fields: title, author, publisher, date, url, language, as written.
        title: where the title stands, or None.
        consumed: blocks that are metadata, title or the site's, and no text.
        summaries: blocks that sum the text up.
    """

    blocks: tuple[Block, ...]
    fields: Mapping[str, str] = field(default_factory=dict)
    title: tuple[int, int] | None = None
    consumed: frozenset[int] = frozenset()
    summaries: frozenset[int] = frozenset()


def read_frame(reading: Reading) -> TopFrame:
    """Read the top of a document.

    Args:
        reading: what a reader gave. Declared fields are taken as they are; then only quoted
            paragraphs at the top are looked for.

    Returns:
        The frame; an empty one for a document that begins with its text.
    """
    if reading.marked or reading.fields:
        return TopFrame(reading.blocks, dict(reading.fields), reading.title_span)
    text = reading.text
    lines = frame_lines(text, reading.blocks)
    fields: dict[str, str] = {}
    meta = _metadata_lines(lines, fields)
    own = {lines[i].start for i in meta}
    span = title_heading(text, reading.blocks)
    if span is None:
        at = title_line(lines, meta, len(reading.blocks))
        if at is not None:
            span = (lines[at].start, lines[at].end)
            own |= {line.start for line in lines[: at + 1]}
            dated = next((i for i, kind in meta.items() if kind == "date"), None)
            above = dated - 1 if dated is not None else -1
            if 0 <= above != at and above not in meta and _names_site(lines[above].text):
                fields.setdefault("publisher", lines[above].text.strip("*_ "))
    if span is not None:
        fields.setdefault("title", " ".join(text[slice(*span)].split()))
    blocks, consumed, title = _parted(text, reading.blocks, lines, own, span)
    above_title = [line.text for line in lines if span is None or line.start <= span[0]]
    summaries = find_summaries(text, blocks, title, above_title, consumed)
    return TopFrame(blocks, fields, span, consumed, summaries)


def _metadata_lines(lines: Sequence[FrameLine], fields: dict[str, str]) -> dict[int, str]:
    """The lines that are metadata; unknown labels between known ones are metadata, too."""
    meta = {i: kind for i, line in enumerate(lines) if (kind := _metadata(line, fields))}
    known = {lines[i].block for i in meta}
    for index, line in enumerate(lines):
        short = len(line.text) <= _LONGEST_DATE_LINE and not CLOSED.search(line.text)
        if index not in meta and line.block in known and short and KEYED.fullmatch(line.text):
            meta[index] = "field"
    return dict(sorted(meta.items()))


def _parted(
    text: str,
    blocks: Sequence[Block],
    lines: Sequence[FrameLine],
    own: set[int],
    title: tuple[int, int] | None,
) -> tuple[tuple[Block, ...], frozenset[int], int | None]:
    """Blocks in which metadata and text share no block; which are metadata; which is the title."""
    of_block: dict[int, list[FrameLine]] = {}
    for line in lines:
        of_block.setdefault(line.block, []).append(line)
    parted: list[Block] = []
    consumed: set[int] = set()
    title_block: int | None = None
    for index, block in enumerate(blocks):
        runs = groupby(of_block.get(index, ()), key=lambda line: line.start in own)
        pieces = [(is_own, [*run][-1].end) for is_own, run in runs]
        if not pieces or pieces[-1][1] < block.end:
            # the lines of the frame end inside this block: the rest of it is text
            if pieces and not pieces[-1][0]:
                pieces.pop()
            pieces.append((False, block.end))
        at = block.start
        for is_own, end in pieces:
            at += len(text[at:end]) - len(text[at:end].lstrip())
            part = replace(block, start=at, end=end)
            at = end
            if title is not None and part.start <= title[0] < part.end:
                title_block, is_own = len(parted), True
            if is_own:
                consumed.add(len(parted))
            parted.append(part)
    return tuple(parted), frozenset(consumed), title_block


def date_of(written: str | None, kind: SourceKind, reading: Reading) -> DateEvidence | None:
    """The date a document declares.

    Args:
        written: the field or date line; None when there is none.
        kind: what the document is.
        reading: rows, and declared fields of a record of something said, give the day of the event;
            the date line of a page gives the day of publication.

    Returns:
        None when nothing is declared or it cannot be read; no part is ever made up.
    """
    found = parse_date(written) if written else None
    if found is None:
        return None
    event = reading.marked or ("date" in reading.fields and kind in EVENTS)
    of = DateOf.EVENT if event else DateOf.PUBLICATION
    return DateEvidence(found.edtf, found.precision, DateBasis.DECLARED, of)


def _metadata(line: FrameLine, fields: dict[str, str]) -> str:
    """The kind of metadata a line is, entering it into the fields; empty when it is none."""
    keyed = KEYED.fullmatch(line.text)
    if keyed:
        key, value = keyed.group("key").strip().casefold(), keyed.group("value").strip(" *_")
        sender = _SENDER.fullmatch(value) if key in ("from", "von", "de", "发件人") else None
        if sender:
            fields.setdefault("author", sender.group("name").strip("\"' "))
            return "field"
        for name, pattern in _KEYS.items():
            if value and re.fullmatch(pattern, key) and _fits(name, value):
                fields.setdefault(name, value)
                return "date" if name == "date" else "field"
        if ADDRESS.fullmatch(value):
            return "field"
    byline = _BYLINE.fullmatch(line.text)
    if byline and len(line.text) <= _LONGEST_DATE_LINE and not CLOSED.search(line.text):
        name = (byline.group("en") or byline.group("zh")).strip()
        if byline.group("zh") or label_shape(name) == "name":
            fields.setdefault("author", name)
            dated = find_date(line.text)
            if dated and dated.precision is not DatePrecision.YEAR:
                fields.setdefault("date", dated.edtf)
            return "field"
    if len(line.text) <= _LONGEST_DATE_LINE and not CLOSED.search(line.text):
        dated = find_date(line.text)
        if dated and (
            _is_date_line(line.text, dated.start, dated.end, dated.precision)
            or _is_issue(line.text)
        ):
            fields.setdefault("date", dated.edtf)
            beside = _publisher_beside(f"{line.text[: dated.start]}\n{line.text[dated.end :]}")
            if beside:
                fields.setdefault("publisher", beside)
            return "date"
    return ""


def _fits(name: str, value: str) -> bool:
    if name == "date":
        return find_date(value) is not None
    if name == "url":
        return ADDRESS.match(value) is not None
    return len(value) <= LONGEST_TITLE and not (name == "author" and CLOSED.search(value))


def _is_date_line(text: str, start: int, end: int, precision: DatePrecision) -> bool:
    rest = f"{text[:start]} {text[end:]}"
    words = [w for w in WORD.findall(rest) if not w.isdigit()]
    if precision is DatePrecision.DAY:
        return len(words) <= _NAME_WORDS and len(CJK.findall(rest)) <= 8
    return not words


def _is_issue(text: str) -> bool:
    """A magazine and its issue: "The Quarterly, Autumn 2019"."""
    issue = _ISSUE.fullmatch(text)
    return issue is not None and _INSTITUTION.search(issue.group("name")) is not None


def _publisher_beside(rest: str) -> str | None:
    """Who published, where the line of the date says it; a place before a date is nobody."""
    labelled = _LABELLED_PUBLISHER.search(rest)
    if labelled:
        return labelled.group("name").strip(" *_")
    for part in re.split(r"[\n|\u00b7\uff5c]", _SEASON.sub("", rest)):
        name = part.strip(" ,;.*_-\u2013\u2014")
        alone = " " not in name and len(name) + 5 * len(CJK.findall(name)) < _WHOLE_NAME
        named = name[:1].isalpha() and not alone and size(name) <= _NAME_WORDS + 1
        if named and _INSTITUTION.search(name):
            return name
    return None


def _names_site(text: str) -> bool:
    bare = text.strip("*_ ")
    return size(bare) <= _NAME_WORDS and not CLOSED.search(bare) and not is_furniture(bare)
