"""How a place is told to others: W3C selectors, a link into the page, a citation.

Source: W3C Web Annotation Data Model (TextQuoteSelector, TextPositionSelector); WICG URL Fragment
Text Directives; CSL-JSON schema 1.0.2.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from corpus.models import Source, SourceKind
from verifier.renditions.tongues import language_name
from verifier.report import Citation, Selector

_EXACT_LIMIT = 300
_RANGE_WORDS = 6
_RANGE_SIGNS = 24
_AROUND_WORDS = 4
_AROUND_SIGNS = 40
_PAGE = re.compile(r"page (\d+)")
_CSL_TYPES = {
    SourceKind.SPEECH: "speech",
    SourceKind.TRANSCRIPT: "speech",
    SourceKind.RECORDING: "speech",
    SourceKind.LETTER: "personal_communication",
    SourceKind.POST: "post-weblog",
    SourceKind.BOOK: "book",
    SourceKind.INTERVIEW: "interview",
    SourceKind.ARTICLE: "article-newspaper",
}


def selectors(exact: str, prefix: str, suffix: str, start: int, end: int) -> tuple[Selector, ...]:
    """A quote selector and a position selector for one slice.

    Args:
        exact: the slice, as stored.
        prefix: stored text right before it.
        suffix: stored text right after it.
        start: offset of the slice in code points.
        end: end offset.
    """
    return (
        Selector("TextQuoteSelector", exact=exact, prefix=prefix[-32:], suffix=suffix[:32]),
        Selector("TextPositionSelector", start=start, end=end),
    )


@dataclass(frozen=True, slots=True)
class Around:
    """What a link needs beside the words themselves.

    Attributes:
        before: stored text right before the words.
        after: stored text right after them.
        repeated: the words occur more than once in the source, so that they alone lead to the
            first place and not to this one.
        locator: page, time code or row, as the format gives it.
    """

    before: str = ""
    after: str = ""
    repeated: bool = False
    locator: str | None = None


def deep_link(
    url: str | None, exact: str, around: Around = Around()
) -> str | None:
    """The address with a fragment that leads a browser to the words.

    Args:
        url: address of the page; None or anything but http(s) gives None.
        exact: the words.
        around: what else is known about the place.

    Returns:
        A text directive: the exact form up to 300 characters, a range of first and last words
        beyond, with the words before and after where the words are repeated. For a page of a PDF
        ``#page=N``, because viewers of PDF know no text directives.
    """
    if not url or urlsplit(url).scheme not in ("http", "https"):
        return None
    base = url.split("#", 1)[0]
    page = _PAGE.fullmatch(around.locator or "")
    if page and urlsplit(base).path.lower().endswith(".pdf"):
        return f"{base}#page={page[1]}"
    words = _plain(exact)
    if len(words) <= _EXACT_LIMIT:
        place = _encoded(words)
    else:
        parts = words.split(" ")
        if len(parts) >= 2 * _RANGE_WORDS:
            first, last = " ".join(parts[:_RANGE_WORDS]), " ".join(parts[-_RANGE_WORDS:])
        else:
            first, last = words[:_RANGE_SIGNS], words[-_RANGE_SIGNS:]
        place = f"{_encoded(first)},{_encoded(last)}"
    if around.repeated:
        before, after = _last_words(around.before), _first_words(around.after)
        place = (f"{_encoded(before)}-," if before else "") + place
        place += f",-{_encoded(after)}" if after else ""
    return f"{base}#:~:text={place}"


def _plain(text: str) -> str:
    """White space as a browser shows it."""
    return re.sub(r"\s+", " ", text).strip()


def _last_words(text: str) -> str:
    """Up to four words at the end of a text, of its last line: a directive stays in one block."""
    line = text.rsplit("\n", 1)[-1]
    return " ".join(_plain(line).split(" ")[-_AROUND_WORDS:])[-_AROUND_SIGNS:].strip()


def _first_words(text: str) -> str:
    """Up to four words at the beginning of a text, of its first line."""
    line = text.split("\n", 1)[0]
    return " ".join(_plain(line).split(" ")[:_AROUND_WORDS])[:_AROUND_SIGNS].strip()


def _encoded(text: str) -> str:
    # "-", "," and "&" are syntax in a text directive; quote() leaves the hyphen alone
    return quote(text, safe="").replace("-", "%2D")


def citation(source: Source, speaker: str | None, translated: str | None) -> Citation:
    """One plain line, and CSL-JSON.

    Args:
        source: where the words stand.
        speaker: who says them there.
        translated: credit line of a translation.
    """
    who = speaker or source.creator
    parts = [who, f"\u201c{source.title}\u201d" if source.title else None, source.publisher]
    parts += [source.date.edtf if source.date else None, _as_translated(source, translated)]
    parts.append(source.url)
    csl: dict[str, object] = {"id": source.id, "type": _CSL_TYPES.get(source.kind, "document")}
    if source.title:
        csl["title"] = source.title
    if who:
        csl["author"] = [{"literal": who}]
    if source.publisher:
        csl["publisher"] = source.publisher
    if source.date:
        csl["issued"] = {"date-parts": [[int(p) for p in source.date.edtf.split("-")]]}
    if source.url:
        csl["URL"] = source.url
    if source.provenance.translator:
        csl["translator"] = [{"literal": source.provenance.translator}]
    if source.language != "und":
        csl["language"] = source.language
    return Citation(", ".join(p for p in parts if p), csl)


def _as_translated(source: Source, credit: str | None) -> str | None:
    """That the words are a translator's and not the speaker's; None for what is no translation."""
    provenance = source.provenance
    if provenance.translator:
        first = provenance.translated_from
        of = f" from {language_name(first)}" if first else ""
        return f"as translated by {provenance.translator}{of}"
    return f"as {credit[0].lower()}{credit[1:]}" if credit else None
