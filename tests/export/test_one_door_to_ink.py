"""ReportLab reads markup in its paragraphs: no text of a family ever reaches that parser."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SOURCES = sorted((Path(__file__).parents[2] / "src" / "beraad").rglob("*.py"))
PRINTS = "export/pdf/"


def imported(source: str) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def offences(source: str, path: str) -> list[str]:
    """What a module does that only ink may do, or that nobody may."""
    names = imported(source)
    found = [name for name in names if name.startswith("reportlab.platypus")]
    if PRINTS not in path:
        found += [name for name in names if name.partition(".")[0] == "reportlab"]
    calls = [node.func for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    found += [
        "Paragraph("
        for call in calls
        if ast.unparse(call).rpartition(".")[2] in ("Paragraph", "XPreformatted")
    ]
    return found


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_no_module_makes_a_paragraph_of_markup(path: Path) -> None:
    assert offences(path.read_text(encoding="utf-8"), path.as_posix()) == []


@pytest.mark.parametrize(
    ("source", "path"),
    [
        ("from reportlab.platypus import Paragraph", "export/pdf/x.py"),
        ("import reportlab.platypus.paragraph", "export/pdf/x.py"),
        ("x = p.Paragraph('<b>Jan')", "export/pdf/x.py"),
        ("import reportlab", "services/x.py"),
        ("from reportlab.lib import colors", "export/copies.py"),
    ],
)
def test_the_guard_sees_each_of_these(source: str, path: str) -> None:
    assert offences(source, path)
