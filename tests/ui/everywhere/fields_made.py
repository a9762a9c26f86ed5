"""Where in the program each field to type in is made, and which of these places a walk came past."""

import ast
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

import beraad.ui
from beraad.ui.widgets.growing_text_edit import GrowingTextEdit
from beraad.ui.widgets.line_edit import LineEdit

_ROOM = Path(beraad.ui.__file__).parent
_KINDS = {"GrowingTextEdit", "LineEdit", "QLineEdit", "QTextEdit", "QPlainTextEdit"}
_MADE_AT = "made_at"
"""Property of a field: the file and line that made it."""


def places_in_source() -> set[str]:
    """Each call that makes a field to type in, as `meeting/notes.py:47`."""
    return {place for path in _ROOM.rglob("*.py") for place in _places_in(path)}


def _places_in(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _KINDS:
            yield f"{path.relative_to(_ROOM)}:{node.lineno}"


def remember_places(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on every field knows where it was made."""
    for kind in (GrowingTextEdit, LineEdit):
        monkeypatch.setattr(kind, "__init__", _remembering(kind.__init__))


def _remembering(make: Callable[..., None]) -> Callable[..., None]:
    def made(self: QWidget, *args: Any, **options: Any) -> None:
        make(self, *args, **options)
        frame = sys._getframe(1)
        path = Path(frame.f_code.co_filename)
        if path.is_relative_to(_ROOM):
            self.setProperty(_MADE_AT, f"{path.relative_to(_ROOM)}:{frame.f_lineno}")

    return made


def made_at(field: QWidget) -> str:
    """The place that made it; empty of a field that no such call made."""
    return str(field.property(_MADE_AT) or "")
