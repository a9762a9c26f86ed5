"""Numbers from 0 to 10 as large keys."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from beraad.i18n import _
from beraad.ui.theme import Theme
from beraad.ui.widgets.keyboard import ENTER, walk

DIGITS = {Qt.Key(Qt.Key.Key_0.value + digit): digit for digit in range(10)}
"""Keys that choose a number; 1 and then 0 is 10."""

_BESIDE_WHERE_NARROW = 6
"""Keys on a line where eleven do not fit."""


class NumberPad(QWidget):
    """Key for each number, and "I'd rather not say". Works by mouse, touch, arrows and digits."""

    changed = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._numbers = {number: QPushButton(str(number)) for number in range(11)}
        self._decline = QPushButton(_("Dat zeg ik liever niet"))
        self._one_was_typed = False
        self._build()
        self._connect()

    def value(self) -> int | None:
        """Return the number that is chosen, or None."""
        return next((number for number, key in self._numbers.items() if key.isChecked()), None)

    def declined(self) -> bool:
        """Return True if the person would rather not say."""
        return self._decline.isChecked()

    def choose(self, value: int | None, *, declined: bool) -> None:
        """Show this choice."""
        for number, key in self._numbers.items():
            key.setChecked(number == value)
        self._decline.setChecked(declined)
        self.changed.emit()

    @property
    def has_keyboard(self) -> bool:
        """True while one of its keys has the focus; only then a digit chooses."""
        return any(key.hasFocus() for key in self._keys())

    def lend_decline(self) -> QPushButton:
        """Return the key "I'd rather not say" for use in another place; it is removed here."""
        self._column.removeWidget(self._decline)
        return self._decline

    def take_decline_back(self) -> None:
        """Put that key back below the numbers."""
        self._column.addWidget(self._decline, 0, Qt.AlignmentFlag.AlignLeft)

    def type_digit(self, digit: int) -> None:
        """Choose the number of a digit, 0-9; a 0 directly after a 1 makes it 10."""
        ten = self._one_was_typed and digit == 0 and self.value() == 1
        self._choose(self._numbers[10 if ten else digit])
        self._one_was_typed = digit == 1

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        every = len(self._numbers)
        beside = every if self._needed(every) <= event.size().width() else _BESIDE_WHERE_NARROW
        if beside != self._beside:
            self._lay_out(beside)
        super().resizeEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        row = [*self._numbers.values(), self._decline]
        if event.key() in ENTER and any(key.hasFocus() and key.isChecked() for key in row):
            event.accept()  # who typed the number took it already
        elif not walk(event, row, back=Qt.Key.Key_Left, on=Qt.Key.Key_Right):
            super().keyPressEvent(event)

    def _build(self) -> None:
        theme = Theme.current()
        says = _("Typ een cijfer, of kies er een.")
        self.setToolTip(says)
        self.setAccessibleDescription(says)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.size("space", "medium"))
        self._grid = QGridLayout()
        self._grid.setSpacing(theme.size("space", "tight"))
        for number, key in self._numbers.items():
            key.setAccessibleName(_("Cijfer {number}").format(number=number))
            key.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column.addLayout(self._grid)
        self.take_decline_back()
        for key in self._keys():
            key.setCheckable(True)
        for key in self._numbers.values():
            key.setProperty("role", "pad")
        self._decline.setProperty("role", "choice")
        self._lay_out(len(self._numbers))
        self.setFocusProxy(self._numbers[0])

    def _lay_out(self, beside: int) -> None:
        """Put this many keys on a line."""
        self._beside = beside
        for number, key in self._numbers.items():
            self._grid.addWidget(key, number // beside, number % beside)
        # The minimum width is that of the narrow layout, whichever is shown now.
        self.setMinimumWidth(self._needed(_BESIDE_WHERE_NARROW))

    def _needed(self, beside: int) -> int:
        key = max(key.sizeHint().width() for key in self._numbers.values())
        return beside * key + (beside - 1) * self._grid.horizontalSpacing()

    def _connect(self) -> None:
        for key in self._keys():
            key.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        pressed = self.sender()
        for key in self._keys():
            if key is not pressed:
                key.setChecked(False)
        self._one_was_typed = False
        self.changed.emit()

    def _choose(self, key: QPushButton) -> None:
        for other in self._keys():
            other.setChecked(other is key)
        key.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.changed.emit()

    def _keys(self) -> tuple[QPushButton, ...]:
        return (*self._numbers.values(), self._decline)
