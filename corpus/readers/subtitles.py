"""Subtitles (SRT and VTT): what is said, by whom, and from which second on.

Problem: a cue is a piece of a sentence with markup of its own; automatic captions show each line
two or three times as it rolls up; and cues with broken times vanish without a word. Method: cues
are joined to paragraphs at the ends of sentences, at pauses and where the voice changes, and the
time of a paragraph's first cue is its locator. Where a good part of the cues repeats the line
before, repeated lines are dropped. Timing lines are counted against the cues that came out, and
what is missing is said in the notes.

Rejected: one block a cue (a quote would stand in pieces), and dropping every repeated line (people
do say things twice).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import BinaryIO

import webvtt
from webvtt.errors import MalformedCaptionError, MalformedFileError

from corpus.blocks import Reading
from corpus.errors import UnreadableSource
from corpus.readers.extracted import TextBuilder
from corpus.text.encoding import decode

_STAMP = re.compile(r"(?:(\d+):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})")
_TIMED = re.compile(rf"\s*{_STAMP.pattern}\s*-->\s*{_STAMP.pattern}")
_TIME = r"(?:\d+:)?\d{1,2}:\d{1,2}[.,]\d{1,3}"
_ARROW = re.compile(
    rf"^[ \t]*(?P<from>{_TIME})[ \t]*"
    r"(?:[-=\u2013\u2014]{1,3}>{0,2}|>{1,3}|\u2192|\u21d2)(?<!-->)"
    rf"[ \t]*(?P<to>{_TIME})",
    re.MULTILINE,
)
"""A line of two times with anything like an arrow between them, but for the right one."""
_VOICE = re.compile(r"<v(?:\.[\w.-]+)*[ \t]+([^>]*)>|</v>")
_TAG = re.compile(
    r"</?(?:c|i|b|u|s|em|strong|font|ruby|lang|v)(?:[. \t][^<>]*)?>|<rt>.*?</rt>|<\d[\d:.]*>",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\{\\[^{}]*\}|\{[bius]\}|\{/[bius]\}", re.IGNORECASE)
_CLOSED = re.compile(r"[.!?\u2026\u3002\uff01\uff1f][\"'\u201d\u2019\u300d\uff09)]*$")
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uff00-\uff60]")
_LONG = 300
"""Characters after which the end of a sentence ends a paragraph."""
_LONGEST = 900
"""The same without one: automatic captions have no sentences."""
_PAUSE = 4.0
_ROLLING = 0.3
_SEAMLESS = 0.5
_NAMED = 5
_LABEL = re.compile(r"(?:>>|[-\u2013]\s|[A-Z][\w .'-]{0,40}:|[^\W\d_]{1,12}\uff1a)")


@dataclass(frozen=True, slots=True)
class _Cue:
    start: float
    end: float
    lines: tuple[str, ...]
    speaker: str | None


def read(origin: str, stream: BinaryIO) -> Iterator[Reading]:
    """Read a subtitle file.

    Args:
        origin: file name or address.
        stream: the whole file, at its beginning.

    Returns:
        One document; its notes name the cues that could not be read.

    Raises:
        UnreadableSource: no subtitles, or none with text.
    """
    content = stream.read()
    written = "\n".join(decode(origin, content).splitlines()).strip("\n \ufeff") + "\n"
    cues, notes = _cues(origin, written)
    text = TextBuilder()
    for group in _groups(_once(cues)):
        said = group[0].lines
        joined = ""
        for line in [*said, *(line for cue in group[1:] for line in cue.lines)]:
            wide = joined and _WIDE.match(joined[-1]) and _WIDE.match(line)
            joined += f"{'' if wide or not joined else ' '}{line}"
        text.add(joined, speaker=group[0].speaker, locator=_clock(group[0].start))
    voiced = any(cue.speaker for cue in cues)
    yield text.reading(
        origin, content, {"kind": "captions"}, marked=voiced, framed=False, notes=notes
    )


def _cues(origin: str, written: str) -> tuple[list[_Cue], tuple[str, ...]]:
    """The cues of a file in order of time, and what could not be read of it."""
    written, mended = _ARROW.subn(r"\g<from> --> \g<to>", written)
    lines = enumerate(written.split("\n"), start=1)
    timings = [(number, line) for number, line in lines if "-->" in line]
    if not timings:
        raise UnreadableSource(origin, "there are no subtitles in it")
    broken = [number for number, line in timings if not _TIMED.match(line)]
    try:
        if written.startswith("WEBVTT"):
            captions = webvtt.from_string(_pointed(written)).captions
        else:
            captions = webvtt.from_string(_as_vtt(_pointed(written))).captions
    except (MalformedFileError, MalformedCaptionError, ValueError) as malformed:
        raise UnreadableSource(origin, "its subtitles cannot be read") from malformed
    cues = [cue for caption in captions for cue in _voices(caption)]
    notes: list[str] = []
    if mended:
        notes.append(f"{mended} cue(s) with another arrow between the times, read all the same")
    if broken:
        where = ", ".join(map(str, broken[:_NAMED])) + (" ..." if len(broken) > _NAMED else "")
        notes.append(f"{len(broken)} cue(s) with a malformed time left out (line {where})")
    lost = len(timings) - len(broken) - len(captions)
    if lost > 0:
        notes.append(f"{lost} cue(s) without text, or malformed, left out")
    return cues, tuple(notes)


def _pointed(written: str) -> str:
    """The file with decimal points in all its times; many programs write commas."""
    return "\n".join(
        _STAMP.sub(lambda m: m.group().replace(",", "."), line) if "-->" in line else line
        for line in written.split("\n")
    )


def _as_vtt(written: str) -> str:
    """SRT in the form of VTT: no numbers, and no empty lines inside a cue."""
    out = ["WEBVTT", ""]
    lines = written.split("\n")
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else ""
        if "-->" in line:
            out.append(line)
        elif line.strip().isdigit() and "-->" in following:
            if out[-1]:
                out.append("")
        elif line.strip():
            out.append(line)
        elif not line.strip() and _cue_follows(lines, number):
            out.append("")
    return "\n".join(out) + "\n"


def _cue_follows(lines: Sequence[str], number: int) -> bool:
    """Whether a cue, or nothing, comes after an empty line; else it stands inside one."""
    ahead = [line for line in lines[number + 1 : number + 4] if line.strip()][:2]
    return not ahead or any("-->" in line for line in ahead)


def _voices(caption: webvtt.Caption) -> Iterator[_Cue]:
    """A cue, in as many parts as there are voices in it."""
    start, end = _seconds(caption.start), _seconds(caption.end)
    speaker: str | None = None
    at = 0
    raw = "\n".join(caption.lines)
    for mark in [*_VOICE.finditer(raw), None]:
        lines = _plain(raw[at : mark.start() if mark else len(raw)])
        if lines:
            yield _Cue(start, end, lines, speaker)
        if mark is not None:
            at = mark.end()
            name = html.unescape(_TAG.sub("", mark.group(1) or ""))
            speaker = " ".join(name.split()) or None


def _plain(raw: str) -> tuple[str, ...]:
    """Lines without markup; entities as the characters they stand for."""
    bare = html.unescape(_PLACE.sub("", _TAG.sub("", raw)))
    lines = (" ".join(line.replace("\u200b", "").split()) for line in bare.split("\n"))
    return tuple(line for line in lines if any(c.isalnum() for c in line))


def _once(cues: Sequence[_Cue]) -> list[_Cue]:
    """Rolling captions with every line once; other captions as they are."""
    rolls = sum(_rolls_on(a, b) for a, b in pairwise(cues))
    if len(cues) < _NAMED or rolls < _ROLLING * (len(cues) - 1):
        return list(cues)
    kept: list[_Cue] = []
    shown: tuple[str, ...] = ()
    for cue in cues:
        fresh = list(cue.lines)
        for size in range(min(len(shown), len(fresh)), 0, -1):
            if list(shown[-size:]) == fresh[:size]:
                fresh = fresh[size:]
                break
        else:
            if shown and fresh[0].startswith(shown[-1]) and fresh[0] != shown[-1]:
                fresh[0] = fresh[0].removeprefix(shown[-1]).strip()
        fresh = [line for line in fresh if line]
        shown = cue.lines
        if fresh:
            kept.append(_Cue(cue.start, cue.end, tuple(fresh), cue.speaker))
    return kept


def _rolls_on(before: _Cue, cue: _Cue) -> bool:
    """Whether a cue shows the last line again and something new with it."""
    repeated = cue.lines[0].startswith(before.lines[-1])
    more = len(cue.lines) > 1 or cue.lines[0] != before.lines[-1]
    return repeated and more and cue.start - before.end < _SEAMLESS


def _groups(cues: Sequence[_Cue]) -> Iterator[list[_Cue]]:
    """Cues that belong to one paragraph."""
    group: list[_Cue] = []
    for cue in cues:
        if group and _ends(group, cue):
            yield group
            group = []
        group.append(cue)
    if group:
        yield group


def _ends(group: Sequence[_Cue], following: _Cue) -> bool:
    last = group[-1]
    if last.speaker != following.speaker or following.start - last.end > _PAUSE:
        return True
    closed = bool(_CLOSED.search(last.lines[-1]))
    if closed and _LABEL.match(following.lines[0]):
        return True
    length = sum(len(line) for cue in group for line in cue.lines)
    return length > (_LONG if closed else _LONGEST)


def _seconds(stamp: str) -> float:
    found = _STAMP.fullmatch(stamp)
    if found is None:
        return 0.0
    hours, minutes, seconds, fraction = found.groups()
    whole = int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds)
    return whole + int(fraction.ljust(3, "0")) / 1000


def _clock(seconds: float) -> str:
    whole = int(seconds)
    return f"{whole // 3600:02d}:{whole % 3600 // 60:02d}:{whole % 60:02d}"
