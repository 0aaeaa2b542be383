"""Workbooks and pages of answers: text stays text, and a page does nothing."""

from __future__ import annotations

import base64
import hashlib
import io
import re
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.conftest import ABSENT, ALTERED, RENDERED, VERBATIM
from tests.verifier.table_answers import answered, written
from verifier.service import Question, Service
from verifier.tables import sheets
from verifier.tables.formats import open_input
from verifier.tables.outputs import OUTPUTS, writer
from verifier.tables.rows import Row

EVIL = '"><script>alert(1)</script><svg/onload=alert(2)> javascript:alert(3) \u202e'
HEADERS = f'id,quote,speaker,"{EVIL.replace(chr(34), chr(34) * 2)}"'


@pytest.fixture
def claims(tmp_path: Path) -> Path:
    path = tmp_path / "claims.csv"
    rows = [
        f'1,"{VERBATIM}",Ada Lindqvist,=1+1',
        f'2,"{ALTERED}",Tomas Reiter,"+1 https://evil.example/"',
        f'3,"{ABSENT}",<b>x</b>,\x01\x0b\ufffe',
        f'4,"{RENDERED}",,{"长" * 40_000}',
        "5,我们修建这座图书馆，不是为了十二位安静的读者,林晓,😀",
        "6,only",
        '7,"لم نبن هذه المكتبة من أجل اثني عشر قارئا هادئا",,',
        f"8,<img src=x onerror=alert(1)> {ABSENT},,",
    ]
    path.write_text("\n".join([HEADERS, *rows]), "utf-8")
    return path


def test_a_workbook_has_texts_and_no_formula_and_no_link(
    service: Service, claims: Path, tmp_path: Path
) -> None:
    path = tmp_path / "out.xlsx"
    path.write_bytes(written(service, open_input(claims, claims.name), "xlsx"))
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    assert "<f>" not in sheet and "<hyperlink" not in sheet
    assert "autoFilter" in sheet and 'state="frozen"' in sheet
    assert not any("evil.example" in text for name, text in parts.items() if "rels" in name)
    back = open_input(path, path.name)
    rows = [row.cells for row in back.rows()]
    assert back.headers[3] == EVIL
    assert [row[3] for row in rows[:3]] == ["=1+1", "+1 https://evil.example/", "\ufffd" * 3]
    assert rows[4][3] == "😀"
    cut = rows[3][3]
    assert len(cut) == sheets.MOST_CHARACTERS
    assert cut.startswith("长" * 30_000) and "would have 40,000 characters" in cut
    assert [row[back.headers.index("qv_status")] for row in rows] == [
        *["ok"] * 5, "error", "ok", "ok",
    ]  # fmt: skip


def test_characters_beyond_the_first_plane_count_twice_in_a_cell() -> None:
    fitted = sheets._fitting("😀" * 20_000)
    assert len(fitted.encode("utf-16-le")) // 2 <= sheets.MOST_CHARACTERS
    assert fitted.startswith("😀" * 16_000) and "would have 40,000 characters" in fitted


def test_only_our_own_column_is_a_link(service: Service, claims: Path) -> None:
    report = service.verify(Question(VERBATIM))
    linked = [
        ("https://desk.example/checks/abc", 1),
        ("javascript:alert(1)", 0),
        ("/checks/abc", 0),
    ]
    for address, links in linked:
        out = io.BytesIO()
        answers = writer("xlsx", "spreadsheet", out, open_input(claims, claims.name))
        answers.row(Row(1, None, {}, ("a",)), _linked(report, address))
        answers.close()
        with zipfile.ZipFile(out) as archive:
            assert archive.read("xl/worksheets/sheet1.xml").count(b"<hyperlink ") == links


def _linked(report: object, address: str) -> object:
    from dataclasses import replace

    from verifier.report import Links

    return replace(report, links=Links(address, address))  # type: ignore[type-var]


def test_what_does_not_fit_a_sheet_is_counted(
    service: Service, claims: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheets, "MOST_ROWS", 4)
    path = tmp_path / "out.xlsx"
    path.write_bytes(written(service, open_input(claims, claims.name), "xlsx"))
    rows = [row.cells for row in open_input(path, path.name).rows()]
    assert [row[0][:1] for row in rows] == ["1", "2", "3", "5"]
    assert rows[-1][0].startswith("5 more rows do not fit")


class Elements(HTMLParser):
    """Collects the elements of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


@pytest.fixture
def page(service: Service, claims: Path) -> str:
    return written(service, open_input(claims, claims.name), "html").decode()


def test_a_page_does_nothing_and_asks_for_nothing(page: str) -> None:
    found = Elements(page).found
    assert not {tag for tag, _ in found} & {"script", "img", "link", "iframe", "svg", "form"}
    assert all(attributes.get("class") for tag, attributes in found if tag == "b"), "only our own"
    names = {name for _, attributes in found for name in attributes}
    assert not [name for name in names if name.startswith("on") or name in ("src", "style")]
    addresses = {a["href"] for tag, a in found if tag == "a" and a.get("href")}
    assert {str(a)[:8] for a in addresses if not str(a).startswith("#")} == {"https://"}


def test_the_style_is_the_one_that_the_policy_of_the_page_allows(page: str) -> None:
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert style and policy
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    allowed = policy[1].replace("&#39;", "'").replace("&#43;", "+")
    assert allowed == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'"


def test_a_page_begins_with_the_counts_and_with_what_needs_a_look(
    service: Service, claims: Path, page: str
) -> None:
    rows = [row for row, _ in answered(service, open_input(claims, claims.name))]
    counts = [int(n) for n in re.findall(r"</th><td>([0-9,]+)</td>", page)]
    assert sum(counts) == len(rows) == 8
    order = re.findall(r'<h2 id="(\w+)">', page)
    assert order == [name for name in ("stop", "review", "error", "ok") if name in order]
    shown = [int(n) for n in re.findall(r'id="row-(\d+)"', page)]
    assert sorted(shown) == list(range(1, 9)) and shown[0] == 2


def test_every_text_of_a_page_has_its_language_and_direction(page: str) -> None:
    quotes = [a for tag, a in Elements(page).found if tag == "blockquote"]
    assert {("ar", "rtl"), ("zh", "ltr"), ("en", "ltr")} <= {
        (q.get("lang"), q["dir"]) for q in quotes
    }
    assert "\u202e" not in page


@pytest.mark.parametrize("kind", OUTPUTS)
def test_no_rows_make_a_sound_file(service: Service, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "none.csv"
    path.write_text("quote,id\n")
    content = written(service, open_input(path, path.name), kind)
    if kind == "xlsx":
        out = tmp_path / "out.xlsx"
        out.write_bytes(content)
        assert list(open_input(out, out.name).rows()) == []
    else:
        assert (b"0 quotes checked" in content) == (kind == "html")
