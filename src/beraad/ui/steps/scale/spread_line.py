"""Line with the number of each person, before the room sees it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from beraad.i18n import _
from beraad.ui.theme import Theme
from beraad.ui.widgets.person_choice import PersonChoice
from beraad.ui.widgets.person_token import paint_token

_DISC = 26


@dataclass(frozen=True, slots=True)
class Given:
    """Person, and the number (0-10) this person gave."""

    person: PersonChoice
    value: int


class SpreadLine(QWidget):
    """Tokens above a line from 0 to 10; equal numbers are stacked."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given: tuple[Given, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_given(self, given: tuple[Given, ...]) -> None:
        """Show these numbers."""
        self._given = given
        said = ", ".join(f"{item.person.called}: {item.value}" for item in given)
        self.setAccessibleName(said or _("nog geen cijfers"))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        values = [item.value for item in self._given]
        highest = max((values.count(value) for value in values), default=1)
        scale = Theme.current().scale
        return QSize(round(320 * scale), round((highest * (_DISC + 2) + 40) * scale))

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        theme = Theme.current()
        scale = theme.scale
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = (_DISC / 2 + 4) * scale
        line = QRectF(side, self.height() - 34 * scale, self.width() - 2 * side, 8 * scale)
        ramp = QLinearGradient(line.topLeft(), line.topRight())
        for at, token in ((0.0, "danger"), (0.5, "case_yellow"), (1.0, "safety")):
            ramp.setColorAt(at, theme.colour(token))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ramp)
        painter.drawRoundedRect(line, 4, 4)
        painter.setFont(theme.font("small", bold=True))
        painter.setPen(QPen(theme.colour("ink")))
        for number in range(11):
            x = line.left() + line.width() * number / 10
            where = QRectF(x - 16, line.bottom() + 3, 32, 20 * scale)
            painter.drawText(where, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, str(number))
        self._paint_tokens(painter, line, theme)
        painter.end()

    def _paint_tokens(self, painter: QPainter, line: QRectF, theme: Theme) -> None:
        heights: dict[int, int] = {}
        side = _DISC * theme.scale
        for item in self._given:
            level = heights.get(item.value, 0)
            heights[item.value] = level + 1
            x = line.left() + line.width() * item.value / 10
            disc = QRectF(x - side / 2, line.top() - (level + 1) * (side + 2) - 2, side, side)
            paint_token(painter, disc, item.person.initials, item.person.circle, theme)
