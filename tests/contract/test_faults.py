"""Every fault that is tested names its defence."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import PROJECT

FAULTS = PROJECT / "tests" / "faults"


def cases() -> Iterator[tuple[str, str]]:
    """Each test of a fault with what its file and itself say."""
    for path in sorted(FAULTS.glob("test_*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        shared = ast.get_docstring(tree) or ""
        for node in tree.body:
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                said = shared + (ast.get_docstring(node) or "")
                yield f"{path.stem}::{node.name}", said


@pytest.mark.parametrize(("name", "said"), list(cases()))
def test_a_test_of_a_fault_says_what_was_switched_off_to_see_it_fail(name: str, said: str) -> None:
    assert "switched off" in said.lower(), name


@pytest.mark.parametrize("path", sorted(FAULTS.glob("test_*.py")), ids=lambda path: path.stem)
def test_a_file_of_faults_is_named_after_its_code(path: Path) -> None:
    code = path.stem.removeprefix("test_").replace("_", "-")
    document = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
    assert re.search(rf"(?<![\w-]){code}(?![\w-])", document.lower()), code
