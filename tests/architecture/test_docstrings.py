"""A docstring says what a thing is or does: it does not begin like a question, nor with somebody."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "src" / "beraad"
QUESTION = re.compile(
    r"(?:What|Who|Whom|Whose|Where|When|Which|How|Why|Whether|Somebody|Everybody|Anybody)\b"
)

Named = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def _public(node: ast.Module | Named, name: str) -> Iterator[tuple[str, ast.Module | Named]]:
    """Yield a node and everything public in it that can have a docstring, except inside functions."""
    yield name, node
    if isinstance(node, ast.Module | ast.ClassDef):
        for child in node.body:
            if isinstance(child, Named) and not child.name.startswith("_"):
                yield from _public(child, f"{name}.{child.name}")


def _questions(text: str, name: str) -> list[str]:
    return [
        f"{place}: {written.splitlines()[0]}"
        for place, node in _public(ast.parse(text), name)
        if (written := ast.get_docstring(node)) and QUESTION.match(written)
    ]


def _package() -> list[str]:
    return [
        line
        for path in sorted(PACKAGE.rglob("*.py"))
        if path.stem.endswith("__") or not path.stem.startswith("_")
        for line in _questions(path.read_text("utf-8"), str(path.relative_to(PACKAGE)))
    ]


def test_no_docstring_begins_like_a_question() -> None:
    """A reader in a hurry looks for a verb or a noun: "Return …", "True while …", "Cover over …"."""
    assert _package() == []


@pytest.mark.parametrize(
    "text",
    [
        '"""What it is."""',
        'class A:\n    """Which one it is."""',
        'def f():\n    """Whether it is there."""',
        'class A:\n    """Somebody\'s answer."""',
        'class A:\n    @property\n    def b(self):\n        """How many there are."""',
        'class A:\n    class B:\n        async def c(self):\n            """Who it is."""',
    ],
    ids=["module", "class", "function", "somebody", "property", "nested"],
)
def test_a_docstring_that_begins_so_is_noticed(text: str) -> None:
    assert len(_questions(text, "m.py")) == 1


@pytest.mark.parametrize(
    "text",
    [
        '"""Whole minutes."""',
        '"""Whoever comes."""',
        'def _f():\n    """What it is."""',
        "class A:\n    b = 1",
    ],
    ids=["another word", "a longer word", "private", "none"],
)
def test_another_docstring_is_left_alone(text: str) -> None:
    assert _questions(text, "m.py") == []
