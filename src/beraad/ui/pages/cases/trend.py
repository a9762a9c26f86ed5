"""How safe it is found: the last number with its word, and over it a small line, meeting by meeting."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from beraad.i18n import _, format_number
from beraad.ui.theme import Theme
from beraad.ui.widgets.text_label import TextLabel

_TOP = 10.0


class TrendLine(QWidget):
    """Mean answers (0-10), oldest first. One alone is no trend: its number says enough.

    With `fell` somebody gave a lower number than the time before: no line is a good sign then.
    """

    def __init__(
        self, values: tuple[float, ...], *, fell: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        told = " → ".join(format_number(value, 1) for value in values)
        said = _("veiligheid gemiddeld: {numbers}").format(numbers=told) if values else _("nog geen cijfers")
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.setFixedWidth(round(96 * Theme.current().scale))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(1)
        if len(values) > 1:
            column.addWidget(_Line(values, fell=fell))
        if values:
            last = _("veiligheid {number}").format(number=format_number(values[-1], 1))
            column.addWidget(TextLabel(last, "small"))
        column.addStretch(1)


class _Line(QWidget):
    """Amber where it, or somebody, went down."""

    def __init__(self, values: tuple[float, ...], *, fell: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = values
        self._fell = fell or values[-1] < values[-2]
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        scale = Theme.current().scale
        return QSize(round(80 * scale), round(24 * scale))

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        theme = Theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        points = self._points(QRectF(self.rect()).adjusted(3, 4, -4, -4))
        colour = theme.colour("amber" if self._fell else "safety")
        painter.setPen(QPen(colour, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPolyline(QPolygonF(points))
        painter.setBrush(colour)
        painter.drawEllipse(points[-1], 2, 2)
        painter.end()

    def _points(self, box: QRectF) -> list[QPointF]:
        step = box.width() / (len(self._values) - 1)
        return [
            QPointF(box.left() + index * step, box.bottom() - box.height() * value / _TOP)
            for index, value in enumerate(self._values)
        ]
