"""Files made by real programs out of one invented original, and how much of it was stored."""

from __future__ import annotations

import html
import random
import re
import shutil
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

_ENGLISH = {
    "who": ["The harbour master", "Councillor Reva Lindholm", "A retired tram driver",
            "The well-known archivist", "Our night editor", "The committee's chairwoman"],
    "did": ["said that the bridge would cost 4.7 million crowns",
            "refused to sign the long-awaited agreement on fishing quotas",
            "told the reporters that “nothing has been decided, and nothing will be before May”",
            "asked why 38 of the 112 documents had never been published",
            "remembered the flood of 1987 as if it had been yesterday evening",
            "denied having seen the internationally acclaimed photographs"],
    "how": ["although the ministry had promised otherwise in a letter of 12 March",
            "while the interpreters were still looking for the right word",
            "because, as she put it, “a promise is not a timetable”",
            "without naming the company that had delivered the concrete",
            "and the council's unanimous vote didn't change anything about that",
            "in a self-contained statement of fewer than 300 words"],
}  # fmt: skip
_CHINESE = {
    "who": ["港务局局长", "一位退休的电车司机", "档案馆的值班编辑", "委员会主席林女士"],
    "did": ["表示这座桥的造价将达到四百七十万元", "拒绝在等待已久的协议上签字",
            "对记者说：“什么都还没有决定，五月之前也不会决定。”",
            "追问为什么112份文件中有38份从未公布"],
    "how": ["尽管有关部门在三月十二日的信中另有承诺", "而口译员仍在寻找合适的说法",
            "因为她认为承诺并不等于时间表", "却没有说出供应混凝土的公司名称"],
}  # fmt: skip


@cache
def original(language: str, count: int = 60) -> tuple[str, ...]:
    """Paragraphs of one to six sentences, all different, the same on every call."""
    parts, stop, gap = (_CHINESE, "。", "，") if language == "zh" else (_ENGLISH, ".", " ")
    dice = random.Random(f"{language}{count}")
    paragraphs = []
    for number in range(1, count + 1):
        sentences = [
            gap.join(dice.choice(parts[part]) for part in ("who", "did", "how")) + stop
            for _ in range(dice.randint(1, 6))
        ]
        first = f"第{number}段。" if language == "zh" else f"Entry {number} of the minutes."
        paragraphs.append(("" if language == "zh" else " ").join([first, *sentences]))
    return tuple(paragraphs)


def words(text: str) -> list[str]:
    """Words; characters of Chinese one by one."""
    return re.findall(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+", text.casefold())


def stored_share(paragraphs: Sequence[str], stored: str) -> float:
    """The share of the originals' words that stand in the stored text among their neighbours."""
    found = words(stored)
    triples = set(zip(found, found[1:], found[2:], strict=False))
    kept = total = 0
    for paragraph in paragraphs:
        wanted = words(paragraph)
        covered = [False] * len(wanted)
        for at in range(len(wanted) - 2):
            if tuple(wanted[at : at + 3]) in triples:
                covered[at : at + 3] = [True] * 3
        kept += sum(covered)
        total += len(wanted)
    return kept / total


def whole_paragraphs(paragraphs: Sequence[str], blocks: Sequence[str]) -> float:
    """The share of the originals that are exactly one block of what was stored."""
    known = {"".join(words(block)) for block in blocks}
    return sum("".join(words(p)) in known for p in paragraphs) / len(paragraphs)


def page(paragraphs: Sequence[str], style: str = "", language: str = "en") -> str:
    """The original as a page."""
    body = "\n".join(f"<p>{html.escape(p)}</p>" for p in paragraphs)
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8">'
        f"<title>Minutes</title><style>{style}</style></head><body>{body}</body></html>"
    )


def lines_of(paragraphs: Sequence[str], language: str = "en") -> list[str]:
    """The original in lines as subtitles show them."""
    lines: list[str] = []
    for paragraph in paragraphs:
        size = 12 if language == "zh" else 38
        parts, at = paragraph.split(" ") if language == "en" else list(paragraph), ""
        for part in parts:
            glue = " " if language == "en" and at else ""
            if len(at) + len(part) > size:
                lines.append(at)
                at, glue = "", ""
            at += glue + part
        lines.append(at)
    return lines


def cues(lines: Sequence[str], form: str) -> str:
    """Lines as cues of two seconds each, as SRT or VTT."""
    point = "," if form == "srt" else "."
    head = "" if form == "srt" else "WEBVTT\n\n"
    return head + "\n".join(
        f"{n}\n{_stamp(2 * n, point)} --> {_stamp(2 * n + 2, point)}\n{line}\n"
        for n, line in enumerate(lines, start=1)
    )


def rolled(lines: Sequence[str]) -> list[str]:
    """Each line shown again above the next one, as automatic captions do."""
    return ["\n".join(lines[max(n - 1, 0) : n + 1]) for n in range(len(lines))]


def _stamp(seconds: float, point: str) -> str:
    whole = int(seconds)
    milli = round((seconds - whole) * 1000)
    return f"{whole // 3600:02d}:{whole % 3600 // 60:02d}:{whole % 60:02d}{point}{milli:03d}"


def printed(markup: str, folder: Path) -> bytes:
    """A page as Chromium prints it."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        pytest.skip("there is no Chromium on this machine")
    source, target = folder / "page.html", folder / "page.pdf"
    source.write_text(markup, encoding="utf-8")
    _run(
        [program, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
         "--no-first-run", "--disable-background-networking", "--disable-component-update",
         "--disable-sync", f"--user-data-dir={folder / 'profile'}",
         f"--print-to-pdf={target}", source.as_uri()], target
    )  # fmt: skip
    return target.read_bytes()


def converted(content: str, folder: Path, ending: str, source_ending: str = "html") -> bytes:
    """A document as LibreOffice Writer stores it."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("there is no LibreOffice on this machine")
    source, target = folder / f"minutes.{source_ending}", folder / f"minutes.{ending}"
    source.write_text(content, encoding="utf-8")
    inside = {"html": ["--infilter=HTML (StarWriter)"]}.get(source_ending, [])
    outside = {"docx": "docx:MS Word 2007 XML", "pdf": "pdf:writer_pdf_Export"}[ending]
    _run(
        [program, "--headless", "--norestore", f"-env:UserInstallation={(folder / 'lo').as_uri()}",
         *inside, "--convert-to", outside, "--outdir", str(folder), str(source)], target
    )  # fmt: skip
    return target.read_bytes()


def _run(command: list[str], target: Path) -> None:
    done = subprocess.run(command, capture_output=True, timeout=120, check=False)
    assert target.exists(), done.stderr.decode(errors="replace")[-500:]
