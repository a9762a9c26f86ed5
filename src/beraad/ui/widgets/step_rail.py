"""The steps of the meeting, one under another."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from beraad.i18n import _
from beraad.terms import Step
from beraad.ui.theme import Theme
from beraad.ui.widgets.keyboard import walk


@dataclass(frozen=True, slots=True)
class RailStep:
    """One step on the rail; `minutes` as planned."""

    step: Step
    title: str
    minutes: int
    done: bool = False


class StepRail(QWidget):
    """Numbered steps with minutes. Up and down walk along them, Enter, space or a click choose one."""

    step_chosen = Signal(object)
    """The `Step` that was chosen."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: list[_StepButton] = []
        self._current: Step | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Theme.current().size("space", "tight"))
        self.setAccessibleName(_("Stappen van het beraad"))

    def set_steps(self, steps: tuple[RailStep, ...]) -> None:
        """Show these steps, numbered from 1. The current step stays, where it is among them."""
        if len(steps) != len(self._buttons):
            self._make_buttons(len(steps))
        for number, (button, step) in enumerate(zip(self._buttons, steps, strict=True), 1):
            button.show_step(number, step, current=step.step == self._current)

    def set_current(self, step: Step) -> None:
        """Mark the step one is in."""
        self._current = step
        for button in self._buttons:
            button.set_current(button.step == step)

    @property
    def current(self) -> Step | None:
        """The step one is in."""
        return self._current

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if not walk(event, self._buttons, back=Qt.Key.Key_Up, on=Qt.Key.Key_Down):
            super().keyPressEvent(event)

    def _make_buttons(self, count: int) -> None:
        for button in self._buttons:
            self._column.removeWidget(button)
            button.deleteLater()
        self._buttons = [_StepButton(self) for _number in range(count)]
        for button in self._buttons:
            self._column.addWidget(button)
            button.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, _StepButton) and button.step is not None:
            self.step_chosen.emit(button.step)


class _StepButton(QAbstractButton):
    """One step: its number (or a tick) in a ring, its title, its minutes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.step: Step | None = None
        self._number, self._title, self._minutes, self._done, self._is_current = 0, "", 0, False, False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_step(self, number: int, step: RailStep, *, current: bool) -> None:
        self.step = step.step
        self._number, self._title, self._minutes, self._done = number, step.title, step.minutes, step.done
        self.set_current(current)
        self.updateGeometry()

    def set_current(self, current: bool) -> None:
        self._is_current = current
        said = _("Stap {number}: {title}, {minutes} minuten").format(
            number=self._number, title=self._title, minutes=self._minutes
        )
        state = _("hier zijn we nu") if current else _("klaar") if self._done else ""
        self.setAccessibleName(f"{said}, {state}" if state else said)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        width = round(190 * Theme.current().scale)
        return QSize(width, self.heightForWidth(width))

    @override
    def heightForWidth(self, width: int, /) -> int:
        theme = Theme.current()
        needed = QFontMetrics(self._title_font()).boundingRect(
            self._title_rect(width, 10_000), Qt.TextFlag.TextWordWrap, self._title
        )
        return max(needed.height(), theme.size("text", "line")) + 2 * theme.size("space", "small") + 2

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
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
        ink = theme.colour("on_strong" if self._is_current else "ink")
        self._paint_ring(painter, theme)
        painter.setPen(ink)
        painter.setFont(self._title_font())
        where = self._title_rect(self.width(), self.height())
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, self._title)
        painter.setFont(theme.font("small"))
        painter.setPen(ink if self._is_current else theme.colour("soft"))
        minutes = QRect(0, 0, self.width() - theme.size("space", "small"), self.height())
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(minutes, right, f"{self._minutes}′")
        painter.end()

    def _paint_ring(self, painter: QPainter, theme: Theme) -> None:
        side = 22 * theme.scale
        ring = QRectF(theme.size("space", "small"), (self.height() - side) / 2, side, side)
        if self._done and not self._is_current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("safety"))
            painter.drawEllipse(ring)
            theme.paint_icon(painter, ring.adjusted(5, 5, -5, -5), "saved", theme.colour("card"))
            return
        ink = theme.colour("on_strong" if self._is_current else "ink")
        painter.setPen(QPen(ink, 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(ring)
        painter.setFont(theme.font("small"))
        painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, str(self._number))

    def _title_rect(self, width: int, height: int) -> QRect:
        scale = Theme.current().scale
        left, right = round(40 * scale), round(38 * scale)
        return QRect(left, 0, max(20, width - left - right), height)

    @staticmethod
    def _title_font() -> QFont:
        return Theme.current().font()
