"""A place in a case is a `Place` (`beraad.places`): no text of it is put together or taken apart by hand."""

import ast
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src" / "beraad"
OF_SOMETHING_ELSE = {
    "places.py",  # the text form itself
    "ui/display.py",  # the address of a display server
    "ui/steps/decide/answer_elsewhere.py",  # an answer and who reads it, as one code
    "ui/theme/drawings.py",  # a path among the resources of Qt
}
"""Modules with a slash beside a value that is no place."""
_TAKE_APART = {"split", "rsplit", "partition", "rpartition", "removeprefix", "startswith", "endswith", "join"}


def by_hand(source: str) -> list[int]:
    """The lines on which a text with slashes between values is made, or taken apart at a slash."""
    return [node.lineno for node in ast.walk(ast.parse(source)) if _makes(node) or _takes_apart(node)]


def _makes(node: ast.AST) -> bool:
    if not isinstance(node, ast.JoinedStr):
        return False
    pairs = zip(node.values, node.values[1:], strict=False)
    return any(_text(one).endswith("/") or _text(other).startswith("/") for one, other in pairs)


def _takes_apart(node: ast.AST) -> bool:
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
        return False
    if node.func.attr not in _TAKE_APART:
        return False
    asked = (node.func.value, *node.args)
    return any("/" in _text(part) for outer in asked for part in getattr(outer, "elts", [outer]))


def _text(node: ast.AST) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def test_no_module_builds_or_splits_a_place_by_hand() -> None:
    modules = {path.relative_to(SOURCE).as_posix(): path.read_text("utf-8") for path in SOURCE.rglob("*.py")}
    assert {name for name, text in modules.items() if by_hand(text)} == OF_SOMETHING_ELSE


def test_each_way_to_do_it_by_hand_is_seen() -> None:
    for wrong in (
        'f"statements/{item.id}"',
        'f"{place}/text"',
        'f"{base}/{inside}"',
        'place.split("/")',
        'place.startswith(("people/", "secrets/"))',
        'place.removeprefix("meetings/")',
        '"/".join(parts)',
    ):
        assert by_hand(wrong) == [1], wrong
    for right in ('Place.statement(item.id) / "text"', 'f"{done} of {count}"', 'day.split("-")'):
        assert by_hand(right) == [], right
