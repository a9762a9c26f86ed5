"""How safe it is found, meeting by meeting, as a small line."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from beraad.i18n import _, format_number
from beraad.ui.theme import Theme

_TOP = 10.0


class TrendLine(QWidget):
    """Mean answers (0-10), oldest first; the last one is written out. Amber where it went down."""

    def __init__(self, values: tuple[float, ...], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = values
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        told = " → ".join(format_number(value, 1) for value in values)
        said = _("veiligheid gemiddeld: {numbers}").format(numbers=told) if values else _("nog geen cijfers")
        self.setAccessibleName(said)
        self.setToolTip(said)

    @property
    def falling(self) -> bool:
        """Whether the last mean is lower than the one before."""
        return len(self._values) > 1 and self._values[-1] < self._values[-2]

    @override
    def sizeHint(self) -> QSize:
        scale = Theme.current().scale
        return QSize(round(96 * scale), round(32 * scale))

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        if not self._values:
            return
        theme = Theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words = round(30 * theme.scale)
        box = QRectF(self.rect()).adjusted(3, 5, -words, -5)
        points = self._points(box)
        colour = theme.colour("amber" if self.falling else "safety")
        painter.setPen(QPen(colour, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPolyline(QPolygonF(points))
        painter.setBrush(colour)
        painter.drawEllipse(points[-1], 2, 2)
        painter.setPen(theme.colour("soft"))
        painter.setFont(theme.font("small"))
        room = QRectF(self.width() - words, 0, words, self.height())
        painter.drawText(
            room,
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
            format_number(self._values[-1], 1),
        )
        painter.end()

    def _points(self, box: QRectF) -> list[QPointF]:
        step = box.width() / max(1, len(self._values) - 1)
        start = box.right() if len(self._values) == 1 else box.left()
        return [
            QPointF(start + index * step, box.bottom() - box.height() * value / _TOP)
            for index, value in enumerate(self._values)
        ]
