"""Functions that make a button in one line."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton

from beraad.ui.theme import set_icon


def button(text: str, wish: Callable[[], object], *, role: str = "", icon: str = "") -> QPushButton:
    """Make a button that calls `wish`; `role` as the style sheet knows it."""
    made = QPushButton(text)
    if role:
        made.setProperty("role", role)
    if icon:
        set_icon(made, icon, "on_strong" if role == "primary" else "ink")
    made.clicked.connect(lambda _checked: wish())
    return made


def icon_button(icon: str, says: str, wish: Callable[[], object]) -> QToolButton:
    """Make a small icon button that calls `wish`; `says` is its tooltip and accessible name."""
    made = QToolButton()
    made.setProperty("role", "quiet")
    set_icon(made, icon, "soft")
    made.setToolTip(says)
    made.setAccessibleName(says)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.clicked.connect(lambda _checked: wish())
    return made
