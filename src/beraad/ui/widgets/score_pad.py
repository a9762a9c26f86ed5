"""Buttons to give a number."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from beraad.i18n import _
from beraad.ui.theme import Theme
from beraad.ui.widgets.flow_layout import FlowLayout
from beraad.ui.widgets.keyboard import ENTER, one_stop, walk


class ScorePad(QWidget):
    """Button for each number, and "I'd rather not say". A second press takes the answer back.

    Arrows walk along the buttons. A digit goes to its number, 1 and then 0 to 10. Enter chooses the focused
    button, and never takes an answer back.
    """

    score_changed = Signal(object, bool)
    """The number or None, and True if the person would rather not say."""

    def __init__(
        self,
        *,
        label: str,
        lowest: int = 0,
        highest: int = 10,
        declinable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._numbers = {number: QPushButton(str(number), self) for number in range(lowest, highest + 1)}
        self._decline = QPushButton(_("zeg ik liever niet"), self)
        self._one_was_typed = False
        self._build(label, declinable)
        self._connect()

    def set_score(self, value: int | None, *, declined: bool = False) -> None:
        """Show this answer without a signal."""
        for number, button in self._numbers.items():
            button.setChecked(number == value)
        self._decline.setChecked(declined)
        self._stop_at_chosen()

    def value(self) -> int | None:
        """Return the number that is chosen, or None."""
        return next((number for number, button in self._numbers.items() if button.isChecked()), None)

    def declined(self) -> bool:
        """Return True if the person would rather not say."""
        return self._decline.isChecked()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        here = next((button for button in self._row() if button.hasFocus()), None)
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.text().isdecimal() and here is not None:
            self._go_to(int(event.text()))
        elif event.key() in ENTER and here is not None and here.isChecked():
            event.accept()
        elif walk(event, self._row(), back=Qt.Key.Key_Left, on=Qt.Key.Key_Right):
            one_stop(self._row(), next((button for button in self._row() if button.hasFocus()), None))
        else:
            super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        arrows = (Qt.Key.Key_Left, Qt.Key.Key_Right)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in arrows:
            # A button would move the focus as Tab does; here the row decides.
            self.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def _go_to(self, digit: int) -> None:
        """Put the focus on a number; a 0 directly after a 1 makes it 10."""
        one = self._numbers.get(1)
        ten = self._one_was_typed and digit == 0 and one is not None and one.hasFocus()
        if (button := self._numbers.get(10 if ten else digit)) is not None:
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)
            one_stop(self._row(), button)
        self._one_was_typed = digit == 1

    def _row(self) -> list[QPushButton]:
        return [*self._numbers.values(), *([self._decline] if not self._decline.isHidden() else [])]

    def _build(self, label: str, declinable: bool) -> None:
        row = FlowLayout(self, gap=Theme.current().size("space", "tight"), wide=True)
        self.setAccessibleName(label)
        says = _("Typ een cijfer en druk op Enter.")
        self.setToolTip(says)
        self.setAccessibleDescription(says)
        for number, button in self._numbers.items():
            button.setCheckable(True)
            button.setProperty("role", "score")
            button.setAccessibleName(_("{label}: {number}").format(label=label, number=number))
            row.addWidget(button)
        self._decline.setCheckable(True)
        self._decline.setVisible(declinable)
        self._decline.setAccessibleName(
            _("{label}: {number}").format(label=label, number=_("zeg ik liever niet"))
        )
        row.addWidget(self._decline)
        self.setFocusProxy(next(iter(self._numbers.values())))

    def _connect(self) -> None:
        for button in (*self._numbers.values(), self._decline):
            button.clicked.connect(self._on_clicked)
            button.installEventFilter(self)
        self._stop_at_chosen()

    def _stop_at_chosen(self) -> None:
        held = (button for button in self._row() if button.hasFocus() or button.isChecked())
        one_stop(self._row(), next(held, None))

    def _on_clicked(self) -> None:
        pressed = self.sender()
        for button in (*self._numbers.values(), self._decline):
            if button is not pressed:
                button.setChecked(False)
        self._stop_at_chosen()
        self.score_changed.emit(self.value(), self.declined())
