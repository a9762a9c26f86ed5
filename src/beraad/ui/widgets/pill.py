"""Short word in a rounded frame."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from beraad.ui.theme import Theme
from beraad.ui.widgets.text_label import TextLabel


class Pill(TextLabel):
    """Short remark beside something. `tone`: danger, safety, next, private, amber, or empty."""

    def __init__(self, text: str = "", tone: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(text, "pill", tone=tone, parent=parent)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setIndent(0)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def sizeHint(self) -> QSize:
        # One line if there is room; QLabel itself would prefer a block.
        self.ensurePolished()
        return _framed(self.fontMetrics().size(Qt.TextFlag.TextSingleLine, self.text()))


def pill_size(text: str) -> QSize:
    """Return the size of a painted pill, the same as that of the widget."""
    return _framed(QFontMetrics(Theme.current().font("small")).size(Qt.TextFlag.TextSingleLine, text))


def paint_pill(painter: QPainter, box: QRect, text: str, tone: str = "") -> None:
    """Draw a pill where there is no widget for it, in the look of the style sheet."""
    theme = Theme.current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(theme.colour(tone or "line"))
    painter.setBrush(theme.colour(f"{tone}_wash" if tone else "card"))
    round_off = min(theme.size("text", "small") * 0.85, box.height() / 2)
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), round_off, round_off)
    painter.setFont(theme.font("small"))
    painter.setPen(theme.colour({"": "soft", "amber": "amber_text"}.get(tone, tone)))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


def _framed(words: QSize) -> QSize:
    theme = Theme.current()
    padding, above = theme.size("space", "small"), theme.size("space", "tight")
    return words + QSize(2 * padding + 6, above + 2)  # padding and border of the style sheet
