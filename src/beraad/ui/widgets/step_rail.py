"""Steps of the meeting, one under another."""

from __future__ import annotations

from PySide6.QtCore import QKeyCombination, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from beraad.i18n import _
from beraad.step_facts import FACTS
from beraad.terms import Step
from beraad.ui.theme import Theme
from beraad.ui.widgets.keyboard import walk
from beraad.ui.widgets.rail_button import RailButton
from beraad.ui.widgets.rail_step import RailStep
from beraad.ui.widgets.reading_order import keep_reading_order

_LEAVE_OUT = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Delete)


class StepRail(QWidget):
    """Numbered steps with minutes. Up and down walk along them; Enter, space or a click chooses one.

    Alt with up or down, the mouse, and a menu move a step. Ctrl+Delete or the menu leaves it out, or adds it.
    """

    step_chosen = Signal(object)
    """The `Step` that was chosen."""
    move_requested = Signal(object, int)
    """A `Step`, and its new place among all, from 0."""
    left_out_requested = Signal(object, bool)
    """A `Step`, and True if it is left out."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: list[RailButton] = []
        self._steps: tuple[RailStep, ...] = ()
        self._current: Step | None = None
        self._drop: int | None = None
        self._slim = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Theme.current().size("space", "tight"))
        self.setAccessibleName(_("Stappen van het beraad"))

    def set_steps(self, steps: tuple[RailStep, ...]) -> None:
        """Show these steps, numbered from 1 without those left out. The current step stays current."""
        focused = next((button.step for button in self._buttons if button.hasFocus()), None)
        if len(steps) != len(self._buttons):
            self._make_buttons(len(steps))
        self._steps = steps
        number = 0
        for button, step in zip(self._buttons, steps, strict=True):
            number += not step.left_out
            button.show_step(0 if step.left_out else number, step, current=step.step == self._current)
        # Keep the focus on a step that was moved.
        if focused is not None and (moved := self.button(focused)) is not None and not moved.hasFocus():
            moved.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_current(self, step: Step) -> None:
        """Mark the current step."""
        self._current = step
        for button in self._buttons:
            button.set_current(button.step == step)

    def set_slim(self, *, slim: bool) -> None:
        """Show numbers alone; titles are given on hover and to a screen reader."""
        self._slim = slim
        for button in self._buttons:
            button.set_slim(slim=slim)

    @property
    def current(self) -> Step | None:
        """Step that is marked as current."""
        return self._current

    def button(self, step: Step) -> RailButton | None:
        """Return the button of a step, or None."""
        return next((button for button in self._buttons if button.step == step), None)

    def menu_for(self, step: Step) -> QMenu:
        """Return a menu with the actions on a step; the caller shows and deletes it."""
        place = self._place(step)
        at = self._steps[place]
        menu = QMenu(self)
        words = _("Toch houden") if at.left_out else _("Weglaten")
        leave_out = menu.addAction(f"{words}\tCtrl+Delete")
        leave_out.setEnabled(at.left_out or self._may_leave_out(step))
        leave_out.triggered.connect(lambda: self.left_out_requested.emit(step, not at.left_out))
        for says, way in ((_("Eerder"), -1), (_("Later"), 1)):
            action = menu.addAction(f"{says}\tAlt+{'↑' if way < 0 else '↓'}")
            action.setEnabled(0 <= place + way < len(self._steps))
            action.triggered.connect(lambda _on=False, way=way: self.move_requested.emit(step, place + way))
        return menu

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        focused = next((item for item in self._steps if self._has_focus(item.step)), None)
        way = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if focused and way and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            if 0 <= (place := self._place(focused.step) + way) < len(self._steps):
                self.move_requested.emit(focused.step, place)
        elif focused and event.keyCombination() == _LEAVE_OUT:
            if focused.left_out or self._may_leave_out(focused.step):
                self.left_out_requested.emit(focused.step, not focused.left_out)
        elif not walk(event, self._buttons, back=Qt.Key.Key_Up, on=Qt.Key.Key_Down):
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent, /) -> None:
        button = self.childAt(event.pos())
        if isinstance(button, RailButton) and button.step is not None:
            menu = self.menu_for(button.step)
            menu.exec(event.globalPos())
            menu.deleteLater()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        if self._drop is None:
            return
        buttons = self._buttons
        last = self._drop == len(buttons)
        y = buttons[-1].geometry().bottom() - 1 if last else buttons[self._drop].geometry().top() - 3
        painter = QPainter(self)
        painter.fillRect(0, max(0, y), self.width(), 3, Theme.current().colour("focus"))
        painter.end()

    def _make_buttons(self, count: int) -> None:
        for button in self._buttons:
            self._column.removeWidget(button)
            button.deleteLater()
        self._buttons = [RailButton(self) for _number in range(count)]
        for button in self._buttons:
            self._column.addWidget(button)
            button.clicked.connect(self._on_clicked)
            button.dragged.connect(self._on_dragged)
            button.dropped.connect(self._on_dropped)
            button.set_slim(slim=self._slim)
        keep_reading_order(self)

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, RailButton) and button.step is not None:
            self.step_chosen.emit(button.step)

    def _on_dragged(self, y: int) -> None:
        self._drop = sum(button.geometry().center().y() < y for button in self._buttons)
        self.update()

    def _on_dropped(self, step: Step) -> None:
        drop, self._drop = self._drop, None
        self.update()
        if drop is not None:
            before = self._place(step)
            place = drop - (drop > before)
            if place != before:
                self.move_requested.emit(step, place)

    def _place(self, step: Step) -> int:
        return next(place for place, item in enumerate(self._steps) if item.step == step)

    def _has_focus(self, step: Step) -> bool:
        button = self.button(step)
        return button is not None and button.hasFocus()

    def _may_leave_out(self, step: Step) -> bool:
        """Return False for the welcome and for the current step, which cannot be left out."""
        return not FACTS[step].seats and step != self._current
