"""Nobody asks Qt for what PySide6 cannot let go of again."""

import ast
import subprocess
import sys
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "src" / "beraad"
KEPT = {
    "itemAt": "what it gives is kept after Qt freed it (beraad.ui.widgets.flow_layout)",
    "nextInFocusChain": "what it gives is taken for a child of what was asked, and goes with it",
    "previousInFocusChain": "as nextInFocusChain",
}
"""Calls that end the program some time later, and why."""


def _asked(text: str) -> set[str]:
    calls = (node.func for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call))
    return {call.attr for call in calls if isinstance(call, ast.Attribute)} & KEPT.keys()


def test_no_module_asks_for_them() -> None:
    asking = {path.name: _asked(path.read_text("utf-8")) for path in PACKAGE.rglob("*.py")}
    assert {name: calls for name, calls in asking.items() if calls} == {}


def test_a_module_that_asks_is_found() -> None:
    assert _asked("def f(layout):\n    return layout.itemAt(0).widget()") == {"itemAt"}


# On its own: what is kept would end the program of these tests as well, some time later.
LEFT = """
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget, QWidgetItem
from shiboken6 import Shiboken

app = QApplication([])
window = QWidget()
column = QVBoxLayout(window)
row = QPushButton()
column.addWidget(row)
column.itemAt(0)
row.deleteLater()
QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
left = sum(isinstance(item, QWidgetItem) for item in Shiboken.getAllValidWrappers())
print(column.count(), left, flush=True)
"""


def test_what_item_at_gave_stays_when_qt_freed_it() -> None:
    """The control. When this fails, PySide6 lets go, and layouts may be asked for their items."""
    code = f"import beraad.ui{LEFT}"
    said = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60
    )
    assert said.stdout.split() == ["0", "1"]
