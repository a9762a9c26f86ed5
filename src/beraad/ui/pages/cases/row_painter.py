"""Painter of a line of the overview: one case, with what asks for attention and the button."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPen, QPixmap, QRegion
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)
from typing_extensions import override

from beraad.i18n import _
from beraad.ui.pages.cases.case_lines import WORDS, Index
from beraad.ui.pages.cases.line_words import LineWords
from beraad.ui.pages.cases.row_layout import Part, Piece, RowLayout
from beraad.ui.pages.cases.trend import paint_trend
from beraad.ui.pages.colour_mark import paint_mark
from beraad.ui.theme import Theme
from beraad.ui.widgets.pill import paint_pill

_LINE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_WRITTEN = {Part.STRONG: "ink", Part.BODY: "ink", Part.SOFT: "soft"}
_EDGE = 3


class RowPainter(QStyledItemDelegate):
    """Delegate that paints each line. The chosen one has an edge, and a frame if the list has the focus."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._buttons = {today: _picture(meeting_button(today=today)) for today in (False, True)}
        self.layout = RowLayout(meeting_button(today=True).sizeHint())

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index, /) -> QSize:
        # Use the width of the view: with a wider hint the view would scroll sideways.
        return QSize(1, self.layout.height)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        words: LineWords = index.data(WORDS)
        row = QRect(option.rect)
        painter.save()
        self._paint_ground(painter, row, option.state)
        if index.row():
            painter.fillRect(QRect(row.left(), row.top(), row.width(), 1), Theme.current().colour("line"))
        for piece in self.layout.pieces(words, row):
            self._paint_piece(painter, piece, words)
        painter.restore()

    @override
    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index, /
    ) -> bool:
        if event.type() is not QEvent.Type.ToolTip or not index.isValid():
            return False
        told = self.told_at(event.pos(), QRect(option.rect), index)
        QToolTip.showText(event.globalPos(), escape(told).replace("\n", "<br>"), view)
        return True

    def told_at(self, where: QPoint, row: QRect, index: Index) -> str:
        """Return the tooltip at this place of a row: the rest of cut words, or the meaning of a sign."""
        pieces = self.layout.pieces(index.data(WORDS), row)
        return next((piece.told for piece in pieces if piece.box.contains(where)), "")

    @staticmethod
    def _paint_ground(painter: QPainter, row: QRect, state: QStyle.StateFlag) -> None:
        theme = Theme.current()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(row, theme.colour("next_wash"))
            painter.fillRect(QRect(row.topLeft(), QSize(_EDGE, row.height())), theme.colour("focus"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(row, theme.colour("paper"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("focus"), 2))
            round_off = theme.size("radius", "control") - _EDGE
            painter.drawRoundedRect(row.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE), round_off, round_off)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _paint_piece(self, painter: QPainter, piece: Piece, words: LineWords) -> None:
        theme = Theme.current()
        if piece.part in _WRITTEN:
            painter.setFont(theme.font(bold=piece.part is Part.STRONG))
            painter.setPen(theme.colour(_WRITTEN[piece.part]))
            painter.drawText(piece.box, _LINE, piece.text)
        elif piece.part is Part.MARK:
            paint_mark(painter, QRectF(piece.box), words.colour)
        elif piece.part is Part.TREND:
            paint_trend(painter, piece.box, words.trend, piece.text, fell=words.fell)
        elif piece.part is Part.PILL:
            paint_pill(painter, piece.box, piece.text, piece.tone)
        else:
            painter.drawPixmap(piece.box.topLeft(), self._buttons[words.is_today])


def meeting_button(parent: QWidget | None = None, *, today: bool) -> QPushButton:
    """Return the button that opens the meeting of a case, as the main button if the meeting is today."""
    button = QPushButton(_("Beraad openen"), parent)
    button.setProperty("role", "primary" if today else "")
    button.ensurePolished()
    return button


def _picture(button: QPushButton) -> QPixmap:
    """Return a picture of the button for the rows without the focus."""
    size, ratio = button.sizeHint(), button.devicePixelRatioF()
    button.resize(size)
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    button.render(picture, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    return picture
