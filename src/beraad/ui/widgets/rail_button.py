"""Button of one step on the rail."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QSizePolicy, QWidget
from typing_extensions import override

from beraad.i18n import _, ngettext
from beraad.terms import Step
from beraad.ui.theme import Theme
from beraad.ui.widgets.rail_step import RailStep


class RailButton(QAbstractButton):
    """Number (or a tick) in a ring, title, minutes spent and planned, and the difference."""

    dragged = Signal(int)
    """The mouse drags this step; the place on the rail in pixels from its top."""
    dropped = Signal(object)
    """The `Step` was dropped."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: RailStep | None = None
        self._number, self._is_current = 0, False
        self._slim = False
        self._heights: dict[tuple[int, float], int] = {}
        self._pressed_at: QPoint | None = None
        self._dragging = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def step(self) -> Step | None:
        """Step that is shown."""
        return self._shown.step if self._shown else None

    def show_step(self, number: int, shown: RailStep, *, current: bool) -> None:
        """Show a step with its number; 0 if the step is left out."""
        if (number, shown, current) == (self._number, self._shown, self._is_current):
            return
        before = self._shown
        self._number, self._shown, self._is_current = number, shown, current
        self._say(shown)
        if before is None or (before.title, before.left_out) != (shown.title, shown.left_out):
            self._heights.clear()
            self.updateGeometry()

    def set_current(self, current: bool) -> None:
        """Set whether this is the current step."""
        if current is not self._is_current and self._shown is not None:
            self.show_step(self._number, self._shown, current=current)

    def set_slim(self, *, slim: bool) -> None:
        """Show the number alone; the title is given on hover and to a screen reader."""
        self._slim = slim
        self._heights.clear()
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        width = round((40 if self._slim else 190) * Theme.current().scale)
        return QSize(width, self.heightForWidth(width))

    @override
    def heightForWidth(self, width: int, /) -> int:
        # Cached: a layout asks each of its buttons several times.
        key = width, Theme.current().scale
        if key not in self._heights:
            self._heights[key] = self._height_for(width)
        return self._heights[key]

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            # A button would use the arrow keys itself, also with Alt; here they are for the rail.
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent, /) -> None:
        at = event.position().toPoint()
        if self._pressed_at is not None and not self._dragging:
            self._dragging = (at - self._pressed_at).manhattanLength() >= QApplication.startDragDistance() * 2
        if self._dragging:
            self.setDown(False)
            self.dragged.emit(self.mapToParent(at).y())
        else:
            super().mouseMoveEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        self._pressed_at = None
        if self._dragging:
            self._dragging = False
            self.dropped.emit(self.step)
        else:
            super().mouseReleaseEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        if self._shown is None:
            return
        theme = Theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = theme.size("radius", "control")
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self._is_current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("strong"))
            painter.drawRoundedRect(box, radius, radius)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, radius, radius)
        ink = theme.colour("on_strong" if self._is_current else "soft" if self._shown.left_out else "ink")
        self._paint_ring(painter, theme, ink)
        if not self._slim:
            painter.setPen(ink)
            painter.setFont(self._title_font())
            where = self._title_rect(self.width(), self.height())
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(where, flags, self._shown.title)
            self._paint_minutes(painter, theme, self._shown)
        painter.end()

    def _say(self, shown: RailStep) -> None:
        said = _said(self._number, shown, current=self._is_current)
        self.setAccessibleName(said)
        hint = _("Alt + ↑ ↓ of slepen verplaatst. Rechts klikken: weglaten.")
        self.setToolTip(f"{said}\n{hint}")
        self.setAccessibleDescription(hint)
        self.update()

    def _height_for(self, width: int) -> int:
        theme = Theme.current()
        line = theme.size("text", "line")
        if not self._slim:
            title = self._shown.title if self._shown else ""
            where = self._title_rect(width, 10_000)
            metrics = QFontMetrics(self._title_font())
            line = max(line, metrics.boundingRect(where, Qt.TextFlag.TextWordWrap, title).height())
        return line + 2 * theme.size("space", "small") + 2

    def _paint_minutes(self, painter: QPainter, theme: Theme, shown: RailStep) -> None:
        """Draw the minutes spent and planned, and below them how much longer or shorter that is."""
        if shown.left_out:
            return
        soft = theme.colour("on_strong" if self._is_current else "soft")
        if shown.spent is None:
            lines = [(_("{minutes} min").format(minutes=shown.minutes), soft)]
        else:
            lines = [(_("{spent} van {minutes}").format(spent=shown.spent, minutes=shown.minutes), soft)]
        if shown.late > 0:
            late = soft if self._is_current else theme.colour("amber_text")
            lines.append((_("{count} langer").format(count=shown.late), late))
        elif shown.late < 0 and not self._is_current:
            lines.append((_("{count} korter").format(count=-shown.late), theme.colour("safety")))
        painter.setFont(theme.font("small"))
        height = painter.fontMetrics().height()
        right = self.width() - theme.size("space", "small")
        top = (self.height() - height * len(lines)) // 2
        for place, (words, colour) in enumerate(lines):
            painter.setPen(colour)
            where = QRect(0, top + place * height, right, height)
            painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)

    def _paint_ring(self, painter: QPainter, theme: Theme, ink: QColor) -> None:
        side = 22 * theme.scale
        left = (self.width() - side) / 2 if self._slim else theme.size("space", "small")
        ring = QRectF(left, (self.height() - side) / 2, side, side)
        if self._shown and self._shown.done and self._number and not self._is_current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("safety"))
            painter.drawEllipse(ring)
            theme.paint_icon(painter, ring.adjusted(5, 5, -5, -5), "saved", theme.colour("card"))
            return
        painter.setPen(QPen(ink, 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(ring)
        painter.setFont(theme.font("small"))
        painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, str(self._number or "–"))

    @staticmethod
    def _title_rect(width: int, height: int) -> QRect:
        scale = Theme.current().scale
        left, right = round(40 * scale), round(66 * scale)
        return QRect(left, 0, max(20, width - left - right), height)

    def _title_font(self) -> QFont:
        font = Theme.current().font()
        font.setStrikeOut(bool(self._shown and self._shown.left_out))
        return font


def _said(number: int, shown: RailStep, *, current: bool) -> str:
    """Return the step in words, for a screen reader."""
    if shown.left_out:
        return _("{title}, weggelaten").format(title=shown.title)
    parts = [
        _("Stap {number}: {title}, {minutes} minuten").format(
            number=number, title=shown.title, minutes=shown.minutes
        )
    ]
    if shown.spent is not None:
        parts.append(_("{minutes} gebruikt").format(minutes=shown.spent))
    if shown.late > 0:
        more = shown.late
        words = ngettext("{count} minuut langer dan gepland", "{count} minuten langer dan gepland", more)
        parts.append(words.format(count=more))
    elif shown.late < 0 and not current:
        fewer = -shown.late
        words = ngettext("{count} minuut korter dan gepland", "{count} minuten korter dan gepland", fewer)
        parts.append(words.format(count=fewer))
    if state := _("hier zijn we nu") if current else _("klaar") if shown.done else "":
        parts.append(state)
    return ", ".join(parts)
