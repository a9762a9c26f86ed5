"""A budget for sizes: it prints what is over, and stops what is far over."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "src" / "beraad"
BUDGET = {"module": 400, "class": 250, "function": 40}
"""Lines, from the first to the last."""


def _sizes(text: str, name: str) -> Iterator[tuple[str, str, int]]:
    yield "module", name, len(text.splitlines())
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            kind = "class" if isinstance(node, ast.ClassDef) else "function"
            yield kind, f"{name}:{node.name}", (node.end_lineno or node.lineno) - node.lineno + 1


def _over(text: str, name: str, stretch: float = 1) -> list[str]:
    return [
        f"{kind} {place} has {lines} lines"
        for kind, place, lines in _sizes(text, name)
        if lines > BUDGET[kind] * stretch
    ]


def _package(stretch: float = 1) -> list[str]:
    return [
        line
        for path in sorted(PACKAGE.rglob("*.py"))
        if path.parent.name != "versions"  # a migration is as long as its schema and never changes
        for line in _over(path.read_text("utf-8"), str(path.relative_to(PACKAGE)), stretch)
    ]


def test_what_is_over_the_budget_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """Each is a question, not yet a mistake."""
    with capsys.disabled():
        for line in _package():
            sys.stdout.write(f"\n  over budget: {line}")


def test_nothing_is_far_over_the_budget() -> None:
    assert _package(stretch=1.5) == []


def test_something_too_long_is_noticed() -> None:
    assert _over("def long():\n" + "    pass\n" * 40, "m.py") == ["function m.py:long has 41 lines"]


def test_no_module_is_named_after_nothing() -> None:
    assert [
        path for path in PACKAGE.rglob("*.py") if path.stem in ("utils", "helpers", "manager", "misc")
    ] == []
