"""Check box whose words wrap."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget
from typing_extensions import override

_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextShowMnemonic)
_PLACED = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_NO_BOUND = 10_000


class WrappingCheckBox(QCheckBox):
    """Check box that is never wider than its room: for words that people wrote."""

    def __init__(self, text: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def words_left(self) -> int:
        """Pixels from the left side to the words."""
        return self._beside() - 2

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        box = super().sizeHint()
        metrics = self.fontMetrics()
        room = QRect(0, 0, max(1, width - self._beside()), _NO_BOUND)
        words = metrics.boundingRect(room, _WRAPPED, self.text()).height()
        return max(box.height(), words + box.height() - metrics.height())

    @override
    def minimumSizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0)
        return QSize(self._beside() + widest, super().sizeHint().height())

    @override
    def hitButton(self, pos: object, /) -> bool:
        return True

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_CheckBox, option)
        words = self.rect().adjusted(self.words_left, 0, -2, 0)
        ink = option.palette.color(self.foregroundRole())
        painter.setPen(ink)
        painter.drawText(words, _WRAPPED | _PLACED, self.text())
        painter.end()

    def _beside(self) -> int:
        """Return the pixels of the width that the box, the gap and the border take."""
        self.ensurePolished()
        return (
            super().sizeHint().width()
            - self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, self.text()).width()
        )
