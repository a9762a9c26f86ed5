"""Paints one hit: its words, and under them what and where it is."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from beraad.ui.theme import Theme

LABEL = Qt.ItemDataRole.UserRole
"""Item role of the label, which says what and where it is; the item's text holds the words."""

_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft


class HitPainter(QStyledItemDelegate):
    """Delegate that wraps the words and never cuts them; the label is smaller and softer."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex, /) -> QSize:
        gap = Theme.current().size("space", "small")
        width = self._view.viewport().width()
        words, label = self._heights(index, width - 2 * gap)
        return QSize(width, words + label + 2 * gap)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        /,
    ) -> None:
        theme = Theme.current()
        gap = theme.size("space", "small")
        box = QRect(option.rect)
        marked = bool(option.state & QStyle.StateFlag.State_Selected)
        if marked:
            painter.fillRect(box, theme.colour("selection"))
            painter.fillRect(box.x(), box.y(), 3, box.height(), theme.colour("focus"))
        inside = box.adjusted(gap, gap, -gap, -gap)
        words, label = self._heights(index, inside.width())
        painter.setFont(theme.font())
        painter.setPen(theme.colour("ink"))
        painter.drawText(QRect(inside.topLeft(), QSize(inside.width(), words)), _WRAP, str(index.data()))
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("ink" if marked else "soft"))
        below = QRect(inside.x(), inside.y() + words, inside.width(), label)
        painter.drawText(below, _WRAP, str(index.data(LABEL)))

    @staticmethod
    def _heights(index: QModelIndex | QPersistentModelIndex, width: int) -> tuple[int, int]:
        theme = Theme.current()
        room = QRect(0, 0, width, 100_000)
        texts = ((theme.font(), index.data()), (theme.font("small"), index.data(LABEL)))
        words, label = (
            QFontMetrics(font).boundingRect(room, _WRAP, str(text)).height() for font, text in texts
        )
        return words, label
