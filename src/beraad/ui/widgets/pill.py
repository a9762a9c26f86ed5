"""A short word in a rounded frame."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from beraad.ui.theme import Theme
from beraad.ui.widgets.text_label import TextLabel


class Pill(TextLabel):
    """A short remark beside something. `tone`: danger, safety, next, private, amber, or nothing."""

    def __init__(self, text: str = "", tone: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(text, "pill", tone=tone, parent=parent)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setIndent(0)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def sizeHint(self) -> QSize:
        # One line where there is room; QLabel itself would rather be a block.
        self.ensurePolished()
        size = self.fontMetrics().size(Qt.TextFlag.TextSingleLine, self.text())
        theme = Theme.current()
        padding, above = theme.size("space", "small"), theme.size("space", "tight")
        return size + QSize(2 * padding + 6, above + 2)  # padding and border of the style sheet
